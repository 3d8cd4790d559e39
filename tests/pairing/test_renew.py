"""The pairs of a newer AI text: what did not change keeps its pair, and nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench import pairing
from workbench.messages import message
from workbench.model import Paragraph
from workbench.pairing import Pair, Part, renewed, still_in

ITALIAN = {
    1: "Il ponte sul Lentro riapre lunedì.",
    2: "La sindaca Corvasce ha invitato tutti alla festa.",
    3: "Il biglietto costa 12 euro per 300 visitatori.",
}
ENGLISH = {
    11: "The bridge over the Lentro reopens on Monday.",
    12: "Mayor Corvasce has invited everyone to the party.",
    13: "The ticket costs 12 euros for 300 visitors.",
}
CHANGED = {
    11: "On Monday the Lentro bridge opens again.",
    12: "Mayor Corvasce wants everyone at the celebration.",
    13: "Tickets are 12 euros for the 300 visitors.",
}
S = {number: Part(number - 1, number) for number in ITALIAN}
T = {number: Part(number - 11, number) for number in ENGLISH}
NEW = {number + 10: Part(number - 11, number + 10) for number in ENGLISH}
EACH = [Pair((S[n],), (T[n + 10],), confidence=0.9) for n in ITALIAN]


def again(old: list[Pair], *newer: str) -> list[tuple[list[Part], list[Part], str]]:
    """The pairs of the newer paragraphs, whose ids count from 21."""
    texts = ITALIAN | ENGLISH | {21 + at: text for at, text in enumerate(newer)}
    english = [(Part(at, 21 + at), "body") for at in range(len(newer))]
    return [(list(p.source), list(p.target), p.role) for p in renewed(old, texts, english)]


def test_the_same_text_gives_the_same_pairs() -> None:
    got = again(EACH, *ENGLISH.values())
    assert got == [([S[n]], [NEW[n + 20]], "body") for n in ITALIAN]


def test_a_pair_that_people_made_is_kept_even_if_it_is_odd() -> None:
    odd = [
        Pair((S[1],), (T[13],), "caption"),
        Pair((S[2], S[3]), (T[11], T[12])),
    ]
    assert again(odd, *ENGLISH.values()) == [
        ([S[1]], [NEW[23]], "caption"),
        ([S[2], S[3]], [NEW[21], NEW[22]], "body"),
    ]


def test_a_changed_paragraph_is_aligned_anew_between_those_that_stay() -> None:
    got = again(EACH, ENGLISH[11], CHANGED[12], ENGLISH[13])
    assert got == [([S[n]], [NEW[n + 20]], "body") for n in ITALIAN]


def test_italian_that_was_grouped_stays_together() -> None:
    grouped = [Pair((S[1],), (T[11],)), Pair((S[2], S[3]), (T[12],), "heading")]
    got = again(grouped, ENGLISH[11], f"{CHANGED[12]} {CHANGED[13]}")
    assert got == [([S[1]], [NEW[21]], "body"), ([S[2], S[3]], [NEW[22]], "heading")]


def test_what_vanished_leaves_its_italian_alone() -> None:
    got = again(EACH, ENGLISH[11], ENGLISH[13])
    assert [(ours, theirs) for ours, theirs, _ in got] == [
        ([S[1]], [NEW[21]]),
        ([S[2]], []),
        ([S[3]], [NEW[22]]),
    ]


def test_what_is_new_stands_alone_behind_the_english_before_it() -> None:
    added = "Subscribers can read more stories like this every morning."
    got = again(EACH, ENGLISH[11], added, ENGLISH[12], ENGLISH[13])
    assert [(ours, theirs) for ours, theirs, _ in got] == [
        ([S[1]], [NEW[21]]),
        ([], [NEW[22]]),
        ([S[2]], [NEW[23]]),
        ([S[3]], [Part(3, 24)]),
    ]


CUT = ENGLISH[12].index("everyone")
LEFT, RIGHT = Part(1, 12, 0, CUT), Part(1, 12, CUT)


def test_a_cut_in_a_paragraph_that_stays_is_kept() -> None:
    cut = [Pair((S[1],), (T[11], LEFT)), Pair((S[2],), (RIGHT,)), Pair((S[3],), (T[13],))]
    got = again(cut, *ENGLISH.values())
    assert [target for _, target, _ in got] == [
        [NEW[21], Part(1, 22, 0, CUT)],
        [Part(1, 22, CUT)],
        [NEW[23]],
    ]


def test_half_of_a_paragraph_is_not_lost_when_the_rest_of_its_pair_changed() -> None:
    cut = [Pair((S[1],), (T[11], LEFT)), Pair((S[2],), (RIGHT,)), Pair((S[3],), (T[13],))]
    got = again(cut, CHANGED[11], ENGLISH[12], ENGLISH[13])
    assert ([S[2]], [Part(1, 22, CUT)], "body") in got
    targets = [part for _, target, _ in got for part in target]
    assert sorted(targets, key=lambda part: part.order) == [
        NEW[21],
        Part(1, 22, 0, CUT),
        Part(1, 22, CUT),
        NEW[23],
    ]


def test_furniture_that_a_person_kept_is_paired_like_everything_else() -> None:
    texts = {1: "Leggi anche: la festa del ponte", 11: "Read also: x", 21: "Read also: the party"}
    old = [Pair((Part(0, 1),), (Part(0, 11),))]
    assert len(renewed(old, texts, [(Part(0, 21), "body")])) == 1


SIDE = st.lists(st.tuples(st.integers(0, 2), st.sampled_from([0, 6, 15])), max_size=5)
GROUPS = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), max_size=5)


def side(first: int, words: list[str], chosen: list[tuple[int, int]]) -> dict[Part, str]:
    """Paragraphs with ids from `first`, cut where a place is given, and their texts."""
    parts = {}
    for place, (choice, cut) in enumerate(chosen):
        if cut:
            parts[Part(place, first + place, 0, cut)] = words[choice]
        parts[Part(place, first + place, cut)] = words[choice]
    return parts


@st.composite
def grouped(draw: st.DrawFn) -> tuple[list[Pair], dict[int, str]]:
    """An article whose paragraphs are paired somehow; the rest stand alone."""
    source = side(100, list(ITALIAN.values()), draw(SIDE))
    target = side(200, list(ENGLISH.values()), draw(SIDE))
    texts = {part.paragraph: text for part, text in (source | target).items()}
    ours, theirs, pairs = list(source), list(target), []
    for i, j in draw(GROUPS):
        if ours[:i] or theirs[:j]:
            pairs.append(Pair(pairing.joined(ours[:i]), pairing.joined(theirs[:j])))
        ours, theirs = ours[i:], theirs[j:]
    pairs += [Pair((part,), ()) for part in ours] + [Pair((), (part,)) for part in theirs]
    return pairing.arrange(pairs), texts


def characters(parts: list[Part], texts: dict[int, str]) -> list[tuple[int, int]]:
    """Every character that the parts hold, as its paragraph and its place."""
    return sorted(
        (part.paragraph, at)
        for part in parts
        for at in range(part.start, len(texts[part.paragraph]) if part.end is None else part.end)
    )


@given(grouped(), st.lists(st.sampled_from([*ENGLISH.values(), *CHANGED.values()]), max_size=6))
def test_all_italian_and_all_newer_english_is_there_exactly_once(
    article: tuple[list[Pair], dict[int, str]], newer: list[str]
) -> None:
    old, texts = article
    english = [(Part(at, 300 + at), "body") for at in range(len(newer))]
    texts |= {300 + at: text for at, text in enumerate(newer)}
    got = renewed(old, texts, english)
    source = characters([part for p in got for part in p.source], texts)
    target = characters([part for p in got for part in p.target], texts)
    assert source == characters([part for p in old for part in p.source], texts)
    assert target == characters([part for part, _ in english], texts)
    assert [p.key for p in pairing.arrange(got)] == [p.key for p in got]
    assert all(p.source == pairing.joined(p.source) for p in got)


def page(*words: str) -> list[Paragraph]:
    """Paragraphs; those with a minus before them are dropped by the cleaning."""
    return [
        Paragraph(at, "chrome", text[1:], dropped=True, reason=message("An advertisement."))
        if text.startswith("-")
        else Paragraph(at, "headline" if at == 0 else "body", text)
        for at, text in enumerate(words)
    ]


@pytest.mark.parametrize(
    ("old", "used", "new", "inside"),
    [
        ("A B -X", {0, 1}, "A B -X", "A B"),
        ("A B -X", {0, 1, 2}, "A B -X", "A B X"),
        ("A B -X", {0}, "A B -X", "A"),
        ("A B", {0, 1}, "A C -Y", "A C"),
        ("A B", {0, 1}, "A -B", "A B"),
        ("-A A B", {1, 2}, "-A A B", "A B"),
        ("A B -A", {0, 1}, "A B -A", "A B"),
        ("A B A", {0, 1}, "A B A", "A B"),
        ("A B -A", {0, 1}, "A B", "A B"),
        ("-X B", {1}, "X B X", "B"),
    ],
)
def test_what_people_put_back_or_took_out_is_decided_in_the_same_way_again(
    old: str, used: set[int], new: str, inside: str
) -> None:
    before = list(enumerate(page(*old.split())))
    after = list(enumerate(page(*new.split())))
    got = still_in(before, used, after)
    assert " ".join(after[part.paragraph][1].text for part, _ in got) == inside


def test_of_two_equal_lines_the_one_that_people_kept_stays() -> None:
    after = list(enumerate(page("-A", "A", "B")))
    got = still_in(after, {1, 2}, after)
    assert got == [(Part(1, 1), "body"), (Part(2, 2), "body")]


def test_what_comes_back_into_the_article_is_no_furniture_any_more() -> None:
    after = list(enumerate(page("A", "-X")))
    assert still_in(after, {0, 1}, after) == [(Part(0, 0), "headline"), (Part(1, 1), "body")]
