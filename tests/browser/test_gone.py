"""The page that is there while the database is not, and the one on which an article goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.test_pages import DESK, PHONE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.sites import Site


def test_the_database_goes_and_comes_back(
    site: Site,
    open_page: Callable[..., Page],
    axe: Callable[[Page], list[tuple[str, str]]],
    tmp_path: Path,
) -> None:
    page = open_page(f"{site.address}/you/", viewport=PHONE)
    away = site.path.rename(tmp_path / "away.db")
    page.goto(f"{site.address}/articles/?by=deadline")
    expect(page.get_by_role("alert")).to_contain_text("There is no database")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert axe(page) == []
    away.rename(site.path)
    page.get_by_role("link", name="Try again").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Articles")
    assert "by=deadline" in page.url


def test_an_article_is_deleted_once_its_short_name_is_typed(
    site: Site, open_page: Callable[..., Page]
) -> None:
    page = open_page(f"{site.article}export", viewport=DESK)
    page.get_by_role("link", name="Delete this article for good").click()
    slug = page.locator("code").inner_text()
    page.get_by_label("Type the short name").fill("something else")
    page.get_by_role("button", name="Delete it for good").click()
    expect(page.get_by_role("alert")).to_contain_text("nothing was deleted")
    page.get_by_label("Type the short name").fill(slug)
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text(f"“{slug}” is deleted for good.")
