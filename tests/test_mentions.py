"""Whom a note calls."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.mentions import find_mentions, name_key

KNOWN = ["Ada Neri", "Bruno", "Zoë D’Amico", "Anna Bo", "Anna Li"]


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
