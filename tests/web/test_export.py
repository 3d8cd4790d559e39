"""The export page and the file it offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workbench import workflow
from workbench.ingest import from_paste

if TYPE_CHECKING:
    from flask.testing import FlaskClient
    from sqlite_utils import Database

    from workbench.model import RawText


@pytest.fixture
def place(article: tuple[str, str]) -> str:
    return "/articles/{}/{}/".format(*article)


def test_the_file_is_plain_utf8_text_to_be_saved(
    client: FlaskClient, place: str, small_pair: tuple[RawText, RawText]
) -> None:
    answer = client.get(f"{place}export.txt")
    assert answer.content_type == "text/plain; charset=utf-8"
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=riapre-il-ponte")
    assert answer.text == small_pair[1].text


def test_unconfirmed_paragraphs_can_be_left_out(
    client: FlaskClient, place: str, db: Database, article: tuple[str, str]
) -> None:
    first = workflow.version(db, *article).segments[0]
    workflow.save(db, first.id, "Confirmed.", confirm=True, base=0, author="ada")
    assert client.get(f"{place}export.txt?approved=1").text == "Confirmed.\n"


def test_the_page_lists_what_is_unreviewed_and_leads_there(client: FlaskClient, place: str) -> None:
    page = client.get(f"{place}export").text
    assert "Not yet confirmed: 4 of 4" in page
    assert "?edit=1#s1" in page


def test_a_finished_article_says_so(
    client: FlaskClient, place: str, db: Database, article: tuple[str, str]
) -> None:
    for segment in workflow.version(db, *article).segments:
        text = segment.target or ""
        workflow.save(db, segment.id, text, confirm=True, base=0, author="ada")
    assert "Every paragraph is confirmed." in client.get(f"{place}export").text


def test_an_added_paragraph_whose_english_was_emptied_is_listed_by_the_ai_text(
    client: FlaskClient, db: Database, small_pair: tuple[RawText, RawText]
) -> None:
    longer = from_paste(f"{small_pair[1].text}\nSign up and never miss a story of the valley.\n")
    done = workflow.import_pair(db, small_pair[0], longer)
    (added,) = [s for s in workflow.version(db, done.slug).segments if s.source is None]
    workflow.save(db, added.id, "", confirm=False, base=0, author="ada")
    answer = client.get(f"/articles/{done.slug}/{done.system}/export")
    assert answer.status_code == 200
    assert 'lang="en">Sign up and never miss' in answer.text


def test_an_omitted_paragraph_is_listed_by_its_italian(
    client: FlaskClient, db: Database, small_pair: tuple[RawText, RawText]
) -> None:
    shorter = from_paste("\n\n".join(small_pair[1].text.split("\n\n")[:3]))
    done = workflow.import_pair(db, small_pair[0], shorter)
    page = client.get(f"/articles/{done.slug}/{done.system}/export").text
    assert 'lang="it">Il comune ha promesso' in page


@pytest.mark.parametrize("page", ["export", "export.txt"])
def test_an_unknown_article_is_404(client: FlaskClient, page: str) -> None:
    assert client.get(f"/articles/nowhere/argo/{page}").status_code == 404
