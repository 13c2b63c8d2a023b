from __future__ import annotations

import re
from pathlib import Path

import pytest

from allegiance.errors import UsageError
from allegiance.extract.lexicon import REMOVED, Frame, extended, shipped
from allegiance.extract.lexicon.own import PREPOSITIONS, ROLES, read

PAGE = Path(__file__).parents[2] / "docs" / "explain.md"
HEADER = "cue,pos,source,target,relation,example\n"


def frame(cue: str, pos: str = "verb", relation: str = "sponsor") -> Frame:
    return Frame(tuple(cue.split()), pos, ("subj",), ("obj",), relation, "")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "mine.csv"


def test_a_frame_is_added_and_the_lexicon_it_is_added_to_stays_as_it_is() -> None:
    more = extended(shipped(), frames=[frame("zorble")], actors={"Zorbler": "armed group"})
    assert more.frames["verb", "zorble"] == (frame("zorble"),)
    assert more.actors["zorbler"] == "armed group"
    assert ("verb", "zorble") not in shipped().frames
    assert "zorbler" not in shipped().actors


def test_a_longer_cue_of_ones_own_comes_before_a_shorter_one_that_is_shipped() -> None:
    (first, *rest) = extended(shipped(), frames=[frame("attack by land and sea")]).frames["verb", "attack"]
    assert first.cue == ("attack", "by", "land", "and", "sea")
    assert rest == list(shipped().frames["verb", "attack"])


def test_an_event_noun_of_ones_own_is_an_event() -> None:
    assert "hudna" in extended(shipped(), frames=[frame("hudna", "noun")]).events


def test_a_cue_is_taken_out_under_its_part_of_speech_only() -> None:
    less = extended(shipped(), frames=[frame("attack", relation=REMOVED)])
    assert all(known.cue != ("attack",) for known in less.frames.get(("verb", "attack"), ()))
    assert less.frames["noun", "attack"] == shipped().frames["noun", "attack"]


def test_a_cue_is_taken_out_and_written_anew_in_any_order() -> None:
    anew = extended(shipped(), frames=[frame("attack", relation="REQUEST"), frame("attack", relation=REMOVED)])
    assert [known.relation for known in anew.frames["verb", "attack"] if known.cue == ("attack",)] == ["REQUEST"]


def test_a_noun_is_taken_out() -> None:
    assert "militia" not in extended(shipped(), actors={"militia": REMOVED}).actors


def test_a_rule_of_ones_own_carries_the_name_of_its_file(file: Path) -> None:
    file.write_text(f"{HEADER}Zorble ,verb,subj,obj|against,sponsor,\n")
    (found,) = read(shipped(), frames=[file]).frames["verb", "zorble"]
    assert (found.rule, found.target) == ("verb.zorble@mine", ("obj", "against"))


def test_the_example_column_may_be_absent_and_columns_may_stand_in_any_order(file: Path) -> None:
    file.write_text("relation,pos,cue,target,source,note\nsponsor,verb,zorble,obj,subj,mine\n")
    assert ("verb", "zorble") in read(shipped(), frames=[file]).frames


def test_a_byte_order_mark_windows_line_ends_and_empty_lines_are_no_matter(file: Path) -> None:
    file.write_bytes(f"\ufeff{HEADER}\n,,,,,\nzorble,verb,subj,obj,sponsor,\n".replace("\n", "\r\n").encode())
    assert ("verb", "zorble") in read(shipped(), frames=[file]).frames


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("zorble,vrb,subj,obj,sponsor,", r":2: 'vrb' is no part of speech; is it 'verb'\?"),
        ("zorble,verb,subj,obj,sponser,", r":2: 'sponser' is no relation; is it 'sponsor'\?"),
        ("zorble,verb,subj,obj,9,", ":2: '9' is no relation; it is one of affiliate, "),
        (",verb,subj,obj,sponsor,", ":2: the cue is empty"),
        ("zorble,verb,-,obj,sponsor,", ":2: source: '-' is neither a role of a verb"),
        ("zorble,verb,subj,objj,sponsor,", ":2: target: 'objj' is neither a role of a verb"),
        ("zorble,verb,subj,holder,sponsor,", ":2: target: 'holder' is neither a role of a verb"),
        ("zorbled,compound,first,by,sponsor,", ":2: target: 'by' is no role of a compound"),
        ("zorble,verb,subj,obj|both,ally,", ":2: target: 'both' stands alone"),
        ("zorble,verb,,,-,", ":2: the lexicon has no verb 'zorble' to remove"),
        ("zorble,verb,subj,obj", ":2: has not as many fields as the first line, 6"),
        ("zorble,verb,subj,obj,sponsor,x,y", ":2: has not as many fields as the first line, 6"),
        ('"zorble', ":2: is not CSV: unexpected end of data"),
        ("zorble,verb,subj,obj,sponsor,\nzorble,verb,subj,obj,love,", ":3: 'love' is no relation"),
    ],
)
def test_a_row_that_cannot_be_right_is_an_error_that_names_its_file_and_line(file: Path, row: str, reason: str) -> None:
    file.write_text(HEADER + row)
    with pytest.raises(UsageError, match=rf"mine\.csv{reason}") as caught:
        read(shipped(), frames=[file])
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("warband,army", ":2: 'army' is no kind of actor"),
        (",party", ":2: a noun is one word or two, not ''"),
        ("band of warriors,armed group", ":2: a noun is one word or two"),
        ("zorble,-", ":2: the lexicon has no actor 'zorble' to remove"),
    ],
)
def test_an_actor_that_cannot_be_right_is_an_error_too(file: Path, row: str, reason: str) -> None:
    file.write_text(f"noun,kind\n{row}\n")
    with pytest.raises(UsageError, match=rf"mine\.csv{reason}"):
        read(shipped(), actors=[file])


def test_a_file_without_its_columns_is_an_error(file: Path) -> None:
    for content in ("", "noun;kind\nwarband;party\n"):
        file.write_text(content)
        with pytest.raises(
            UsageError, match=r"mine\.csv:1: has no column 'noun'; the first line must be like noun,kind"
        ):
            read(shipped(), actors=[file])


def test_a_file_that_is_not_there_or_not_utf_8_is_an_error(file: Path) -> None:
    with pytest.raises(UsageError, match=r"mine\.csv: No such file"):
        read(shipped(), frames=[file])
    file.write_bytes(b"noun,kind\nwarband,party\nm\xe9dia,media\n")
    with pytest.raises(UsageError, match=r"mine\.csv:3: is not UTF-8"):
        read(shipped(), actors=[file])


def test_every_place_in_the_shipped_lexicon_is_one_that_a_file_of_ones_own_may_name() -> None:
    for (pos, _), frames in shipped().frames.items():
        for known in frames:
            assert {*known.source, *known.target} <= {*ROLES[pos], *PREPOSITIONS}, known


def test_the_files_in_the_documentation_are_right(tmp_path: Path) -> None:
    lexicon, actors = re.findall(r"```csv\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    (tmp_path / "mine.csv").write_text(lexicon, encoding="utf-8")
    (tmp_path / "nouns.csv").write_text(actors, encoding="utf-8")
    words = read(shipped(), frames=[tmp_path / "mine.csv"], actors=[tmp_path / "nouns.csv"])
    assert words.actors["enforcer"] == "armed group"
    assert words.frames["noun", "hudna"][0].relation == "AGREE"
    assert all(known.cue != ("back",) for known in words.frames["verb", "back"])
