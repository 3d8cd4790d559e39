"""The points for errors are those of the published formulae."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.messages import message
from workbench.model import SEVERITIES
from workbench.mqm import (
    ESA_ANCHORS,
    MULTIPLIERS,
    Error,
    Project,
    Scorecard,
    esa_score,
    wmt_points,
)

NEWSROOM = Project(passing=95, acceptable=8)


def card(words: int, *severities: str) -> Scorecard:
    """A text with these errors of accuracy."""
    return Scorecard([Error(severity, "accuracy") for severity in severities], words)


TABLE = [
    (card(60, "minor"), 98.33, 83.33, 89.58),
    (card(60, "major"), 91.67, 16.67, 47.92),
    (card(60, "critical"), 58.33, -316.67, -160.42),
    (Scorecard([Error("minor", "a")], 1500, {"a": 12.34}), 99.18, 91.77, 94.86),
]


@pytest.mark.parametrize(("scored", "raw", "per_thousand", "calibrated"), TABLE)
def test_the_scores_are_the_published_ones(scored, raw, per_thousand, calibrated):
    assert round(scored.raw, 2) == raw
    assert round(100 - scored.points_per_thousand, 2) == per_thousand
    assert round(scored.calibrated(NEWSROOM), 2) == calibrated


def test_what_is_just_acceptable_passes_and_a_point_more_does_not():
    assert card(1000, *["minor"] * 8).passes(NEWSROOM)
    assert not card(1000, *["minor"] * 9).passes(NEWSROOM)


def test_a_critical_error_never_passes():
    long = card(1_000_000, "critical")
    assert long.calibrated(NEWSROOM) > 99
    assert not long.passes(NEWSROOM)


def test_a_neutral_remark_costs_nothing():
    assert card(60, "neutral").points == 0


def test_a_type_may_weigh_more_than_another():
    errors = [Error("major", "terminology"), Error("major", "style")]
    assert Scorecard(errors, 100, {"style": 0.5}).points == 7.5


@pytest.mark.parametrize(("words", "too_small"), [(1, True), (299, True), (300, False)])
def test_under_300_words_the_sample_is_too_small(words, too_small):
    assert card(words).too_small is too_small


@pytest.mark.parametrize("words", [0, -1])
def test_a_text_without_words_has_no_score(words):
    with pytest.raises(ValueError, match="words has no score"):
        card(words)


@given(st.lists(st.sampled_from(SEVERITIES)), st.integers(1, 10**6))
def test_one_error_more_never_betters_a_score(severities, words):
    before = card(words, *severities)
    for severity in SEVERITIES:
        after = card(words, *severities, severity)
        assert after.points == before.points + MULTIPLIERS[severity]
        assert after.raw <= before.raw
        assert after.calibrated(NEWSROOM) <= before.calibrated(NEWSROOM)


WMT = [
    ([], 0),
    ([("neutral", "style")], 0),
    ([("minor", "style"), ("major", "accuracy")], 6),
    ([("minor", "punctuation")], 0.1),
    ([("major", "punctuation")], 5),
    ([("critical", "accuracy")], 5),
    ([("major", "non-translation"), ("minor", "style")], 25),
    ([("major", "accuracy")] * 6, 25),
]


@pytest.mark.parametrize(("errors", "points"), WMT)
def test_wmt_counts_its_own_way(errors, points):
    assert wmt_points(Error(*error) for error in errors) == points


def test_esa_is_the_mean_of_what_people_gave():
    assert esa_score([100, 66, 33]) == pytest.approx(199 / 3)
    assert esa_score([]) is None


@pytest.mark.parametrize("score", [-1, 101, float("nan")])
def test_esa_has_a_scale(score):
    with pytest.raises(ValueError, match="not on the scale"):
        esa_score([50, score])


def test_esa_has_four_anchors():
    assert list(ESA_ANCHORS) == [0, 33, 66, 100]
    assert ESA_ANCHORS[0] == message("Nothing of the meaning is preserved.")
