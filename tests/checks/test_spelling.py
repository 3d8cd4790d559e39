"""Words that are no words, and words that only look so."""

from __future__ import annotations

import pytest

from workbench.checks import Pair
from workbench.checks.spelling import spelling
from workbench.language.spelling import correction, is_english, meant

WRONG = [
    ("The [goverment] resigned.", "government"),
    ("She [anounced] it.", "announced"),
    ("More [thna] 300 people.", "than"),
    ("They met for [breakast].", "breakfast"),
    ("He was [sucessfull].", None),
    ("They [dont] pay.", "don't"),
    ("It costs [alot].", "a lot"),
    ("The police asked for [informations].", "information"),
    ("They came into [cotact] with it.", "contact"),
    ("It will not [e] open.", None),
    ("The bridges [re] open.", None),
]

FINE = [
    "The municipality’s gymnasium was anticipated by the councillors.",
    "The colour of the harbour, the color of the harbor; they realise and realize.",
    "Cybersecurity, microplastics, livestreams and a fightback at the agriturismo.",
    "They won't, can't and shouldn't've; it's the girls' school.",
    "Write to goverment@ardesio.example or see goverment.example/anounced.",
    "A semi-anounced plan, the #goverment tag, the code x86b.",
    "Brandolin and Roccalta are names.",
    "The road to de Brando and von Rocca, and fish n chips",
    "It is 3 km to the ox op; e mail of B b and x y z",
    "The band plays at 9.30pm, 20km from here, in the 80s.",
    "",
    "12 / 3 — …",
    "مرحبا بالعالم",
]


@pytest.mark.parametrize(("english", "right"), WRONG)
def test_a_misspelt_word_is_found_and_put_right_where_that_is_sure(english, right, marked):
    target, place = marked(english)
    (finding,) = spelling(Pair("", target))
    assert (finding.start, finding.end) == place
    assert (finding.severity, finding.suggestion) == ("minor", right)


@pytest.mark.parametrize("english", FINE)
def test_good_words_and_what_is_no_word_raise_nothing(english):
    assert [str(finding.message) for finding in spelling(Pair("", english))] == []


def test_a_word_of_the_italian_is_left_alone():
    assert spelling(Pair("La squadra gioca a tamburello.", "They play tamburello.")) == []
    assert spelling(Pair("Il goverment ombra.", "The goverment they call it.")) == []


def test_a_misspelt_word_that_begins_a_sentence_is_found_where_the_italian_shows_it_is_no_name():
    (finding,) = spelling(Pair("Il governo tace.", "Goverment sources are silent."))
    assert finding.suggestion == "Government"
    assert spelling(Pair("", "Goverment sources are silent.")) == []
    assert spelling(Pair("Il signor Goverment tace.", "Goverment is silent.")) == []


@pytest.mark.parametrize("word", ["the", "her", "mayor's", "denuclearisation", "km", "piazza"])
def test_words_of_dictionaries_newspapers_and_loans_are_english(word):
    assert is_english(word)


def test_the_likeliest_word_comes_first_and_only_a_clear_one_is_proposed():
    assert meant("whcih")[0] == "which"
    assert correction("whcih") == "which"
    assert set(meant("brean")) >= {"bread", "break"}
    assert correction("brean") is None
    assert correction("qqqqqqqq") is None


def test_five_thousand_words_are_no_trouble():
    assert len(spelling(Pair("", "The goverment resigned again. " * 1250))) == 1250
