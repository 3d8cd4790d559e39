"""The beads worth a try: pairs, groups grown around good pairs, neighbours that changed places."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from workbench.align.evidence import LEAST, Bead

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workbench.align.evidence import Evidence

    Pairs = dict[tuple[int, int], Bead]

_SHAPES = ((1, 2), (2, 1), (1, 3), (3, 1), (2, 2))
_SWAP = -0.41
"""What it gains to believe that two neighbours changed places."""
_CORNER = -2.0
"""A group is tried where its first or its last paragraphs gain more than this as a pair."""
_CROSSING = 2.0
"""Each of two that cross gains more: that they face each other does not speak for them."""
_TAKEN = 8.0
"""Who gains so much in a pair does not leave it for a group."""


class Candidate(NamedTuple):
    """What it gains, where it begins, and its beads: one, or two that cross."""

    gain: float
    i: int
    j: int
    beads: tuple[Bead, ...]


Candidates = dict[tuple[int, int], list[Candidate]]
"""All candidates by the number of source and of target paragraphs used after them."""


def find_candidates(evidence: Evidence) -> Candidates:
    """All candidates inside the band that gain enough."""
    pairs = {(i, j): Bead((i,), (j,), gain) for i, j, gain in evidence.pairs() if gain > LEAST}
    found: defaultdict[tuple[int, int], list[Candidate]] = defaultdict(list)
    for (i, j), bead in pairs.items():
        found[i + 1, j + 1].append(Candidate(bead.gain, i, j, (bead,)))
    for bead in _groups(pairs, evidence):
        (i, *_), (j, *_) = bead.source, bead.target
        if bead.gain > max(LEAST, _straight(i, j, bead, pairs)):
            end = bead.source[-1] + 1, bead.target[-1] + 1
            found[end].append(Candidate(bead.gain, i, j, (bead,)))
    for first, second in _swaps(pairs):
        i, j = first.source[0], second.target[0]
        gain = first.gain + second.gain + _SWAP
        if gain > LEAST:
            found[i + 2, j + 2].append(Candidate(gain, i, j, (first, second)))
    return found


def _straight(i: int, j: int, bead: Bead, pairs: Pairs) -> float:
    """What two pairs in order gain in place of a bead of two and two."""
    if len(bead.source) + len(bead.target) < 4 or len(bead.source) != len(bead.target):
        return LEAST
    return _sum(pairs, (i, j), (i + 1, j + 1))


def _sum(pairs: Pairs, one: tuple[int, int], other: tuple[int, int]) -> float:
    if one not in pairs or other not in pairs:
        return LEAST
    return pairs[one].gain + pairs[other].gain


def _groups(pairs: Pairs, evidence: Evidence) -> Iterator[Bead]:
    """The groups whose first or last paragraphs are a good pair, and whose lengths are alike.

    None of their paragraphs may be far better off with another outside.
    """
    row = _best((i, j, bead.gain) for (i, j), bead in pairs.items())
    column = _best((j, i, bead.gain) for (i, j), bead in pairs.items())
    corners = {
        (i + down, j + right, a, b)
        for (i, j), bead in pairs.items()
        if bead.gain > _CORNER and abs(row.get(i, j) - j) < 3 and abs(column.get(j, i) - i) < 3
        for a, b in _SHAPES
        for down, right in ((0, 0), (1 - a, 1 - b))
    }
    for i, j, a, b in sorted(corners):
        source, target = range(i, i + a), range(j, j + b)
        if (
            _is_free(source, target, row)
            and _is_free(target, source, column)
            and evidence.covers(i, j)
            and evidence.covers(i + a - 1, j + b - 1)
            and not evidence.lopsided(source, target)
        ):
            ours, theirs = tuple(source), tuple(target)
            yield Bead(ours, theirs, evidence.gain(ours, theirs))


def _best(gains: Iterable[tuple[int, int, float]]) -> dict[int, int]:
    """For each first index that has one, the partner with which it gains most and enough."""
    best: dict[int, tuple[float, int]] = {}
    for one, other, gain in gains:
        if gain > _TAKEN and gain > best.get(one, (0.0, 0))[0]:
            best[one] = gain, other
    return {one: other for one, (_, other) in best.items()}


def _is_free(group: range, others: range, best: dict[int, int]) -> bool:
    return all(best[index] in others for index in group if index in best)


def _swaps(pairs: Pairs) -> Iterator[tuple[Bead, Bead]]:
    """Pairs that cross and gain more than the same paragraphs in order."""
    for (i, j), first in pairs.items():
        second = pairs.get((i + 1, j - 1))
        if (
            second
            and min(first.gain, second.gain) > _CROSSING
            and first.gain + second.gain > _sum(pairs, (i, j - 1), (i + 1, j))
        ):
            yield first, second
