"""Marks and spaces that no newspaper would print as they stand."""

from __future__ import annotations

import pytest

from workbench.checks import Pair
from workbench.checks.typography import final_mark, markup, spacing, stray_mark

STOPLESS = [
    ("Il ponte di Ardesio riapre.", "The Ardesio bridge [reopens]", "reopens."),
    ("Costa 12 milioni (forse).", "It costs 12 million [(perhaps)]", "(perhaps)."),
    ("Ha detto: «Il ponte riapre».", "She said: “The bridge [reopens”]", None),
]


@pytest.mark.parametrize(("italian", "english", "right"), STOPLESS)
def test_a_sentence_without_its_full_stop_is_found(italian, english, right, marked):
    target, place = marked(english)
    (finding,) = final_mark(Pair(italian, target))
    assert (finding.start, finding.end, finding.suggestion) == (*place, right)


@pytest.mark.parametrize(
    ("italian", "english", "role"),
    [
        ("Il ponte riapre.", "The Ardesio bridge reopens", "headline"),
        ("Il ponte riapre.", "The Ardesio bridge reopens", "caption"),
        ("Il ponte di Ardesio riapre", "The Ardesio bridge reopens", "body"),
        ("Riapre.", "It reopens", "body"),
        ("Ha detto: «Riapre».", "She said: “It reopens.”", "body"),
        ("Ha detto: «Riapre».", "She said: “It reopens”.", "body"),
        ("Riapre?", "Does the bridge reopen?", "body"),
        ("Ecco chi ha firmato.", "Here are those who signed:", "body"),
        ("Il ponte riapre.", "The Ardesio bridge reopens…", "body"),
        ("Il ponte riapre.", "The Ardesio bridge reopens. ", "body"),
    ],
)
def test_a_text_that_needs_no_full_stop_has_none(italian, english, role):
    assert final_mark(Pair(italian, english, role)) == []


@pytest.mark.parametrize(
    "english",
    [
        "They want cash and[.] a bridge.",
        "The mayor should[^] quickly resign.",
        "The [~] bridge reopens.",
        "It was closed[,-] this time for good.",
        "She paid[;.] They left.",
        "It costs 20 million euros[!] to build it.",
        "The group[-] was late.",
        "The video has[:] led to a trial.",
        "They should therefore[' ]leave the hall.",
        "In the[;] valley they vote.",
    ],
)
def test_a_mark_where_none_belongs_is_found(english, marked):
    target, place = marked(english.replace("[' ]", "['] "))
    (finding,) = stray_mark(Pair("Il ponte riapre.", target))
    assert (finding.start, finding.end) == place
    assert finding.severity == "minor"


@pytest.mark.parametrize(
    "english",
    [
        "Mr. Brandolin vs. the council, approx. ten metres, i.e. less, at 6 p.m. on Monday.",
        "In the U.S., in Baton Rouge, La., and at the N.F.L., they wait.",
        "First- and second-class trains; pre- or post-war houses.",
        "“Why?” she asked. ‘No!’ he said.",
        "The girls' school and the workers' party met.",
        "'We won' said the workers' party.",
        "She has: a bridge and, if need be, a boat; they have none.".replace("has:", "owns"),
        "The file report_2026 is at a_b@ardesio.example.",
        "Yes, no, perhaps: who knows?",
        "",
        "…!?",
        "3 - 2",
    ],
)
def test_marks_in_their_place_raise_nothing(english):
    assert [finding.start for finding in stray_mark(Pair("Il ponte riapre.", english))] == []


def test_a_mark_that_the_italian_has_too_is_meant():
    assert stray_mark(Pair("Il gruppo- detto così.", "The group- so called.")) == []


@pytest.mark.parametrize(
    ("english", "right"),
    [
        ("The mayor[ ,] she said.", ","),
        ("It reopens[ .]", "."),
        ("It costs ([ 12 euros).", None),
        ("They did[ n't] pay.", "n't"),
        ("The mayor[ 's] office.", "'s"),
        ("It reopens[,]perhaps.", ", "),
        ("The bridge reopens[.]Then it closes.", ". "),
    ],
)
def test_a_space_too_many_or_too_few_is_found(english, right, marked):
    if right is None:
        (finding,) = spacing(Pair("", "It costs ( 12 euros)."))
        assert finding.suggestion == "("
        return
    target, place = marked(english)
    (finding,) = spacing(Pair("", target))
    assert (finding.start, finding.end, finding.suggestion) == (*place, right)


@pytest.mark.parametrize(
    "english",
    [
        "It costs 3,500 euros, or 2.5 million; see ardesio.example.com/news,today.",
        "The mayor (62) said: “We won.” Then she left…",
        "At 5:30 the U.S.-based firm, e.g. this one, opened.",
        "Write to anna.brandolin@ardesio.it now.",
        "Voilà! Why?!",
        "",
    ],
)
def test_spaces_in_their_place_raise_nothing(english):
    assert [str(finding.message) for finding in spacing(Pair("", english))] == []


def test_two_spaces_are_a_hint_only():
    (finding,) = spacing(Pair("", "The bridge  reopens."))
    assert (finding.severity, finding.suggestion) == ("neutral", " ")


@pytest.mark.parametrize(
    ("english", "mark", "right"),
    [
        ("The **bridge** reopens.", "**bridge**", "bridge"),
        ("# The bridge reopens", "# ", ""),
        ("Marks &amp; sons reopen.", "&amp;", "&"),
        ("It reopens<br>today.", "<br>", ""),
        ("See [the plan](https://ardesio.example/plan).", None, "the plan"),
        ("```text", "```text", ""),
    ],
)
def test_markup_is_found_and_taken_away(english, mark, right):
    (finding,) = markup(Pair("", english))
    assert mark is None or english[finding.start : finding.end] == mark
    assert finding.suggestion == right


@pytest.mark.parametrize("english", ["It is #1 in 2 * 3 < 7.", "R&D; AT&T", "a < b > c", ""])
def test_signs_that_are_no_markup_raise_nothing(english):
    assert markup(Pair("", english)) == []
