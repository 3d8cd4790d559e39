"""Hearsay in the conditional, which English does not tell so."""

from __future__ import annotations

import pytest

from workbench.checks import Pair
from workbench.checks.hearsay import hearsay


@pytest.mark.parametrize(
    ("italian", "english"),
    [
        ("Il ladro [sarebbe fuggito] in bici.", "The thief [would have fled] by bike."),
        ("Il sindaco [avrebbe firmato].", "The mayor [would have signed]."),
        ("La perdita [sarebbe stata causata] dal gelo.", "It [would have been caused] by frost."),
    ],
)
def test_hearsay_is_hinted_at_on_both_sides(italian, english, marked):
    (source, said), (target, place) = marked(italian), marked(english)
    (finding,) = hearsay(Pair(source, target))
    assert (finding.start, finding.end, finding.other) == (*place, said)
    assert finding.severity == "neutral"


@pytest.mark.parametrize(
    ("italian", "english"),
    [
        ("Il ladro sarebbe fuggito.", "The thief reportedly fled."),
        ("Sarebbe fuggito, dicono.", "He allegedly would have fled."),
        ("Se avesse piovuto sarebbe fuggito.", "Had it rained he would have fled."),
        ("Ha detto che sarebbe tornato.", "He said that he would return."),
        ("Vorrebbe firmare.", "He would like to sign."),
        ("È fuggito.", "He would have fled."),
    ],
)
def test_what_is_no_hearsay_or_told_as_such_raises_nothing(italian, english):
    assert hearsay(Pair(italian, english)) == []
