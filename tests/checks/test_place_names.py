"""Places and acronyms have their English form, unless they are part of a name."""

from __future__ import annotations

import pytest

from workbench.checks import run_checks
from workbench.language.tables import read_table

WRONG = [
    ("Ties between Italia and Japan.", "exonym", "Italia", "Italy"),
    ("The Embassy of Italia in Tokyo.", "exonym", "Italia", "Italy"),
    ("Italia is growing.", "exonym", "Italia", "Italy"),
    ("In Italia they vote.", "exonym", "Italia", "Italy"),
    ("He said: “Italia and Japan agree.”", "exonym", "Italia", "Italy"),
    ("A factory near Torino.", "exonym", "Torino", "Turin"),
    ("Flights to Monaco di Baviera.", "exonym", "Monaco di Baviera", "Munich"),
    ("The Italia-Japan talks.", "exonym", "Italia", "Italy"),
    ("A Nato summit.", "acronym", "Nato", "NATO"),
    ("The PIL grew.", "acronym", "PIL", "GDP"),
    ("An Onu report.", "acronym", "Onu", "UN"),
    ("The Strategic Water Fund (Swf) pays.", "acronym", "Swf", "SWF"),
    ("The Office of Land Reform (Olr) pays.", "acronym", "Olr", "OLR"),
]

FINE = [
    "Ties between Italy and Japan.",
    "Fratelli d’Italia leads.",
    "Forza Italia follows.",
    "Banca d’Italia reports.",
    "He reads Milano Finanza.",
    "NATO and the UN.",
    "See www.Italia.it for more.",
    "The town (Rome) pays.",
    "The Strategic Water Fund (Rome) pays.",
]


@pytest.mark.parametrize(("text", "check", "words", "right"), WRONG)
def test_an_italian_form_is_found_with_the_english_one(text, check, words, right):
    (finding,) = run_checks(None, text)
    assert (finding.check, finding.suggestion) == (check, right)
    assert text[finding.start : finding.end] == words


@pytest.mark.parametrize("text", FINE)
def test_english_forms_and_names_raise_nothing(text):
    assert run_checks(None, text) == []


@pytest.mark.parametrize(
    "name", ["exonyms", "acronyms", "shared", "headings", "doubled", "capitals", "function_words"]
)
def test_every_word_of_a_list_has_its_reason_and_stands_once(name):
    rows = read_table(name)
    assert all(row["word"] and row["reason"] for row in rows)
    words = [(row["word"], row.get("language")) for row in rows]
    assert len(words) == len(set(words))
