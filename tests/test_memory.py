"""How alike texts are, and by which words they are looked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.memory import Remembered, best_matches, key_words, search_terms, similarity

TEXT = st.text(alphabet="ab c,.1é", max_size=30)


@pytest.mark.parametrize(
    ("one", "other", "percent"),
    [
        ("Il ponte riapre lunedì.", "Il ponte riapre lunedì.", 100),
        ("Il ponte riapre lunedì.", "Il ponte riapre  lunedì.", 99),
        ("Il ponte riapre lunedì.", "Il ponte riapre presto.", 80),
        ("Il ponte riapre lunedì.", "Il ponte riapre Lunedì.", 95),
        ("Il ponte riapre lunedì.", "Il ponte riapre martedì.", 95),
        ("Il ponte riapre lunedì 3 marzo.", "Il ponte riapre sabato 12 maggio.", 95),
        ("Il ponte riapre lunedì.", "Il ponte riapre marzo.", 80),
        ("Costa 3.500 euro.", "Costa 3.600 euro.", 95),
        ("Costa 3.500 euro.", "Costa 12 euro.", 95),
        ("Costa 3.500 euro.", "Costa molti euro.", 75),
        ("Il ponte riapre lunedì.", "La sindaca ha parlato ieri sera.", 14),
        ("", "", 100),
        ("", "Il ponte.", 0),
    ],
)
def test_likeness_is_the_share_of_words_that_stay(one: str, other: str, percent: int) -> None:
    assert similarity(one, other) == percent


@given(TEXT, TEXT)
def test_likeness_is_the_same_both_ways_and_full_only_for_the_same_text(
    one: str, other: str
) -> None:
    assert similarity(one, other) == similarity(other, one)
    assert 0 <= similarity(one, other) <= 100
    assert (similarity(one, other) == 100) == (one == other)


def test_a_text_is_looked_for_by_its_rarest_words_and_by_numbers_last() -> None:
    words = key_words("Nel 2024 il ponte di Roccalta sul Lentro costò 3 milioni.")
    assert set(words[:2]) == {"lentro", "roccalta"}
    assert set(words[-2:]) == {"2024", "3"}
    assert key_words("3 o 5")[0] == "o"
    assert len(key_words(" ".join(f"{a}{b}" for a in "abcdefghijk" for b in "lmnopqr"))) == 60


def test_a_text_is_looked_for_by_words_of_both_its_halves() -> None:
    words = key_words("Zafferano zenzero zibibbo zigolo. Il ponte di casa riapre.")
    assert words[:4:2] == ["zibibbo", "zigolo"]
    assert set(words[1:8:2]) == {"riapre", "ponte", "casa", "di"}


def test_the_best_comes_first_then_the_newest_and_nothing_below_seventy() -> None:
    pairs = [
        Remembered(1, "Il ponte riapre martedì.", "new", 4),
        Remembered(2, "Il ponte riapre sabato.", "old", 3),
        Remembered(3, "Il ponte riapre lunedì.", "same", 1),
        Remembered(4, "Il ponte riapre presto.", "like", 9),
        Remembered(5, "Un altro testo, del tutto.", "other", 8),
    ]
    found = best_matches("Il ponte riapre lunedì.", pairs)
    assert [(match.percent, match.pair.target) for match in found] == [
        (100, "same"),
        (95, "new"),
        (95, "old"),
        (80, "like"),
    ]


def test_the_same_pair_confirmed_again_is_one_match() -> None:
    pairs = [Remembered(n, "Leggi anche", "Read also") for n in range(1, 8)]
    [match] = best_matches("Leggi anche", pairs)
    assert (match.times, match.pair.segment) == (7, 7)


@pytest.mark.parametrize(
    ("asked", "terms"),
    [
        ("ponte vecchio", ["ponte", "vecchio"]),
        ('"ponte vecchio" Lentro', ["ponte vecchio", "Lentro"]),
        ("“dell’acqua” «3,5»", ["dell acqua", "3 5"]),
        ('"mai chiuse', ["mai", "chiuse"]),
        ("AND OR NOT NEAR(", ["AND", "OR", "NOT", "NEAR"]),
        ("* : ^ - ( ) \" ' 😀", []),
        ("", []),
    ],
)
def test_a_search_is_words_and_phrases(asked: str, terms: list[str]) -> None:
    assert search_terms(asked) == terms
