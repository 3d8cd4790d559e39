"""Text to the keys by which an Italian and an English word can be recognised as the same."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.model import Language

_TOKEN = re.compile(r"[^\W\d_]+|\d+(?:[.,:]\d+)*")
_MARKS = re.compile(r"[.,:]")
_VOWELS = frozenset("aeiouhyj")
# Italian spells by sound what English spells by origin: filosofia, teatro, chimica, azione.
_SPELLINGS = (
    ("ph", "f"), ("th", "t"), ("ck", "c"), ("ch", "c"), ("qu", "c"), ("k", "c"), ("q", "c"),
    ("zion", "tion"), ("z", "s"), ("x", "s"), ("w", "v"),
)  # fmt: skip
_ENDINGS: dict[Language, frozenset[str]] = {
    "it": frozenset({
        "amento", "amenti", "imento", "imenti", "azione", "azioni", "mente", "ando", "endo",
        "iamo", "ano", "ono", "ato", "ata", "ati", "ate", "uto", "uta", "uti", "ute", "ito",
        "ita", "iti", "ite", "ava", "are", "ere", "ire", "io", "ia", "ie", "ii", "o", "a", "e", "i",
    }),
    "en": frozenset({
        "ations", "ation", "ments", "ment", "ingly", "ings", "ing", "edly", "ied", "ies",
        "ed", "es", "ly", "s", "e", "y",
    }),
}  # fmt: skip
_LONGEST = 6
"""Letters of the longest ending."""


def tokenise(text: str) -> list[str]:
    """The words and numerals of `text` in order, lower case; marks and emoji fall away.

    A numeral is ``#`` and its digits: 22,4 and 22.4 are the same whatever the marks mean.
    """
    return [_normal(found) for found in _TOKEN.findall(text)]


@lru_cache(maxsize=20_000)
def _normal(found: str) -> str:
    if found[0].isdigit():
        return "#" + _MARKS.sub("", found)
    return fold(found)


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """The word in lower case without accents."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word.lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@lru_cache(maxsize=20_000)
def stem(word: str, language: Language) -> str:
    """A folded word without its commonest inflections; at least three letters stay."""
    for length in range(min(_LONGEST, len(word) - 3), 0, -1):
        if word[-length:] in _ENDINGS[language]:
            return word[:-length]
    return word


@lru_cache(maxsize=20_000)
def skeleton(word: str) -> str:
    """The consonants of a folded word in a spelling both languages share: “presidente” prsdnt."""
    for old, new in _SPELLINGS:
        word = word.replace(old, new)
    bones, last = word[:1], ""
    for letter in word[1:]:
        if letter not in _VOWELS and letter != last:
            bones += letter
            last = letter
    return bones
