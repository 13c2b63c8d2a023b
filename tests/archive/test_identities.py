from __future__ import annotations

from dataclasses import replace

import pytest

from allegiance.actors import Judgement, Verb
from allegiance.archive import Archive
from allegiance.errors import ArchiveError, UsageError
from allegiance.model import Claim, Document, Kind
from conftest import MakeClaim

MADE = "2026-01-01T00:00:00.000000"


def kinds(claim: Claim, source: Kind, target: Kind) -> Claim:
    """Return the claim with other kinds of actors."""
    return replace(claim, source=replace(claim.source, kind=source), target=replace(claim.target, kind=target))


def put(archive: Archive, make_claim: MakeClaim, document: Document, *said: tuple[str, str, str]) -> None:
    claims = [
        kinds(make_claim(document, one, relation, other), Kind.ARMED_GROUP, Kind.ARMED_GROUP)
        for one, relation, other in said
    ]
    archive.add([(document, claims)])


def ids(archive: Archive) -> dict[str, str]:
    return {name: archive.find(name).id for name in archive.actors()["name"]}


def judged(verb: Verb, subject: str, object_: str) -> Judgement:
    return Judgement(verb, subject, object_, "me", MADE, "because")


@pytest.fixture
def spelt(archive: Archive, make_claim: MakeClaim) -> Archive:
    first = Document("d1", "Jaysh al-Zahra attacked Badr.", date="2007-05")
    second = Document("d2", "The Zahra Army (ZA) fought the Basra Lions; ZLF did not.", date="2008")
    put(archive, make_claim, first, ("Jaysh al-Zahra", "ASSAULT", "Badr"))
    put(archive, make_claim, second, ("Zahra Army", "ASSAULT", "Basra Lions"))
    return archive


def test_names_of_one_actor_are_one_in_frames_and_lists(spelt: Archive) -> None:
    found = spelt.resolve()
    assert found.of["zahra-army"] == "jaysh-al-zahra"
    assert spelt.find("Zahra Army").key == spelt.find("Jaysh al-Zahra").key
    assert spelt.frame(columns=["source"])["source"].n_unique() == 1
    assert spelt.frame(touching=[spelt.find("Zahra Army").key]).height == 2
    assert spelt.actors().filter(id="jaysh-al-zahra")["claims"].item() == 2


def test_an_actor_is_called_what_the_gazetteer_calls_it(spelt: Archive) -> None:
    spelt.resolve()
    badr = spelt.find("Badr")
    assert (badr.id, badr.name, badr.kind) == ("badr", "Badr Organization", Kind.ARMED_GROUP)
    assert spelt.find("badr organization").key == badr.key
    keys = spelt.frame(columns=["claim"])["claim"].to_list()
    assert "Badr Organization" in spelt.quotes(keys)["target_name"].to_list()
    assert "Badr" in {claim.target.actor for claim in spelt.claims(keys)}


def test_running_again_and_reading_more_changes_no_id(spelt: Archive, make_claim: MakeClaim) -> None:
    before = spelt.resolve().of
    assert spelt.resolve().of == before
    put(spelt, make_claim, Document("d0", "Zahra Army met Zahra Brigade."), ("Zahra Army", "CONSULT", "Zahra Brigade"))
    after = spelt.resolve().of
    assert {name: after[name] for name in before} == before


def test_an_actor_keeps_its_id_when_its_first_document_is_forgotten(spelt: Archive) -> None:
    spelt.resolve()
    spelt.forget("d1")
    spelt.resolve()
    assert spelt.find("Zahra Army").id == "jaysh-al-zahra"


def test_abbreviations_in_brackets_join_their_names(archive: Archive, make_claim: MakeClaim) -> None:
    first = Document("d1", "The Lions of the Two Rivers of Basra (LTRB) fought Badr. LTRB lost to Fatah.")
    put(
        archive,
        make_claim,
        first,
        ("Lions of the Two Rivers of Basra", "ASSAULT", "Badr"),
        ("LTRB", "ASSAULT", "Fatah"),
    )
    assert archive.resolve().of["ltrb"] == archive.find("Lions of the Two Rivers of Basra").id


def test_claims_that_two_names_are_one_join_them_unless_denied(archive: Archive, make_claim: MakeClaim) -> None:
    text = Document("d1", "Zahra Front, also called Lions of Basra, fought Badr.")
    put(archive, make_claim, text, ("Zahra Front", "alias", "Lions of Basra"), ("Zahra Front", "ASSAULT", "Badr"))
    assert archive.resolve().of["lions-of-basra"] == "zahra-front"


def test_judgements_are_kept_heeded_and_taken_over_once(spelt: Archive) -> None:
    split = judged(Verb.SPLIT, "jaysh-al-zahra", "zahra-army")
    rename = judged(Verb.RENAME, "zahra-army", "The Army of Zahra")
    assert spelt.judge([split, rename, split]) == 2
    assert spelt.judge([split]) == 0
    assert spelt.judgements() == [split, rename]
    spelt.resolve()
    assert spelt.find("The Army of Zahra").id == "zahra-army"
    assert spelt.judge([judged(Verb.UNDO, split.id, "")]) == 1
    spelt.resolve()
    assert spelt.find("Zahra Army").id == "jaysh-al-zahra"


def test_a_name_has_an_id_of_its_own_beside_that_of_its_actor(spelt: Archive) -> None:
    spelt.resolve()
    assert spelt.name_id("Zahra Army") == "zahra-army"
    assert spelt.name_id("Badr Organization") == "badr"
    with pytest.raises(UsageError, match="no such actor"):
        spelt.name_id("Nobody")


def test_an_actor_shows_its_names_with_scores_and_grounds(spelt: Archive) -> None:
    spelt.resolve()
    actor = spelt.who("Zahra Army")
    assert [(joined.name.text, joined.with_name) for joined in actor.names] == [
        ("Jaysh al-Zahra", None),
        ("Zahra Army", "Jaysh al-Zahra"),
    ]
    assert actor.names[1].score == 0.97
    assert actor.names[1].grounds == ("2 words alike",)


def test_entities_that_the_archive_was_given_stay_known(spelt: Archive) -> None:
    line = '{"id": "z", "schema": "Organization", "properties": {"name": ["Zahra Army"], "alias": ["Basra Lions"]}}'
    spelt.resolve([line, line])
    assert spelt.gazetteer().entities["z"].others == ("Basra Lions",)
    assert spelt.resolve().of["basra-lions"] == spelt.find("Zahra Army").id


def test_what_an_actor_was_called_comes_from_the_gazetteer_claims_and_documents(
    archive: Archive, make_claim: MakeClaim
) -> None:
    text = Document("d1", "ISI fought Badr. Lions of Basra is the successor of Zahra Army.", date="2007-03")
    claims = [
        make_claim(text, "ISI", "ASSAULT", "Badr"),
        make_claim(text, "Lions of Basra", "successor", "Zahra Army", since="2009"),
    ]
    archive.add([(text, claims)])
    archive.resolve()
    names = [(one.name, one.known_by) for one in archive.called("ISI", "2007")]
    assert names == [("Islamic State of Iraq", "gazetteer"), ("ISI", "documents")]
    (before,) = archive.called("Lions of Basra", "2005")
    assert (before.actor, before.until, before.claims) == ("zahra-army", "2009", (claims[1].id,))


def test_an_archive_opened_for_reading_cannot_be_resolved(spelt: Archive) -> None:
    from allegiance.archive import open_archive

    if spelt._file.path != ":memory:":
        with open_archive(spelt._file.path) as readable, pytest.raises(ArchiveError, match="reading only"):
            readable.resolve()
