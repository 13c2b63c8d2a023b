"""Every error that Allegiance raises, under one base.

There are two kinds, and they are different types: a `SkippableError` concerns one document and leaves the rest
readable; a `FatalError` makes going on pointless. The message of each is one line, fit for a person.
"""

from __future__ import annotations


class AllegianceError(Exception):
    """The base of every error that Allegiance raises on purpose."""


class SkippableError(AllegianceError):
    """Something is wrong with one item; skip it and go on."""


class DocumentError(SkippableError):
    """A document, or a line of a file of documents, cannot be read.

    ``path`` names the file as the caller named it, ``reason`` says why in one clause, and ``line`` is the line
    number, from 1, where the file has one document a line.
    """

    def __init__(self, path: str, reason: str, *, line: int | None = None) -> None:
        """Keep the parts and compose the message ``path:line: reason``."""
        self.path = path
        self.reason = reason
        self.line = line
        place = path if line is None else f"{path}:{line}"
        super().__init__(f"{place}: {reason}")


class ClaimError(SkippableError):
    """A claim cannot go into the archive, such as one whose quote is not in its document.

    ``claim`` and ``document`` are ids, and ``reason`` says why in one clause.
    """

    def __init__(self, claim: str, document: str, reason: str) -> None:
        """Keep the parts and compose the message."""
        self.claim = claim
        self.document = document
        self.reason = reason
        super().__init__(f"claim {claim} of document {document}: {reason}")


class FatalError(AllegianceError):
    """Nothing sensible can follow; stop."""


class UsageError(FatalError):
    """What the caller asked for makes no sense."""


class DataError(FatalError):
    """A data file of Allegiance itself, such as a lexicon or the language model, is missing or broken."""


class ArchiveError(FatalError):
    """An archive cannot be opened, read or written; what it holds is left as it is.

    ``path`` names the file as the caller named it, and ``reason`` says why in one clause.
    """

    def __init__(self, path: str, reason: str) -> None:
        """Keep the parts and compose the message ``path: reason``."""
        self.path = path
        self.reason = reason
        super().__init__(f"{path}: {reason}")


class ArchiveBusyError(ArchiveError):
    """Another process held the archive for longer than one waits; ``process`` is its id, where it is known."""

    def __init__(self, path: str, reason: str, *, process: int | None = None) -> None:
        """Keep the id of the process beside the parts of an `ArchiveError`."""
        self.process = process
        super().__init__(path, reason)
