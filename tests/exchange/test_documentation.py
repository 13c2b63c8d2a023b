from __future__ import annotations

import re
from pathlib import Path

import pytest

from allegiance.exchange.exports import EXPORTS
from allegiance.exchange.exports.rows import COLUMNS
from allegiance.exchange.formats import FORMATS
from allegiance.exchange.formats.own import COLUMNS as OWN
from allegiance.exchange.maps import cameo, codes, content
from exchange.reading import imported

PAGE = (Path(__file__).parents[2] / "docs" / "exchange.md").read_text("utf-8")


def rows(heading: str) -> list[list[str]]:
    """The cells of the table under a line that begins so."""
    table = PAGE.split(heading, 1)[1].split("\n\n", 1)[0]
    return [
        [cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines() if line.startswith("|")
    ][1:]


def test_every_format_is_on_the_page() -> None:
    for name in [*FORMATS, *EXPORTS]:
        assert f"`{name}`" in PAGE


def test_the_table_of_ones_own_on_the_page_can_be_imported(tmp_path: Path) -> None:
    (table,) = re.findall(r"```csv\n(.*?)```", PAGE, re.DOTALL)
    read = imported(tmp_path, "csv", table)
    assert (len(read.claims), read.reports, read.left) == (2, [], {})


def test_every_column_of_a_table_of_ones_own_is_on_the_page() -> None:
    for column in OWN:
        assert f"`{column}`" in PAGE
    assert set(OWN) <= set(COLUMNS)


@pytest.mark.parametrize("row", rows("| CAMEO | relation | |"), ids=lambda row: row[0])
def test_the_table_of_cameo_on_the_page_is_the_map(row: list[str]) -> None:
    beginnings = re.sub(r"084 to 087", "084, 085, 086, 087", row[0]).split(" but")[0].split(", ")
    for beginning in beginnings:
        meaning = cameo(f"{beginning}0" if len(beginning) == 2 else beginning)
        assert row[1] == (f"`{meaning.relation}`" if meaning else "none")


def test_every_relation_of_acled_is_on_the_page() -> None:
    named = {relation for row in rows("| ACLED | relation |") for relation in re.findall(r"`(\w+)`", row[1])}
    assert named == {meaning.relation for meaning in codes("acled").relations.values()}


def test_every_schema_of_followthemoney_is_on_the_page() -> None:
    maps = content("ftm")
    schemata = {
        *maps["kinds"].values(),
        *(form["schema"] for form in maps["relations"].values()),
        "UnknownLink",
        "Event",
    }
    for schema in schemata:
        assert schema in PAGE
