"""Words that stand in disorder, and sentences that were only turned round."""

from __future__ import annotations

import pytest

from workbench.checks import Pair
from workbench.checks.word_order import word_order

ITALIAN = "Il sindaco ha riaperto lunedì il vecchio ponte della valle dopo tre anni di lavori."


def test_words_in_disorder_are_found():
    english = "On years old the after reopened three valley the works bridge mayor the Monday of."
    (finding,) = word_order(Pair(ITALIAN, english))
    assert (finding.start, finding.end, finding.severity) == (0, len(english), "major")
    assert finding.other == (0, len(ITALIAN))


@pytest.mark.parametrize(
    "english",
    [
        "On Monday the mayor reopened the old bridge of the valley after three years of works.",
        "After three years of works, the mayor reopened the old bridge of the valley on Monday.",
        "Works done: years on, bridge open.",
        "",
        "12 34 56 78",
    ],
)
def test_a_sentence_that_is_turned_round_is_in_order(english):
    assert word_order(Pair(ITALIAN, english)) == []
