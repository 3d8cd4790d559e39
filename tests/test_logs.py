"""What the program says of itself: a line for each event, without a text, a name or a secret."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING

import pytest

from tests.web.people import PASSWORD, log_in, make_account
from workbench import logs
from workbench.accounts import Role
from workbench.web import create_app
from workbench.web.requests import HEADER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import Any

    from sqlite_utils import Database

    Said = Callable[[], list[dict[str, Any]]]


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """Leave the loggers of the process as they were."""
    speakers = [logging.getLogger(name) for name in ("", *logs.SPEAKERS, "waitress.queue")]
    before = [(speaker, speaker.handlers, speaker.level) for speaker in speakers]
    yield
    for speaker, handlers, level in before:
        speaker.handlers = handlers
        speaker.setLevel(level)


@pytest.fixture
def said(capfd: pytest.CaptureFixture[str]) -> Said:
    """What has been said since it was asked last."""
    return lambda: [json.loads(line) for line in capfd.readouterr().err.splitlines()]


def test_a_request_is_one_line_with_its_route_and_the_number_its_answer_carries(
    db: Database, db_path: Path, said: Said
) -> None:
    logs.begin("json", "info")
    visitor = create_app(db_path).test_client()
    answer = visitor.get("/articles/ponte-vecchio/argo/?words=secret")
    (line,) = said()
    assert (
        line.items()
        >= {
            "level": "info",
            "message": "request",
            "id": answer.headers[HEADER],
            "method": "GET",
            "route": "/articles/<slug>/<system>/",
            "status": 404,
            "person": None,
        }.items()
    )
    assert line["ms"] >= 0


def test_no_line_tells_a_name_a_password_a_cookie_or_an_address(
    db: Database, db_path: Path, said: Said
) -> None:
    logs.begin("json", "info")
    account = make_account(db, "Ada Neri", Role.DESK)
    visitor = log_in(create_app(db_path), "Ada Neri")
    cookie = visitor.get_cookie("session")
    visitor.get("/concordance/?words=ponte-segreto")
    lines = said()
    assert lines[-1]["person"] == account.id
    everything = json.dumps(lines)
    assert cookie is not None
    for secret in ("Ada", "Neri", PASSWORD, cookie.value, "segreto"):
        assert secret not in everything


def test_what_is_asked_for_all_the_time_is_not_told(
    db: Database, db_path: Path, said: Said
) -> None:
    logs.begin("json", "info")
    visitor = create_app(db_path).test_client()
    visitor.get("/healthz")
    visitor.get("/static/app.css").close()
    assert said() == []


def test_a_mistake_tells_where_it_is_and_by_which_number_its_page_calls_it(
    db: Database, db_path: Path, said: Said
) -> None:
    logs.begin("json", "info")
    app = create_app(db_path)
    app.view_functions["checks.index"] = lambda: str({}["the text of an article"])
    answer = app.test_client().get("/checks/")
    mistake, request = said()
    assert answer.status_code == 500
    assert mistake["id"] == request["id"] == answer.headers[HEADER]
    assert mistake["id"] in answer.text
    assert mistake["error"][0] == "builtins.KeyError"
    assert "test_logs.py" in mistake["error"][-1]
    assert "the text of an article" not in json.dumps([mistake, request])


@pytest.mark.parametrize(
    ("proxies", "given", "is_kept"),
    [(0, "0123456789abcdef", False), (1, "0123456789abcdef", True), (1, "x\u00e8 <b>", False)],
)
def test_a_configured_proxy_may_give_the_number(
    db: Database, db_path: Path, proxies: int, given: str, *, is_kept: bool
) -> None:
    visitor = create_app(db_path, proxies=proxies).test_client()
    answer = visitor.get("/checks/", headers={HEADER: given})
    assert (answer.headers[HEADER] == given) is is_kept


def test_lines_for_people_begin_with_the_moment(capfd: pytest.CaptureFixture[str]) -> None:
    logs.begin("human", "debug")
    try:
        int("many")
    except ValueError:
        logging.getLogger("workbench.test").exception("no number", extra=logs.facts(id="7"))
    first, *error = capfd.readouterr().err.splitlines()
    assert first[10:] == f"{first[10:19]} ERROR   no number id=7"
    assert "invalid literal" in error[0]  # as it is only where everything is to be said
    assert all(line.startswith("    ") for line in error)


def test_the_server_s_own_lines_hold_no_address(capfd: pytest.CaptureFixture[str]) -> None:
    logs.begin("json", "info")
    logging.getLogger("waitress").error("Exception while serving /articles/ponte/")
    assert json.loads(capfd.readouterr().err)["message"] == "Exception"
