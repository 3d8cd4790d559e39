"""The page of the AI systems: nothing yet, measuring, the figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench import workflow

if TYPE_CHECKING:
    from flask.testing import FlaskClient
    from sqlite_utils import Database


def test_before_anything_is_measured_the_page_says_what_to_do(client: FlaskClient) -> None:
    assert "Nothing measured yet" in client.get("/scores/").text


def test_measuring_is_long_work_with_its_own_page(
    client: FlaskClient, article: tuple[str, str]
) -> None:
    answer = client.post("/scores/")
    assert answer.status_code == 303
    assert "Measuring" in client.get(answer.location).text


def test_the_figures_are_shown_with_their_signature(
    client: FlaskClient, db: Database, article: tuple[str, str]
) -> None:
    segment = workflow.version(db, *article).segments[1]
    text = (segment.current or "").replace("monday", "Monday")
    workflow.save(db, segment.id, text, confirm=True, base=0, author="ada")
    workflow.measure_systems(db)
    page = client.get("/scores/").text
    assert "Against the human correction" in page
    assert "too few paragraphs" in page
    assert "edits:workbench" in page
