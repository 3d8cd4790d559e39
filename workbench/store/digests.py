"""What reports need of each article in one system's translation, summed up in a few rows.

A digest is made again when somebody asks for a report after the article has changed: the triggers
of the table `stale` remember which ones have. So no save waits for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from workbench.corrections import compare
from workbench.store.rows import content_sha

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlite_utils import Database

    from workbench.corrections import Outcome
    from workbench.model import Finding

STALE = "SELECT version_id FROM stale ORDER BY version_id LIMIT :limit"

# a newer text of the same system takes the place of the older one, and of what was known of it
FORGET = tuple(
    f"DELETE FROM {table} WHERE version_id IN ("  # noqa: S608 -- from the line below
    " SELECT o.id FROM version v JOIN version o ON o.article_id = v.article_id"
    f" AND o.kind = v.kind AND o.system = v.system{besides} WHERE v.id = :version)"
    for table, besides in (
        ("stale", ""), ("digest", ""), ("digest_finding", ""), ("digest_work", ""),
        ("outcome", " AND o.edition < v.edition"),
    )
)  # fmt: skip

NEWEST = """
    SELECT n.id FROM version v
    JOIN current_version n
        ON n.article_id = v.article_id AND n.kind = v.kind AND n.system = v.system
    WHERE v.id = :version AND v.kind = 'ai'
"""

# the newest event of such a segment is a person's confirmation, and no editor has sent it back
_CONFIRMED = """
    FROM current_segment s
    JOIN revision r ON r.id = s.revision AND r.kind = 'confirm'
    WHERE s.version_id = :version AND s.state <> 'sent_back' AND s.target <> '' AND s.current <> ''
"""

CONFIRMED = f"""
    SELECT s.id, s.source, s.target, s.current, s.revision,
        ifnull(date(r.created, 'localtime', 'weekday 0', '-6 days'), '') AS week
    {_CONFIRMED} AND NOT EXISTS (
        SELECT 1 FROM outcome o WHERE o.segment_id = s.id AND o.revision = s.revision)
"""  # noqa: S608 -- the part above

REOPENED = f"""
    DELETE FROM outcome
    WHERE version_id = :version AND segment_id NOT IN (SELECT s.id {_CONFIRMED})
"""  # noqa: S608

SUMMED = (
    """
    INSERT INTO digest
        SELECT v.id, ifnull(date(v.imported, 'localtime', 'weekday 0', '-6 days'), ''), count(*),
            total(s.state IN ('translated', 'reviewed', 'final')),
            total(length(s.source) - length(replace(s.source, ' ', '')) + 1)
        FROM version v JOIN current_segment s ON s.version_id = v.id
        WHERE v.id = :version GROUP BY v.id
    """,
    """
    INSERT INTO digest_finding
        SELECT v.id, f.check_id, f.severity, f.category, count(*)
        FROM version v
        CROSS JOIN alignment_segment a ON a.alignment_id = v.alignment_id
        CROSS JOIN ai_finding f ON f.segment_id = a.segment_id
        WHERE v.id = :version AND NOT EXISTS (
            SELECT 1 FROM verdict d
            WHERE d.source_sha = f.source_sha AND d.target_sha = f.target_sha
                AND d.check_id = f.check_id AND d.finding_key = f.key
                AND d.verdict = 'dismissed')
        GROUP BY 1, 2, 3
    """,
    """
    INSERT INTO digest_work
        SELECT o.version_id, o.week,
            CASE WHEN h.value IS NULL THEN -1 WHEN h.value <= 0 THEN 0
                ELSE min(11, CAST((h.value - 1e-9) / 10 AS INTEGER) + 1) END AS bin,
            count(*), total(o.words), total(o.words * ifnull(h.value, 0) / 100), total(o.changed)
        FROM outcome o
        LEFT JOIN score h ON h.segment_id = o.segment_id AND h.scorer = 'hter'
            AND h.against = 'correction'
        WHERE o.version_id = :version GROUP BY 1, 2, 3
    """,
)

AI_FINDING = "INSERT OR REPLACE INTO ai_finding VALUES (?, ?, ?, ?, ?, ?, ?)"


class Confirmed(NamedTuple):
    """A confirmed segment that has not yet been compared with its AI text."""

    id: int
    source: str | None
    target: str
    current: str
    revision: int
    week: str


def keep_ai_findings(
    db: Database, segment: int, texts: tuple[str | None, str | None], found: Iterable[Finding]
) -> None:
    """Remember what was found in the segment when its English was the AI's."""
    shas = tuple(map(content_sha, texts))
    db.execute("DELETE FROM ai_finding WHERE segment_id = ?", [segment])
    db.conn.executemany(
        AI_FINDING, [(segment, f.key, f.check, f.category, f.severity, *shas) for f in found]
    )


def count_stale(db: Database) -> int:
    """How many articles have changed since they were summed up."""
    return int(next(db.query("SELECT count(*) AS n FROM stale"))["n"])


def stale(db: Database, limit: int) -> list[int]:
    """Versions that have changed since they were summed up, at most so many."""
    return [row["version_id"] for row in db.query(STALE, {"limit": limit})]


def sum_up(db: Database, version: int) -> None:
    """Make the digest of the newest text of this version's system; inside a transaction."""
    found = [row["id"] for row in db.query(NEWEST, {"version": version})]
    for newest in found or [version]:
        for sql in FORGET:
            db.execute(sql, {"version": newest})
    for newest in found:
        _compare_all(db, newest)
        for sql in SUMMED:
            db.execute(sql, {"version": newest})


def _compare_all(db: Database, version: int) -> None:
    """Bring up to date what became of the AI text of each confirmed segment."""
    values = {"version": version}
    db.execute(REOPENED, values)
    fresh = [Confirmed(**row) for row in db.query(CONFIRMED, values)]
    for each in fresh:
        _keep(db, version, each, compare(each.source, each.target, each.current))


def _keep(db: Database, version: int, segment: Confirmed, outcome: Outcome) -> None:
    db.execute("DELETE FROM outcome WHERE segment_id = ?", [segment.id])
    db.execute(
        "INSERT INTO outcome VALUES (?, ?, ?, ?, ?, ?)",
        [segment.id, version, segment.revision, segment.week, outcome.words, outcome.changed],
    )
    db.conn.executemany(
        "INSERT OR IGNORE INTO correction VALUES (?, ?, ?, ?)",
        [(each.old, each.new, segment.id, each.italian) for each in outcome.corrections],
    )
