"""A lost “and” is found; words that English joins otherwise are not asked for one."""

from __future__ import annotations

import pytest

from workbench.checks import Pair
from workbench.checks.coordination import conjunction_missing

LOST = [
    ("Pane e vino.", "[Bread wine].", "Bread and wine"),
    ("Il ponte e la stazione.", "The [bridge station].", "bridge and station"),
    ("Apre lunedì o martedì.", "It opens [Monday Tuesday].", "Monday or Tuesday"),
    ("Un ponte vecchio ma solido.", "An [old solid] bridge.", "old but solid"),
    ("La sindaca firma e chiede aiuto.", "The mayor [signs asks] for help.", "signs and asks"),
]

JOINED = [
    ("Pane e vino.", "Bread and wine."),
    ("Pane e vino.", "Bread, wine."),
    ("Pane e vino.", "Bread with wine."),
    ("Pane e vino.", "Wine bread."),
    ("Pane, e vino.", "Bread wine."),
    ("Ponte e/o stazione", "Bridge station"),
    ("E", "And"),
    ("Terremoto e tsunami, centinaia di morti", "Earthquake tsunami: hundreds dead"),
    ("e", ""),
    ("12 e 13", "12 13"),
]


@pytest.mark.parametrize(("italian", "english", "right"), LOST)
def test_a_conjunction_that_is_missing_is_found(italian, english, right, marked):
    target, place = marked(english)
    (finding,) = conjunction_missing(Pair(italian, target))
    assert (finding.start, finding.end, finding.suggestion) == (*place, right)
    assert finding.other is not None


@pytest.mark.parametrize(("italian", "english"), JOINED)
def test_words_that_are_joined_or_need_not_be_raise_nothing(italian, english):
    assert conjunction_missing(Pair(italian, english)) == []
