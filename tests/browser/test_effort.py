"""Effort as a browser measures it: work counts, idling does not, and off is off."""

from __future__ import annotations

import time
from collections import Counter
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.test_pages import DESK, PHONE
from workbench import workflow
from workbench.db import opened
from workbench.effort import active_time

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.sites import Site

    Open = Callable[..., Page]
    Axe = Callable[[Page], list[tuple[str, str]]]

pytestmark = pytest.mark.browser

START = datetime(2026, 11, 23, 9, tzinfo=UTC)


def switch(site: Site, value: str) -> None:
    with opened(site.path) as db:
        workflow.change_setting(db, "effort", value, "Ada")


def kept(site: Site) -> list[tuple[int, int, int]]:
    """Paragraph, milliseconds and keys of all reports."""
    with opened(site.path) as db:
        rows = db.query("SELECT segment_id, active, keystrokes FROM effort ORDER BY id")
        return [(row["segment_id"], row["active"], row["keystrokes"]) for row in rows]


def work(site: Site, open_page: Open, name: str = "Ada") -> Page:
    """The editor, opened by a person with a name, on a clock that stands still."""
    page = open_page(f"{site.address}/you/")
    page.get_by_label("Your name").fill(name)
    page.get_by_role("button", name="Keep the name").click()
    page.clock.install(time=START)
    page.goto(site.article)
    page.clock.pause_at(START.replace(hour=10))
    return page


def report(page: Page) -> None:
    """Let the half minute go by after which the page reports, and wait for the answer."""
    with page.expect_response("**/effort/beats"):
        page.clock.run_for(30_000)


def comes_to(site: Site, page: Page, wanted: tuple[int, int]) -> None:
    """Wait until all that is kept comes to so many milliseconds and keys, a tenth more or less."""
    for _ in range(100):
        active, keys = (sum(each[n] for each in kept(site)) for n in (1, 2))
        if abs(active - wanted[0]) <= 100 and keys == wanted[1]:
            return
        time.sleep(0.05)
    assert (active, keys) == wanted


def pause(page: Page, seconds: int) -> None:
    """Do nothing for so long."""
    page.clock.run_for(seconds * 1000)


def test_keys_that_change_the_text_are_counted_and_no_others(site: Site, open_page: Open) -> None:
    switch(site, "on")
    page = work(site, open_page)
    page.locator("textarea").focus()
    page.keyboard.press("Control+End")
    page.keyboard.type("Now.")
    for key in ("Shift", "Control", "ArrowLeft", "Home", "Backspace", "Delete", "F8"):
        page.keyboard.press(key)
    page.keyboard.press("Shift+N")
    page.keyboard.press("Control+a")
    page.keyboard.press("Control+c")
    report(page)
    # at the beginning of the text Backspace has nothing to take out
    assert sum(keys for _, _, keys in kept(site)) == len("Now.") + len(["Delete", "N"])


def test_of_a_long_pause_a_minute_counts(site: Site, open_page: Open) -> None:
    switch(site, "on")
    page = work(site, open_page)
    page.locator("textarea").focus()
    signs = [0]
    for seconds in (5, 20 * 60, 45, 61):
        pause(page, seconds)
        page.keyboard.press("ArrowRight")
        signs.append(signs[-1] + seconds * 1000)
    report(page)
    assert active_time(signs) == 170_000
    comes_to(site, page, (170_000, 0))


def test_a_page_that_nobody_touches_reports_nothing(site: Site, open_page: Open) -> None:
    switch(site, "on")
    page = work(site, open_page)
    asked = requests(page)
    pause(page, 10 * 60)
    assert asked == []
    assert kept(site) == []


def test_confirming_reports_and_the_next_paragraph_has_a_time_of_its_own(
    site: Site, open_page: Open
) -> None:
    switch(site, "on")
    page = work(site, open_page)
    page.locator("textarea").focus()
    page.keyboard.type("So ")
    pause(page, 20)
    with page.expect_response("**/segments/1"):
        page.keyboard.press("Control+Enter")
    comes_to(site, page, (20_000, 3))
    page.clock.run_for(50)
    expect(page.get_by_label("English text of paragraph 2")).to_be_focused()
    expect(page.locator("[data-said]")).to_have_text("< 1 min")
    pause(page, 50)
    page.keyboard.type("!")
    report(page)
    comes_to(site, page, (70_000, 4))
    keys: Counter[int] = Counter()
    for segment, _, pressed in kept(site):
        keys[segment] += pressed
    assert keys == {1: 3, 2: 1}
    expect(page.locator("[data-said]")).to_have_text("1 min")


def test_nothing_is_lost_when_the_tab_is_hidden_or_closed(site: Site, open_page: Open) -> None:
    switch(site, "on")
    page = work(site, open_page)
    page.locator("textarea").focus()
    page.keyboard.type("So ")
    pause(page, 12)
    with page.expect_response("**/effort/beats"):
        hide(page, True)
    assert kept(site) == [(1, 12_000, 3)]
    pause(page, 25)
    hide(page, False)
    page.locator("textarea").press("a")
    pause(page, 7)
    page.goto("about:blank")
    comes_to(site, page, (19_000, 4))


def hide(page: Page, hidden: bool) -> None:
    """What the browser says when the tab goes behind another one, or comes back."""
    page.evaluate(
        """(hidden) => {
          Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
          document.dispatchEvent(new Event("visibilitychange"));
        }""",
        hidden,
    )


def test_what_a_server_that_is_away_did_not_get_comes_once_when_it_is_back(
    site: Site, open_page: Open
) -> None:
    switch(site, "on")
    page = work(site, open_page)
    page.route("**/effort/beats", lambda route: route.abort())
    page.locator("textarea").focus()
    page.keyboard.type("So ")
    pause(page, 10)
    page.keyboard.press("ArrowRight")
    with page.expect_event("requestfailed"):
        page.clock.run_for(30_000)
    assert kept(site) == []
    page.unroute("**/effort/beats")
    report(page)
    pause(page, 60)
    assert kept(site) == [(1, 10_000, 3)]


def requests(page: Page) -> list[str]:
    """The reports that the page sends from now on."""
    asked: list[str] = []
    page.on("request", lambda sent: "/effort/beats" in sent.url and asked.append(sent.url))
    return asked


WATCH = """
const add = EventTarget.prototype.addEventListener;
window.watched = 0;
EventTarget.prototype.addEventListener = function (name, act, options) {
  if (new Error().stack.includes("effort.js")) window.watched += 1;
  return add.call(this, name, act, options);
};
"""


@pytest.mark.parametrize("value", ["off", "on"])
def test_off_means_no_request_and_no_listener(site: Site, open_page: Open, value: str) -> None:
    switch(site, value)
    page = work(site, open_page)
    page.add_init_script(WATCH)
    page.reload()
    asked = requests(page)
    page.locator("textarea").press_sequentially("Now: ")
    pause(page, 5)
    page.keyboard.press("Control+Enter")
    expect(page.locator("#progress")).to_contain_text("1 of 4")
    pause(page, 60)
    expect(page.locator("[data-effort]")).to_have_count(1 if value == "on" else 0)
    assert (page.evaluate("window.watched") > 0, asked != [], kept(site) != []) == (
        (True, True, True) if value == "on" else (False, False, False)
    )


def test_switched_off_meanwhile_an_open_page_stops(site: Site, open_page: Open) -> None:
    switch(site, "on")
    page = work(site, open_page)
    switch(site, "off")
    page.locator("textarea").focus()
    page.keyboard.type("So ")
    pause(page, 5)
    page.keyboard.type("!")
    report(page)
    expect(page.locator("[data-effort]")).to_be_hidden()
    asked = requests(page)
    page.keyboard.type("More.")
    pause(page, 120)
    assert asked == []
    assert kept(site) == []


@pytest.mark.parametrize("value", ["off", "on"])
def test_axe_finds_nothing_on_both_pages_and_nothing_runs_off_the_side(
    site: Site, open_page: Open, axe: Axe, value: str
) -> None:
    switch(site, value)
    page = open_page(f"{site.address}/you/", viewport=DESK)
    page.get_by_label("Your name").fill("Ada")
    page.get_by_role("button", name="Keep the name").click()
    if value == "on":
        body = "segment=1&session=session-1&step=1&active=90000&keystrokes=12"
        page.evaluate(
            "b => fetch('/effort/beats', { method: 'POST', body: new URLSearchParams(b) })", body
        )
    for address in (f"{site.address}/settings/", f"{site.address}/effort/", site.article):
        page.set_viewport_size(DESK)
        page.goto(address)
        for details in page.locator("details.own-article summary").all():
            details.click()
        assert axe(page) == []
        page.set_viewport_size(PHONE)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
