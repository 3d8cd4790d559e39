"""The queue's page, the order of the article's page, and deadlines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from workbench import workflow
from workbench.ingest import from_paste

if TYPE_CHECKING:
    from flask.testing import FlaskClient
    from sqlite_utils import Database

Place = tuple[str, str]


def numbers(page: str) -> list[int]:
    """The paragraphs that the queue's page lists, in its order."""
    return [int(found) for found in re.findall(r"paragraph (\d+)</a>", page)]


def test_the_worst_paragraph_stands_first_with_its_reason(
    client: FlaskClient, article: Place
) -> None:
    page = client.get("/queue/").text
    assert numbers(page)[0] == 2
    assert "finding" in page
    assert f"/articles/{article[0]}/argo/?edit=" in page


def test_an_empty_queue_says_so(client: FlaskClient) -> None:
    assert "Nothing waits" in client.get("/queue/").text


def test_one_article_alone(client: FlaskClient, article: Place) -> None:
    page = client.get(f"/queue/?article={article[0]}").text
    assert "All articles" in page
    assert client.get("/queue/?article=nowhere").status_code == 404


@pytest.mark.parametrize(
    "query", ["start=-5", "start=x", "order=odd", "start=99999999999999999999"]
)
def test_an_odd_address_is_no_error(client: FlaskClient, article: Place, query: str) -> None:
    del article
    assert client.get(f"/queue/?{query}").status_code == 200


def test_long_queues_have_pages(client: FlaskClient, db: Database) -> None:
    italian = "\n\n".join(f"La strada {n} riapre domani." for n in range(100, 160))
    english = "\n\n".join(f"Road {n} reopens tomorrow." for n in range(100, 160))
    workflow.import_pair(db, from_paste(italian), from_paste(english), system="argo")
    first, second = client.get("/queue/").text, client.get("/queue/?start=50").text
    assert (len(numbers(first)), len(numbers(second))) == (50, 10)
    assert 'rel="next"' in first
    assert 'rel="next"' not in second
    assert 'rel="prev"' in second
    assert sorted(numbers(first) + numbers(second)) == list(range(1, 61))


def test_the_article_can_be_read_worst_first(client: FlaskClient, article: Place) -> None:
    slug, system = article
    page = client.get(f"/articles/{slug}/{system}/?order=risk").text
    assert re.findall(r'aria-label="Paragraph (\d)"', page)[0] == "2"
    assert (
        re.findall(r'aria-label="Paragraph (\d)"', client.get(f"/articles/{slug}/{system}/").text)[
            0
        ]
        == "1"
    )


def test_worst_first_confirming_leads_to_the_next_worst(
    client: FlaskClient, db: Database, article: Place
) -> None:
    slug, system = article
    order = workflow.queue(db)
    worst = order[0].segment
    sent = {"text": worst.current, "base": "0", "action": "confirm", "order": "risk"}
    answer = client.post(f"/articles/{slug}/{system}/segments/{worst.id}", data=sent)
    assert f"edit={order[1].segment.id}" in answer.location
    assert "order=risk" in answer.location


def test_a_deadline_is_set_shown_and_removed(client: FlaskClient, article: Place) -> None:
    place = f"/articles/{article[0]}/{article[1]}/"
    client.post(f"{place}deadline", data={"deadline": "2020-03-09T18:00"})
    for page in (place, "/articles/", "/queue/", "/queue/?order=deadline"):
        text = client.get(page).text
        assert 'datetime="2020-03-09T18:00"' in text
        assert "Overdue" in text
    client.post(f"{place}deadline", data={"deadline": ""})
    assert "2020-03-09" not in client.get("/articles/").text


def test_a_deadline_far_ahead_is_not_overdue(client: FlaskClient, article: Place) -> None:
    place = f"/articles/{article[0]}/{article[1]}/"
    client.post(f"{place}deadline", data={"deadline": "2999-03-09T18:00"})
    page = client.get("/articles/").text
    assert "Overdue" not in page
    assert "9 Mar" in page


def test_a_deadline_that_is_no_time_is_refused(client: FlaskClient, article: Place) -> None:
    answer = client.post(f"/articles/{article[0]}/{article[1]}/deadline", data={"deadline": "soon"})
    assert answer.status_code == 422
    assert "is no time" in answer.text


def test_ones_own_paragraphs_are_a_click_away(
    client: FlaskClient, db: Database, article: Place
) -> None:
    client.post("/you/", data={"name": "Ada"})
    assert 'href="/queue/?person=Ada">Mine' in client.get("/queue/").text
    assert numbers(client.get("/queue/?person=Ada").text) == []
    workflow.assign(db, *article, "translate", "Ada", author="Bruno")
    page = client.get("/queue/?person=Ada&order=deadline").text
    assert numbers(page)
    assert 'href="/queue/?person=Ada">Worst first' in page
