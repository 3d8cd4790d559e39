"""No other site can act here, and nothing foreign runs in the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from flask.testing import FlaskClient


@pytest.mark.parametrize("path", ["/articles/", "/nowhere", "/static/app.css"])
def test_every_answer_carries_the_headers(client: FlaskClient, path: str) -> None:
    with client.get(path) as answer:
        headers = answer.headers
    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "HX-Request" in headers["Vary"]


def test_pages_are_not_stored_and_static_files_are(client: FlaskClient) -> None:
    assert client.get("/articles/").headers["Cache-Control"] == "no-store"
    with client.get("/static/app.css?v=1") as answer:
        assert "max-age" in answer.headers["Cache-Control"]


def test_a_static_file_whose_address_names_no_version_is_asked_for_each_time(
    client: FlaskClient,
) -> None:
    with client.get("/static/app.js") as answer:
        assert answer.headers["Cache-Control"] == "no-cache"
        known = {"If-None-Match": answer.headers["ETag"]}
    with client.get("/static/app.js", headers=known) as answer:
        assert answer.status_code == 304


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 303),
        ({"Sec-Fetch-Site": "same-origin"}, 303),
        ({"Sec-Fetch-Site": "none"}, 303),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "http://localhost"}, 303),
        ({"Origin": "http://elsewhere.example"}, 403),
        ({"Origin": "null"}, 403),
    ],
)
def test_a_change_asked_for_by_another_site_is_refused(
    client: FlaskClient, headers: dict[str, str], status: int
) -> None:
    assert client.post("/locale", data={"language": "it"}, headers=headers).status_code == status


@pytest.mark.parametrize(
    ("host", "status"),
    [("127.0.0.1:5000", 200), ("localhost", 200), ("elsewhere.example", 400)],
)
def test_only_this_machine_s_names_are_answered(
    client: FlaskClient, host: str, status: int
) -> None:
    assert client.get("/articles/", headers={"Host": host}).status_code == status
