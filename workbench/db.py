"""One SQLite file: how it is opened, written to and brought up to date."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlite_utils import Database

from workbench.errors import BrokenStore
from workbench.messages import message
from workbench.migrations import migrations
from workbench.turns import turns_of

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

    from workbench.messages import Message

BUSY_SECONDS = 10
STATEMENTS = 512
"""Questions whose plan a connection remembers."""
WORKER = "-worker"
"""The end of the name of a file beside the database that a background process holds locked."""
SQLITE_HEADER = b"SQLite format 3\0"


class Connection(Database):
    """A database whose rows come without a savepoint round each question: three times as fast."""

    def query(
        self, sql: str, params: Sequence[Any] | dict[str, Any] | None = None
    ) -> Generator[dict[str, Any], None, None]:
        """The rows that `sql`, which changes nothing, gives: by the names of their columns."""
        cursor = self.conn.execute(sql, () if params is None else params)
        names = [column[0] for column in cursor.description]
        return (dict(zip(names, row, strict=True)) for row in cursor)


def connect(path: Path | str, *, one_thread: bool = True) -> Database:
    """An open connection to the file at `path`, for use in one thread, or in one at a time.

    Foreign keys are on; what is written with `write` is on the disk when that returns.

    Raises:
        BrokenStore: the file cannot be opened or is no database.
    """
    with _clear_failure(path):
        # autocommit: a transaction exists only where write() has opened one
        connection = sqlite3.connect(
            path,
            timeout=BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=one_thread,
            cached_statements=STATEMENTS,
        )
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")  # `write` waits for the disk
        return Connection(connection, strict=True, execute_plugins=False)


def prepare(path: Path | str) -> None:
    """Create the file at `path` where there is none and apply the migrations it lacks.

    Safe to run from several processes at once.

    Raises:
        BrokenStore: the file cannot be written, is no database, or is of a newer version.
    """
    with _clear_failure(path):
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        db = connect(path)
        try:
            _migrate(db, path)
        finally:
            db.close()


def reset(path: Path | str) -> None:
    """Delete the database at `path` with all that is in it; nothing where there is none.

    Raises:
        BrokenStore: the file is something else than a database, or cannot be deleted.
    """
    with _clear_failure(path):
        file = Path(path)
        if file.is_file() and file.stat().st_size and not _is_database(file):
            raise BrokenStore(
                message("%(path)s is no workbench database: it was left as it is.", path=path)
            )
        for suffix in ("", "-wal", "-shm", WORKER):
            Path(f"{path}{suffix}").unlink(missing_ok=True)


@contextmanager
def opened(path: Path | str) -> Iterator[Database]:
    """A prepared database for the length of a ``with`` block."""
    prepare(path)
    db = connect(path)
    try:
        with _clear_failure(path):
            yield db
    finally:
        db.close()


@contextmanager
def write(db: Database) -> Iterator[None]:
    """A transaction that holds the write lock from its first line: all of it or nothing.

    It ends when all of it is on the disk. Inside another one it is a savepoint. Beginning
    IMMEDIATE matters: a transaction that reads first and then writes fails under WAL as soon as
    somebody else has written.
    """
    if db.conn.in_transaction:
        with db.atomic():
            yield
        return
    path = path_of(db)
    turns = turns_of(path)
    with _clear_failure(path):
        with turns.one(BUSY_SECONDS):
            db.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                db.rollback()
                raise
            db.commit()
        turns.settle()


@contextmanager
def alone(path: Path | str) -> Iterator[bool]:
    """Whether no other process is in such a ``with`` block for the same database.

    The system itself takes the lock back from a process that dies.
    """
    with closing(sqlite3.connect(f"{path}{WORKER}", timeout=0, isolation_level=None)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError:
            yield False
            return
        yield True


def path_of(db: Database) -> str:
    """The file that a connection is open to."""
    return str(next(db.query("PRAGMA database_list"))["file"])


def _migrate(db: Database, path: Path | str) -> None:
    _use_wal(db)
    _refuse_newer(db, path)
    if not migrations.pending(db):
        return
    db.execute("PRAGMA foreign_keys = OFF")
    with write(db):
        migrations.apply(db)
        broken = list(db.query("PRAGMA foreign_key_check"))
        if broken:
            raise BrokenStore(
                message(
                    "%(path)s has %(count)s rows that point to nothing: restore a backup.",
                    path=path,
                    count=len(broken),
                )
            )


def _use_wal(db: Database) -> None:
    """Write ahead of the file. SQLite itself does not wait where two ask for that at once."""
    last = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            db.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > last:
                raise
            time.sleep(0.02)
        else:
            return


def _refuse_newer(db: Database, path: Path | str) -> None:
    applied = {step.name for step in migrations.applied(db)}
    if applied - _known_migrations():
        raise BrokenStore(
            message(
                "%(path)s was written by a newer workbench: update workbench to open it.",
                path=path,
            )
        )


def _is_database(file: Path) -> bool:
    with file.open("rb") as handle:
        return handle.read(len(SQLITE_HEADER)) == SQLITE_HEADER


def _known_migrations() -> set[str]:
    return {step.name for step in migrations.pending(Database(memory=True))}


@contextmanager
def _clear_failure(path: Path | str) -> Iterator[None]:
    """Turn SQLite's and the system's words into one sentence for the person at the screen."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.IntegrityError | sqlite3.ProgrammingError):
            raise
        raise BrokenStore(_explain(error, path)) from error
    except OSError as error:
        raise BrokenStore(
            message(
                "The database %(path)s cannot be opened (%(why)s): choose a folder you may "
                "write to with --db.",
                path=path,
                why=error.strerror or error,
            )
        ) from error


def _explain(error: sqlite3.DatabaseError, path: Path | str) -> Message:
    text = str(error)
    if "not a database" in text or "malformed" in text:
        return message("%(path)s is no intact workbench database: restore a backup.", path=path)
    if "locked" in text:
        return message(
            "%(path)s is in use by another program: nothing was saved; try again.", path=path
        )
    if "readonly" in text or "unable to open" in text:
        return message(
            "The database %(path)s cannot be written: check the folder and its permissions.",
            path=path,
        )
    return message("The database %(path)s failed (%(why)s).", path=path, why=text)
