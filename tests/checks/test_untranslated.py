"""Italian left in the English is found; English words that Italian shares are not."""

from __future__ import annotations

import pytest

from workbench.checks import run_checks

LEFT = [
    ("Il vertice si chiude con un accordo tra i governi.", "body", "critical"),
    ("La nave nel porto di Genova durante le manovre della mattina", "caption", "major"),
    ("Satelliti", "heading", "major"),
    ("Leggi anche", "heading", "major"),
]

INSIDE = [
    ("Il testo rinvia la votazione.", "The text delays the votazione.", "votazione"),
    ("Parlano ugualmente.", "They speak ugualmente.", "ugualmente"),
    ("Aspettando il treno si legge.", "Aspettando the train you read.", "Aspettando"),
    ("Tutto bene.", "He came anche con a friend.", "anche con"),
    ("Lo conosce bene.", "He knows him bene.", "bene"),
    ("Estrae “nichel, rame”.", "It mines “nichel, copper”.", "nichel"),
    ("", "The accident prevenzione plan", "prevenzione"),
]

FINE = [
    ("Un’idea per la radio e i media.", "An idea for radio and the media."),
    ("Il video è online.", "The video is online."),
    ("Un vero fiasco, dice Di Maio.", "A real fiasco, says Di Maio."),
    ("La Scala", "La Scala"),
    ("Oh, no.", "Oh, no."),
    ("2026", "2026"),
    ("Una passeggiata tra i trulli.", "A passeggiata among the trulli."),
    ("Lo dice la Federazione insegnanti.", "So says the Federazione insegnanti."),
    ("In scena «La fornace».", "They stage “La fornace”."),
    ("", "Write to comune@ardesio.example or see prenotazione.ardesio.example."),
]


@pytest.mark.parametrize(("text", "role", "severity"), LEFT)
def test_a_text_left_in_italian_is_found_with_and_without_its_original(text, role, severity):
    for source in (text, None):
        (finding,) = run_checks(source, text, role)
        assert (finding.check, finding.severity) == ("untranslated", severity)
        assert (finding.start, finding.end) == (0, len(text))


@pytest.mark.parametrize(("source", "target", "words"), INSIDE)
def test_italian_words_inside_are_found_where_they_stand(source, target, words):
    (finding,) = run_checks(source, target)
    assert finding.check == "italian-words"
    assert target[finding.start : finding.end] == words


@pytest.mark.parametrize(("source", "target"), FINE)
def test_shared_words_and_names_are_no_italian(source, target):
    assert run_checks(source, target) == []


def test_a_short_text_that_is_the_same_on_both_sides_is_untranslated():
    (finding,) = run_checks("Prime ripercussioni", "Prime ripercussioni")
    assert finding.check == "untranslated"
