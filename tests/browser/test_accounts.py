"""Accounts in a real browser: the login that ends in the middle of a sentence, and every page."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
from playwright.sync_api import expect

from tests.browser.sites import Site, served
from tests.browser.test_pages import PHONE, address
from tests.web.people import PASSWORD, make_account
from workbench import workflow
from workbench.accounts import Role
from workbench.db import opened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page
    from sqlite_utils import Database

    from workbench.model import RawText

    Open = Callable[..., Page]
    Axe = Callable[[Page], list[tuple[str, str]]]

pytestmark = pytest.mark.browser

PAGES = ["/login", "/invitation/{token}", "/people/", "/audit/", "/you/", "/settings/", "{article}"]


@pytest.fixture
def closed_site(site: Site) -> Site:
    """The workbench with a desk, a translator and a guest."""
    with opened(site.path) as db:
        make_people(db)
    return site


def make_people(db: Database) -> None:
    for name, role in (("Chief", "desk"), ("Ada Neri", "translator"), ("Gast", "guest")):
        make_account(db, name, Role(role))


def log_in(page: Page, name: str) -> None:
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()


def end_logins(site: Site, name: str) -> None:
    """As if the person had been away too long."""
    with opened(site.path) as db:
        account = workflow.accounts.named(db, name)
        workflow.logins.revoke_all(db, account, by="Chief")


def texts(site: Site) -> list[str | None]:
    with opened(site.path) as db:
        (summary,) = workflow.summaries(db)
        return [each.current for each in workflow.version(db, summary.slug).segments]


def test_whoever_is_logged_out_while_writing_loses_nothing(
    closed_site: Site, open_page: Open
) -> None:
    page = open_page(closed_site.article)
    log_in(page, "Ada Neri")
    field = page.locator("textarea[name=text]")
    expect(field).to_be_visible()
    end_logins(closed_site, "Ada Neri")
    field.fill("Written when nobody was logged in.")
    expect(page.locator("#save-status")).to_contain_text("NOT saved")
    expect(page.get_by_role("alert")).to_contain_text("log in in another tab")
    with page.context.expect_page() as opening:
        page.get_by_role("alert").get_by_role("link", name="Log in").click()
    log_in(opening.value, "Ada Neri")
    expect(opening.value.get_by_role("heading", name="Articles")).to_be_visible()
    expect(page.locator("#save-status")).to_contain_text("Saved")
    expect(page.get_by_role("alert")).to_have_count(0)
    expect(field).to_have_value("Written when nobody was logged in.")
    assert "Written when nobody was logged in." in texts(closed_site)


def test_a_paragraph_confirmed_while_logged_out_stays_open_and_is_kept(
    closed_site: Site, open_page: Open
) -> None:
    page = open_page(closed_site.article)
    log_in(page, "Ada Neri")
    end_logins(closed_site, "Ada Neri")
    page.locator("textarea[name=text]").fill("Confirmed when nobody was logged in.")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("alert").first).to_contain_text("log in in another tab")
    other = page.context.new_page()
    other.goto(f"{closed_site.address}/login")
    log_in(other, "Ada Neri")
    expect(page.locator("#save-status")).to_contain_text("Saved")
    page.locator("textarea[name=text]").focus()
    page.keyboard.press("Control+Enter")
    expect(page.locator("#progress")).to_contain_text("1 of 4")
    assert "Confirmed when nobody was logged in." in texts(closed_site)


def test_without_scripts_the_form_is_kept_and_sent_again(
    closed_site: Site, open_page: Open
) -> None:
    page = open_page(closed_site.article, java_script_enabled=False)
    log_in(page, "Ada Neri")
    end_logins(closed_site, "Ada Neri")
    page.locator("textarea[name=text]").fill("Sent when nobody was logged in.")
    page.get_by_role("button", name="Save draft").click()
    with page.context.expect_page() as opening:
        page.get_by_role("link", name="Log in in another tab").click()
    log_in(opening.value, "Ada Neri")
    page.get_by_role("button", name="Send it again").click()
    expect(page.locator("textarea[name=text]")).to_have_value("Sent when nobody was logged in.")
    assert "Sent when nobody was logged in." in texts(closed_site)


def test_a_guest_reads_the_article_and_leaves_a_note(closed_site: Site, open_page: Open) -> None:
    page = open_page(closed_site.article)
    log_in(page, "Gast")
    expect(page.locator(".row")).to_have_count(4)
    expect(page.locator("textarea[name=text]")).to_have_count(0)
    page.get_by_role("link", name="Notes: Paragraph 2").click()
    page.locator("#s2.editing details.notes summary").first.click()
    page.get_by_label("New note").fill("Is this number right?")
    page.get_by_role("button", name="Leave the note").click()
    expect(page.locator(".thread").first).to_contain_text("Is this number right?")
    expect(page.locator(".thread").first).to_contain_text("Gast")
    page.keyboard.press("Control+Enter")
    page.keyboard.press("Alt+KeyM")


def test_the_first_account_is_made_and_used_by_keyboard_alone(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.address}/people/")
    page.get_by_label("Your name").focus()
    page.keyboard.type("Ada Neri")
    page.keyboard.press("Enter")
    page.get_by_label("New password").focus()
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.locator(".you")).to_have_text("You: Ada Neri")
    page.get_by_role("button", name="Log out").press("Enter")
    expect(page.get_by_role("heading", name="Log in")).to_be_visible()


class Settled(NamedTuple):
    """A site with people, the token of an invitation to it, and a window for each who looks."""

    site: Site
    invitation: str
    windows: dict[str, Page]

    def show(self, path: str, locale: str) -> Page:
        """One of `PAGES`: those about logging in to nobody, the others to the desk."""
        who = "nobody" if path.startswith(("/login", "/invitation")) else "desk"
        page = self.windows[who]
        page.context.set_extra_http_headers({"Accept-Language": locale})
        page.goto(address(self.site, path.replace("{token}", self.invitation)))
        return page


@pytest.fixture(scope="module")
def settled(
    browser: Browser,
    tmp_path_factory: pytest.TempPathFactory,
    small_pair: tuple[RawText, RawText],
) -> Iterator[Settled]:
    """A desk with two logins and a token, a translator, and a guest who is gone."""
    with served(tmp_path_factory.mktemp("people") / "workbench.db", small_pair) as site:
        with opened(site.path) as db:
            make_people(db)
            chief = workflow.accounts.named(db, "Chief")
            workflow.accounts.disable(db, workflow.accounts.named(db, "Gast"), by="Chief")
            workflow.logins.make_token(db, chief, "The CMS of the newspaper", "read", by="Chief")
            invitation = workflow.accounts.send_link(db, chief, by="Chief").token
        windows = {who: browser.new_context().new_page() for who in ("nobody", "desk")}
        for _ in range(2):
            windows["desk"].context.clear_cookies()
            windows["desk"].goto(f"{site.address}/login")
            log_in(windows["desk"], "Chief")
            expect(windows["desk"].locator(".you")).to_be_visible()
        yield Settled(site, invitation, windows)
        for page in windows.values():
            page.context.close()


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_by_day_or_by_night(settled: Settled, axe: Axe, path: str) -> None:
    assert axe(settled.show(path, "en-GB")) == []


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("locale", ["en-GB", "it-IT"])
def test_nothing_runs_off_the_side(settled: Settled, path: str, locale: str) -> None:
    page = settled.show(path, locale)
    for width in (PHONE["width"], 735, 740, 800, 960):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
