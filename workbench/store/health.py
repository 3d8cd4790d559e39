"""Questions to the database about itself."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from workbench.migrations import migrations
from workbench.store.rows import content_sha, one

if TYPE_CHECKING:
    from sqlite_utils import Database

LOST = {
    "memory": "SELECT count(*) AS n FROM memory WHERE rowid NOT IN (SELECT id FROM segment)",
    "version": """
        SELECT count(*) AS n FROM version v WHERE v.imported IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM alignment a WHERE a.id = v.alignment_id AND a.version_id = v.id)
    """,
    "article": """
        SELECT count(*) AS n FROM article
        WHERE id NOT IN (SELECT article_id FROM text)
    """,
}
"""Rows that belong to nothing, where no foreign key says so, by table."""

STALE = {
    "memory": """
        SELECT count(*) AS n FROM current_segment s
        JOIN current_version v ON v.id = s.version_id AND v.kind = 'ai'
        LEFT JOIN memory m ON m.rowid = s.id
        WHERE CASE
            WHEN m.rowid IS NULL
                THEN s.state IN ('translated', 'reviewed') AND s.source <> '' AND s.current <> ''
            ELSE s.state IN ('new', 'draft', 'sent_back') OR m.source <> s.source
                OR m.target <> s.current END
    """,
    "risk": """
        SELECT count(*) AS n FROM current_segment s
        JOIN current_version v ON v.id = s.version_id AND v.kind = 'ai'
        LEFT JOIN risk r ON r.segment_id = s.id
        WHERE r.segment_id IS NULL
            OR (s.state <> 'final' AND r.waiting = (s.state IN ('translated', 'reviewed')))
    """,
    "finding": """
        SELECT count(DISTINCT s.id) AS n FROM current_segment s
        JOIN current_version v ON v.id = s.version_id AND v.kind = 'ai'
        JOIN finding f ON f.segment_id = s.id
        WHERE f.source_sha <> content_sha(s.source) OR f.target_sha <> content_sha(s.current)
    """,
    "tally": """
        SELECT count(*) AS n FROM tally t WHERE (t.segments, t.final) <> (
            SELECT count(*), ifnull(sum(state = 'final'), 0) FROM current_segment
            WHERE version_id = t.version_id)
    """,
}
"""Rows of derived tables that say something else than the texts they were derived from."""

LAST_BACKUP = "SELECT max(created) AS created FROM audit WHERE action IN ('backup', 'restore')"


def lost(db: Database) -> dict[str, int]:
    """How many rows belong to nothing, by table."""
    return _counts(db, LOST)


def stale(db: Database) -> dict[str, int]:
    """How many rows of derived tables do not agree with the texts, by table."""
    db.conn.create_function("content_sha", 1, content_sha, deterministic=True)
    return _counts(db, STALE)


def pending(db: Database) -> list[str]:
    """The steps of the schema that the file lacks."""
    return [step.name for step in migrations.pending(db)]


def last_backup(db: Database) -> str:
    """When the last backup was made; empty where none was."""
    row = one(db, LAST_BACKUP, {})
    return (row and row["created"]) or ""


def how_it_writes(db: Database) -> tuple[str, int]:
    """The kind of journal, and how much SQLite waits for the disk: 1 keeps the file whole.

    That a save is on the disk is seen to by `workbench.db.write` itself.
    """
    row = one(db, "PRAGMA synchronous", {}) or {}
    return str(db.journal_mode), int(row["synchronous"])


def sqlite_version() -> tuple[int, ...]:
    """Of the library that is at work here."""
    return sqlite3.sqlite_version_info


def try_to_write(db: Database) -> None:
    """Read a page of the file and take the turn to write, for which two seconds must be enough."""
    db.execute("PRAGMA busy_timeout = 2000")
    db.execute("BEGIN IMMEDIATE")
    one(db, "SELECT max(id) AS id FROM segment", {})
    db.rollback()


def _counts(db: Database, questions: dict[str, str]) -> dict[str, int]:
    counted = {name: (one(db, sql, {}) or {})["n"] for name, sql in questions.items()}
    return {name: count for name, count in counted.items() if count}
