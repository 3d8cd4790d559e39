"""Systems as a whole: sacreBLEU's numbers, how sure they are, and whether two differ."""

from __future__ import annotations

from random import Random

import pytest
from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.ter import TER

from workbench.scorers import systems
from workbench.scorers.systems import estimate

TEXT = "the mayor opened a new bridge on monday in town after three years of works"
WORDS = TEXT.split()


def pairs(count: int, errors: float, seed: int = 1) -> list[tuple[str, str]]:
    """So many texts and what they are measured against; a share of the words is wrong."""
    order, chance = Random(0), Random(seed)
    found = []
    for _ in range(count):
        text = order.choices(WORDS, k=20)
        found.append(
            (" ".join(w if chance.random() > errors else "x" for w in text), " ".join(text))
        )
    return found


GOOD, BAD = pairs(30, 0.05), pairs(30, 0.4)


def test_the_values_are_those_of_sacrebleu() -> None:
    ours, theirs = [a for a, _ in BAD], [b for _, b in BAD]
    found = {each.scorer: each.value for each in estimate({"argo": BAD}, "reference", 20)}
    assert found["bleu"] == pytest.approx(BLEU().corpus_score(ours, [theirs]).score)
    ter = TER(normalized=True, case_sensitive=True)
    assert found["ter"] == pytest.approx(ter.corpus_score(ours, [theirs]).score)


def test_edits_that_cannot_be_proven_are_counted_by_sacrebleu(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fast = estimate({"argo": BAD[:3]}, "correction", 20)
    monkeypatch.setattr(systems, "count_edits", lambda *_: None)
    assert estimate({"argo": BAD[:3]}, "correction", 20) == fast


def test_more_paragraphs_make_it_surer() -> None:
    few, many = (estimate({"argo": pairs(n, 0.3)}, "correction", 200)[0] for n in (12, 200))
    assert (many.margin or 100) < (few.margin or 0)


def test_a_clear_difference_is_told_from_chance() -> None:
    found = estimate({"argo": GOOD, "brezza": BAD}, "correction", 200)
    assert {each.scorer for each in found} == {"bleu", "chrf2++", "hter"}
    assert {(each.system, each.other) for each in found} == {("argo", "brezza"), ("brezza", "argo")}
    assert all(each.p_value is not None and each.p_value < 0.01 for each in found)


def test_two_alike_differ_by_chance_only() -> None:
    other = [(f"x {BAD[0][0]}", BAD[0][1]), *BAD[1:]]
    found = estimate({"argo": BAD, "brezza": other}, "reference", 200)
    assert all(each.p_value is not None and each.p_value > 0.05 for each in found)


def test_few_paragraphs_have_a_value_and_no_interval() -> None:
    found = estimate({"argo": BAD[:9], "brezza": GOOD[:9]}, "reference", 20)
    assert {(each.margin, each.p_value) for each in found} == {(None, None)}


def test_every_number_says_how_it_was_made() -> None:
    found = {each.scorer: each.signature for each in estimate({"argo": GOOD}, "correction", 20)}
    assert "|bs:20|seed:12345|" in found["bleu"]
    assert "|edits:workbench|version:" in found["hter"]


@pytest.mark.parametrize(
    "odd", [{}, {"argo": []}, {"argo": GOOD, "brezza": BAD[:5]}, {"a": GOOD, "b": GOOD, "c": GOOD}]
)
def test_only_the_same_paragraphs_are_compared(odd: dict[str, list[tuple[str, str]]]) -> None:
    with pytest.raises(ValueError, match="same paragraphs"):
        estimate(odd, "reference")
