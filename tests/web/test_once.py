"""Forms and requests that are sent twice: by a double click, or again after a lost answer."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ENGLISH, ITALIAN
from workbench import workflow

if TYPE_CHECKING:
    from flask.testing import FlaskClient
    from sqlite_utils import Database

API = "/api/v1"


@pytest.fixture
def notes(db: Database, article: tuple[str, str]) -> str:
    """The address of the notes at the second paragraph."""
    number = workflow.version(db, *article).segments[1].id
    return "/articles/{}/{}/segments/{}/notes".format(*article, number)


def token(page: str) -> str:
    """The key in the last form of a page."""
    return re.findall(r'name="once" value="([^"]+)"', page)[-1]


def test_a_note_sent_twice_is_one_note(client: FlaskClient, notes: str) -> None:
    form = {"note": "Right?", "once": token(client.get(notes).text)}
    answers = [client.post(notes, data=form) for _ in range(2)]
    assert {each.location for each in answers} == {notes}
    assert client.get(notes).text.count("Right?") == 1
    client.post(notes, data=form | {"note": "And this?"})
    assert "And this?" in client.get(notes).text


def test_the_next_form_may_say_the_same_again(client: FlaskClient, notes: str) -> None:
    for _ in range(2):
        client.post(notes, data={"note": "Right?", "once": token(client.get(notes).text)})
    assert client.get(notes).text.count("Right?") == 2


def test_a_script_that_sends_a_note_twice_is_shown_the_same_twice(
    client: FlaskClient, notes: str
) -> None:
    form = {"note": "Right?", "once": "k"}
    first, again = (client.post(notes, data=form, headers={"HX-Request": "1"}) for _ in range(2))
    assert first.text == again.text
    assert first.text.count("Right?") == 1


@pytest.mark.parametrize("as_files", [False, True])
def test_an_import_sent_twice_leads_to_the_same_preview(
    client: FlaskClient, db: Database, as_files: bool
) -> None:
    page = client.get("/articles/import").text

    def send() -> str | None:
        form: dict[str, object] = {"source": ITALIAN, "target": ENGLISH, "once": token(page)}
        if as_files:
            form |= {"source": "", "source_file": (io.BytesIO(ITALIAN.encode()), "it.txt")}
        return client.post(
            "/articles/import", data=form, content_type="multipart/form-data"
        ).location

    assert send() == send() == "/pairing/1/"
    assert len(workflow.unfinished(db)) == 1


def test_an_import_that_was_refused_is_tried_again(client: FlaskClient) -> None:
    form = {"source": ITALIAN, "target": ITALIAN, "once": "k"}
    assert client.post("/articles/import", data=form).status_code == 422
    assert client.post("/articles/import", data=form | {"target": ENGLISH}).status_code == 303


def test_a_term_sent_twice_is_added_once_and_said_to_be(client: FlaskClient) -> None:
    key = token(client.get("/glossary/").text)
    form = {"italian": "PIL", "english": "GDP", "once": key}
    first, again = (client.post("/glossary/", data=form) for _ in range(2))
    assert first.location == again.location == "/glossary/?added=1"


def test_a_replacement_sent_twice_is_one_step(
    client: FlaskClient, db: Database, article: tuple[str, str]
) -> None:
    page = client.get("/replace/?words=bridge&replacement=span").text
    names = re.findall(r'name="(base|hit)"(?: id="\w+")? value="([^"]+)"', page)
    form = {
        "words": "bridge",
        "replacement": "span",
        "once": token(page),
        **{name: [value for key, value in names if key == name] for name in ("base", "hit")},
    }
    first, again = (client.post("/replace/", data=form) for _ in range(2))
    assert first.location == again.location == "/replace/?done=1&words=bridge&replacement=span"
    texts = [each.current or "" for each in workflow.version(db, *article).segments]
    assert sum("span" in text for text in texts) == 2


def test_a_step_of_the_pairing_sent_twice_is_made_once(
    client: FlaskClient, db: Database, article: tuple[str, str]
) -> None:
    version = workflow.version(db, *article)
    form = {"base": version.alignment, "action": "merge", "row": version.segments[1].id}
    statuses = [client.post(f"/pairing/{version.id}/", data=form).status_code for _ in range(2)]
    assert statuses == [303, 409]
    assert len(workflow.version(db, *article).segments) == len(version.segments) - 1


def test_a_program_that_sends_the_same_key_twice_gets_the_same_answer(
    client: FlaskClient, article: tuple[str, str]
) -> None:
    address = "{}/articles/{}/{}/segments/2".format(API, *article)
    body, key = {"target": "Mine.", "revision": 0}, {"Idempotency-Key": "k"}
    first, again = (client.patch(address, json=body, headers=key) for _ in range(2))
    assert (first.status_code, first.json) == (again.status_code, again.json)
    assert len(client.get(f"{address}/history").json["items"]) == 1
    other = client.patch(address, json=body | {"target": "Other."}, headers=key)
    assert other.status_code == 422
    assert "send a new key" in other.json["detail"]


def test_an_import_by_a_program_keeps_its_answer(client: FlaskClient) -> None:
    body, key = {"source": ITALIAN, "target": ENGLISH}, {"Idempotency-Key": "k"}
    answers = [client.post(f"{API}/articles", json=body, headers=key) for _ in range(2)]
    assert [each.status_code for each in answers] == [201, 201]
    assert answers[0].json == answers[1].json
    assert answers[0].location == answers[1].location


def test_a_conflict_is_not_remembered(client: FlaskClient, article: tuple[str, str]) -> None:
    address = "{}/articles/{}/{}/segments/2".format(API, *article)
    theirs = client.patch(address, json={"target": "Theirs.", "revision": 0}).json
    refused = client.patch(
        address, json={"target": "Mine.", "revision": 0}, headers={"Idempotency-Key": "k"}
    )
    assert refused.status_code == 409
    mended = {"target": "Both.", "revision": theirs["revision"]}
    assert client.patch(address, json=mended, headers={"Idempotency-Key": "k"}).status_code == 200
