"""Marks over a text: whatever overlaps, the text itself is never changed."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from workbench.messages import message
from workbench.model import SEVERITIES, Finding, Severity
from workbench.web.highlight import EXCERPT, excerpt, runs


def finding(start: int, end: int, severity: Severity = "minor") -> Finding:
    return Finding("c", "accuracy", severity, "target", start, end, message("x"))


def test_a_finding_marks_its_words() -> None:
    marked = runs("on monday at five", "target", [finding(3, 9)])
    assert [(run.text, run.severity) for run in marked] == [
        ("on ", None),
        ("monday", "minor"),
        (" at five", None),
    ]


def test_where_two_overlap_the_worse_one_shows() -> None:
    marked = runs("abcdef", "target", [finding(0, 4), finding(2, 6, "critical")])
    assert [(run.text, run.severity) for run in marked] == [
        ("ab", "minor"),
        ("cd", "critical"),
        ("ef", "critical"),
    ]


def test_offsets_count_code_points() -> None:
    assert runs("😀 e\u0301 no", "target", [finding(2, 4)])[1].text == "e\u0301"


def test_an_empty_finding_marks_nothing() -> None:
    assert [run.severity for run in runs("abc", "target", [finding(1, 1)])] == [None]
    assert runs("", "target", [finding(0, 0)]) == []


def test_the_words_a_finding_speaks_of_on_the_other_side_are_marked_as_evidence() -> None:
    there = replace(finding(3, 9), other=(0, 2))
    marked = runs("di lunedì", "source", [there])
    assert [(run.text, run.severity, run.findings) for run in marked] == [
        ("di", None, (there,)),
        (" lunedì", None, ()),
    ]


SPANS = st.tuples(st.integers(0, 14), st.integers(0, 14), st.sampled_from(SEVERITIES))


@given(st.text(max_size=12), st.lists(SPANS, max_size=5))
def test_the_pieces_joined_are_the_text(text: str, spans: list[tuple[int, int, Severity]]) -> None:
    marked = runs(text, "target", [finding(start, end, severity) for start, end, severity in spans])
    assert "".join(run.text for run in marked) == text
    assert all(run.text for run in marked)


LONG = " ".join(f"word{n}" for n in range(200))


def test_an_excerpt_is_about_the_worst_mark() -> None:
    place = LONG.index("word150")
    pieces = excerpt(runs(LONG, "target", [finding(0, 5), finding(place, place + 7, "major")]))
    text = "".join(piece.text for piece in pieces)
    assert text.startswith("… word")
    assert text.endswith(" …")
    assert [piece.text for piece in pieces if piece.severity == "major"] == ["word150"]


def test_a_short_text_is_its_own_excerpt() -> None:
    pieces = runs("on monday at five", "target", [finding(3, 9)])
    assert excerpt(pieces) == pieces
    assert excerpt([]) == []


@given(
    st.text(alphabet="ab ", max_size=900),
    st.lists(st.tuples(st.integers(0, 900), st.integers(0, 900))),
)
def test_an_excerpt_is_part_of_the_text_and_not_too_long(text, spans) -> None:
    pieces = excerpt(runs(text, "target", [finding(*span) for span in spans]))
    words = "".join(piece.text for piece in pieces)
    assert words.removeprefix("… ").removesuffix(" …") in text
    assert len(words) <= EXCERPT + 4
