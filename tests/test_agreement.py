"""Agreement of people, on published figures and by its laws."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.agreement import Overlap, Span, alpha, overlap

if TYPE_CHECKING:
    from workbench.model import Severity

# Krippendorff, “Computing Krippendorff's Alpha-Reliability” (2011), part D: four observers
PUBLISHED = [
    (1, 1, None, 1), (2, 2, 3, 2), (3, 3, 3, 3), (3, 3, 3, 3), (2, 2, 2, 2), (1, 2, 3, 4),
    (4, 4, 4, 4), (1, 1, 2, 1), (2, 2, 2, 2), (None, 5, 5, 5), (None, None, 1, 1),
    (None, 3, None, None),
]  # fmt: skip
RATING = st.none() | st.integers(0, 100)
UNITS = st.lists(st.tuples(RATING, RATING, RATING), max_size=12)
SOME: list[Severity] = ["minor", "major"]
SPANS = st.lists(
    st.builds(
        lambda text, start, length, severity: Span(text, start, start + length, severity),
        st.integers(1, 2), st.integers(0, 20), st.integers(1, 9), st.sampled_from(SOME),
    ),
    max_size=5,
)  # fmt: skip


def test_alpha_is_the_published_one() -> None:
    assert alpha(PUBLISHED) == pytest.approx(0.849, abs=0.0005)


@given(st.lists(st.integers(0, 100), min_size=2).filter(lambda scores: len(set(scores)) > 1))
def test_raters_who_always_agree_have_an_alpha_of_one(scores: list[int]) -> None:
    assert alpha([(score, score) for score in scores]) == pytest.approx(1)


@given(UNITS)
def test_the_order_of_the_raters_is_irrelevant(units: list[tuple[int | None, ...]]) -> None:
    turned = [
        alpha(list(zip(*raters, strict=True))) for raters in permutations(zip(*units, strict=True))
    ]
    assert all(each == pytest.approx(turned[0]) for each in turned if units)


@given(UNITS)
def test_what_only_one_person_rated_changes_nothing(units: list[tuple[int | None, ...]]) -> None:
    assert alpha([*units, (50, None, None)]) == alpha(units)


@pytest.mark.parametrize("units", [[], [(1, None)], [(5, 5), (5, 5)]])
def test_there_is_no_alpha_without_pairs_that_differ(units: list[tuple[int | None, ...]]) -> None:
    assert alpha(units) is None


def test_overlap_counts_characters_with_and_without_severity() -> None:
    ours = [Span("a", 0, 10, "minor")]
    theirs = [Span("a", 5, 10, "minor"), Span("a", 10, 15, "major")]
    assert overlap(ours, theirs) == Overlap(0.5, 0.5)
    assert overlap(ours, [Span("a", 0, 10, "major")]) == Overlap(1, 0)
    assert overlap(ours, [Span("b", 0, 10, "minor")]) == Overlap(0, 0)


def test_nobody_agrees_on_nothing() -> None:
    assert overlap([], []) is None
    assert overlap([], [Span("a", 0, 1, "minor")]) == Overlap(0, 0)


@given(SPANS, SPANS)
def test_overlap_is_the_same_from_both_sides_and_whole_with_oneself(
    ours: list[Span], theirs: list[Span]
) -> None:
    assert overlap(ours, theirs) == overlap(theirs, ours)
    assert not ours or overlap(ours, ours) == Overlap(1, 1)
