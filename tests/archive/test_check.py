from __future__ import annotations

from dataclasses import replace

import polars as pl
import pytest

from allegiance.archive import Added, Archive
from allegiance.archive.batch import claim_frame, document_frame
from allegiance.errors import ClaimError, SkippableError, UsageError
from allegiance.model import Claim, Document, Mention
from conftest import MakeClaim


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("quote", "Iran backs Iraq", "its quote is not what the text has"),
        ("start", 1, "its quote is not what the text has"),
        ("end", 0, "its quote is not what the text has"),
        ("document", "d2", "names another document, d2"),
        ("since", "2014-06-31", "has a since that is no date: 2014-06-31"),
        ("until", "soon", "has a until that is no date: soon"),
        ("sign", 2, "has no sign from -1 to 1"),
        ("weight", 11.0, "has no weight from -10 to 10"),
        ("confidence", float("nan"), "has no confidence from 0 to 1"),
    ],
)
def test_a_claim_that_cannot_be_is_refused_with_the_reason(
    archive: Archive, document: Document, made: list[Claim], field: str, value: object, reason: str
) -> None:
    with pytest.raises(ClaimError, match=reason):
        archive.add([(document, [replace(made[0], **{field: value})])])  # type: ignore[arg-type]


@pytest.mark.parametrize("side", ["source", "target"])
def test_a_mention_that_is_not_in_the_text_is_refused(
    archive: Archive, document: Document, made: list[Claim], side: str
) -> None:
    party = replace(getattr(made[0], side), mention=Mention(0, 4, "Iraq"))
    with pytest.raises(ClaimError, match=f"its mention of the {side} is not what the text has from 0 to 4"):
        archive.add([(document, [replace(made[0], **{side: party})])])


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        ("end", 999, "its quote is not in the text"),
        ("target_end", 999, "its target is not in the text"),
        ("source_start", None, "its source is not in the text"),
        ("document", "d2", "its document is not in the batch"),
        ("source_kind", "planet", "has no source_kind that is known: planet"),
        ("status", None, "has no status that is known: none"),
        ("relation", None, "has no relation"),
    ],
)
def test_rows_of_a_frame_are_refused_in_the_same_way(
    archive: Archive, document: Document, made: list[Claim], column: str, value: object, reason: str
) -> None:
    errors: list[SkippableError] = []
    rows = claim_frame(made)
    changed = pl.when(pl.int_range(pl.len()) == 0).then(pl.lit(value)).otherwise(pl.col(column)).alias(column)
    added = archive.add_frames(document_frame([document]), rows.with_columns(changed), on_error=errors.append)
    assert added == Added(documents=1, claims=1)
    (error,) = errors
    assert str(error).endswith(f": {reason}")


def test_a_document_with_an_impossible_date_is_left_out_with_its_claims(
    archive: Archive, document: Document, made: list[Claim]
) -> None:
    errors: list[SkippableError] = []
    archive.add([(replace(document, date="2020-13"), made)], on_error=errors.append)
    assert str(errors[0]) == "d1: has a date that is no date: 2020-13"
    assert len(errors) == 3
    assert not archive.has("d1")


def test_a_frame_without_a_column_is_a_usage_error(archive: Archive, document: Document, made: list[Claim]) -> None:
    with pytest.raises(UsageError, match="the frame of claims has no column rule"):
        archive.add_frames(document_frame([document]), claim_frame(made).drop("rule"))


def test_offsets_count_characters_and_not_bytes_or_what_is_seen(archive: Archive, make_claim: MakeClaim) -> None:
    text = Document("d", "Ag\u0306a 🙂 e\u0301 👨‍👩‍👧 backs Őrség.")
    claim = make_claim(text, "Ag\u0306a", "ally", "Őrség")
    archive.add([(text, [claim])])
    assert archive.claims([1]) == [claim]


def test_a_claim_with_the_id_of_another_is_refused_unless_it_is_the_same_again(
    archive: Archive, document: Document, made: list[Claim]
) -> None:
    other = replace(document, id="d2")
    errors: list[SkippableError] = []
    added = archive.add(
        [(document, [made[0], made[0]]), (other, [replace(made[0], document="d2")])], on_error=errors.append
    )
    assert added == Added(documents=2, claims=1)
    assert [str(error) for error in errors] == [
        f"claim {made[0].id} of document d2: its id is that of a claim of another document"
    ]
