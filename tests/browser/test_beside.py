"""Beside the text: the memory, the concordance, notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from workbench import workflow
from workbench.db import opened
from workbench.ingest import from_paste

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.sites import Site

    Open = Callable[..., Page]
    Axe = Callable[[Page], list[tuple[str, str]]]


def remember(site: Site) -> None:
    """Confirm, in another article, a paragraph much like the second one."""
    with opened(site.path) as db:
        slug = workflow.summaries(db)[0].slug
        first = workflow.version(db, slug, "argo").segments[1]
        assert first.source is not None
        assert first.target is not None
        source = from_paste("Un altro titolo\n\n" + first.source.replace("lunedì", "martedì"))
        target = from_paste("Another headline\n\n" + first.target.replace("monday", "Tuesday"))
        done = workflow.import_pair(db, source, target, system="argo", title="Altro")
        for each in workflow.version(db, done.slug, "argo").segments:
            text = each.current or ""
            workflow.save(db, each.id, text, confirm=True, base=0, author="ada")


def test_the_memory_gives_what_was_confirmed_before(site: Site, open_page: Open, axe: Axe) -> None:
    remember(site)
    page = open_page(f"{site.article}?edit=2")
    page.keyboard.press("Alt+m")
    match = page.locator(".match")
    expect(match).to_contain_text("Tuesday")
    expect(match.locator("ins")).to_contain_text("lunedì")
    assert axe(page) == []
    page.get_by_role("button", name="Put it in the field").click()
    field = page.get_by_label("English text of paragraph 2")
    expect(field).to_have_value(re.compile("Tuesday"))
    expect(page.locator("#save-status")).to_contain_text("Saved ")
    page.keyboard.press("Control+z")
    expect(field).to_have_value(re.compile("monday"))


def test_chosen_words_are_looked_up_in_the_concordance(
    site: Site, open_page: Open, axe: Axe
) -> None:
    remember(site)
    page = open_page(f"{site.article}?edit=2")
    field = page.get_by_label("English text of paragraph 2")
    field.evaluate("f => { f.value = 'on tuesday'; f.focus(); f.select(); }")
    with page.context.expect_page() as appeared:
        page.keyboard.press("Control+k")
    found = appeared.value
    expect(found.locator(".concordance mark").first).to_have_text("on Tuesday")
    assert axe(found) == []


def test_a_note_is_left_and_resolved_by_keyboard(site: Site, open_page: Open, axe: Axe) -> None:
    page = open_page(f"{site.address}/you/")
    page.get_by_label("Your name").fill("Ada Neri")
    page.get_by_role("button", name="Keep the name").click()
    page.get_by_role("button", name="Show scores").click()
    page.goto(f"{site.article}?edit=2")
    field = page.get_by_label("English text of paragraph 2")
    field.fill("Typed and not yet saved.")
    page.keyboard.press("Alt+n")
    note = page.get_by_label("New note")
    expect(note).to_be_focused()
    page.keyboard.type("Ask @ad")
    expect(page.get_by_role("option")).to_have_text(["Ada Neri"])
    page.keyboard.press("Enter")
    expect(note).to_have_value("Ask @Ada Neri ")
    page.keyboard.type("first.")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".said .mention.me")).to_have_text("@Ada Neri")
    expect(field).to_have_value("Typed and not yet saved.")
    assert axe(page) == []
    page.get_by_role("button", name="Resolve").click()
    expect(page.get_by_text("1 resolved")).to_be_visible()
    expect(page.get_by_role("button", name="Resolve")).to_have_count(0)


def test_an_empty_note_says_why_it_is_refused(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.article}?edit=2")
    page.keyboard.press("Alt+n")
    expect(page.get_by_label("New note")).to_be_focused()
    page.keyboard.press("Control+Enter")
    expect(page.locator(".thread .refusal")).to_contain_text("The note is empty")
    page.keyboard.press("Escape")
    expect(page.get_by_label("English text of paragraph 2")).to_be_focused()


def test_two_people_talk_about_a_paragraph(site: Site, open_page: Open) -> None:
    first, second = open_page(f"{site.address}/you/"), open_page(f"{site.address}/you/")
    for page, name in ((first, "Ada"), (second, "Bruno")):
        page.get_by_label("Your name").fill(name)
        page.get_by_role("button", name="Keep the name").click()
        page.get_by_role("button", name="Show scores").click()
    first.goto(f"{site.article}?edit=1")
    first.keyboard.press("Alt+n")
    first.get_by_label("New note").fill("@Bruno, who said this?")
    first.keyboard.press("Control+Enter")
    expect(first.locator(".said")).to_have_count(1)
    second.reload()
    second.get_by_role("link", name="Notes 1 that name you").click()
    second.get_by_role("link", name=", paragraph 1").click()
    expect(second.get_by_label("English text of paragraph 1")).to_be_focused()
    second.get_by_label("Answer").fill("The mayor did.")
    second.get_by_role("button", name="Answer").click()
    expect(second.locator(".said")).to_have_text(["@Bruno, who said this?", "The mayor did."])
