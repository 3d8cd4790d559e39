"""Words with their places, and the function words that tell Italian from English."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from workbench.language.tables import read_words

if TYPE_CHECKING:
    from workbench.model import Language

# An Italian elided word ends at its apostrophe (dell’ | Illinois), an English one goes on (don’t).
_PATTERN: dict[Language, re.Pattern[str]] = {
    "it": re.compile(r"[^\W\d_]+[’']?"),
    "en": re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*"),
}
_SENTENCE = re.compile(r"\S(?:.*?)(?:(?<![.!?…])[.!?…]+[”’»\"')\]]*(?=\s)|$)", re.DOTALL)


class Word(NamedTuple):
    """A word and its place: ``text[start:end]``, in code points."""

    text: str
    start: int
    end: int
    key: str
    """The word in lower case with a straight apostrophe, for looking it up."""


def find_words(text: str, language: Language) -> list[Word]:
    """All words of `text`, in order; digits and marks belong to none."""
    return list(_words(text, language))


@lru_cache(maxsize=512)  # the side that nobody changes is read at every save of the other
def _words(text: str, language: Language) -> tuple[Word, ...]:
    return tuple(pick_words(text, _PATTERN[language]))


def find_sentences(text: str) -> list[Word]:
    """The sentences of `text` with their places, split after a stop that a space follows."""
    return pick_words(text, _SENTENCE)


def pick_words(text: str, pattern: re.Pattern[str]) -> list[Word]:
    """What matches the pattern in `text`, in order."""
    # looked up at every turn by every check: the key is made once, and for the whole text at once
    keys = text.lower().replace("’", "'")
    if len(keys) != len(text):  # İ has two letters in lower case
        return [
            Word(m.group(), m.start(), m.end(), m.group().lower().replace("’", "'"))
            for m in pattern.finditer(text)
        ]
    return [Word(m.group(), *m.span(), keys[m.start() : m.end()]) for m in pattern.finditer(text)]


def count_words(text: str) -> int:
    """How many words separated by white space `text` has; numbers count."""
    return len(text.split())


FUNCTION_WORDS: dict[Language, frozenset[str]] = {
    "it": read_words("function_words", language="it"),
    "en": read_words("function_words", language="en"),
}

ITALIAN_ONLY = read_words("function_words", language="it", only="yes")
"""Italian function words that no English sentence holds, but in a name or a quotation."""


ENGLISH_ONLY = FUNCTION_WORDS["en"] - FUNCTION_WORDS["it"]
"""English function words that no Italian sentence holds."""

ITALIAN_LIKELY = FUNCTION_WORDS["it"] - FUNCTION_WORDS["en"]
"""Italian function words that English holds in names only: la, di, della."""
