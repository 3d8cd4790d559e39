"""How far two people agree who judged the same texts: where errors are, and how good a text is.

Overlap is the F1 of marked characters. Alpha is that of Krippendorff, “Computing Krippendorff's
Alpha-Reliability” (2011), for interval data.
"""

from __future__ import annotations

from statistics import pvariance
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from workbench.model import Severity

Found = TypeVar("Found")


class Span(NamedTuple):
    """Characters that somebody marked, and how bad they are."""

    text: Hashable
    """Which text it is in."""
    start: int
    end: int
    severity: Severity


class Overlap(NamedTuple):
    """How much two people's marks have in common, 0 to 1."""

    places: float
    """Of the characters, however bad they were found."""
    severities: float
    """Of the characters that both found equally bad."""


def overlap(ours: Iterable[Span], theirs: Iterable[Span]) -> Overlap | None:
    """The F1 of the marked characters; None where neither marked any."""
    one, other = _characters(ours), _characters(theirs)
    if not one and not other:
        return None
    places = _f1({place for place, _ in one}, {place for place, _ in other})
    return Overlap(places, _f1(one, other))


def alpha(units: Iterable[Sequence[float | None]]) -> float | None:
    """Krippendorff's alpha of what each rater gave each unit; None where a rating is missing.

    1 is perfect agreement, 0 that of chance, below 0 is worse than chance. There is none where no
    unit has two ratings, or where all ratings are the same: then chance agrees as well.
    """
    rated = [[value for value in unit if value is not None] for unit in units]
    paired = [values for values in rated if len(values) > 1]
    everything = [value for values in paired for value in values]
    if len(set(everything)) < 2:
        return None
    # the mean square of the differences between n values is 2n / (n - 1) times their variance
    count = len(everything)
    # each unit weighs as much as it has values
    observed = sum(_squares(values) * len(values) for values in paired) / count
    return 1 - observed / (pvariance(everything) * 2 * count / (count - 1))


def _squares(values: Sequence[float]) -> float:
    return pvariance(values) * 2 * len(values) / (len(values) - 1)


def _characters(spans: Iterable[Span]) -> set[tuple[tuple[Hashable, int], Severity]]:
    return {
        ((span.text, place), span.severity)
        for span in spans
        for place in range(span.start, span.end)
    }


def _f1(one: set[Found], other: set[Found]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))
