"""Refusals: one sentence, the right status, a page or a fragment, never a traceback."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workbench.db import prepare
from workbench.web import create_app

if TYPE_CHECKING:
    from pathlib import Path

    from flask.testing import FlaskClient


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nowhere", 404),
        ("GET", "/articles/nowhere/argo/", 404),
        ("POST", "/articles/", 405),
        ("GET", "/articles/../../etc/passwd", 404),
        ("GET", "/static/../web/__init__.py", 404),
    ],
)
def test_a_refusal_is_a_page_with_one_sentence(
    client: FlaskClient, method: str, path: str, status: int
) -> None:
    answer = client.open(path, method=method)
    assert answer.status_code == status
    assert answer.text.count('role="alert"') == 1
    assert "Traceback" not in answer.text


def test_htmx_gets_the_sentence_alone(client: FlaskClient) -> None:
    answer = client.get("/nowhere", headers={"HX-Request": "true"})
    assert answer.text.startswith('<p class="alert" role="alert">')


def test_the_sentence_is_in_the_language_of_the_page(client: FlaskClient) -> None:
    client.set_cookie("locale", "it")
    assert "Questa pagina non esiste" in client.get("/nowhere").text


def test_a_file_that_is_no_database_any_more_is_503_with_its_sentence(db_path: Path) -> None:
    prepare(db_path)
    visitor = create_app(db_path).test_client()
    db_path.write_text("Once upon a time, " * 2000)
    answer = visitor.get("/articles/")
    assert answer.status_code == 503
    assert db_path.name in answer.text


def test_a_mistake_of_ours_is_500_and_shows_no_traceback(db_path: Path) -> None:
    prepare(db_path)
    app = create_app(db_path)
    app.view_functions["checks.index"] = lambda: str(1 / 0)
    answer = app.test_client().get("/checks/")
    assert answer.status_code == 500
    assert "what was saved is safe" in answer.text
    assert "ZeroDivisionError" not in answer.text
