"""A monitor asks whether all is well, without a login, by any name."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from workbench import db as database
from workbench.web import create_app

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from flask.testing import FlaskClient


def test_all_is_well(client: FlaskClient) -> None:
    answer = client.get("/healthz", headers={"Host": "10.0.0.7:5000"})
    assert (answer.status_code, answer.json) == (200, {"status": "ok"})


def test_nobody_needs_to_log_in_for_it(db: object, db_path: Path) -> None:
    closed = create_app(db_path, local=False).test_client()
    assert closed.get("/articles/").status_code == 302
    assert closed.get("/healthz").status_code == 200


def test_a_database_that_is_broken_or_gone_is_unavailable_and_no_more_is_said(
    client: FlaskClient, db_path: Path
) -> None:
    db_path.rename(db_path.with_suffix(".away"))
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json) == (503, {"status": "unavailable"})
    db_path.write_text("Once upon a time, " * 2000)
    assert client.get("/healthz").status_code == 503


def test_a_database_to_which_nobody_gets_their_turn_is_unavailable(
    client: FlaskClient, db_path: Path
) -> None:
    other = sqlite3.connect(db_path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert client.get("/healthz").status_code == 503
    other.close()
    assert client.get("/healthz").status_code == 200


def test_a_full_disk_is_unavailable(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "LEAST_ROOM", 2**63)
    assert client.get("/healthz").status_code == 503
