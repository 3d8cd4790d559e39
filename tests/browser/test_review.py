"""A translator and an editor pass an article back and forth until it is final."""

from __future__ import annotations

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

pytestmark = pytest.mark.browser


def sit_down(open_page: Open, address: str, name: str) -> Page:
    """A page of a browser whose person has said who they are."""
    page = open_page(address)
    page.context.add_cookies([{"name": "name", "value": name, "url": address}])
    page.goto(address)
    return page


def confirm_all(page: Page, number: int) -> None:
    for done in range(1, number + 1):
        expect(page.locator("textarea[name=text]")).to_be_focused()
        page.keyboard.press("Control+Enter")
        expect(page.locator("#progress")).to_contain_text(f"{done} of {number}")


def test_two_people_take_an_article_to_final_by_keyboard(site: Site, open_page: Open) -> None:
    with opened(site.path) as db:
        slug = workflow.summaries(db)[0].slug
        body = workflow.version(db, slug).segments[1]
        right = (body.current or "").replace("billion", "million").replace("monday", "Monday")
        workflow.save(db, body.id, right, confirm=False, base=body.revision, author="Ada")
    ada = sit_down(open_page, site.article, "Ada")
    ada.locator("textarea[name=text]").focus()
    confirm_all(ada, 4)

    bruno = sit_down(open_page, f"{site.article}?mode=review", "Bruno")
    first = bruno.locator(".row").first
    bruno.locator("form.review").wait_for()
    expect(first.locator("[data-focus]")).to_be_visible()
    bruno.keyboard.press("Control+Enter")
    expect(first.locator(".sign")).to_have_attribute("aria-label", "reviewed")
    second = bruno.locator(".row").nth(1)
    expect(second.locator("[data-focus]")).to_be_focused()
    bruno.keyboard.press("Alt+b")
    bruno.keyboard.type("Half past five, please.")
    bruno.keyboard.press("Control+Enter")
    expect(second.locator(".sign")).to_have_attribute("aria-label", "sent back")
    for number in (2, 3):
        expect(bruno.locator(".row").nth(number).locator("[data-focus]")).to_be_focused()
        bruno.keyboard.press("Control+Enter")
        sign = bruno.locator(".row").nth(number).locator(".sign")
        expect(sign).to_have_attribute("aria-label", "reviewed")

    ada.goto(f"{site.article}?show=returned")
    expect(ada.locator(".came-back")).to_contain_text(
        "Bruno sent it back: “Half past five, please.”"
    )
    field = ada.locator("textarea[name=text]")
    field.focus()
    field.fill(field.input_value().replace("17.30", "5:30 p.m."))
    ada.keyboard.press("Control+Enter")
    expect(ada.locator("#progress")).to_contain_text("4 of 4")

    bruno.goto(f"{site.article}finish")
    link = bruno.locator(".obstacles a")
    expect(link).to_have_count(1)
    link.click()
    bruno.wait_for_load_state()
    expect(bruno.locator(".under-review ins").first).to_be_visible()
    bruno.locator("[data-focus]").focus()
    bruno.keyboard.press("Control+Enter")
    expect(bruno.locator(".row").nth(1).locator(".sign")).to_have_attribute(
        "aria-label", "reviewed"
    )
    bruno.goto(f"{site.article}finish")
    bruno.get_by_role("button", name="Make it final").click()
    expect(bruno.get_by_text("The article is final.")).to_be_visible()

    ada.goto(f"{site.article}?edit=2")
    expect(ada.locator("textarea[name=text]")).to_have_count(0)
    ada.get_by_label("A typo: nothing that is said changes").check()
    ada.keyboard.press("Control+Enter")
    expect(ada.locator("textarea[name=text]")).to_be_focused()


def test_an_editor_corrects_in_the_midst_of_a_review(site: Site, open_page: Open) -> None:
    with opened(site.path) as db:
        slug = workflow.summaries(db)[0].slug
        body = workflow.version(db, slug).segments[1]
        workflow.save(db, body.id, body.current or "", confirm=True, base=0, author="Ada")
    page = sit_down(open_page, f"{site.article}?mode=review", "Bruno")
    page.locator("form.review [data-focus]").focus()
    page.keyboard.press("Alt+c")
    field = page.locator("textarea[name=text]")
    expect(field).to_be_focused()
    field.fill("A better sentence.")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".row").nth(1)).to_contain_text("A better sentence.")
    with opened(site.path) as db:
        assert workflow.version(db, slug).segments[1].state == "translated"
    page.keyboard.press("F1")
    expect(page.locator("#keys")).to_contain_text("send the paragraph back")


def test_escape_closes_a_review(site: Site, open_page: Open) -> None:
    with opened(site.path) as db:
        slug = workflow.summaries(db)[0].slug
        body = workflow.version(db, slug).segments[1]
        workflow.save(db, body.id, body.current or "", confirm=True, base=0, author="Ada")
    page = sit_down(open_page, f"{site.article}?mode=review", "Bruno")
    page.locator("form.review [data-focus]").focus()
    page.keyboard.press("Escape")
    expect(page.locator("form.review")).to_have_count(0)
    expect(page.locator("#s2 .edit-link")).to_be_focused()
