"""Who is at the browser, how they like their pages, and who else is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workbench import workflow
from workbench.web.presence import SECONDS, Presence

if TYPE_CHECKING:
    from flask.testing import FlaskClient
    from sqlite_utils import Database


@pytest.fixture
def editor(article: tuple[str, str]) -> str:
    """The address of the editor."""
    return "/articles/{}/{}/".format(*article)


def test_what_a_person_writes_bears_the_name_they_gave(
    client: FlaskClient, editor: str, db: Database, article: tuple[str, str]
) -> None:
    client.post("/you/", data={"name": "  Zoë   D’Amico "})
    segment = workflow.version(db, *article).segments[0]
    client.post(f"{editor}segments/{segment.id}", data={"text": "Hers.", "base": "0"})
    assert [each.author for each in workflow.history(db, segment.id)] == ["Zoë D’Amico"]
    assert "Zoë D’Amico</a>" in client.get(editor).text


def test_nobody_has_to_give_a_name(client: FlaskClient, editor: str) -> None:
    assert "Your name?" in client.get(editor).text
    client.post("/you/", data={"name": "Ada"})
    client.post("/you/", data={"name": " "})
    assert "Your name?" in client.get(editor).text


@pytest.mark.parametrize("name", ["x" * 61, "\u200b" * 3, "\x00\x1b[31m"])
def test_odd_names_break_nothing(client: FlaskClient, name: str) -> None:
    answer = client.post("/you/", data={"name": name})
    assert answer.status_code in (303, 422)
    assert client.get("/you/").status_code == 200


def test_a_name_that_is_too_long_is_refused_in_one_sentence(client: FlaskClient) -> None:
    answer = client.post("/you/", data={"name": "x" * 61})
    assert answer.status_code == 422
    assert "longer than 60 characters" in answer.text


def test_each_person_has_wishes_of_their_own(client: FlaskClient, editor: str) -> None:
    client.post("/you/", data={"name": "Ada"})
    client.post("/you/preferences/scores", data={"on": "0"})
    assert "no-scores" in client.get(editor).text
    client.post("/you/", data={"name": "Bruno"})
    assert "no-scores" not in client.get(editor).text
    client.post("/you/", data={"name": "Ada"})
    assert "no-scores" in client.get(editor).text


def test_a_wish_takes_you_back_to_the_page_it_was_made_on(client: FlaskClient, editor: str) -> None:
    form = {"on": "0", "next": f"{editor}?show=open"}
    assert client.post("/you/preferences/changes", data=form).location == f"{editor}?show=open"
    form["next"] = "//elsewhere.example/"
    assert client.post("/you/preferences/changes", data=form).location == "/articles/"


def test_an_unknown_wish_is_refused(client: FlaskClient) -> None:
    answer = client.post("/you/preferences/more-money", data={"on": "1"})
    assert answer.status_code == 422
    assert "“more-money” is nothing to choose" in answer.text


def test_a_first_pass_shows_nothing_that_the_program_thinks(
    client: FlaskClient, editor: str
) -> None:
    before = client.get(f"{editor}?order=risk&show=flagged").text
    assert all(sign in before for sign in ('class="finding"', "<mark", "by risk", 'id="scores"'))
    client.post("/you/preferences/first-pass", data={"on": "1"})
    plain = client.get(f"{editor}?order=risk&show=flagged").text
    for sign in ('class="finding"', "<mark", "by risk", 'id="scores"', 'class="tag', "Worst first"):
        assert sign not in plain
    assert plain.count('<section class="row ') == 4
    client.post("/you/preferences/first-pass", data={"on": "0"})
    assert 'class="tag' in client.get(editor).text


def test_an_open_paragraph_says_why_it_is_where_it_is(client: FlaskClient, editor: str) -> None:
    assert "Place 1 of 4 by risk:" in client.get(f"{editor}?order=risk").text


def test_whoever_has_the_same_paragraph_open_is_named(client: FlaskClient) -> None:
    client.post("/you/", data={"name": "Ada"})
    assert client.post("/presence/1", data={"form": "a"}).text.strip() == ""
    client.post("/you/", data={"name": "Bruno"})
    assert "Ada has this paragraph open too." in client.post("/presence/1", data={"form": "b"}).text
    assert client.post("/presence/2", data={"form": "b"}).text.strip() == ""
    assert client.post("/presence/1", data={"form": "a", "leave": "1"}).status_code == 204
    assert client.post("/presence/1", data={"form": "b"}).text.strip() == ""


def test_ones_own_second_window_is_told_apart(client: FlaskClient) -> None:
    client.post("/presence/1", data={"form": "a"})
    assert "another window" in client.post("/presence/1", data={"form": "b"}).text


def test_a_form_that_is_no_longer_heard_of_is_forgotten() -> None:
    now = [0.0]
    presence = Presence(clock=lambda: now[0])
    presence.note(1, "a", "Ada")
    now[0] = SECONDS - 1
    assert presence.note(1, "b", "Bruno") == ["Ada"]
    now[0] = SECONDS + 1
    assert presence.note(1, "b", "Bruno") == []


def test_open_forms_do_not_grow_without_end() -> None:
    presence = Presence()
    for number in range(12_000):
        presence.note(number, "a", "Ada")
    assert presence.note(0, "b", "Bruno") == []
    assert presence.note(11_999, "b", "Bruno") == ["Ada"]
