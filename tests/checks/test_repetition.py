"""Words and sentences that stand twice are found; those that may, are not."""

from __future__ import annotations

import pytest

from workbench.checks import run_checks

TWICE = [
    ("The the vote is over.", " the"),
    ("The vote is is over.", None),
    ("He went to the to the market.", " to the"),
    ("It rose to 11 11.", " 11"),
    ("Banks (ECB) ECB said.", ") ECB"),
]

FINE = [
    "They had had enough.",
    "He said that that was all.",
    "Yes, yes, he said.",
    "The dog. The cat.",
    "Water (water from wells) is dear.",
]


@pytest.mark.parametrize(("text", "words"), TWICE)
def test_a_doubled_word_is_found_unless_it_may_be_doubled(text, words):
    found = run_checks(None, text)
    if words is None:
        assert found == []
    else:
        (finding,) = found
        assert text[finding.start : finding.end] == words
        assert finding.suggestion == ""


@pytest.mark.parametrize("text", FINE)
def test_what_may_stand_twice_raises_nothing(text):
    assert run_checks(None, text) == []


def test_a_doubled_word_of_the_italian_may_be_doubled():
    assert run_checks("Arrivano i Duran Duran.", "Duran Duran are coming.") == []


def test_a_repeated_sentence_is_found_at_its_second_place():
    text = "The vote is over now. Nobody won. The vote is over now."
    (finding,) = run_checks(None, text)
    assert finding.check == "repeated-sentence"
    assert text[finding.start : finding.end] == "The vote is over now."


def test_a_short_sentence_may_come_again():
    assert run_checks(None, "Yes. He came late. Yes.") == []


@pytest.mark.parametrize(
    ("english", "found"),
    [("She came in in March.", 0), ("She was in in the stands.", 1), ("It is on on Monday.", 1)],
)
def test_a_phrasal_verb_may_end_before_the_same_preposition_but_be_is_none(english, found):
    assert len(run_checks(None, english)) == found
