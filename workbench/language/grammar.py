"""Articles and prepositions that go with English words, by tables."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from workbench.language.tables import read_table, read_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.language.words import Word

_VOWEL_NUMBER = re.compile(r"8|11(?!\d)|18(?!\d)|11,\d|18,\d")
_LONG_U = re.compile(
    r"u(?:$|ni(?!n[^i]|m)|s[aeiu]|t[aeiou]|b[iou]|k|r[aeio]|gan|ra|vul)|eu|ew|one\b|once\b|ouija"
)
_ACRONYM_VOWEL = frozenset("AEFHILMNORSX")


class Slip(NamedTuple):
    """A preposition that does not go with the word before it."""

    word: Word
    before: Word


def article_before(word: str) -> str | None:
    """“a” or “an”, whichever stands before the word or figure; None where both do, or who knows.

    Letters spoken one by one go by their names: an MP, a UN envoy.
    """
    first = re.split("[-’']", word)[0]
    if first[0].isdigit():
        return "an" if _VOWEL_NUMBER.match(first) else "a"
    if first.isupper():
        return _before_letters(first)
    return _before_word(first.lower())


def _before_letters(word: str) -> str | None:
    spelt = len(word) == 1 or not re.search("[AEIOUY]", word)
    if spelt or word[0] in "AEIO":
        return "an" if word[0] in _ACRONYM_VOWEL else "a"
    return None


@lru_cache(maxsize=20_000)
def _before_word(word: str) -> str | None:
    if word in _spoken():
        return _spoken()[word] or None
    vowel = word[0] in "aeiou" and not _LONG_U.match(word)
    return "an" if vowel else "a"


@cache
def _spoken() -> dict[str, str]:
    """The words whose first sound their first letter does not tell, with their article."""
    return {row["word"]: row["article"] for row in read_table("articles")}


def find_slips(words: Sequence[Word]) -> Iterator[Slip]:
    """Prepositions that do not go with the word before them: interested at, according out."""
    governed = _governed()
    for word, following in pairwise(words):
        if word.key in governed:
            right, wrong = governed[word.key]
            slipped = following.key not in right if right else following.key in wrong
            if slipped and following.key in (wrong or read_words("prepositions")):
                yield Slip(following, word)


@cache
def _governed() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """For each word the prepositions that alone may follow it, or those that may not."""
    found = {}
    for row in read_table("governed"):
        right, wrong = (
            frozenset(filter(None, row[side].split("|"))) for side in ("right", "wrong")
        )
        for word in row["words"].split("|"):
            found[word] = right, wrong
    return found
