"""Backup and restore: a copy of everything, made while people work, and put back."""

from __future__ import annotations

from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from workbench.db import connect, prepare, refuse_strange
from workbench.errors import BadInput, BrokenStore
from workbench.messages import message
from workbench.store import copies
from workbench.workflow.audit import record

if TYPE_CHECKING:
    from sqlite_utils import Database

    from workbench.store.copies import Contents, Progress

BACKUP = "backup"
"""The name of the action in the audit log."""


class Backup(NamedTuple):
    """A copy of everything, and what is in it."""

    path: Path
    size: int
    contents: Contents


class Restored(NamedTuple):
    """What was put back, and where the database is that was there before."""

    contents: Contents
    kept: Path | None


def back_up(
    path: Path | str,
    to: Path | str,
    *,
    by: str = "",
    force: bool = False,
    progress: Progress | None = None,
) -> Backup:
    """Copy the database at `path` to the file `to` as it stands now, while others use it.

    The copy is checked before it gets its name, so that a file of that name is always whole.

    Raises:
        BadInput: there is a file of that name, and it was not to be replaced.
        BrokenStore: the database cannot be read, is damaged, or the copy cannot be written.
    """
    source, target = Path(path), Path(to)
    _refuse_target(source, target, force=force)
    with closing(connect(source)) as db:
        refuse_strange(db, source)
        with copies.whole_file(target) as partial:
            copies.copy_to(db, partial, progress)
            held = _held(partial, source)
        # in an emergency the copy matters, and the disk of the database may be full
        with suppress(BrokenStore):
            record(db, by, BACKUP, target.name, articles=held.articles)
    return Backup(target, target.stat().st_size, held)


def restore_backup(path: Path | str, backup: Path | str, *, by: str = "") -> Restored:
    """Put a backup in the place of the database at `path`, which keeps existing beside it.

    A backup of an older version is brought up to date first. Either all of it happens or
    nothing.

    Raises:
        BrokenStore: the backup is damaged, of a newer version or none, or the database is in use.
        BadInput: the backup is the database.
    """
    target, source = Path(path), Path(backup)
    if target.exists() and source.exists() and target.samefile(source):
        said = message("%(path)s is the database itself: name a backup.", path=source)
        raise BadInput(said)
    held = _held(source, source)
    kept = _dated(target) if target.exists() else None
    with copies.alone(target), copies.whole_file(target) as fresh:
        with closing(connect(source, "ro")) as db:
            copies.copy_to(db, fresh)
        prepare(fresh)
        with closing(connect(fresh)) as db:
            record(db, by, "restore", source.name, kept=kept.name if kept else "")
        copies.fold(fresh)
        if kept:
            copies.keep_beside(target, kept)
    return Restored(held, kept)


def _held(path: Path, named: Path) -> Contents:
    """What a sound copy holds; a failure speaks of `named`."""
    with closing(connect(path, "ro")) as db:
        refuse_strange(db, named)
        _refuse_damaged(db, named)
        if not db.table_names():
            raise BrokenStore(message("%(path)s is empty: name a backup.", path=named))
        return copies.contents(db)


def _refuse_damaged(db: Database, path: Path) -> None:
    found = copies.faults(db)
    if found:
        raise BrokenStore(
            message(
                "%(path)s is damaged (%(what)s): nothing was copied. Take an earlier backup.",
                path=path,
                what=found[0].splitlines()[-1],
            )
        )


def _refuse_target(source: Path, target: Path, *, force: bool) -> None:
    if target.is_dir():
        raise BadInput(message("%(path)s is a folder: name a file in it.", path=target))
    if target.exists() and source.exists() and target.samefile(source):
        raise BadInput(message("%(path)s is the database itself: name another file.", path=target))
    if target.exists() and not force:
        raise BadInput(
            message(
                "%(path)s is there already: name another file, or replace it with --force.",
                path=target,
            )
        )


def _dated(path: Path) -> Path:
    """A name beside that nothing has yet."""
    stamp = datetime.now().astimezone().strftime("%Y-%m-%d-%H%M%S")
    name = f"{path.stem}.until-{stamp}"
    found, more = path.with_name(f"{name}{path.suffix}"), 1
    while found.exists():
        more += 1
        found = path.with_name(f"{name}-{more}{path.suffix}")
    return found
