"""The list of articles and the work started from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench import workflow

if TYPE_CHECKING:
    from flask.testing import FlaskClient
    from sqlite_utils import Database


def test_everybody_starts_at_the_list(client: FlaskClient) -> None:
    assert client.get("/").location == "/articles/"


def test_an_empty_list_says_what_to_do(client: FlaskClient) -> None:
    page = client.get("/articles/").text
    assert "No articles yet" in page
    assert "Check everything again" not in page


def test_an_article_is_listed_with_progress_and_findings(
    client: FlaskClient, article: tuple[str, str]
) -> None:
    page = client.get("/articles/").text
    assert "/articles/{}/{}/".format(*article) in page
    assert "0 of 4" in page
    assert '<span class="tag critical"><span aria-hidden="true">●</span> 1 critical</span>' in page


def test_numbers_agree_with_their_words_in_italian(
    client: FlaskClient, article: tuple[str, str]
) -> None:
    client.set_cookie("locale", "it")
    page = client.get("/articles/").text
    assert "</span> 1 critica</span>" in page
    assert '<html lang="it">' in page
    assert '<th scope="row" lang="it">' in page


def test_an_omitted_paragraph_is_counted(
    client: FlaskClient, db: Database, small_pair: tuple[object, object]
) -> None:
    italian, english = small_pair
    shorter = workflow.importing.ingest.from_paste("\n\n".join(english.text.split("\n\n")[:3]))
    workflow.import_pair(db, italian, shorter)
    assert 'aria-label="1 unpaired paragraph">1<' in client.get("/articles/").text
