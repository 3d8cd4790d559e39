"""Which words are English, and which one a word that is not was meant to be.

simplemma knows the forms of English words, wordfreq how often the frequent ones are used. Both
ship their data; it is loaded when the first word is looked up.
"""

from __future__ import annotations

from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA
from simplemma import is_known
from wordfreq import get_frequency_dict

from workbench.language.tables import read_table, read_words

_COMMON = 1e-5
"""How often a word is used that is one though the dictionary lacks it: once in 100,000 words."""
_SHORT = 4
"""Letters below which a word is near too many others to be surely one of them."""
_LONG = 8
"""Letters from which two slips may be in one word."""
_LONGEST = 30
"""Letters beyond which nothing is a word that could be misspelt."""
_VERY_COMMON = 1e-4
_CLEARLY = 8
"""How many times more often than the next a word is used that alone can be meant."""


@lru_cache(maxsize=50_000)
def is_english(word: str) -> bool:
    """Whether the word, in lower case and with a straight apostrophe, is English."""
    plain = word.removesuffix("'s").removesuffix("'")
    if len(plain) > _LONGEST:
        return True
    if is_known(plain, lang="en") or plain in read_words("words"):
        return True
    return _frequencies().get(plain, 0) >= _COMMON or _is_compound(plain)


@lru_cache(maxsize=5_000)
def meant(word: str) -> tuple[str, ...]:
    """The frequent words that a misspelt one is one slip away from, the most frequent first.

    A slip is a letter too many, too few, another one, or two that changed places; a long word may
    have two after its first letter. A short one must be near a very frequent word.
    """
    frequencies = _frequencies()
    slips = 2 if len(word) >= _LONG else 1
    words = _words_of(len(word))
    near = process.extract(word, words, scorer=OSA.distance, score_cutoff=slips, limit=None)
    least = _VERY_COMMON if len(word) < _SHORT else 0
    one = {other for other, distance, _ in near if distance == 1 and frequencies[other] >= least}
    two = {other for other, *_ in near if other[0] == word[0] and frequencies[other] >= _COMMON}
    return tuple(sorted(one or two, key=lambda other: -frequencies[other]))


def misspelling(word: str) -> str | None:
    """What to write for a word that is known to be misspelt: dont, alot, informations."""
    return _misspellings().get(word)


def correction(word: str) -> str | None:
    """The word that was meant, where only one can be."""
    frequencies, found = _frequencies(), meant(word)
    if len(found) > 1 and frequencies[found[0]] < _CLEARLY * frequencies[found[1]]:
        return None
    return found[0] if found else None


@cache
def _misspellings() -> dict[str, str]:
    return {row["word"]: row["right"] for row in read_table("misspellings")}


@cache
def _frequencies() -> dict[str, float]:
    """How often each of the 29,000 most frequent English words is used, as a share of all."""
    found: dict[str, float] = get_frequency_dict("en", "small")
    return found


@cache
def _words_of(length: int) -> list[str]:
    """The words that are as long, or shorter or longer by two letters, and are surely words."""
    return [
        word
        for word in _frequencies()
        if abs(len(word) - length) <= 2 and word.isalpha() and is_known(word, lang="en")
    ]


def _is_compound(word: str) -> bool:
    """Whether the word is another one with a beginning that makes new words: microplastics.

    Not where it is a slip away from a frequent word: “cotact” is no co-tact.
    """
    rests = (word.removeprefix(prefix) for prefix in read_words("prefixes"))
    made = any(_SHORT <= len(rest) < len(word) and is_known(rest, lang="en") for rest in rests)
    return made and not any(_frequencies()[other] >= _COMMON for other in meant(word))
