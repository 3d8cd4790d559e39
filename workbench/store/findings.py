"""What the checks found, and which of it people have dismissed."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from workbench.model import Finding
from workbench.store.rows import add, add_all, content_sha, dump_values, load_message, now

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlite_utils import Database

Scope = Literal["segment", "article"]
"""Whether a finding comes of one segment by itself or of all of an article beside each other."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How the findings of one check fared, each counted once for the texts it stands in."""

    check_id: str
    open: int
    """In the current texts, looked at by nobody or left as they are."""
    fixed: int
    """Gone after a person wrote in the paragraph."""
    dismissed: int

    @property
    def precision(self) -> float | None:
        """The share that people acted on, of those they decided about; None where there is none."""
        decided = self.fixed + self.dismissed
        return self.fixed / decided if decided else None


OPEN = """
    SELECT * FROM open_finding
    WHERE segment_id IN (SELECT value FROM json_each(:ids))
    ORDER BY segment_id, start, id
"""

DISMISSED = """
    SELECT * FROM finding
    WHERE segment_id IN (SELECT value FROM json_each(:ids))
        AND id NOT IN (SELECT id FROM open_finding
            WHERE segment_id IN (SELECT value FROM json_each(:ids)))
    ORDER BY start, id
"""

TALLIES = """
    SELECT check_id, sum(open) AS open, sum(fixed) AS fixed, sum(dismissed) AS dismissed FROM (
        SELECT f.check_id, count(*) AS open, 0 AS fixed, 0 AS dismissed
        FROM open_finding f JOIN current_segment s ON s.id = f.segment_id GROUP BY 1
        UNION ALL
        SELECT check_id, 0, sum(fixed), sum(dismissed) FROM verdict_count GROUP BY 1
    ) GROUP BY check_id
"""

ALIKE = """
    SELECT other.segment_id FROM finding mine
    JOIN finding other ON other.source_sha = mine.source_sha
        AND other.target_sha = mine.target_sha AND other.key = mine.key
    WHERE mine.segment_id = :segment AND mine.key = :key
"""

SAYING_THE_SAME = """
    SELECT f.segment_id, f.key FROM finding mine
    JOIN segment s ON s.id = mine.segment_id
    JOIN current_segment c ON c.version_id = s.version_id
    JOIN open_finding f ON f.segment_id = c.id AND f.check_id = mine.check_id
        AND f.template = mine.template AND f.template_values = mine.template_values
    WHERE mine.segment_id = :segment AND mine.key = :key
    ORDER BY c.position
"""

IN_ARTICLE = """
    SELECT f.* FROM version v
    JOIN alignment_segment a ON a.alignment_id = v.alignment_id
    JOIN finding f ON f.segment_id = a.segment_id AND f.scope = 'article'
    WHERE v.id = :version
    ORDER BY f.segment_id, f.start, f.id
"""


def replace_findings(
    db: Database,
    segment: int,
    texts: tuple[str | None, str | None],
    findings: Iterable[Finding],
    scope: Scope = "segment",
) -> None:
    """Keep `findings` as all that was found in the segment when its sides were `texts`.

    `scope` says what had been looked at; findings of the other scope are left as they are.
    """
    source, target = texts
    db.execute("DELETE FROM finding WHERE segment_id = ? AND scope = ?", [segment, scope])
    unique = {finding.key: finding for finding in findings}
    shas = {"source_sha": content_sha(source), "target_sha": content_sha(target)}
    rows = (
        {
            "segment_id": segment,
            "scope": scope,
            "key": key,
            "check_id": finding.check,
            "category": finding.category,
            "severity": finding.severity,
            "side": finding.side,
            "start": finding.start,
            "end": finding.end,
            "template": finding.message.template,
            "template_values": dump_values(finding.message),
            "suggestion": finding.suggestion,
            "other_start": finding.other and finding.other[0],
            "other_end": finding.other and finding.other[1],
            **shas,
        }
        for key, finding in unique.items()
    )
    add_all(db, "finding", rows)


def open_in(db: Database, segments: Sequence[int]) -> dict[int, tuple[Finding, ...]]:
    """What nobody has dismissed in these segments, by segment, in text order."""
    return _by_segment(db, OPEN, segments)


def dismissed_in(db: Database, segments: Sequence[int]) -> dict[int, tuple[Finding, ...]]:
    """What people have dismissed in these segments, by segment, in text order."""
    return _by_segment(db, DISMISSED, segments)


def _by_segment(db: Database, sql: str, segments: Sequence[int]) -> dict[int, tuple[Finding, ...]]:
    found: dict[int, list[Finding]] = defaultdict(list)
    for row in db.query(sql, {"ids": json.dumps(segments)}):
        found[row["segment_id"]].append(_finding(row))
    return {segment: tuple(listed) for segment, listed in found.items()}


def with_finding(db: Database, segment: int, key: str) -> list[int]:
    """The segments that have this very finding on the same two texts, itself among them."""
    rows = db.query(ALIKE, {"segment": segment, "key": key})
    return [row["segment_id"] for row in rows]


def saying_the_same(db: Database, segment: int, key: str) -> list[tuple[int, str]]:
    """The open findings of the article that say what this one does: segment and key of each."""
    rows = db.query(SAYING_THE_SAME, {"segment": segment, "key": key})
    return [(row["segment_id"], row["key"]) for row in rows]


def article_findings(db: Database, version: int) -> dict[int, list[Finding]]:
    """What comparing the segments of the version has shown, by segment, dismissed or not."""
    found: dict[int, list[Finding]] = defaultdict(list)
    for row in db.query(IN_ARTICLE, {"version": version}):
        found[row["segment_id"]].append(_finding(row))
    return found


def article_keys(db: Database, version: int) -> set[tuple[int, str]]:
    """Segment and key of all that comparing the segments of the version has shown."""
    return {(row["segment_id"], row["key"]) for row in db.query(IN_ARTICLE, {"version": version})}


def add_fixes(db: Database, segment: int, keys: Iterable[str], author: str) -> None:
    """Remember that these open findings were gone after a person wrote in the segment."""
    for key in keys:
        rows = db.table("finding").rows_where("segment_id = ? AND key = ?", [segment, key])
        for row in list(rows):
            add(
                db,
                "fix",
                {
                    "source_sha": row["source_sha"],
                    "target_sha": row["target_sha"],
                    "check_id": row["check_id"],
                    "finding_key": key,
                    "template": row["template"],
                    "template_values": row["template_values"],
                    "author": author,
                    "created": now(),
                },
            )


def add_dismissal(
    db: Database, segment: int, key: str, author: str, *, dismissed: bool = True
) -> bool:
    """Remember that a finding was dismissed, or taken up again; False where there is none.

    The decision holds for these two texts and comes back with them.
    """
    rows = list(db.table("finding").rows_where("segment_id = ? AND key = ?", [segment, key]))
    for row in rows:
        add(
            db,
            "dismissal",
            {
                "source_sha": row["source_sha"],
                "target_sha": row["target_sha"],
                "check_id": row["check_id"],
                "finding_key": key,
                "dismissed": int(dismissed),
                "author": author,
                "created": now(),
            },
        )
    return bool(rows)


def check_tallies(db: Database) -> dict[str, Tally]:
    """For each check that has found anything how its findings fared, by its id."""
    return {row["check_id"]: Tally(**row) for row in db.query(TALLIES)}


def _finding(row: Mapping[str, Any]) -> Finding:
    return Finding(
        check=row["check_id"],
        category=row["category"],
        severity=row["severity"],
        side=row["side"],
        start=row["start"],
        end=row["end"],
        message=load_message(row["template"], row["template_values"]),
        suggestion=row["suggestion"],
        other=None if row["other_start"] is None else (row["other_start"], row["other_end"]),
    )
