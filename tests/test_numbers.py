"""Numbers are found with their places and values, whatever the convention."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.language.measures import same_measure
from workbench.language.number_words import (
    decade,
    english_number,
    english_ordinal,
    english_spelling,
    italian_number,
)
from workbench.language.numbers import find_numbers
from workbench.language.numerals import english, plain, read_numeral
from workbench.language.roman import roman_number

ITALIAN = [
    ("3.500 persone", "3.500", 3500),
    ("1.234.567 voti", "1.234.567", 1234567),
    ("il 7,5%", "7,5", "7.5"),
    ("il 7,5 %", "7,5", "7.5"),
    ("1.234,56 euro", "1.234,56", "1234.56"),
    ("magnitudo 7.5", "7.5", "7.5"),
    ("64 000 tonnellate", "64 000", 64000),
    ("12\u00a0345 addetti", "12\u00a0345", 12345),
    ("740mila", "740mila", 740000),
    ("2,4 miliardi", "2,4 miliardi", 2_400_000_000),
    ("2.949 miliardi", "2.949 miliardi", 2_949_000_000_000),
    ("3 mila miliardi", "3 mila miliardi", 3 * 10**12),
    ("tremila miliardi", "tremila miliardi", 3 * 10**12),
    ("un bilione", "un bilione", 10**12),
    ("un miliardo e mezzo", "un miliardo e mezzo", 1_500_000_000),
    ("due milioni e mezzo di euro", "due milioni e mezzo", 2_500_000),
    ("mezzo milione", "mezzo milione", 500_000),
    ("1 miliardo e 200 milioni", "1 miliardo e 200 milioni", 1_200_000_000),
    ("30 mln", "30 mln", 30_000_000),
    ("ventitré anni", "ventitré", 23),
    ("ventotto", "ventotto", 28),
    ("ottantuno", "ottantuno", 81),
    ("centottanta", "centottanta", 180),
    ("duemilaventisei", "duemilaventisei", 2026),
    ("millenovecento", "millenovecento", 1900),
    ("sedicenne arrestato", "sedicenne", 16),
    ("i trentaduenni", "trentaduenni", 32),
    ("Dodici feriti", "Dodici", 12),
]

ENGLISH = [
    ("3,500 people", "3,500", 3500),
    ("7.5%", "7.5", "7.5"),
    ("40,5%", "40,5", "40.5"),
    ("$2.4 billion", "2.4 billion", 2_400_000_000),
    ("€2.949 trillion", "2.949 trillion", 2_949_000_000_000),
    ("2,949 billion", "2,949 billion", 2_949_000_000_000),
    ("£2.4bn", "2.4bn", 2_400_000_000),
    ("€3m", "3m", 3_000_000),
    ("500k", "500k", 500_000),
    ("a 2.4-billion-euro plan", "2.4-billion", 2_400_000_000),
    ("4 thousand billion", "4 thousand billion", 4 * 10**12),
    ("half a million", "half a million", 500_000),
    ("half million", "half million", 500_000),
    ("a million", "a million", 1_000_000),
    ("a billion and a half", "a billion and a half", 1_500_000_000),
    ("twenty-three", "twenty-three", 23),
    ("two hundred", "two hundred", 200),
    ("a hundred and five", "a hundred and five", 105),
    ("two hundred and fifty thousand", "two hundred and fifty thousand", 250_000),
    ("two million three hundred thousand", "two million three hundred thousand", 2_300_000),
    ("two thousand five hundred", "two thousand five hundred", 2500),
    ("the 16-year-old", "16", 16),
    ("on her 63rd birthday", "63", 63),
]

KINDS = [
    ("it", "4,5 per cento", "percent"),
    ("it", "2 punti percentuali", "points"),
    ("it", "il 1º ottobre", "ordinal"),
    ("it", "alle 17.30", "time"),
    ("it", "il G7", "code"),
    ("it", "a quota 12", "plain"),
    ("en", "4.5 percent", "percent"),
    ("en", "0.4 percentage points", "points"),
    ("en", "the 21st", "ordinal"),
    ("en", "at 5.30pm", "time"),
    ("en", "an F-35", "code"),
    ("en", "call 020-555-0147", "code"),
]

SAME = [
    ("ore 17.30", "5.30pm"),
    ("ore 17.30", "5:30 p.m."),
    ("le 17:30", "17:30"),
    ("alle 5", "5 p.m."),
    ("le 9.15", "9:15 am"),
    ("anni ’80", "the 1980s"),
    ("anni '80", "the ’80s"),
    ("anni Settanta", "the seventies"),
    ("anni 1990", "the 1990s"),
    ("il Novecento", "the 20th century"),
    ("il Novecento", "the 1900s"),
    ("XIX secolo", "the 19th century"),
    ("3 mila miliardi", "3 trillion"),
    ("un trilione", "a trillion"),
    ("due anni e mezzo", "two and a half years"),
    ("una dozzina", "a dozen"),
    ("entrambi", "both"),
    ("il terzo", "the third"),
    ("inverno 2027", "the AW27 show"),
    ("due terzi", "two-thirds"),
    ("un quarto", "25 per cent"),
    ("tra Otto e Novecento", "the 19th century"),
    ("nel XIX e XX secolo", "the 19th century"),
    ("gli anni Duemila", "the 21st century"),
    ("XXIII edizione", "the 23rd edition"),
    ("nel ’68", "in 1968"),
    ("tredicesimo", "the thirteenth"),
    ("il novantesimo", "the ninetieth"),
    ("alle otto e mezza", "at 8:30pm"),
    ("mezz’ora", "half an hour"),
    ("il 3/4", "three quarters"),
    ("alto 6,5 piedi", "a 6-foot-6 player"),
]

DIFFERENT = [
    ("ore 17.30", "5.30am"),
    ("2,4 miliardi", "2.4 million"),
    ("7,5%", "75%"),
    ("anni Settanta", "the sixties"),
]


def one(text: str, language: str) -> tuple[str, Decimal]:
    number = find_numbers(text, language)[0]
    return text[number.start : number.end], number.value


@pytest.mark.parametrize(("text", "words", "value"), ITALIAN)
def test_an_italian_number_has_its_place_and_value(text, words, value):
    assert one(text, "it") == (words, Decimal(value))


@pytest.mark.parametrize(("text", "words", "value"), ENGLISH)
def test_an_english_number_has_its_place_and_value(text, words, value):
    assert one(text, "en") == (words, Decimal(value))


@pytest.mark.parametrize(("language", "text", "kind"), KINDS)
def test_a_number_knows_what_it_counts(language, text, kind):
    assert [n.kind for n in find_numbers(text, language)] == [kind]


@pytest.mark.parametrize(("italian", "translation"), SAME)
def test_what_means_the_same_is_the_same(italian, translation):
    english_numbers = find_numbers(translation, "en")
    assert any(n.same(m) for n in find_numbers(italian, "it") for m in english_numbers)


@pytest.mark.parametrize(("italian", "translation"), DIFFERENT)
def test_what_means_another_thing_is_not_the_same(italian, translation):
    english_numbers = find_numbers(translation, "en")
    assert not any(n.same(m) for n in find_numbers(italian, "it") for m in english_numbers)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "il dieci per cento"),
        ("it", "Nove Contrade"),
        ("en", "the Seven Sisters"),
        ("it", "gli anni passano"),
        ("en", "no one came"),
        ("it", "per cento"),
        ("en", "countries and cities"),
    ],
)
def test_a_word_that_may_be_no_number_demands_nothing(language, text):
    assert [n for n in find_numbers(text, language) if n.firm and n.kind != "percent"] == []


def test_a_range_shares_its_magnitude():
    first, second = find_numbers("tra 2 e 3 miliardi", "it")
    assert Decimal(2_000_000_000) in first.values
    assert second.value == 3_000_000_000


def test_a_range_of_thousands_shares_the_last_magnitude():
    first, _ = find_numbers("from 4 thousand to 8 thousand billion yen", "en")
    assert first.values == (Decimal(4000), Decimal(4 * 10**12))


def test_a_range_shares_its_unit():
    assert [n.unit for n in find_numbers("1,2-3,4 cm", "it")] == ["cm", "cm"]


def test_an_english_three_point_five_hundred_may_be_italian():
    assert find_numbers("3.500 people", "en")[0].values == (Decimal("3.500"), Decimal(3500))


def test_italian_marks_in_english_are_noticed():
    assert find_numbers("40,5%", "en")[0].foreign
    assert not find_numbers("40.5%", "en")[0].foreign


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("it", "un 47enne", "year"),
        ("it", "3 milioni di tonnellate", "tonne"),
        ("it", "100 metri quadrati", "sq m"),
        ("it", "30 °C", "celsius"),
        ("it", "10 miglia nautiche", "nautical mile"),
        ("en", "the 47-year-old", "year"),
        ("en", "20 square miles", "sq mile"),
        ("en", "95F", "fahrenheit"),
        ("en", "three-quarters of a mile", "mile"),
        ("en", "6ft 6in", "foot"),
        ("en", "3 C grades", ""),
    ],
)
def test_a_number_knows_its_unit(language, text, unit):
    numbers = find_numbers(text, language)
    assert unit in [n.unit for n in numbers]


@pytest.mark.parametrize(("word", "value"), [("XIV", 14), ("MIX", 1009), ("IIX", None), ("", None)])
def test_roman_numerals_are_read(word, value):
    assert roman_number(word) == value


@pytest.mark.parametrize(("number", "written"), [(1, "1st"), (12, "12th"), (23, "23rd")])
def test_ordinals_are_written_in_english(number, written):
    assert english_ordinal(number) == written


def test_a_year_may_be_shortened_in_a_range():
    assert Decimal(1981) in find_numbers("1976-81", "it")[1].values


def test_metres_are_no_millions():
    assert find_numbers("3m deep", "en")[0].unit == "m"


@pytest.mark.parametrize(
    ("first", "unit", "second", "other", "same"),
    [
        (9, "m", 30, "foot", True),
        (100, "km/h", 62, "mph", True),
        (30, "degree", 86, "degree", True),
        (2, "year", 24, "month", True),
        (2, "year", 30, "month", False),
        (6, "m", 60, "foot", False),
        (6, "m", 6, "kg", False),
        (6, "m", 6, "m", False),
        (6, "", 20, "foot", False),
    ],
)
def test_a_measure_and_its_conversion_are_the_same(first, unit, second, other, same):
    assert same_measure(Decimal(first), unit, Decimal(second), other) is same


@pytest.mark.parametrize("word", ["ottenne", "avvenne", "casa", "mila", "xmila", "millex"])
def test_other_italian_words_are_no_numbers(word):
    assert italian_number(word) is None


def test_other_english_words_are_no_numbers():
    assert english_number("tone") is None
    assert decade("stories", "en") is None
    assert decade("parole", "it") is None


def test_small_numbers_are_spelt():
    assert english_spelling(Decimal(5)) == "five"
    assert english_spelling(Decimal(11)) is None
    assert english_spelling(Decimal("2.5")) is None


@pytest.mark.parametrize(
    ("value", "scale", "written"),
    [
        ("4000000000000", 1, "4 trillion"),
        ("2400000000", 1, "2.4 billion"),
        ("860000", 1, "860,000"),
        ("2949", 1, "2,949"),
        ("7.5", 1, "7.5"),
        ("1234567", 1, "1,234,567"),
        ("1500000", 10**6, "1.5 million"),
        ("1000", 10**6, "1,000"),
    ],
)
def test_a_value_is_written_as_in_newspapers(value, scale, written):
    assert english(Decimal(value), scale=scale) == written


def test_a_date_of_digits_is_its_pieces():
    assert read_numeral("10.09.26", "it").values == (10, 9, 26)
    assert read_numeral("10,09,26", "en").values == (10, 9, 26)


@settings(max_examples=60)
@given(st.integers(0, 10**15))
def test_an_english_value_is_read_back(value):
    written = english(Decimal(value))
    assert find_numbers(written, "en")[0].value == value


@settings(max_examples=60)
@given(st.integers(0, 10**9), st.integers(0, 999))
def test_both_conventions_read_the_same(whole, fraction):
    written = plain(Decimal(f"{whole}.{fraction:03}"))
    italian = written.translate(str.maketrans(",.", ".,"))
    ours, theirs = read_numeral(written, "en").values, read_numeral(italian, "it").values
    assert set(ours) & set(theirs)


@settings(max_examples=80)
@given(st.text(alphabet="0123456789.,'’ %°-/:unamilaeXVpt€\u00a0", max_size=40))
def test_any_text_is_read_and_no_two_numbers_overlap(text):
    for language in ("it", "en"):
        numbers = find_numbers(text, language)
        assert all(n.values and 0 <= n.start < n.end <= len(text) for n in numbers)
        assert all(a.end <= b.start for a, b in pairwise(numbers))
