"""The pages of the memory."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest

from workbench import workflow
from workbench.ingest import from_paste
from workbench.web.memory import Piece, pieces

if TYPE_CHECKING:
    from flask.testing import FlaskClient
    from sqlite_utils import Database

HX = {"HX-Request": "true"}


@pytest.fixture
def confirmed(db: Database, article: tuple[str, str]) -> int:
    """A paragraph about the bridge that somebody has confirmed."""
    segment = workflow.version(db, *article).segments[1]
    workflow.save(db, segment.id, "The <old> bridge reopens.", confirm=True, base=0, author="ada")
    return segment.id


def test_a_concordance_marks_the_words_and_leads_to_their_place(
    client: FlaskClient, confirmed: int
) -> None:
    page = client.get("/concordance/?words=bridge&language=en").text
    assert 'The &lt;old&gt; <mark class="evidence">bridge</mark> reopens.' in page
    assert f"#s{confirmed}" in page


def test_an_empty_search_and_one_without_a_hit_say_so(client: FlaskClient, confirmed: int) -> None:
    assert "Only what people have confirmed is searched." in client.get("/concordance/").text
    assert "No confirmed paragraph has these words." in client.get("/concordance/?words=xyz").text


def test_a_search_that_is_too_long_is_refused_in_one_sentence(client: FlaskClient) -> None:
    answer = client.get("/concordance/?words=" + "a" * 501)
    assert answer.status_code == 422
    assert "search for less" in answer.text


@pytest.mark.parametrize("start", ["-5", "x", "99999999999999999999"])
def test_odd_pages_are_empty_or_the_first(client: FlaskClient, confirmed: int, start: str) -> None:
    assert client.get(f"/concordance/?words=ponte&start={start}").status_code == 200


@pytest.mark.parametrize("headers", [HX, {}])
def test_matches_stand_beside_a_paragraph(
    client: FlaskClient, article: tuple[str, str], confirmed: int, headers: dict[str, str]
) -> None:
    address = "/articles/{}/{}/segments/{}/memory".format(*article, confirmed)
    answer = client.get(address, headers=headers).text
    assert "Nothing like it has been confirmed yet." in answer
    assert ("<html" in answer) == (not headers)


@pytest.fixture
def like_it(db: Database, article: tuple[str, str]) -> int:
    """A paragraph of another article, confirmed, that differs by its day; gives the first one."""
    segment = workflow.version(db, *article).segments[1]
    assert segment.source is not None
    source = from_paste("Un altro titolo\n\n" + segment.source.replace("lunedì", "martedì"))
    english = (segment.target or "").replace("monday", "Tuesday")
    target = from_paste(f"Another headline\n\n{english}")
    done = workflow.import_pair(db, source, target, system="argo", title="Altro")
    twin = workflow.version(db, done.slug, done.system).segments[1]
    text = "It reopens on Tuesday."
    workflow.save(db, twin.id, text, confirm=True, base=0, author="ada")
    return segment.id


def test_a_match_says_how_like_it_is_what_differs_and_where_it_is_from(
    client: FlaskClient, article: tuple[str, str], like_it: int
) -> None:
    address = "/articles/{}/{}/segments/{}/memory".format(*article, like_it)
    match = client.get(address, headers=HX).text
    assert "<b>95 %</b>" in match
    assert "<del>martedì</del><ins>lunedì</ins>" in match
    assert "/articles/altro/argo/" in match
    assert 'data-put="It reopens on Tuesday."' in match
    assert "<form" not in match, "it stands inside the form of the paragraph"


def test_without_scripts_a_match_becomes_the_draft(
    client: FlaskClient, db: Database, article: tuple[str, str], like_it: int
) -> None:
    slug, system = article
    page = client.get(f"/articles/{slug}/{system}/segments/{like_it}/memory").text
    fields = dict(re.findall(r'name="(text|base|form|action)" value="([^"]*)"', page))
    [address] = re.findall(r'<form method="post" action="([^"]*segments[^"]*)"', page)
    answer = client.post(address, data=fields)
    assert answer.status_code == 303
    assert f"edit={like_it}" in answer.location
    segment = workflow.segment(db, slug, system, like_it)
    assert (segment.current, segment.state) == ("It reopens on Tuesday.", "draft")


def test_a_long_list_is_read_page_by_page(
    client: FlaskClient, db: Database, monkeypatch: pytest.MonkeyPatch, like_it: int
) -> None:
    monkeypatch.setattr("workbench.web.memory.PAGE", 1)
    version = workflow.version(db, "altro", "argo")
    text = "The headline of Tuesday."
    workflow.save(db, version.segments[0].id, text, confirm=True, base=0, author="ada")
    first = client.get("/concordance/?words=tuesday&language=en").text
    assert "It reopens" in first
    assert 'rel="prev"' not in first
    [following] = re.findall(r'rel="next" href="([^"]*)"', first)
    last = client.get(unescape(following)).text
    assert "The headline" in last
    assert 'rel="next"' not in last
    assert 'rel="prev"' in last


@pytest.mark.parametrize("asked", ["AND", '"', "*", "NEAR(a b)", "source:a", "😀", "…", "a\0b"])
def test_any_search_is_answered(client: FlaskClient, like_it: int, asked: str) -> None:
    for query in ({"words": asked}, {"words": asked, "whole": "1", "language": "en"}):
        assert client.get("/concordance/", query_string=query).status_code == 200


def test_a_paragraph_that_is_not_there_is_404(
    client: FlaskClient, article: tuple[str, str]
) -> None:
    assert client.get("/articles/{}/{}/segments/99/memory".format(*article)).status_code == 404


def test_pieces_joined_are_the_text_without_its_marks() -> None:
    assert pieces("a \x02b\x03 c \x02d\x03") == [
        Piece("a ", found=False),
        Piece("b", found=True),
        Piece(" c ", found=False),
        Piece("d", found=True),
    ]
