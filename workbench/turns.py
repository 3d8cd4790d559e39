"""Who writes next, and what is on the disk: for all threads that have one file open.

SQLite would do both, but its waiting is a sleep that grows, in which whoever comes later may go
first; and its commit holds the write lock until the disk has answered. Here whoever waits goes on
as soon as it can, and those who wait for the disk wait outside the lock, together: one answer of
the disk is for all whose commits it came after.
"""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Turns:
    """The threads of this process that write to one file."""

    def __init__(self, sync: Callable[[], object]) -> None:
        self._sync = sync
        self._writing = Lock()
        self._syncing = Lock()
        self._counting = Lock()
        self._committed = 0
        self._on_disk = 0

    @contextmanager
    def one(self, seconds: float) -> Iterator[None]:
        """Wait for the turn to write; after so long go on: the real lock is SQLite's."""
        mine = self._writing.acquire(timeout=seconds)
        try:
            yield
        finally:
            if mine:
                self._writing.release()

    def settle(self) -> None:
        """Return when all that this thread has committed is on the disk."""
        with self._counting:
            self._committed += 1
            mine = self._committed
        with self._syncing:
            if self._on_disk >= mine:
                return
            with self._counting:
                covered = self._committed
            self._sync()
            self._on_disk = covered


@cache
def turns_of(path: str) -> Turns:
    """The turns of the file at `path`: the same for all who ask."""
    return Turns(lambda: sync_log(path))


def sync_log(path: str) -> None:
    """Put the write-ahead log of the file at `path` on the disk.

    Where there is none, it has been written back, which SQLite itself puts on the disk.
    """
    with suppress(FileNotFoundError):
        log = os.open(f"{path}-wal", os.O_RDWR)
        try:
            os.fsync(log)
        finally:
            os.close(log)
