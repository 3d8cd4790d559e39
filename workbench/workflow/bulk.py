"""Many articles at once: kept in the database as they came in, then imported one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from workbench import ingest
from workbench.db import write
from workbench.errors import WorkbenchError
from workbench.model import Outcome
from workbench.store import jobs
from workbench.workflow.importing import import_texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlite_utils import Database

    from workbench.bundle import Bundle
    from workbench.model import Job
    from workbench.store.jobs import File


def start_import(db: Database, bundle: Bundle, author: str) -> int:
    """Keep what came in, to be imported in the background; the id of the job."""
    with write(db):
        job = jobs.add_job(db, "import", len(bundle.articles), author)
        for name, files in bundle.articles.items():
            jobs.add_files(db, job, name, files)
        jobs.add_outcomes(db, job, bundle.refused)
    return job


def import_waiting(db: Database, job: Job, progress: Callable[[int, int], None]) -> None:
    """Import the articles of a job that are not imported yet; one that cannot be is reported."""
    done = job.done
    while (name := jobs.next_article(db, job.id)) is not None:
        progress(done, job.total)
        found = _import(db, name, jobs.files_of(db, job.id, name), job.author)
        with write(db):
            jobs.add_outcomes(db, job.id, found)
            jobs.delete_files(db, job.id, name)
        done += 1
    progress(job.total, job.total)


def _import(db: Database, name: str, files: list[File], author: str) -> list[Outcome]:
    found: list[Outcome] = []
    try:
        texts = {each.name: ingest.read_bytes(each.data, f"{name}/{each.name}") for each in files}
        for done in import_texts(db, name, texts, author or "import"):
            state: Literal["imported", "known"] = "imported" if done.new else "known"
            found.append(Outcome(name, state, done.slug, done.system))
    except WorkbenchError as error:
        found.append(Outcome(name, "refused", message=error.message))
    return found
