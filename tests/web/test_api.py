"""The JSON API: what a program reads and writes, and how it is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conftest import ENGLISH, ITALIAN
from workbench import workflow
from workbench.model import Term

if TYPE_CHECKING:
    from flask.testing import FlaskClient
    from sqlite_utils import Database

    from workbench.model import Segment

API = "/api/v1"


@pytest.fixture
def place(article: tuple[str, str]) -> str:
    """The address of the one translation."""
    return "{}/articles/{}/{}".format(API, *article)


@pytest.fixture
def second(db: Database, article: tuple[str, str]) -> Segment:
    """The paragraph with a wrong magnitude."""
    return workflow.version(db, *article).segments[1]


@pytest.fixture
def there(place: str, second: Segment) -> str:
    """Its address."""
    return f"{place}/segments/{second.id}"


def test_an_article_is_imported_and_looked_at(client: FlaskClient) -> None:
    made = client.post(
        f"{API}/articles",
        json={
            "source": ITALIAN,
            "target": ENGLISH,
            "system": "Argo",
            "outlet": "Il Lentro",
            "deadline": "2026-03-09T18:00",
        },
    )
    assert made.status_code == 201
    assert made.location == f"{API}/articles/riapre-il-ponte-vecchio-di-roccalta/argo"
    assert made.json == client.get(made.location).json
    assert made.json["segments"] == 4
    assert made.json["deadline"] == "2026-03-09T18:00"
    whole = client.get(made.location.removesuffix("/argo")).json
    assert whole["outlet"] == "Il Lentro"
    assert whole["translations"] == [made.json]


def test_what_is_here_already_is_not_imported_again(client: FlaskClient) -> None:
    body = {"source": ITALIAN, "target": ENGLISH}
    first, again = (client.post(f"{API}/articles", json=body) for _ in range(2))
    assert [first.status_code, again.status_code] == [201, 200]
    assert again.location == first.location


def test_a_deadline_that_is_none_keeps_the_article_out(client: FlaskClient, db: Database) -> None:
    body = {"source": ITALIAN, "target": ENGLISH, "deadline": "soon"}
    refused = client.post(f"{API}/articles", json=body)
    assert (refused.status_code, refused.json["field"]) == (422, "deadline")
    assert workflow.summaries(db) == []


def test_segments_come_with_their_findings_and_their_texts(
    client: FlaskClient, place: str, second: Segment
) -> None:
    found = client.get(f"{place}/segments").json["items"][1]
    assert found["id"] == second.id
    assert found["source"] == second.source
    assert found["hypothesis"] == found["target"] == second.target
    wrong = next(each for each in found["findings"] if each["severity"] == "critical")
    start, end = wrong["span"]["start"], wrong["span"]["end"]
    assert found["target"][start:end] == "2.4 billion"
    assert wrong["message"]


def test_the_reasons_come_in_the_language_that_is_asked_for(
    client: FlaskClient, there: str, second: Segment
) -> None:
    def said(language: str) -> list[str]:
        found = client.get(there, headers={"Accept-Language": language}).json
        return [each["message"] for each in found["findings"]]

    assert said("en") == [str(each.message) for each in second.findings]
    assert said("it") != said("en")


@pytest.mark.parametrize("listed", ["articles", "queue", "segments", "glossary"])
def test_a_list_comes_in_parts_of_which_none_is_lost_or_doubled(
    client: FlaskClient, db: Database, place: str, listed: str
) -> None:
    for each in ("PIL", "IVA", "Onu"):
        workflow.add_term(db, Term(each, f"the {each}"), "Ada")
    address = f"{place}/segments" if listed == "segments" else f"{API}/{listed}"
    whole = client.get(address).json
    assert whole["next"] is None
    parts, following = [], 0
    while following is not None:
        part = client.get(address, query_string={"after": following, "limit": 1}).json
        assert len(part["items"]) <= 1
        parts += part["items"]
        following = part["next"]
    assert parts == whole["items"]


def test_the_queue_goes_on_where_it_was_although_somebody_works_in_it(
    client: FlaskClient, db: Database, article: tuple[str, str]
) -> None:
    for order in ("risk", "deadline"):
        asked = {"order": order, "limit": 2}
        first = client.get(f"{API}/queue", query_string=asked).json
        last = first["items"][-1]["segment"]
        whole = [each.segment.id for each in workflow.queue(db, order)]
        workflow.save(db, last["id"], "Done.", confirm=True, base=last["revision"], author="Ada")
        asked["after"] = first["next"]
        rest = client.get(f"{API}/queue", query_string=asked).json
        assert [each["segment"]["id"] for each in rest["items"]] == whole[2:4]


def test_a_segment_is_corrected_and_remembers_it(client: FlaskClient, there: str) -> None:
    draft = client.patch(there, json={"target": "A draft.", "revision": 0}).json
    assert (draft["state"], draft["target"]) == ("draft", "A draft.")
    body = {"target": "It is right.", "revision": draft["revision"], "confirm": True}
    done = client.patch(there, json=body).json
    assert (done["state"], done["target"]) == ("translated", "It is right.")
    events = client.get(f"{there}/history").json["items"]
    assert [(each["kind"], each["target"]) for each in events] == [
        ("confirm", "It is right."),
        ("draft", "A draft."),
    ]


def test_whoever_comes_second_gets_both_texts_and_what_they_started_from(
    client: FlaskClient, there: str, second: Segment
) -> None:
    theirs = client.patch(there, json={"target": "Theirs.", "revision": 0}).json
    refused = client.patch(there, json={"target": "Mine.", "revision": 0})
    assert refused.status_code == 409
    assert refused.content_type == "application/problem+json"
    told = refused.json
    assert (told["yours"], told["theirs"]) == ("Mine.", "Theirs.")
    assert (told["ancestor"], told["revision"]) == (second.target, theirs["revision"])
    assert client.get(there).json["target"] == "Theirs."


def test_a_finding_is_set_aside_and_taken_up_again(client: FlaskClient, there: str) -> None:
    key = client.get(there).json["findings"][0]["key"]
    without = client.put(f"{there}/dismissed/{key}").json
    assert key in [each["key"] for each in without["dismissed"]]
    again = client.delete(f"{there}/dismissed/{key}").json
    assert again["dismissed"] == []
    assert client.put(f"{there}/dismissed/none").status_code == 404


def test_notes_are_written_answered_and_settled(client: FlaskClient, there: str) -> None:
    said = client.post(f"{there}/notes", json={"text": "Right?"})
    assert said.status_code == 201
    thread = said.json["items"][0]["id"]
    client.post(f"{there}/notes", json={"text": "Yes.", "thread": thread})
    client.patch(f"{there}/notes/{thread}", json={"open": False, "text": "So be it."})
    (found,) = client.get(f"{there}/notes").json["items"]
    assert found["open"] is False
    assert [each["text"] for each in found["notes"]] == ["Right?", "Yes.", "So be it.", ""]


def test_the_export_is_the_text_alone_and_is_in_the_audit_log(
    client: FlaskClient, db: Database, place: str
) -> None:
    answer = client.get(f"{place}/export")
    assert answer.mimetype == "text/plain"
    assert answer.text.startswith("Roccalta's old bridge reopens\n\n")
    assert client.get(f"{place}/export?approved=true").text == ""
    assert [each.action for each in workflow.audit_log(db)] == ["export", "export"]


def test_a_term_is_added_and_checked_for_at_once(client: FlaskClient, db: Database) -> None:
    body = {"italian": "comune", "english": "town council", "forbidden": ["municipality"]}
    made = client.post(f"{API}/glossary", json=body)
    assert made.status_code == 201
    assert made.json["forbidden"] == ["municipality"]
    assert client.post(f"{API}/glossary", json=body).status_code == 422
    pair = {"source": "Il comune paga.", "target": "The municipality pays."}
    found = client.post(f"{API}/check", json=pair).json
    assert "glossary" in [each["check"] for each in found["findings"]]
    assert workflow.summaries(db) == []


def test_checks_are_listed_with_their_record(client: FlaskClient) -> None:
    listed = client.get(f"{API}/checks").json["items"]
    assert [each["id"] for each in listed] == [each.id for each in workflow.all_checks()]


def test_long_work_is_begun_and_watched(client: FlaskClient, place: str) -> None:
    begun = client.post(f"{API}/jobs", json={"kind": "rescore"})
    assert begun.status_code == 202
    assert client.get(begun.location).json["id"] == begun.json["id"]


def test_the_scores_of_a_translation_have_their_signatures(
    client: FlaskClient, there: str, place: str
) -> None:
    client.patch(there, json={"target": "It is right.", "revision": 0, "confirm": True})
    listed = client.get(f"{place}/scores").json["items"]
    assert all(each["signature"] and each["against"] == "correction" for each in listed)
    assert listed


@pytest.mark.parametrize(
    ("body", "field"),
    [
        (b"", None),
        (b"{", None),
        (b"[]", None),
        (b'{"target": "\\ud800", "revision": 0}', None),
        (b'{"revision": 0}', "target"),
        (b'{"target": 1, "revision": 0}', "target"),
        (b'{"target": "x", "revision": -1}', "revision"),
        (b'{"target": "x", "revision": 1e400}', "revision"),
        (b'{"target": "x", "revision": 9223372036854775808}', "revision"),
        (b'{"target": "x", "revision": 0, "text": "x"}', "text"),
    ],
)
def test_a_body_of_another_shape_is_refused_with_its_field(
    client: FlaskClient, there: str, body: bytes, field: str | None
) -> None:
    refused = client.patch(there, data=body, content_type="application/json")
    assert (refused.status_code, refused.json["field"]) == (422, field)
    assert refused.json["title"]


@pytest.mark.parametrize(
    ("asked", "field"),
    [("limit=0", "limit"), ("limit=201", "limit"), ("after=x", "after"), ("limt=5", "limt")],
)
def test_a_query_of_another_shape_is_refused_with_its_field(
    client: FlaskClient, asked: str, field: str
) -> None:
    refused = client.get(f"{API}/articles?{asked}")
    assert (refused.status_code, refused.json["field"]) == (422, field)


def test_a_form_is_no_json(client: FlaskClient, there: str) -> None:
    refused = client.patch(there, data={"target": "x", "revision": 0})
    assert refused.status_code == 415


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nowhere", 404),
        ("GET", "/articles/none", 404),
        ("GET", "/articles/none/argo/segments", 404),
        ("GET", "/jobs/9", 404),
        ("GET", "/jobs/99999999999999999999", 404),
        ("PUT", "/articles", 405),
    ],
)
def test_what_is_not_there_is_refused_as_a_problem(
    client: FlaskClient, method: str, path: str, status: int
) -> None:
    refused = client.open(API + path, method=method)
    assert refused.status_code == refused.json["status"] == status
    assert refused.content_type == "application/problem+json"
    assert refused.json["detail"].endswith((".", "json."))


def test_what_takes_no_such_request_says_what_it_takes(client: FlaskClient) -> None:
    assert "POST" in client.put(f"{API}/articles").headers["Allow"]


def test_a_page_of_another_site_changes_nothing(client: FlaskClient, there: str) -> None:
    foreign = {"Sec-Fetch-Site": "cross-site"}
    refused = client.patch(there, json={"target": "x", "revision": 0}, headers=foreign)
    assert refused.status_code == 403
    assert refused.content_type == "application/problem+json"
