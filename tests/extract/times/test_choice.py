from __future__ import annotations

from spacy.tokens import Doc

from allegiance.extract.times import Time, choose, find
from extract.trees import tree, word

PUBLISHED = "2020-05-13"

CLAUSE = (
    "Chad/NNP/nsubj>shelled shelled=shell/VBD/root Niger/NNP/obj>shelled in/IN/case>2019 2019/CD/obl>shelled/DATE ./."
)


def chosen(doc: Doc, cue: str, *holders: str, pos: str = "verb") -> Time | None:
    places = frozenset(word(doc, holder).i for holder in holders)
    return choose(word(doc, cue), find(doc, PUBLISHED), places, pos)


def year(doc: Doc, cue: str, *holders: str, pos: str = "verb") -> str | None:
    time = chosen(doc, cue, *holders, pos=pos)
    return time.since if time else None


def test_a_claim_has_the_date_of_its_own_clause() -> None:
    assert year(tree(CLAUSE), "shelled") == "2019"


def test_a_date_in_another_sentence_is_not_this_ones() -> None:
    doc = tree(CLAUSE, "Mali/NNP/nsubj>praised praised=praise/VBD/root Chad/NNP/obj>praised ./.")
    assert year(doc, "praised") is None


def test_of_two_dates_the_nearer_in_the_tree_is_taken() -> None:
    doc = tree(
        "Chad/NNP/nsubj>left left=leave/VBD/root in/IN/case>2017 2017/CD/obl>left/DATE and/CC/cc>shelled "
        "shelled=shell/VBD/conj>left Niger/NNP/obj>shelled in/IN/case>2019 2019/CD/obl>shelled/DATE ./."
    )
    assert year(doc, "left") == "2017"
    assert year(doc, "shelled") == "2019"


def test_the_date_of_a_relative_clause_does_not_date_the_clause_above_it() -> None:
    doc = tree(
        "Chad/NNP/nsubj>praised ,/, which/WDT/nsubj>fell fell=fall/VBD/acl:relcl>Chad in/IN/case>1990 "
        "1990/CD/obl>fell/DATE ,/, praised=praise/VBD/root Niger/NNP/obj>praised ./."
    )
    assert year(doc, "praised") is None
    assert year(doc, "fell") == "1990"


def test_years_on_a_name_in_brackets_are_the_names_own() -> None:
    doc = tree(
        "Dorev/NNP/nsubj>praised/PERSON (/-LRB- 2008/CD/nmod>Dorev/DATE )/-RRB- praised=praise/VBD/root "
        "Vask/NNP/obj>praised/PERSON ./."
    )
    assert year(doc, "praised", "Vask") is None


def test_a_description_is_not_dated_by_what_the_described_do() -> None:
    doc = tree(
        "Allies=ally/NNS/nsubj>shelled of/IN/case>Chad Chad/NNP/nmod>Allies shelled=shell/VBD/root "
        "Niger/NNP/obj>shelled in/IN/case>2019 2019/CD/obl>shelled/DATE ./."
    )
    assert year(doc, "Allies", pos="role") is None
    assert year(doc, "shelled") == "2019"


def test_a_description_that_is_the_predicate_is_dated() -> None:
    doc = tree(
        "Chad/NNP/nsubj>ally was=be/VBD/cop>ally an/DT/det>ally ally/NN/root of/IN/case>Niger Niger/NNP/nmod>ally "
        "in/IN/case>2019 2019/CD/obl>ally/DATE ./."
    )
    assert year(doc, "ally", pos="role") == "2019"


def test_a_clause_of_another_tense_is_not_of_the_date_of_the_clause_above_it() -> None:
    doc = tree(
        "Chad/NNP/nsubj>shelled ,/, which/WDT/nsubj>praised had=have/VBD/aux>praised praised=praise/VBN/acl:relcl>Chad "
        "Mali/NNP/obj>praised ,/, shelled=shell/VBD/root Niger/NNP/obj>shelled in/IN/case>2019 "
        "2019/CD/obl>shelled/DATE ./."
    )
    assert year(doc, "praised") is None


def test_the_date_of_a_purpose_is_that_of_what_is_done_for_it() -> None:
    doc = tree(
        "Chad/NNP/nsubj>aided aided=aid/VBD/root Niger/NNP/obj>aided to/TO/mark>take take/VB/advcl>aided "
        "Bol/NNP/obj>take in/IN/case>2019 2019/CD/obl>take/DATE ./."
    )
    assert year(doc, "aided") == "2019"


def test_the_date_of_an_accusation_is_not_that_of_the_deed() -> None:
    doc = tree(
        "Chad/NNP/nsubj>accused accused=accuse/VBD/root Niger/NNP/obj>accused of/IN/mark>shelling "
        "shelling=shell/VBG/advcl>accused Bol/NNP/obj>shelling in/IN/case>2019 2019/CD/obl>shelling/DATE ./."
    )
    assert year(doc, "accused") is None
    assert year(doc, "shelling") == "2019"


def test_a_date_before_a_noun_is_the_nouns_alone() -> None:
    doc = tree(
        "Chad/NNP/nsubj>rejected rejected=reject/VBD/root the/DT/det>deal 2019/CD/nummod>deal/DATE "
        "deal/NN/obj>rejected ./."
    )
    assert year(doc, "rejected") is None
    assert year(doc, "deal", pos="noun") == "2019"


def test_what_happens_during_an_event_is_of_its_date() -> None:
    doc = tree(
        "During/IN/case>war the/DT/det>war 2019/CD/nummod>war/DATE war/NN/obl>shelled Chad/NNP/nsubj>shelled "
        "shelled=shell/VBD/root Niger/NNP/obj>shelled ./."
    )
    assert year(doc, "shelled") == "2019"


def test_what_is_said_in_a_thing_made_public_is_of_its_date() -> None:
    doc = tree(
        "Chad/NNP/nsubj>praised praised=praise/VBD/root Niger/NNP/obj>praised in/IN/case>video a/DT/det>video "
        "video/NN/obl>praised released=release/VBN/acl>video in/IN/case>2019 2019/CD/obl>released/DATE ./."
    )
    assert year(doc, "praised") == "2019"


def test_an_event_noun_has_the_date_of_the_clause_that_tells_of_it() -> None:
    doc = tree(
        "The/DT/det>quarrel quarrel/NN/nsubj>hurt ,/, which/WDT/nsubj>began began=begin/VBD/acl:relcl>quarrel "
        "in/IN/case>2019 2019/CD/obl>began/DATE ,/, hurt/VBD/root Chad/NNP/obj>hurt ./."
    )
    assert year(doc, "quarrel", pos="noun") == "2019"
    assert year(doc, "hurt") is None
