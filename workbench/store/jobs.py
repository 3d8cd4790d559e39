"""Long work and how far it has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model import Job
from workbench.store.rows import add, now, one

if TYPE_CHECKING:
    from sqlite_utils import Database


def add_job(db: Database, kind: str, total: int) -> int:
    """A running job's id."""
    return add(db, "job", {"kind": kind, "state": "running", "total": total, "created": now()})


def update_job(db: Database, job: int, **changes: str | int) -> None:
    """Note how far a job has come."""
    db.table("job").update(job, changes)


def running_jobs(db: Database) -> list[int]:
    """The ids of the jobs that have not ended."""
    return [row["id"] for row in db.query("SELECT id FROM job WHERE state = 'running'")]


def find_job(db: Database, job: int) -> Job | None:
    """The job, or None."""
    row = one(
        db, "SELECT id, kind, state, done, total, message FROM job WHERE id = :id", {"id": job}
    )
    return None if row is None else Job(**row)
