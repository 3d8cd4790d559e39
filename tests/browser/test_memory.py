"""The memory and the concordance without scripts, without words, and on a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.test_beside import remember

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.sites import Site

    Open = Callable[..., Page]

pytestmark = pytest.mark.browser


def test_without_scripts_a_match_becomes_the_draft(site: Site, open_page: Open) -> None:
    remember(site)
    page = open_page(f"{site.article}?edit=2", java_script_enabled=False)
    page.locator("details.memory summary").click()
    page.get_by_role("link", name="What was confirmed for Italian like this").click()
    expect(page.locator(".match")).to_contain_text("95 %")
    page.get_by_role("button", name="Put it in the field").click()
    field = page.get_by_label("English text of paragraph 2")
    assert "Tuesday" in field.input_value()


def test_the_concordance_opens_without_chosen_words_too(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.article}?edit=2")
    page.get_by_label("English text of paragraph 2").focus()
    with page.context.expect_page() as appeared:
        page.keyboard.press("Control+k")
    found = appeared.value
    expect(found.get_by_text("Only what people have confirmed is searched.")).to_be_visible()
    words = found.get_by_label("Words", exact=True)
    expect(words).to_be_focused()
    found.keyboard.type("AND NEAR( *")
    found.keyboard.press("Enter")
    expect(found.get_by_text("No confirmed paragraph has these words.")).to_be_visible()
    expect(words).to_have_value("AND NEAR( *")


@pytest.mark.parametrize("asked", ["lunedì", "W" * 60])
def test_a_phone_does_not_scroll_sideways(site: Site, open_page: Open, asked: str) -> None:
    remember(site)
    page = open_page(
        f"{site.address}/concordance/?words={asked}", viewport={"width": 390, "height": 844}
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
