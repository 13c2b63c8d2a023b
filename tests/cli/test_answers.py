from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from io import StringIO

import polars as pl
import pytest
from rich.console import Console

from allegiance.alliances.html import to_html
from allegiance.alliances.report import Cell, Column, Quote, Report, Table
from allegiance.cli.answers import show
from allegiance.cli.listing import Format
from allegiance.cli.markdown import markdown
from allegiance.cli.report import show as show_report

QUOTE = Quote(
    claim="c1",
    text="Iran backed\nthe Badr Organization | its *ally*.",
    source="Iran",
    relation="sponsor",
    target="Badr Organization",
    status="reported",
    according_to="officials",
    publisher="The Review",
    published=date(2020, 1, 3),
    title=None,
    url="https://example.org/a",
    document="d1",
)


def report(name: str = "Badr Organization") -> Report:
    rows = ((Cell("Iran"), Cell(name), Cell("6.0", sign=1, claims=("c1", "without a quote"))),)
    columns = (Column("a"), Column("b", wide=True), Column("strength", number=True))
    return Report("Ties", ("One tie.",), (Table("Ties", columns, rows),), (QUOTE,), ("half-life 365 days",))


@dataclass(frozen=True)
class Listed:
    """An answer with values of every sort."""

    def report(self) -> Report:
        return report()

    def to_polars(self) -> pl.DataFrame:
        frame = {
            "name": ["Iran", "Badr"],
            "first_seen": [date(2003, 1, 1), None],
            "share": [0.5, None],
            "ids": [["c1", "c2"], []],
            "signs": [{"with": 1}, None],
        }
        return pl.DataFrame(frame, schema_overrides={"ids": pl.List(pl.String)})

    def to_dict(self) -> dict[str, object]:
        return {"rows": self.to_polars().to_dicts()}


@pytest.mark.parametrize("width", [60, 100])
def test_no_line_is_wider_than_the_terminal_whatever_the_names(width: int) -> None:
    console = Console(file=StringIO(), width=width, highlight=False)
    show_report(report("Supreme Council for the Islamic Revolution in Iraq " * 3), console)
    assert isinstance(console.file, StringIO)
    assert max(map(len, console.file.getvalue().splitlines())) <= width


def test_the_table_numbers_its_quotes_and_says_what_was_read_in_them(capsys: pytest.CaptureFixture[str]) -> None:
    show(Listed(), Format.TABLE)
    console = Console(file=StringIO(), width=100, highlight=False)
    show_report(report(), console)
    assert isinstance(console.file, StringIO)
    shown = console.file.getvalue()
    assert "6.0 [1]" in shown
    assert "“Iran backed the Badr Organization | its *ally*.” — The Review, 2020-01-03" in shown
    assert "Iran sponsor Badr Organization, reported by officials; claim c1" in shown
    assert "Rules: half-life 365 days" in shown
    assert "6.0 [1]" in capsys.readouterr().out


def test_markdown_footnotes_the_quotes_and_takes_no_text_for_marks() -> None:
    text = markdown(report("Badr | *Org*"))
    assert "| Iran | Badr \\| \\*Org\\* | 6.0[^1] |" in text
    assert "| --- | --- | ---: |" in text
    assert "[^1]: “Iran backed the Badr Organization \\| its \\*ally\\*.” — [The Review, 2020-01-03]" in text
    assert text.endswith("by officials: `c1`)\n")


def test_html_escapes_what_it_shows_and_links_only_to_pages() -> None:
    html = to_html(report("<script>"))
    assert "&lt;script&gt;" in html
    assert '<a href="https://example.org/a">' in html
    assert "<sup>1</sup>" in html
    assert "<table>" not in to_html(Report("Nothing", tables=(Table("", (Column("a"),), ()),)))


def test_json_is_one_object_with_dates_as_text(capsys: pytest.CaptureFixture[str]) -> None:
    show(Listed(), Format.JSON)
    found = json.loads(capsys.readouterr().out)
    assert found["rows"][0]["first_seen"] == "2003-01-01"
    assert found["rows"][1]["first_seen"] is None


def test_csv_has_one_line_a_row_and_lists_with_spaces(capsys: pytest.CaptureFixture[str]) -> None:
    show(Listed(), Format.CSV)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "name,first_seen,share,ids,signs"
    assert lines[1] == 'Iran,2003-01-01,0.5,c1 c2,"{""with"": 1}"'
    assert lines[2] == 'Badr,,,"",'
