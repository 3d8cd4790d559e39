"""Counting edits as sacreBLEU does: the same number for every pair of texts."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sacrebleu.metrics.lib_ter import translation_edit_rate

from workbench.scorers.edits import count_edits

FEW = st.sampled_from("abc")
MANY = st.sampled_from([f"w{n}" for n in range(30)])


def theirs(hypothesis: list[str], reference: list[str]) -> int:
    return translation_edit_rate(hypothesis, reference)[0]


@pytest.mark.parametrize(
    ("hypothesis", "reference", "edits"),
    [
        ("a b c d", "a b c d", 0),
        ("a b c d", "a x c d", 1),
        ("c d a b", "a b c d", 1),
        ("a b c", "", 3),
        ("", "a b c", 3),
        ("", "", 0),
        ("b a c e d f", "a b c d e f", 2),
    ],
)
def test_edits_and_shifts_are_counted(hypothesis: str, reference: str, edits: int) -> None:
    assert count_edits(hypothesis.split(), reference.split()) == edits


@settings(max_examples=150, deadline=None)
@given(st.lists(FEW, max_size=14), st.lists(FEW, max_size=14))
def test_short_texts_of_few_words_have_sacrebleus_number(ours: list[str], other: list[str]) -> None:
    assert count_edits(ours, other) == theirs(ours, other)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(MANY, min_size=5, max_size=40), st.randoms(use_true_random=False), st.integers(1, 9)
)
def test_corrected_texts_have_sacrebleus_number(
    reference: list[str], random: Random, changes: int
) -> None:
    ours = corrupted(reference, random, changes)
    assert count_edits(ours, reference) == theirs(ours, reference)


@pytest.mark.parametrize("seed", range(6))
def test_long_paragraphs_have_sacrebleus_number_or_none(seed: int) -> None:
    random = Random(seed)
    reference = [f"w{random.randrange(60)}" for _ in range(110)]
    ours = corrupted(reference, random, changes=4 + 4 * seed)
    found = count_edits(ours, reference)
    assert found in (theirs(ours, reference), None)
    assert seed > 3 or found is not None


def corrupted(words: list[str], random: Random, changes: int) -> list[str]:
    """The words with some replaced, deleted, inserted, and stretches of them moved."""
    changed = list(words)
    for _ in range(changes):
        at, kind = random.randrange(len(changed)), random.randrange(4)
        if kind == 0:
            changed[at] = "new"
        elif kind == 1 and len(changed) > 1:
            del changed[at]
        elif kind == 2:
            changed.insert(at, random.choice(words))
        else:
            moved = changed[at : at + 5]
            del changed[at : at + 5]
            place = random.randrange(len(changed) + 1)
            changed[place:place] = moved
    return changed
