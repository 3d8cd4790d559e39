"""What is clicked twice is done once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.conftest import ENGLISH, ITALIAN
from workbench import workflow
from workbench.db import opened

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.conftest import Site

    Open = Callable[..., Page]

scripts = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])


@scripts
def test_a_double_click_imports_an_article_once(
    site: Site, open_page: Open, *, scripts: bool
) -> None:
    page = open_page(f"{site.address}/articles/import", java_script_enabled=scripts)
    page.get_by_label("Italian original").fill(ITALIAN.replace("Roccalta", "Montefosco"))
    page.get_by_label("English by the AI").fill(ENGLISH.replace("Roccalta", "Montefosco"))
    page.get_by_role("button", name="Look at it before").dblclick()
    page.wait_for_url("**/pairing/*/")
    with opened(site.path) as db:
        assert len(workflow.unfinished(db)) == 1


@scripts
def test_a_double_click_leaves_a_note_once(site: Site, open_page: Open, *, scripts: bool) -> None:
    page = open_page(f"{site.article}segments/2/notes", java_script_enabled=scripts)
    page.get_by_label("New note").fill("Million or billion?")
    page.get_by_role("button", name="Leave the note").dblclick()
    expect(page.locator(".said")).to_have_text("Million or billion?")
    page.reload()
    with opened(site.path) as db:
        (thread,) = workflow.threads(db, 2)
        assert len(thread.notes) == 1
