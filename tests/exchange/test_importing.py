from __future__ import annotations

import random
import threading
from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest

from allegiance.archive import open_archive
from allegiance.errors import DocumentError
from allegiance.exchange.formats import FORMATS
from allegiance.exchange.importing import Imported, ahead, import_files, read_files
from exchange.layouts import acled, gdelt, icews, polecat, ucdp
from exchange.reading import imported

CONTENTS = {
    "icews": icews({}, {"Event ID": "2", "Source Name": "Élan"}),
    "polecat": polecat({"Actor Name": "Iran; Élan"}, {"Event ID": "2"}),
    "gdelt": gdelt({}, {"GLOBALEVENTID": "2", "Actor1Name": "ÉLAN"}),
    "acled": acled({"notes": "Élan fought the Kalmar Front."}, {"event_id_cnty": "2", "actor1": "Élan"}),
    "ucdp": ucdp({"source_headline": "Élan"}, {"id": "2", "side_a": "Élan"}),
    "plover": '{"id": 1, "date": "2014-06-10", "source": [{"code": "IRQ"}], "recipient": [{"code": "IRN"}], '
    '"event": "AID", "text": "Élan, Iran."}\n',
    "csv": "source,relation,target,since,quote\nÉlan,ally,Iran,2014,Iran et l’Élan\nÉlan,ally,Amal,,\n",
}


@pytest.mark.parametrize("name", FORMATS)
def test_the_archive_takes_what_every_format_gives_and_takes_it_once(tmp_path: Path, name: str) -> None:
    path = tmp_path / "events.txt"
    path.write_text(CONTENTS[name], encoding="utf-8")
    with open_archive(":memory:") as archive:
        done = import_files(archive, read_files([path], FORMATS[name], report=fail))
        assert done.added.claims >= done.added.documents == (1 if name == "plover" else 2)
        assert (done.faulty, done.left) == (0, {})
        frame = archive.frame()
        for claim in archive.claims(frame["claim"].to_list()):
            assert claim.quote
            assert claim.source.mention.text
            assert claim.target.mention.text
            assert claim.source.id != claim.target.id
        again = import_files(archive, read_files([path], FORMATS[name], report=fail))
        assert (again.added.documents, again.added.claims, again.added.known) == (0, 0, done.added.documents)


def fail(error: DocumentError) -> None:
    raise AssertionError(str(error))


def test_the_same_actor_has_one_id_in_every_data_set_and_in_texts(tmp_path: Path) -> None:
    from allegiance.extract.identity import identifier
    from allegiance.model import Kind

    ids = {
        imported(tmp_path, "icews", CONTENTS["icews"]).claims[0]["target"],
        imported(tmp_path, "ucdp", CONTENTS["ucdp"]).claims[0]["source"],
        identifier("Iraq", Kind.STATE),
    }
    assert len(ids) == 1


def test_claims_have_the_ids_that_their_content_gives_them(tmp_path: Path) -> None:
    first, second = (imported(tmp_path, "icews", CONTENTS["icews"]) for _ in range(2))
    assert [claim["id"] for claim in first.claims] == [claim["id"] for claim in second.claims]
    assert len({claim["id"] for claim in first.claims}) == 2
    assert all(len(claim["id"]) == 16 for claim in first.claims)


def test_files_of_the_wrong_format_are_passed_over_and_the_others_read(tmp_path: Path) -> None:
    right, wrong, absent = tmp_path / "right.csv", tmp_path / "wrong.csv", tmp_path / "absent.csv"
    right.write_text(CONTENTS["icews"], "utf-8")
    wrong.write_text(CONTENTS["acled"], "utf-8")
    reports: list[str] = []
    batches = list(
        read_files([absent, wrong, right], FORMATS["icews"], report=lambda error: reports.append(str(error)))
    )
    assert sum(batch.claims.height for batch in batches) == 2
    assert reports == [
        f"{absent}: No such file or directory",
        f"{wrong}: is not an ICEWS file: it has no column 'Event ID'; "
        "it looks like an ACLED file: allegiance import acled",
    ]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    "content", [b"", b"\n", b"\x89PNG\r\n\x1a\n\0\0", b"%PDF-1.7\n", b"<html><body>events</body></html>\n"]
)
def test_a_file_of_no_format_is_one_error_in_one_line(tmp_path: Path, name: str, content: bytes) -> None:
    (report,) = imported(tmp_path, name, content).reports
    assert "\n" not in report
    assert "is not" in report or "is empty" in report


@pytest.mark.parametrize("name", ["icews", "polecat", "acled", "ucdp", "csv"])
def test_a_header_without_rows_is_a_file_without_claims(tmp_path: Path, name: str) -> None:
    read = imported(tmp_path, name, CONTENTS[name].splitlines(keepends=True)[0])
    assert (read.claims, read.reports, read.rows, read.left) == ([], [], 0, {})


def test_every_row_is_accounted_for(tmp_path: Path) -> None:
    chance = random.Random(3)  # noqa: S311 - no secret
    rows = [
        {
            "Event ID": str(chance.randrange(150)),
            "Event Date": chance.choice(["2014-06-10", "2014-06-31", ""]),
            "CAMEO Code": chance.choice(["190", "010"]),
            "Target Name": chance.choice(["Iraq", "", "Kalmar Front"]),
            "Target Sectors": chance.choice(["", "Rebel"]),
        }
        for _ in range(300)
    ]
    lines = icews(*rows).splitlines(keepends=True)
    for place in range(5, 300, 40):
        lines[place] = "broken\n"
    read = imported(tmp_path, "icews", "".join(lines))
    assert read.rows == 300
    assert len(read.claims) + len(read.reports) + sum(read.left.values()) == 300
    assert len(read.claims) == len(read.documents)


def test_progress_is_told_after_every_batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("allegiance.exchange.stream.BLOCK", 700)
    path = tmp_path / "events.tab"
    path.write_text(icews(*({"Event ID": str(number)} for number in range(20))), "utf-8")
    told: list[Imported] = []
    with open_archive(":memory:") as archive:
        done = import_files(archive, read_files([path], FORMATS["icews"], report=fail), progress=told.append)
    assert len(told) > 3
    assert [one.rows for one in told] == sorted(one.rows for one in told)
    assert told[-1] == done
    assert (done.rows, done.added.claims) == (20, 20)


def test_one_item_is_made_ahead_of_the_one_that_is_used() -> None:
    made: list[int] = []
    used = threading.Event()

    def items() -> Iterator[int]:
        for number in range(3):
            made.append(number)
            if number == 1:
                used.set()
            yield number

    taken = []
    for item in ahead(items()):
        assert used.wait(5)
        taken.append(item)
    assert taken == made == [0, 1, 2]


def test_an_error_in_what_is_made_ahead_is_raised() -> None:
    def items() -> Iterator[int]:
        yield 1
        message = "no more"
        raise ValueError(message)

    iterator = ahead(items())
    assert next(iterator) == 1
    with pytest.raises(ValueError, match="no more"):
        next(iterator)


def test_frames_have_the_columns_that_the_archive_takes(tmp_path: Path) -> None:
    path = tmp_path / "events.tab"
    path.write_text(CONTENTS["icews"], "utf-8")
    (batch,) = read_files([path], FORMATS["icews"], report=fail)
    assert batch.documents.columns == ["id", "text", "title", "publisher", "date", "url"]
    assert batch.claims.schema["sign"] == pl.Int8
    assert batch.claims.schema["weight"] == pl.Float32
