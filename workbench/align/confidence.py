"""How sure a link is: the share of all chains, weighed by their gains, in which it stands."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.align.band import Band
    from workbench.align.candidates import Candidates
    from workbench.align.evidence import Bead

    Rows = list[dict[int, float]]

_NEVER = -1e300
_FAR = 30.0
"""A logarithm so much smaller changes nothing in a sum."""


def rate(beads: list[Bead], candidates: Candidates, band: Band, bonus: float) -> list[float]:
    """For each bead the probability, 0 to 1, that exactly these belong together.

    The gains are logarithms of odds, so that a chain is as likely as the exponential of its gain:
    the forward-backward algorithm over all chains, with `bonus` on top of the gain of each bead.
    """
    begun = _forward(candidates, band, bonus)
    chances = _backward(candidates, band, bonus, begun)
    return [round(min(1.0, chances[bead.source, bead.target]), 3) for bead in beads]


def _add(one: float, other: float) -> float:
    """The logarithm of the sum of two numbers given by their logarithms."""
    if one < other:
        one, other = other, one
    return one if one - other > _FAR else one + math.log1p(math.exp(other - one))


def _forward(candidates: Candidates, band: Band, bonus: float) -> Rows:
    """The logarithm of the sum over the chains up to each cell.

    Of paragraphs alone side by side, the source's come first: or a chain would count twice.
    """
    sums: Rows = []
    above: dict[int, float] = {0: 0.0}
    for i, (low, high) in enumerate(band):
        row: dict[int, float] = {}
        free: dict[int, float] = {}
        sums.append(row)
        left = _NEVER
        for j in range(low, high + 1):
            here = above.get(j, _NEVER)
            for gain, from_i, from_j, beads in candidates.get((i, j), ()):
                before = sums[from_i].get(from_j, _NEVER)
                here = _add(here, before + gain + bonus * len(beads))
            free[j] = here
            row[j] = left = _add(here, left)
        above = free
    return sums


def _backward(
    candidates: Candidates, band: Band, bonus: float, begun: Rows
) -> dict[tuple[tuple[int, ...], tuple[int, ...]], float]:
    """The probability of each bead, by its source and target paragraphs."""
    n, m = len(band) - 1, band[-1][1]
    whole = begun[n][m]
    pending: defaultdict[tuple[int, int], float] = defaultdict(lambda: _NEVER)
    chances: defaultdict[tuple[tuple[int, ...], tuple[int, ...]], float] = defaultdict(float)
    below: dict[int, float] = {m: 0.0}
    for i in range(n, -1, -1):
        low, high = band[i]
        row: dict[int, float] = {}
        right = _NEVER
        for j in range(high, low - 1, -1):
            right = _add(pending.pop((i, j), _NEVER), right)
            row[j] = here = _add(right, below.get(j, _NEVER))
            if (i, j) == (n, m):
                right = here
            for gain, from_i, from_j, beads in candidates.get((i, j), ()):
                ahead = here + gain + bonus * len(beads)
                pending[from_i, from_j] = _add(pending[from_i, from_j], ahead)
                share = begun[from_i].get(from_j, _NEVER) + ahead - whole
                if share > -_FAR:
                    for bead in beads:
                        chances[bead.source, bead.target] += math.exp(share)
        below = row
    return chances
