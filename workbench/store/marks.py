"""Errors that people marked, step by step, and the scores they gave texts as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from workbench.marks import Help, Judgement, Mark, Verdict
from workbench.store.rows import add, now, one

if TYPE_CHECKING:
    from sqlite_utils import Database

OF_VERSION = """
    SELECT m.* FROM version v
    CROSS JOIN alignment_segment a ON a.alignment_id = v.alignment_id
    CROSS JOIN current_mark m ON m.segment_id = a.segment_id
    WHERE v.id = :version ORDER BY a.position, m.id
"""

COUNTED_IN_VERSION = """
    SELECT m.segment_id, count(*) AS marks FROM version v
    CROSS JOIN alignment_segment a ON a.alignment_id = v.alignment_id
    CROSS JOIN current_mark m ON m.segment_id = a.segment_id
    WHERE v.id = :version GROUP BY m.segment_id
"""

OF_SEGMENT = "SELECT * FROM current_mark WHERE segment_id = :segment ORDER BY id"

LAST_STEP = """
    SELECT * FROM mark m
    WHERE m.segment_id = :segment AND m.author = :author AND m.undoes IS NULL
        AND NOT EXISTS (SELECT 1 FROM mark u WHERE u.undoes = m.id)
    ORDER BY m.id DESC LIMIT 1
"""

STEP_BEFORE = """
    SELECT * FROM mark WHERE coalesce(first_id, id) = :first AND id < :id ORDER BY id DESC LIMIT 1
"""

NEWEST_STEP = "SELECT * FROM mark WHERE coalesce(first_id, id) = :first ORDER BY id DESC LIMIT 1"

JUDGED_IN_VERSION = """
    SELECT j.* FROM version v
    CROSS JOIN alignment_segment a ON a.alignment_id = v.alignment_id
    CROSS JOIN current_judgement j ON j.segment_id = a.segment_id
    WHERE v.id = :version ORDER BY a.position, j.author
"""

JUDGED = "SELECT * FROM current_judgement WHERE segment_id = :segment ORDER BY author"


def marks_of_version(db: Database, version: int) -> list[Mark]:
    """Every error marked in a version, in article order."""
    return [_mark(row) for row in db.query(OF_VERSION, {"version": version})]


def count_marks(db: Database, version: int) -> dict[int, int]:
    """How many errors are marked at each segment of a version that has any."""
    rows = db.query(COUNTED_IN_VERSION, {"version": version})
    return {row["segment_id"]: row["marks"] for row in rows}


def marks_of_segment(db: Database, segment: int) -> list[Mark]:
    """The errors marked in a segment, the oldest first."""
    return [_mark(row) for row in db.query(OF_SEGMENT, {"segment": segment})]


def add_step(  # noqa: PLR0913 -- a step has that many sides
    db: Database,
    segment: int,
    revision: int,
    verdict: Verdict,
    seen: Help,
    author: str,
    *,
    first: int | None = None,
    kind: Literal["mark", "remove"] = "mark",
) -> int:
    """Note a new mark, or another state of the one that came in the row `first`."""
    chosen = verdict._asdict()
    row = {
        "segment_id": segment, "first_id": first, "kind": kind, "revision": revision,
        "by_check": chosen.pop("check"), **chosen, "findings_shown": int(seen.findings),
        "scores_shown": int(seen.scores), "author": author, "created": now(),
    }  # fmt: skip
    return add(db, "mark", row)


def add_removal(db: Database, first: int) -> None:
    """Note that a mark stands no more."""
    _add_like(db, _step(db, NEWEST_STEP, {"first": first}), first, kind="remove")


def take_back(db: Database, segment: int, author: str) -> bool:
    """Put what this person did last with a mark back as it was; False where nothing is left."""
    last = one(db, LAST_STEP, {"segment": segment, "author": author})
    if last is None:
        return False
    first = last["first_id"] or last["id"]
    before = one(db, STEP_BEFORE, {"first": first, "id": last["id"]})
    like = before or last | {"kind": "remove"}
    _add_like(db, like, first, kind=like["kind"], undoes=last["id"])
    return True


def add_judgement(
    db: Database, segment: int, revision: int, score: float, seen: Help, author: str
) -> int:
    """Note the score that somebody gives a text as a whole."""
    row = {
        "segment_id": segment, "revision": revision, "score": score,
        "findings_shown": int(seen.findings), "scores_shown": int(seen.scores),
        "author": author, "created": now(),
    }  # fmt: skip
    return add(db, "judgement", row)


def judgements_of_segment(db: Database, segment: int) -> list[Judgement]:
    """Everybody's newest score of a segment."""
    return [_judgement(row) for row in db.query(JUDGED, {"segment": segment})]


def judgements_of_version(db: Database, version: int) -> list[Judgement]:
    """Everybody's newest scores of the segments of a version."""
    return [_judgement(row) for row in db.query(JUDGED_IN_VERSION, {"version": version})]


def _step(db: Database, sql: str, values: dict[str, object]) -> dict[str, Any]:
    row = one(db, sql, values)
    if row is None:
        raise LookupError(values)
    return row


def _add_like(
    db: Database, row: dict[str, Any], first: int, *, kind: str, undoes: int | None = None
) -> None:
    copy = {name: value for name, value in row.items() if name != "id"}
    add(db, "mark", copy | {"first_id": first, "kind": kind, "undoes": undoes, "created": now()})


def _help(row: dict[str, Any]) -> Help:
    return Help(bool(row.pop("findings_shown")), bool(row.pop("scores_shown")))


def _mark(row: dict[str, Any]) -> Mark:
    verdict = Verdict(
        row["side"], row["start"], row["end"], row["severity"], row["category"], row["comment"],
        row["finding"], row["by_check"],
    )  # fmt: skip
    return Mark(
        row["id"], row["segment_id"], verdict, row["text"] or "", _help(row), row["author"],
        row["created"],
    )  # fmt: skip


def _judgement(row: dict[str, Any]) -> Judgement:
    return Judgement(row["segment_id"], row["score"], _help(row), row["author"], row["created"])
