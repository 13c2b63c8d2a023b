from __future__ import annotations

from allegiance.actors import Name, Verb, resolve
from allegiance.actors.review import Answer, Question, questions, review
from allegiance.model import Kind


def asked() -> list[Question]:
    texts = ["Hamas", "Kurdish Hamas", "Badr Front", "Lebanese Badr Front", "Zahra Army", "Syrian Zahra Army"]
    names = [Name(text, text, Kind.ARMED_GROUP, place, place) for place, text in enumerate(texts, start=1)]
    return questions(resolve(names))


def test_the_pairs_come_with_those_first_that_would_join_most_claims() -> None:
    found = asked()
    assert [(question.number, question.of, question.doubt.claims) for question in found] == [
        (1, 3, 5),
        (2, 3, 3),
        (3, 3, 1),
    ]
    assert found[0].left.name == "Zahra Army" or found[0].right.name == "Zahra Army"


def test_answers_become_judgements_until_the_end() -> None:
    answers = iter([Answer.SAME, Answer.LATER, Answer.DIFFERENT])
    made = [(verb, question.number) for verb, question in review(asked(), lambda _: next(answers))]
    assert made == [(Verb.MERGE, 1), (Verb.SPLIT, 3)]
    assert list(review(asked(), lambda _: Answer.END)) == []
