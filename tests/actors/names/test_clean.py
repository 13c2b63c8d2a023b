from __future__ import annotations

import pytest

from allegiance.actors.names.clean import LONGEST, clean, latin, look_alikes, mixed, scripts

CYRILLIC_A = "\u0430"


@pytest.mark.parametrize(
    ("name", "cleaned"),
    [
        ("Ha\u200bmas", "Hamas"),
        ("\u202eHamas\u202c", "Hamas"),
        ("  Badr\tOrganization\n", "Badr Organization"),
        ("Ｈａｍａｓ", "Hamas"),
        ("مُقْتَدَى", "مقتدى"),
        ("جيـــش", "جيش"),
        ("Asa’ib Ahl al–Haq", "Asa'ib Ahl al-Haq"),
        ('צה"ל', "צהל"),
        ("\x00\x07", ""),
    ],
)
def test_what_cannot_be_seen_goes(name: str, cleaned: str) -> None:
    assert clean(name) == cleaned


def test_the_joiner_inside_persian_words_stays() -> None:
    assert clean("علی خامنه\u200cای") == "علی خامنه\u200cای"


def test_a_name_is_read_no_further_than_names_go() -> None:
    assert len(clean("Badr " * 10_000)) <= LONGEST


def test_scripts_are_told_apart() -> None:
    assert scripts("Hamas حماس 1987") == {"LATIN", "ARABIC"}


@pytest.mark.parametrize(
    ("name", "is_mixed"),
    [(f"H{CYRILLIC_A}mas", True), ("Hamas حماس", False), ("Ben-Gvir", False), ("Öcalan", False), ("ЧВК Wagner", False)],
)
def test_a_word_of_several_scripts_is_no_word(name: str, *, is_mixed: bool) -> None:
    assert mixed(name) is is_mixed


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hamas", f"H{CYRILLIC_A}mas"),
        ("Iran", "lran"),
        ("Osama bin Laden", "0sama bin Laden"),
        ("Muqtada al-Sadr", "Muqtada aI-Sadr"),
        ("Hamas", "Harnas"),
    ],
)
def test_look_alikes_are_recognised(one: str, other: str) -> None:
    assert look_alikes(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("İran", "Iran"), ("Al-Qaida", "al Qaida"), ("Kılıç", "Kilic"), ("Hamas", "Fatah")]
)
def test_marks_capitals_and_hyphens_make_no_look_alikes(one: str, other: str) -> None:
    assert not look_alikes(one, other)


def test_letters_of_any_script_are_brought_to_ascii() -> None:
    assert latin("Шойгу, İnönü") == "shoygu, inonu"
