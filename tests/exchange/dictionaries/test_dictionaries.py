from __future__ import annotations

from pathlib import Path

import pytest

from allegiance.errors import DocumentError, UsageError
from allegiance.exchange.dictionaries import ACTORS, LEXICON, Sort, carry_over, write
from allegiance.extract.lexicon import shipped
from allegiance.extract.lexicon.own import read

VERBS = "--- ZORBLE [190] ---\nZORBLE {ZORBLED}\nATTACK\n- * &RAID AGAINST_ + [190]\n- + * ARMS FROM_ $ [072]\n"
SETS = "&RAID\n+RAID\n+AIR_STRIKE\n"


@pytest.fixture
def verbs(tmp_path: Path) -> Path:
    path = tmp_path / "verbs.txt"
    path.write_text(SETS + "\n" + VERBS, encoding="utf-8")
    return path


def test_what_is_written_is_a_lexicon_and_a_file_of_actors_of_ones_own(tmp_path: Path, verbs: Path) -> None:
    agents = tmp_path / "agents.txt"
    agents.write_text("ZORBLER {} [~REB]\nMILITIA [~REB]\n", encoding="utf-8")
    made, nouns = carry_over(verbs), carry_over(agents)
    assert (made.sort, nouns.sort, nouns.rows, nouns.already) == (
        Sort.VERBS,
        Sort.AGENTS,
        [("zorbler", "armed group")],
        1,
    )
    assert write(tmp_path / "mine.csv", LEXICON, made.rows) == len(made.rows)
    write(tmp_path / "nouns.csv", ACTORS, nouns.rows)
    words = read(shipped(), frames=[tmp_path / "mine.csv"], actors=[tmp_path / "nouns.csv"])
    assert words.actors["zorbler"] == "armed group"
    cues = {frame.cue: (frame.source, frame.target, frame.relation) for frame in words.frames["verb", "zorble"]}
    assert cues["zorble", "raid"] == (("subj",), ("against",), "ASSAULT")
    assert cues["zorble", "arm"] == (("from",), ("subj",), "AID")
    assert ("zorble", "air", "strike") in cues


def test_rows_that_the_shipped_lexicon_has_are_counted_and_left_out(verbs: Path) -> None:
    made = carry_over(verbs)
    assert ("attack", "ASSAULT") not in {(row[0], row[4]) for row in made.rows}
    assert made.already >= 1


def test_a_cue_that_was_carried_over_fires(tmp_path: Path, verbs: Path) -> None:
    from allegiance.extract import extract
    from allegiance.model import Document

    write(tmp_path / "mine.csv", LEXICON, carry_over(verbs).rows)
    words = read(shipped(), frames=[tmp_path / "mine.csv"])
    text = "Iran zorbled Iraq on Sunday."
    ((_, claims),) = extract([Document("1", text)], lexicon=words)
    assert [(c.source.actor, c.relation, c.target.actor) for c in claims] == [("Iran", "ASSAULT", "Iraq")]
    assert claims[0].rule == "verb.zorble@mine"


def test_a_file_that_is_no_dictionary_is_named(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("these are notes\n", encoding="utf-8")
    with pytest.raises(DocumentError, match=r"notes\.txt: is no dictionary of verbs, agents or actors"):
        carry_over(path)


def test_nothing_is_written_over(tmp_path: Path) -> None:
    write(tmp_path / "mine.csv", LEXICON, [])
    with pytest.raises(UsageError, match=r"mine\.csv: is there already"):
        write(tmp_path / "mine.csv", LEXICON, [])
    with pytest.raises(UsageError, match="No such file"):
        write(tmp_path / "no" / "mine.csv", LEXICON, [])
