"""Corrections stay with the words they were made on, whatever becomes of the pairs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench import pairing
from workbench.pairing import Carried, Held, Pair, Part, carried

ONE, TWO = "The bridge opens on monday. It costs 2 million.", "The mayor is glad."
TEXTS = {1: "Uno. Due.", 2: "Tre.", 11: ONE, 12: TWO}
S1, S2, T1, T2 = Part(0, 1), Part(1, 2), Part(0, 11), Part(1, 12)
FIRST, SECOND = Pair((S1,), (T1,)), Pair((S2,), (T2,))
FIXED = ONE.replace("monday", "Monday")


def held(pair: Pair, current: str | None = None, *, confirmed: bool = False) -> Held:
    target = pairing.side_text(pair.target, TEXTS)
    touched = confirmed or current is not None
    return Held(pair, target, current if current is not None else target, touched, confirmed)


def test_where_nobody_wrote_nothing_is_carried() -> None:
    merged = Pair((S1, S2), (T1, T2))
    assert carried(merged, [held(FIRST), held(SECOND)], TEXTS) is None


def test_a_merge_joins_a_correction_with_the_text_beside_it() -> None:
    merged = Pair((S1, S2), (T1, T2))
    got = carried(merged, [held(FIRST, FIXED), held(SECOND)], TEXTS)
    assert got == Carried(f"{FIXED}\n\n{TWO}", confirmed=False)


def test_two_confirmed_texts_merged_stay_confirmed() -> None:
    merged = Pair((S1, S2), (T1, T2))
    got = carried(merged, [held(FIRST, FIXED, confirmed=True), held(SECOND, confirmed=True)], TEXTS)
    assert got == Carried(f"{FIXED}\n\n{TWO}", confirmed=True)


CUT = ONE.index("It costs")
HALF = Part(0, 11, 0, CUT), Part(0, 11, CUT, None)


def test_a_split_gives_each_half_its_own_words() -> None:
    old = held(FIRST, FIXED.replace("2 million", "two million euros"))
    first = carried(Pair((Part(0, 1, 0, 5),), (HALF[0],)), [old], TEXTS)
    second = carried(Pair((Part(0, 1, 5, None),), (HALF[1],)), [old], TEXTS)
    assert first == Carried("The bridge opens on Monday.", confirmed=False)
    assert second == Carried("It costs two million euros.", confirmed=False)


def test_a_person_says_where_a_rewritten_text_is_cut() -> None:
    text = "Monday sees the opening. Cost: two million."
    old = Held(FIRST, ONE, text, touched=True, anchor=(CUT, text.index("Cost")))
    halves = [carried(Pair((S1,), (half,)), [old], TEXTS) for half in HALF]
    assert [half and half.text for half in halves] == [
        "Monday sees the opening.",
        "Cost: two million.",
    ]


def test_halves_of_one_paragraph_run_on_again_when_they_are_merged() -> None:
    parts = Part(0, 1, 0, 5), Part(0, 1, 5, None)
    old = [
        held(Pair((parts[0],), (HALF[0],)), "The bridge opens on Monday."),
        held(Pair((parts[1],), (HALF[1],))),
    ]
    assert carried(FIRST, old, TEXTS) == Carried(FIXED, confirmed=False)


def test_a_correction_goes_with_its_english_and_must_be_looked_at_again() -> None:
    old = [held(FIRST, FIXED, confirmed=True), held(SECOND, confirmed=True)]
    swapped = carried(Pair((S2,), (T1,)), old, TEXTS)
    assert swapped == Carried(FIXED, confirmed=False)


def test_an_unpaired_correction_leaves_nothing_on_the_italian() -> None:
    old = [held(FIRST, FIXED, confirmed=True)]
    assert carried(Pair((S1,), ()), old, TEXTS) is None
    assert carried(Pair((), (T1,)), old, TEXTS) == Carried(FIXED, confirmed=False)


def test_english_written_for_an_omitted_paragraph_goes_with_the_italian() -> None:
    old = [held(FIRST), held(Pair((S2,), ()), "The mayor was glad.")]
    merged = carried(Pair((S1, S2), (T1,)), old, TEXTS)
    assert merged == Carried(f"{ONE}\n\nThe mayor was glad.", confirmed=False)


def test_english_written_by_a_person_and_english_of_the_machine_are_both_kept() -> None:
    old = [held(Pair((S2,), ()), "The mayor was glad."), held(Pair((), (T2,)))]
    both = f"The mayor was glad.\n\n{TEXTS[T2.paragraph]}"
    assert carried(SECOND, old, TEXTS) == Carried(both, confirmed=False)


def test_a_confirmed_text_left_as_it_was_is_not_carried_to_another_italian() -> None:
    old = [held(FIRST, confirmed=True), held(SECOND, confirmed=True)]
    assert carried(Pair((S1,), (T2,)), old, TEXTS) is None


@pytest.mark.parametrize("confirmed", [True, False])
def test_left_out_stays_left_out_when_merged_with_another(confirmed: bool) -> None:
    old = [held(FIRST, FIXED, confirmed=confirmed), held(Pair((S2,), ()), "", confirmed=True)]
    merged = carried(Pair((S1, S2), (T1,)), old, TEXTS)
    assert merged == Carried(FIXED, confirmed)


WORDS = st.lists(st.sampled_from(["on", "Monday", "bridge.", "it", "é😀", "2,5"]), max_size=8)


@given(WORDS, WORDS, st.integers(0, 40))
def test_splitting_and_merging_keeps_every_word(ai: list[str], human: list[str], at: int) -> None:
    texts = {1: "Uno.", 11: " ".join(["A", *ai, "z"])}
    whole = Pair((Part(0, 1),), (Part(0, 11),))
    cut = pairing.cut_at(whole.target, texts, at % (len(texts[11]) - 1))
    if cut is None:
        return
    old = Held(whole, texts[11], " ".join(human) or "x", touched=True)
    halves = pairing.split([whole], 0, None, cut)
    got = [carried(half, [old], texts) for half in halves]
    kept = "".join(piece.text for piece in got if piece)
    assert "".join(kept.split()) == "".join((old.current or "").split())
