from __future__ import annotations

from extract.rows import said
from extract.trees import tree

LOYAL = "loyal,adj,head,to,affiliate"
BACKED = "backed,compound,first,head,sponsor"
PRO = "pro,prefix,head,base,ally"


def test_an_adjective_is_said_of_its_noun_or_of_the_subject_of_its_copula() -> None:
    on_noun = tree(
        "Militias=militia/NNS/nsubj>fled loyal/JJ/amod>Militias to/IN/case>Kenya Kenya/NNP/obl>loyal/PLACE "
        "fled=flee/VBD/root ./."
    )
    copula = tree(
        "Militias=militia/NNS/nsubj>loyal are=be/VBP/cop>loyal loyal/JJ/root to/IN/case>Kenya "
        "Kenya/NNP/obl>loyal/PLACE ./."
    )
    assert said(on_noun, LOYAL) == said(copula, LOYAL) == ["Militias > Kenya"]


def test_an_adjective_without_its_phrase_says_nothing() -> None:
    assert said(tree("Militias=militia/NNS/nsubj>loyal are=be/VBP/cop>loyal loyal/JJ/root ./."), LOYAL) == []


def test_a_participle_is_an_adjective_with_its_by_phrase() -> None:
    doc = tree(
        "Militias=militia/NNS/nsubj>fled funded=fund/VBN/acl>Militias by/IN/case>Cuba "
        "Cuba/NNP/obl:agent>funded/PLACE fled=flee/VBD/root ./."
    )
    assert said(doc, "funded,adj,by,head,sponsor") == ["Cuba > Militias"]


def test_the_first_half_of_a_compound_acts_on_the_noun() -> None:
    doc = tree(
        "Kenya/NNP/compound>backed/PLACE -/HYPH/punct>Kenya backed=back/VBN/amod>militias "
        "militias=militia/NNS/nsubj>fled fled=flee/VBD/root ./."
    )
    assert doc.text == "Kenya-backed militias fled."
    assert said(doc, BACKED) == ["Kenya > Kenya-backed militias"]


def test_a_compound_on_a_title_is_said_of_the_name() -> None:
    doc = tree(
        "Kenya/NNP/compound>backed/PLACE -/HYPH/punct>Kenya backed=back/VBN/amod>general "
        "general/NN/nsubj>fled Oren/NNP/appos>general/PERSON Vask/NNP/flat>Oren/PERSON fled=flee/VBD/root ./."
    )
    assert said(doc, BACKED) == ["Kenya > Oren Vask"]


def test_a_compound_on_coordinated_nouns_is_said_of_both() -> None:
    doc = tree(
        "Kenya/NNP/compound>backed/PLACE -/HYPH/punct>Kenya backed=back/VBN/amod>militias "
        "militias=militia/NNS/nsubj>fled and/CC/cc>gunmen gunmen=gunman/NNS/conj>militias fled=flee/VBD/root "
        "./."
    )
    assert said(doc, BACKED) == ["Kenya > Kenya-backed militias", "Kenya > gunmen"]


def test_a_compound_whose_first_half_is_no_actor_says_nothing() -> None:
    doc = tree(
        "gold/NN/compound>backed -/HYPH/punct>gold backed=back/VBN/amod>militias "
        "militias=militia/NNS/nsubj>fled fled=flee/VBD/root ./."
    )
    assert said(doc, BACKED) == []


def test_a_prefix_sets_its_noun_beside_its_base() -> None:
    doc = tree("Pro-Kenya/JJ/amod>militias/NORP militias=militia/NNS/nsubj>fled fled=flee/VBD/root ./.")
    assert said(doc, PRO) == ["Pro-Kenya militias > Kenya"]


def test_a_prefix_on_a_thing_says_nothing_of_anybody() -> None:
    doc = tree("Pro-Kenya/JJ/amod>songs/NORP songs=song/NNS/nsubj>grew grew=grow/VBD/root ./.")
    assert said(doc, PRO) == []
