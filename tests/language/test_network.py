from __future__ import annotations

import inspect
from pathlib import Path

import numpy as np
import pytest

from allegiance.errors import DataError
from allegiance.language import Network, Reader
from allegiance.language.network import BATCH

SHIPPED = Path(inspect.getfile(Network)).parent / "model"
SIZE = sum(path.stat().st_size for path in SHIPPED.iterdir())
SENTENCES = [["Iran", *["backs", "Badr"] * (number % 40), "."] for number in range(1, 300)]


def test_a_folder_without_the_files_of_a_model_is_an_error_that_names_them(tmp_path: Path) -> None:
    (tmp_path / "answers.json").write_text("{}", encoding="utf-8")
    with pytest.raises(DataError, match=r"lacks read\.onnx, label\.onnx, tokenizer\.json, lemmas\.tsv"):
        Network(tmp_path)


@pytest.mark.skipif(SIZE > 60e6, reason="a model in float32 lies here; the one that ships is int8")
def test_the_shipped_model_takes_at_most_25_megabytes() -> None:
    assert SIZE <= 25e6


def test_every_sentence_is_in_one_batch_and_no_batch_is_larger_than_it_may_be(reader: Reader) -> None:
    seen: list[int] = []
    for group, feed in reader.network.batches(SENTENCES):
        seen += group
        assert feed["ids"].shape == feed["shapes"].shape
        assert feed["ids"].shape[0] == feed["firsts"].shape[0] == len(group)
        assert feed["ids"].size <= BATCH
    assert sorted(seen) == list(range(len(SENTENCES)))


def test_the_first_piece_of_each_word_follows_the_sentence_start(reader: Reader) -> None:
    ((_, feed),) = reader.network.batches([["Iran", "backs"], ["Go"]])
    assert feed["firsts"].tolist() == [[0, 1, 0], [0, 1, 2]] or feed["firsts"].tolist() == [[0, 1, 2], [0, 1, 0]]


def test_readings_come_in_the_order_of_their_sentences(reader: Reader) -> None:
    readings = reader.network.read(SENTENCES[:60])
    assert [len(reading.heads) for reading in readings] == [len(words) for words in SENTENCES[:60]]


def test_a_reading_says_something_of_every_word(reader: Reader) -> None:
    (reading,) = reader.network.read([["Iran", "backs", "Badr", "."]])
    assert {len(part) for part in (reading.upos, reading.xpos, reading.lemmas, reading.labels, reading.names)} == {4}
    assert reading.names.shape == (4, len(reader.network.name_tags))
    assert np.allclose(np.exp(reading.names).sum(axis=1), 1, atol=1e-4)


def test_no_sentences_give_no_readings(reader: Reader) -> None:
    assert reader.network.read([]) == []
