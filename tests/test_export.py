"""The plain-text export: one form, in order, deterministic."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.export import export_text
from workbench.model import Segment, State


def segment(current: str | None, state: State = "new", position: int = 0) -> Segment:
    return Segment(
        id=position,
        position=position,
        role="body",
        source="it",
        target="ai",
        confidence=1.0,
        state=state,
        revision=0,
        current=current,
    )


def test_paragraphs_are_parted_by_a_blank_line_and_end_in_a_newline() -> None:
    assert export_text([segment("One"), segment("Two")]).text == "One\n\nTwo\n"


@pytest.mark.parametrize("nothing", [None, "", "  "])
def test_a_segment_without_english_leaves_no_gap(nothing: str | None) -> None:
    assert export_text([segment("One"), segment(nothing), segment("Two")]).text == "One\n\nTwo\n"


def test_an_article_without_english_is_an_empty_file() -> None:
    assert export_text([segment(None)]).text == ""


def test_accents_are_composed_and_everything_else_survives() -> None:
    assert (
        export_text([segment("perche\u0301 «€ 5\u00a0000» 😀")]).text
        == "perché «€ 5\u00a0000» 😀\n"
    )


@pytest.mark.parametrize(
    ("state", "approved"),
    [
        ("new", False),
        ("draft", False),
        ("sent_back", False),
        ("translated", True),
        ("reviewed", True),
        ("final", True),
    ],
)
def test_only_confirmed_paragraphs_are_approved(state: State, approved: bool) -> None:
    one = segment("One", state)
    export = export_text([one], approved_only=True)
    assert export.text == ("One\n" if approved else "")
    assert export.unreviewed == (() if approved else (one,))


@given(st.lists(st.text(alphabet="ab é\u00a0«😀", min_size=1, max_size=12), max_size=6))
def test_no_paragraph_is_lost(texts: list[str]) -> None:
    exported = export_text([segment(text) for text in texts]).text
    wanted = [text.strip() for text in texts if text.strip()]
    assert [part for part in exported.removesuffix("\n").split("\n\n") if part] == wanted
