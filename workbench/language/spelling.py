"""Which words are English, and which one a word that is not was meant to be.

simplemma knows the forms of English words, wordfreq how often the frequent ones are used. Both
ship their data; it is loaded when the first word is looked up.
"""

from __future__ import annotations

from functools import cache, lru_cache

from workbench.language.frequencies import frequencies
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
    if frequencies("en").get(plain, 0) >= _COMMON or plain in read_words("words"):
        return True
    return in_dictionary(plain) or _is_compound(plain)


def in_dictionary(word: str) -> bool:
    """Whether an English dictionary has the word, given in lower case."""
    # Loaded by the first word that is not frequent.
    from simplemma import is_known  # noqa: PLC0415

    return bool(is_known(word, lang="en"))


@lru_cache(maxsize=5_000)
def meant(word: str) -> tuple[str, ...]:
    """The frequent words that a misspelt one is one slip away from, the most frequent first.

    A slip is a letter too many, too few, another one, or two that changed places; a long word may
    have two after its first letter. A short one must be near a very frequent word.
    """
    # Loaded by the first word that may be misspelt.
    from rapidfuzz import process  # noqa: PLC0415
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    often = frequencies("en")
    slips = 2 if len(word) >= _LONG else 1
    words = _words_of(len(word))
    near = process.extract(word, words, scorer=OSA.distance, score_cutoff=slips, limit=None)
    # Few words are near: the dictionary is asked for them alone.
    near = [found for found in near if in_dictionary(found[0])]
    least = _VERY_COMMON if len(word) < _SHORT else 0
    one = {other for other, distance, _ in near if distance == 1 and often[other] >= least}
    two = {other for other, *_ in near if other[0] == word[0] and often[other] >= _COMMON}
    return tuple(sorted(one or two, key=lambda other: (-often[other], other)))


def misspelling(word: str) -> str | None:
    """What to write for a word that is known to be misspelt: dont, alot, informations."""
    return _misspellings().get(word)


def correction(word: str) -> str | None:
    """The word that was meant, where only one can be."""
    often, found = frequencies("en"), meant(word)
    if len(found) > 1 and often[found[0]] < _CLEARLY * often[found[1]]:
        return None
    return found[0] if found else None


@cache
def _misspellings() -> dict[str, str]:
    return {row["word"]: row["right"] for row in read_table("misspellings")}


@cache
def _words_of(length: int) -> list[str]:
    """The frequent words that are as long, or shorter or longer by two letters."""
    near = (_words_by_length().get(each, ()) for each in range(length - 2, length + 3))
    return [word for words in near for word in words]


@cache
def _words_by_length() -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for word in filter(str.isalpha, frequencies("en")):
        found.setdefault(len(word), []).append(word)
    return found


def _is_compound(word: str) -> bool:
    """Whether the word is another one with a beginning that makes new words: microplastics.

    Not where it is a slip away from a frequent word: “cotact” is no co-tact.
    """
    rests = (word.removeprefix(prefix) for prefix in read_words("prefixes"))
    made = any(_SHORT <= len(rest) < len(word) and in_dictionary(rest) for rest in rests)
    return made and not any(frequencies("en")[other] >= _COMMON for other in meant(word))
