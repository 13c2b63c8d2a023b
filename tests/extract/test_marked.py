from __future__ import annotations

import json

import pytest

from allegiance.extract.marked import Marked, parse

GOOD = {"id": "1", "text": "Iran armed Yemen.", "source": [0, 4], "target": [11, 16]}


def test_a_line_gives_the_marked_text() -> None:
    assert parse(json.dumps(GOOD)) == Marked("1", "Iran armed Yemen.", (0, 4), (11, 16))
    assert parse(json.dumps({**GOOD, "id": 7})).id == "7"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "is not JSON"),
        (b'"\xff"', "is not JSON: not valid UTF-8"),
        ("[" * 100_000, "nested too deeply"),
        ("[1]", "is not a JSON object"),
        (json.dumps({key: value for key, value in GOOD.items() if key != "target"}), "has no 'target'"),
        (json.dumps({**GOOD, "id": True}), "has an 'id'"),
        (json.dumps({**GOOD, "text": None}), "has a 'text'"),
        ('{"id": 1, "text": "\\ud800 and", "source": [0, 1], "target": [2, 3]}', "valid Unicode"),
        (json.dumps({**GOOD, "source": [0]}), r"has a 'source' that is not \[start, end\]"),
        (json.dumps({**GOOD, "source": [0, True]}), r"has a 'source' that is not \[start, end\]"),
        (json.dumps({**GOOD, "source": [0, 99]}), "has a 'source' outside its text of 17 characters"),
        (json.dumps({**GOOD, "source": [-1, 4]}), "has a 'source' outside its text"),
        (json.dumps({**GOOD, "target": [4, 5]}), "has a 'target' that holds nothing"),
        (json.dumps({**GOOD, "target": [4, 4]}), "has a 'target' that holds nothing"),
        (json.dumps({**GOOD, "target": [3, 9]}), "overlap"),
    ],
)
def test_a_line_that_marks_nothing_says_why(line: str | bytes, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        parse(line)
