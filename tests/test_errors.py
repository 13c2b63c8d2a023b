from __future__ import annotations

import inspect

from allegiance import errors
from allegiance.errors import AllegianceError, DocumentError, FatalError, SkippableError


def test_a_document_error_names_the_file_and_the_line() -> None:
    assert str(DocumentError("a.txt", "is empty")) == "a.txt: is empty"
    assert str(DocumentError("a.jsonl", "is not JSON", line=3)) == "a.jsonl:3: is not JSON"


def test_every_error_is_either_skippable_or_fatal() -> None:
    classes = [value for _, value in inspect.getmembers(errors, inspect.isclass) if value.__module__ == errors.__name__]
    for error in classes:
        assert issubclass(error, AllegianceError)
        if error is not AllegianceError:
            assert issubclass(error, SkippableError) != issubclass(error, FatalError)
