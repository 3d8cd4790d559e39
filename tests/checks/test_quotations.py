"""Quotations that never close, and those that run on into the next paragraph."""

from __future__ import annotations

import pytest

from workbench.checks import Pair, run_article_checks
from workbench.checks.quotations import (
    quotation_runs_out,
    unclosed_quotation,
    unopened_quotation,
)

UNCLOSED = [
    "They said [“]we win.",
    'They said ["]we win.',
    "They said, [']we win.",
    "“We,” they said, [“]win.",
    'The "60 Minutes" show said ["]no.',
]


@pytest.mark.parametrize("english", UNCLOSED)
def test_a_quotation_that_never_closes_is_found(english, marked):
    target, place = marked(english)
    (finding,) = unclosed_quotation(Pair("«Vinciamo».", target))
    assert (finding.start, finding.end) == place


@pytest.mark.parametrize(
    ("italian", "english"),
    [
        ("", "They said “we win” and left."),
        ("", "'We,' they said, 'win.'"),
        ("", "\"He asked, 'who?'\" she said."),
        ("", "The workers’ party of the ’80s isn't here."),
        ("", "He won’t say 'em, nor the '90s."),
        ("", '"They had to switch, " said the mayor.'),
        ("Dice: «Vinco.", "He says: “I win."),
        ("", "“A quotation of several paragraphs begins."),
        ("", "It ends here.”"),
        ("", "The beam is 6' 2\" long."),
        ("", ""),
    ],
)
def test_a_quotation_that_is_closed_or_may_run_on_raises_nothing(italian, english):
    assert unclosed_quotation(Pair(italian, english)) == []


def test_a_quotation_that_was_never_opened_is_found():
    (finding,) = unopened_quotation(Pair("Il ponte riapre.", 'The bridge" reopens.'))
    assert (finding.start, finding.end) == (10, 11)
    assert unopened_quotation(Pair("Riapre, ha detto».", "It reopens,” she said.")) == []
    assert unopened_quotation(Pair("Riapre.", "The girls' school reopens.")) == []


RUNS_ON = [
    ("“We win.", "“We always did,” she said."),
    ("“We win.", "We always did,” she said."),
    ('"We win.', '"We always did.', '"And we will."'),
    ("She said: “We win.", "“We always did.”"),
]
RUNS_OUT = [
    (("“We win.", "The mayor left."), [0]),
    (("“We win.",), [0]),
    (("“We win.", "", "‘So what?’ he asked."), [0]),
    (("“We win.", "“We always did.", "The mayor left."), [1]),
]


@pytest.mark.parametrize("texts", RUNS_ON)
def test_a_quotation_that_opens_again_in_the_next_paragraph_runs_on(texts):
    assert quotation_runs_out([Pair("", text) for text in texts]) == []


@pytest.mark.parametrize(("texts", "where"), RUNS_OUT)
def test_a_quotation_that_the_article_never_closes_is_found_where_it_last_opens(texts, where):
    found = run_article_checks([Pair("", text) for text in texts])
    listed = [i for i, each in enumerate(found) for f in each if f.check == "quotation-runs-out"]
    assert listed == where
