from __future__ import annotations

from datetime import date

import pytest

from allegiance.archive import open_archive
from allegiance.model import Document, Status
from conftest import MakeClaim

SENTENCES = (
    "Iran met Iraq in 2003. Iran backed Badr. Iran met Oman in 2008, and Qatar in 2006. Iran left Badr. "
    "Iran may meet Iraq in 2030. Iran hit Badr."
)


@pytest.mark.parametrize("published", [None, "2020-02"])
def test_an_undated_claim_is_kept_with_the_dates_that_the_text_tells_around_it(
    make_claim: MakeClaim, published: str | None
) -> None:
    def said(relation: str, target: str, word: str, **fields: object) -> object:
        start = SENTENCES.index(word)
        end = SENTENCES.index(".", start) + 1
        return make_claim(
            document, "Iran", relation, target, id=word, start=start, end=end, quote=SENTENCES[start:end], **fields
        )

    document = Document("d1", SENTENCES, date=published)
    made = [
        said("CONSULT", "Iraq", "Iran met Iraq", since="2003"),
        said("sponsor", "Badr", "Iran backed"),
        said("CONSULT", "Oman", "Iran met Oman", since="2008"),
        said("CONSULT", "Qatar", "met Oman", since="2006"),
        said("splinter", "Badr", "Iran left"),
        said("CONSULT", "Iraq", "Iran may", since="2030", status=Status.PLANNED),
        said("ASSAULT", "Badr", "Iran hit"),
    ]
    with open_archive(":memory:", write=True) as archive:
        archive.add([(document, made)])  # type: ignore[list-item]
        found = archive.frame(columns=["relation", "previous", "next", "next_last", "latest"])
    latest = None if published else date(2008, 1, 1)
    kept = {relation: tuple(rest) for relation, *rest in found.iter_rows() if relation != "CONSULT"}
    assert kept["sponsor"] == (date(2003, 1, 1), date(2008, 1, 1), date(2008, 12, 31), latest)
    assert kept["splinter"] == (date(2006, 1, 1), None, None, latest)
    assert kept["ASSAULT"] == (date(2006, 1, 1), None, None, latest)
    assert found.filter(relation="CONSULT").drop("relation").null_count().row(0) == (4, 4, 4, 4)


def test_dates_of_other_documents_place_nothing(make_claim: MakeClaim) -> None:
    first, second = Document("d1", "Iran met Iraq in 2003."), Document("d2", "Iran backed Badr.")
    with open_archive(":memory:", write=True) as archive:
        archive.add(
            [
                (first, [make_claim(first, "Iran", "CONSULT", "Iraq", since="2003")]),
                (second, [make_claim(second, "Iran", "sponsor", "Badr")]),
            ]
        )
        assert archive.frame(columns=["previous", "next", "latest"]).null_count().row(0) == (2, 2, 2)
