"""The translation memory: which remembered pair is like a text, and what is searched in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Levenshtein

from workbench.language.frequencies import frequencies

if TYPE_CHECKING:
    from collections.abc import Iterable

LEAST = 70
"""Percent from which a remembered text is like enough to be of use; 70 is the trade's custom."""
MOST = 5
"""Matches that are shown of one text."""
_TOKEN = re.compile(r"\w+|[^\w\s]")
_WORD = re.compile(r"\w+")
_KEYS = 8
"""Words by which a text is looked for: enough, because its rarest ones say most of it."""


class Remembered(NamedTuple):
    """A confirmed pair: the segment it is from, and its texts."""

    segment: int
    source: str
    target: str


class Match(NamedTuple):
    """A remembered pair whose Italian is like a text."""

    percent: int
    """100 where the Italian is the same; at least `LEAST`."""
    pair: Remembered
    times: int
    """How often the same pair was confirmed."""


def key_words(text: str) -> list[str]:
    """The rarest words of an Italian text, by which others like it are found; the rarest first.

    Numbers differ in texts that are otherwise alike, so they stand last.
    """
    often = frequencies("it")
    words = set(_WORD.findall(text.lower()))
    by_rarity = sorted(
        words, key=lambda word: (any(map(str.isdigit, word)), often.get(word, 0), word)
    )
    return by_rarity[:_KEYS]


def similarity(one: str, other: str) -> int:
    """How alike two texts are, in percent: 100 where they are the same, letter by letter.

    The share of words and marks that need no edit: 1 - d / n, with the Levenshtein distance d over
    words and the number n of words in the longer text, rounded down. This is what translators know
    as fuzzy match; case counts, white space does not.
    """
    if one == other:
        return 100
    likeness = Levenshtein.normalized_similarity(_TOKEN.findall(one), _TOKEN.findall(other))
    return min(int(100 * likeness), 99)


def best_matches(text: str, pairs: Iterable[Remembered]) -> list[Match]:
    """The pairs that are most like the text, best first, the newest of equals first.

    What was confirmed several times in the same words is one match.
    """
    counted: dict[tuple[str, str], list[Remembered]] = {}
    for pair in pairs:
        counted.setdefault((pair.source, pair.target), []).append(pair)
    found = []
    for alike in counted.values():
        percent = similarity(text, alike[0].source)
        if percent >= LEAST:
            found.append(Match(percent, max(alike, key=lambda pair: pair.segment), len(alike)))
    return sorted(found, key=lambda match: (-match.percent, -match.pair.segment))[:MOST]


def search_terms(asked: str) -> list[str]:
    """What a person searches for: single words, and phrases that stand in quotation marks.

    Nothing where there is no letter or digit in it.
    """
    quoted = re.compile(r"[\"“”«»]([^\"“”«»]+)[\"“”«»]")
    phrases = [" ".join(_WORD.findall(found)) for found in quoted.findall(asked)]
    words = _WORD.findall(quoted.sub(" ", asked))
    return [term for term in (*phrases, *words) if term]
