"""What a browser makes of the style: steady, calm, readable in every condition, and on paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.test_pages import PAGES, address
from workbench import workflow
from workbench.db import opened

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.sites import Site
    from workbench.model import RawText

    Open = Callable[..., Page]

pytestmark = pytest.mark.browser

DESK = {"width": 1280, "height": 800}
ZOOMED = {"width": 640, "height": 400}
"""The same window at 200 %."""

SHIFT = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) sum += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 600);
})"""
"""All that has moved since the page began, also right after a key, which browsers forgive."""


def style(page: Page, selector: str, name: str) -> str:
    """A computed property of the first such element."""
    found = page.locator(selector).first.evaluate("(e, name) => getComputedStyle(e)[name]", name)
    return str(found)


@pytest.mark.parametrize("path", ["{article}", "{article}?order=risk", "/articles/", "/queue/"])
def test_nothing_moves_while_a_page_loads(still_site: Site, open_page: Open, path: str) -> None:
    page = open_page(address(still_site, path), viewport=DESK)
    page.wait_for_load_state("networkidle")
    assert page.evaluate(SHIFT) < 0.02


def test_nothing_above_moves_when_a_paragraph_is_opened(site: Site, open_page: Open) -> None:
    page = open_page(site.article, viewport=DESK)
    page.wait_for_load_state("networkidle")
    page.get_by_label("English text of paragraph 1", exact=True).press("Escape")
    expect(page.locator(".row.editing")).to_have_count(0)
    tops = "() => [...document.querySelectorAll('.row')].map((row) => row.offsetTop)"
    before = page.evaluate(tops)
    page.locator(".row .edit-link").last.click()
    expect(page.get_by_label("English text of paragraph 4", exact=True)).to_be_focused()
    page.wait_for_load_state("networkidle")
    assert page.evaluate(tops) == before


def test_metrics_that_come_later_find_their_line_free(
    site: Site, open_page: Open, long_pair: tuple[RawText, RawText]
) -> None:
    with opened(site.path) as db:
        slug = workflow.import_pair(db, *long_pair, system="argo").slug
        (long,) = workflow.version(db, slug).segments
        text = f"{long.current} Yes."
        workflow.save(db, long.id, text, confirm=True, base=long.revision, author="Anna")
    page = open_page(f"{site.address}/articles/{slug}/argo/", viewport=DESK)
    expect(page.locator(".row .scores").first).to_be_visible()
    assert page.evaluate(SHIFT) < 0.02


@pytest.mark.parametrize("width", [1440, 1280, 1024, 390])
def test_the_state_of_saving_moves_nothing(site: Site, open_page: Open, width: int) -> None:
    page = open_page(site.article, viewport={"width": width, "height": 800}, locale="it-IT")
    heights = page.evaluate(
        """() => ["", "typing", "saving", "saved", "failed", "conflict"].map((state) => {
          const status = document.getElementById("save-status");
          status.className = `save-status ${state}`;
          status.textContent = state && `${status.dataset[state]} 14:03`;
          const { scrollWidth } = document.documentElement;
          return [document.querySelector("main").offsetTop, scrollWidth];
        })"""
    )
    assert {top for top, _ in heights} == {heights[0][0]}
    assert max(wide for _, wide in heights) <= width


def test_at_200_percent_the_open_paragraph_is_not_under_a_bar(site: Site, open_page: Open) -> None:
    page = open_page(site.article, viewport=ZOOMED)
    page.locator("textarea").press("Control+ArrowDown")
    field = page.get_by_label("English text of paragraph 2", exact=True)
    expect(field).to_be_focused()
    expect(field).to_be_in_viewport(ratio=0.5)


@pytest.mark.parametrize("width", [740, 1024, 1280])
def test_what_has_the_focus_is_never_under_what_sticks(
    site: Site, open_page: Open, width: int
) -> None:
    page = open_page(site.article, viewport={"width": width, "height": 500}, locale="it-IT")
    hidden = """() => {
      const focused = document.activeElement;
      const box = focused.getBoundingClientRect();
      const over = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      return !(over && (focused.contains(over) || over.contains(focused))) && focused.outerHTML;
    }"""
    for _ in range(40):
        page.keyboard.press("Tab")
        assert page.evaluate(hidden) is False


def test_who_wants_no_motion_gets_none(site: Site, open_page: Open) -> None:
    page = open_page(site.article, reduced_motion="reduce")
    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter((e) => {
          const { transitionDuration, animationName } = getComputedStyle(e);
          return transitionDuration !== "0s" || animationName !== "none";
        }).map((e) => e.className)"""
    )
    assert moving == []


def test_without_colours_of_its_own_marks_choice_and_focus_are_seen(
    site: Site, open_page: Open
) -> None:
    page = open_page(f"{site.address}/patterns", forced_colors="active", viewport=DESK)
    assert style(page, "mark.critical", "textDecorationLine") == "underline"
    assert style(page, ".row.editing", "borderInlineStartWidth") == "3px"
    assert style(page, ".chip[aria-current]", "borderTopWidth") == "2px"
    # the text is written once: the mirror behind the field shows its lines alone
    assert style(page, ".mirror", "color") == "rgba(0, 0, 0, 0)"
    page.keyboard.press("Tab")
    assert style(page, ":focus", "outlineStyle") != "none"


def test_each_mark_has_a_line_of_its_own(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.address}/patterns", viewport=DESK)
    lines = {
        tuple(
            style(page, f"mark.{kind}", f"textDecoration{part}") for part in ("Style", "Thickness")
        )
        for kind in ("critical", "major", "minor", "neutral")
    }
    assert len(lines) == 4
    assert style(page, ".text ins", "textDecorationLine") == "underline"
    assert style(page, ".text del", "textDecorationLine") == "line-through"


def test_the_sentence_that_says_the_same_has_a_line_beside_its_colour(
    site: Site, open_page: Open
) -> None:
    page = open_page(site.article)
    line = "getComputedStyle(document.body, '::highlight(sentence)').textDecorationLine"
    assert page.evaluate(line) == "underline"


def test_no_tag_state_or_choice_is_told_by_colour_alone(site: Site, open_page: Open) -> None:
    page = open_page(f"{site.address}/patterns", viewport=DESK)
    for selector in (".tag", ".sign", ".due", ".save-status"):
        for text in page.locator(selector).all_text_contents():
            assert text.strip(), selector
    signs = page.locator(".save-status").evaluate_all(
        "all => all.map((e) => getComputedStyle(e, '::before').content)"
    )
    assert all(len(sign) > len('""') for sign in signs)
    chosen = page.locator(".chip[aria-pressed=true], .chip[aria-current]").first
    tick = chosen.evaluate("e => getComputedStyle(e, '::before').content")
    assert "✓" in tick


def on_paper(page: Page, scheme: str = "dark") -> None:
    page.emulate_media(media="print", color_scheme=scheme)


def test_a_printed_article_is_two_columns_of_text(site: Site, open_page: Open) -> None:
    page = open_page(site.article, viewport={"width": 660, "height": 900})
    on_paper(page)
    for gone in (".site-head", ".toolbar", ".button", ".findings", "textarea", ".beside"):
        for each in page.locator(gone).all():
            expect(each).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("p.printed")).to_have_text(
        re.compile(r"AI system argo · 0 of 4 confirmed · \d")
    )
    boxes = [
        page.locator(f"#rows .row:nth-child(2) > {side}").bounding_box()
        for side in (".source", ".target")
    ]
    assert boxes[0] is not None
    assert boxes[1] is not None
    assert boxes[0]["y"] == boxes[1]["y"]
    assert boxes[0]["x"] < boxes[1]["x"]


def test_paper_is_white_and_ink_is_black_by_night_too(site: Site, open_page: Open) -> None:
    page = open_page(site.article, color_scheme="dark")
    on_paper(page)
    assert style(page, ".row .current", "color") == "rgb(0, 0, 0)"
    assert style(page, ".row.editing .mirror", "color") == "rgb(0, 0, 0)"
    assert style(page, "body", "backgroundColor") == "rgba(0, 0, 0, 0)"


def test_an_open_paragraph_says_so_on_paper(site: Site, open_page: Open) -> None:
    page = open_page(site.article)
    page.locator("textarea").press("Control+Enter")
    expect(page.locator("#progress")).to_contain_text("1 of 4")
    on_paper(page)
    said = page.locator("#rows .sign").evaluate_all(
        "all => all.map((e) => getComputedStyle(e, '::after').content)"
    )
    assert said[:2] == ["none", '"not yet read"']


def test_paper_has_the_corrected_text_and_not_the_changes(site: Site, open_page: Open) -> None:
    with opened(site.path) as db:
        slug = workflow.summaries(db)[0].slug
        each = workflow.version(db, slug).segments[0]
        workflow.save(db, each.id, "A bridge reopens", confirm=True, base=0, author="Anna")
    page = open_page(site.article)
    on_paper(page)
    expect(page.locator(".row .diff").first).to_be_hidden()
    expect(page.locator(".row .current").first).to_have_text("A bridge reopens")
    expect(page.locator(".row .current").first).to_be_visible()


@pytest.mark.parametrize("path", PAGES)
def test_no_page_prints_what_is_pressed(still_site: Site, show: Open, path: str) -> None:
    page = show(address(still_site, path))
    on_paper(page)
    assert (
        page.locator(".site-head, .toolbar, .button, .chip, .skip").filter(visible=True).count()
        == 0
    )


def test_an_article_becomes_a_pdf(site: Site, open_page: Open) -> None:
    assert open_page(site.article).pdf(prefer_css_page_size=True).startswith(b"%PDF")
