"""Checks whose findings the desk has made hints, with when and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model import Demotion
from workbench.store.rows import add, now

if TYPE_CHECKING:
    from sqlite_utils import Database

NEWEST = """
    SELECT check_id AS "check", demoted, fixed, dismissed, author, created FROM current_demotion
    ORDER BY id DESC
"""

TOUCHED = """
    SELECT DISTINCT f.segment_id FROM finding f
    JOIN current_segment s ON s.id = f.segment_id
    WHERE f.check_id = :check ORDER BY 1
"""


def demotions(db: Database) -> dict[str, Demotion]:
    """By check what the desk decided last, the newest decision first."""
    rows = db.query(NEWEST)
    return {row["check"]: Demotion(**row | {"demoted": bool(row["demoted"])}) for row in rows}


def add_demotion(
    db: Database, check: str, fared: tuple[int, int], author: str, *, demoted: bool
) -> None:
    """Say what weight a check has from now on.

    `fared` is how many of its findings had been put right and dismissed until then.
    """
    fixed, dismissed = fared
    row = {"check_id": check, "demoted": int(demoted), "fixed": fixed, "dismissed": dismissed}
    add(db, "demotion", row | {"author": author, "created": now()})


def segments_with(db: Database, check: str) -> list[int]:
    """The segments of articles that have a finding of the check."""
    return [row["segment_id"] for row in db.query(TOUCHED, {"check": check})]
