"""How sure a share, a mean or a difference is: intervals that hold in 95 of 100 cases."""

from __future__ import annotations

import math
import random
from statistics import fmean
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

Z = 1.959964
"""Of the normal distribution, 95 % lie so many standard deviations round the mean."""
SHUFFLES, MANY = 2000, 200
"""Shuffles of few differences; of more than so many, the sum of shuffled ones is normal."""
LEAST = 5
"""Fewer articles have no interval: they say nothing of others."""


class Interval(NamedTuple):
    """A value and where it may truly be; without `low` and `high` where too little is known."""

    value: float
    low: float | None = None
    high: float | None = None


def wilson(successes: int, trials: int) -> Interval:
    """A share of trials by Wilson's score interval (1927), which holds for few trials too.

    Raises:
        ValueError: there are no trials, or more successes than trials.
    """
    if not 0 <= successes <= trials or not trials:
        raise ValueError(f"{successes} of {trials} is no share")
    share, scale = successes / trials, 1 + Z**2 / trials
    middle = (share + Z**2 / (2 * trials)) / scale
    spread = Z / scale * math.sqrt(share * (1 - share) / trials + (Z / (2 * trials)) ** 2)
    return Interval(share, max(0.0, middle - spread), min(1.0, middle + spread))


def ratio(groups: Sequence[tuple[float, float]]) -> Interval | None:
    """All first numbers per all second ones, such as edits per words; None of no words.

    Groups are articles: their paragraphs are alike, so each article counts as one observation
    (the ratio estimator of cluster sampling, Cochran 1977, 6.3).
    """
    tops, bottoms = fsum(groups, 0), fsum(groups, 1)
    if not bottoms:
        return None
    value, count = tops / bottoms, len(groups)
    if count < LEAST:
        return Interval(value)
    rests = math.fsum((top - value * bottom) ** 2 for top, bottom in groups)
    spread = Z * math.sqrt(rests * count / (count - 1)) / bottoms
    return Interval(value, max(0.0, value - spread), value + spread)


def fsum(groups: Sequence[tuple[float, float]], place: int) -> float:
    """The sum of the first or second numbers."""
    return math.fsum(group[place] for group in groups)


class Difference(NamedTuple):
    """How much larger one of two is on the same articles, and whether chance would do it."""

    mean: Interval
    p_value: float


def paired(differences: Sequence[float]) -> Difference | None:
    """What differences on the same articles say; None where there are too few of them.

    The interval is the mean's normal one. `p_value` is from a sign test by shuffling (Fisher's
    randomization): how often as large a mean comes where only chance says which of the two is
    which. The shuffles are the same each time.
    """
    count = len(differences)
    if count < LEAST:
        return None
    mean = fmean(differences)
    rests = math.fsum((each - mean) ** 2 for each in differences)
    spread = Z * math.sqrt(rests / (count - 1) / count)
    return Difference(Interval(mean, mean - spread, mean + spread), _chance(differences))


def _chance(differences: Sequence[float]) -> float:
    """How often the sum is as far from 0 where each difference has its sign by chance."""
    bound = abs(math.fsum(differences)) * (1 - 1e-9)
    if len(differences) > MANY:
        scale = math.sqrt(2 * math.fsum(each**2 for each in differences))
        return math.erfc(bound / scale) if scale else 1.0
    chance = random.Random(1)  # noqa: S311 -- not for secrets
    extreme = sum(
        abs(math.fsum(each if chance.random() < 0.5 else -each for each in differences)) >= bound
        for _ in range(SHUFFLES)
    )
    return (extreme + 1) / (SHUFFLES + 1)
