"""The forms of notes, and the page that lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workbench import workflow

if TYPE_CHECKING:
    from flask.testing import FlaskClient
    from sqlite_utils import Database

HX = {"HX-Request": "true"}


@pytest.fixture
def notes(db: Database, article: tuple[str, str]) -> str:
    """The address of the notes at the second paragraph."""
    number = workflow.version(db, *article).segments[1].id
    return "/articles/{}/{}/segments/{}/notes".format(*article, number)


def test_a_note_is_left_answered_and_resolved(client: FlaskClient, notes: str) -> None:
    client.post("/you/", data={"name": "Ada"})
    answer = client.post(notes, data={"note": "Is <this> right?"}, headers=HX).text
    assert "Is &lt;this&gt; right?" in answer
    assert "<b>Ada</b>" in answer
    form = {"note": "Yes.", "action": "answer:1"}
    assert "Yes." in client.post(notes, data=form, headers=HX).text
    resolved = client.post(notes, data={"action": "resolve:1"}, headers=HX).text
    assert "1 resolved" in resolved
    assert "answer:1" not in resolved
    assert "answer:1" in client.post(notes, data={"action": "reopen:1"}, headers=HX).text


def test_without_scripts_a_note_leads_to_its_page(client: FlaskClient, notes: str) -> None:
    assert client.post(notes, data={"note": "Here."}).location == notes
    assert "Here." in client.get(notes).text


def test_names_are_marked_and_ones_own_stands_out(client: FlaskClient, notes: str) -> None:
    client.post("/you/", data={"name": "Ada Neri"})
    client.post(notes, data={"note": "@ada neri and @Bruno, look."})
    page = client.get(notes).text
    assert '<b class="mention me">@ada neri</b> and <b class="mention">@Bruno</b>, look.' in page


def test_whoever_is_called_sees_it_on_every_page(client: FlaskClient, notes: str) -> None:
    client.post(notes, data={"note": "@Ada, look."})
    assert "that name you" not in client.get("/articles/").text
    client.post("/you/", data={"name": "Ada"})
    assert (
        '<span class="num">1<span class="visually-hidden"> that name you'
        in client.get("/articles/").text
    )
    page = client.get("/notes/?whose=me").text
    assert "look." in page
    assert "edit=2" in page
    assert "No notes here." in client.get("/notes/?whose=mine").text
    assert "No notes here." in client.get("/notes/?resolved=1").text


def test_a_paragraph_with_open_notes_says_how_many(
    client: FlaskClient, notes: str, article: tuple[str, str]
) -> None:
    client.post(notes, data={"note": "One"})
    client.post(notes, data={"note": "Two"})
    assert "2 notes" in client.get("/articles/{}/{}/".format(*article)).text


def test_the_paragraph_that_is_opened_next_comes_with_its_notes(
    client: FlaskClient, notes: str, article: tuple[str, str]
) -> None:
    client.post(notes, data={"note": "Million or billion?"})
    address = "/articles/{}/{}/segments/1".format(*article)
    form = {"text": "A bridge reopens", "base": "0", "action": "confirm"}
    answer = client.post(address, data=form, headers=HX).text
    assert "Million or billion?" in answer
    clash = client.post(notes.removesuffix("/notes"), data={"text": "x", "base": "99"}, headers=HX)
    assert clash.status_code == 409
    assert "Million or billion?" in clash.text


def test_an_answer_that_was_begun_is_kept_when_the_thread_is_resolved(
    client: FlaskClient, notes: str
) -> None:
    client.post(notes, data={"note": "Million or billion?"})
    form = {"note": "Million.", "action": "resolve:1"}
    resolved = client.post(notes, data=form, headers=HX).text
    assert "1 resolved" in resolved
    assert "Million." in resolved


@pytest.mark.parametrize(
    ("form", "status", "sentence"),
    [
        ({"note": " "}, 422, "The note is empty"),
        ({"note": "x" * 5_001}, 413, "shorten it"),
        ({"action": "resolve:99"}, 404, "There is no such note"),
        ({"action": "answer:9999999999999999999999", "note": "x"}, 200, "x"),
    ],
)
def test_bad_notes_are_refused_in_one_sentence(
    client: FlaskClient, notes: str, form: dict[str, str], status: int, sentence: str
) -> None:
    answer = client.post(notes, data=form, headers=HX)
    assert answer.status_code == status
    assert sentence in answer.text
