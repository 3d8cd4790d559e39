"""Whole pages as people paste them: of each line, whether it is the article's and in which role.

In a file of `pages`, the first word of a line is its true role, or “-” for furniture.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.clean import clean, kept
from workbench.clean.lines import paragraphs

if TYPE_CHECKING:
    from workbench.model import Language, Paragraph

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))


class Page(NamedTuple):
    lines: list[str]
    roles: list[str]
    language: Language

    @property
    def cleaned(self) -> list[Paragraph]:
        return clean("\n".join(self.lines), self.language)


def page(path: Path) -> Page:
    lines = [line.split(" ", 1) for line in path.read_text(encoding="utf-8").splitlines()]
    return Page(
        [text for _, text in lines],
        ["chrome" if role == "-" else role for role, _ in lines],
        "it" if path.name.endswith(".it.txt") else "en",
    )


@pytest.fixture(params=PAGES, ids=lambda path: path.stem)
def shown(request: pytest.FixtureRequest) -> Page:
    return page(request.param)


def test_every_line_of_a_page_has_its_role(shown: Page):
    found = [(paragraph.role, paragraph.text) for paragraph in shown.cleaned]
    assert found == [
        (role, " ".join(line.split())) for role, line in zip(shown.roles, shown.lines, strict=True)
    ]


def test_an_article_without_its_furniture_loses_nothing(shown: Page):
    article = [
        line for line, role in zip(shown.lines, shown.roles, strict=True) if role != "chrome"
    ]
    assert len(kept(clean("\n".join(article), shown.language))) == len(article)


def test_a_page_without_an_article_leaves_nothing():
    assert kept(page(Path(__file__).parent / "pages" / "chrome-only.it.txt").cleaned) == []


def test_the_same_paragraph_forty_times_is_kept_forty_times():
    text = "The council approved the plan on Tuesday evening, after a debate of six hours."
    assert len(kept(clean("\n\n".join([text] * 40), "en"))) == 40


WORDS = [line for path in PAGES for line in page(path).lines]


@given(st.lists(st.sampled_from(WORDS), max_size=30))
@settings(max_examples=200, deadline=None)
def test_nothing_of_a_page_is_left_out(lines: list[str]):
    cleaned = clean("\n\n".join(lines), "it")
    assert [paragraph.position for paragraph in cleaned] == list(range(len(cleaned)))
    assert " ".join(p.text for p in cleaned).split() == " ".join(lines).split()


@given(st.lists(st.sampled_from(WORDS), max_size=30), st.sampled_from(["it", "en"]))
@settings(max_examples=200, deadline=None)
def test_cleaning_what_was_kept_drops_nothing_more(lines: list[str], language: Language):
    once = [paragraph.text for paragraph in kept(clean("\n\n".join(lines), language))]
    again = clean("\n\n".join(once), language)
    assert [paragraph.text for paragraph in kept(again)] == once


@given(st.text())
@settings(max_examples=200, deadline=None)
def test_any_text_comes_back_whole(text: str):
    assert [paragraph.text for paragraph in clean(text, "en")] == paragraphs(text)


# Lines that other articles have too

KNOWN = {"Il Faro racconta la città da cento anni": 12}
ARTICLE = """Savona, il depuratore resta fermo da nove mesi
Il cancello è chiuso da settembre e sul lucchetto c'è già la ruggine, dicono i vicini di casa.
Il Faro racconta la città da cento anni
Il comitato ha raccolto millequattrocento firme e le porterà in prefettura lunedì mattina presto.
"""


def test_a_line_of_many_other_articles_is_dropped_with_their_number():
    third = clean(ARTICLE, "it", known=KNOWN, outlet="Il Faro")[2]
    assert str(third.reason) == "It stands in 12 other articles of Il Faro."
    assert "of the same outlet" in str(clean(ARTICLE, "it", known=KNOWN)[2].reason)
    assert not clean(ARTICLE, "it")[2].dropped


@pytest.mark.parametrize(
    "line",
    [
        "Savona, il depuratore resta fermo da nove mesi",
        "di Carla Venturini",
        "Il porto all'alba (foto Ugo Bianchi)",
        "Nessuno " * 26 + ".",
    ],
)
def test_a_headline_byline_credited_caption_or_long_line_stays_known_or_not(line: str):
    page = f"{ARTICLE}{line}" if line not in ARTICLE else ARTICLE
    found = {p.text: p for p in clean(page, "it", known={" ".join(line.split()): 9})}
    assert not found[" ".join(line.split())].dropped
