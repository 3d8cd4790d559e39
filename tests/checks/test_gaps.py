"""English in which a word is missing."""

from __future__ import annotations

import pytest

from workbench.checks import Pair
from workbench.checks.gaps import missing_subject, missing_word

MISSING = [
    "[The of] Ardesio resigned.",
    "The town paid for [its.]",
    "The council sold [the.] Then it left.",
    "Apples, pears [and.]",
    "She read it in [a of] Ardesio.",
    "The mayors know that [they the] bridge.",
    "The theatre [may into] debt.",
    "The price [of has] risen.",
    "It is [a difficult.]",
    "She asked about [the municipal of] Ardesio.",
    "[According,] the bridge is safe.",
    "The theatre [has being] sold.",
    "They [would was] home.",
    "He spoke [of they] all.",
    "The roof came down [because was] old.",
    "The road is closed [if is] icy.",
    "The town, [whose the] mayor resigned, votes.",
    "The bridge [in of] Ardesio is closed.",
    "They lost [their the] keys.",
    "She has [an ambitious of] her own.",
    "The town [the by] river floods.",
    "He left [during.]",
]


@pytest.mark.parametrize("english", MISSING)
def test_words_that_cannot_be_neighbours_are_found(english, marked):
    target, place = marked(english)
    (finding,) = missing_word(Pair("", target))
    assert finding.severity == "minor"
    # With an article before the adjective, the adjective and what follows it are marked.
    assert finding.end == place[1]
    assert place[0] <= finding.start


WHOLE = [
    "The bridge has been closed for a while.",
    "What he did is wrong.",
    "She listened to The Who.",
    "The by-election is an in-depth test.",
    "He came and, in the end, he stayed.",
    "Who was it he spoke of?",
    "Is it yours or ours?",
    "He is the one they spoke to.",
    "It was a very difficult, very long night.",
    "The then mayor came in a car of his own.",
    "Company A is bigger than company B.",
    "All they have is yours.",
    "It weighs as much as a human being has to.",
    "THE IS is an acronym.",
    "Vitamin A of the best kind.",
    "The larger of the two is a medical, and she is a major of the army.",
    "It is good in and of itself, if not because of it.",
    "The by now famous bishop greeted the faithful.",
    "We the people of Ardesio",
    "The dangerous and the brave",
    "",
    "12 34",
    "שלום the שלום",
]


@pytest.mark.parametrize("target", WHOLE)
def test_good_english_is_whole(target):
    assert missing_word(Pair("", target)) == []


NO_SUBJECT = [
    "[Has] announced that the bridge is safe.",
    "It rained. [Was] closed by the council.",
    "“[Is] a good idea,” the mayor said.",
    "[Are] two streets in the centre.",
]


@pytest.mark.parametrize("english", NO_SUBJECT)
def test_a_sentence_that_begins_with_its_verb_is_found(english, marked):
    target, place = marked(english)
    (finding,) = missing_subject(Pair("", target))
    assert (finding.start, finding.end) == place
    assert finding.severity == "minor"


WITH_SUBJECT = [
    "Is a new bridge needed?",
    "Has the council announced it?",
    "Will was announced as mayor",
    "Was he closed off?",
    "Had it rained, we would have stayed.",
    "Are these two streets in the centre?",
]


@pytest.mark.parametrize("target", WITH_SUBJECT)
def test_a_question_may_begin_with_its_verb(target):
    assert missing_subject(Pair("", target)) == []


def test_a_headline_may_leave_out_its_subject():
    assert missing_subject(Pair("", "Has announced her resignation.", "headline")) == []
