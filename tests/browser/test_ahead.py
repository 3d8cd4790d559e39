"""The next paragraph is open before the server has answered, and nothing is lost if it does not."""

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

pytestmark = pytest.mark.browser

SAVE = re.compile(r"/segments/\d+$")


def fetched(page: Page, number: int) -> None:
    """Wait until the page has the row that it would open next."""
    page.wait_for_function(
        "n => performance.getEntriesByType('resource')"
        ".some((each) => each.name.includes(`/segments/${n}?`) && each.responseEnd > 0)",
        arg=number,
    )


def hold(held: list[Route], route: Route) -> None:
    """Keep a save back until the test lets it go on."""
    if route.request.method == "POST":
        held.append(route)
    else:
        route.continue_()


def states(site: Site | FragileSite) -> list[str]:
    with opened(site.path) as db:
        slug = workflow.summaries(db)[0].slug
        return [each.state for each in workflow.version(db, slug).segments]


def test_the_next_is_open_while_the_confirmation_is_on_its_way(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.article}?edit=1")
    held: list[Route] = []
    page.route(SAVE, lambda route: hold(held, route))
    fetched(page, 2)
    page.locator("#s1 textarea[name=text]").press("Control+Enter")
    field = page.locator("#s2 textarea[name=text]")
    expect(field).to_be_focused()
    expect(page.locator("#save-status")).to_have_class(re.compile("saving"))
    assert states(site)[0] == "new"
    page.keyboard.type("Early. ")
    held[0].continue_()
    expect(page.locator("#s1.state-translated")).to_be_visible()
    expect(field).to_be_focused()
    expect(field).to_have_value(re.compile("Early. "))
    expect(page.locator("#progress")).to_contain_text("1 of 4")


def test_a_confirmation_that_did_not_arrive_is_sent_again_and_the_page_says_so(
    fragile_site: FragileSite, open_page: Open
) -> None:
    page = open_page(f"{fragile_site.article}?edit=1")
    fetched(page, 2)
    fragile_site.kill()
    page.locator("#s1 textarea[name=text]").press("Control+Enter")
    expect(page.locator("#s2 textarea[name=text]")).to_be_focused()
    expect(page.locator("#save-status")).to_have_class(re.compile("failed"))
    expect(page.locator("#s1 textarea[name=text]")).to_be_visible()
    fragile_site.start()
    expect(page.locator("#s1.state-translated")).to_be_visible(timeout=30_000)
    expect(page.locator("#save-status")).not_to_have_class(re.compile("failed"))
    assert states(fragile_site)[0] == "translated"


def test_what_somebody_else_saved_first_is_shown_though_one_has_gone_on(
    site: Site, open_page: Open
) -> None:
    page = open_page(f"{site.article}?edit=1")
    fetched(page, 2)
    with opened(site.path) as db:
        workflow.save(db, 1, "Theirs.", confirm=True, base=0, author="Bruno")
    page.locator("#s1 textarea[name=text]").fill("Mine.")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#s1")).to_contain_text("Theirs.")
    expect(page.locator("#s1 textarea[name=text]")).to_have_value("Mine.")


def test_at_the_last_one_there_is_nothing_to_fetch(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.article}?edit=4")
    page.locator("#s4 textarea[name=text]").press("Control+Enter")
    expect(page.locator("#progress")).to_contain_text("1 of 4")
    expect(page.locator("#s4.state-translated")).to_be_visible()


def test_who_goes_straight_back_waits_for_the_answer(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.article}?edit=1")
    held: list[Route] = []
    page.route(SAVE, lambda route: hold(held, route))
    fetched(page, 2)
    page.locator("#s1 textarea[name=text]").press("Control+Enter")
    expect(page.locator("#s2 textarea[name=text]")).to_be_focused()
    page.keyboard.press("Control+ArrowUp")
    expect(page.locator("#s1 textarea[name=text]")).to_have_attribute("readonly", "")
    held[0].continue_()
    expect(page.locator("#s1.state-translated textarea[name=text]")).to_be_focused()
    expect(page.locator("#s1 textarea[name=text]")).not_to_have_attribute("readonly", "")
