"""One SQLite file: how it is opened, written to and brought up to date."""

from __future__ import annotations

import shutil
import sqlite3
import time
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from sqlite_utils import Database

from workbench.errors import BrokenStore
from workbench.messages import Message, message
from workbench.migrations import migrations
from workbench.turns import turns_of

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

BUSY_SECONDS = 10
STATEMENTS = 512
"""Questions whose plan a connection remembers."""
WORKER = "-worker"
"""The end of the name of a file beside the database that a background process holds locked."""
LEAST_ROOM = 64 * 1024
"""Bytes; a disk with less is full."""
SQLITE_HEADER = b"SQLite format 3\0"

Failure = sqlite3.DatabaseError
"""What SQLite raises when something fails, for those who must not know of SQLite."""


class Connection(Database):
    """A database whose rows come without a savepoint round each question: three times as fast."""

    def query(
        self, sql: str, params: Sequence[Any] | dict[str, Any] | None = None
    ) -> Generator[dict[str, Any], None, None]:
        """The rows that `sql`, which changes nothing, gives: by the names of their columns."""
        cursor = self.conn.execute(sql, () if params is None else params)
        names = [column[0] for column in cursor.description]
        return (dict(zip(names, row, strict=True)) for row in cursor)


_BROKEN = message("%(path)s is no intact workbench database: restore a backup.")
_UNWRITABLE = message(
    "The database %(path)s cannot be written: check the folder and its permissions, and whether "
    "the disk is read-only."
)
_IN_USE = message("%(path)s is in use by another program: nothing was saved; try again.")
_SENTENCES = {
    sqlite3.SQLITE_NOTADB: _BROKEN,
    sqlite3.SQLITE_CORRUPT: _BROKEN,
    sqlite3.SQLITE_BUSY: _IN_USE,
    sqlite3.SQLITE_LOCKED: _IN_USE,
    sqlite3.SQLITE_READONLY: _UNWRITABLE,
    sqlite3.SQLITE_CANTOPEN: _UNWRITABLE,
    sqlite3.SQLITE_PERM: _UNWRITABLE,
    sqlite3.SQLITE_FULL: message(
        "The disk that holds %(path)s is full: nothing was saved. Make room and try again."
    ),
    sqlite3.SQLITE_IOERR: message(
        "The disk that holds %(path)s failed (%(why)s): nothing was saved. See to the disk, then "
        "run workbench doctor."
    ),
}
_FAILED = message(
    "The database %(path)s failed (%(why)s): start the workbench again, and if that does not "
    "help, restore a backup."
)


def connect(
    path: Path | str, mode: Literal["ro", "rw"] = "rw", *, one_thread: bool = True
) -> Database:
    """An open connection to the file at `path`, for use in one thread, or in one at a time.

    Foreign keys are on, what is written with `write` is on the disk when that returns, and what is
    deleted is overwritten.

    Raises:
        BrokenStore: the file cannot be opened or is no database.
    """
    with clear_failure(path):
        where = f"{Path(path).absolute().as_uri()}?mode={mode}"
        # autocommit: a transaction exists only where write() has opened one
        connection = sqlite3.connect(
            where,
            uri=True,
            timeout=BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=one_thread,
            cached_statements=STATEMENTS,
        )
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")  # `write` waits for the disk
        connection.execute("PRAGMA secure_delete = ON")
        return Connection(connection, strict=True, execute_plugins=False)


def prepare(path: Path | str) -> None:
    """Create the file at `path` where there is none and apply the migrations it lacks.

    Safe to run from several processes at once.

    Raises:
        BrokenStore: the file cannot be written, is no database, or is of a newer version.
    """
    with clear_failure(path):
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        _spare_what_is_left(path)
        if not Path(path).exists():
            # what is unpublished is for its owner alone; SQLite's files beside it follow it
            Path(path).touch(mode=0o600)
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
    with clear_failure(path):
        file = Path(path)
        if file.is_file() and file.stat().st_size and not is_database(file):
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
        with clear_failure(path):
            yield db
    finally:
        db.close()


@contextmanager
def in_use(path: Path | str) -> Iterator[None]:
    """Let nobody put another file in the place of a database while a server serves it.

    An open connection is enough. Besides, SQLite folds its -wal file in when the last one closes,
    which would cost every request of a single person.
    """
    db = connect(path)
    try:
        with clear_failure(path):
            # a connection holds on to the file from its first reading
            db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        yield
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
    with clear_failure(path):
        with turns.one(BUSY_SECONDS):
            db.execute("BEGIN IMMEDIATE")
            try:
                yield
                db.commit()
            except BaseException:
                # a commit fails too, where the disk is full
                db.rollback()
                raise
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


def _spare_what_is_left(path: Path | str) -> None:
    """SQLite throws away what was not yet in the file where it finds that empty."""
    file, log = Path(path), Path(f"{path}-wal")
    if file.is_file() and not file.stat().st_size and log.is_file() and log.stat().st_size:
        raise BrokenStore(
            message(
                "%(path)s is empty, but beside it %(log)s holds work: keep both in another "
                "folder, then restore a backup.",
                path=path,
                log=log.name,
            )
        )


def _migrate(db: Database, path: Path | str) -> None:
    _use_wal(db)
    refuse_strange(db, path)
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


def refuse_strange(db: Database, path: Path | str) -> None:
    """Open only what is a workbench database, of this version or an older one, or empty.

    Raises:
        BrokenStore: it is something else.
    """
    tables = db.table_names()
    applied = {step.name for step in migrations.applied(db)}
    if tables and not applied:
        raise BrokenStore(
            message(
                "%(path)s is another program's database: it was left as it is. Name another file.",
                path=path,
            )
        )
    if applied - _known_migrations():
        raise BrokenStore(
            message(
                "%(path)s was written by a newer workbench: update workbench to open it.",
                path=path,
            )
        )


def is_database(file: Path) -> bool:
    """Whether a file begins as SQLite's do; what comes after may be broken."""
    with file.open("rb") as handle:
        return handle.read(len(SQLITE_HEADER)) == SQLITE_HEADER


def _known_migrations() -> set[str]:
    return {step.name for step in migrations.pending(Database(memory=True))}


@contextmanager
def clear_failure(path: Path | str) -> Iterator[None]:
    """Turn SQLite's and the system's words into one sentence for the person at the screen.

    Raises:
        BrokenStore: the database failed in the block; mistakes of ours pass through.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise explained(error, path) from error
    except OSError as error:
        raise BrokenStore(
            message(
                "The database %(path)s cannot be opened (%(why)s): choose a folder you may "
                "write to with --db.",
                path=path,
                why=error.strerror or error,
            )
        ) from error


def explained(error: sqlite3.DatabaseError, path: Path | str) -> Exception:
    """What a person is told of a failure of the database; a mistake of ours stays what it is."""
    if isinstance(error, sqlite3.IntegrityError | sqlite3.ProgrammingError):
        return error
    return BrokenStore(_explain(error, path))


def _explain(error: sqlite3.DatabaseError, path: Path | str) -> Message:
    # the low byte is the kind of failure, the others tell more of it
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code == sqlite3.SQLITE_CANTOPEN and not Path(path).exists():
        return message(
            "There is no database %(path)s: name another with --db, or restore a backup.",
            path=path,
        )
    if code == sqlite3.SQLITE_IOERR and _is_full(path):
        # what SQLite says where not even its index of the -wal file has room
        code = sqlite3.SQLITE_FULL
    said = _SENTENCES.get(code, _FAILED)
    return Message(said.template, {"path": str(path), "why": str(error)})


def refuse_full(path: Path | str) -> None:
    """Say so before a save fails.

    Raises:
        BrokenStore: the disk has no room left.
    """
    if _is_full(path):
        raise BrokenStore(Message(_SENTENCES[sqlite3.SQLITE_FULL].template, {"path": str(path)}))


def _is_full(path: Path | str) -> bool:
    with suppress(OSError):
        return shutil.disk_usage(Path(path).absolute().parent).free < LEAST_ROOM
    return False
