from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from allegiance.coder import NONE, Coder, Pair, Sentence, coder
from allegiance.errors import DataError
from allegiance.vocabulary import relations

MODEL = Path(str(files("allegiance.coder"))) / "model"
VOCABULARY = Path(str(files("allegiance.language"))) / "model" / "tokenizer.json"


def asked(text: str, *pairs: tuple[str, str]) -> Sentence:
    def span(name: str) -> tuple[int, int]:
        return text.index(name), text.index(name) + len(name)

    return Sentence.of_text(text, [Pair(span(source), span(target)) for source, target in pairs])


def test_the_coder_answers_with_every_relation_of_the_vocabulary_or_none() -> None:
    assert set(coder().answers) == {NONE, *relations()}


@pytest.mark.parametrize(
    ("text", "source", "target", "code"),
    [
        ("Norway has agreed to send aid to Malawi.", "Norway", "Malawi", "AGREE"),
        ("Norway sent food aid to Malawi.", "Norway", "Malawi", "AID"),
        ("Norway threatened to cut aid to Malawi.", "Norway", "Malawi", "THREATEN"),
        ("Norway expelled three diplomats of Malawi.", "Norway", "Malawi", "SANCTION"),
        ("Rebels killed forty soldiers of the army in the east.", "Rebels", "army", "ASSAULT"),
        ("The minister was arrested by the police on Tuesday.", "police", "minister", "COERCE"),
        ("The minister was arrested by the police on Tuesday.", "minister", "police", NONE),
    ],
)
def test_tense_intent_and_direction_change_the_code(text: str, source: str, target: str, code: str) -> None:
    sentence = asked(text, (source, target), (target, source))
    there, turned = coder().code([sentence])[0]
    assert there.forth.code == turned.back.code == code


def test_probabilities_sum_to_one() -> None:
    chances = coder().chances([asked("Iran armed Yemen.", ("Iran", "Yemen")), asked("Yemen, Iran.", ("Iran", "Yemen"))])
    assert [row.shape for row in chances] == [(1, 2, len(coder().answers))] * 2
    assert np.concatenate(chances).sum(axis=-1) == pytest.approx(1, abs=1e-5)


def test_what_is_said_of_a_pair_does_not_depend_on_the_others() -> None:
    text, pair = "Iran armed the Houthis of Yemen, and Riyadh complained.", ("Iran", "Houthis")
    longer = asked("so " * 60 + "Iran armed Yemen.", ("Iran", "Yemen"))
    alone = coder().chances([asked(text, pair)])[0][0]
    together = coder().chances([longer, asked(text, ("Riyadh", "Yemen"), pair)])[1][1]
    assert np.abs(alone - together).max() < 1e-4


def test_a_sentence_without_pairs_has_no_codes() -> None:
    assert coder().code([]) == []
    assert coder().code([asked("Iran."), asked("Iran armed Yemen.", ("Iran", "Yemen"))])[0] == []


def test_a_folder_that_lacks_the_model_is_named(tmp_path: Path) -> None:
    shutil.copy(MODEL / "answers.json", tmp_path)
    with pytest.raises(DataError, match=r"lacks code\.onnx"):
        Coder(tmp_path, VOCABULARY)


def test_the_model_is_at_most_25_megabytes() -> None:
    assert sum(path.stat().st_size for path in MODEL.iterdir()) <= 25_000_000
