"""The metrics' values, each with its signature and what it was measured against."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import asdict, fields
from typing import TYPE_CHECKING

from workbench.model import Score
from workbench.scorers.systems import Estimate
from workbench.store.rows import add_all, now

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlite_utils import Database

_SCORES = """
    SELECT segment_id, scorer, value, signature, against FROM score
    WHERE version_id = :version
"""
_IN_ORDER = " ORDER BY against, scorer"
SCORES = _SCORES + _IN_ORDER
SCORES_OF_ONE = _SCORES + "AND segment_id = :segment" + _IN_ORDER
"""Another query, so that SQLite looks up the one and does not walk the whole version."""


def replace_scores(
    db: Database, version: int, segment: int | None, scores: Iterable[Score]
) -> None:
    """Keep `scores` as all there are of the segment, or of the whole version where it is None.

    The version's own scores go whenever a segment's change: they are measured again when
    somebody asks for them.
    """
    db.execute(
        "DELETE FROM score WHERE version_id = ? AND (segment_id IS NULL OR segment_id = ?)",
        [version, segment],
    )
    rows = (
        {
            "version_id": version,
            "segment_id": segment,
            "scorer": score.scorer,
            "against": score.against,
            "value": score.value,
            "signature": score.signature,
            "created": now(),
        }
        for score in scores
    )
    add_all(db, "score", rows)


def forget_version_scores(db: Database, version: int) -> None:
    """Drop the scores of the version as a whole: a segment of it has changed."""
    db.execute("DELETE FROM score WHERE version_id = ? AND segment_id IS NULL", [version])


def segment_scores(
    db: Database, version: int, segment: int | None = None
) -> dict[int, tuple[Score, ...]]:
    """The scores of a version's segments, by segment."""
    found: dict[int, list[Score]] = defaultdict(list)
    sql = SCORES if segment is None else SCORES_OF_ONE
    for row in db.query(sql, {"version": version, "segment": segment}):
        if row["segment_id"] is not None:
            found[row.pop("segment_id")].append(Score(**row))
    return {key: tuple(values) for key, values in found.items()}


def replace_estimates(db: Database, estimates: Iterable[Estimate]) -> None:
    """Keep these as all that is known of whole systems."""
    db.table("estimate").delete_where()
    db.table("estimate").insert_all(asdict(each) | {"created": now()} for each in estimates)


def estimates(db: Database) -> tuple[list[Estimate], str]:
    """What was measured of whole systems, in that order, and when; empty where nothing was."""
    rows = list(db.query("SELECT * FROM estimate ORDER BY id"))
    created = rows[0]["created"] if rows else ""
    names = [field.name for field in fields(Estimate)]
    return [Estimate(**{name: row[name] for name in names}) for row in rows], created


def version_scores(db: Database, version: int) -> tuple[Score, ...]:
    """The scores of a version as a whole; none where they were not yet measured."""
    rows = db.query(SCORES, {"version": version, "segment": None})
    whole = [row for row in rows if row.pop("segment_id") is None]
    return tuple(Score(**row) for row in whole)
