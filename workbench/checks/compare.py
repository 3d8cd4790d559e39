"""What the two texts of a pair have in common and what not, by meaning: days, currencies."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from workbench.language.terms import Term, find_terms

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from workbench.checks.base import Pair

MOST = 100
"""How many of one text are looked at where each is compared with each of the other."""


class Placed(Protocol):
    """Anything with a place in a text that may say the same as its like in the other text."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def values(self) -> Sequence[Hashable]:
        """What it may say; two that have one in common may say the same."""


P = TypeVar("P", bound=Placed)


class Terms(NamedTuple):
    """The terms of both texts."""

    source: list[Term]
    target: list[Term]
    common: set[str]
    """The kinds of which both texts have some."""

    def of(self, kind: str) -> tuple[list[Term], list[Term]]:
        """Those of one kind, e.g. the months."""
        ours = [term for term in self.source if term.kind == kind]
        return ours, [term for term in self.target if term.kind == kind]


@lru_cache(maxsize=16)
def terms(pair: Pair) -> Terms:
    """The days, months and currencies that both texts of the pair name."""
    ours = find_terms(pair.source, pair.source_words, "it")
    theirs = find_terms(pair.target, pair.target_words, "en")
    return Terms(ours, theirs, {term.kind for term in ours} & {term.kind for term in theirs})


def lone(ours: Sequence[P], theirs: Sequence[P]) -> tuple[list[P], list[P]]:
    """Those of each text that nothing in the other says."""
    ours_say = {value for one in ours for value in one.values}
    theirs_say = {value for other in theirs for value in other.values}
    return (
        [one for one in ours if theirs_say.isdisjoint(one.values)],
        [other for other in theirs if ours_say.isdisjoint(other.values)],
    )


def paired(pair: Pair, left: Sequence[P], right: Sequence[P]) -> list[tuple[P, P]]:
    """What stands in the English in place of what the Italian says: one for one, nearest first."""
    near = sorted(product(left[:MOST], right[:MOST]), key=lambda both: distance(pair, *both))
    pairs: list[tuple[P, P]] = []
    for one, other in near:
        if not any(one is taken or other is gone for taken, gone in pairs):
            pairs.append((one, other))
    return pairs


def distance(pair: Pair, ours: Placed, theirs: Placed) -> float:
    """How far apart two places are, as a share of their texts."""
    return abs(ours.start / len(pair.source) - theirs.start / len(pair.target))


def exchanged_terms(pair: Pair, kind: str) -> list[tuple[Term, Term]]:
    """The days or currencies of the English that stand for others of the Italian, for sure.

    What the Italian names twice and the English once may be the one that is meant.
    """
    found = terms(pair)
    if kind not in found.common:
        return []
    ours, theirs = found.of(kind)
    left, right = lone(ours, theirs)
    right = [term for term in right if term.sure]
    if right and not left:
        more = Counter(term.values[0] for term in ours)
        more.subtract(value for term in theirs for value in term.values)
        left = [term for term in ours if more[term.values[0]] > 0]
    return paired(pair, [term for term in left if term.sure], right)
