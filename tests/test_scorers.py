"""Metrics of known texts, each with its signature; what is missing is missing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.scorers import SCORERS, score_article, score_quickly, score_segment

TEXT = "The mayor opened the new bridge on Monday morning."


def turned(count: int, by: int) -> tuple[str, str]:
    """A text, and the same with so many words from its beginning at its end."""
    words = [f"w{number}" for number in range(count)]
    return " ".join(words), " ".join([*words[by:], *words[:by]])


def values(scores):
    return {score.scorer: round(score.value, 2) for score in scores}


def test_the_same_text_scores_best():
    assert values(score_segment(TEXT, TEXT, "correction")) == {
        "bleu": 100,
        "chrf2++": 100,
        "hter": 0,
    }


def test_another_text_scores_worst():
    scores = values(score_segment("xxx", TEXT, "reference"))
    assert scores["bleu"] == 0
    assert scores["ter"] >= 100


def test_one_word_of_ten_is_ten_edits_in_a_hundred():
    changed = TEXT.replace("Monday", "Tuesday")
    assert values(score_segment(TEXT, changed, "correction"))["hter"] == 10


def test_a_capital_is_an_edit():
    lowered = TEXT.replace("Monday", "monday")
    assert values(score_segment(lowered, TEXT, "correction"))["hter"] == 10


def test_the_number_is_named_after_what_it_was_measured_against():
    names = {s.scorer for s in score_segment(TEXT, TEXT, "reference")}
    assert names == {"bleu", "chrf2++", "ter"}
    assert {s.against for s in score_segment(TEXT, TEXT, "reference")} == {"reference"}


@pytest.mark.parametrize(
    ("scorer", "setting"),
    [("bleu", "eff:yes"), ("chrf2++", "nw:2"), ("hter", "case:mixed"), ("hter", "norm:yes")],
)
def test_every_number_carries_its_settings(scorer, setting):
    (score,) = [s for s in score_segment(TEXT, TEXT, "correction") if s.scorer == scorer]
    assert setting in score.signature.split("|")
    assert "version:" in score.signature


def test_an_article_is_counted_over_its_segments_and_not_averaged():
    short, long = "Yes.", TEXT
    scores = values(score_article([short, long], ["No.", long], "correction"))
    # One edit in twelve tokens; the average of the two segments would be 25.
    assert scores["hter"] == pytest.approx(8.33)


def test_an_article_is_scored_with_the_full_order_of_bleu():
    scores = score_article([TEXT, TEXT], [TEXT, TEXT], "reference")
    assert "eff:no" in scores[0].signature


def test_a_segment_without_text_is_left_out():
    assert score_article([TEXT, ""], [TEXT, "Gone."], "correction") == score_segment(
        TEXT, TEXT, "correction"
    )


@pytest.mark.parametrize(("hypothesis", "reference"), [("", TEXT), (TEXT, " "), ("", "")])
def test_missing_is_missing_and_not_zero(hypothesis, reference):
    assert score_segment(hypothesis, reference, "correction") == []


def test_no_segments_have_no_scores():
    assert score_article([], [], "reference") == []


def test_lists_of_two_lengths_are_refused():
    with pytest.raises(ValueError, match="zip"):
        score_article([TEXT], [TEXT, TEXT], "reference")


def test_a_long_text_that_only_sacrebleu_could_measure_has_no_ter_rather_than_a_slow_one():
    ours, theirs = turned(200, by=60)
    assert set(values(score_segment(ours, theirs, "correction"))) == {"bleu", "chrf2++"}


def test_the_signature_says_who_counted_the_edits():
    ours, theirs = turned(100, by=40)
    fast, slow = score_segment(TEXT, TEXT, "reference"), score_segment(ours, theirs, "reference")
    assert fast[-1].signature.split("|")[-2] == "edits:workbench"
    assert slow[-1].signature.split("|")[-2] == "edits:sacrebleu"


def test_a_long_text_lightly_corrected_has_its_ter():
    words = [f"word{n}" for n in range(1000)]
    corrected = [*words[:500], "better", *words[501:]]
    scores = values(score_segment(" ".join(words), " ".join(corrected), "correction"))
    assert scores["hter"] == 0.1


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(["one", "two", "three", "four"]), min_size=1, max_size=8))
def test_a_text_against_itself_has_no_edits(words):
    text = " ".join(words)
    scores = values(score_segment(text, text, "correction"))
    assert (scores["hter"], scores["chrf2++"]) == (0, 100)


def test_every_scorer_is_a_module_of_one_shape():
    assert all(hasattr(scorer, "NAME") and hasattr(scorer, "score") for scorer in SCORERS)


def test_what_is_quick_is_the_same_as_what_is_not():
    pair = ("It reopens on monday.", "It opens again on Monday.")
    assert score_quickly(*pair, "correction") == score_segment(*pair, "correction")


@pytest.mark.parametrize(
    ("texts", "left"),
    [
        (turned(100, by=40), {"bleu", "chrf2++"}),
        (turned(300, by=1), {"bleu", "chrf2++"}),
        (turned(9000, by=1), set()),
        (("", "word"), set()),
    ],
    ids=["sacreBLEU is needed", "long", "very long", "empty"],
)
def test_what_may_take_long_is_left_for_later(texts, left):
    assert set(values(score_quickly(*texts, "correction"))) == left
