"""Long work in the background, with progress that any page can ask for."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from workbench.db import opened, write
from workbench.errors import NotFound, WorkbenchError
from workbench.messages import message
from workbench.store import articles, jobs
from workbench.workflow.lookup import get_article
from workbench.workflow.reports import sum_up_all
from workbench.workflow.scoring import recheck, rescore
from workbench.workflow.systems import measure_systems

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from sqlite_utils import Database

    from workbench.model import Job

    Note = Callable[[int, int], None]
    """Takes how much is done, and of how much."""
    Work = Callable[[Database, Note], object]

INTERRUPTED: dict[str, str | int] = {
    "state": "failed",
    "message": "the server was stopped; start it again",
}


def job(db: Database, job_id: int) -> Job:
    """How far a job has come.

    Raises:
        NotFound: there is no such job.
    """
    found = jobs.find_job(db, job_id)
    if found is None:
        raise NotFound(message("There is no job %(id)s: start it again.", id=job_id))
    return found


def start_rescore(path: Path | str, slug: str | None = None) -> int:
    """Check and score one article, or all, again in the background; the id of the job.

    Raises:
        NotFound: there is no such article.
    """
    with opened(path) as db:
        total = 1 if slug is not None else len(articles.slugs(db))
        if slug is not None:
            get_article(db, slug)
        with write(db):
            number = jobs.add_job(db, "rescore", total)
    _start(path, number, lambda db, note: rescore(db, slug, note))
    return number


def start_recheck(path: Path | str, segments: Sequence[int]) -> int:
    """Check these segments again in the background; the id of the job."""
    with opened(path) as db, write(db):
        number = jobs.add_job(db, "recheck", len(segments))
    _start(path, number, lambda db, note: recheck(db, segments, note))
    return number


def start_measuring(path: Path | str) -> int:
    """Measure all systems in the background; the id of the job."""
    with opened(path) as db, write(db):
        number = jobs.add_job(db, "measure", 1)
    _start(path, number, measure_systems)
    return number


def start_summing_up(path: Path | str) -> int:
    """Sum up for the reports what has changed, in the background; the id of the job."""
    with opened(path) as db, write(db):
        number = jobs.add_job(db, "sum-up", 1)
    _start(path, number, sum_up_all)
    return number


def end_interrupted(path: Path | str) -> None:
    """Mark jobs as failed that no server runs any more; to be called as one starts."""
    with opened(path) as db, write(db):
        for number in jobs.running_jobs(db):
            jobs.update_job(db, number, **INTERRUPTED)


def _start(path: Path | str, number: int, work: Work) -> None:
    threading.Thread(target=_run, args=(path, number, work), name=f"job-{number}").start()


def _run(path: Path | str, number: int, work: Work) -> None:
    outcome = INTERRUPTED
    try:
        with opened(path) as db:
            work(db, lambda done, total: _note(db, number, done=done, total=total))
        outcome = {"state": "done"}
    except WorkbenchError as error:
        outcome = {"state": "failed", "message": str(error)}
    finally:
        with opened(path) as db:
            _note(db, number, **outcome)


def _note(db: Database, number: int, **changes: str | int) -> None:
    with write(db):
        jobs.update_job(db, number, **changes)
