"""The worst comes first, and says why."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.messages import message
from workbench.model import ROLES, SEVERITIES, Finding, Segment
from workbench.triage import PENALTY, quoted, reason, risk, worst_first


def findings(*severities: str) -> list[Finding]:
    return [Finding("x", "accuracy", s, "target", 0, 1, message("X.")) for s in severities]


def segment(position: int, *severities: str, role: str = "body", text: str = "Same.") -> Segment:
    return Segment(
        id=position,
        position=position,
        role=role,
        source="Testo",
        target=text,
        confidence=1.0,
        state="new",
        revision=0,
        current=text,
        findings=tuple(findings(*severities)),
        risk=risk(findings(*severities), "Testo", text, role),
    )


REASONS = [
    ((), "body", "Text.", "no findings"),
    (("critical",), "body", "Text.", "one critical finding"),
    (("critical", "critical"), "headline", "Text.", "2 critical findings; headline"),
    (("minor", "major"), "body", "“Text.”", "one major finding; one minor finding; direct speech"),
    (("neutral", "neutral"), "standfirst", "Text.", "2 hints; standfirst"),
    (("major",) * 3 + ("neutral",), "caption", "Text.", "3 major findings; one hint; caption"),
    (("minor",) * 2, "kicker", "Text.", "2 minor findings; kicker"),
]


@pytest.mark.parametrize(("severities", "role", "text", "words"), REASONS)
def test_the_reason_is_said_in_words(severities, role, text, words):
    assert str(reason(findings(*severities), role, "Testo", text)) == words


def test_each_reason_is_translated_by_itself():
    italian = {
        "%(critical)s critical findings": "%(critical)s problemi critici",
        "headline": "titolo",
    }
    said = reason(findings("critical", "critical"), "headline")
    assert said.render(lambda text: italian[text]) == "2 problemi critici; titolo"


def test_direct_speech_is_looked_for_in_the_italian_where_there_is_no_english():
    assert str(reason(findings("minor"), "body", "«Testo»")) == "one minor finding; direct speech"


@pytest.mark.parametrize("mark", ["“", "”", "«", "»", '"'])
def test_quotation_marks_are_direct_speech(mark):
    assert quoted(f"He said {mark}yes")
    assert not quoted("He didn’t say yes")


@pytest.mark.parametrize(("worse", "better"), [(b, a) for a, b in pairwise(SEVERITIES)])
def test_a_graver_finding_is_a_greater_risk(worse, better):
    assert risk(findings(worse), "a", "a") > risk(findings(better), "a", "a")


@pytest.mark.parametrize("role", ["kicker", "headline", "standfirst", "caption"])
def test_what_everybody_reads_weighs_more(role):
    found = findings("major")
    assert risk(found, "Testo", "Text.", role) > risk(found, "Testo", "Text.", "body")


def test_words_in_somebodys_mouth_weigh_more():
    assert risk(findings("major"), "a b", '"b"') > risk(findings("major"), "a b", "abc")


def test_an_odd_length_breaks_ties_only():
    usual, odd = risk([], "Un testo", "One text"), risk([], "Un testo", "One text and so on and on")
    assert usual < odd < PENALTY["neutral"]
    assert risk([], "Un testo", None) > odd
    assert risk([], None, None) == 0


def test_words_from_nowhere_break_ties_only():
    italian = "Il sindaco di Ardesio apre il teatro."
    usual = risk([], italian, "The mayor of Ardesio opens the theatre.")
    odd = risk([], italian, "The baker of Ardesio paints the harbour")
    assert usual < odd < PENALTY["neutral"]


LONG_ITALIAN = (
    "Così era allora, così è adesso e così sarà anche dopo: è quello che ci ha detto lui, e che "
    "noi tutti abbiamo detto a voi."
)
SHORT_ITALIAN = "Così era allora, così è adesso e così sarà anche per noi, dopo."
LONG_ENGLISH = (
    "It was so then, it is so now and so it will be after it, as he and all of us have always "
    "been saying to you."
)
GULLS = "Clouds drift, gulls shriek and sailors whistle loud shanties over the bay."
DOUBTS = [
    ("", GULLS, "no findings"),
    (
        "Il parroco loda le suore, il coro, i bambini e tutte le maestre del paese.",
        GULLS,
        "many words without a counterpart",
    ),
    (
        LONG_ITALIAN,
        "It was so then, and it is so now, and so it will be after it.",
        "much shorter than the Italian",
    ),
    (SHORT_ITALIAN, LONG_ENGLISH, "much longer than the Italian"),
    ("Sì.", "Yes, they did so.", "no findings"),
]


@pytest.mark.parametrize(("source", "target", "words"), DOUBTS)
def test_doubts_are_told_where_no_check_has_found_anything(source, target, words):
    assert str(reason([], "body", source, target)) == words


def test_the_worst_comes_first_and_equals_stay_in_order():
    segments = [
        segment(0),
        segment(1, "minor"),
        segment(2, "critical"),
        segment(3, "minor"),
        segment(4, "minor", role="headline"),
    ]
    assert [s.position for s in worst_first(s.outline for s in segments)] == [2, 4, 1, 3, 0]


@given(
    st.lists(st.sampled_from(SEVERITIES), max_size=6),
    st.sampled_from(SEVERITIES),
    st.sampled_from(ROLES),
)
def test_one_finding_more_is_never_less_risk(severities, more, role):
    before = risk(findings(*severities), "Testo", "Text.", role)
    assert risk(findings(*severities, more), "Testo", "Text.", role) > before >= 0
