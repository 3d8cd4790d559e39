"""What the checks found, and which of it people have dismissed."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING

from workbench.model import Finding
from workbench.store.rows import add, content_sha, dump_values, load_message, now

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlite_utils import Database

OPEN = """
    SELECT f.* FROM open_finding f JOIN segment s ON s.id = f.segment_id
    WHERE s.version_id = :version AND (:segment IS NULL OR s.id = :segment)
    ORDER BY f.segment_id, f.start, f.id
"""


DISMISSED = """
    SELECT segment_id, check_id, side, template, template_values FROM finding
    WHERE segment_id IN (SELECT value FROM json_each(:ids))
        AND id NOT IN (SELECT id FROM open_finding
            WHERE segment_id IN (SELECT value FROM json_each(:ids)))
"""


def replace_findings(
    db: Database, segment: int, texts: tuple[str | None, str | None], findings: Iterable[Finding]
) -> None:
    """Keep `findings` as all that was found in the segment when its sides were `texts`."""
    source, target = texts
    db.table("finding").delete_where("segment_id = ?", [segment])
    unique = {finding.key: finding for finding in findings}
    db.table("finding").insert_all(
        {
            "segment_id": segment,
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
            "source_sha": content_sha(source),
            "target_sha": content_sha(target),
        }
        for key, finding in unique.items()
    )


def findings_of(
    db: Database, version: int, segment: int | None = None
) -> dict[int, tuple[Finding, ...]]:
    """The findings nobody has dismissed, by segment, in text order."""
    found: dict[int, list[Finding]] = defaultdict(list)
    for row in db.query(OPEN, {"version": version, "segment": segment}):
        found[row["segment_id"]].append(
            Finding(
                check=row["check_id"],
                category=row["category"],
                severity=row["severity"],
                side=row["side"],
                start=row["start"],
                end=row["end"],
                message=load_message(row["template"], row["template_values"]),
                suggestion=row["suggestion"],
            )
        )
    return {key: tuple(values) for key, values in found.items()}


def dismissed_in(
    db: Database, segments: Sequence[int]
) -> dict[int, frozenset[tuple[str, str, str]]]:
    """Check, side and sentence of what people have dismissed in these segments, by segment."""
    found: dict[int, set[tuple[str, str, str]]] = defaultdict(set)
    for row in db.query(DISMISSED, {"ids": json.dumps(segments)}):
        sentence = str(load_message(row["template"], row["template_values"]))
        found[row["segment_id"]].add((row["check_id"], row["side"], sentence))
    return {segment: frozenset(decisions) for segment, decisions in found.items()}


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
