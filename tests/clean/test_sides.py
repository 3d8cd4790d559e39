"""Two pages of one article: roles agree, and what is plain on one side helps the other."""

from __future__ import annotations

import pytest

from workbench.clean import reconcile
from workbench.messages import message
from workbench.model import Link, Paragraph

LONG = "The council approved the plan on Tuesday evening, after a debate of six hours and a vote."


def page(*lines: tuple[str, str]) -> list[Paragraph]:
    why = message("A reading time.")
    return [
        Paragraph(i, role, text, role == "chrome", why if role == "chrome" else None)
        for i, (role, text) in enumerate(lines)
    ]


def roles(pages: tuple[list[Paragraph], list[Paragraph]]) -> list[list[str]]:
    return [[paragraph.role for paragraph in side] for side in pages]


@pytest.mark.parametrize(
    ("italian", "english", "agreed"),
    [
        (("heading", "I lavori"), ("body", "The works"), "heading"),
        (("body", "Chi paga?"), ("heading", "The bill"), "heading"),
        (("heading", "I lavori"), ("body", LONG), "body"),
        (("body", LONG), ("heading", "The works"), "body"),
        (("standfirst", LONG), ("body", LONG + " Yes."), "standfirst"),
        (("headline", "Il ponte"), ("kicker", "The bridge"), "headline"),
        (("caption", "Il molo (Ansa)"), ("heading", "The pier"), "caption"),
        (("heading", "Il molo"), ("caption", "The pier (Photo: Ansa)"), "caption"),
        (("standfirst", "di Anna Neri"), ("byline", "by Anna Neri"), "byline"),
        (("heading", "Il molo"), ("caption", "The pier"), "heading"),
        (("body", LONG), ("body", LONG + " Yes."), "body"),
    ],
)
def test_linked_paragraphs_have_the_role_of_the_better_evidence(italian, english, agreed):
    found = reconcile(page(italian), page(english), [Link((0,), (0,), 0.9)])
    assert roles(found) == [[agreed], [agreed]]


def test_links_count_kept_paragraphs_alone():
    italian = page(("chrome", "3 minuti"), ("heading", "I lavori"))
    english = page(("chrome", "3 min"), ("chrome", "Share"), ("body", "The works"))
    found = reconcile(italian, english, [Link((0,), (0,), 0.9)])
    assert roles(found) == [["chrome", "heading"], ["chrome", "chrome", "heading"]]


def test_links_of_several_paragraphs_say_nothing_of_roles():
    italian, english = page(("heading", "I lavori"), ("body", LONG)), page(("body", LONG + " A."))
    assert roles(reconcile(italian, english, [Link((0, 1), (0,), 0.9)])) == [
        ["heading", "body"],
        ["body"],
    ]


def test_a_caption_left_in_italian_is_a_caption():
    italian = page(("caption", "Il molo di «levante» all'alba"))
    english = page(("heading", "IL MOLO DI “LEVANTE”  ALL’ALBA"))
    assert roles(reconcile(italian, english, []))[1] == ["caption"]


def test_a_line_dropped_on_one_side_alone_is_restored():
    italian = page(("body", LONG), ("heading", "Tutti i diritti dei naviganti"), ("body", LONG))
    english = page(("body", "A."), ("chrome", "Tutti i diritti dei naviganti"), ("body", "B."))
    restored = reconcile(italian, english, [])[1][1]
    assert (restored.role, restored.dropped, restored.reason) == ("heading", False, None)


@pytest.mark.parametrize("line", ["Share", "Loading"])
def test_a_short_line_or_one_at_the_edge_is_not_restored(line):
    inside = page(("body", "A."), ("chrome", line), ("body", "B."))
    assert reconcile(page(("heading", line)), inside, [])[1] == inside
    edge = page(("body", "A."), ("chrome", "Tutti i diritti dei naviganti"))
    assert reconcile(page(("body", edge[1].text)), edge, [])[1] == edge


def test_equal_pages_stay_as_they_are():
    both = page(("headline", "Il ponte"), ("body", LONG), ("chrome", "Share"))
    links = [Link((0,), (0,), 1.0), Link((1,), (1,), 1.0)]
    assert reconcile(both, both, links) == (both, both)
    assert reconcile([], [], []) == ([], [])
