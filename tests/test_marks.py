"""Where marks stand: in code points, and in a text that has changed since."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.marks import carry, locate


@pytest.mark.parametrize(
    ("text", "words", "near", "nth", "found"),
    [
        ("the bridge, the town", "the", None, 1, "0-3"),
        ("the bridge, the town", "the", None, 2, "12-15"),
        ("the bridge, the town", "the", 11, 1, "12-15"),
        ("the bridge, the town", " the ", 11, 1, "12-15"),
        ("a 🎉 feast", "feast", 4, 1, "4-9"),
        ("a 👩‍👩‍👧 feast", "feast", 8, 1, "8-13"),
        ("the café is shut", "cafe\u0301", 4, 1, "4-8"),
        ("he said שלום today", "שלום", 8, 1, "8-12"),
        ("one\ntwo three", "one\r\ntwo", 0, 1, "0-7"),
        ("the bridge", "tower", 0, 1, None),
        ("the bridge", "the", None, 2, None),
        ("the bridge", "the", None, 0, None),
        ("the bridge", "  ", 3, 1, None),
    ],
)
def test_words_are_found_by_code_points(
    text: str, words: str, near: int | None, nth: int, found: str | None
) -> None:
    place = locate(text, words, near, nth)
    assert (f"{place[0]}-{place[1]}" if place else None) == found


@pytest.mark.parametrize(
    ("new", "words"),
    [
        ("The old bridge reopens on Monday.", "bridge reopens"),
        ("Today 🎉 the old bridge reopens.", "bridge reopens"),
        ("The old bridge finally reopens.", None),
        ("The old tower reopens.", None),
        ("", None),
    ],
)
def test_a_mark_stays_with_its_words_as_long_as_they_stand_together(
    new: str, words: str | None
) -> None:
    old = "The old bridge reopens."
    start = old.index("bridge")
    place = carry(old, new, start, start + len("bridge reopens"))
    assert (new[slice(*place)] if place else None) == words


@given(st.text("ab 🎉é", max_size=30), st.text("ab 🎉é", max_size=30), st.data())
def test_what_is_carried_is_always_the_same_words(old: str, new: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, len(old)))
    place = carry(old, new, start, end)
    assert place is None or new[slice(*place)] == old[start:end]
