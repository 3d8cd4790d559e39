"""The menus in the head of the page: by key, by pointer, and without the script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.sites import Site

    Open = Callable[..., Page]

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}


def test_a_menu_is_opened_and_left_by_key(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.address}/articles/")
    words = page.locator(".menu > summary", has_text="Words")
    words.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Concordance")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="Concordance")).to_be_hidden()
    expect(words).to_be_focused()


def test_a_menu_closes_when_the_focus_leaves_it(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.address}/articles/")
    page.locator(".menu > summary").first.press("Enter")
    page.get_by_role("link", name="Workbench").focus()
    expect(page.locator(".menu[open]")).to_have_count(0)


def test_one_menu_is_open_at_a_time_also_without_the_script(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.address}/articles/", java_script_enabled=False)
    for name in ("Words", "Quality", "Desk"):
        page.locator(".menu > summary", has_text=name).click()
    expect(page.locator(".menu[open]")).to_have_count(1)
    page.get_by_role("link", name="Settings").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Settings")


@pytest.mark.parametrize("viewport", [PHONE, {"width": 740, "height": 900}])
def test_an_open_menu_stays_on_the_page(
    site: Site, open_page: Open, viewport: dict[str, int]
) -> None:
    page = open_page(f"{site.address}/articles/", viewport=viewport, locale="it-IT")
    for number in range(3):
        page.locator(".menu > summary").nth(number).click()
        box = page.locator(".menu[open] .menu-list").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= viewport["width"]
