"""Statements that became their opposite: a negation lost, added or moved."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from workbench.checks.base import Flag, Pair, check
from workbench.checks.linked import links
from workbench.language.counterparts import opposite
from workbench.language.negation import Negation, find_negations
from workbench.language.opposites import (
    Opposite,
    candidates,
    denying,
    find_denied,
    find_opposites,
)
from workbench.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.language.words import Word

_DENIES = re.compile(r"\b(?:non|nessun[oa]?|neanche|nemmeno|neppure|né)\b", re.IGNORECASE)
_DENIES_TOO = re.compile(
    r"\b(?:not?|cannot|never|without|n?either|nor|nobody|nothing|none|nowhere)\b|n[’']t\b",
    re.IGNORECASE,
)
"""What most texts have none of, so that nothing more need be looked at."""
_REACH = 4
"""How many words after a negation may hold the word it denies."""
_BESIDE = 3
"""How many words before a negation may hold its subject."""
_BACK, _AHEAD = 7, 2
"""Words before and after a word among which a negation that denies it stands."""


class _Both(NamedTuple):
    """The negations of both texts."""

    ours: list[Negation]
    theirs: list[Negation]

    def excuses(self) -> list[Negation]:
        """What in the Italian an English negation may stand for.

        Words like fail and deny are none where the English has as many of them.
        """
        like = [sum(one.kind == "like" for one in side) for side in self]
        return [one for one in self.ours if one.kind != "like" or like[0] > like[1]]

    def even(self) -> bool:
        """Whether both texts deny equally often."""
        ours, theirs = ([one for one in side if one.kind != "like"] for side in self)
        return len(ours) == len(theirs)

    def unexcused(self) -> bool:
        """Whether the English denies more often than the Italian may, in one way or another."""
        return sum(one.kind != "like" for one in self.theirs) > len(self.excuses())


@check("accuracy", needs=("source", "target"))
def negation_lost(pair: Pair) -> Iterator[Flag]:
    """The Italian denies something that the English affirms."""
    if not _DENIES.search(pair.source):
        return
    both = _negations(pair)
    firm = [one for one in both.ours if one.kind == "firm"]
    if not both.theirs:
        if firm and not candidates(pair.source_words, pair.target_words):  # not far: near
            yield _lost(pair, firm[0])
    elif sum(one.kind != "like" for one in both.theirs) < len(firm):
        for one in firm:
            if pair.source[one.start : one.end].lower() == "non" and _is_affirmed(pair, both, one):
                yield _lost(pair, one)


@check("accuracy", needs=("source", "target"))
def negation_added(pair: Pair) -> Iterator[Flag]:
    """The English denies something that the Italian affirms."""
    if not _DENIES_TOO.search(pair.target):
        return
    both = _negations(pair)
    denied = [one for one in both.theirs if one.kind == "firm"]
    if not denied:
        return
    if not both.ours:
        for one in denied:
            yield _added(pair, one, _meant(pair, one))
    elif both.unexcused() or _moved(pair, both):
        for one in denied:
            place = _meant(pair, one)
            if place is not None and _affirmed(pair.source_words, both.excuses(), place):
                yield _added(pair, one, place)


@check("accuracy", needs=("source", "target"))
def opposite_word(pair: Pair) -> Iterator[Flag]:
    """An English word says the opposite of an Italian one: sold for bought, unlikely for likely.

    It fires only where nothing else in the English says what the Italian does, and as many
    negations are on both sides. Where the sentence is turned round on purpose, dismiss it.
    """
    ours, theirs = pair.source_words, pair.target_words
    found = [*_by_table(pair), *_by_beginning(pair)]
    if found and not _negations(pair).even():
        return
    for index in sorted({one.theirs for one in found}):
        word = theirs[index]
        said = ours[next(one.ours for one in found if one.theirs == index)]
        yield Flag(
            word.start,
            word.end,
            "major",
            message(
                "“%(english)s” is the opposite of “%(italian)s”.",
                english=word.text,
                italian=said.text,
            ),
            other=(said.start, said.end),
        )


def _by_table(pair: Pair) -> Iterator[Opposite]:
    ours, theirs = pair.source_words, pair.target_words
    if found := candidates(ours, theirs):
        yield from find_opposites(found, ours, theirs, links(pair))


def _by_beginning(pair: Pair) -> Iterator[Opposite]:
    if found := denying(pair.target_words):
        yield from find_denied(found, pair.source_words, links(pair))


def _lost(pair: Pair, one: Negation) -> Flag:
    said = message(
        "The Italian says “%(italian)s”; nothing in the English denies.",
        italian=_quoted(pair.source, pair.source_words, one),
    )
    return Flag(*_place(pair, one), "major", said, other=(one.start, one.end))


def _is_affirmed(pair: Pair, both: _Both, one: Negation) -> bool:
    """Whether the English says what the Italian denies with none of its negations near."""
    forth, after = links(pair).forth, _after(pair.source_words, one)
    before = range(after.start - 2, max(-1, after.start - 2 - _BESIDE), -1)
    place = next((forth[i] for i in (*after, *before) if i in forth), None)
    if place is None:
        return False
    start, end = _sentence(pair, place)
    return not any(each.start < end and start < each.end for each in both.theirs)


def _sentence(pair: Pair, place: int) -> tuple[int, int]:
    """The English words beside the one at that index, as far as its sentence goes."""
    words, text = pair.target_words, pair.target
    first, word, last = (
        words[min(max(0, index), len(words) - 1)] for index in (place - _BACK, place, place + _BACK)
    )
    before, after = text[first.start : word.start], text[word.end : last.end]
    start = first.start + max(map(before.rfind, ".!?")) + 1
    return start, word.end + len(re.split("[.!?]", after)[0])


def _added(pair: Pair, one: Negation, place: int | None) -> Flag:
    english = _quoted(pair.target, pair.target_words, one)
    if place is None:
        said = message(
            "The English denies (“%(english)s”); nothing in the Italian does.", english=english
        )
        return Flag(one.start, one.end, "major", said)
    word = pair.source_words[place]
    said = message(
        "The English denies (“%(english)s”); the Italian does not (“%(italian)s”).",
        english=english,
        italian=word.text,
    )
    return Flag(one.start, one.end, "major", said, other=(word.start, word.end))


def _moved(pair: Pair, both: _Both) -> bool:
    """Whether what the Italian denies is affirmed in the English."""
    firm = [one for one in both.ours if one.kind == "firm"]
    linked = links(pair)
    for one in firm:
        for index in _after(pair.source_words, one):
            other = linked.forth.get(index)
            if other is not None:
                if not _affirmed(pair.target_words, both.theirs, other):
                    return False
                break
        else:
            return False
    return bool(firm)


def _meant(pair: Pair, one: Negation) -> int | None:
    """The Italian word that stands for what an English negation denies, by its index."""
    back = links(pair).back
    return next((back[index] for index in _after(pair.target_words, one) if index in back), None)


def _affirmed(words: Sequence[Word], negations: list[Negation], index: int) -> bool:
    """Whether none of the negations is near the word."""
    start = words[max(0, index - _BACK)].start
    end = words[min(len(words) - 1, index + _AHEAD)].end
    return not any(one.start < end and start < one.end for one in negations)


def _after(words: Sequence[Word], one: Negation) -> range:
    """The indices of the words after a negation among which the denied one is."""
    first = next((i for i, word in enumerate(words) if word.start >= one.end), len(words))
    return range(first, min(first + _REACH, len(words)))


def _quoted(text: str, words: Sequence[Word], one: Negation) -> str:
    """The negation with the words after it."""
    after = _after(words, one)[:2]
    return text[one.start : words[after[-1]].end if after else one.end]


def _place(pair: Pair, one: Negation) -> tuple[int, int]:
    """Where the English says what the Italian denies; all of it where that is not known."""
    ours, theirs = pair.source_words, pair.target_words
    linked = links(pair)
    after = _after(ours, one)
    index = next((i for i in after if i in linked.forth), after[0] if after else len(ours) - 1)
    return opposite(linked, ours, theirs, index) or (0, len(pair.target))


@lru_cache(maxsize=16)
def _negations(pair: Pair) -> _Both:
    return _Both(
        find_negations(pair.source, pair.source_words, "it"),
        find_negations(pair.target, pair.target_words, "en"),
    )
