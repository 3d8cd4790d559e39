"""Paragraphs that the chain leaves facing each other are linked, unless that is hopeless."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from workbench.align.costs import Bead

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.align.costs import Costs

_HOPELESS = -4.0


def join_leftovers(beads: list[Bead], costs: Costs) -> list[Bead]:
    """The beads, with a link for each one source and one target paragraph alone in a gap."""
    n, m = len(costs.features.source.bags), len(costs.features.target.bags)
    ours = _gaps((bead.source for bead in beads), n)
    theirs = _gaps((bead.target for bead in beads), m)
    joined = []
    for gap, indices in ours.items():
        facing = theirs.get(gap, [])
        if len(indices) == len(facing) == 1:
            gain = costs.pair(indices[0], facing[0])
            if gain > _HOPELESS:
                joined.append(Bead((indices[0],), (facing[0],), gain))
    return beads + joined


def _gaps(taken: Iterable[tuple[int, ...]], count: int) -> dict[int, list[int]]:
    """The paragraphs in no bead, by how many beads end before them."""
    groups = list(taken)
    used = {index for group in groups for index in group}
    ends = {group[-1] for group in groups}
    gaps: defaultdict[int, list[int]] = defaultdict(list)
    before = 0
    for index in range(count):
        if index not in used:
            gaps[before].append(index)
        before += index in ends
    return gaps
