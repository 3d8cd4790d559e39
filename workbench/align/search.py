"""The chain of candidates with the highest gain, by dynamic programming inside the band."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.align.band import Band
    from workbench.align.candidates import Candidates
    from workbench.align.evidence import Bead

_NEVER = float("-inf")

Way = tuple[int, int, tuple["Bead", ...]]
"""The cell before, and the beads between that cell and this one: none past a paragraph alone."""


def search(candidates: Candidates, band: Band, bonus: float) -> list[Bead]:
    """The best chain's beads, in order, with `bonus` on top of the gain of each.

    Paragraphs that the chain leaves alone are in none.
    """
    gains: list[dict[int, float]] = []
    ways: list[dict[int, Way]] = []
    for i, (low, high) in enumerate(band):
        above = gains[-1] if gains else {0: 0.0}
        gains.append({})
        ways.append({})
        left = _NEVER
        for j in range(low, high + 1):
            best = above.get(j, _NEVER)
            way: Way = (i - 1, j, ())
            if left > best:
                best, way = left, (i, j - 1, ())
            for gain, from_i, from_j, beads in candidates.get((i, j), ()):
                there = gains[from_i].get(from_j, _NEVER) + gain + bonus * len(beads)
                if there > best:
                    best, way = there, (from_i, from_j, beads)
            gains[i][j] = left = best
            ways[i][j] = way
    return _walk_back(ways, band[-1][1])


def _walk_back(ways: list[dict[int, Way]], j: int) -> list[Bead]:
    chain: list[Bead] = []
    i = len(ways) - 1
    while i or j:
        i, j, beads = ways[i][j]
        chain.extend(reversed(beads))
    return chain[::-1]
