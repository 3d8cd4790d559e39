"""What a correction teaches: the words that were exchanged, and what they stand for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.corrections import Correction, compare, may_be_a_rule

TEXTS = st.text(st.sampled_from("ab ,.–’"), max_size=60)


@pytest.mark.parametrize(
    ("italian", "ai", "confirmed", "found"),
    [
        ("L’Italia cresce.", "Italia grows.", "Italy grows.", [("Italia", "Italy", "Italia")]),
        ("Lo dice il premier.", "The premier says so.", "The prime minister says so.",
         [("premier", "prime minister", "premier")]),
        ("Ha detto di sì.", "He said yes.", "He stated yes.", [("said", "stated", "detto")]),
        (None, "It opens on monday.", "It opens on Monday.", [("monday", "Monday", "")]),
        ("Riapre il ponte.", "The bridge reopens.", "The bridge reopens.", []),
        ("Riapre il ponte.", "The bridge reopens,", "The bridge reopens.", []),
        ("Riapre il ponte.", "The bridge reopens.", "The old bridge reopens.", []),
        ("Costa 24 euro.", "It costs 42 euros.", "It costs 24 euros.", []),
    ],
)  # fmt: skip
def test_words_in_the_place_of_others_are_a_correction(
    italian: str | None, ai: str, confirmed: str, found: list[tuple[str, str, str]]
) -> None:
    assert compare(italian, ai, confirmed).corrections == tuple(Correction(*each) for each in found)


def test_a_sentence_written_anew_is_none() -> None:
    outcome = compare(
        "Il ponte riapre.",
        "One two three four five six seven.",
        "Now quite another text stands here instead.",
    )
    assert outcome.corrections == ()
    assert outcome.changed == 14


def test_a_word_in_the_place_of_another_is_one_in_and_one_out() -> None:
    outcome = compare(None, "It opens on monday.", "It opens on Monday.")
    assert (outcome.words, outcome.changed) == (4, 2)


@given(TEXTS)
def test_what_nobody_changed_teaches_nothing(text: str) -> None:
    outcome = compare("Il ponte riapre.", text, text)
    assert (outcome.changed, outcome.corrections) == (0, ())


@given(TEXTS, TEXTS)
def test_corrections_are_made_of_words_of_the_two_texts(ai: str, confirmed: str) -> None:
    for old, new, _ in compare(None, ai, confirmed).corrections:
        assert old in " ".join(ai.split())
        assert new in " ".join(confirmed.split())
        assert old != new


@pytest.mark.parametrize(
    ("old", "new", "is_one"),
    [("Italia", "Italy", True), ("the", "a", False), ("in", "on", False), ("the", "Lodi", True)],
)
def test_small_words_alone_are_no_rule(old: str, new: str, is_one: bool) -> None:
    assert may_be_a_rule(Correction(old, new)) is is_one
