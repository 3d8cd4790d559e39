"""What is sent twice is done once: by a double click, or again where the answer was lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.conftest import ENGLISH, ITALIAN
from workbench import workflow
from workbench.db import opened

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page, Route

    from tests.browser.conftest import Site

    Open = Callable[..., Page]


def lose_first_answer(page: Page, address: str) -> None:
    """Let the server do what is sent first, and the browser never hear of it."""

    def lose(route: Route) -> None:
        route.fetch()
        route.abort("connectionreset")

    page.route(address, lose, times=1)


def fill_import(page: Page) -> None:
    page.get_by_label("Italian original").fill(ITALIAN.replace("Roccalta", "Montefosco"))
    page.get_by_label("English by the AI").fill(ENGLISH.replace("Roccalta", "Montefosco"))


def previews(site: Site) -> int:
    with opened(site.path) as db:
        return len(workflow.unfinished(db))


def notes(site: Site) -> int:
    with opened(site.path) as db:
        return sum(len(thread.notes) for thread in workflow.threads(db, 2))


def test_a_double_click_imports_an_article_once(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.address}/articles/import", java_script_enabled=False)
    fill_import(page)
    page.get_by_role("button", name="Look at it before").dblclick()
    page.wait_for_url("**/pairing/*/")
    assert previews(site) == 1


def test_a_double_click_leaves_a_note_once(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.article}segments/2/notes")
    page.get_by_label("New note").fill("Million or billion?")
    page.get_by_role("button", name="Leave the note").dblclick()
    expect(page.locator(".said")).to_have_text("Million or billion?")
    assert notes(site) == 1


def test_an_import_sent_again_after_a_lost_answer_is_the_same(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.address}/articles/import", java_script_enabled=False)
    fill_import(page)
    lose_first_answer(page, "**/articles/import")
    page.get_by_role("button", name="Look at it before").click()
    page.wait_for_url("chrome-error://**")
    page.reload()
    page.wait_for_url("**/pairing/*/")
    assert previews(site) == 1


def test_a_note_sent_again_after_a_lost_answer_is_one_note(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.article}segments/2/notes")
    page.get_by_label("New note").fill("Million or billion?")
    lose_first_answer(page, "**/segments/2/notes")
    page.get_by_role("button", name="Leave the note").click()
    expect(page.get_by_text("The note is not saved")).to_be_visible()
    page.get_by_role("button", name="Leave the note").click()
    expect(page.locator(".said")).to_have_text("Million or billion?")
    assert notes(site) == 1
