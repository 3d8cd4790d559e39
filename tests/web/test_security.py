"""No other site can act here, and nothing foreign runs in the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from flask import request, url_for

from tests.web.people import PASSWORD, make_account
from workbench.accounts import Role
from workbench.db import prepare
from workbench.web import MAX_PARTS, MAX_UPLOAD, create_app
from workbench.web.security import HEADERS, MOST_FIELDS

if TYPE_CHECKING:
    from pathlib import Path

    from flask.testing import FlaskClient
    from sqlite_utils import Database


@pytest.mark.parametrize("path", ["/articles/", "/nowhere", "/static/app.css", "/healthz"])
def test_every_answer_carries_the_headers(client: FlaskClient, path: str) -> None:
    with client.get(path) as answer:
        carried = answer.headers
    assert {name: carried.get(name) for name in HEADERS} == HEADERS
    assert "HX-Request" in carried["Vary"]
    assert carried["X-Request-ID"]
    assert "Strict-Transport-Security" not in carried


def test_every_page_by_every_address_carries_them(
    client: FlaskClient, article: tuple[str, str]
) -> None:
    places = {"slug": article[0], "system": article[1], "filename": "app.css", "token": "none"}
    for rule in client.application.url_map.iter_rules():
        if "GET" not in (rule.methods or ()):
            continue
        with client.application.test_request_context():
            path = url_for(rule.endpoint, **{n: places.get(n, 1) for n in rule.arguments})
        with client.get(path) as answer:
            assert HEADERS.items() <= dict(answer.headers).items(), path


def test_the_policy_lets_nothing_in_that_is_not_ours() -> None:
    assert HEADERS["Content-Security-Policy"].startswith("default-src 'none'; ")
    assert "frame-ancestors 'none'" in HEADERS["Content-Security-Policy"]
    assert "unsafe" not in HEADERS["Content-Security-Policy"]
    assert "data:" not in HEADERS["Content-Security-Policy"]


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
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"}, 403),
        ({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}, 403),
        ({"Sec-Fetch-Site": "same-site", "HX-Request": "true"}, 403),
        ({"Origin": "http://localhost"}, 303),
        ({"Origin": "http://localhost:80"}, 303),
        ({"Origin": "http://localhost:8080"}, 403),
        ({"Origin": "https://localhost"}, 403),
        ({"Origin": "http://desk.localhost"}, 403),
        ({"Origin": ""}, 403),
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


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}, 200),
        ({"Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"}, 403),
        ({"Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "script"}, 403),
        ({"Sec-Fetch-Mode": "cors", "Sec-Fetch-Dest": "empty"}, 403),
    ],
)
def test_another_site_may_link_to_a_page_and_take_no_part_of_it(
    client: FlaskClient, headers: dict[str, str], status: int
) -> None:
    asked = {"Sec-Fetch-Site": "cross-site", **headers}
    assert client.get("/articles/", headers=asked).status_code == status


def test_what_is_too_large_or_has_too_many_parts_is_refused_with_a_page(
    client: FlaskClient,
) -> None:
    for sent in (
        {"data": {"language": "x" * MAX_UPLOAD}},
        {"data": "a&" * MOST_FIELDS, "content_type": "application/x-www-form-urlencoded"},
        {
            "data": {f"n{n}": "x" for n in range(MAX_PARTS + 50)},
            "content_type": "multipart/form-data",
        },
    ):
        answer = client.post("/locale", **sent)  # type: ignore[arg-type]
        assert answer.status_code == 413
        assert "<h1" in answer.text


FORWARDED = {
    "X-Forwarded-For": "203.0.113.7",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Host": "elsewhere.example",
    "X-Forwarded-Prefix": "/elsewhere",
}


def test_what_a_proxy_says_is_believed_only_where_it_is_configured(
    db: Database, db_path: Path
) -> None:
    make_account(db, "Ada", Role.DESK)
    for proxies, is_safe in ((0, False), (1, True)):
        browser = create_app(db_path, local=False, proxies=proxies).test_client()
        answer = browser.post(
            "/login", data={"name": "Ada", "password": PASSWORD},
            headers=FORWARDED,
        )  # fmt: skip
        assert answer.status_code == 303
        cookies = answer.headers.getlist("Set-Cookie")
        assert cookies
        assert all(("Secure" in cookie) == is_safe for cookie in cookies)
        assert ("Strict-Transport-Security" in answer.headers) == is_safe
        assert "elsewhere" not in answer.headers["Location"]


def test_only_the_last_proxy_is_believed_where_one_is_configured(db_path: Path) -> None:
    prepare(db_path)
    app = create_app(db_path, local=False, proxies=1, hosts=("Review.example.org",))
    seen = []
    app.before_request(lambda: seen.append((request.remote_addr, request.host)))
    headers = {"X-Forwarded-For": "10.1.1.1, 203.0.113.7", "Host": "review.example.org"}
    app.test_client().get("/login", headers=headers)
    assert seen == [("203.0.113.7", "review.example.org")]
