"""Notes beside the text: nothing half written is lost, and the focus is where it is needed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from workbench import workflow
from workbench.db import opened

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page, Route

    from tests.browser.sites import FragileSite, Site

    Open = Callable[..., Page]
    Axe = Callable[[Page], list[tuple[str, str]]]


def leave_note(site: Site, position: int, text: str, author: str = "Bruno Sala") -> None:
    """Leave a note at the paragraph at that place, as somebody else would."""
    with opened(site.path) as db:
        slug = workflow.summaries(db)[0].slug
        segment = workflow.version(db, slug, "argo").segments[position]
        workflow.note(db, segment.id, text, author=author)


def begin_note(page: Page, text: str) -> None:
    """Go from the text to the field of a new note, and write there without saving."""
    page.keyboard.press("Alt+n")
    expect(page.get_by_label("New note")).to_be_focused()
    page.keyboard.type(text)


def test_the_next_paragraph_shows_its_notes_when_this_one_is_confirmed(
    site: Site, open_page: Open
) -> None:
    leave_note(site, 1, "Million or billion?")
    page = open_page(f"{site.article}?edit=1")
    page.get_by_label("English text of paragraph 1").focus()
    page.keyboard.press("Control+Enter")
    expect(page.get_by_label("English text of paragraph 2")).to_be_focused()
    expect(page.locator(".row.editing .said")).to_have_text("Million or billion?")
    page.get_by_label("English text of paragraph 2").fill("Another text.")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#s2 .note-sign")).to_contain_text("1 note")


def test_a_note_half_written_is_there_when_the_paragraph_is_open_again(
    site: Site, open_page: Open
) -> None:
    page = open_page(f"{site.article}?edit=1")
    begin_note(page, "Half a thought")
    page.get_by_label("English text of paragraph 1").focus()
    page.keyboard.press("Control+Enter")
    expect(page.get_by_label("English text of paragraph 2")).to_be_focused()
    page.keyboard.press("Control+ArrowUp")
    expect(page.get_by_label("English text of paragraph 1")).to_be_focused()
    begin_note(page, "")
    expect(page.get_by_label("New note")).to_have_value("Half a thought")
    page.reload()
    begin_note(page, "")
    expect(page.get_by_label("New note")).to_have_value("Half a thought")


def test_an_answer_half_written_outlasts_a_note_that_is_saved(site: Site, open_page: Open) -> None:
    leave_note(site, 0, "Is this right?")
    page = open_page(f"{site.article}?edit=1")
    page.get_by_label("Answer").first.fill("I think")
    begin_note(page, "And one more.")
    page.keyboard.press("Control+Enter")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".said")).to_have_text(["Is this right?", "And one more."])
    expect(page.get_by_label("Answer").first).to_have_value("I think")
    expect(page.get_by_label("New note")).to_be_focused()
    expect(page.get_by_label("New note")).to_have_value("")
    page.get_by_role("button", name="Resolve").first.click()
    expect(page.get_by_text("1 resolved")).to_be_visible()
    expect(page.locator("details.notes > summary")).to_be_focused()
    page.get_by_text("1 resolved").click()
    expect(page.get_by_text("I think", exact=True)).to_be_visible()
    page.get_by_role("button", name="Take it up again").click()
    expect(page.get_by_label("Answer")).to_have_count(2)


def test_a_note_that_the_server_cannot_take_stays_and_says_so(
    fragile_site: FragileSite, open_page: Open
) -> None:
    page = open_page(f"{fragile_site.article}?edit=1")
    begin_note(page, "Keep me.")
    fragile_site.kill()
    page.keyboard.press("Control+Enter")
    expect(page.locator(".thread [role=alert]")).to_contain_text("The note is not saved")
    expect(page.get_by_label("New note")).to_have_value("Keep me.")
    fragile_site.start()
    page.keyboard.press("Control+Enter")
    expect(page.locator(".said")).to_have_text("Keep me.")


def test_the_key_for_notes_opens_those_of_the_paragraph_that_has_the_focus(
    site: Site, open_page: Open
) -> None:
    page = open_page(f"{site.article}?edit=1")
    page.locator("#s2 .edit-link").focus()
    page.keyboard.press("Alt+n")
    expect(page.locator("#s2.editing").get_by_label("New note")).to_be_focused()
    expect(page.locator("#s1.editing")).to_have_count(0)


def test_names_are_chosen_with_arrows_and_put_away_with_escape(
    site: Site, open_page: Open, axe: Axe
) -> None:
    leave_note(site, 0, "Mine.", author="Bruno Sala")
    leave_note(site, 0, "Mine too.", author="Bruna Pini")
    page = open_page(f"{site.article}?edit=1")
    begin_note(page, "@bru")
    names = page.get_by_role("option")
    expect(names).to_have_text(["Bruna Pini", "Bruno Sala"])
    assert axe(page) == []
    page.keyboard.press("Escape")
    expect(names).to_have_count(0)
    page.keyboard.type("n")
    expect(names).to_have_count(2)
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option", selected=True)).to_have_text("Bruno Sala")
    page.keyboard.press("Tab")
    expect(page.get_by_label("New note")).to_have_value("@Bruno Sala ")
    page.keyboard.type("look at ada@example.org")
    expect(names).to_have_count(0)


@pytest.mark.parametrize("locale", ["en-GB", "it-IT"])
def test_notes_fit_on_a_phone(site: Site, open_page: Open, locale: str) -> None:
    leave_note(site, 0, "@Bruno Sala, " + "averyverylongwordwithoutanyspace" * 4)
    page = open_page(
        f"{site.article}?edit=1", viewport={"width": 390, "height": 800}, locale=locale
    )
    for address in (page.url, f"{site.address}/notes/", f"{site.article}segments/1/notes"):
        page.goto(address)
        expect(page.locator(".said")).to_contain_text(re.compile("averyvery"))
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= 390, (address, width)


def test_notes_that_are_opened_before_the_scripts_are_there_come_with_them(
    site: Site, open_page: Open
) -> None:
    page = open_page(f"{site.address}/you/")
    late: list[Route] = []

    def hold(route: Route) -> None:
        late.append(route)

    page.route("**/htmx-*", hold)
    with page.expect_request("**/htmx-*"):
        page.goto(f"{site.article}?edit=2", wait_until="commit")
    page.locator("#s2 details.notes summary").click()
    expect(page.get_by_role("link", name="Leave a note")).to_be_visible()
    late[0].continue_()
    expect(page.get_by_label("New note")).to_be_visible()
