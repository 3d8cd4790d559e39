"""Where paragraphs can be cut, told by tables of sentences."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.align.sentences import best_split, split_points

if TYPE_CHECKING:
    from workbench.model import Language


def pieces(text: str, language: Language) -> list[str]:
    return [text[a:b] for a, b in pairwise([0, *split_points(text, language), len(text)])]


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("it", ["Il porto riapre. ", "Le navi aspettano."]),
        ("it", ["È vero? ", "Certo! ", "Èlia lo dice… ", "Basta."]),
        ("it", ["L'on. Rossi ha votato no. ", "Il dott. Bianchi sì."]),
        ("it", ["Lo dice l'art. 3 della legge. ", "Vale dal 2023. ", "14 navi partono."]),
        ("it", ["Costa 2.500,50 euro. ", "Troppo, ecc. Roma tace."]),
        ("it", ["Pane, latte, ecc. ", "Il resto manca."]),
        ("it", ["«Vado via.» ", "Così disse. ", "«Torno?» chiese. ", "“No.” ", "«E allora?»"]),
        ("it", ["Poi... forse domani. ", "Chissà..."]),
        ("it", ["G. B. Vico nacque a Napoli. ", "Morì nel 1744."]),
        ("it", ["1. Aprire il rubinetto. ", "Aspettare."]),
        ("it", ["Uno\n\n", "due senza punto\n \n", "tre."]),
        ("it", ["Prima riga\nancora la stessa. ", "Altra."]),
        ("en", ["Mr. Smith met Dr. Jones. ", "Mrs. Hill did not."]),
        ("en", ["He moved to the U.S. ", "He stayed. ", "U.S. Steel closed."]),
        ("en", ["J. K. Rowling wrote it. ", "It sold 3.5 million."]),
        ("en", ["“Stop!” he said. ", "“Go.” ", "Nobody did."]),
        ("en", ["It began at 5 p.m. ", "The hall was full. ", "At 6 p.m. Monday it closed."]),
        ("en", ["They sell pens, ink, etc. ", "The shop is small."]),
        ("en", ["Acme Inc. Chairman Bob Lee left. ", "(He was 60.) ", "No. 10 was silent."]),
        ("en", ["She waited... and waited. ", "Then: nothing."]),
        ("en", ["Only one sentence without an end"]),
        ("en", ["  Blanks before. ", "And after.  "]),
        ("en", ["🎉 It is done! ", "🎉"[:0] + "Hooray."]),
        ("en", [""]),
        ("en", ["\n\n"]),
    ],
)
def test_a_paragraph_falls_apart_into_its_sentences(language: Language, sentences: list[str]):
    assert pieces("".join(sentences), language) == sentences


TEXTS = st.one_of(st.text(max_size=60), st.text(alphabet="aB1 .?!…«»”\"'\n(-", max_size=60))


@given(TEXTS, st.sampled_from(["it", "en"]))
def test_the_pieces_joined_are_the_text_and_none_is_empty(text: str, language: Language):
    assert "".join(pieces(text, language)) == text
    assert all(0 < at < len(text) for at in split_points(text, language))
    assert all(piece.strip() for piece in pieces(text, language)[:-1])


ITALIAN = (
    "Il porto di Ancona riapre oggi. ",
    "Le banchine sono rimaste chiuse per tre giorni e 14 navi hanno aspettato al largo. ",
    "Il sindaco visiterà il mercato del pesce. ",
    "Le previsioni annunciano ancora vento forte.",
)
ENGLISH = (
    "The port of Ancona reopens today. ",
    "The docks stayed closed for three days. And 14 ships waited offshore. ",
    "The mayor will visit the fish market. ",
    "The forecast announces more strong wind.",
)


@pytest.mark.parametrize("cut", [1, 2, 3])
def test_beside_a_cut_in_one_text_the_other_is_cut_where_the_halves_agree(cut: int):
    source, target = "".join(ITALIAN), "".join(ENGLISH)
    expected = len("".join(ITALIAN[:cut])), len("".join(ENGLISH[:cut]))
    assert best_split(source, target, source_at=expected[0]) == expected
    assert best_split(source, target, target_at=expected[1]) == expected
    assert best_split(source, target, source_at=expected[0], target_at=expected[1]) == expected


def test_where_no_cut_is_given_two_are_found_that_go_together():
    found = best_split("".join(ITALIAN), "".join(ENGLISH))
    ends = [(len("".join(ITALIAN[:cut])), len("".join(ENGLISH[:cut]))) for cut in (1, 2, 3)]
    assert found in ends


def test_a_cut_inside_a_sentence_stays_where_it_is():
    source = "".join(ITALIAN)
    at = source.index("e 14 navi")
    assert best_split(source, "".join(ENGLISH), source_at=at) == (
        at,
        "".join(ENGLISH).index("And 14"),
    )


@pytest.mark.parametrize(
    ("source", "target", "cuts"),
    [
        ("Una frase sola.", "One. Two.", {}),
        ("Una. Due.", "Only one sentence.", {"source_at": 5}),
        ("Una. Due.", "One. Two.", {"source_at": 0}),
        ("Una. Due.", "One. Two.", {"target_at": 9}),
        ("Una. Due.", "One. Two.", {"target_at": 40}),
        ("", "", {}),
    ],
)
def test_a_text_that_cannot_be_cut_has_no_split(source: str, target: str, cuts: dict[str, int]):
    assert best_split(source, target, **cuts) is None


@given(TEXTS, TEXTS)
def test_a_split_is_always_between_sentences(source: str, target: str):
    found = best_split(source, target)
    if found:
        assert found[0] in split_points(source, "it")
        assert found[1] in split_points(target, "en")
    else:
        assert not (split_points(source, "it") and split_points(target, "en"))
