"""Markup in every text that is stored: on all pages it is only text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.sites import Site, served
from tests.browser.test_pages import PAGES, address
from tests.web.people import PASSWORD, make_account
from workbench import workflow
from workbench.accounts import Role
from workbench.db import opened, path_of
from workbench.marks import Verdict
from workbench.model import Term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Page
    from sqlite_utils import Database

    from workbench.model import RawText

    Open = Callable[..., Page]

pytestmark = pytest.mark.browser

HOSTILE = "'\"><img src=x onerror=alert(1)><script>alert(2)</script>{{7*7}}%(x)s\u202eabc"
OURS = re.compile(
    r"(\w+_)?(sha(256)?|key|kind|id|values)|by_check|side|role|system|template|method|category"
    r"|severity|scope|scorer|against|signature|encoding|markup|imported|created|used|expires"
    r"|revoked|ended|disabled|slug|state|verdict|decision|task|week|wish|session|password|action"
    r"|details|arguments|message|request|headers|owner|form|earlier|deadline|finding|forbidden"
    r"|overridden"
)
"""Columns of what the program says, of addresses, and of JSON."""
OURS_WHOLE = {"setting", "_sqlite_migrations"}


@pytest.fixture
def poisoned(tmp_path: Path, small_pair: tuple[RawText, RawText]) -> Iterator[Site]:
    """An article that several people have worked on, all of whose words end in markup."""
    with served(tmp_path / "workbench.db", small_pair) as site:
        with opened(site.path) as db:
            work_on_it(db)
            poison(db)
        yield site


def work_on_it(db: Database) -> None:
    """Leave something of every kind."""
    chief = make_account(db, "Chief", Role.DESK)
    make_account(db, "Ada", Role.TRANSLATOR)
    workflow.logins.make_token(db, chief, "The CMS", "read", by="Chief")
    slug, system = "riapre-il-ponte-vecchio-di-roccalta", "argo"
    workflow.change_setting(db, "effort", "on", "Chief")
    rule = Term("ponte", "bridge", (f"span {HOSTILE}",), note="always")
    workflow.add_term(db, rule, "Ada")
    workflow.note(db, 2, "Who says so, @Chief?", author="Ada")
    workflow.assign(db, slug, system, "translate", "Ada", author="Chief")
    workflow.start_rescore(path_of(db), slug, "Ada")
    workflow.mark(db, 2, Verdict("target", 0, 5, "major", "accuracy", "Odd."), author="Ada")
    for segment in workflow.version(db, slug, system).segments[1:]:
        text = f"{segment.target} Changed."
        saved = workflow.save(db, segment.id, text, confirm=True, base=0, author="Ada")
        workflow.send_back(db, segment.id, "Not yet.", base=saved.revision, author="Chief")
    workflow.finish(db, slug, system, author="Chief", reason="It is urgent.")
    workflow.amend(db, 2, "typo", "A letter.", author="Ada")
    workflow.start_summing_up(path_of(db), "Ada")
    workflow.work(path_of(db))


def poison(db: Database) -> None:
    """Add the markup to every text that came from outside."""
    triggers = db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for (trigger,) in triggers:
        db.execute(f"DROP TRIGGER {trigger}")
    for table in db.table_names():
        if table in OURS_WHOLE or table.startswith("memory_"):
            continue
        for column in db.table(table).columns:
            if column.type == "TEXT" and not OURS.fullmatch(column.name):
                db.execute(f"UPDATE {table} SET {column.name} = {column.name} || ?", [HOSTILE])


@pytest.fixture
def desk(open_page: Open, poisoned: Site) -> Page:
    """The window of the desk, which has logged in."""
    page = open_page(f"{poisoned.address}/login")
    page.get_by_label("Name").fill("Chief")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    expect(page.locator(".you")).to_contain_text("<script>")
    return page


def test_markup_in_a_stored_text_is_only_text(poisoned: Site, desk: Page) -> None:
    wrong: list[str] = []
    desk.on("dialog", lambda dialog: wrong.append(f"{desk.url}: {dialog.message}"))
    desk.on("console", lambda said: wrong.append(f"{desk.url}: {said.text}"))
    showing = 0
    for path in PAGES:
        answer = desk.goto(address(poisoned, path))
        assert answer is not None
        assert answer.status < 500, path
        assert desk.locator("img[src=x], script:not([src])").count() == 0, path
        showing += HOSTILE[:60] in desk.locator("main").inner_text()
    assert [each for each in wrong if "404" not in each] == []
    assert showing > len(PAGES) / 2
