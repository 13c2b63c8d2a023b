from __future__ import annotations

from pathlib import Path

import pytest

from allegiance.exchange.dictionaries.lines import Line, Sort, read, sort_of


def texts(folder: Path, content: str) -> list[tuple[int, str]]:
    path = folder / "dictionary.txt"
    path.write_text(content, encoding="utf-8")
    return [(line.number, line.text) for line in read(path)]


def test_comments_of_every_kind_are_left_out_and_lines_keep_their_numbers(tmp_path: Path) -> None:
    content = (
        "# a comment\nONE [010] # remark\n\nTWO [020] ;tony 3/9/91\n<!-- out --> THREE <!-- and out -->\n"
        "<!-- begun\nstill\n--> FOUR\nFIVE [IGO]# remark\n- X * [###] ;y\n"
    )
    assert texts(tmp_path, content) == [
        (2, "ONE [010]"),
        (4, "TWO [020]"),
        (5, "THREE"),
        (8, "FOUR"),
        (9, "FIVE [IGO]"),
        (10, "- X * [###]"),
    ]


def test_codes_stand_in_brackets(tmp_path: Path) -> None:
    assert Line(1, "A_B  [ USAGOV 010101-020202 ] [---]").without_codes() == ("A_B", ["USAGOV 010101-020202", "---"])
    assert Line(1, "A_B").without_codes() == ("A_B", [])


@pytest.mark.parametrize(
    ("content", "sort"),
    [
        ("---  ATTACK  [190]  ---\nATTACK\n", Sort.VERBS),
        ("ATTACK [190]\n- * TOWN [190]\n", Sort.VERBS),
        ("REBEL [~REB]\n", Sort.AGENTS),
        ("HUMAN_RIGHTS_BODY [NGO~]\n", Sort.AGENTS),
        ("KALMARI_ [IRQREB]\n+KALMARITES\n", Sort.ACTORS),
        ("ZAHIR_SHAH_\n\t[AFGELI 320101-331108]\n", Sort.ACTORS),
        ("just words\nand more\n", None),
        ("", None),
    ],
)
def test_what_a_dictionary_is_of_is_found_out(tmp_path: Path, content: str, sort: Sort | None) -> None:
    path = tmp_path / "dictionary.txt"
    path.write_text(content, encoding="utf-8")
    assert sort_of(read(path)) is sort
