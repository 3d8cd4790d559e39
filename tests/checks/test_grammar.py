"""Articles and prepositions that do not go with their neighbours."""

from __future__ import annotations

import pytest

from workbench.checks import Pair
from workbench.checks.grammar import indefinite_article, preposition


@pytest.mark.parametrize(
    ("english", "right"),
    [
        ("It took [a] hour.", "an"),
        ("She runs [an] university.", "a"),
        ("He bought [a] apple.", "an"),
        ("[A] umbrella was found.", "An"),
        ("She is [a] MP.", "an"),
        ("They saw [an] UFO.", None),
        ("It is [an] European plan.", "a"),
        ("[A] 80-year-old woman left.", "An"),
        ("[An] 12-year-old girl left.", "A"),
        ("It is [an] one-off.", "a"),
        ("It is [a] “old” bridge.", "an"),
    ],
)
def test_an_article_that_does_not_fit_the_sound_is_found(english, right, marked):
    target, place = marked(english)
    found = indefinite_article(Pair("", target))
    assert [(f.start, f.end, f.suggestion) for f in found] == ([(*place, right)] if right else [])


@pytest.mark.parametrize(
    "english",
    [
        "An hour, an heir, an honest man, a union, a user, a European, a one-off, a ewe.",
        "An MP and a UN envoy did a U-turn on an X-ray for a NATO base and an RAF plane.",
        "An 8-year-old, an 11-hour trip, an 18th birthday, a 1,100-page book, a 60th.",
        "A historic, an historic, a herb, an herb, an unimportant house, an uninvited guest.",
        "Serie A is on. Vitamin A is good. Group A opens.",
        "",
        "a",
    ],
)
def test_articles_that_fit_raise_nothing(english):
    assert [str(finding.message) for finding in indefinite_article(Pair("", english))] == []


@pytest.mark.parametrize(
    "english",
    [
        "[According] the plan",
        "It is according [out] the plan.",
        "She is interested [at] trains.",
        "They discussed [about] the bridge.",
        "She married [with] a baker.",
        "It depends [from] the mayor.",
        "More [towards] 300 people came.",
    ],
)
def test_a_preposition_that_does_not_go_with_its_word_is_found(english, marked):
    target, place = marked(english)
    found = preposition(Pair("", target))
    assert [(f.start, f.end) for f in found] == ([] if target.startswith("Acc") else [place])


@pytest.mark.parametrize(
    "english",
    [
        "According to her, it depends on the mayor, who is interested in trains.",
        "They discussed the bridge with her; she is married to a baker.",
        "More than 300 of them; one in ten; thanks to the mayor.",
        "They belong here. Close by, the river.",
        "",
    ],
)
def test_prepositions_that_go_with_their_word_raise_nothing(english):
    assert [str(finding.message) for finding in preposition(Pair("", english))] == []
