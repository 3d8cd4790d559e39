"""`workbench work`, and the server that lets it work: killed, and gone on with by the next."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tests.cli.test_serving import page, running
from workbench import workflow
from workbench.bundle import Bundle
from workbench.db import opened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from click.testing import Result

    from workbench.model import Job, RawText

PATIENCE = 90
"""Seconds; a busy machine is slow, not wrong."""


def bundle(pair: tuple[RawText, RawText], count: int) -> Bundle:
    """As many articles, each another one."""
    return Bundle(
        {
            f"ponte-{n}": {
                "it.txt": f"{pair[0].text}\nÈ il ponte numero {n}.".encode(),
                "en.argo.txt": f"{pair[1].text}\nIt is bridge number {n}.".encode(),
            }
            for n in range(count)
        }
    )


def until(path: Path, number: int, wanted: Callable[[Job], bool]) -> Job:
    """The job, once it is as wanted."""
    last = time.monotonic() + PATIENCE
    with opened(path) as db:
        while not wanted(job := workflow.job(db, number)):
            assert time.monotonic() < last, job
            time.sleep(0.02)
    return job


@contextmanager
def served(path: Path) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "workbench", "serve", "--port", "0", "--db", str(path)],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def test_the_command_does_what_waits(
    run: Callable[..., Result], db_path: Path, small_pair: tuple[RawText, RawText]
) -> None:
    with opened(db_path) as db:
        workflow.start_import(db, bundle(small_pair, 1), "ada")
    done = run("work", "--db", str(db_path))
    assert (done.exit_code, done.output) == (0, "1 done.\n")
    assert run("work", "--db", str(db_path)).output == "0 done.\n"


def test_the_server_lets_it_work(tmp_path: Path, small_pair: tuple[RawText, RawText]) -> None:
    path = tmp_path / "workbench.db"
    with opened(path) as db:
        number = workflow.start_import(db, bundle(small_pair, 2), "ada")
    with running(tmp_path, "serve") as (address, _):
        until(path, number, lambda job: job.state == "done")
        assert "ponte-1" in page(f"{address}jobs/{number}")


def test_what_a_killed_server_has_begun_the_next_one_ends(
    tmp_path: Path, small_pair: tuple[RawText, RawText]
) -> None:
    path = tmp_path / "workbench.db"
    with opened(path) as db:
        number = workflow.start_import(db, bundle(small_pair, 30), "ada")
    with served(path):
        begun = until(path, number, lambda job: job.done > 0)
    assert begun.state == "running"
    with served(path):
        until(path, number, lambda job: job.state == "done")
    with opened(path) as db:
        found = workflow.outcomes(db, number)
        assert sorted(each.name for each in found) == sorted(f"ponte-{n}" for n in range(30))
        assert {each.state for each in found} <= {"imported", "known"}
        assert len(workflow.summaries(db)) == 30
        assert list(db.query("PRAGMA foreign_key_check")) == []


def test_the_work_ends_with_the_server(tmp_path: Path, small_pair: tuple[RawText, RawText]) -> None:
    path = tmp_path / "workbench.db"
    with opened(path) as db:
        number = workflow.start_import(db, bundle(small_pair, 200), "ada")
    with served(path) as process:
        until(path, number, lambda job: job.state == "running")
        process.send_signal(signal.SIGINT)
        process.wait(timeout=PATIENCE)
    with opened(path) as db:
        assert workflow.work_waits(db)
        assert workflow.job(db, number).state == "running"
