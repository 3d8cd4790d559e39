"""The page to find and replace: a preview, a tick for each hit, one step, one undo."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from workbench import workflow

if TYPE_CHECKING:
    from flask.testing import FlaskClient
    from sqlite_utils import Database

Place = tuple[str, str]
BRIDGE = {"words": "bridge", "replacement": "span", "whole": "1", "case": "1"}


def fields(page: str, name: str) -> list[str]:
    return re.findall(rf'name="{name}"[^>]* value="([^"]*)"', page)


def english(db: Database, article: Place) -> list[str | None]:
    return [segment.current for segment in workflow.version(db, *article).segments]


def test_every_place_is_shown_before_anything_is_changed(
    client: FlaskClient, db: Database, article: Place
) -> None:
    before = english(db, article)
    page = client.get("/replace/", query_string=BRIDGE).text
    assert page.count("<del>bridge</del><ins>span</ins>") == 2
    assert "2 places, 2 paragraphs" in re.sub(r"\s+", " ", page)
    assert english(db, article) == before


def test_what_is_ticked_is_replaced_and_one_click_takes_it_back(
    client: FlaskClient, db: Database, article: Place
) -> None:
    before = english(db, article)
    page = client.get("/replace/", query_string=BRIDGE).text
    hits, bases = fields(page, "hit"), fields(page, "base")
    answer = client.post("/replace/", data={**BRIDGE, "hit": hits[:1], "base": bases})
    assert answer.status_code == 303
    assert english(db, article)[0] == (before[0] or "").replace("bridge", "span")
    assert english(db, article)[1:] == before[1:]
    shown = client.get(answer.location).text
    assert "1 paragraph changed." in shown
    (undo,) = re.findall(r'action="(/replace/\d+/undo)"', shown)
    assert "1 paragraph changed." in client.get(client.post(undo).location).text
    assert english(db, article) == before


def test_a_paragraph_written_in_meanwhile_is_named(
    client: FlaskClient, db: Database, article: Place
) -> None:
    page = client.get("/replace/", query_string=BRIDGE).text
    segment = workflow.version(db, *article).segments[0]
    workflow.save(db, segment.id, "The bridge, anew.", confirm=False, base=0, author="bruno")
    sent = {**BRIDGE, "hit": fields(page, "hit"), "base": fields(page, "base")}
    answer = client.post("/replace/", data=sent)
    assert "1 paragraph was left alone" in client.get(answer.location).text
    assert english(db, article)[0] == "The bridge, anew."


def test_nothing_ticked_is_refused_with_a_sentence(client: FlaskClient, article: Place) -> None:
    del article
    answer = client.post("/replace/", data={**BRIDGE, "hit": ["x", "1:-1", "1"], "base": ["1:0"]})
    assert answer.status_code == 422
    assert "Nothing is ticked" in answer.text


def test_words_that_stand_nowhere_say_so(client: FlaskClient, article: Place) -> None:
    del article
    assert "stand nowhere" in client.get("/replace/?words=Atlantis").text
    assert "stand nowhere" not in client.get("/replace/").text


@pytest.mark.parametrize("address", ["/replace/?words=a&article=nowhere", "/replace/?done=99"])
def test_what_is_not_there_is_404(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_from_a_finding_the_same_words_are_looked_for_in_the_article(
    client: FlaskClient, article: Place
) -> None:
    slug, system = article
    page = client.get(f"/articles/{slug}/{system}/?edit=2").text
    (address,) = re.findall(r'href="(/replace/\?words=monday[^"]*)"', page)
    found = client.get(address.replace("&amp;", "&")).text
    assert "<del>monday</del><ins>Monday</ins>" in found
    assert "In one article." in found


def test_markup_in_the_words_is_shown_as_text(
    client: FlaskClient, db: Database, article: Place
) -> None:
    segment = workflow.version(db, *article).segments[0]
    workflow.save(db, segment.id, "A <b>bold</b> bridge", confirm=False, base=0, author="ada")
    page = client.get("/replace/", query_string={"words": "<b>bold</b>", "replacement": "<i>"}).text
    assert "<del>&lt;b&gt;bold&lt;/b&gt;</del><ins>&lt;i&gt;</ins>" in page
