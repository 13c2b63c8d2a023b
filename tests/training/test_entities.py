from __future__ import annotations

import importlib
import json
from pathlib import Path
from typing import Any

entities: Any = importlib.import_module("entities")


def test_what_a_corpus_does_not_annotate_is_left_open(tmp_path: Path) -> None:
    path = tmp_path / "uner.iob2"
    path.write_text("1\tKurds\tO\n2\tfled\tO\n3\tMosul\tB-LOC\n4\tDam\tI-LOC\n", encoding="utf-8")
    ((words, tags),) = entities.from_uner(path)
    assert words == ("Kurds", "fled", "Mosul", "Dam")
    assert {"O", "B-NORP", "I-DATE"} <= tags[0]
    assert not {"B-PERSON", "B-ORG", "B-PLACE"} & tags[0]
    assert tags[2:] == ({"B-PLACE", "B-FACILITY"}, {"I-PLACE", "I-FACILITY"})


def test_the_types_of_crossner_are_mapped_and_its_rest_may_be_anything(tmp_path: Path) -> None:
    path = tmp_path / "crossner.txt"
    path.write_text("Labour\tB-politicalparty\nwon\tO\nit\tB-misc\n\nIraq\tB-country\n", encoding="utf-8")
    (_, tags), (_, others) = entities.from_crossner(path)
    assert tags[0] == {"B-ORG"}
    assert tags[1] == entities.outside("DATE")
    assert tags[2] == set(entities.TAGS)
    assert others == ({"B-PLACE"},)


def test_sentences_of_our_own_are_annotated_in_full(tmp_path: Path) -> None:
    (tmp_path / "own.txt").write_text("# a note\n[NORP Iraqi]-led men met [PERSON Muqtada al-Sadr].\n", "utf-8")
    ((words, tags),) = entities.from_marked(tmp_path)
    assert words == ("Iraqi", "-", "led", "men", "met", "Muqtada", "al", "-", "Sadr", ".")
    assert [set(tag) for tag in tags] == [
        {"B-NORP"}, {"O"}, {"O"}, {"O"}, {"O"}, {"B-PERSON"}, {"I-PERSON"}, {"I-PERSON"}, {"I-PERSON"}, {"O"},
    ]  # fmt: skip


def test_spans_of_re3d_are_names_where_they_end_in_a_capital(tmp_path: Path) -> None:
    place = tmp_path / "CENTCOM"
    place.mkdir()
    text = "The Peshmerga met the local forces. Nothing else."
    (place / "documents.json").write_text(json.dumps({"_id": "1", "text": text}) + "\n", "utf-8")
    spans = [(0, 13), (18, 34)]
    rows = [
        {"documentId": "1", "type": "Organisation", "confidence": 1, "begin": begin, "end": end} for begin, end in spans
    ]
    (place / "entities.json").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    ((words, tags),) = entities.from_re3d(tmp_path)
    allowed = dict(zip(words, tags, strict=True))
    assert allowed["Peshmerga"] == {"B-ORG"}
    assert allowed["forces"] == set(entities.TAGS)
    assert "O" in allowed["The"]
    assert "Nothing" not in allowed


def test_the_sentences_of_our_own_that_ship_are_well_formed() -> None:
    folder = Path(__file__).parents[2] / "training" / "names"
    made = list(entities.from_marked(folder))
    assert len(made) > 100
    assert not [words for words, _ in made if {"[", "]"} & set(words) and set(entities.TYPES) & set(words)]
