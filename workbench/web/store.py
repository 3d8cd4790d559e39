"""A database connection for each request, kept for the next one."""

from __future__ import annotations

import os
import weakref
from contextlib import suppress
from typing import TYPE_CHECKING

from flask import current_app, g

from workbench.db import connect

if TYPE_CHECKING:
    from flask import Flask
    from sqlite_utils import Database


class Pool:
    """Open connections to one file that nobody uses at the moment.

    One that is kept knows its tables and the plans of its questions; and as long as one is open, no
    request ends with the writing back of all that stands in the log.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self._file = _identity(path)
        self._idle: list[Database] = []

    def take(self) -> Database:
        """A connection, for the caller alone."""
        if self._file != (now := _identity(self.path)):  # another file has taken its place
            self.close()
            self._file = now
        with suppress(IndexError):
            return self._idle.pop()
        return connect(self.path, one_thread=False)

    def give_back(self, db: Database) -> None:
        """Keep the connection for the next request, if it is as new."""
        if db.conn.in_transaction or self._file != _identity(self.path):
            db.close()
        else:
            self._idle.append(db)

    def close(self) -> None:
        """Close what is idle."""
        while self._idle:
            self._idle.pop().close()


def get_db() -> Database:
    """The connection of this request, taken when it is first asked for."""
    if "db" not in g:
        g.db = _pool().take()
    db: Database = g.db
    return db


def database_path() -> str:
    """The file that this application serves."""
    return str(current_app.config["DATABASE"])


def init_app(app: Flask) -> None:
    """Open no connection yet; close those that were when the application goes."""
    app.extensions["pool"] = pool = Pool(str(app.config["DATABASE"]))
    weakref.finalize(app, pool.close)
    app.teardown_appcontext(_give_back)


def _give_back(_error: BaseException | None) -> None:
    db = g.pop("db", None)
    if db is not None:
        _pool().give_back(db)


def _pool() -> Pool:
    pool: Pool = current_app.extensions["pool"]
    return pool


def _identity(path: str) -> tuple[int, int] | None:
    """What tells the file from another one of its name."""
    with suppress(OSError):
        status = os.stat(path)  # noqa: PTH116 -- a tenth of the time, at each request
        return status.st_dev, status.st_ino
    return None
