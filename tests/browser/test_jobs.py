"""Long work in the background: it shows how far it is, and a key ends it."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.sites import FragileSite
    from workbench.model import RawText

    Open = Callable[..., Page]

pytestmark = pytest.mark.browser

MANY = 300


def many(pair: tuple[RawText, RawText]) -> bytes:
    """A zip of so many articles that nobody has to hurry."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for number in range(MANY):
            for text, name in zip(pair, ("it.txt", "en.argo.txt"), strict=True):
                head, _, rest = text.text.partition("\n")
                archive.writestr(f"a{number}/{name}", f"{head} {number}\n{rest}")
    return packed.getvalue()


def test_an_import_of_many_articles_is_watched_and_cancelled_by_keyboard(
    fragile_site: FragileSite, open_page: Open, small_pair: tuple[RawText, RawText]
) -> None:
    page = open_page(f"{fragile_site.address}/articles/import/many")
    file = {"name": "many.zip", "mimeType": "application/zip", "buffer": many(small_pair)}
    page.get_by_label("Files, or a zip").set_input_files([file])  # type: ignore[list-item]
    page.get_by_role("button", name="Import all of it").click()
    expect(page.get_by_role("status").last).to_have_text(re.compile(rf"[1-9]\d* of {MANY} "))
    cancel = page.get_by_role("button", name="Cancel")
    cancel.focus()
    seen = page.get_by_role("status").last.inner_text()
    expect(page.get_by_role("status").last).not_to_have_text(seen)
    expect(cancel).to_be_focused()  # although the page has been drawn anew round it
    page.keyboard.press("Enter")
    ended = page.locator("#job [role=status]")
    expect(ended).to_contain_text("Cancelled.")
    expect(ended).to_contain_text("What is done is kept.")
    done = int(ended.inner_text().split()[1])
    page.reload()
    expect(ended).to_contain_text(f"Cancelled. {done} of {MANY}")
    assert 0 < done < MANY
    page.goto(f"{fragile_site.address}/jobs/")
    expect(page.locator("tbody tr")).to_contain_text("cancelled")
    page.goto(f"{fragile_site.address}/articles/")
    expect(page.get_by_role("link", name=re.compile(r" \d+$")).first).to_be_visible()
