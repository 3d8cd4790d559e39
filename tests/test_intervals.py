"""Intervals by published formulae, and what must hold of any of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.intervals import paired, ratio, wilson


@pytest.mark.parametrize(
    ("successes", "trials", "low", "high"),
    [
        # Newcombe 1998, “Two-sided confidence intervals for the single proportion”, table I
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_gives_the_published_numbers(
    successes: int, trials: int, low: float, high: float
) -> None:
    found = wilson(successes, trials)
    assert (found.low, found.high) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(1, 10_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_a_share_is_inside_its_interval_and_that_is_a_share(both: tuple[int, int]) -> None:
    found = wilson(*both)
    assert found.low is not None
    assert found.high is not None
    assert 0 <= found.low <= found.value + 1e-12
    assert found.value - 1e-12 <= found.high <= 1


@given(st.integers(0, 50), st.integers(1, 50))
def test_what_failed_mirrors_what_succeeded(successes: int, failures: int) -> None:
    one, other = (wilson(n, successes + failures) for n in (successes, failures))
    assert one.low == pytest.approx(1 - (other.high or 0))


@pytest.mark.parametrize(("successes", "trials"), [(0, 0), (3, 2), (-1, 2)])
def test_no_trials_are_no_share(successes: int, trials: int) -> None:
    with pytest.raises(ValueError, match="no share"):
        wilson(successes, trials)


def test_a_ratio_is_of_all_words_and_needs_five_articles() -> None:
    assert ratio([]) is None
    assert ratio([(3, 10), (1, 30)]) == (0.1, None, None)
    found = ratio([(1, 10), (2, 10), (3, 10), (2, 10), (2, 10)])
    assert found is not None
    # the mean of five with its standard error, as all are of the same length
    assert found == pytest.approx((0.2, 0.2 - 1.959964 * 0.0316228, 0.2 + 1.959964 * 0.0316228))


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(1, 1000)), min_size=5, max_size=30))
def test_a_ratio_is_inside_its_interval_whatever_the_order(
    groups: list[tuple[float, float]],
) -> None:
    found, again = ratio(groups), ratio(groups[::-1])
    assert found is not None
    assert again is not None
    assert found.low is not None
    assert found.high is not None
    assert 0 <= found.low <= found.value <= found.high
    assert tuple(again) == pytest.approx(tuple(found))


def test_a_difference_that_is_always_there_is_hardly_chance() -> None:
    found = paired([1.0, 1.2, 0.8, 1.1, 0.9, 1.0, 1.3, 0.7, 1.0, 1.0])
    assert found is not None
    assert found.mean.value == pytest.approx(1)
    assert found.p_value < 0.01


def test_a_difference_that_goes_both_ways_may_be_chance() -> None:
    found = paired([1.0, -1.0, 2.0, -2.0, 0.5, -0.5])
    assert found is not None
    assert found.p_value > 0.9


@given(st.lists(st.floats(-100, 100), min_size=5, max_size=12))
def test_who_is_called_first_does_not_matter(differences: list[float]) -> None:
    one, other = paired(differences), paired([-each for each in differences])
    assert one is not None
    assert other is not None
    assert one.p_value == other.p_value
    assert one.mean.value == pytest.approx(-other.mean.value)


def test_many_differences_say_what_shuffling_them_would(monkeypatch: pytest.MonkeyPatch) -> None:
    differences = [1.0 if n % 9 < 5 else -1.0 for n in range(180)]
    shuffled = paired(differences)
    monkeypatch.setattr("workbench.intervals.MANY", 100)
    normal = paired(differences)
    assert shuffled is not None
    assert normal is not None
    assert normal.p_value == pytest.approx(shuffled.p_value, abs=0.03)


def test_equals_do_not_differ() -> None:
    for count in (10, 300):
        found = paired([0.0] * count)
        assert found is not None
        assert found.p_value == pytest.approx(1, abs=1e-6)


def test_few_articles_say_nothing() -> None:
    assert paired([1.0] * 4) is None
