"""The beads worth a try: good pairs, groups grown around them, neighbours that changed places."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from workbench.align.costs import Bead

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.align.costs import Costs

    Pairs = dict[tuple[int, int], float]

_SHAPES = ((1, 2), (2, 1), (1, 3), (3, 1), (2, 2))
_SWAP = 2.0
"""What it costs to believe that two neighbours changed places."""
_HOPELESS = -5.0
"""A group is not tried where its first or its last paragraphs gain less than this."""

Candidate = tuple[float, tuple[Bead, ...]]
"""What it gains, and the beads: one, or two that cross."""


def find_candidates(costs: Costs) -> dict[tuple[int, int], list[Candidate]]:
    """All candidates, by the number of source and of target paragraphs used after them."""
    good = {(i, j): gain for i, j in costs.seen() if (gain := costs.pair(i, j)) > 0}
    found: defaultdict[tuple[int, int], list[Candidate]] = defaultdict(list)
    for (i, j), gain in good.items():
        found[i + 1, j + 1].append((gain, (Bead((i,), (j,), gain),)))
    for bead in _groups(good, costs):
        if bead.gain > 0:
            found[bead.source[-1] + 1, bead.target[-1] + 1].append((bead.gain, (bead,)))
    for first, second in _swaps(good):
        gain = first.gain + second.gain - _SWAP
        found[second.source[0] + 1, first.target[0] + 1].append((gain, (first, second)))
    return found


def _groups(good: Pairs, costs: Costs) -> Iterator[Bead]:
    """The groups whose first or last paragraphs are a good pair, and the others not hopeless."""
    corners = {
        (i + down, j + right, a, b)
        for i, j in good
        for a, b in _SHAPES
        for down, right in ((0, 0), (1 - a, 1 - b))
    }
    for i, j, a, b in sorted(corners):
        last_i, last_j = i + a - 1, j + b - 1
        if not (costs.covers(i, j) and costs.covers(last_i, last_j)):
            continue
        source, target = tuple(range(i, last_i + 1)), tuple(range(j, last_j + 1))
        if costs.lopsided(source, target):
            continue
        if min(costs.pair(i, j), costs.pair(last_i, last_j)) > _HOPELESS:
            yield Bead(source, target, costs.gain(source, target))


def _swaps(good: Pairs) -> Iterator[tuple[Bead, Bead]]:
    """Good pairs that cross; both must be good, or one would carry a bad one along."""
    for (i, j), gain in good.items():
        other = good.get((i + 1, j - 1))
        if other is not None:
            yield Bead((i,), (j,), gain), Bead((i + 1,), (j - 1,), other)
