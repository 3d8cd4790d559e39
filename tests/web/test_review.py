"""The editor's pages without scripts: approve, send back, finish, take up again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workbench import workflow

if TYPE_CHECKING:
    from flask.testing import FlaskClient
    from sqlite_utils import Database
    from werkzeug.test import TestResponse

    from workbench.model import Segment

FRAGMENT = {"HX-Request": "true"}


@pytest.fixture
def base(article: tuple[str, str]) -> str:
    return "/articles/{}/{}/".format(*article)


@pytest.fixture
def done(db: Database, article: tuple[str, str]) -> Segment:
    """A paragraph that Ada has confirmed."""
    body = workflow.version(db, article[0]).segments[1]
    return workflow.save(db, body.id, "The bridge reopens.", confirm=True, base=0, author="Ada")


def judge(client: FlaskClient, base: str, done: Segment, **form: object) -> TestResponse:
    client.set_cookie("name", "Bruno")
    data = {"base": done.revision, "mode": "review", **form}
    return client.post(f"{base}segments/{done.id}/review", data=data, headers=FRAGMENT)


def test_a_review_shows_what_was_changed_before_the_text(
    client: FlaskClient, base: str, done: Segment
) -> None:
    page = client.get(f"{base}?mode=review&edit={done.id}").text
    panel = page[page.index('class="review"') :]
    assert "What was changed in the AI text" in panel
    assert "<del>" in panel
    assert "Approve and next" in panel
    assert 'name="text"' not in page


def test_an_approval_answers_with_the_row_and_the_next(
    client: FlaskClient, db: Database, base: str, done: Segment
) -> None:
    answer = judge(client, base, done, action="approve")
    assert answer.status_code == 200
    assert 'aria-label="reviewed"' in answer.text
    assert workflow.reviews_of(db, done.id)[0].author == "Bruno"


def test_ones_own_text_is_refused_with_a_sentence(
    client: FlaskClient, db: Database, base: str, done: Segment
) -> None:
    client.set_cookie("name", "ada")
    data = {"base": done.revision, "mode": "review", "action": "approve"}
    answer = client.post(f"{base}segments/{done.id}/review", data=data)
    assert answer.status_code == 403
    assert "somebody else must approve it" in answer.text
    assert workflow.reviews_of(db, done.id) == []


def test_a_text_that_is_another_by_now_is_shown_before_it_is_approved(
    client: FlaskClient, db: Database, base: str, done: Segment
) -> None:
    workflow.save(db, done.id, "Newer.", confirm=True, base=done.revision, author="Ada")
    answer = judge(client, base, done, action="approve")
    assert answer.status_code == 409
    assert "read the new text first" in answer.text
    assert "Newer." in answer.text


def test_sending_back_wants_a_reason_that_the_translator_sees(
    client: FlaskClient, base: str, done: Segment
) -> None:
    assert judge(client, base, done, action="send-back", reason=" ").status_code == 422
    assert judge(client, base, done, action="send-back", reason="The hour!").status_code == 200
    client.set_cookie("name", "Ada")
    page = client.get(f"{base}?show=returned").text
    assert "Bruno sent it back:" in page
    assert "The hour!" in page
    history = client.get(f"{base}segments/{done.id}/history").text
    assert "The hour!" in history


def test_all_that_is_clear_is_approved_in_one_step_and_counted(
    client: FlaskClient, db: Database, article: tuple[str, str], base: str
) -> None:
    for each in workflow.version(db, article[0]).segments:
        text = each.current or ""
        workflow.save(db, each.id, text, confirm=True, base=0, author="Ada")
    client.set_cookie("name", "Bruno")
    answer = client.post(f"{base}approve-all", follow_redirects=True)
    assert "3 paragraphs approved. 1 with open findings waits for you." in answer.text


def test_the_gate_names_each_paragraph_and_leads_there(
    client: FlaskClient, base: str, done: Segment
) -> None:
    page = client.get(f"{base}finish").text
    assert "Paragraphs that no editor has approved" in page
    assert f"?edit={done.id}&amp;mode=review#s{done.id}" in page
    refused = client.post(f"{base}finish")
    assert refused.status_code == 422
    assert "paragraphs are not ready" in refused.text


def test_who_overrides_is_named(
    client: FlaskClient, db: Database, article: tuple[str, str], base: str
) -> None:
    refused = client.post(f"{base}finish", data={"reason": "It is six."})
    assert refused.status_code == 422
    assert "Say who you are" in refused.text
    assert "It is six." in refused.text
    client.set_cookie("name", "Bruno")
    page = client.post(f"{base}finish", data={"reason": "It is six."}, follow_redirects=True).text
    assert "The article is final." in page
    assert "Paragraphs that no editor has approved (4)" in page
    assert workflow.releases(db, *article)[0].author == "Bruno"


def test_a_final_paragraph_asks_what_the_change_is(
    client: FlaskClient, db: Database, article: tuple[str, str], base: str, done: Segment
) -> None:
    workflow.finish(db, *article, author="Bruno", reason="Late.")
    page = client.get(f"{base}?edit={done.id}").text
    assert "What is the change?" in page
    assert 'name="text"' not in page
    number = f"{base}segments/{done.id}"
    locked = client.post(number, data={"text": "Else.", "base": done.revision})
    assert locked.status_code == 423
    refused = client.post(f"{number}/amend", data={"kind": "joke"}, headers=FRAGMENT)
    assert refused.status_code == 422
    opened = client.post(f"{number}/amend", data={"kind": "typo", "write": 1}, headers=FRAGMENT)
    assert 'name="text"' in opened.text
    history = client.get(f"{number}/history").text
    assert "A typo: nothing that is said changes" in history


def test_a_final_article_is_taken_up_again_with_a_reason(
    client: FlaskClient, db: Database, article: tuple[str, str], base: str
) -> None:
    workflow.finish(db, *article, author="Bruno", reason="Late.")
    assert client.post(f"{base}reopen", data={"reason": ""}).status_code == 422
    page = client.post(f"{base}reopen", data={"reason": "New facts."}, follow_redirects=True)
    assert "What is the change?" not in page.text
    assert "New facts." in client.get(f"{base}finish").text


def test_a_task_is_given_and_stands_on_the_page(client: FlaskClient, base: str) -> None:
    page = client.post(
        f"{base}assign", data={"task": "review", "person": "Bruno"}, follow_redirects=True
    )
    assert 'value="Bruno"' in page.text


def test_a_desk_of_one_switches_four_eyes_off_and_on(
    client: FlaskClient, db: Database, base: str, done: Segment
) -> None:
    page = client.post("/settings/four-eyes", data={"value": "off"}, follow_redirects=True).text
    assert "One person may do both." in page
    client.set_cookie("name", "Ada")
    data = {"base": done.revision, "mode": "review", "action": "approve"}
    assert client.post(f"{base}segments/{done.id}/review", data=data).status_code == 303
    assert "wrote it too" in client.get(f"{base}segments/{done.id}/history").text
