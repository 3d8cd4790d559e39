"""Sentences of a paragraph that say the same as those of its translation."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.align.matching import match_sentences

ITALIAN = "Il ponte riapre lunedì. La sindaca Corvasce è felice. Costa 2,4 milioni di euro."


def said(source: str, target: str) -> list[tuple[str, str]]:
    return [
        (source[each.source_start : each.source_end], target[each.target_start : each.target_end])
        for each in match_sentences(source, target)
    ]


def test_each_sentence_has_its_own() -> None:
    english = "The bridge reopens on Monday. Mayor Corvasce is happy. It costs 2.4 million euros."
    assert said(ITALIAN, english) == [
        ("Il ponte riapre lunedì.", "The bridge reopens on Monday."),
        ("La sindaca Corvasce è felice.", "Mayor Corvasce is happy."),
        ("Costa 2,4 milioni di euro.", "It costs 2.4 million euros."),
    ]


def test_two_sentences_may_have_become_one() -> None:
    english = (
        "The bridge reopens on Monday and Mayor Corvasce is happy. It costs 2.4 million euros."
    )
    assert said(ITALIAN, english)[0] == (
        "Il ponte riapre lunedì. La sindaca Corvasce è felice.",
        "The bridge reopens on Monday and Mayor Corvasce is happy.",
    )


def test_a_text_without_another_has_no_pairs() -> None:
    assert match_sentences("", "One. Two.") == []
    assert match_sentences("Uno. Due.", "") == []
    assert match_sentences("", "") == []


@given(st.text(alphabet="ab .\n😀A", max_size=80), st.text(alphabet="ab .\n😀A", max_size=80))
def test_stretches_lie_in_their_texts_and_do_not_overlap(source: str, target: str) -> None:
    end = 0
    for each in match_sentences(source, target):
        assert end <= each.source_start < each.source_end <= len(source)
        assert 0 <= each.target_start < each.target_end <= len(target)
        end = each.source_end
