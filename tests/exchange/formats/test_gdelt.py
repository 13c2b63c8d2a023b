from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from exchange.layouts import gdelt, icews
from exchange.reading import imported


@pytest.mark.parametrize(("columns", "version"), [(57, 1), (58, 1), (61, 2)])
def test_every_layout_gives_the_same_claim(tmp_path: Path, columns: int, version: int) -> None:
    read = imported(tmp_path, "gdelt", gdelt({}, columns=columns))
    (claim,) = read.claims
    assert read.said() == [("Iraq (rebels)", "ASSAULT", "Iran")]
    assert (claim["source_kind"], claim["target_kind"], claim["since"]) == ("armed group", "state", "2014-06-10")
    assert read.quote() == "INSURGENT to IRANIAN: assault (CAMEO 1823), 2014-06-10, Mosul, Ninawa, Iraq."
    assert read.mentions() == [("INSURGENT", "IRANIAN")]
    document = read.documents[f"gdelt:{version}-410412347"]
    assert document["date"] == "2014-06-11"
    address = "https://www.kalmar-courier.example/2014/06/mosul.html" if columns > 57 else None
    assert (document["url"], document["publisher"]) == (address, "kalmar-courier.example" if address else None)


def test_packed_files_are_read_as_they_were_downloaded(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("20140610.export.CSV", gdelt({}, {"GLOBALEVENTID": "2", "SQLDATE": "2014061"}))
    read = imported(tmp_path, "gdelt", out.getvalue())
    assert len(read.claims) == 1
    assert read.reports == ["2: has a date that is none: '2014061'"]


@pytest.mark.parametrize(
    ("actor", "name", "kind"),
    [
        (("BAGHDAD", "IRQ", "", ""), "Iraq", "state"),
        (("PRIME MINISTER", "IRQ", "", "GOV"), "Iraq", "state"),
        (("POLICE", "IRQ", "", "COP"), "Iraq (police)", "government body"),
        (("IRAQI", "IRQ", "", "XYZ"), "Iraq (XYZ)", "organisation"),
        (("UNITED NATIONS", "", "UNO", "IGO"), "United Nations", "international organisation"),
        (("TALIBAN", "AFG", "TAL", "INS"), "Taliban", "armed group"),
        (("REBELS", "", "", "REB"), "Rebels", "armed group"),
        (("EUROPE", "EUR", "", ""), "Europe", "organisation"),
    ],
)
def test_an_actor_is_a_country_with_its_role_or_a_known_group_or_what_it_is_called(
    tmp_path: Path, actor: tuple[str, ...], name: str, kind: str
) -> None:
    parts = ("Name", "CountryCode", "KnownGroupCode", "Type1Code")
    row = {f"Actor1{part}": value for part, value in zip(parts, actor, strict=True)}
    read = imported(tmp_path, "gdelt", gdelt(row))
    (claim,) = read.claims
    assert (claim["source_name"], claim["source_kind"]) == (name, kind)


def test_what_makes_no_claim_is_counted(tmp_path: Path) -> None:
    rows = [
        {"GLOBALEVENTID": "1", "Actor2Name": ""},
        {"GLOBALEVENTID": "2", "EventCode": "010"},
        {"GLOBALEVENTID": "3", "EventCode": "---"},
        {"GLOBALEVENTID": "4", "Actor1CountryCode": "IRN", "Actor1Type1Code": ""},
    ]
    read = imported(tmp_path, "gdelt", gdelt(*rows))
    assert read.claims == []
    assert read.left == {"names no two actors": 2, "010 is no relation": 1, "--- is no relation": 1}


def test_a_file_of_another_format_is_named_as_such_in_one_line(tmp_path: Path) -> None:
    (report,) = imported(tmp_path, "gdelt", icews({})).reports
    assert report.endswith(
        "is not a GDELT event file: its first line has 20 tab-separated fields, not 57, 58 or 61; "
        "it looks like an ICEWS file: allegiance import icews"
    )
    (report,) = imported(tmp_path, "gdelt", "\t".join(["x"] * 61) + "\n").reports
    assert "does not begin with an event number and a day" in report
