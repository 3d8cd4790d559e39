"""Every page, in both languages, on a desk and on a phone: accessible and without overflow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.sites import Site
    from workbench.model import RawText

    Open = Callable[..., Page]
    Axe = Callable[[Page], list[tuple[str, str]]]

pytestmark = pytest.mark.browser

PAGES = [
    "/articles/",
    "/queue/",
    "/replace/?words=the&replacement=a",
    "/articles/import",
    "/articles/import/many",
    "/jobs/",
    "/glossary/",
    "/you/",
    "/notes/",
    "/concordance/?words=the&language=en",
    "/settings/",
    "/effort/",
    "/people/",
    "/audit/",
    "{article}",
    "{article}?edit=2",
    "{article}?order=risk",
    "{article}?mode=review",
    "{article}finish",
    "{article}export",
    "/deletion/riapre-il-ponte-vecchio-di-roccalta/",
    "{article}scores",
    "{article}segments/2/history",
    "{article}segments/2/memory",
    "{article}segments/2/notes",
    "{article}segments/2/marks",
    "{article}?edit=2&mode=mark",
    "/checks/",
    "/scores/",
    "/reports/errors",
    "/reports/editing",
    "/reports/checks",
    "/reports/articles",
    "/reports/systems",
    "/reports/corrections",
    "{article}changes",
    "{article}scorecard",
    "/reports/marked",
    "/articles/nowhere/argo/",
    "/pairing/1/",
    "/patterns",
]
DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}


def address(site: Site, page: str) -> str:
    return page.format(article=site.article) if "{" in page else site.address + page


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_by_day_or_by_night(
    still_site: Site, show: Open, axe: Axe, path: str
) -> None:
    assert axe(show(address(still_site, path))) == []


@pytest.mark.parametrize("path", PAGES)
def test_nothing_runs_off_the_side(still_site: Site, show: Open, path: str) -> None:
    page = show(address(still_site, path))
    for width in (1440, 640, 390):  # a desk, the same at more than 200 %, a phone
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", ["/articles/", "/checks/", "/queue/", "{article}"])
def test_nothing_runs_off_the_side_of_any_window(still_site: Site, show: Open, path: str) -> None:
    page = show(address(still_site, path), locale="it-IT")
    wider = """() => [document.documentElement, ...document.querySelectorAll(".table-wrap")]
      .filter((e) => e.scrollWidth > e.clientWidth + 1).map((e) => e.className)"""
    for width in (360, 600, 735, 740, 800, 960, 1024, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(wider) == [], width


def test_the_language_is_switched_and_remembered(site: Site, open_page: Open) -> None:
    page = open_page(site.article)
    page.get_by_role("button", name="IT", exact=True).click()
    expect(page.locator("html")).to_have_attribute("lang", "it")
    expect(page.get_by_role("button", name="Conferma")).to_be_visible()
    page.goto(f"{site.address}/articles/")
    expect(page.locator("html")).to_have_attribute("lang", "it")


def test_a_browser_that_asks_for_italian_gets_it(site: Site, open_page: Open) -> None:
    page = open_page(site.article, locale="it-IT")
    expect(page.locator("html")).to_have_attribute("lang", "it")


def test_an_import_says_that_it_is_at_work(
    site: Site, open_page: Open, small_pair: tuple[RawText, RawText]
) -> None:
    page = open_page(f"{site.address}/articles/import")
    page.get_by_label("Italian original").fill(small_pair[0].text + "\nUna riga nuova in più.\n")
    page.get_by_label("English by the AI").fill(small_pair[1].text + "\nA new line, one more.\n")
    page.evaluate(
        "document.querySelector('form.stack').addEventListener('submit', e => e.preventDefault())"
    )
    page.get_by_role("button", name="Look at it before the import").click()
    expect(page.locator("[data-busy] progress")).to_be_visible()
    expect(page.locator("[data-busy]")).to_have_text("Cleaning and pairing…")


def test_a_script_in_a_text_is_only_text(site: Site, open_page: Open) -> None:
    page = open_page(site.article)
    page.locator("textarea").fill("<img src=x onerror=\"document.title='owned'\">")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#progress")).to_contain_text("1 of 4")
    assert page.title() != "owned"
    assert page.locator(".row img").count() == 0


def test_the_page_asks_nobody_else_for_anything(site: Site, open_page: Open) -> None:
    page = open_page("about:blank")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site.article)
    assert asked
    assert all(url.startswith(site.address) for url in asked)
