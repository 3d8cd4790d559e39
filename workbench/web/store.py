"""One database connection for each request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import current_app, g

from workbench.db import connect

if TYPE_CHECKING:
    from flask import Flask
    from sqlite_utils import Database


def get_db() -> Database:
    """The connection of this request, opened when it is first asked for."""
    if "db" not in g:
        g.db = connect(database_path())
    db: Database = g.db
    return db


def database_path() -> str:
    """The file that this application serves."""
    return str(current_app.config["DATABASE"])


def init_app(app: Flask) -> None:
    """Close each request's connection when it ends."""
    app.teardown_appcontext(_close)


def _close(_error: BaseException | None) -> None:
    db = g.pop("db", None)
    if db is not None:
        db.close()
