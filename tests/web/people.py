"""Accounts for tests, and browsers that are logged in to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench import workflow
from workbench.accounts import Role
from workbench.passwords import hashed
from workbench.store import accounts as store

if TYPE_CHECKING:
    from flask import Flask
    from flask.testing import FlaskClient
    from sqlite_utils import Database

    from workbench.accounts import Account

PASSWORD = "tre cavalli sul ponte"
_HASH = hashed(PASSWORD)


def make_account(db: Database, name: str, role: Role = Role.TRANSLATOR) -> Account:
    """Somebody who has taken up their invitation and chosen `PASSWORD`."""
    number = store.add_account(db, name, role)
    store.set_password(db, number, _HASH)
    return workflow.accounts.get(db, number)


def log_in(app: Flask, name: str) -> FlaskClient:
    """A browser of their own in which somebody has logged in."""
    visitor = app.test_client()
    answer = visitor.post("/login", data={"name": name, "password": PASSWORD})
    assert answer.status_code == 303, answer.text
    return visitor
