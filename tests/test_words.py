"""Words and sentences have their places; tables are read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.language.words import (
    ENGLISH_ONLY,
    ITALIAN_ONLY,
    count_words,
    find_sentences,
    find_words,
)


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("it", "L’Aia e dell'Illinois", ["L’", "Aia", "e", "dell'", "Illinois"]),
        ("en", "They don’t win.", ["They", "don’t", "win"]),
        ("en", "Italy's 3 cities", ["Italy's", "cities"]),
        ("en", "…", []),
    ],
)
def test_words_are_split_as_each_language_does(language, text, words):
    assert [word.text for word in find_words(text, language)] == words


def test_a_word_is_looked_up_without_case_and_curls():
    assert find_words("DON’T", "en")[0].key == "don't"


@pytest.mark.parametrize(
    ("text", "count"),
    [("One. Two! Three?", 3), ("“One.” Two.", 2), ("No end", 1), ("", 0), ("2.4 million won.", 1)],
)
def test_sentences_end_at_a_stop_before_a_space(text, count):
    sentences = find_sentences(text)
    assert len(sentences) == count
    assert all(text[s.start : s.end] == s.text for s in sentences)


def test_numbers_count_as_words():
    assert count_words("They won 3 of 4.") == 5


def test_no_function_word_is_of_both_languages():
    assert not ITALIAN_ONLY & ENGLISH_ONLY


@given(st.text(max_size=60), st.sampled_from(["it", "en"]))
def test_every_word_stands_where_it_says(text, language):
    assert all(text[w.start : w.end] == w.text for w in find_words(text, language))
