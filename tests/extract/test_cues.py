from __future__ import annotations

from spacy.tokens import Doc

from allegiance.extract.cues import find
from extract.rows import lexicon
from extract.trees import tree


def cues(doc: Doc, *rows: str) -> list[tuple[str, list[str], list[str]]]:
    """Each cue's word, its other words, and the relations of its frames."""
    return [
        (token.text, [part.text for part in parts], [frame.relation for frame in frames])
        for token, parts, frames in find(doc, lexicon(*rows))
    ]


def test_a_verb_is_found_by_its_lemma_and_gives_all_its_frames() -> None:
    doc = tree("Kenya/NNP/nsubj>armed armed=arm/VBD/root rebels=rebel/NNS/obj>armed ./.")
    assert cues(doc, "arm,verb,subj,obj,sponsor", "arm,verb,subj,against,MOBILIZE") == [
        ("armed", [], ["sponsor", "MOBILIZE"])
    ]


def test_a_word_is_a_cue_only_as_the_part_of_speech_of_its_row() -> None:
    doc = tree("Arms=arm/NNS/nsubj>fell fell=fall/VBD/root ./.")
    assert cues(doc, "arm,verb,subj,obj,sponsor") == []
    assert cues(doc, "arm,noun,agent,patient,sponsor") == [("Arms", [], ["sponsor"])]


def test_a_phrasal_verb_comes_before_the_verb_alone() -> None:
    rows = ("crack,verb,subj,obj,ASSAULT", "crack down,verb,subj,on,COERCE")
    doc = tree(
        "Police/NNS/nsubj>cracked cracked=crack/VBD/root down/RP/compound:prt>cracked on/IN/case>monks "
        "monks=monk/NNS/obl>cracked ./."
    )
    assert cues(doc, *rows)[0] == ("cracked", ["down"], ["COERCE"])
    alone = tree("Police/NNS/nsubj>cracked cracked=crack/VBD/root safes=safe/NNS/obj>cracked ./.")
    assert cues(alone, *rows) == [("cracked", [], ["ASSAULT"])]


def test_an_idiom_is_found_with_its_noun_also_when_that_noun_is_above_it() -> None:
    row = "declare war,verb,subj,on|against,ASSAULT"
    active = tree(
        "Niger/NNP/nsubj>declared declared=declare/VBD/root holy/JJ/amod>war war/NN/obj>declared "
        "on/IN/case>Chad Chad/NNP/nmod>war ./."
    )
    assert cues(active, row) == [("declared", ["war"], ["ASSAULT"])]
    reduced = tree(
        "The/DT/det>war war/NN/nsubj>ended declared=declare/VBN/acl>war on/IN/case>Chad Chad/NNP/obl>declared "
        "ended=end/VBD/root ./."
    )
    assert cues(reduced, row) == [("declared", ["war"], ["ASSAULT"])]


def test_an_idiom_whose_noun_is_not_there_is_not_found() -> None:
    doc = tree("Niger/NNP/nsubj>declared declared=declare/VBD/root victory/NN/obj>declared ./.")
    assert cues(doc, "declare war,verb,subj,on,ASSAULT") == []


def test_a_noun_of_several_words_hangs_on_its_last() -> None:
    row = "peace deal,noun,agent,with,AGREE"
    doc = tree("A/DT/det>deal peace/NN/compound>deal deal/NN/nsubj>held held=hold/VBD/root ./.")
    assert cues(doc, row) == [("deal", ["peace"], ["AGREE"])]
    assert cues(tree("A/DT/det>deal deal/NN/nsubj>held held=hold/VBD/root ./."), row) == []


def test_a_noun_with_a_preposition_inside_hangs_on_the_word_before_it() -> None:
    row = "chief of staff,role,holder,body,office"
    doc = tree("The/DT/det>chief chief/NN/nsubj>fled of/IN/case>staff staff/NN/nmod>chief fled=flee/VBD/root ./.")
    assert cues(doc, row) == [("chief", ["of", "staff"], ["office"])]


def test_the_second_half_of_a_compound_is_a_compound_and_no_verb() -> None:
    rows = ("backed,compound,first,head,sponsor", "back,verb,subj,obj,SUPPORT")
    doc = tree(
        "Kenya/NNP/compound>backed -/HYPH/punct>Kenya backed=back/VBN/amod>monks monks=monk/NNS/nsubj>fled "
        "fled=flee/VBD/root ./."
    )
    assert cues(doc, *rows) == [("backed", [], ["sponsor"])]


def test_a_prefix_is_a_cue_before_a_name() -> None:
    doc = tree("Pro-Kenya/JJ/amod>monks monks=monk/NNS/nsubj>fled fled=flee/VBD/root ./.")
    assert cues(doc, "pro,prefix,head,base,ally") == [("Pro-Kenya", [], ["ally"])]


def test_a_participle_may_be_an_adjective() -> None:
    doc = tree(
        "monks=monk/NNS/nsubj>fled allied=ally/VBN/acl>monks to/IN/case>Kenya Kenya/NNP/obl>allied "
        "fled=flee/VBD/root ./."
    )
    assert cues(doc, "allied,adj,head,to|with,ally") == [("allied", [], ["ally"])]


def test_a_noun_in_ing_has_the_frames_of_its_verb_unless_it_has_its_own() -> None:
    doc = tree(
        "The/DT/det>targeting targeting/NN/nsubj>grew of/IN/case>monks monks=monk/NNS/nmod>targeting "
        "grew=grow/VBD/root ./."
    )
    assert cues(doc, "target,verb,subj,obj,ASSAULT") == [("targeting", [], ["ASSAULT"])]
    own = ("target,verb,subj,obj,ASSAULT", "targeting,noun,agent,patient,COERCE")
    assert cues(doc, *own) == [("targeting", [], ["COERCE"])]


def test_a_name_is_no_cue() -> None:
    doc = tree("Grant/NNP/nsubj>fled/PERSON fled=flee/VBD/root ./.")
    assert cues(doc, "grant,noun,agent,to,AID", "Grant,noun,agent,to,AID") == []


def test_a_verb_with_a_particle_is_another_verb() -> None:
    doc = tree("Kenya/NNP/nsubj>gave gave=give/VBD/root Chad/NNP/obj>gave up/RP/compound:prt>gave ./.")
    assert cues(doc, "give,verb,subj,obj,AID") == []
    assert cues(doc, "give up,verb,subj,obj,CONCEDE") == [("gave", ["up"], ["CONCEDE"])]
