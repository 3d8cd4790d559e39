"""The page on which the desk deletes an article for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask.testing import FlaskClient


def test_the_page_says_what_goes_and_asks_for_the_short_name(
    client: FlaskClient, article: tuple[str, str]
) -> None:
    page = client.get(f"/deletion/{article[0]}/").text
    assert "4 paragraphs of the Italian" in page
    assert f"<code>{article[0]}</code>" in page
    assert f"/deletion/{article[0]}/" in client.get("/articles/{}/{}/export".format(*article)).text


def test_the_right_name_deletes_and_the_list_says_so(
    client: FlaskClient, article: tuple[str, str]
) -> None:
    done = client.post(
        f"/deletion/{article[0]}/", data={"confirm": article[0]}, follow_redirects=True
    )
    assert f"“{article[0]}” is deleted for good." in done.text
    assert client.get("/articles/{}/{}/".format(*article)).status_code == 404


def test_another_name_deletes_nothing_and_is_said_to_be_one(
    client: FlaskClient, article: tuple[str, str]
) -> None:
    refused = client.post(f"/deletion/{article[0]}/", data={"confirm": "yes"})
    assert refused.status_code == 422
    assert "nothing was deleted" in refused.text
    assert client.get("/articles/{}/{}/".format(*article)).status_code == 200


def test_what_is_not_there_cannot_be_deleted(client: FlaskClient) -> None:
    assert client.get("/deletion/nowhere/").status_code == 404
    assert client.post("/deletion/nowhere/", data={"confirm": "nowhere"}).status_code == 404


def test_a_paragraph_of_a_deleted_article_is_saved_nowhere(
    client: FlaskClient, article: tuple[str, str]
) -> None:
    client.post(f"/deletion/{article[0]}/", data={"confirm": article[0]})
    form = {"text": "Too late.", "base": "0", "action": "confirm"}
    gone = client.post("/articles/{}/{}/segments/1".format(*article), data=form)
    assert gone.status_code in (303, 404)
