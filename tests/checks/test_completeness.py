"""Missing texts and odd lengths."""

from __future__ import annotations

import pytest

from workbench.checks import Pair, run_checks
from workbench.checks.completeness import addition, omission


@pytest.mark.parametrize("target", [None, "", "  ", "."])
def test_a_paragraph_without_english_is_critical(target):
    (finding,) = run_checks("Il voto è finito.", target)
    assert (finding.check, finding.severity, finding.side) == ("empty-target", "critical", "source")
    assert (finding.start, finding.end) == (0, len("Il voto è finito."))


@pytest.mark.parametrize(("source", "target"), [(None, None), ("", ""), ("***", "***"), ("—", "")])
def test_where_there_are_no_words_nothing_is_missing(source, target):
    assert run_checks(source, target) == []


def test_a_far_shorter_text_may_lack_something():
    italian = "Allora sì, ma poi no: così era e così è, e così sarà. " * 3
    (finding,) = run_checks(italian, "So it was, so it will be.")
    assert finding.check == "length"
    assert "left out" in str(finding.message)


def test_a_far_longer_text_may_have_something_added():
    english = "And so it was, as it had been then, and as it is now, and so on and on."
    (finding,) = run_checks("Così era.", english)
    assert finding.check == "length"
    assert "added" in str(finding.message)


def test_short_texts_may_differ_in_length():
    assert run_checks("Sì.", "Yes, they did so.") == []


OMITTED = [
    (
        "La sindaca ringrazia i volontari, [che puliscono strade, bar e officine], e torna a casa.",
        "The mayor thanks the [volunteers and returns] home.",
    ),
    (
        "Apre la mostra, [con quaranta quadri prestati dai musei svizzeri], a Palazzo Bellini.",
        "The [exhibition opens at Palazzo] Bellini.",
    ),
]


@pytest.mark.parametrize(("italian", "english"), OMITTED)
def test_a_clause_that_was_left_out_is_named_and_its_place_shown(italian, english, marked):
    (source, words), (target, place) = marked(italian), marked(english)
    (finding,) = omission(Pair(source, target))
    start, end = finding.other
    assert start >= words[0]
    assert end <= words[1]
    assert source[start:end] in str(finding.message)
    assert (finding.start, finding.end) == place


def test_a_clause_that_was_put_in_is_marked_with_the_place_where_the_italian_has_none():
    source = "Il ponte di Ardesio riapre lunedì, ha detto la sindaca."
    target = (
        "The bridge in Ardesio, damaged last winter when floodwater tore away two pillars and a "
        "delivery lorry, reopens on Monday, the mayor said."
    )
    (finding,) = addition(Pair(source, target))
    assert finding.severity == "minor"
    assert "floodwater" in target[finding.start : finding.end]
    assert finding.other is not None


SAID_OTHERWISE = [
    ("Il Comune non ha né soldi né tempo.", "The town is short of money and time."),
    (
        "Ha preso la parola l’assessora, e in aula è calato il silenzio.",
        "The councillor rose to speak and the chamber fell silent.",
    ),
    ("A detta di tutti, una festa riuscita.", "By all accounts the party went well."),
    ("Si chiude domani.", "Closing day is tomorrow."),
]


@pytest.mark.parametrize(("source", "target"), SAID_OTHERWISE)
def test_what_is_said_in_another_way_is_neither_missing_nor_added(source, target):
    assert [*omission(Pair(source, target)), *addition(Pair(source, target))] == []
