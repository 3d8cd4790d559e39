"""The language of the pages: chosen, remembered, or asked for by the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from flask.testing import FlaskClient


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("it-IT,it;q=0.9", "it"),
        ("en-GB", "en"),
        ("fr", "en"),
        ("de,it;q=0.5,en;q=0.1", "it"),
        ("*", "en"),
    ],
)
def test_the_browser_gets_the_language_it_asks_for(
    client: FlaskClient, asked: str, given: str
) -> None:
    page = client.get("/articles/", headers={"Accept-Language": asked}).text
    assert f'<html lang="{given}">' in page


def test_a_choice_is_remembered_and_leads_back(client: FlaskClient) -> None:
    answer = client.post("/locale", data={"language": "it", "next": "/articles/import?a=b"})
    assert (answer.status_code, answer.location) == (303, "/articles/import?a=b")
    assert "Importa un articolo" in client.get("/articles/import").text


def test_a_language_we_do_not_have_changes_nothing(client: FlaskClient) -> None:
    client.post("/locale", data={"language": "xx"})
    assert '<html lang="en">' in client.get("/articles/").text


@pytest.mark.parametrize(
    "page",
    ["https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere", "javascript:x", ""],
)
def test_the_way_back_never_leads_to_another_site(client: FlaskClient, page: str) -> None:
    answer = client.post("/locale", data={"language": "it", "next": page})
    assert answer.location == "/articles/"


def test_the_times_of_the_history_are_in_the_language_of_the_page(
    client: FlaskClient, article: tuple[str, str]
) -> None:
    address = "/articles/{}/{}/segments/1".format(*article)
    client.post(address, data={"text": "A draft", "base": "0", "action": "draft"})
    client.set_cookie("locale", "it")
    assert "bozza" in client.get(f"{address}/history").text
