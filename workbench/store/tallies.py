"""What the list of articles says of each: counted once, and again where anything has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from workbench.model import Summary
from workbench.triage import PENALTY

if TYPE_CHECKING:
    from sqlite_utils import Database

By = Literal["risk", "deadline", "age"]
Stage = Literal["all", "open", "review", "returned", "final"]
STAGES: tuple[Stage, ...] = ("all", "open", "review", "returned", "final")

UNCOUNTED = """
    SELECT v.id FROM current_version v
    WHERE v.kind = 'ai' AND NOT EXISTS (SELECT 1 FROM tally t WHERE t.version_id = v.id)
"""

COUNT = """
    INSERT OR REPLACE INTO tally
    WITH listed AS MATERIALIZED (
        SELECT id, source, target, state, returned,
            state IN ('translated', 'reviewed', 'final') AS confirmed
        FROM current_segment WHERE version_id = :version),
    found AS MATERIALIZED (
        SELECT f.severity FROM listed s CROSS JOIN open_finding f ON f.segment_id = s.id
        WHERE NOT s.confirmed),
    points AS (
        SELECT total(severity = 'critical') AS critical, total(severity = 'major') AS major,
            total(severity = 'minor') AS minor FROM found)
    SELECT :version, count(*), ifnull(sum(confirmed), 0),
        ifnull(sum(state IN ('reviewed', 'final')), 0), ifnull(sum(state = 'final'), 0),
        ifnull(sum(returned), 0),
        ifnull(sum((source IS NULL OR target IS NULL) AND NOT confirmed), 0),
        CAST((SELECT critical FROM points) AS INTEGER), CAST((SELECT major FROM points) AS INTEGER),
        CAST((SELECT minor FROM points) AS INTEGER),
        100.0 * (SELECT critical * :critical + major * :major + minor * :minor FROM points)
            / max(1, ifnull(sum(length(source) - length(replace(source, ' ', '')) + 1), 0))
    FROM listed
"""

_LISTED = """
    SELECT v.id AS version, a.slug, a.title, a.outlet, ifnull(a.deadline, '') AS deadline,
        v.system, t.segments, t.confirmed, t.reviewed, t.final, t.returned, t.unaligned,
        t.critical, t.major, t.minor, t.risk,
        EXISTS (SELECT 1 FROM version r WHERE r.article_id = a.id AND r.kind = 'reference'
            AND r.imported IS NOT NULL) AS has_reference
    FROM tally t
    JOIN current_version v ON v.id = t.version_id AND v.kind = 'ai'
    JOIN article a ON a.id = v.article_id
    WHERE v.id > :after
        AND (:article = '' OR a.slug = :article)
        AND (:system = '' OR v.system = :system)
        AND (:outlet = '' OR a.outlet = :outlet)
        AND (:person = '' OR EXISTS (SELECT 1 FROM assignment n WHERE n.version_id = v.id
            AND n.person = :person AND n.id IN (SELECT max(id) FROM assignment
                WHERE version_id = v.id GROUP BY task)))
        AND CASE :stage WHEN 'open' THEN t.confirmed < t.segments
            WHEN 'review' THEN t.reviewed < t.confirmed
            WHEN 'returned' THEN t.returned > 0
            WHEN 'final' THEN t.final = t.segments
            ELSE 1 END
"""

LISTED: dict[By, str] = {
    "risk": _LISTED + "ORDER BY t.risk DESC, a.title, v.system LIMIT :limit OFFSET :start",
    "deadline": _LISTED + "ORDER BY ifnull(a.deadline, '9999'), t.risk DESC, a.title, v.system"
    " LIMIT :limit OFFSET :start",
    "age": _LISTED + "ORDER BY v.id LIMIT :limit OFFSET :start",
}


class Wanted(NamedTuple):
    """Which articles somebody wants to see; nothing said is no matter."""

    stage: Stage = "all"
    system: str = ""
    outlet: str = ""
    person: str = ""
    """Who has it to translate or to review."""
    article: str = ""
    """The slug of the only one."""
    after: int = 0
    """The id of a version; only those that came after it."""


def uncounted(db: Database) -> list[int]:
    """The versions whose figures must be counted before the list is right."""
    return [row["id"] for row in db.query(UNCOUNTED)]


def count(db: Database, version: int) -> None:
    """Count one version; inside a transaction."""
    penalties = {name: PENALTY[name] for name in ("critical", "major", "minor")}
    db.execute(COUNT, {"version": version, **penalties})


def listed(db: Database, wanted: Wanted, by: By, start: int, limit: int) -> list[Summary]:
    """One row per article and AI system, those that have been counted."""
    rows = db.query(LISTED[by], wanted._asdict() | {"start": start, "limit": limit})
    return [
        Summary(
            findings={
                severity: n
                for severity in PENALTY
                if severity != "neutral" and (n := row.pop(severity))
            },
            has_reference=bool(row.pop("has_reference")),
            **row,
        )
        for row in rows
    ]


def systems(db: Database) -> list[str]:
    """The AI systems that anything was imported from, by name."""
    rows = db.query(
        "SELECT DISTINCT system FROM version WHERE kind = 'ai' AND imported IS NOT NULL"
        " ORDER BY system"
    )
    return [row["system"] for row in rows]
