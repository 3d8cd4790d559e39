"""How far the words of a translation stand in the order of the original."""

from __future__ import annotations

from bisect import bisect, insort
from itertools import pairwise
from typing import NamedTuple

_NEAR = 3
"""How many words farther apart neighbours may stand: English turns noun and adjective."""


class Likeness(NamedTuple):
    """How alike the order of two texts is."""

    whole: float
    """Kendall's tau of all words: 1 in the same order, -1 in the reverse one."""
    near: float
    """The share of neighbours that stayed near each other; a sentence turned round keeps them."""


def likeness(forth: dict[int, int]) -> Likeness:
    """How alike the order is; `forth` leads from places of words to those of their counterparts."""
    places = [forth[index] for index in sorted(forth)]
    if len(places) < 2:
        return Likeness(1.0, 1.0)
    return Likeness(_tau(places), _near(sorted(forth), places))


def _tau(places: list[int]) -> float:
    """How many pairs of words stand in the same order, less those that do not, as a share."""
    before: list[int] = []
    agreeing = 0
    for place in places:
        agreeing += bisect(before, place)
        insort(before, place)
    pairs = len(places) * (len(places) - 1) / 2
    return 2 * agreeing / pairs - 1


def _near(indices: list[int], places: list[int]) -> float:
    """The share of neighbours that are about as near to each other in the translation."""
    gaps = zip(pairwise(indices), pairwise(places), strict=True)
    near = sum(abs(after - before) <= two - one + _NEAR for (one, two), (before, after) in gaps)
    return near / (len(places) - 1)
