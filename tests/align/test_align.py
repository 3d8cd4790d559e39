"""What the aligner links, told by small articles."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.align import align

if TYPE_CHECKING:
    from collections.abc import Sequence

ITALIAN = (
    "Il porto di Ancona riapre dopo la tempesta",
    "Le banchine sono rimaste chiuse per tre giorni e 14 navi hanno aspettato al largo.",
    "Secondo il comandante Rinaldi, i danni superano i 2,5 milioni di euro.",
    "I pescatori chiedono un aiuto alla Regione Marche prima dell'inverno.",
    "Il sindaco visiterà il mercato del pesce lunedì mattina.",
    "Le previsioni annunciano ancora vento forte, ma senza pioggia.",
)
ENGLISH = (
    "The port of Ancona reopens after the storm",
    "The docks stayed closed for three days and 14 ships waited offshore.",
    "According to commander Rinaldi, the damage exceeds 2.5 million euros.",
    "The fishermen are asking the Marche Region for help before the winter.",
    "The mayor will visit the fish market on Monday morning.",
    "The forecast announces more strong wind, but no rain.",
)
Pairs = list[tuple[tuple[int, ...], tuple[int, ...]]]


def pairs(source: Sequence[str], target: Sequence[str], *, cleaned: bool = False) -> Pairs:
    return [(link.source, link.target) for link in align(source, target, cleaned=cleaned)]


def straight(count: int) -> Pairs:
    return [((i,), (i,)) for i in range(count)]


def test_a_faithful_translation_is_linked_one_to_one():
    assert pairs(ITALIAN, ENGLISH) == straight(6)


@pytest.mark.parametrize("gone", range(6))
def test_an_omitted_paragraph_is_left_alone(gone: int):
    target = ENGLISH[:gone] + ENGLISH[gone + 1 :]
    expected = [((i,), (i - (i > gone),)) for i in range(6) if i != gone]
    assert pairs(ITALIAN, target) == expected


@pytest.mark.parametrize("gone", range(6))
def test_an_added_paragraph_is_left_alone(gone: int):
    source = ITALIAN[:gone] + ITALIAN[gone + 1 :]
    expected = [((i - (i > gone),), (i,)) for i in range(6) if i != gone]
    assert pairs(source, ENGLISH) == expected


@pytest.mark.parametrize("at", range(1, 5))
def test_two_paragraphs_made_one_are_linked_together(at: int):
    joined = (*ENGLISH[:at], " ".join(ENGLISH[at : at + 2]), *ENGLISH[at + 2 :])
    assert ((at, at + 1), (at,)) in pairs(ITALIAN, joined)


@pytest.mark.parametrize("at", range(1, 5))
def test_one_paragraph_made_two_is_linked_to_both(at: int):
    joined = (*ITALIAN[:at], " ".join(ITALIAN[at : at + 2]), *ITALIAN[at + 2 :])
    assert ((at,), (at, at + 1)) in pairs(joined, ENGLISH)


def test_one_paragraph_made_three_is_linked_to_all():
    joined = (*ITALIAN[:1], " ".join(ITALIAN[1:4]), *ITALIAN[4:])
    assert pairs(joined, ENGLISH)[1] == ((1,), (1, 2, 3))


@pytest.mark.parametrize("at", range(5))
def test_neighbours_that_changed_places_are_linked_crosswise(at: int):
    target = list(ENGLISH)
    target[at], target[at + 1] = target[at + 1], target[at]
    found = pairs(ITALIAN, target)
    assert ((at,), (at + 1,)) in found
    assert ((at + 1,), (at,)) in found


def test_a_paragraph_left_in_italian_is_linked_to_itself():
    target = [*ENGLISH]
    target[3] = ITALIAN[3]
    assert pairs(ITALIAN, target) == straight(6)


def test_two_paragraphs_without_a_word_in_common_that_face_each_other_are_linked():
    source = [*ITALIAN[:3], "Ma non finisce qui.", *ITALIAN[3:]]
    target = [*ENGLISH[:3], "Yet there is more.", *ENGLISH[3:]]
    assert pairs(source, target) == straight(7)


def test_page_furniture_is_linked_to_nothing_and_does_not_part_a_group():
    source = [*ITALIAN[:1], " ".join(ITALIAN[1:3]), *ITALIAN[3:]]
    target = [*ENGLISH[:2], "Advertisement", *ENGLISH[2:]]
    found = pairs(source, target)
    assert found[1] == ((1,), (1, 3))
    assert all(2 not in link[1] for link in found)


def test_a_page_of_nothing_but_furniture_has_no_links():
    assert align(["Pubblicità"], ["Advertisement"]) == []


def test_in_cleaned_texts_no_paragraph_is_passed_over():
    assert pairs(["Pubblicità"], ["Advertisement"], cleaned=True) == straight(1)
    source, target = [*ITALIAN, "Leggi anche"], [*ENGLISH, "Read also"]
    assert pairs(source, target) == straight(6)
    assert pairs(source, target, cleaned=True) == straight(7)


@pytest.mark.parametrize(("source", "target"), [([], []), (ITALIAN, []), ([], ENGLISH)])
def test_an_empty_side_gives_no_links(source: list[str], target: list[str]):
    assert align(source, target) == []


@pytest.mark.parametrize("text", ["🎉🎉", "—", "", "   ", "12", "e di a"])
def test_a_paragraph_without_real_words_is_no_obstacle(text: str):
    source, target = [*ITALIAN[:3], text, *ITALIAN[3:]], [*ENGLISH[:3], text, *ENGLISH[3:]]
    found = pairs(source, target, cleaned=True)
    assert found == straight(7)


def test_identical_texts_are_linked_one_to_one():
    assert pairs(ITALIAN, ITALIAN) == straight(6)


def test_the_same_paragraph_forty_times_is_linked_in_order():
    assert pairs([ITALIAN[1]] * 40, [ENGLISH[1]] * 40) == straight(40)


def test_a_short_paragraph_many_times_is_linked_in_order():
    assert pairs(["Ha piovuto."] * 400, ["It rained."] * 400) == straight(400)


def test_two_paragraphs_by_turns_are_linked_in_order():
    assert pairs(ITALIAN[1:3] * 20, ENGLISH[1:3] * 20) == straight(40)


def test_a_sentence_beside_one_with_other_names_and_numbers_is_the_least_sure_link():
    source = [*ITALIAN[:3], "Il ministro Bianchi ha promesso a Bari 70 milioni.", *ITALIAN[3:]]
    target = [*ENGLISH[:3], "The minister promised 12 new ferries for Genoa.", *ENGLISH[3:]]
    links = align(source, target)
    assert min(links, key=lambda link: link.confidence).source == (3,)


def test_no_link_between_articles_that_have_nothing_in_common_is_sure():
    other = (
        "Students return to the classrooms",
        "Teachers in Toronto welcomed 300 pupils on the first day of school.",
        "The new library will open in October, said principal Jane Carter.",
        "Parents have raised 40,000 dollars with a raffle and two concerts.",
        "Lessons begin at eight, half an hour later than last year.",
        "A bus will run from Danforth Avenue every quarter of an hour.",
    )
    assert all(link.confidence < 0.9 for link in align(ITALIAN, other))


def test_a_side_three_times_as_long_keeps_each_paragraph_once():
    links = align(ITALIAN, ENGLISH * 3)
    assert len({j for link in links for j in link.target}) == sum(len(x.target) for x in links)
    assert {i for link in links for i in link.source} == set(range(6))


def test_a_paragraph_of_five_thousand_words_is_linked():
    long_source, long_target = " ".join(ITALIAN * 90), " ".join(ENGLISH * 90)
    found = pairs([ITALIAN[0], long_source, ITALIAN[4]], [ENGLISH[0], long_target, ENGLISH[4]])
    assert ((1,), (1,)) in found


def invented(count: int) -> list[str]:
    """Paragraphs of made-up names, half of them the paragraph's own."""
    chance = random.Random(7)
    names = ["".join(chance.choices("bdfglmnprst", k=6)) + "o" for _ in range(count * 6)]
    common = names[:40]
    return [
        " ".join([*names[i : i + 6], *chance.choices(common, k=6)]) for i in range(0, count * 6, 6)
    ]


def test_a_long_text_is_linked_across_a_long_gap():
    source = invented(700)
    target = source[:200] + source[420:]
    found = pairs(source, target)
    expected = [((i,), (i - 220 * (i >= 420),)) for i in (*range(200), *range(420, 700))]
    assert len(set(found) & set(expected)) >= 475


@pytest.mark.parametrize("kept", [slice(120, None), slice(0, 100)])
def test_a_long_text_is_linked_to_its_beginning_or_its_end(kept: slice):
    source = invented(220)
    first = kept.start
    found = pairs(source, source[kept])
    expected = [((first + k,), (k,)) for k in range(100)]
    assert len(set(found) & set(expected)) >= 99
    assert len(set(pairs(source[kept], source)) & {(b, a) for a, b in expected}) >= 99


def test_a_long_text_without_a_word_in_common_has_hardly_a_link():
    strange = [
        text.translate(str.maketrans("bdfglmnprst", "chjkqvwxyzk")) for text in invented(200)
    ]
    assert len(align(invented(160), strange)) < 8


def test_confidence_is_a_probability_and_high_for_a_faithful_translation():
    chances = [link.confidence for link in align(ITALIAN, ENGLISH)]
    assert all(0.9 < chance <= 1 for chance in chances)


def test_a_link_for_want_of_a_better_one_is_less_sure():
    source = [*ITALIAN[:3], "Ma non finisce qui.", *ITALIAN[3:]]
    target = [*ENGLISH[:3], "Yet there is more.", *ENGLISH[3:]]
    links = align(source, target)
    assert links[3].confidence == min(link.confidence for link in links)
    assert links[3].confidence < 0.98


def test_a_group_that_might_leave_a_paragraph_out_is_less_sure():
    target = [ENGLISH[0], ENGLISH[1] + " Nothing else.", *ENGLISH[2:]]
    source = [ITALIAN[0], ITALIAN[1], "Null'altro.", *ITALIAN[2:]]
    sure = {link.target: link.confidence for link in align(source, target)}
    assert sure[1,] < sure[4,]


TABLE = "Ancona\t14\t2,5\nBari\t9\t1,1"
PARAGRAPHS = st.one_of(
    st.lists(
        st.one_of(
            st.sampled_from([*ITALIAN, *ENGLISH, "", "Pubblicità", "🎉👩‍🚒", TABLE]),
            st.text(alphabet="abc èé12.,'«»!?\n ", max_size=30),
            st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
        ),
        max_size=9,
    ),
    st.builds(lambda text, times: [text] * times, st.sampled_from(ITALIAN), st.integers(0, 40)),
    st.builds(lambda texts: [*texts] * 3, st.just(ENGLISH)),
)


@settings(max_examples=60, deadline=None)
@given(PARAGRAPHS, PARAGRAPHS, st.booleans())
def test_every_index_exists_and_is_used_at_most_once(
    source: list[str], target: list[str], cleaned: bool
):
    links = align(source, target, cleaned=cleaned)
    for used, texts in (
        ([i for link in links for i in link.source], source),
        ([j for link in links for j in link.target], target),
    ):
        assert len(used) == len(set(used))
        assert set(used) <= set(range(len(texts)))
    assert [link.source for link in links] == sorted(link.source for link in links)
    assert all(link.source and link.target and 0 <= link.confidence <= 1 for link in links)


@settings(max_examples=20, deadline=None)
@given(PARAGRAPHS, PARAGRAPHS)
def test_the_same_texts_give_the_same_links(source: list[str], target: list[str]):
    assert align(source, target) == align(tuple(source), tuple(target))
