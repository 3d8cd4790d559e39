"""Saved web pages: the article in its roles, the rest listed as dropped, and no page too odd."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.clean import clean, kept
from workbench.clean.blocks import blocks_of
from workbench.errors import TooLarge
from workbench.ingest import from_paste, read_bytes, read_file

PAGES = sorted((Path(__file__).parent / "html").glob("*.html"))
TEXT = (
    "The council approved the plan on Tuesday evening, after a debate of six hours in which the "
    "mayor spoke twice."
)


def cleaned(html: str):
    return clean(read_bytes(html.encode(), "page.html"), "en")


def texts(html: str) -> list[str]:
    return [block.text for block in blocks_of(html)[0]]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_of_a_saved_page_the_article_stays_in_its_roles(path: Path):
    found = kept(clean(read_file(path), "it" if ".it." in path.name else "en"))
    lines = path.with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    assert [f"{paragraph.role} {paragraph.text}" for paragraph in found] == lines


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_what_is_dropped_of_a_saved_page_says_why(path: Path):
    for paragraph in clean(read_file(path), "it"):
        assert paragraph.dropped == (paragraph.reason is not None) == (paragraph.role == "chrome")


def test_text_beside_the_article_is_listed_in_page_order():
    page = f"<html><nav>Ships and boats</nav><h1>A bridge for the town</h1><p>{TEXT}</p></html>"
    first, headline, text = cleaned(page)
    assert str(first.reason) == "It is outside the article on the page."
    assert (headline.role, text.text) == ("headline", TEXT)


def test_the_text_of_a_pasted_source_is_read_as_a_page():
    raw = from_paste(f"<article><h1>A bridge for the town</h1><p>{TEXT}</p></article>")
    assert [paragraph.text for paragraph in clean(raw, "en")] == ["A bridge for the town", TEXT]


@pytest.mark.parametrize(
    "html",
    [
        "<html></html>",
        "<html><script>var a = 'text'</script></html>",
        "<html><body><img src=a.jpg></body></html>",
        "<html><!-- " + "-" * 100_000,
        "<html><p hidden>Nobody sees me.</p></html>",
    ],
)
def test_a_page_without_text_has_no_paragraphs(html: str):
    assert cleaned(html) == []


@pytest.mark.parametrize(
    "html",
    [
        f"<html>{'<div>' * 5000}<p>{TEXT}",
        f"<html>{'</b>' * 5000}<p>{TEXT}</p>",
        f"<html><p>{TEXT}</p><script>{'x' * 100_000}",
        f"<html><p>{TEXT}</p>{'<a<' * 5000}",
        f"<html><p>{TEXT}<table><tr><td>{'<table><tr><td>' * 500}",
    ],
    ids=["deep", "never opened", "open script", "no tags", "tables"],
)
def test_a_malformed_page_gives_what_can_be_read(html: str):
    assert TEXT in [paragraph.text for paragraph in kept(cleaned(html))]


@pytest.mark.parametrize("html", ["<html>" + "<p>a" * 20_001, "<html>" + "<b>" * 200_000 + "</b>"])
def test_a_page_beyond_all_measure_is_refused_with_a_sentence(html: str):
    with pytest.raises(TooLarge):
        cleaned(html)


@given(st.lists(st.sampled_from(["<p>", "</p>", "<td>", "</tr>", "<h1>", "<br>", "<a", "&", TEXT])))
@settings(max_examples=100, deadline=None)
def test_any_markup_is_read(parts: list[str]):
    for paragraph in cleaned("<html>" + "".join(parts) + "</html>"):
        assert paragraph.text.strip()


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<p>one<p>two", ["one", "two"]),
        ("<p>one<br>two</p>", ["one two"]),
        ("<p>one<br><br>two</p>", ["one", "two"]),
        ("<div>one<br>two</div>", ["one", "two"]),
        ("<p>o<b>n</b>e &amp; &#8217;s</p>", ["one & ’s"]),
        ("<ul><li>one<li>two</ul>", ["one", "two"]),
        ("<table><tr><td>a</td><td>b</td></tr></table>", ["a | b"]),
        ("<table><tr><td>a<br>b</td><td>c</td></tr></table>", ["a", "b", "c"]),
        ("<table><tr><td><p>a</p></td><td>b</td></tr></table>", ["a", "b"]),
        ("one<style>p{}</style> two", ["one two"]),
        ("<p>one<span style='display: none'>two</span></p>", ["one"]),
        ("<button>one</button><button>two</button>", ["one", "two"]),
    ],
)  # fmt: skip
def test_a_page_is_parted_into_the_paragraphs_that_are_seen(html: str, lines: list[str]):
    assert texts(html) == lines


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE html [<!ENTITY % a SYSTEM "http://127.0.0.1:9/a.dtd"> %a;]>',
        '<?xml version="1.0"?><!DOCTYPE html SYSTEM "file:///etc/passwd" [<!ENTITY a "ten">]>',
        "<!DOCTYPE html [<!ENTITY b 'bbbbbbbbbb'>"
        + "".join(
            f"<!ENTITY {chr(n + 1)} '{f'&{chr(n)};' * 10}'>" for n in range(ord("b"), ord("l"))
        )
        + "<!ENTITY a '&l;'>]>",
    ],
    ids=["file", "address", "document type", "laughs"],
)
def test_an_entity_that_a_page_declares_stands_for_nothing(head: str):
    paragraph = "<p>The bridge reopens &a; on Monday.</p>"
    page = f"{head}<html><body><article>{paragraph}</article></body></html>"
    (found,) = [text for text in texts(page) if "bridge" in text]
    assert found == "The bridge reopens &a; on Monday."
