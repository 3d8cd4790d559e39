"""Verbs that speak of another time than the Italian does."""

from __future__ import annotations

import pytest

from workbench.checks import Pair
from workbench.checks.tense import future_added, unfinished

FUTURE = [
    ("Il Comune ha [firmato] l’accordo.", "The council [will sign] the agreement.", "major"),
    ("La sindaca [firmò] l’accordo.", "The mayor [will soon sign] the agreement.", "major"),
    ("Il parco fu [disegnato] a Udine.", "The park [will be designed] in Udine.", "major"),
    ("Il parroco vive qui.", "The parish priest [will live] here.", "minor"),
]


@pytest.mark.parametrize(("italian", "english", "severity"), FUTURE)
def test_a_future_that_the_italian_has_not_is_found(italian, english, severity, marked):
    (source, words), (target, place) = marked(italian), marked(english)
    (finding,) = future_added(Pair(source, target))
    assert finding.severity == severity
    assert (finding.start, finding.end) == place
    assert finding.other == (words if "[" in italian else None)


GOING_ON = [
    ("Il sindaco [firmò] l’accordo.", "The mayor [was signing] the agreement."),
    ("Hanno [condotto] i cani al parco.", "They [were conducting] the dogs to the park."),
    ("Il parco fu [disegnato] a Udine.", "The park [was being designed] in Udine."),
]


@pytest.mark.parametrize(("italian", "english"), GOING_ON)
def test_what_was_done_was_not_going_on(italian, english, marked):
    (source, words), (target, place) = marked(italian), marked(english)
    (finding,) = unfinished(Pair(source, target))
    assert finding.severity == "minor"
    assert (finding.start, finding.end) == place
    assert finding.other == words


RIGHT = [
    ("Il Comune firmerà l’accordo.", "The council will sign the agreement."),
    ("Il Comune firma l’accordo domani.", "The council will sign the agreement tomorrow."),
    ("Il Comune può firmare l’accordo.", "The council will be able to sign the agreement."),
    ("Chiamo io la sindaca.", "I will call the mayor."),
    ("Ha scritto le sue volontà.", "She wrote her will in a notebook."),
    ("La volontà di vincere non manca.", "The will to win is there."),
    ("Il sindaco firmava l’accordo.", "The mayor was signing the agreement."),
    ("Il sindaco stava firmando l’accordo.", "The mayor was signing the agreement."),
    ("L’accordo è stato interessante.", "The agreement was interesting."),
    ("Per mesi hanno lavorato al parco.", "They have been working on the park for months."),
    ("", "The mayor will sign."),
    ("Il sindaco firmò.", ""),
]


@pytest.mark.parametrize(("source", "target"), RIGHT)
def test_what_may_be_meant_is_left_alone(source, target):
    pair = Pair(source, target)
    assert [*future_added(pair), *unfinished(pair)] == []
