"""Words as the English Universal Dependencies treebanks cut them.

spaCy's own English rules with two changes, both about hyphens: a hyphenated compound is cut whatever stands
before the hyphen ("U.S.-backed" is three words), and a prefix that is no word by itself is not ("pro-Iran",
"anti-American" are one).
"""

from __future__ import annotations

from spacy.lang.en import English
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex
from spacy.vocab import Vocab

HYPHENS = "-\u2010\u2011\u2013"
"""What joins words: hyphen-minus, hyphen, non-breaking hyphen, en dash."""

PREFIXES = (
    "anti",
    "co",
    "ex",
    "mid",
    "multi",
    "neo",
    "non",
    "post",
    "pre",
    "pro",
    "re",
    "semi",
    "sub",
    "ultra",
    "un",
)
_MORE_QUOTES = "‹›‟‛"


def _infixes() -> list[str]:
    kept = [pattern for pattern in English.Defaults.infixes or () if "(?:-|–|—|--|---|——|~)" not in pattern]
    after_prefix = "".join(rf"(?<!\b{form})" for prefix in PREFIXES for form in (prefix, prefix.capitalize()))
    letter = r"[^\W_]"
    return [
        *kept,
        rf"(?<=[^\W\d_]){after_prefix}[{HYPHENS}](?={letter})",
        rf"(?<=[A-Za-z]\.)[{HYPHENS}](?={letter})",
        rf"(?<=[0-9])[{HYPHENS}](?=[A-Za-z])",
        r"(?<=\d{4})[\u2010\u2011\u2013](?=\d)",
        r"(?<=[^\W\d_])(?:—|--|---|——|~)(?=[^\W\d_])",
        r"(?<=[^\W\d_])/(?=[^\W\d_])",
    ]


def tokenizer(vocab: Vocab) -> Tokenizer:
    """A tokenizer over ``vocab``; every character of a text but the single spaces between words is in some token."""
    made = English().tokenizer
    if not isinstance(made, Tokenizer):
        raise TypeError("spaCy's English has another kind of tokenizer")
    return Tokenizer(
        vocab,
        rules=made.rules,
        prefix_search=compile_prefix_regex([*(English.Defaults.prefixes or ()), *_MORE_QUOTES]).search,
        suffix_search=compile_suffix_regex([*(English.Defaults.suffixes or ()), *_MORE_QUOTES]).search,
        infix_finditer=compile_infix_regex(_infixes()).finditer,
        token_match=made.token_match,
        url_match=made.url_match,
    )
