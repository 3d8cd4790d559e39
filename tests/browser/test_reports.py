"""Reports with figures in them: accessible, readable on a phone, and a way from plot to rule."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.sites import served
from workbench import workflow
from workbench.db import opened
from workbench.ingest import from_paste

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page

    from tests.browser.sites import Site
    from workbench.model import RawText

    Open = Callable[..., Page]
    Axe = Callable[[Page], list[tuple[str, str]]]

pytestmark = pytest.mark.browser

PLACES = ("Lodi", "Como", "Bari", "Enna", "Fano", "Pisa")
RULE = "/reports/corrections/rule?old=Italia&new=Italy"
PAGES = [
    "/reports/errors", "/reports/editing", "/reports/checks", "/reports/articles",
    "/reports/systems", "/reports/corrections", RULE, "/articles/notizie-da-lodi/argo/changes",
]  # fmt: skip
OUTSIDE = """
    [...document.querySelectorAll("svg.chart text")].filter(text => {
        const frame = text.ownerSVGElement.getBoundingClientRect();
        const box = text.getBoundingClientRect();
        return box.left < frame.left - 1 || box.right > frame.right + 1
            || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
    }).map(text => text.textContent)
"""
COVERED = """
    [...document.querySelectorAll("svg.chart")].flatMap(svg => {
        const boxes = [...svg.querySelectorAll("text")].map(t => [t, t.getBoundingClientRect()]);
        return boxes.flatMap(([one, a], i) => boxes.slice(i + 1).filter(([, b]) =>
            a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 2
            && b.top < a.bottom - 2).map(([other]) => [one.textContent, other.textContent]));
    })
"""


@pytest.fixture(scope="module")
def worked(
    tmp_path_factory: pytest.TempPathFactory, small_pair: tuple[RawText, RawText]
) -> Iterator[Site]:
    """Articles by two systems; in argo’s “Italia” was put right."""
    with served(tmp_path_factory.mktemp("worked") / "workbench.db", small_pair) as site:
        work(site)
        yield site


def work(site: Site) -> None:
    with opened(site.path) as db:
        for place in PLACES:
            italian = f"Notizie da {place}\n\nL’Italia cresce, dice il sindaco di {place}."
            english = f"News from {place}\n\nItalia grows, says the mayor of {place}."
            done = workflow.import_pair(db, from_paste(italian), from_paste(english), system="argo")
            other = from_paste(english.replace("grows", "rises"))
            workflow.import_pair(db, from_paste(italian), other, system="brezza", slug=done.slug)
            if place != PLACES[-1]:
                segment = workflow.version(db, done.slug, "argo").segments[1]
                text = (segment.current or "").replace("Italia", "Italy")
                workflow.save(db, segment.id, text, confirm=True, base=0, author="ada")
        workflow.bring_up_to_date(db, 99)


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_on_a_page_with_figures(
    worked: Site, show: Open, axe: Axe, path: str
) -> None:
    assert axe(show(worked.address + path)) == []


@pytest.mark.parametrize("locale", ["it-IT", "en-GB"])
@pytest.mark.parametrize("path", PAGES[:6])
def test_words_in_plots_stay_in_their_frame_and_cover_no_others(
    worked: Site, show: Open, path: str, locale: str
) -> None:
    page = show(worked.address + path, locale)
    assert page.locator("svg.chart").count() > 0
    for width in (320, 390, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(OUTSIDE) == []
        assert page.evaluate(COVERED) == []


def test_a_correction_becomes_a_rule_by_keyboard(site: Site, open_page: Open) -> None:
    work(site)
    page = open_page(site.address + "/reports/corrections")
    page.get_by_role("link", name=re.compile("Look at it.*Italia → Italy")).press("Enter")
    expect(page.get_by_label("English", exact=True)).to_have_value("Italy")
    page.get_by_label("Put the words right in the places that are ticked below, too").press("Space")
    page.get_by_role("button", name="Into the glossary").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("paragraphs changed")
    page.goto(site.address + "/reports/corrections")
    expect(page.get_by_text("No correction repeats often enough")).to_be_visible()


def test_colours_are_not_needed(worked: Site, open_page: Open) -> None:
    page = open_page(worked.address + "/reports/errors", forced_colors="active")
    first = "[...document.querySelector('defs').children].map(each => each.innerHTML)"
    looks = [re.sub(r"series-\d", "", look) for look in page.evaluate(first)]
    assert len(set(looks)) == len(looks) > 1
    seen = page.evaluate(
        "getComputedStyle(document.querySelector('.chart text')).fill"
        " === getComputedStyle(document.querySelector('.chart')).color"
    )
    assert seen


def test_a_change_note_is_one_sheet_of_paper(worked: Site, open_page: Open) -> None:
    page = open_page(worked.address + PAGES[-1])
    assert page.pdf(format="A4").count(b"/Type /Page\n") <= 1
