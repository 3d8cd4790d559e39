"""How likely it is that given paragraphs belong together, as a gain over leaving them alone.

The gain is the logarithm of the odds: a sum of facts, each with a weight. What speaks for a bead
is the share of the words' weight that has a counterpart, the more so the more words there are;
what speaks against it are lengths that differ, and marks, numbers and names that ought to be on
both sides and are not.
"""

from __future__ import annotations

from math import fsum
from operator import mul
from typing import TYPE_CHECKING, NamedTuple

from workbench.align.features import shared

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.align.band import Band
    from workbench.align.blocks import Block
    from workbench.align.features import Features, Shared

    Indices = tuple[int, ...]

MEASURES = {
    "pair": 1.84,
    "extra": -1.56,
    "share": 18.89,
    "cover": 15.47,
    "ratio": -2.18,
    "gap": -0.46,
    "ourlength": -1.08,
    "theirlength": -0.55,
}
"""The weights of what `measure` counts, in its order."""
MARKS = {
    "ends": -2.97,
    "sign": 0.8,
    "signs": -1.65,
    "opening": -2.17,
    "quotes": -0.92,
    "titles": -2.5,
    "numbers": -1.62,
    "ournames": -0.76,
    "theirnames": -0.43,
    "foreign": -2.1,
}
"""The weights of what `compare` counts, in its order."""
_MEASURES = tuple(MEASURES.values())
_MARKS = tuple(MARKS.values())
LEAST = -3.0
"""Paragraphs whose measures gain this much less than nothing do not belong together."""
_SIGNS = frozenset("?!:")
_USUAL = 60.0
"""Weight of the words of a usual pair."""
_GROWTH = 0.55
_MOST = 2.8
_RATIO = 1.07
"""Characters of Italian per character of English."""
_LOG_RATIO = 0.068
_MIDDLE = 4.5
"""The logarithm of the length of a usual paragraph."""
_SHORT = 3.4
"""Shorter texts count as 30 code points long."""
_UNLIKE = 1.6
"""A text this many times as long as another is no translation of it…"""
_SLACK = 25
"""…unless this many code points make the difference."""


class Bead(NamedTuple):
    """Source and target paragraphs taken together, and what that gains over leaving them alone."""

    source: Indices
    target: Indices
    gain: float


class Evidence:
    """The gain of any bead inside the band."""

    def __init__(self, features: Features, band: Band) -> None:
        self.band = band
        self._count = len(features.source)
        self._source, self._target = features.source, features.target

    def pairs(self) -> Iterator[tuple[int, int, float]]:
        """All pairs of paragraphs inside the band, in order, each with its gain."""
        ours = [(kind,) for kind in self._source.kinds]
        theirs = [(kind,) for kind in self._target.kinds]
        for i, kind in enumerate(ours):
            for j in range(self.band[i][0], self.band[i + 1][1]):
                yield i, j, self._gain(kind, theirs[j])

    def gain(self, source: Indices, target: Indices) -> float:
        """The gain of all these paragraphs taken together."""
        return self._gain(self._source.kinds_of(source), self._target.kinds_of(target))

    def covers(self, i: int, j: int) -> bool:
        """Whether the pair exists and lies inside the band."""
        return 0 <= i < self._count and self.band[i][0] <= j < self.band[i + 1][1]

    def lopsided(self, source: range, target: range) -> bool:
        """Whether the lengths alone rule the bead out."""
        ours = self._source.length(source)
        theirs = self._target.length(target)
        return ours > _UNLIKE * theirs + _SLACK or theirs > _UNLIKE * ours + _SLACK

    def _gain(self, source: Indices, target: Indices) -> float:
        ours, theirs = self._source.block(source), self._target.block(target)
        words = shared(ours, theirs)
        gain: float = sum(map(mul, _MEASURES, measure(ours, theirs, words)))
        if gain > LEAST - 1:
            gain += sum(map(mul, _MARKS, compare(ours, theirs, words)))
        return gain


def measure(ours: Block, theirs: Block, words: Shared) -> tuple[float, ...]:
    """How much the blocks share and how far their lengths differ."""
    found = _weigh(words.ours, ours.bag, theirs.reach)
    found_there = _weigh(words.theirs, theirs.bag, ours.reach)
    total = ours.total + theirs.total
    worth = min(_MOST, (total / _USUAL) ** _GROWTH)
    return (
        1.0,
        ours.size + theirs.size - 2,
        worth * (found + found_there) / total,
        worth * min(found / ours.total, found_there / theirs.total),
        min(1.5, abs(ours.log - theirs.log - _LOG_RATIO)),
        min(7.0, abs(ours.length / _RATIO - theirs.length) / 20),
        max(_SHORT, ours.log) - _MIDDLE,
        max(_SHORT, theirs.log) - _MIDDLE,
    )


def _weigh(words: set[str], bag: dict[str, float], reach: dict[str, float]) -> float:
    """The weight of the words, each as far as it is sure; `fsum`, since sets have no order."""
    return fsum([bag[word] * reach[word] for word in words])


def compare(ours: Block, theirs: Block, words: Shared) -> tuple[float, ...]:
    """Where marks, numbers and names agree or ought to."""
    same = ours.end == theirs.end
    marked = ours.end in _SIGNS or theirs.end in _SIGNS
    return (
        (not ours.end) != (not theirs.end),
        same and marked,
        marked and not same,
        ours.quoted != theirs.quoted,
        ours.quotes != theirs.quotes,
        ours.titles + theirs.titles,
        min(4, len(ours.numbers ^ theirs.numbers)),
        min(4, len(ours.names - words.ours)),
        min(4, len(theirs.names - words.theirs)),
        theirs.foreign,
    )
