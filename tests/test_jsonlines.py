from __future__ import annotations

import json

from allegiance.jsonlines import claim_to_dict, claim_to_line
from allegiance.model import Document, Status
from conftest import MakeClaim


def test_a_claim_has_exactly_the_documented_fields_in_their_order(make_claim: MakeClaim) -> None:
    document = Document(id="d1", text="Iran backed Badr – as is said.")
    claim = make_claim(document, "Iran", "sponsor", "Badr", since="2003", status=Status.REPORTED, according_to="some")
    fields = "document id quote start end source target relation sign weight plover since until status according_to"
    assert list(claim_to_dict(claim)) == [*fields.split(), "confidence", "rule"]
    line = claim_to_line(claim)
    assert "\n" not in line
    read = json.loads(line)
    assert read == claim_to_dict(claim)
    assert read["status"] == "reported"
    for party in (read["source"], read["target"]):
        assert list(party) == ["actor", "id", "kind", "mention", "start", "end"]
        assert document.text[party["start"] : party["end"]] == party["mention"]
    assert document.text[read["start"] : read["end"]] == read["quote"]
