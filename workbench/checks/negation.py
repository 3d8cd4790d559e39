"""Statements that became their opposite: a negation lost, added or moved."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from workbench.checks.base import Flag, Pair, check
from workbench.language.counterparts import Links, link, opposite
from workbench.language.negation import Negation, find_negations
from workbench.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.language.words import Word

_REACH = 4
"""How many words after a negation may hold the word it denies."""
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

    def unexcused(self) -> bool:
        """Whether the English denies more often than the Italian may, in one way or another."""
        return sum(one.kind != "like" for one in self.theirs) > len(self.excuses())


@check("accuracy", needs=("source", "target"))
def negation_lost(pair: Pair) -> Iterator[Flag]:
    """The Italian denies something that the English affirms."""
    both = _negations(pair)
    for one in both.ours if not both.theirs else ():
        if one.kind == "firm":
            said = message(
                "The Italian says “%(italian)s”; nothing in the English denies.",
                italian=_quoted(pair.source, pair.source_words, one),
            )
            yield Flag(*_place(pair, one), "major", said, other=(one.start, one.end))
            return


@check("accuracy", needs=("source", "target"))
def negation_added(pair: Pair) -> Iterator[Flag]:
    """The English denies something that the Italian affirms."""
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
    links = _links(pair)
    for one in firm:
        for index in _after(pair.source_words, one):
            other = links.forth.get(index)
            if other is not None:
                if not _affirmed(pair.target_words, both.theirs, other):
                    return False
                break
        else:
            return False
    return bool(firm)


def _meant(pair: Pair, one: Negation) -> int | None:
    """The Italian word that stands for what an English negation denies, by its index."""
    back = _links(pair).back
    return next(
        (back[index] for index in _after(pair.target_words, one) if index in back), None
    )


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
    links = _links(pair)
    after = _after(ours, one)
    index = next((i for i in after if i in links.forth), after[0] if after else len(ours) - 1)
    return opposite(links, ours, theirs, index) or (0, len(pair.target))


@lru_cache(maxsize=16)
def _negations(pair: Pair) -> _Both:
    return _Both(
        find_negations(pair.source, pair.source_words, "it"),
        find_negations(pair.target, pair.target_words, "en"),
    )


@lru_cache(maxsize=16)
def _links(pair: Pair) -> Links:
    return link(pair.source_words, pair.target_words)
