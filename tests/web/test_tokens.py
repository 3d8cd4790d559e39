"""Programs with API tokens: what they open, in whose name, and what they do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from flask import Blueprint

from tests.web.people import log_in, make_account
from workbench import workflow
from workbench.accounts import Permission, Role
from workbench.db import prepare
from workbench.web import create_app, person
from workbench.web.permissions import NEEDS

if TYPE_CHECKING:
    from pathlib import Path

    from flask import Flask
    from sqlite_utils import Database

    from workbench.accounts import Account


@pytest.fixture
def app(db_path: Path, monkeypatch: pytest.MonkeyPatch) -> Flask:
    """The pages, with two addresses of an API that say whose name they act in."""
    prepare(db_path)
    app = create_app(db_path)
    api = Blueprint("api", __name__)
    api.get("/api/things", endpoint="read")(person.name)
    api.post("/api/things", endpoint="write")(person.name)
    app.blueprints.pop("api", None)
    app.register_blueprint(api)
    monkeypatch.setitem(NEEDS, "api.read", Permission.READ)
    monkeypatch.setitem(NEEDS, "api.write", Permission.CORRECT)
    return app


@pytest.fixture
def ada(db: Database) -> Account:
    make_account(db, "Chief", Role.DESK)
    return make_account(db, "Ada")


def bearer(db: Database, account: Account, scope: str) -> dict[str, str]:
    token = workflow.logins.make_token(db, account, "CMS", scope, by=account.name)
    return {"Authorization": f"Bearer {token}"}


@pytest.mark.parametrize(("scope", "may_write"), [("read", False), ("write", True)])
def test_a_token_acts_in_the_name_of_its_owner_within_its_scope(
    app: Flask, db: Database, ada: Account, scope: str, may_write: bool
) -> None:
    program, headers = app.test_client(), bearer(db, ada, scope)
    assert program.get("/api/things", headers=headers).text == "Ada"
    written = program.post("/api/things", headers=headers)
    assert written.status_code == (200 if may_write else 403)
    assert ("only reads" in written.text) is not may_write


def test_a_token_may_do_no_more_than_its_owner(app: Flask, db: Database, ada: Account) -> None:
    headers = bearer(db, ada, "write")
    workflow.accounts.change_role(db, ada, Role.GUEST, by="Chief")
    assert app.test_client().post("/api/things", headers=headers).status_code == 403
    assert app.test_client().get("/api/things", headers=headers).status_code == 200


def test_a_token_opens_no_page(app: Flask, db: Database, ada: Account) -> None:
    answer = app.test_client().get("/articles/", headers=bearer(db, ada, "write"))
    assert answer.location == "/login?next=/articles/"


def test_a_token_that_is_revoked_opens_nothing(app: Flask, db: Database, ada: Account) -> None:
    headers = bearer(db, ada, "write")
    workflow.logins.revoke_token(db, ada, workflow.logins.tokens(db, ada)[0].id, by="Ada")
    assert app.test_client().get("/api/things", headers=headers).status_code == 401


@pytest.mark.parametrize(
    "shown", ["", "Bearer", "Bearer ", "Bearer x", "Bearer wbt_x", "Basic YTpi", "Bearer a=b"]
)
def test_what_is_no_token_is_401(app: Flask, ada: Account, shown: str) -> None:
    answer = app.test_client().get("/api/things", headers={"Authorization": shown})
    assert answer.status_code == 401


def test_a_browser_reads_the_api_with_its_cookie_and_writes_with_a_token_only(
    app: Flask, db: Database, ada: Account
) -> None:
    visitor = log_in(app, "Ada")
    assert visitor.get("/api/things").text == "Ada"
    assert visitor.post("/api/things").status_code == 401


def test_without_accounts_the_api_is_as_open_as_the_pages(app: Flask) -> None:
    assert app.test_client().post("/api/things").status_code == 200
