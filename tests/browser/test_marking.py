"""Errors marked by hand: chosen, judged and entered without leaving the keyboard."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from workbench import workflow
from workbench.db import opened

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.sites import Site

    Open = Callable[..., Page]
    Axe = Callable[[Page], list[tuple[str, str]]]

pytestmark = pytest.mark.browser

SECOND = "English text of paragraph 2"


def marked(site: Site) -> list[str]:
    """What is marked in the second paragraph: how bad, on which side, the words."""
    with opened(site.path) as db:
        slug = workflow.summaries(db)[0].slug
        segment = workflow.version(db, slug, "argo").segments[1]
        return [
            f"{mark.verdict.severity} {mark.verdict.side} {mark.words}"
            for mark in workflow.marks_of(db, segment.id)
        ]


def choose(page: Page, words: str) -> None:
    """Choose these words in the field that has the focus."""
    page.evaluate(
        """words => {
            const field = document.activeElement, start = field.value.indexOf(words);
            field.setSelectionRange(start, start + words.length);
        }""",
        words,
    )


def chosen(page: Page) -> str:
    """What is chosen in the field that has the focus."""
    found: str = page.evaluate(
        "() => { const f = document.activeElement;"
        " return f.value.slice(f.selectionStart, f.selectionEnd); }"
    )
    return found


def begin(page: Page, words: str) -> None:
    """Choose words in the second paragraph, and ask for the form."""
    page.get_by_label(SECOND).focus()
    choose(page, words)
    page.keyboard.press("Alt+e")
    expect(page.get_by_label("Minor")).to_be_focused()


def test_three_keys_mark_what_is_chosen_and_the_work_goes_on_there(
    site: Site, open_page: Open
) -> None:
    page = open_page(f"{site.article}?edit=2")
    begin(page, "2.4 billion")
    page.keyboard.press("4")
    page.keyboard.press("Enter")
    expect(page.locator(".marks .finding q")).to_have_text("2.4 billion")
    expect(page.get_by_label(SECOND)).to_be_focused()
    assert chosen(page) == "2.4 billion"
    assert marked(site) == ["critical target 2.4 billion"]


def test_what_was_typed_is_saved_before_its_words_are_marked(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.article}?edit=2")
    page.get_by_label(SECOND).fill("🌉 Città aperta 🌉 at noon.")
    begin(page, "🌉 at")
    page.keyboard.press("Enter")
    expect(page.locator(".marks .finding q")).to_have_text("🌉 at")
    assert marked(site) == ["minor target 🌉 at"]


def test_words_chosen_anew_move_the_mark_they_share_words_with(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.article}?edit=2")
    begin(page, "billion")
    page.keyboard.press("3")
    page.keyboard.press("Enter")
    expect(page.get_by_label(SECOND)).to_be_focused()
    choose(page, "2.4 billion")
    page.keyboard.press("Alt+e")
    expect(page.get_by_label("Major")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".marks .finding q")).to_have_text("2.4 billion")
    assert marked(site) == ["major target 2.4 billion"]
    page.get_by_role("button", name="Take back the last step").click()
    expect(page.locator(".marks .finding q")).to_have_text("billion")


def test_with_nothing_chosen_the_italian_is_omitted(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.article}?edit=2")
    page.get_by_label(SECOND).focus()
    page.keyboard.press("Alt+e")
    expect(page.get_by_label("Minor")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".marks .finding")).to_have_count(1)
    assert marked(site)[0].startswith("minor source ")


def test_words_of_the_italian_are_marked_where_they_stand(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.article}?edit=2")
    text = page.locator("#s2 .source .text")
    word = text.inner_text().split()[1]
    text.evaluate(
        """(text, word) => {
            const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const start = walker.currentNode.data.indexOf(word);
                if (start < 0) continue;
                getSelection().setBaseAndExtent(
                    walker.currentNode, start, walker.currentNode, start + word.length);
                return;
            }
        }""",
        word,
    )
    page.keyboard.press("Alt+e")
    expect(page.get_by_label("The words")).to_have_value(word)
    page.keyboard.press("Enter")
    expect(page.locator(".marks .finding")).to_have_count(1)
    assert marked(site) == [f"minor source {word}"]


def test_a_finding_is_confirmed_as_an_error_by_one_key(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.article}?edit=2")
    page.get_by_label(SECOND).focus()
    button = page.locator("#s2 [data-confirm]").first
    page.keyboard.press("Alt+y")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_label(SECOND)).to_be_focused()
    assert len(marked(site)) == 1
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    assert marked(site) == []


def test_the_same_words_twice_are_refused_in_the_form(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.article}?edit=2")
    begin(page, "billion")
    page.keyboard.press("Enter")
    expect(page.locator(".marks .finding")).to_have_count(1)
    page.get_by_label("The words").fill("billion")
    page.get_by_role("button", name="Mark the error").click()
    expect(page.locator(".marks [role=alert]")).to_contain_text("marked these words already")
    assert len(marked(site)) == 1


def test_an_article_is_judged_paragraph_by_paragraph_by_keyboard(
    site: Site, open_page: Open, axe: Axe
) -> None:
    page = open_page(f"{site.article}?edit=2&mode=mark")
    begin(page, "billion")
    page.keyboard.press("3")
    page.keyboard.press("Enter")
    expect(page.locator("#s2 .mirror mark")).to_have_text("billion")
    assert axe(page) == []
    page.get_by_label("From 0 to 100").fill("40")
    page.keyboard.press("Control+Enter")
    third = page.get_by_label("English text of paragraph 3")
    expect(third).to_be_focused()
    page.keyboard.type("x")
    assert "x" not in (third.input_value())[:1]
    with opened(site.path) as db:
        (judged,) = workflow.judgements_of(db, 2)
    assert (judged.score, judged.help.findings) == (40, True)


def test_escape_leads_back_to_the_text_and_marks_nothing(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.article}?edit=2")
    begin(page, "billion")
    page.keyboard.press("Escape")
    expect(page.get_by_label(SECOND)).to_be_focused()
    assert chosen(page) == "billion"
    assert marked(site) == []


def test_a_mark_that_did_not_arrive_says_so_and_can_be_sent_again(
    site: Site, open_page: Open
) -> None:
    page = open_page(f"{site.article}?edit=2")
    begin(page, "billion")
    page.route("**/marks", lambda route: route.abort())
    page.keyboard.press("Enter")
    expect(page.locator(".marks [role=alert]")).to_contain_text("The mark is not saved")
    expect(page.get_by_label("The words")).to_have_value("billion")
    page.unroute("**/marks")
    page.get_by_role("button", name="Mark the error").click()
    expect(page.locator(".marks .finding q")).to_have_text("billion")
    assert marked(site) == ["minor target billion"]


def test_a_mark_is_changed_and_removed_from_the_list(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.article}?edit=2")
    begin(page, "billion")
    page.keyboard.press("Enter")
    page.get_by_role("link", name=re.compile("Change ?: billion")).click()
    expect(page.get_by_label("Minor")).to_be_focused()
    page.keyboard.press("4")
    page.keyboard.press("Enter")
    expect(page.locator(".marks .finding .tag")).to_contain_text("Critical")
    page.get_by_role("button", name=re.compile("Remove ?: billion")).click()
    expect(page.locator(".marks .finding")).to_have_count(0)
    assert marked(site) == []
