"""The translation memory: which remembered pair is like a text, and what is searched in it."""

from __future__ import annotations

import re
from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Levenshtein

from workbench.language.frequencies import frequencies
from workbench.language.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Iterable

LEAST = 70
"""Percent from which a remembered text is like enough to be of use; 70 is the trade's custom."""
MOST = 5
"""Matches that are shown of one text."""
NEAR = 95
"""Percent at least where only numbers and dates differ: little to correct, and easily seen."""
_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|\w+|[^\w\s]")
"""A number with all its points, a word, or a mark."""
_WORD = re.compile(r"\w+")
_KEYS = 60
"""Words of a text, by which it may be looked for."""


class Remembered(NamedTuple):
    """A confirmed pair: the segment it is from, its texts, and the event that confirmed it."""

    segment: int
    source: str
    target: str
    event: int = 0


class Match(NamedTuple):
    """A remembered pair whose Italian is like a text."""

    percent: int
    """100 where the Italian is the same; at least `LEAST`."""
    pair: Remembered
    times: int
    """How often the same pair was confirmed."""


def key_words(text: str) -> list[str]:
    """The words of an Italian text by which others like it are found, the rarest first.

    They are taken from both halves in turn, because a rare sentence may stand in many texts that
    are else quite different. Numbers differ in texts that are else alike, so they stand last.
    """
    words = _WORD.findall(text.lower())
    half = (len(words) + 1) // 2
    in_turn = zip_longest(_by_rarity(words[:half]), _by_rarity(words[half:]))
    taken = dict.fromkeys(word for both in in_turn for word in both if word)
    return sorted(taken, key=_has_digit)[:_KEYS]


def _by_rarity(words: list[str]) -> list[str]:
    often = frequencies("it")
    return sorted(set(words), key=lambda word: (_has_digit(word), often.get(word, 0), word))


def _has_digit(word: str) -> bool:
    return any(map(str.isdigit, word))


def similarity(one: str, other: str) -> int:
    """How alike two texts are, in percent: 100 where they are the same, letter by letter.

    The share of words and marks that need no edit: 1 - d / n, with the Levenshtein distance d over
    words and the number n of words in the longer text, rounded down. This is what translators know
    as fuzzy match; case counts, white space does not. Where nothing but numbers, weekdays and
    months differ it is at least `NEAR`.
    """
    if one == other:
        return 100
    return _likeness(_TOKEN.findall(one), _TOKEN.findall(other))


def _likeness(ours: list[str], theirs: list[str]) -> int:
    percent = int(100 * Levenshtein.normalized_similarity(ours, theirs))
    return max(min(percent, 99), NEAR if _alike_but_for_dates(ours, theirs) else 0)


def _alike_but_for_dates(ours: list[str], theirs: list[str]) -> bool:
    """Whether words differ only where both texts have a number, a weekday or a month."""
    return len(ours) == len(theirs) and all(
        one == other or _kind(one) == _kind(other) != ""
        for one, other in zip(ours, theirs, strict=True)
    )


def _kind(word: str) -> str:
    return "number" if word[0].isdigit() else _dates().get(word.lower(), "")


def best_matches(text: str, pairs: Iterable[Remembered]) -> list[Match]:
    """The pairs that are most like the text, best first, the newest of equals first.

    What was confirmed several times in the same words is one match.
    """
    counted: dict[tuple[str, str], list[Remembered]] = {}
    for pair in pairs:
        counted.setdefault((pair.source, pair.target), []).append(pair)
    found = []
    words = _TOKEN.findall(text)
    for alike in counted.values():
        source = alike[0].source
        percent = 100 if source == text else _likeness(words, _TOKEN.findall(source))
        if percent >= LEAST:
            found.append(Match(percent, max(alike, key=_newest), len(alike)))
    found.sort(key=lambda match: (match.percent, _newest(match.pair)), reverse=True)
    return found[:MOST]


def search_terms(asked: str) -> list[str]:
    """What a person searches for: single words, and phrases that stand in quotation marks.

    Nothing where there is no letter or digit in it.
    """
    quoted = re.compile(r"[\"“”«»]([^\"“”«»]+)[\"“”«»]")
    phrases = [" ".join(_WORD.findall(found)) for found in quoted.findall(asked)]
    words = _WORD.findall(quoted.sub(" ", asked))
    return [term for term in (*phrases, *words) if term]


def _newest(pair: Remembered) -> tuple[int, int]:
    return pair.event, pair.segment


@cache
def _dates() -> dict[str, str]:
    """The Italian weekdays and months."""
    return {
        row["word"]: row["kind"]
        for row in read_table("calendar")
        if row["language"] == "it" and row["kind"] in ("weekday", "month")
    }
