"""Capitals, questions, quotation marks and the chatter of an AI."""

from __future__ import annotations

import pytest

from workbench.checks import run_checks

WRONG = [
    (None, "He came on monday.", "lower-case", "monday", "Monday"),
    (None, "The italian minister.", "lower-case", "italian", "Italian"),
    (None, "In april they vote.", "lower-case", "april", "April"),
    ("Vincono loro.", "they win.", "lower-start", "they", "They"),
    ("Chi vince?", "They win.", "question", "They win.", None),
    ("Vincono loro.", "Do they win?", "question", "?", None),
    (None, "Here is the translation: They win.", "preamble", "Here is the translation:", ""),
    (None, "Sure! They win.", "preamble", "Sure! ", ""),
    (None, "They win. Let me know if you need more.", "preamble", None, ""),
    (None, "They win. Note: I kept the names.", "preamble", "Note: I kept the names.", ""),
    ("Vince Marta Volpe.", "marta volpe wins it again.", "no-capitals", None, None),
    ("Vincono loro, di nuovo.", "THEY WIN IT AGAIN.", "all-capitals", None, None),
    (None, "Certainly. Here’s the English text: They win.", "preamble", None, ""),
]

FINE = [
    (None, "He came on Monday, in march step."),
    (None, "Write to @italian or see www.italian.example."),
    ("iPhone in vendita.", "iPhone on sale."),
    ("Vincono loro.", "e-bikes win."),
    ("3 vincono.", "3 win."),
    ("Chi vince?", "Who wins?"),
    (None, "Here is the mayor of Rome."),
    ("Lo dice de Blasio.", "de Blasio says so."),
    ("LA SINDACA LO DICE QUI.", "THE MAYOR SAYS SO HERE."),
    (None, "Let me know, the mayor said, if it rains."),
]


@pytest.mark.parametrize(("source", "target", "check", "words", "suggestion"), WRONG)
def test_what_english_writes_otherwise_is_found(source, target, check, words, suggestion):
    (finding,) = [found for found in run_checks(source, target) if found.check == check]
    assert finding.suggestion == suggestion
    assert words is None or target[finding.start : finding.end] == words


@pytest.mark.parametrize(("source", "target"), FINE)
def test_good_english_raises_nothing(source, target):
    assert [str(f.message) for f in run_checks(source, target)] == []


def test_both_guillemets_are_found():
    found = run_checks(None, "They said «we win».")
    assert [(f.check, f.suggestion) for f in found] == [("guillemets", "“"), ("guillemets", "”")]
