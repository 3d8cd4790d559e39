"""How likely it is that given paragraphs belong together, as a gain over leaving them alone.

The gain grows with the share of the words' weight that has a counterpart, the more so the more
words there are, and falls with the imbalance of the lengths (after Gale and Church 1993).
Paragraphs that have nothing to do with each other gain less than nothing, which is what leaving
them alone gains.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.align.band import Band
    from workbench.align.features import Features

# Fitted on news articles with known links by coordinate search.
_SLOPE = 60.0
"""Gain per share of common weight, in a pair of usual weight."""
_CENTRE = 0.015
"""The share that paragraphs have in common by chance."""
_USUAL = 60.0
"""Weight of the words of a usual pair."""
_GROWTH = 0.55
_MOST = 2.8
_RATIO = 1.07
"""Characters of Italian per character of English."""
_SPREAD = 6.0
"""Variance of the length of a translation, per character."""
_SLACK = 25.0
_LENGTH = 1.4
_WORST = 7.0
"""What the worst imbalance costs."""
_MERGE = 2.2
"""What it costs to take in one paragraph more than a pair."""


class Bead(NamedTuple):
    """Source and target paragraphs taken together, and what that gains over leaving them alone."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    gain: float


class Shared(NamedTuple):
    """The words that two paragraphs share, each with how surely its counterpart is there."""

    source: dict[str, float]
    target: dict[str, float]


class Costs:
    """The gain of any bead inside the band."""

    def __init__(self, features: Features, band: Band) -> None:
        self.features = features
        self.band = band
        self._shared = [
            _share(features, i, band[i][0], band[i + 1][1])
            for i in range(len(features.source.bags))
        ]
        self._pairs: dict[tuple[int, int], float] = {}

    def pair(self, i: int, j: int) -> float:
        """The gain of one source paragraph with one target paragraph."""
        known = self._pairs.get((i, j))
        if known is None:
            known = self._pairs[i, j] = self._gain((i,), (j,))
        return known

    def gain(self, source: tuple[int, ...], target: tuple[int, ...]) -> float:
        """The gain of all these paragraphs taken together."""
        extra = len(source) + len(target) - 2
        return self._gain(source, target) - _MERGE * extra if extra else self.pair(*source, *target)

    def seen(self) -> Iterator[tuple[int, int]]:
        """The pairs inside the band that have a word in common, in order."""
        return ((i, j) for i, row in enumerate(self._shared) for j in sorted(row))

    def sees(self, i: int, j: int) -> bool:
        """Whether the two paragraphs have a word in common."""
        return j in self._shared[i]

    def covers(self, i: int, j: int) -> bool:
        """Whether the pair exists and lies inside the band."""
        return 0 <= i < len(self._shared) and self.band[i][0] <= j < self.band[i + 1][1]

    def lopsided(self, source: tuple[int, ...], target: tuple[int, ...]) -> bool:
        """Whether the lengths alone speak against the bead far beyond what is counted."""
        return self._imbalance(source, target) > 2 * _WORST

    def _imbalance(self, source: tuple[int, ...], target: tuple[int, ...]) -> float:
        """The square of the difference of the lengths by its variance."""
        ours = sum([self.features.source.lengths[i] for i in source])
        theirs = sum([self.features.target.lengths[j] for j in target])
        off = theirs * _RATIO - ours
        return _LENGTH * off * off / (_SPREAD * (ours + theirs) / 2 + _SLACK)

    def _gain(self, source: tuple[int, ...], target: tuple[int, ...]) -> float:
        ours, theirs = self.features.source, self.features.target
        total = sum(ours.totals[i] for i in source) + sum(theirs.totals[j] for j in target)
        common = self._common(source, target) / total
        evidence: float = min(_MOST, (total / _USUAL) ** _GROWTH)
        lengths = min(_WORST, self._imbalance(source, target))
        return _SLOPE * (common - _CENTRE) * evidence - lengths

    def _common(self, source: tuple[int, ...], target: tuple[int, ...]) -> float:
        """The weight of the words with a counterpart, on both sides."""
        found = [self._shared[i][j] for i in source for j in target if j in self._shared[i]]
        if not found:
            return 0.0
        first = found[0] if len(found) == 1 else _union(found)
        ours, theirs = self.features.source.weights, self.features.target.weights
        weight = sum(sure * ours[word] for word, sure in first.source.items())
        return weight + sum(sure * theirs[word] for word, sure in first.target.items())


def _union(found: list[Shared]) -> Shared:
    best = Shared({}, {})
    for shared in found:
        for kept, values in zip(best, shared, strict=True):
            for word, sure in values.items():
                kept[word] = max(sure, kept.get(word, 0.0))
    return best


def _share(features: Features, i: int, low: int, high: int) -> dict[int, Shared]:
    """What source paragraph `i` shares with each target paragraph from `low` up to `high`."""
    row: dict[int, Shared] = {}
    for word in features.source.bags[i]:
        for other, sure in features.counterparts.get(word, ()):
            places = features.target.places[other]
            for at in range(bisect_left(places, low), bisect_left(places, high)):
                shared = row.get(places[at])
                if shared is None:
                    shared = row[places[at]] = Shared({}, {})
                if sure > shared.source.get(word, 0.0):
                    shared.source[word] = sure
                if sure > shared.target.get(other, 0.0):
                    shared.target[other] = sure
    return row
