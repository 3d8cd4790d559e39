"""The order of segments: the Italian's, with added English where it was read."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.model import Link, Paragraph
from workbench.workflow.pairing import pairs


def stored(prefix: str, count: int, first: int) -> list[tuple[int, Paragraph]]:
    return [(first + n, Paragraph(n, "body", f"{prefix}{n}")) for n in range(count)]


def texts(links: list[Link], source: int, target: int) -> list[tuple[str | None, str | None]]:
    made = pairs(stored("i", source, 100), stored("e", target, 200), links)
    return [(pair.source_text, pair.target_text) for pair in made]


def test_one_to_one_links_come_in_order() -> None:
    links = [Link((1,), (1,), 0.9), Link((0,), (0,), 0.9)]
    assert texts(links, 2, 2) == [("i0", "e0"), ("i1", "e1")]


def test_merged_paragraphs_are_joined_by_a_blank_line() -> None:
    assert texts([Link((0, 1), (0,), 0.9)], 2, 1) == [("i0\n\ni1", "e0")]


def test_an_omitted_paragraph_stands_where_the_italian_has_it() -> None:
    links = [Link((0,), (0,), 0.9), Link((2,), (1,), 0.9)]
    assert texts(links, 3, 2) == [("i0", "e0"), ("i1", None), ("i2", "e1")]


def test_an_added_paragraph_follows_the_english_before_it() -> None:
    links = [Link((0,), (0,), 0.9), Link((1,), (2,), 0.9)]
    assert texts(links, 2, 3) == [("i0", "e0"), (None, "e1"), ("i1", "e2")]


def test_an_added_paragraph_at_the_top_comes_first() -> None:
    assert texts([Link((0,), (1,), 0.9)], 1, 2) == [(None, "e0"), ("i0", "e1")]


def test_the_same_paragraphs_have_the_same_key_in_any_alignment() -> None:
    one = pairs(stored("i", 2, 1), stored("e", 2, 7), [Link((0,), (0,), 0.5)])
    two = pairs(stored("i", 2, 1), stored("e", 2, 7), [Link((0,), (0,), 0.9), Link((1,), (1,), 1)])
    assert one[0].key == two[0].key
    assert len({pair.key for pair in one + two}) == 4


@given(
    st.integers(0, 6),
    st.integers(0, 6),
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=6),
)
def test_every_paragraph_is_in_exactly_one_segment(
    source: int, target: int, wanted: list[tuple[int, int]]
) -> None:
    links, used_i, used_j = [], set(), set()
    for i, j in wanted:
        if i < source and j < target and i not in used_i and j not in used_j:
            links.append(Link((i,), (j,), 0.5))
            used_i.add(i)
            used_j.add(j)
    made = pairs(stored("i", source, 0), stored("e", target, 0), links)
    assert sorted(n for pair in made for n in pair.source) == list(range(source))
    assert sorted(n for pair in made for n in pair.target) == list(range(target))
