"""The moves of a person who repairs the pairs: nothing is lost, and three are always enough."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench import pairing
from workbench.errors import BadInput
from workbench.pairing import Pair, Part

ITALIAN = {n: f"Frase {n}. Altra frase {n}." for n in range(6)}
ENGLISH = {n + 100: f"Sentence {n}. Other sentence {n}." for n in range(6)}
TEXTS = ITALIAN | ENGLISH


def it(*numbers: int) -> tuple[Part, ...]:
    return tuple(Part(n, n) for n in numbers)


def en(*numbers: int) -> tuple[Part, ...]:
    return tuple(Part(n, n + 100) for n in numbers)


def shown(pairs: list[Pair]) -> str:
    """The pairs as ``0+1|0 2|-``: Italian and English paragraphs by their numbers."""
    names = [
        "|".join("+".join(str(part.place) for part in side) or "-" for side in (p.source, p.target))
        for p in pairs
    ]
    return " ".join(names)


def made(text: str) -> list[Pair]:
    pairs = []
    for name in text.split():
        source, target = ([int(n) for n in side.split("+") if n != "-"] for side in name.split("|"))
        pairs.append(Pair(it(*source), en(*target), confidence=0.9))
    return pairs


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("0|0 1|- 2|1", "0|0 1+2|1"),
        ("0|0 1|1 2|2", "0|0 1+2|1+2"),
        ("0|0 -|1 1|2", "0|0 1|1+2"),
    ],
)
def test_merging_joins_both_sides(before: str, after: str) -> None:
    assert shown(pairing.merge(made(before), 1)) == after


@pytest.mark.parametrize(
    ("before", "at", "side", "by", "after"),
    [
        ("0|0 1|- 2|1", 2, "target", -1, "0|0 1|1 2|-"),
        ("0|0 1|1 2|-", 1, "target", 1, "0|0 1|- 2|1"),
        ("0|0+1 1|-", 0, "target", 1, "0|0 1|1"),
        ("0|- 1|0+1", 1, "target", -1, "0|0 1|1"),
        ("0|0 1|1", 1, "target", -1, "0|0+1 1|-"),
        ("0+1|0 2|1", 0, "source", 1, "0|0 1+2|1"),
        ("0|0 1|1 2|-", 1, "source", -1, "0+1|0 -|1 2|-"),
        ("0|0 -|1 1|2", 2, "target", -1, "0|0+2 -|1 1|-"),
    ],
)
def test_one_side_moves_to_its_neighbour(
    before: str, at: int, side: str, by: int, after: str
) -> None:
    assert shown(pairing.move(made(before), at, side, by)) == after  # type: ignore[arg-type]


def test_taking_a_pair_apart_leaves_each_paragraph_alone() -> None:
    assert shown(pairing.unpair(made("0|0 1+2|1"), 1)) == "0|0 -|1 1|- 2|-"


def test_neighbours_swap_their_english() -> None:
    assert shown(pairing.swap(made("0|0 1|1 2|2"), 0)) == "0|1 1|0 2|2"


def test_chosen_paragraphs_become_a_pair_and_leave_the_others_where_they_are() -> None:
    pairs = pairing.pair(made("0+1|0 2|1 3|2+3"), it(1, 2), en(3))
    assert shown(pairs) == "0|0 -|1 1+2|3 3|2"


def test_what_leaves_the_article_can_come_back() -> None:
    pairs = made("0|0 1|1")
    left = pairing.drop(pairs, en(1))
    assert shown(left) == "0|0 1|-"
    assert shown(pairing.restore(left, "target", en(1)[0], "body")) == "0|0 -|1 1|-"


def test_a_pair_is_split_at_a_sentence_of_each_side() -> None:
    pairs = made("0|0")
    source = pairing.cut_at(pairs[0].source, TEXTS, 9)
    target = pairing.cut_at(pairs[0].target, TEXTS, 12)
    two = pairing.split(pairs, 0, source, target)
    texts = [(pairing.side_text(p.source, TEXTS), pairing.side_text(p.target, TEXTS)) for p in two]
    assert texts == [
        ("Frase 0.", "Sentence 0."),
        ("Altra frase 0.", "Other sentence 0."),
    ]


def test_merging_what_was_split_gives_the_very_pair_back() -> None:
    pairs = made("0|0 1|1")
    cut = pairing.cut_at(pairs[0].source, TEXTS, 9)
    again = pairing.merge(pairing.split(pairs, 0, cut, None), 0)
    assert [pair.key for pair in again] == [pair.key for pair in pairs]


def test_merged_paragraphs_are_split_where_they_touch() -> None:
    pairs = made("0+1|0+1")
    offset = len(ITALIAN[0]) + 2
    source = pairing.cut_at(pairs[0].source, TEXTS, offset)
    target = pairing.cut_at(pairs[0].target, TEXTS, len(ENGLISH[100]) + 1)
    assert shown(pairing.split(pairs, 0, source, target)) == "0|0 1|1"


def test_roles_and_a_look_at_the_pair_change_nothing_else() -> None:
    pairs = made("0|0 1|1")
    assert pairing.set_role(pairs, 1, "heading")[1].role == "heading"
    assert pairing.accept(pairs, 1)[1].confidence is None
    assert shown(pairing.accept(pairing.set_role(pairs, 1, "heading"), 0)) == "0|0 1|1"


@pytest.mark.parametrize(
    "move",
    [
        lambda pairs: pairing.merge(pairs, 1),
        lambda pairs: pairing.swap(pairs, 1),
        lambda pairs: pairing.move(pairs, 0, "target", -1),
        lambda pairs: pairing.move(pairs, 1, "target", 1),
        lambda pairs: pairing.unpair(pairs, 1),
        lambda pairs: pairing.split(pairs, 0, None, None),
        lambda pairs: pairing.pair(pairs, it(0), ()),
    ],
)
def test_a_move_that_cannot_be_made_says_why(move) -> None:
    with pytest.raises(BadInput):
        move(made("0|0 1|-"))


@pytest.mark.parametrize("offset", [-1, 0, 24, 99])
def test_there_is_no_cut_at_either_end(offset: int) -> None:
    assert pairing.cut_at(it(0), {0: " Una frase. Un’altra qui. "}, offset) is None


PAIRS = st.lists(
    st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(1, 2), st.integers(1, 2)),
    max_size=6,
)


@st.composite
def articles(draw: st.DrawFn) -> list[Pair]:
    """Six paragraphs on each side, paired somehow."""
    source, target, pairs = set(it(*range(6))), set(en(*range(6))), []
    for i, j, more_i, more_j in draw(PAIRS):
        ours = set(it(*range(i, min(6, i + more_i)))) & source
        theirs = set(en(*range(j, min(6, j + more_j)))) & target
        if ours and theirs:
            source, target = source - ours, target - theirs
            key = lambda part: part.order  # noqa: E731
            pairs.append(Pair(tuple(sorted(ours, key=key)), tuple(sorted(theirs, key=key))))
    alone = [Pair((part,), ()) for part in source] + [Pair((), (part,)) for part in target]
    return pairing.arrange(pairs + alone)


def parts(pairs: list[Pair]) -> tuple[list[Part], list[Part]]:
    key = lambda part: part.order  # noqa: E731
    return (
        sorted((part for p in pairs for part in p.source), key=key),
        sorted((part for p in pairs for part in p.target), key=key),
    )


MOVES = [
    pairing.merge,
    pairing.unpair,
    pairing.swap,
    lambda pairs, at: pairing.move(pairs, at, "target", 1),
    lambda pairs, at: pairing.move(pairs, at, "source", -1),
    pairing.accept,
]


@given(articles(), st.lists(st.tuples(st.sampled_from(MOVES), st.integers(0, 11)), max_size=5))
def test_no_move_loses_or_doubles_a_paragraph(pairs: list[Pair], moves) -> None:
    before = parts(pairs)
    for move, at in moves:
        try:
            pairs = move(pairs, at % len(pairs))
        except BadInput:
            continue
        assert parts(pairs) == before
        assert [p.key for p in pairing.arrange(pairs)] == [p.key for p in pairs]


@given(articles(), st.integers(0, 5), st.integers(0, 5), st.integers(1, 3), st.integers(1, 3))
def test_one_move_makes_any_pair_out_of_any_article(
    pairs: list[Pair], i: int, j: int, more_i: int, more_j: int
) -> None:
    source, target = it(*range(i, min(6, i + more_i))), en(*range(j, min(6, j + more_j)))
    wanted = Pair(source, target).key
    assert wanted in {p.key for p in pairing.pair(pairs, source, target)}


@given(st.permutations(range(4)))
def test_the_order_follows_the_italian_whatever_came_first(order: list[int]) -> None:
    pairs = made("0|1 1|0 2|- -|3")
    arranged = [shown(pairing.arrange([pairs[n] for n in order]))]
    assert arranged == ["0|1 -|3 1|0 2|-"]


def test_every_order_gives_the_same_article() -> None:
    pairs = made("0|0 -|1 1|2")
    assert {shown(pairing.arrange(p)) for p in permutations(pairs)} == {"0|0 -|1 1|2"}
