"""Doing what waits in the background: in order, step by step, and on from there after a restart.

A step may be done twice, because a killed process cannot say that it had just done it: each kind
of work is made of steps for which that changes nothing. Between two steps the work notes how far it
has come, and stops where somebody has cancelled it. No step holds the write lock while it thinks.
"""

from __future__ import annotations

import logging
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from workbench.db import alone, opened, write
from workbench.errors import NotFound, WorkbenchError
from workbench.messages import message
from workbench.store import jobs
from workbench.workflow.bulk import import_waiting
from workbench.workflow.reports import sum_up_all
from workbench.workflow.scoring import recheck, rescore_article
from workbench.workflow.systems import measure_systems

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from sqlite_utils import Database

    from workbench.messages import Message
    from workbench.model import Job

log = logging.getLogger(__name__)
NOTED_EVERY = 0.3
"""Seconds from one note of the progress to the next: that many may be done again."""
MOST_ATTEMPTS = 3
STUCK = message(
    "It was begun %(count)s times, and each time the program ended at the same place: what was "
    "done until then is kept.",
    count=MOST_ATTEMPTS,
)
MISTAKE = message("The program made a mistake; what was done until then is kept. Start it again.")


class Cancelled(Exception):
    """Somebody has ended the job that runs."""


class Progress:
    """What running work says of itself, and where it hears that somebody has cancelled it."""

    def __init__(self, db: Database, job: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._db = db
        self._job = job
        self._clock = clock
        self._noted = clock()

    def __call__(self, done: int, total: int) -> None:
        """Note how far it is, if it is time for that or the end.

        Raises:
            Cancelled: somebody has.
        """
        self.breathe()
        if done >= total or self._clock() - self._noted >= NOTED_EVERY:
            with write(self._db):
                jobs.note_progress(self._db, self._job, done, total)
            self._noted = self._clock()

    def breathe(self) -> None:
        """Stop within a step, if nobody wants it done any more.

        Raises:
            Cancelled: somebody has ended the job.
        """
        if jobs.job_state(self._db, self._job) != "running":
            raise Cancelled


def work(path: Path | str) -> int:
    """Do what waits, until nothing does; how many jobs that were.

    Only one process does at a time: where another one is at it, this one has nothing to do.
    """
    count = 0
    with opened(path) as db, alone(path) as mine:
        while mine and (job := _begin_next(db)) is not None:
            _end(db, job, _run(path, job))
            count += 1
    return count


def _begin_next(db: Database) -> Job | None:
    with write(db):
        while (job := jobs.next_job(db)) is not None:
            if job.attempts < MOST_ATTEMPTS:
                jobs.begin_job(db, job.id)
                return job
            jobs.end_job(db, job.id, "failed", STUCK)
    return None


def _run(path: Path | str, job: Job) -> Message | None:
    """Do a job; why it failed, or None."""
    try:
        with opened(path) as db:
            KINDS[job.kind](db, job, Progress(db, job.id))
    except Cancelled:
        pass
    except WorkbenchError as error:
        return error.message
    except Exception:
        log.exception("job %s (%s) failed", job.id, job.kind)
        return MISTAKE
    return None


def _end(db: Database, job: Job, why: Message | None) -> None:
    with write(db):
        jobs.end_job(db, job.id, "failed" if why else "done", why)


def _rescore(db: Database, job: Job, progress: Progress) -> None:
    slugs: list[str] = job.arguments["articles"]
    for done in range(job.done, len(slugs)):
        progress(done, len(slugs))
        with suppress(NotFound):  # deleted since
            rescore_article(db, slugs[done], progress.breathe)
    progress(len(slugs), len(slugs))


def _recheck(db: Database, job: Job, progress: Progress) -> None:
    recheck(db, job.arguments["segments"], progress, start=job.done)


def _measure(db: Database, _job: Job, progress: Progress) -> None:
    # all figures are of one moment: it begins again
    measure_systems(db, progress)


def _sum_up(db: Database, _job: Job, progress: Progress) -> None:
    sum_up_all(db, progress)


def _import(db: Database, job: Job, progress: Progress) -> None:
    import_waiting(db, job, progress)


KINDS: Final[Mapping[str, Callable[[Database, Job, Progress], None]]] = {
    "rescore": _rescore,
    "recheck": _recheck,
    "measure": _measure,
    "sum-up": _sum_up,
    "import": _import,
}
