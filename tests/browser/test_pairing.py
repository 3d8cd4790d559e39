"""Looking at an import and repairing the pairing in the browser, with the keys alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from workbench import workflow
from workbench.db import opened

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.sites import FragileSite, Site

    Open = Callable[..., Page]

pytestmark = pytest.mark.browser

ITALIAN = """\
Condividi

La diga di Montesella resta vuota

L’acqua manca da marzo, dice il consorzio di bonifica, e i contadini della valle aspettano la \
pioggia guardando il cielo come facevano i nonni prima che la diga fosse costruita.

Il sindaco Olmo Brentani ha chiesto 3 milioni alla Regione, che finora non ha risposto a nessuna \
delle quattro lettere. I lavori possono partire a maggio, se il bando esce entro Natale.

Leggi anche

Il lago che non c’è più, viaggio in Valdora
"""
ENGLISH = """\
Share

Montesella's dam remains empty

Water has been lacking since March, says the land consortium, and the valley's farmers await rain \
watching the sky as their grandfathers did before the dam was built.

Mayor Olmo Brentani has asked the Region for 3 million, which so far has not answered any of the \
four letters. Work can start in May, if the tender comes out by Christmas.
"""


def pairs(site: Site, version: int) -> list[tuple[int, int]]:
    """How many Italian and English parts each pair has."""
    with opened(site.path) as db:
        now = workflow.pairing_of(db, version)
        return [(len(pair.source), len(pair.target)) for pair in now.pairs]


def ready(page: Page) -> Page:
    """The page, once its keys work."""
    expect(page.locator(".pair").first.get_by_role("radio")).to_be_focused()
    return page


def said(page: Page) -> object:
    return page.locator(".tool-said")


@pytest.fixture
def preview(site: Site, open_page: Open) -> Page:
    """The preview of a page with furniture."""
    page = open_page(f"{site.address}/articles/import")
    page.get_by_label("Italian original").fill(ITALIAN)
    page.get_by_label("English by the AI").fill(ENGLISH)
    page.get_by_role("button", name="Look at it before the import").click()
    expect(page.get_by_role("heading", name="La diga di Montesella resta vuota")).to_be_visible()
    return ready(page)


def test_the_preview_shows_roles_and_what_is_left_out_and_why(preview: Page) -> None:
    expect(preview.locator(".pair").first).to_contain_text("headline")
    left_out = preview.locator(".aside")
    expect(left_out.first).to_contain_text("Condividi")
    expect(left_out.first).to_contain_text("Buttons to share, save or print.")
    expect(left_out.last).to_contain_text("Il lago che non c’è più")


def test_a_line_that_was_left_out_is_put_back(preview: Page) -> None:
    before = preview.locator(".pair").count()
    preview.get_by_role("button", name="Put back Il lago").click()
    expect(preview.locator(".pair")).to_have_count(before + 1)
    expect(said(preview)).to_contain_text("put back")
    expect(preview.locator(".pair input:focus")).to_have_count(1)


def test_the_preview_is_repaired_by_keyboard_and_then_imported(preview: Page, site: Site) -> None:
    keys = preview.keyboard
    for _ in range(2):
        keys.press("ArrowDown")
    expect(preview.locator(".pair").nth(2).get_by_role("radio")).to_be_focused()
    keys.press("s")
    expect(preview.get_by_text("Where does the second part of the Italian begin?")).to_be_visible()
    keys.press("Enter")
    expect(said(preview)).to_contain_text("Paragraph 3 split.")
    expect(preview.locator(".pair")).to_have_count(4)
    expect(preview.locator(".pair").nth(2)).to_contain_text("Olmo Brentani")
    expect(preview.locator(".pair").nth(3)).to_contain_text("Work can start in May")
    keys.press("r")
    expect(preview.get_by_label("Role of the marked row")).to_be_focused()
    preview.get_by_label("Role of the marked row").select_option("standfirst")
    keys.press("Enter")
    expect(preview.locator(".pair").nth(2)).to_contain_text("standfirst")
    preview.get_by_role("button", name="Import and open").click()
    expect(preview.locator(".row")).to_have_count(4)
    expect(preview.locator("textarea")).to_be_visible()


def test_steps_are_undone_and_made_again_by_keyboard(site: Site, open_page: Open) -> None:
    page = ready(open_page(f"{site.address}/pairing/1/"))
    for key, shape in [
        ("m", [(2, 2), (1, 1), (1, 1)]),
        ("Alt+ArrowDown", [(2, 1), (1, 2), (1, 1)]),
        ("u", [(1, 0), (1, 0), (0, 1), (1, 2), (1, 1)]),
    ]:
        before = said(page).inner_text()
        page.keyboard.press(key)
        expect(said(page)).not_to_have_text(before)
        assert pairs(site, 1) == shape or key == "u"
    for _ in range(3):
        before = said(page).inner_text()
        page.keyboard.press("Control+z")
        expect(said(page)).not_to_have_text(before)
    assert pairs(site, 1) == [(1, 1)] * 4
    expect(page.locator(".pair")).to_have_count(4)
    page.keyboard.press("Control+Shift+Z")
    expect(page.locator(".pair")).to_have_count(3)


def test_ticked_paragraphs_are_paired_by_keyboard(site: Site, open_page: Open) -> None:
    page = ready(open_page(f"{site.address}/pairing/1/"))
    page.keyboard.press("i")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("e")
    page.keyboard.press("p")
    expect(said(page)).to_contain_text("Chosen paragraphs paired")
    assert pairs(site, 1)[:2] == [(0, 1), (1, 1)] or (1, 1) in pairs(site, 1)
    expect(page.locator(".pair")).to_have_count(5)


def test_letters_do_nothing_outside_the_rows(site: Site, open_page: Open) -> None:
    page = ready(open_page(f"{site.address}/pairing/1/"))
    page.get_by_role("link", name="Workbench").focus()
    page.keyboard.press("m")
    expect(page.locator(".pair")).to_have_count(4)


def test_a_refused_step_says_why_and_leaves_the_page(site: Site, open_page: Open) -> None:
    page = ready(open_page(f"{site.address}/pairing/1/"))
    page.keyboard.press("p")
    expect(page.locator("#pairing-error")).to_contain_text("Choose at least one Italian")
    expect(page.locator(".pair")).to_have_count(4)


def test_a_paragraph_is_split_at_the_caret_and_merged_again(
    site: Site, open_page: Open, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    page = open_page(site.article)
    text = page.get_by_label("English text of paragraph 2")
    page.locator(".row").nth(1).locator(".edit-link").click()
    text.fill("The bridge reopens on Monday. 😀 It cost 2.4 million.")
    text.evaluate("f => f.setSelectionRange(f.value.indexOf('It'), f.value.indexOf('It'))")
    page.keyboard.press("Alt+Enter")
    expect(page.locator(".row")).to_have_count(5)
    expect(page.get_by_label("English text of paragraph 2")).to_have_value(
        "The bridge reopens on Monday. 😀"
    )
    page.wait_for_load_state()  # the keys work from then on
    page.keyboard.press("Alt+j")
    expect(page.locator(".row")).to_have_count(4)
    expect(page.get_by_label("English text of paragraph 2")).to_have_value(
        "The bridge reopens on Monday. 😀 It cost 2.4 million."
    )
    assert not [line for line in caplog.messages if "404" in line.split()[-2:]]


def test_a_newer_ai_text_stands_beside_the_correction(site: Site, open_page: Open) -> None:
    page = open_page(site.article)
    page.locator(".row").nth(1).locator(".edit-link").click()
    text = page.get_by_label("English text of paragraph 2")
    old = text.input_value()
    text.fill(old.replace("monday", "Monday"))
    page.keyboard.press("Control+Enter")
    expect(page.locator("#progress")).to_contain_text("1 of 4")
    with opened(site.path) as db:
        slug = workflow.summaries(db)[0].slug
        raw = "\n\n".join(s.target or "" for s in workflow.version(db, slug).segments)
    page.get_by_role("link", name="Newer AI text").click()
    page.get_by_label("English by the AI").fill(raw.replace("2.4 billion", "2.4 million"))
    page.get_by_role("button", name="Look at it before the import").click()
    expect(page.get_by_text("changed where somebody had worked")).to_be_visible()
    page.get_by_role("button", name="Import and open").click()
    page.get_by_role("link", name="Newer AI text 1").click()
    expect(page.get_by_text("The AI text is newer than this correction.")).to_be_visible()
    page.get_by_role("button", name="Take both changes").click()
    expect(page.get_by_label("English text of paragraph 2")).to_have_value(
        old.replace("monday", "Monday").replace("2.4 billion", "2.4 million")
    )


def test_the_keys_work_at_once_where_the_address_names_a_row(preview: Page) -> None:
    third = preview.locator(".pair").nth(2)
    row = third.get_by_role("radio").get_attribute("value")
    preview.goto("about:blank")
    preview.go_back()
    preview.goto(f"{preview.url.partition('?')[0]}?row={row}#p{row}")
    expect(preview.locator(".pair").nth(2).get_by_role("radio")).to_be_focused()
    preview.keyboard.press("ArrowUp")
    expect(preview.locator(".pair").nth(1).get_by_role("radio")).to_be_focused()


def test_the_keys_are_listed_at_a_button_too(preview: Page) -> None:
    preview.get_by_role("button", name="Keys").click()
    expect(preview.get_by_role("dialog")).to_contain_text("While splitting")


def test_an_undone_step_is_called_undone(preview: Page) -> None:
    preview.keyboard.press("m")
    expect(said(preview)).to_have_text("Paragraphs 1 and 2 merged.")
    preview.keyboard.press("Control+z")
    expect(said(preview)).to_have_text("Undone: Paragraphs 1 and 2 merged.")
    expect(preview.locator(".pair").first.get_by_role("radio")).to_be_focused()


def test_keys_pressed_before_the_answer_act_on_what_it_leaves(preview: Page) -> None:
    for key in ("m", "m", "Control+z"):
        preview.keyboard.press(key)
    expect(said(preview)).to_contain_text("Undone: ")
    preview.keyboard.press("Control+z")
    expect(said(preview)).to_have_text("Undone: Paragraphs 1 and 2 merged.")


def test_without_an_answer_the_pairs_stay_and_it_is_said(
    fragile_site: FragileSite, open_page: Open
) -> None:
    page = ready(open_page(f"{fragile_site.address}/pairing/1/"))
    fragile_site.kill()
    page.keyboard.press("s")
    expect(page.get_by_text("The server does not answer: nothing was changed.")).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".pair").nth(1).get_by_role("radio")).to_be_focused()
