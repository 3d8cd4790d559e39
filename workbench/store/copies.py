"""Copies of the whole database: made while people work, looked over, put in its place."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from tempfile import mkstemp
from typing import TYPE_CHECKING, NamedTuple

from workbench.db import clear_failure, connect, is_database
from workbench.errors import BrokenStore
from workbench.messages import message
from workbench.store.rows import one

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlite_utils import Database

    Progress = Callable[[int, int], None]
    """Takes how much is done, and of how much."""

PAGES = 1024
"""Copied at once: four megabytes."""
BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a database."""

CONTENTS = """
    SELECT (SELECT count(*) FROM article) AS articles,
        (SELECT count(*) FROM segment) AS paragraphs,
        (SELECT count(*) FROM revision) AS events,
        ifnull((SELECT created FROM revision ORDER BY id DESC LIMIT 1), '') AS newest
"""


class Contents(NamedTuple):
    """What a database holds."""

    articles: int
    paragraphs: int
    events: int
    """Texts that people wrote."""
    newest: str
    """When the last of them was written; empty where there is none."""


def contents(db: Database) -> Contents:
    """How much is in a database of this or any older version."""
    return Contents(**one(db, CONTENTS, {}) or {})


def faults(db: Database) -> list[str]:
    """What is damaged, in SQLite's words; nothing where the file is sound."""
    with clear_failure(path=_file(db)):
        broken = [row[0] for row in db.execute("PRAGMA integrity_check") if row[0] != "ok"]
        lost = [f"{row[0]} row {row[1]}" for row in db.execute("PRAGMA foreign_key_check")]
    return broken + [f"{each} points to nothing" for each in lost]


def copy_to(db: Database, path: Path, progress: Progress | None = None) -> None:
    """Copy everything as it stands now into a file that has no other beside it.

    Others go on writing: what they write is not in the copy, and does not hold it up.

    Raises:
        BrokenStore: the copy cannot be written.
    """

    def tell(_status: int, remaining: int, total: int) -> None:
        if progress:
            progress(total - remaining, total)

    with clear_failure(path), closing(sqlite3.connect(path, isolation_level=None)) as target:
        # reading in one transaction: else the copy would begin again whenever somebody writes
        db.execute("BEGIN")
        try:
            db.execute("SELECT count(*) FROM sqlite_master").fetchone()
            db.conn.backup(target, pages=PAGES, progress=tell)
        finally:
            db.rollback()
        target.execute("PRAGMA journal_mode = DELETE")


def fold(path: Path) -> None:
    """Take into the file what SQLite keeps beside it, so that it can be moved alone."""
    with clear_failure(path), closing(connect(path)) as db:
        db.execute("PRAGMA journal_mode = DELETE")


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A name to write to: it takes the place of `path` at the end of the block, on the disk.

    Where the block fails nothing is left of it, and `path` is as it was. The file belongs to
    whom the one at `path` did; a new one is for its owner alone.
    """
    with clear_failure(path):
        handle, name = mkstemp(prefix=f".{path.name}.", suffix=".partial", dir=path.parent)
        os.close(handle)
        partial = Path(name)
        try:
            if path.exists():
                shutil.copymode(path, partial)
                with suppress(PermissionError):
                    os.chown(partial, path.stat().st_uid, path.stat().st_gid)
            yield partial
            _sync(partial)
            partial.replace(path)
            _sync(path.parent)
        finally:
            for suffix in ("", *BESIDE):
                Path(f"{partial}{suffix}").unlink(missing_ok=True)


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Keep everybody else from the database; nothing where it is broken, for nobody can use it.

    Raises:
        BrokenStore: a server or another program has it open.
    """
    if not path.exists() or not is_database(path):
        yield
        return
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        try:
            db.execute("PRAGMA locking_mode = EXCLUSIVE")
            # what nobody may do while another connection is open, even an idle one
            db.execute("PRAGMA journal_mode = DELETE")
            db.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            raise BrokenStore(
                message(
                    "%(path)s is in use: stop the server and all other commands, then try again.",
                    path=path,
                )
            ) from error
        except sqlite3.DatabaseError:
            # no connection can do anything with it
            pass
        yield


def keep_beside(path: Path, kept: Path) -> None:
    """Give the database a second name, with what SQLite keeps beside it."""
    with clear_failure(kept):
        for suffix in ("-wal", ""):
            old, new = Path(f"{path}{suffix}"), Path(f"{kept}{suffix}")
            if old.exists():
                try:
                    os.link(old, new)
                except OSError:
                    # not every disk knows second names
                    shutil.copy2(old, new)
        _sync(path.parent)
        # a log beside another file than its own would be taken for its log
        for suffix in BESIDE:
            Path(f"{path}{suffix}").unlink(missing_ok=True)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _file(db: Database) -> str:
    return str(next(db.query("PRAGMA database_list"))["file"])
