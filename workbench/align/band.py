"""Which pairs of paragraphs are worth a look: all of a short text, a band of a long one."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.align.features import Features

Band = list[tuple[int, int]]
"""For each number of source paragraphs used, 0 to n, the least and most target paragraphs used."""

_WHOLE = 2_500
"""So many cells, 50 by 50 paragraphs, are searched without a band."""
_LEAST_MARGIN = 3
_MOST_MARGIN = 8
"""The band is the wider the farther the next anchors are, between these on either side."""
_RARE = 3
"""A word in at most so many paragraphs of its text can tell where they belong."""
_VOTES = 2
"""So many rare words in common make two paragraphs an anchor."""


def find_band(features: Features) -> Band:
    """The band in which the chain of beads is looked for.

    It runs along a line through the anchors: pairs of paragraphs that share rare words, in the
    same order in both texts. So a long insertion on one side does not lead the search astray.
    """
    n, m = len(features.source), len(features.target)
    if n * m <= _WHOLE:
        return [(0, m)] * (n + 1)
    anchors = [(i, j) for i, j in _anchors(features) if i]  # a first one would hide the beginning
    return _widen([(0, 0), *_longest_chain(anchors), (n, m)])


def _anchors(features: Features) -> list[tuple[int, int]]:
    """Pairs of paragraphs that share more rare words with each other than with any other."""
    votes: Counter[tuple[int, int]] = Counter()
    for word, others in features.source.counterparts.items():
        ours = features.source.places[word]
        if len(ours) > _RARE:
            continue
        for other, _ in others:
            theirs = features.target.places[other]
            if len(theirs) <= _RARE:
                votes.update((i, j) for i in ours for j in theirs)
    by_source: dict[int, tuple[int, int]] = {}
    by_target: dict[int, tuple[int, int]] = {}
    for (i, j), count in votes.items():
        by_source[i] = max(by_source.get(i, (0, 0)), (count, j))
        by_target[j] = max(by_target.get(j, (0, 0)), (count, i))
    return sorted(
        (i, j)
        for i, (count, j) in by_source.items()
        if count >= _VOTES and by_target[j] == (count, i)
    )


def _longest_chain(anchors: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most anchors that stand in the same order in both texts (patience sorting)."""
    ends: list[int] = []
    tops: list[int] = []
    before: list[int] = []
    for index, (_, j) in enumerate(anchors):
        place = bisect_left(ends, j)
        before.append(tops[place - 1] if place else -1)
        ends[place : place + 1] = [j]
        tops[place : place + 1] = [index]
    chain: list[tuple[int, int]] = []
    index = tops[-1] if tops else -1
    while index >= 0:
        chain.append(anchors[index])
        index = before[index]
    return chain[::-1]


def _widen(corners: list[tuple[int, int]]) -> Band:
    """A band along the straight lines between the corners, from the first to the last."""
    m = corners[-1][1]
    band: Band = []
    for (i, j), (next_i, next_j) in pairwise(corners):
        steps, rise = next_i - i, next_j - j
        margin = min(_MOST_MARGIN, _LEAST_MARGIN + max(steps, rise) // 2)
        for step in range(steps):
            low, high = j + rise * step // steps, j + rise * (step + 1) // steps
            band.append((max(0, low - margin), min(m, high + margin)))
    return [*band, (max(0, m - _MOST_MARGIN), m)]
