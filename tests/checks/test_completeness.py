"""Missing texts and odd lengths."""

from __future__ import annotations

import pytest

from workbench.checks import run_checks

LONG = "Il consiglio comunale approva il bilancio dopo una lunga seduta notturna. " * 4


@pytest.mark.parametrize("target", [None, "", "  ", "."])
def test_a_paragraph_without_english_is_critical(target):
    (finding,) = run_checks("Il voto è finito.", target)
    assert (finding.check, finding.severity, finding.side) == ("empty-target", "critical", "source")
    assert (finding.start, finding.end) == (0, len("Il voto è finito."))


@pytest.mark.parametrize(("source", "target"), [(None, None), ("", ""), ("***", "***"), ("—", "")])
def test_where_there_are_no_words_nothing_is_missing(source, target):
    assert run_checks(source, target) == []


def test_a_far_shorter_text_may_lack_something():
    (finding,) = run_checks(LONG, "The town council approves the budget.")
    assert finding.check == "length"
    assert "left out" in str(finding.message)


def test_a_far_longer_text_may_have_something_added():
    english = (
        "The town council approved its budget after sitting all night, which nobody there had "
        "expected, least of all the mayor."
    )
    (finding,) = run_checks("Il consiglio approva il bilancio.", english)
    assert "added" in str(finding.message)


def test_short_texts_may_differ_in_length():
    assert run_checks("Sì.", "Yes, they did so.") == []
