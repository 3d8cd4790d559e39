"""Quantities that are no plain figures; each table says what fires."""

from __future__ import annotations

import pytest

from workbench.checks import number_style, numbers, quantities, run_checks

CHECKS = (
    quantities.quantity_word,
    quantities.roman_numeral,
    quantities.percentage,
    quantities.limit,
    quantities.direction,
    numbers.number_missing,
    numbers.number_added,
    numbers.number_changed,
    number_style.number_style,
    number_style.sign_place,
)

WRONG = [
    # Italian, English, check, severity, what to write
    ("[Centinaia] di persone.", "[Thousands] of people.", "quantity-word", "major", None),
    ("[Due terzi] dei voti.", "[Three quarters] of the vote.", "quantity-word", "major", None),
    ("[Un terzo] dei voti.", "[A quarter] of the vote.", "quantity-word", "major", None),
    ("È [raddoppiato].", "It [tripled].", "quantity-word", "major", None),
    ("Al [terzo] posto.", "In [fourth] place.", "quantity-word", "major", None),
    ("Parla Leone [XIV].", "Leo [XIII] speaks.", "roman-numeral", "major", "XIV"),
    ("Vota il [12%].", "Only [12] vote.", "percentage", "major", None),
    ("Votano in [12].", "Only [12%] vote.", "percentage", "major", None),
    ("[Più di 300] case.", "[Fewer than] 300 houses.", "limit", "major", None),
    ("[Almeno 300] case.", "[Up to] 300 houses.", "limit", "major", None),
    ("Le vendite [aumentano].", "Sales [decrease].", "direction", "major", None),
]

RIGHT = [
    ("Migliaia di persone.", "Thousands of people."),
    ("Un migliaio di persone.", "About 1,000 people."),
    ("Decine di feriti.", "Dozens of injured."),
    ("Una sessantina di feriti.", "Some sixty injured."),
    ("Sotto i trent’anni.", "Under thirty."),
    ("Ha diciott’anni.", "She is eighteen."),
    ("Un terzo dei voti.", "33% of the vote."),
    ("Metà dei voti.", "50% of the vote."),
    ("Per la terza volta.", "For the third time."),
    ("Il settantesimo anno.", "The seventieth year."),
    ("Il primo ministro.", "The premier."),
    ("Secondo la polizia.", "According to police."),
    ("Papa Leone XIV.", "Pope Leo."),
    ("La XXIII edizione.", "The 23rd edition."),
    ("Il 52% contro il 48%.", "52 per cent to 48."),
    ("Dal 3 al 5 per cento.", "From 3 to 5 per cent."),
    ("Non guadagna più di 300 euro.", "He earns no more than €300."),
    ("Più di 300 case.", "Over 300 houses."),
    ("Calano i prezzi, salgono i salari.", "Prices fall and wages rise."),
    ("La tredicesima arriva a Natale.", "The Christmas bonus comes in."),
    ("Nel 1976-81.", "In 1976–1981."),
    ("Nel ’68.", "In 1968."),
    ("Tra i 3 e i 10 milioni.", "Between 3 million and 10 million."),
    ("Tredici Americani.", "Thirteen Americans."),
]

STYLE = [
    ("It is 1 billion and 200 million.", "1 billion and 200 million", "1.2 billion"),
    ("In the XX century.", "XX", "20th"),
    ("In the XIX and XX centuries.", "XIX", "19th"),
    ("It costs 40 €.", "40 €", "€40"),
    ("It costs € 40.", "€ 40", "€40"),
    ("It is up 12 %.", "12 %", "12%"),
]


@pytest.mark.parametrize(("italian", "english", "check", "severity", "right"), WRONG)
def test_another_quantity_is_found_on_both_sides(italian, english, check, severity, right, marked):
    (source, other), (target, place) = marked(italian), marked(english)
    (found,) = run_checks(source, target, checks=CHECKS)
    assert (found.check, found.severity, found.suggestion) == (check, severity, right)
    assert ((found.start, found.end), found.other) == (place, other)


@pytest.mark.parametrize(("source", "target"), RIGHT)
def test_the_same_quantity_raises_nothing(source, target):
    assert run_checks(source, target, checks=CHECKS) == []


@pytest.mark.parametrize(("target", "words", "right"), STYLE)
def test_what_is_built_the_italian_way_is_rewritten(target, words, right):
    found = run_checks(None, target, checks=CHECKS)[0]
    assert (target[found.start : found.end], found.suggestion) == (words, right)
    assert found.severity == "minor"


def test_a_quantity_in_words_that_is_left_out_is_missing():
    (found,) = run_checks("Migliaia di firme.", "Signatures.", checks=CHECKS)
    assert (found.check, found.side, found.start, found.end) == ("number-missing", "source", 0, 8)


def test_good_english_with_signs_is_left_alone():
    assert run_checks(None, "It costs €40, up 12%, or 40k, in €1m steps.", checks=CHECKS) == []
