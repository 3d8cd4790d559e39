"""The chain of candidates with the highest gain, by dynamic programming inside the band."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.align.candidates import find_candidates

if TYPE_CHECKING:
    from workbench.align.candidates import Candidate
    from workbench.align.costs import Bead, Costs

_NEVER = float("-inf")

Way = tuple[int, int, tuple["Bead", ...]]
"""The cell before, and the beads between that cell and this one: none past a paragraph alone."""


def search(costs: Costs) -> list[Bead]:
    """The best chain's beads, in order; paragraphs it leaves alone are in none."""
    candidates = find_candidates(costs)
    gains: list[dict[int, float]] = []
    ways: list[dict[int, Way]] = []
    for i, (low, high) in enumerate(costs.band):
        above = gains[-1] if gains else {0: 0.0}
        gains.append({})
        ways.append({})
        left = _NEVER
        for j in range(low, high + 1):
            best = above.get(j, _NEVER)
            way: Way = (i - 1, j, ())
            if left > best:
                best, way = left, (i, j - 1, ())
            for candidate in candidates.get((i, j), ()):
                gain, way_there = _through(candidate, gains)
                if gain > best:
                    best, way = gain, way_there
            gains[i][j] = left = best
            ways[i][j] = way
    return _walk_back(ways, costs.band[-1][1])


def _through(candidate: Candidate, gains: list[dict[int, float]]) -> tuple[float, Way]:
    gain, beads = candidate
    i, j = beads[0].source[0], beads[-1].target[0]
    return gains[i].get(j, _NEVER) + gain, (i, j, beads)


def _walk_back(ways: list[dict[int, Way]], j: int) -> list[Bead]:
    chain: list[Bead] = []
    i = len(ways) - 1
    while i or j:
        i, j, beads = ways[i][j]
        chain.extend(reversed(beads))
    return chain[::-1]
