"""What is well with the database and the machine, what is not, and what to do about it."""

from __future__ import annotations

import os
import platform
import shutil
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from workbench import __version__
from workbench.db import clear_failure, connect, refuse_strange
from workbench.errors import BrokenStore
from workbench.messages import message
from workbench.store import copies, health

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlite_utils import Database

    from workbench.messages import Message

State = Literal["good", "note", "bad"]

LEAST_FREE = 256 * 1024 * 1024
"""Bytes; less is too little to go on working."""
LONGEST_LOG = 256 * 1024 * 1024
BACKUP_DAYS = 7
OTHERS = 0o007
NETWORKS = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "fuse.sshfs", "ceph"}
NEVER = 1000
MENDED = {(3, 44): 6, (3, 50): 7, (3, 51): 3}
"""Branches of SQLite that can lose work to its WAL-reset bug, and the version that no longer can.

See https://sqlite.org/wal.html#walresetbug
"""


class Symptom(NamedTuple):
    """One thing that was looked at."""

    state: State
    """``good``, a ``note`` to think about, or ``bad``: somebody must do something."""
    about: str
    said: Message


def examine(path: Path | str) -> Iterator[Symptom]:
    """Look at everything, one after the other, and change nothing.

    Where one thing cannot be looked at, the others still are.
    """
    file = Path(path)
    yield from _versions()
    if not file.is_file():
        said = message("There is no database %(path)s: name another with --db.", path=path)
        yield Symptom("bad", "file", said)
        return
    yield from _disk(file)
    yield from _permissions(file)
    yield from _log(file)
    for looked_at, look in INSIDE.items():
        try:
            with closing(connect(file)) as db, clear_failure(file):
                refuse_strange(db, file)
                yield from look(db)
        except BrokenStore as error:
            yield Symptom("bad", looked_at, error.message)
            return


def _versions() -> Iterator[Symptom]:
    here = health.sqlite_version()
    versions = {
        "workbench": __version__,
        "python": platform.python_version(),
        "sqlite": ".".join(map(str, here)),
    }
    said = message("Workbench %(workbench)s, Python %(python)s, SQLite %(sqlite)s.", **versions)
    yield Symptom("good", "versions", said)
    if here < (3, 51, 3) and here[2] < MENDED.get((here[0], here[1]), NEVER):
        yield Symptom(
            "note",
            "versions",
            message(
                "SQLite %(sqlite)s has the WAL-reset bug, which very rarely breaks a file that "
                "several programs write to: take a Python with SQLite 3.51.3 or newer.",
                sqlite=versions["sqlite"],
            ),
        )


def _disk(file: Path) -> Iterator[Symptom]:
    free, size = shutil.disk_usage(file.parent.absolute()).free, file.stat().st_size
    told = {"free": _megabytes(free), "size": _megabytes(size), "path": file}
    if free < max(LEAST_FREE, size):
        said = message(
            "Only %(free)s MB are free beside %(path)s, which has %(size)s MB: make room before "
            "nothing can be saved.",
            **told,
        )
        yield Symptom("bad", "disk", said)
    else:
        said = message("%(path)s has %(size)s MB; %(free)s MB are free beside it.", **told)
        yield Symptom("good", "disk", said)
    kind = _file_system(file.absolute())
    if kind in NETWORKS:
        yield Symptom(
            "bad",
            "disk",
            message(
                "%(path)s is on a network drive (%(kind)s), where SQLite cannot lock safely: move "
                "it to a disk of this machine.",
                path=file,
                kind=kind,
            ),
        )


def _permissions(file: Path) -> Iterator[Symptom]:
    if not (os.access(file, os.W_OK) and os.access(file.absolute().parent, os.W_OK)):
        yield Symptom(
            "bad",
            "permissions",
            message(
                "You may not write to %(path)s or its folder: run this as the user that serves "
                "the workbench, or change their owner.",
                path=file,
            ),
        )
    elif file.stat().st_mode & OTHERS:
        yield Symptom(
            "note",
            "permissions",
            message(
                "Everybody at this machine may read %(path)s with all that is unpublished: run "
                "chmod o= on it.",
                path=file,
            ),
        )
    else:
        said = message("Only its owner and group may read %(path)s.", path=file)
        yield Symptom("good", "permissions", said)


def _log(file: Path) -> Iterator[Symptom]:
    log = Path(f"{file}-wal")
    size = log.stat().st_size if log.exists() else 0
    if size > LONGEST_LOG:
        yield Symptom(
            "note",
            "log",
            message(
                "%(path)s has grown to %(size)s MB because something reads for very long: stop "
                "the workbench and start it again.",
                path=log,
                size=_megabytes(size),
            ),
        )


def _schema(db: Database) -> Iterator[Symptom]:
    missing = health.pending(db)
    if missing:
        yield Symptom(
            "note",
            "schema",
            message(
                "The file is of an older workbench and lacks %(steps)s: back it up, then start the "
                "workbench, which adds that.",
                steps=", ".join(missing),
            ),
        )
    else:
        yield Symptom("good", "schema", message("The schema is that of this workbench."))


def _integrity(db: Database) -> Iterator[Symptom]:
    found = copies.faults(db)
    if found:
        yield Symptom(
            "bad",
            "integrity",
            message(
                "The file is damaged in %(count)s places, the first: %(what)s. Keep a copy of it "
                "and restore a backup.",
                count=len(found),
                what=found[0].splitlines()[-1],
            ),
        )
    else:
        said = message("Every page of the file is whole, and no row points to nothing.")
        yield Symptom("good", "integrity", said)


def _durability(db: Database) -> Iterator[Symptom]:
    journal, synchronous = health.how_it_writes(db)
    if journal == "wal" and synchronous >= 1:
        said = message("A save is on the disk before it is acknowledged (write-ahead log).")
        yield Symptom("good", "durability", said)
    else:
        yield Symptom(
            "note",
            "durability",
            message(
                "The file is not in WAL mode (%(journal)s): start the workbench, which sets it.",
                journal=journal,
            ),
        )


def _agreement(db: Database) -> Iterator[Symptom]:
    """Whether what is derived agrees with what it was derived from."""
    if health.pending(db):
        return
    lost, stale = health.lost(db), health.stale(db)
    for table, count in lost.items():
        said = message(
            "%(count)s rows of %(table)s belong to nothing: back up, then tell the makers.",
            count=count,
            table=table,
        )
        yield Symptom("bad", "rows", said)
    for table, count in stale.items():
        said = message(
            "%(count)s rows of %(table)s are not up to date with the texts: run "
            "workbench score --all.",
            count=count,
            table=table,
        )
        yield Symptom("bad", "agreement", said)
    if not lost and not stale:
        said = message("Findings, queue, memory and figures agree with the texts.")
        yield Symptom("good", "agreement", said)


def _backup(db: Database) -> Iterator[Symptom]:
    if "audit" not in db.table_names():
        return
    made = health.last_backup(db)
    if not made:
        said = message("No backup was ever made of it: run workbench backup FILE.")
        yield Symptom("note", "backup", said)
        return
    days = (datetime.now(UTC) - datetime.fromisoformat(made)).days
    if days > BACKUP_DAYS:
        said = message("The last backup is %(days)s days old: run workbench backup.", days=days)
        yield Symptom("note", "backup", said)
    else:
        yield Symptom("good", "backup", message("The last backup is of %(when)s.", when=made))


INSIDE: dict[str, Callable[[Database], Iterator[Symptom]]] = {
    "schema": _schema,
    "integrity": _integrity,
    "durability": _durability,
    "agreement": _agreement,
    "backup": _backup,
}


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.0f}"


def _file_system(file: Path) -> str:
    """The kind of file system that a file is on, where the machine tells; else nothing."""
    mounts = Path("/proc/mounts")
    if not mounts.exists():
        return ""
    kinds = {}
    for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines():
        _device, where, kind, *_rest = line.split()
        kinds[Path(where.replace("\\040", " "))] = kind
    return next((kinds[folder] for folder in file.resolve().parents if folder in kinds), "")
