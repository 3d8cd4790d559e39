"""The real pages in a real Chromium: served by waitress on the loopback."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.browser.sites import FragileSite, Site, served

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

    from workbench.model import RawText

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

AXE = Path(__file__).parent / "vendor" / "axe-4.14.1.min.js"
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")

expect.set_options(timeout=15_000)  # a busy machine is slow, not wrong


def chromium() -> str | None:
    """The path of an installed Chromium, or None."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return next(filter(None, map(shutil.which, names)), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    path = chromium()
    if path is None:
        if os.environ.get("WORKBENCH_REQUIRE_BROWSER") == "1":
            pytest.fail("No Chromium found, and WORKBENCH_REQUIRE_BROWSER=1 asks for one.")
        pytest.skip("No Chromium found: install it to run the browser tests.")
    with sync_playwright() as playwright:
        chrome = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield chrome
        chrome.close()


@pytest.fixture
def site(db_path: Path, small_pair: tuple[RawText, RawText]) -> Iterator[Site]:
    """The workbench with one article in it, for one test to work with."""
    with served(db_path, small_pair) as running:
        yield running


@pytest.fixture(scope="session")
def still_site(
    tmp_path_factory: pytest.TempPathFactory, small_pair: tuple[RawText, RawText]
) -> Iterator[Site]:
    """The same, for all the tests that only look."""
    with served(tmp_path_factory.mktemp("still") / "workbench.db", small_pair) as running:
        yield running


@pytest.fixture
def fragile_site(site: Site) -> Iterator[FragileSite]:
    """The same article, served by the command itself, which can be killed and started again."""
    running = FragileSite(site.path)
    running.start()
    running.article = site.article.replace(site.address, running.address)
    yield running
    running.kill()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open an address in a new window with a profile of its own; errors on the page fail."""
    contexts = []
    errors: list[str] = []

    def opener(address: str, **options: object) -> Page:
        context = browser.new_context(**{"locale": "en-GB", **options})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(address)
        return page

    yield opener
    for context in contexts:
        context.close()
    assert errors == []


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Iterator[Callable[[str], Page]]:
    """One window for each language, with a profile of its own, for all the tests that only look."""
    pages: dict[str, Page] = {}

    def window(locale: str) -> Page:
        if locale not in pages:
            pages[locale] = browser.new_context(locale=locale).new_page()
            pages[locale].set_default_timeout(15_000)
        return pages[locale]

    yield window
    for page in pages.values():
        page.context.close()


@pytest.fixture
def show(windows: Callable[[str], Page]) -> Iterator[Callable[..., Page]]:
    """Show an address in a window that other tests have used; errors on the page fail."""
    errors: list[str] = []
    shown: list[Page] = []

    def note(error: object) -> None:
        errors.append(str(error))

    def shower(address: str, locale: str = "en-GB", width: int = 1440) -> Page:
        page = windows(locale)
        if page not in shown:
            shown.append(page)
            page.on("pageerror", note)
        page.emulate_media(color_scheme="light", media="screen", reduced_motion="no-preference")
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(address)
        return page

    yield shower
    for page in shown:
        page.remove_listener("pageerror", note)
    assert errors == []


@pytest.fixture
def axe() -> Callable[[Page], list[tuple[str, str]]]:
    """Ask axe-core about a page, by day and by night: rule and element of each violation."""

    def ask(page: Page) -> list[tuple[str, str]]:
        if page.evaluate("typeof axe") == "undefined":
            page.evaluate(AXE.read_text(encoding="utf-8"))
        found = []
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            found += page.evaluate("async () => (await axe.run()).violations")
        return [(each["id"], each["nodes"][0]["html"]) for each in found]

    return ask
