"""An article of 2,000 paragraphs, and what is in sight of any."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from workbench import workflow
from workbench.db import opened
from workbench.ingest import from_paste

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.sites import Site

    Open = Callable[..., Page]

PARAGRAPHS = 2_000
ITALIAN = (
    "La sindaca ha detto che il ponte numero {n} riaprirà lunedì mattina, dopo tre anni di lavori, "
    "e che i bus torneranno a passare di qui fin dal primo giorno, come chiedevano i residenti."
)
ENGLISH = (
    "The mayor said that bridge number {n} would reopen on Monday morning, after three years of "
    "work, and that buses would run here again from the first day, as residents had asked."
)


def import_long(site: Site, paragraphs: int) -> str:
    """The address of an article of so many average paragraphs."""
    italian, english = (
        from_paste("\n\n".join(text.format(n=n) for n in range(1, paragraphs + 1)))
        for text in (ITALIAN, ENGLISH)
    )
    with opened(site.path) as db:
        done = workflow.import_pair(db, italian, english, system="argo", title="Ponti")
    return f"{site.address}/articles/{done.slug}/argo/"


def in_sight(page: Page) -> int:
    """How many rows are wholly seen."""
    return int(
        page.evaluate(
            """() => [...document.querySelectorAll(".row")].filter((row) => {
                const box = row.getBoundingClientRect();
                return box.top >= 0 && box.bottom <= innerHeight;
            }).length"""
        )
    )


def test_two_thousand_paragraphs_are_corrected_like_twenty(site: Site, open_page: Open) -> None:
    page = open_page(import_long(site, PARAGRAPHS))
    expect(page.locator(".row")).to_have_count(PARAGRAPHS)
    # by place, because comparing the labels of so many takes long
    field = page.locator(".row.editing").last.locator("form.edit textarea")
    field.fill("Corrected at the beginning.")
    page.keyboard.press("Control+Enter")
    expect(field).to_have_attribute("aria-label", "English text of paragraph 2")
    expect(field).to_be_focused()
    expect(page.locator("#progress")).to_contain_text(f"1 of {PARAGRAPHS} confirmed")
    page.locator(".row").last.locator(".edit-link").click()
    expect(field).to_have_attribute("aria-label", f"English text of paragraph {PARAGRAPHS}")
    expect(field).to_be_focused()
    expect(field).to_be_in_viewport()
    field.fill("Corrected at the end.")
    expect(page.locator("#save-status")).to_contain_text("Saved ")


def test_a_small_screen_shows_three_average_pairs(site: Site, open_page: Open) -> None:
    page = open_page(
        import_long(site, 12), viewport={"width": 1280, "height": 800}, device_scale_factor=1
    )
    page.locator(".row").nth(6).scroll_into_view_if_needed()
    assert in_sight(page) >= 3


@pytest.mark.parametrize(
    "viewport", [{"width": 1280, "height": 800}, {"width": 390, "height": 844}]
)
def test_what_has_the_focus_is_never_under_a_bar(
    site: Site, open_page: Open, viewport: dict[str, int]
) -> None:
    page = open_page(import_long(site, 20), viewport=viewport)
    for key in ["Tab"] * 40 + ["Shift+Tab"] * 40:
        page.keyboard.press(key)
        covered = page.evaluate(
            """() => {
                const at = document.activeElement;
                const box = at.getBoundingClientRect();
                if (at === document.body || !box.width || at.closest(".skip")) return null;
                const top = document.elementFromPoint(box.left + box.width / 2, box.top + 2);
                const sticky = top?.closest(".site-head, .toolbar");
                return sticky && !sticky.contains(at) ? at.outerHTML.slice(0, 80) : null;
            }"""
        )
        assert covered is None
