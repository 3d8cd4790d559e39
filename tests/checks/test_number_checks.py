"""Numbers are compared by value; each table says exactly which checks fire."""

from __future__ import annotations

import pytest

from workbench.checks import numbers, run_checks

RIGHT = [
    ("Costa 2,4 miliardi di euro.", "It costs €2.4 billion."),
    ("Un debito di 2.949 miliardi.", "A debt of €2.949 trillion."),
    ("Un debito di 2.949 miliardi.", "A debt of 2,949 billion."),
    ("Il calo è del 7,5%.", "The fall is 7.5 per cent."),
    ("Servono 740mila firme.", "It takes 740,000 signatures."),
    ("Apre alle 17.30.", "It opens at 5.30pm."),
    ("Due feriti.", "Both were injured."),
    ("Tra 2 e 3 miliardi.", "Between 2 billion and 3 billion."),
    ("Da 4mila a 8mila miliardi.", "From 4 trillion to 8 trillion."),
    ("Un muro di 9 metri.", "A wall 30 feet high."),
    ("Lungo 300 km.", "It is 300 km (186 miles) long."),
    ("Tassi su di 2 punti percentuali.", "Rates up by 2 percentage points."),
    ("Negli anni Settanta.", "In the 1970s."),
    ("Un uomo di 42 anni.", "A 42-year-old man."),
    ("Quotato a 1,250 euro.", "Listed at 1.250 euros."),
    ("Vince 3-1.", "They win 3-1."),
    ("Costa 950 milioni, più altri 50.", "It costs 950 million, plus another 50 million."),
]

WRONG = [
    (
        "Costa 2,4 miliardi.",
        "It costs 2.4 million.",
        "magnitude",
        "critical",
        "2.4 million",
        "2.4 billion",
    ),
    ("Il calo è del 7,5%.", "The fall is 75%.", "magnitude", "major", "75", "7.5"),
    ("Ha 10 anni.", "She is 12.", "number-changed", "major", "12", "10"),
    ("Restano cinque posti.", "Six places are left.", "number-changed", "major", "Six", "five"),
    ("Apre alle 17.30.", "It opens at 6.30pm.", "number-changed", "major", "6.30pm", "5.30pm"),
    ("Ci sono 31 feriti.", "Some were injured.", "number-missing", "minor", "31", None),
    ("Alcuni feriti.", "Some 31 were injured.", "number-added", "minor", "31", None),
    (
        "Tassi su di 2 punti percentuali.",
        "Rates are up 2%.",
        "percentage-points",
        "major",
        "2%",
        None,
    ),
    ("Il calo è del 40,5%.", "The fall is 40,5%.", "number-marks", "major", "40,5", "40.5"),
    (
        "Ci sono 3.500 persone.",
        "There are 3.500 people.",
        "number-marks",
        "major",
        "3.500",
        "3,500",
    ),
    (
        "Vale 4mila miliardi.",
        "It is worth 4 thousand billion.",
        "number-style",
        "minor",
        "4 thousand billion",
        "4 trillion",
    ),
    (
        "Ne servono 860mila.",
        "It takes 860 thousand.",
        "number-style",
        "minor",
        "860 thousand",
        "860,000",
    ),
    (
        "Lungo 50 km (31 miglia).",
        "It is 40 km (31 miles) long.",
        "number-changed",
        "major",
        "40",
        "50",
    ),
]


@pytest.mark.parametrize(("source", "target"), RIGHT)
def test_the_same_value_raises_nothing(source, target):
    assert run_checks(source, target) == []


@pytest.mark.parametrize(("source", "target", "check", "severity", "words", "suggestion"), WRONG)
def test_another_value_is_found_where_it_stands(source, target, check, severity, words, suggestion):
    (finding,) = run_checks(source, target)
    text = target if finding.side == "target" else source
    assert (finding.check, finding.severity) == (check, severity)
    assert text[finding.start : finding.end] == words
    assert finding.suggestion == suggestion


def test_the_message_names_the_evidence():
    (finding,) = run_checks("Costa 2,4 miliardi.", "It costs 2.4 million.")
    assert str(finding.message) == ("“2,4 miliardi” is 2.4 billion; the English says 2.4 million.")


@pytest.mark.parametrize(
    ("source", "target", "words"),
    [
        ("Costa 2,4 miliardi.", "It costs 2.4 million.", "2,4 miliardi"),
        ("Restano cinque posti.", "Six places are left.", "cinque"),
        ("Su di 2 punti percentuali.", "Up 2%.", "2 punti percentuali"),
        ("Ci sono 3.500 persone.", "There are 3.500 people.", "3.500"),
    ],
)
def test_the_italian_number_is_pointed_to(source, target, words):
    (finding,) = run_checks(source, target)
    assert source[slice(*finding.other)] == words


@pytest.mark.parametrize(
    ("target", "right"),
    [("It costs 740mila euros.", "740,000"), ("It costs 2,4 miliardi.", "2.4 billion")],
)
def test_italian_magnitude_words_are_foreign_in_english(target, right):
    (finding,) = run_checks(None, target, checks=(numbers.number_marks,))
    assert finding.suggestion == right


@pytest.mark.parametrize(
    ("source", "target", "right"),
    [
        ("Nato nel 1973.", "Born in 1937.", "1973"),
        ("Ci sono 1.973 case.", "There are 1,937 houses.", "1,973"),
        ("Alle 17.30.", "At 6:30 p.m.", "5:30 p.m."),
        ("Alle 17.30.", "At 18:30.", "17:30"),
        ("Alle 7.30.", "At 8.30pm.", None),
    ],
)
def test_the_suggestion_is_written_like_what_it_replaces(source, target, right):
    (finding,) = run_checks(source, target)
    assert (finding.check, finding.suggestion) == ("number-changed", right)


def test_a_per_cent_sign_is_said():
    (finding,) = run_checks("Il calo è del 4,3%.", "The fall is 4.1%.")
    assert str(finding.message) == "“4,3%” is 4.3%; the English says 4.1%."


def test_without_the_italian_only_the_writing_is_judged():
    found = run_checks(None, "Some 1.234.567 people paid 40,5% and 4 thousand billion.")
    assert [f.check for f in found] == ["number-marks", "number-marks", "number-style"]


def test_without_the_italian_a_doubtful_mark_is_minor():
    (finding,) = run_checks(None, "There were 3.500 people.")
    assert (finding.severity, finding.suggestion) == ("minor", "3,500")


def test_three_decimals_that_no_italian_number_explains_are_left_alone():
    found = run_checks("Ci sono 12 persone.", "There are 12 people and 3.500 dogs.")
    assert [f.check for f in found] == ["number-added"]


def test_a_range_of_thousand_billions_is_rewritten_in_both_places():
    found = run_checks(None, "from 4 thousand to 8 thousand billion yen")
    assert [f.suggestion for f in found] == ["4 trillion", "8 trillion"]
