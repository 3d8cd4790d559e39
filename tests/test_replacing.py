"""Words are found where they stand, and replaced where they were chosen, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.replacing import Search, find_hits, replace_hits

FOUND = [
    ("Italia and Italian", Search("Italia"), ["Italia", "Italia"]),
    ("Italia and Italian", Search("Italia", whole=True), ["Italia"]),
    ("Italia, italia", Search("italia"), ["Italia", "italia"]),
    ("Italia, italia", Search("italia", case=True), ["italia"]),
    ("È così. è così", Search("È", case=False), ["È", "è"]),
    ("the prime\n minister", Search("prime minister"), ["prime\n minister"]),
    ("a.b a+b", Search("a.b"), ["a.b"]),
    ("don’t 50% (x)", Search("50%", whole=True), ["50%"]),
    ("aaa", Search("aa"), ["aa"]),
    ("anything", Search(""), []),
    ("anything", Search(" \n"), []),
    ("😀 Roma 😀", Search("Roma", whole=True), ["Roma"]),
]


@pytest.mark.parametrize(("text", "search", "words"), FOUND)
def test_words_are_found(text: str, search: Search, words: list[str]) -> None:
    assert [text[hit.start : hit.end] for hit in find_hits(text, search)] == words


def test_only_the_chosen_hits_are_replaced() -> None:
    text = "Italia, Italia, Italia"
    assert replace_hits(text, Search("Italia"), "Italy", {0, 2}) == "Italy, Italia, Italy"
    assert replace_hits(text, Search("Italia"), "Italy") == "Italy, Italy, Italy"
    assert replace_hits(text, Search("Italia"), "Italy", ()) == text


def test_a_replacement_is_taken_as_it_is_typed() -> None:
    assert replace_hits("a", Search("a"), r"\1 \g<0> $1") == r"\1 \g<0> $1"


@given(st.text(alphabet="ab .", max_size=60), st.text(alphabet="ab .", min_size=1, max_size=3))
def test_words_replaced_by_themselves_change_nothing(text: str, words: str) -> None:
    search = Search(words, case=True)
    if words == " ".join(words.split()) and "  " not in text:
        assert replace_hits(text, search, words) == text


@given(st.text(max_size=80), st.text(min_size=1, max_size=3))
def test_what_is_not_chosen_stays(text: str, words: str) -> None:
    assert replace_hits(text, Search(words), "x", ()) == text
