"""The command that does the work in the background, and the server's helper that calls it."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

import click

from workbench.cli.group import database_option, example

if TYPE_CHECKING:
    from types import TracebackType

log = logging.getLogger(__name__)
SECONDS = 0.25
"""From one look at the queue to the next."""
PAUSE = 1.0
"""Seconds before another process is started."""
NICE = 10
"""How far the work steps back where people wait for the processor."""


@click.command(epilog=example("workbench work"))
@click.option("--attached", is_flag=True, help="End at once when standard input does.")
@database_option
def work(attached: bool, path: str) -> None:
    """Do the work that waits in the background, then end; `workbench serve` does so by itself."""
    from workbench import workflow

    if attached:
        _step_back()
        Thread(target=_end_with_input, daemon=True).start()
    click.echo(f"{workflow.work(path)} done.")


def _step_back() -> None:
    if hasattr(os, "nice"):
        os.nice(NICE)


def _end_with_input() -> None:
    """Whoever has started this process is gone: what it was doing goes on with the next one."""
    while os.read(sys.stdin.fileno(), 1):  # unbuffered: the program may end while this waits
        pass
    os._exit(0)


class Helper:
    """Starts a process that works whenever there is something to do; for a ``with`` block.

    Another process, because in one the work and the answers would wait for each other; and none
    while there is nothing to do, because it would need its memory all the same.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._stop = Event()
        self._thread = Thread(
            target=self._watch,
            name="helper",
            daemon=True,  # Ctrl+C may come while it starts
        )

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop.set()
        self._thread.join()

    def _watch(self) -> None:
        from workbench import db as database
        from workbench import workflow
        from workbench.errors import WorkbenchError

        while not self._stop.wait(SECONDS):
            try:
                with database.opened(self._path) as db:
                    while not self._stop.wait(SECONDS):
                        if workflow.work_waits(db):
                            self._work()
            except WorkbenchError:
                log.exception("the queue of the background work cannot be read")
                self._stop.wait(PAUSE)

    def _work(self) -> None:
        """Let a process work, until it is done or the server stops."""
        command = [sys.executable, "-m", "workbench", "work", "--attached", "--db", self._path]
        with subprocess.Popen(  # noqa: S603 -- our own program, and no shell
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": _where_we_are()},
            start_new_session=True,  # Ctrl+C is for the server
        ) as process:
            while process.poll() is None:
                if self._stop.wait(SECONDS):
                    process.kill()
        self._stop.wait(PAUSE)  # another one may be at it, or this one fail each time


def _where_we_are() -> str:
    """The path on which the other process finds this very workbench first."""
    return os.pathsep.join(filter(None, (str(Path(__file__).parents[2]), *sys.path)))
