"""Small questions about a tree that every rule asks: who is the subject, which words belong together."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from allegiance.extract.lexicon.classes import members

NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nor", "hardly", "barely", "scarcely", "n’t"})


def child(token: Token, *labels: str) -> Token | None:
    """The first dependent with one of these labels."""
    return next((other for other in token.children if other.dep_ in labels), None)


def with_conjuncts(token: Token) -> list[Token]:
    """A word and those coordinated with it."""
    found = [token]
    for other in found:
        found += [c for c in other.children if c.dep_ == "conj"]
    return found


def first_conjunct(token: Token) -> Token:
    """The word that a coordination hangs on: for "B" in "A and B" it is "A"."""
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    return token


def is_passive(verb: Token) -> bool:
    """Whether a verb form is passive: by its auxiliary or subject, or as a participle on its noun."""
    labels = {c.dep_ for c in verb.children}
    if "aux:pass" in labels or ("nsubj:pass" in labels and "obj" not in labels):
        return True
    if any(c.dep_ in ("nsubj", "aux") for c in verb.children):
        return False
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and verb.head.tag_ == "VBN":
        return is_passive(verb.head)
    return verb.tag_ == "VBN" and (
        verb.dep_ in ("acl", "amod", "advcl", "acl:relcl") or child(verb, "obl:agent") is not None
    )


def case(token: Token) -> str:
    """The preposition of a phrase, its fixed parts joined: "according to"; empty without one."""
    marker = child(token, "case")
    if marker is None:
        return ""
    return " ".join([marker.lower_, *(c.lower_ for c in marker.children if c.dep_ == "fixed")])


def phrases(token: Token, *prepositions: str) -> Iterator[Token]:
    """Prepositional phrases on a word, by preposition in the order asked for."""
    for preposition in prepositions:
        for other in token.children:
            if other.dep_ in ("obl", "nmod", "obl:agent", "advcl") and case(other) == preposition:
                yield other


def antecedent(pronoun: Token) -> Token | None:
    """The noun that a relative pronoun stands for."""
    if pronoun.tag_ not in ("WDT", "WP", "WP$") and pronoun.lower_ != "that":
        return None
    above = pronoun
    for _ in range(6):
        if above.dep_ == "acl:relcl":
            return _nearest_fitting(pronoun, above.head)
        if above.head == above:
            return None
        above = above.head
    return None


def _nearest_fitting(pronoun: Token, noun: Token) -> Token:
    """The noun right before the pronoun: B of "A and B who ..."; the army of "the leader of the army which ..."."""
    before = [word for word in with_conjuncts(noun) if word.i < pronoun.i]
    if before and pronoun.i and pronoun.nbor(-1).text != ",":
        noun = max(before, key=lambda word: word.i)
    if pronoun.lower_ != "which":
        return noun
    inner = next(
        (c for c in noun.children if c.dep_ == "nmod" and noun.i < c.i < pronoun.i and c.pos_ == "PROPN"), None
    )
    return inner if inner is not None and noun.lemma_.endswith(("er", "or", "man", "chief", "head", "ist")) else noun


def subjects(verb: Token, depth: int = 0) -> list[Token]:
    """The words that stand as a verb's subject in the grammar, inherited where it has none of its own."""
    own = child(verb, "nsubj", "nsubj:pass", "nsubj:outer")
    if own is not None:
        return [own]
    above, label = verb.head, verb.dep_
    if depth > 5 or above == verb:
        return []
    if label == "conj" and above.pos_ in ("VERB", "AUX", "ADJ", "NOUN", "PROPN"):
        return subjects(above, depth + 1) or _governing_noun(above)
    another = _object_of_above(verb)
    if another:
        return another
    if label == "xcomp":
        return _controllers(above, depth)
    if label == "advcl" and above.pos_ in ("VERB", "AUX", "ADJ", "NOUN"):
        return logical_subjects(above, depth + 1)
    if label == "ccomp" and verb.tag_ in ("VB", "VBG") and child(verb, "mark") is not None:
        return _controllers(above, depth)
    if label == "parataxis" and above.pos_ == "VERB":
        return []
    return _governing_noun(verb)


def _object_of_above(verb: Token) -> list[Token]:
    """Who does what "accused of attacking", "warned against selling" and "condemned for hijacking" speak of.

    It is the object of the verb above, also where the tree hangs the clause on a noun in between.
    """
    marker = child(verb, "mark", "case")
    if marker is None or marker.lower_ not in _OF_ANOTHER or verb.tag_ != "VBG":
        return []
    for above, _ in ancestors(verb):
        if above.pos_ == "VERB":
            if verb.head != above and above.lemma_ not in members("accusing"):
                return []
            return logical_objects(above)
    return []


_OF_ANOTHER = frozenset("of against from for into over".split())


def _governing_noun(verb: Token) -> list[Token]:
    if verb.dep_ in ("acl", "acl:relcl") and verb.tag_ in ("VBG", "VBN", "VBD", "VBZ", "VBP"):
        return [verb.head]
    if verb.dep_ == "amod" and verb.tag_ == "VBG":
        return [verb.head]
    return []


def _controllers(above: Token, depth: int) -> list[Token]:
    """Who does what an infinitive says: the object of "order", else the subject of what governs it."""
    if above.lemma_ in members("object control"):
        if is_passive(above):
            return subjects(above, depth + 1)
        held = child(above, "obj", "iobj")
        if held is not None:
            return [held]
    if is_passive(above):
        return subjects(above, depth + 1)
    return logical_subjects(above, depth + 1)


def logical_subjects(verb: Token, depth: int = 0) -> list[Token]:
    """Who does it: the subject of an active verb, the by-phrase of a passive one."""
    if verb.pos_ not in ("VERB", "AUX") or not is_passive(verb):
        return subjects(verb, depth)
    agents = [other for other in verb.children if other.dep_ == "obl:agent"]
    agents = agents or [other for other in verb.children if other.dep_ == "obl" and case(other) == "by"]
    if not agents:
        later = [
            o for o in verb.children if o.dep_ == "conj" and o.tag_ == "VBN" and child(o, "nsubj:pass", "nsubj") is None
        ]
        agents = [agent for other in later for agent in other.children if agent.dep_ == "obl:agent"]
    if not agents and verb.dep_ == "conj" and is_passive(verb.head):
        return logical_subjects(verb.head, depth + 1) if depth < 4 else []
    return agents


def logical_objects(verb: Token) -> list[Token]:
    """To whom it is done: the object of an active verb, the subject of a passive one."""
    if is_passive(verb):
        held = child(verb, "obj")
        found = subjects(verb) or ([verb.head] if verb.dep_ in ("acl", "amod", "acl:relcl") else [])
        return found if held is None else [*found, held]
    own = [other for other in verb.children if other.dep_ == "obj"]
    own = own or [other for other in verb.children if other.dep_ == "iobj"]
    if own:
        return own
    if verb.dep_ == "acl:relcl" and not any(
        c.dep_ in ("nsubj", "nsubj:pass") and c.tag_ in ("WDT", "WP") for c in verb.children
    ):
        return [verb.head] if child(verb, "nsubj") is not None else []
    return _shared_object(verb)


def _shared_object(verb: Token) -> list[Token]:
    """The object of the last of coordinated verbs belongs to all: "denounced and challenged the occupation"."""
    others = [other for other in with_conjuncts(first_conjunct(verb)) if other != verb and other.pos_ == "VERB"]
    for other in others:
        held = child(other, "obj")
        if held is not None and held.i > verb.i and held.i > other.i and abs(other.i - verb.i) <= 4:
            return [held]
    return []


def ancestors(token: Token) -> Iterator[tuple[Token, Token]]:
    """Each word above with the word below it, up to the root."""
    while token.head != token:
        yield token.head, token
        token = token.head
