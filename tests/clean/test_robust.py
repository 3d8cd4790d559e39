"""Texts that are odd, endless or broken, and what holds for all of them."""

from __future__ import annotations

import re
import time
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.clean import clean, kept
from workbench.clean import furniture as rules
from workbench.clean.furniture import LONGEST, LONGEST_NOTICE, NOTICES, RULES, fold
from workbench.ingest import read_bytes

TEXT = "The council approved the plan on Tuesday evening, after a debate of six hours and a vote."
TESTO = "Il consiglio ha approvato il piano martedì sera, dopo un dibattito di sei ore: «È così»."
ROWS = [
    row.split(" ", 1)[1]
    for path in sorted((Path(__file__).parent / "pages").glob("*.txt"))
    for row in path.read_text(encoding="utf-8").splitlines()
]
LINES = st.lists(st.sampled_from([*ROWS, TEXT, TESTO]) | st.text(max_size=60), max_size=40)


def bare(text: str) -> str:
    """The characters that normalisation may not touch."""
    return re.sub(r"[\s\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\xad]", "", text)


def seconds(text: str) -> float:
    began = time.process_time()
    clean(text, "en")
    return time.process_time() - began


# What holds for any text


@given(LINES, st.sampled_from(["it", "en"]))
@settings(max_examples=150, deadline=None)
def test_a_page_comes_back_in_order_with_nothing_changed_but_spaces(lines, language):
    text = "\n\n".join(lines)
    found = "".join(paragraph.text for paragraph in clean(text, language))
    assert bare(found) == bare(unicodedata.normalize("NFC", text))


@given(LINES)
@settings(max_examples=150, deadline=None)
def test_what_was_kept_is_kept_again(lines):
    once = [paragraph.text for paragraph in kept(clean("\n\n".join(lines), "en"))]
    assert [paragraph.text for paragraph in kept(clean("\n\n".join(once), "en"))] == once


@given(LINES)
@settings(max_examples=100, deadline=None)
def test_a_reason_is_given_for_what_is_dropped_and_for_nothing_else(lines):
    for paragraph in clean("\n\n".join(lines), "it"):
        assert paragraph.dropped == (paragraph.reason is not None) == (paragraph.role == "chrome")


@given(st.lists(st.sampled_from(ROWS), max_size=15), st.lists(st.sampled_from(ROWS), max_size=15))
@settings(max_examples=100, deadline=None)
def test_long_paragraphs_of_running_text_are_never_dropped_amid_a_page(above, below):
    story = [f"{TEXT} {TEXT} It was number {number}." for number in range(6)]
    page = clean("\n\n".join([*above, *story, *below]), "en")
    assert [line for line in story if line not in [p.text for p in kept(page)]] == []


# Odd inputs


def test_of_a_page_that_is_all_furniture_nothing_is_kept():
    lines = ["Home", "News", "Sport", "Log in", "Share", "Loading...", "© 2026 The Quay", "Cookies"]
    assert kept(clean("\n\n".join(lines), "en")) == []


@pytest.mark.parametrize("times", [1, 40])
def test_an_article_three_times_over_keeps_all(times):
    lines = [TEXT, "The works", TESTO] * times
    assert len(kept(clean("\n\n".join(lines), "en"))) == len(lines)


LISTS = [
    ["Ingredients", "2 eggs", "100 g of flour", "salt", "half a lemon"],
    ["Year", "Ships", "2024", "210", "2025", "228"],
    ["1. Rome", "2. Milan", "3. Bari"],
    ["Brescello-Portuense 3-2", "Lodi-Crema 1-1", "Savona-Imperia 0-0"],
    ["7/10", "8/10", "6/10"],
    ["19:05", "It rains.", "19:20", "It stops.", "19:40", "It rains again."],
    ["13 June 2025", "The bridge closes.", "2 March 2026", "It opens."],
    ["Follow the money", "It leads to a bank."],
    ["From the ashes", "A town begins again."],
    ["Da leggere", "Il libro di un pescatore che non sapeva nuotare costa dodici euro."],
    ["Cumè la gru", "che la pensa", "e la gira"],
    ["A domani,", "Nina"],
]


@pytest.mark.parametrize("lines", LISTS, ids=lambda lines: lines[0])
@pytest.mark.parametrize("where", ["amid", "last"])
def test_the_lists_and_tables_of_an_article_stay(lines, where):
    after = [TEXT] if where == "amid" else []
    article = ["A town waits for its bridge", TEXT, TEXT, *lines, *after]
    page = clean("\n\n".join(["Share", *article, "© All rights reserved"]), "en")
    assert [paragraph.text for paragraph in kept(page)] == article


@pytest.mark.parametrize("box", ["Read also", "Newsletter", "Recommended"])
def test_the_results_below_a_box_stay(box):
    article = ["A match", TEXT, TEXT, "The teams", "Lodi-Crema 3-2", "Booked: Setti, Loi, Piras"]
    page = [*article[:3], box, "A goalkeeper who studies law", *article[3:], "Share", "Comments"]
    assert [line for line in article if line not in [p.text for p in kept(clean_of(page))]] == []


def clean_of(lines):
    return clean("\n\n".join(lines), "en")


@pytest.mark.parametrize(
    "headline", ["Follow the money", "Back to work", "Italy votes", "Our history"]
)
@pytest.mark.parametrize("button", ["Subscribe", "Share", "Log in", "3 min read"])
def test_a_short_headline_under_or_over_a_button_stays(headline, button):
    assert headline in [p.text for p in kept(clean_of([button, headline, "By Ann Lee", TEXT]))]
    page = [headline, button, "By Ann Lee", TEXT, TEXT]
    assert headline in [p.text for p in kept(clean_of(page))] or button == "Subscribe"


# Time


@pytest.mark.parametrize("line", [TEXT * 2, "Title number", "Read also:", ""])
def test_eight_times_the_paragraphs_take_about_eight_times_as_long(line):
    few, many = ("\n\n".join(f"{line} {n}" for n in range(count)) for count in (1_000, 8_000))
    assert seconds(many) < 16 * max(seconds(few), 0.1)


@pytest.mark.parametrize(
    "text",
    ["a b " * 500_000, "a" * 2_000_000, "“" * 2_000_000, "\n" * 2_000_000, "\t\u200d" * 1_000_000],
    ids=["words", "one word", "quotes", "breaks", "joiners"],
)
def test_two_million_characters_are_read_in_seconds(text):
    assert seconds(text) < 15


WORDS = re.compile(r"[a-zà-ÿ'&]+")


def nasty(limit: int) -> list[str]:
    """The rules' own words again and again, which is what makes a bad pattern slow."""
    found = sorted({word for text in rules._PHRASES.values() for word in WORDS.findall(text)})
    joined = (f"{one}{by}{other}{by}" for one, other in pairwise(found) for by in (" ", " > "))
    return [(line * (limit // len(line))) + "!" for line in joined]


def test_no_rule_is_slow_on_its_own_words():
    for limit, some in ((LONGEST, RULES), (LONGEST_NOTICE, NOTICES)):
        lines = [fold(line) for line in nasty(limit)[:: 1 if some is RULES else 4]]
        for rule in some:
            began = time.process_time()
            for line in lines:
                rule.pattern.fullmatch(line)
            assert time.process_time() - began < 0.004 * len(lines), str(rule.reason)


# Web pages


@pytest.mark.parametrize(
    ("declared", "real"),
    [
        ("utf-8", "cp1252"),
        ("iso-8859-1", "utf-8"),
        ("klingon", "cp1252"),
        ("hex", "cp1252"),
        ("utf-7", "cp1252"),
        ("windows-1252", "cp1252"),
    ],
)
def test_a_page_that_declares_the_wrong_encoding_is_read_all_the_same(declared, real):
    html = f"<html><meta charset={declared}><h1>La città è così</h1><p>{TESTO}</p></html>"
    page = clean(read_bytes(html.encode(real), "page.html"), "it")
    assert [paragraph.text for paragraph in page] == ["La città è così", TESTO]


@pytest.mark.parametrize(
    "html",
    [
        f'<html><script type="application/ld+json">{{"articleBody": "{TEXT}"}}</script></html>',
        "<html><body></body></html>",
        "<html><noscript>Enable JavaScript to run this app.</noscript><div id=root></div></html>",
    ],
    ids=["json alone", "empty", "scripts alone"],
)
def test_a_page_whose_text_is_not_in_it_has_no_paragraphs(html):
    assert clean(read_bytes(html.encode(), "page.html"), "en") == []


@pytest.mark.parametrize(
    "html",
    [
        f"<html><p {' '.join(f'a{n}=1' for n in range(50_000))}>{TEXT}</p></html>",
        f"<html>{'<div>' * 50_000}<p>{TEXT}</p>",
        f"<html><p>{'&amp;' * 200_000}</p><p>{TEXT}</p></html>",
        f"<html>{'<a href=x>word</a>' * 9_000}<h1>A bridge</h1><p>{TEXT}</p></html>",
        f"<html>{(TEXT + '<br>') * 3_000}</html>",
    ],
    ids=["attributes", "nested", "entities", "links", "breaks"],
)
def test_a_huge_page_is_read_in_seconds(html):
    began = time.process_time()
    page = kept(clean(read_bytes(html.encode(), "page.html"), "en"))
    assert TEXT in [paragraph.text for paragraph in page]
    assert time.process_time() - began < 15
