"""Long work that is asked for: it waits in the database until `work` does it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workbench.db import opened, write
from workbench.errors import NotFound
from workbench.messages import message
from workbench.store import articles, jobs
from workbench.workflow.lookup import get_article

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sqlite_utils import Database

    from workbench.model import Job, Outcome

SHOWN = 50


def job(db: Database, job_id: int) -> Job:
    """How far a job has come.

    Raises:
        NotFound: there is no such job.
    """
    found = jobs.find_job(db, job_id)
    if found is None:
        raise NotFound(message("There is no job %(id)s: start it again.", id=job_id))
    return found


def newest_jobs(db: Database) -> list[Job]:
    """What was begun last, the newest first."""
    return jobs.newest_jobs(db, SHOWN)


def work_waits(db: Database) -> bool:
    """Whether there is anything to do in the background."""
    return jobs.next_job(db) is not None


def outcomes(db: Database, job_id: int) -> Sequence[Outcome]:
    """What became of each file or article that came in with a job."""
    return jobs.outcomes(db, job_id)


def cancel_job(db: Database, job_id: int) -> None:
    """End a job where it stands; what it has done is kept. One that has ended is left alone.

    Raises:
        NotFound: there is no such job.
    """
    with write(db):
        job(db, job_id)
        jobs.end_job(db, job_id, "cancelled")
        jobs.delete_files(db, job_id)


def start_rescore(path: Path | str, slug: str | None = None, author: str = "") -> int:
    """Check and score one article, or all, again in the background; the id of the job.

    Raises:
        NotFound: there is no such article.
    """
    with opened(path) as db:
        chosen = [get_article(db, slug).slug] if slug is not None else articles.slugs(db)
        return _start(db, "rescore", len(chosen), author, articles=chosen)


def start_recheck(path: Path | str, segments: Sequence[int], author: str = "") -> int:
    """Check these segments again in the background; the id of the job."""
    with opened(path) as db:
        return _start(db, "recheck", len(segments), author, segments=list(segments))


def start_measuring(path: Path | str, author: str = "") -> int:
    """Measure all systems in the background; the id of the job."""
    with opened(path) as db:
        return _start(db, "measure", 1, author)


def start_summing_up(path: Path | str, author: str = "") -> int:
    """Sum up for the reports what has changed, in the background; the id of the job."""
    with opened(path) as db:
        return _start(db, "sum-up", 1, author)


def _start(db: Database, kind: str, total: int, author: str, **arguments: Any) -> int:
    with write(db):
        return jobs.add_job(db, kind, total, author, arguments)
