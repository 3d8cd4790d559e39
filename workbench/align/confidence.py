"""How sure a link is, as a probability."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.align.costs import Bead, Costs

    Indices = tuple[int, ...]

# A logistic curve, fitted on news articles with known links: of those rated 0.9 or more, over
# 99 in 100 are right.
_OFFSET = 1.0
_SLOPE = 0.45
_REACH = 40
"""Paragraphs up to so far away can be rivals."""


def rate(beads: Sequence[Bead], costs: Costs) -> list[float]:
    """For each bead the estimated probability, 0 to 1, that exactly these belong together.

    It grows with how much more the bead gains than the best that could stand in its place.
    """
    source = _alone((bead.source for bead in beads), len(costs.features.source.bags))
    target = _alone((bead.target for bead in beads), len(costs.features.target.bags))
    return [
        _chance(bead.gain - max([0.0, *_rivals(bead, costs, source, target)])) for bead in beads
    ]


def _chance(margin: float) -> float:
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, _OFFSET + _SLOPE * margin)))), 3)


def _alone(taken: Iterator[Indices], count: int) -> frozenset[int]:
    return frozenset(range(count)).difference(*taken)


def _rivals(
    bead: Bead, costs: Costs, source: frozenset[int], target: frozenset[int]
) -> Iterator[float]:
    """The gains of the bead with a paragraph more, less or another; those alone may come in."""
    for ours in _varied(bead.source, source):
        yield costs.gain(ours, bead.target)
    for theirs in _varied(bead.target, target):
        yield costs.gain(bead.source, theirs)
    for j in bead.target:
        yield from (costs.pair(i, j) for i in _near(bead.source[0], source) if costs.sees(i, j))
    for i in bead.source:
        yield from (costs.pair(i, j) for j in _near(bead.target[0], target) if costs.sees(i, j))


def _near(index: int, alone: frozenset[int]) -> Iterator[int]:
    return (other for other in range(index - _REACH, index + _REACH + 1) if other in alone)


def _varied(used: Indices, alone: frozenset[int]) -> Iterator[Indices]:
    """The paragraphs with a neighbour more that is in no link, or with one less."""
    if used[0] - 1 in alone:
        yield (used[0] - 1, *used)
    if used[-1] + 1 in alone:
        yield (*used, used[-1] + 1)
    if len(used) > 1:
        yield from (used[:at] + used[at + 1 :] for at in range(len(used)))
