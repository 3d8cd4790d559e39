"""What editors said of confirmed texts, when articles went out, and who is to do what."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from workbench.desk import Amendment, Assignment, Release, Review
from workbench.store.rows import add, now, one

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlite_utils import Database

    from workbench.desk import Hindrance, Reason, Task, Verdict

REVIEWS = """
    WITH RECURSIVE line(id) AS (
        SELECT :segment
        UNION SELECT o.origin_id FROM segment_origin o JOIN line ON o.segment_id = line.id)
    SELECT w.id, w.segment_id AS segment, w.revision_id AS revision, w.verdict, w.reason, w.alone,
        w.author, w.created
    FROM review w JOIN line ON line.id = w.segment_id
    ORDER BY w.id DESC
"""

AMENDMENTS = """
    SELECT id, segment_id AS segment, kind, note, author, created
    FROM amendment WHERE segment_id = :segment ORDER BY id DESC
"""

LAST_WORDS = """
    SELECT author FROM revision WHERE segment_id = :segment ORDER BY id DESC LIMIT 1
"""

RELEASES = """
    SELECT id, kind, overridden, reason, author, created
    FROM release WHERE version_id = :version ORDER BY id DESC
"""

ASSIGNED = """
    SELECT version_id AS version, task, person, author, created FROM assignment
    WHERE id IN (SELECT max(id) FROM assignment
        WHERE version_id IN (SELECT value FROM json_each(:versions)) GROUP BY version_id, task)
        AND person <> ''
"""


def add_review(  # noqa: PLR0913 -- a verdict has that many sides
    db: Database,
    segment: int,
    revision: int,
    verdict: Verdict,
    author: str,
    *,
    reason: str = "",
    alone: bool = False,
) -> int:
    """Note what an editor says of the text that was confirmed with `revision`."""
    return add(
        db,
        "review",
        {
            "segment_id": segment,
            "revision_id": revision,
            "verdict": verdict,
            "reason": reason,
            "alone": int(alone),
            "author": author,
            "created": now(),
        },
    )


def reviews(db: Database, segment: int) -> list[Review]:
    """What was said of a segment and of those it was made from, newest first."""
    rows = db.query(REVIEWS, {"segment": segment})
    return [Review(**row | {"alone": bool(row["alone"])}) for row in rows]


def last_author(db: Database, segment: int) -> str:
    """Who wrote last in a segment; nobody where the AI text stands."""
    row = one(db, LAST_WORDS, {"segment": segment})
    return "" if row is None else str(row["author"])


def add_release(
    db: Database,
    version: int,
    kind: str,
    author: str,
    *,
    reason: str = "",
    overridden: Mapping[Hindrance, int] | None = None,
) -> int:
    """Note that an article goes out, or is taken up again."""
    return add(
        db,
        "release",
        {
            "version_id": version,
            "kind": kind,
            "overridden": json.dumps(dict(overridden or {})),
            "reason": reason,
            "author": author,
            "created": now(),
        },
    )


def releases(db: Database, version: int) -> list[Release]:
    """When the article went out and was taken up again, newest first."""
    rows = db.query(RELEASES, {"version": version})
    return [Release(**row | {"overridden": json.loads(row["overridden"])}) for row in rows]


def add_amendment(
    db: Database, segment: int, release: int, kind: Reason, note: str, author: str
) -> int:
    """Note why a paragraph that had gone out is changed after all."""
    return add(
        db,
        "amendment",
        {
            "segment_id": segment,
            "release_id": release,
            "kind": kind,
            "note": note,
            "author": author,
            "created": now(),
        },
    )


def amendments(db: Database, segment: int) -> list[Amendment]:
    """Why a segment was changed after it had gone out, newest first."""
    return [Amendment(**row) for row in db.query(AMENDMENTS, {"segment": segment})]


def add_assignment(db: Database, version: int, task: Task, person: str, author: str) -> int:
    """Say who is to do a task; nobody where `person` is empty."""
    row = {"version_id": version, "task": task, "person": person, "author": author}
    return add(db, "assignment", row | {"created": now()})


def assignments(db: Database, versions: list[int]) -> list[Assignment]:
    """Who has which task in these versions."""
    return [Assignment(**row) for row in db.query(ASSIGNED, {"versions": json.dumps(versions)})]
