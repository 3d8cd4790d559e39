"""Whom a note calls."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.mentions import calls_for, find_mentions, name_key

KNOWN = ["", " ", "Ada Neri", "Bruno", "Zoë D’Amico", "Anna Bo", "Anna Li"]


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("@Bruno, is this right?", ["Bruno"]),
        ("Ask @Ada Neri.", ["Ada Neri"]),
        ("@ada neri and @BRUNO", ["Ada Neri", "Bruno"]),
        ("@Ada?", ["Ada Neri"]),
        ("@zoe d’amico!", ["Zoë D’Amico"]),
        ("@Anna", ["Anna"]),
        ("@Anna Li’s", ["Anna Li"]),
        ("@Ada's view, @Carla’s too", ["Ada Neri", "Carla"]),
        ("@Bruno-Maria and @Bruno.rossi", ["Bruno-Maria", "Bruno.rossi"]),
        ("@Bruno. @Ada Neri: @Bruno…", ["Bruno", "Ada Neri", "Bruno"]),
        (
            "@Jean-Luc @d'Angelo @Łukasz @小林 @ada2",
            ["Jean-Luc", "d'Angelo", "Łukasz", "小林", "ada2"],
        ),
        ("@_", ["_"]),
        ("@Brunone", ["Brunone"]),
        ("@carla.verdi.", ["carla.verdi"]),
        ("(@Bruno)", ["Bruno"]),
        ("bruno@example.org", []),
        ("a@b @ Bruno @, @@Bruno", []),
        ("", []),
    ],
)
def test_a_name_behind_an_at_sign_is_called(text: str, called: list[str]) -> None:
    assert [mention.name for mention in find_mentions(text, KNOWN)] == called


@given(st.text(alphabet="@Ada Neri’.é😀", max_size=30))
def test_mentions_stand_in_order_and_begin_with_the_sign(text: str) -> None:
    found = find_mentions(text, KNOWN)
    assert all(text[mention.start] == "@" for mention in found)
    assert all(one.end <= two.start for one, two in pairwise(found))


def test_capitals_and_accents_do_not_make_another_name() -> None:
    assert name_key("ZOË") == name_key("zoe")


def test_a_call_of_the_first_name_alone_may_mean_everybody_who_has_it() -> None:
    assert calls_for("Zoë D’Amico") == ["zoe", "zoe d’amico"]
    assert calls_for("Bruno") == ["bruno"]
    assert calls_for("") == []


def test_a_first_name_that_is_somebodys_whole_name_means_that_one_alone() -> None:
    assert calls_for("Anna Bo", ["Anna", "Anna Bo"]) == ["anna bo"]
    assert calls_for("Anna", ["Anna", "Anna Bo"]) == ["anna"]
    assert calls_for("Anna Bo", ["Anna Bo", "Anna Li"]) == ["anna", "anna bo"]


def test_many_calls_of_many_people_are_found_at_once() -> None:
    known = [f"Name{i} Surname{i}" for i in range(2_000)]
    assert len(find_mentions("@Name7 " * 700, known)) == 700
