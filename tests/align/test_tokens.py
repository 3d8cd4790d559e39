"""Words and numerals as the aligner sees them."""

from __future__ import annotations

import pytest

from workbench.align.tokens import fold, skeleton, stem, tokenise


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("L’inverno è già qui.", ["l", "inverno", "e", "gia", "qui"]),
        ("22,4 and 22.4", ["#224", "and", "#224"]),
        ("2.500.000 euro", ["#2500000", "euro"]),
        ("7,5%", ["#75"]),
        ("🎉 — !", []),
        ("", []),
    ],
)
def test_a_text_becomes_folded_words_and_bare_digits(text: str, tokens: list[str]):
    assert tokenise(text) == tokens


@pytest.mark.parametrize(
    ("italian", "english"),
    [
        ("presidente", "president"),
        ("filosofia", "philosophy"),
        ("teatro", "theatre"),
        ("nazione", "nation"),
        ("difficile", "difficult"),
        ("turismo", "tourism"),
    ],
)
def test_cognates_begin_with_the_same_consonants(italian: str, english: str):
    assert skeleton(italian)[:4] == skeleton(english)[:4]


@pytest.mark.parametrize(("one", "other"), [("gatto", "dog"), ("vento", "rain"), ("mare", "sea")])
def test_unrelated_words_have_different_consonants(one: str, other: str):
    assert skeleton(one) != skeleton(other)


@pytest.mark.parametrize(
    ("words", "language"),
    [
        (("gatto", "gatti", "gatta"), "it"),
        (("arrivare", "arrivato", "arrivano", "arrivando"), "it"),
        (("wait", "waits", "waited", "waiting"), "en"),
        (("country", "countries"), "en"),
    ],
)
def test_the_forms_of_a_word_have_one_stem(words: tuple[str, ...], language: str):
    assert len({stem(word, language) for word in words}) == 1  # type: ignore[arg-type]


@pytest.mark.parametrize("word", ["re", "ai", "io", "es", "the"])
def test_a_short_word_is_its_own_stem(word: str):
    assert stem(word, "it") == word
    assert stem(word, "en") == word


@pytest.mark.parametrize(
    ("word", "plain"), [("Perché", "perche"), ("CITTÀ", "citta"), ("Ugo", "ugo")]
)
def test_folding_takes_case_and_accents_away(word: str, plain: str):
    assert fold(word) == plain
