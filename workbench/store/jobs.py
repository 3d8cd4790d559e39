"""Long work: what waits, how far it has come, the files it still has to import, what came of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from workbench.model import Job, Outcome
from workbench.store.rows import add, dump_values, load_message, now, one

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlite_utils import Database

    from workbench.messages import Message
    from workbench.model import JobState

NEXT = """
    SELECT * FROM job WHERE state IN ('waiting', 'running')
    ORDER BY state = 'waiting', id LIMIT 1
"""


class File(NamedTuple):
    """A file that came in and is not imported yet."""

    id: int
    name: str
    data: bytes


def add_job(
    db: Database,
    kind: str,
    total: int,
    author: str = "",
    arguments: Mapping[str, Any] | None = None,
) -> int:
    """The id of a new job, which waits for its turn."""
    return add(
        db,
        "job",
        {
            "kind": kind,
            "state": "waiting",
            "total": total,
            "author": author,
            "arguments": json.dumps(dict(arguments or {})),
            "created": now(),
        },
    )


def find_job(db: Database, job: int) -> Job | None:
    """The job, or None."""
    row = one(db, "SELECT * FROM job WHERE id = :id", {"id": job})
    return None if row is None else _job(row)


def newest_jobs(db: Database, most: int) -> list[Job]:
    """The jobs that were begun last, the newest first."""
    rows = db.query("SELECT * FROM job ORDER BY id DESC LIMIT :most", {"most": most})
    return [_job(row) for row in rows]


def next_job(db: Database) -> Job | None:
    """The job to do now: one that was interrupted, else the one that has waited longest."""
    row = one(db, NEXT, {})
    return None if row is None else _job(row)


def begin_job(db: Database, job: int) -> None:
    """Note that somebody works on the job from now on."""
    db.execute(
        "UPDATE job SET state = 'running', attempts = attempts + 1 WHERE id = :id", {"id": job}
    )


def note_progress(db: Database, job: int, done: int, total: int) -> None:
    """Note how far a job has come; it is where it goes on after a restart."""
    db.execute(
        "UPDATE job SET attempts = CASE WHEN :done > done THEN 0 ELSE attempts END,"
        " done = max(done, :done), total = :total WHERE id = :id",
        {"id": job, "done": done, "total": total},
    )


def end_job(db: Database, job: int, state: JobState, why: Message | None = None) -> None:
    """Note how a job has ended, if nobody has ended it before; what it was to do is forgotten."""
    db.execute(
        "UPDATE job SET state = :state, message = :message, message_values = :values, ended = :now,"
        " arguments = '{}' WHERE id = :id AND state IN ('waiting', 'running')",
        {
            "id": job,
            "state": state,
            "message": why.template if why else "",
            "values": dump_values(why) if why else "{}",
            "now": now(),
        },
    )


def job_state(db: Database, job: int) -> str:
    """Whether the job waits, runs, or how it has ended."""
    row = one(db, "SELECT state FROM job WHERE id = :id", {"id": job})
    return "" if row is None else str(row["state"])


def add_files(db: Database, job: int, article: str, files: Mapping[str, bytes]) -> None:
    """Keep the files of an article until the job has imported them."""
    db.table("job_file").insert_all(
        {"job_id": job, "article": article, "name": name, "data": data}
        for name, data in files.items()
    )


def next_article(db: Database, job: int) -> str | None:
    """The article whose files the job has to import next; None where nothing is left."""
    row = one(
        db, "SELECT article FROM job_file WHERE job_id = :job ORDER BY id LIMIT 1", {"job": job}
    )
    return None if row is None else str(row["article"])


def files_of(db: Database, job: int, article: str) -> list[File]:
    """The files of one article that the job has still to import."""
    rows = db.query(
        "SELECT id, name, data FROM job_file WHERE job_id = :job AND article = :article",
        {"job": job, "article": article},
    )
    return [File(**row) for row in rows]


def delete_files(db: Database, job: int, article: str | None = None) -> None:
    """Forget the files of one article, or of all, that came in with the job."""
    db.table("job_file").delete_where(
        "job_id = :job AND article = ifnull(:article, article)", {"job": job, "article": article}
    )


def add_outcomes(db: Database, job: int, outcomes: Iterable[Outcome]) -> None:
    """Note what became of what came in with the job."""
    db.table("job_outcome").insert_all(
        {
            "job_id": job,
            "name": each.name,
            "state": each.state,
            "slug": each.slug,
            "system": each.system,
            "message": each.message.template if each.message else "",
            "message_values": dump_values(each.message) if each.message else "{}",
        }
        for each in outcomes
    )


def outcomes(db: Database, job: int) -> Sequence[Outcome]:
    """What became of all that came in with the job, in order."""
    rows = db.query("SELECT * FROM job_outcome WHERE job_id = :job ORDER BY id", {"job": job})
    return [
        Outcome(row["name"], row["state"], row["slug"], row["system"], _message(row))
        for row in rows
    ]


def _job(row: dict[str, Any]) -> Job:
    return Job(
        id=row["id"],
        kind=row["kind"],
        state=row["state"],
        done=row["done"],
        total=row["total"],
        author=row["author"],
        created=row["created"],
        ended=row["ended"],
        arguments=json.loads(row["arguments"]),
        attempts=row["attempts"],
        message=_message(row),
    )


def _message(row: Mapping[str, Any]) -> Message | None:
    return load_message(row["message"], row["message_values"]) if row["message"] else None
