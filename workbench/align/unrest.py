"""How much two texts differ, and what that says of paragraphs left alone that face each other."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.align.evidence import Bead
    from workbench.align.features import Features

_USUAL = -2.5
_SLOPE = -1.44
_WEAK = 4.5
"""What a bead without a word in common gains at the very most."""
_FEW = 4
_STRANGERS = -6.0
_LEAST, _MOST = -4.5, -0.5


def bonus(beads: list[Bead], features: Features) -> float:
    """What each bead gains on top of its evidence in these texts.

    Where nearly every paragraph has a counterpart, two that face each other are likely to belong
    together whatever they say; where many were left out or put in, that is likely to be chance.
    So what counts is the share of the paragraphs left alone that face none. Where most beads
    have hardly a word in common, the texts are no translations of each other at all.
    """
    ours, theirs = len(features.source), len(features.target)
    weak = {
        (features.source.kinds_of(bead.source), features.target.kinds_of(bead.target))
        for bead in beads
        if bead.gain < _WEAK
    }
    if len(weak) > max(_FEW, len(beads) / 2):
        return _STRANGERS
    alone = _gaps((bead.source for bead in beads), ours)
    alone.subtract(_gaps((bead.target for bead in beads), theirs))
    excess = sum(map(abs, alone.values()))
    unrest = math.log((excess + 0.5) / (ours + theirs + 1))
    return _SLOPE * (max(_LEAST, min(_MOST, unrest)) - _USUAL)


def _gaps(taken: Iterable[tuple[int, ...]], count: int) -> Counter[int]:
    """How many paragraphs are in no bead, by how many beads end before them."""
    groups = list(taken)
    used = {index for group in groups for index in group}
    ends = {group[-1] for group in groups}
    gaps: Counter[int] = Counter()
    before = 0
    for index in range(count):
        if index not in used:
            gaps[before] += 1
        before += index in ends
    return gaps
