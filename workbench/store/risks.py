"""How much each segment needs a look, and which of all need it most."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Literal, NamedTuple

from workbench.store.rows import add_all

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlite_utils import Database

Order = Literal["risk", "deadline"]

_FOUND = """
    SELECT r.segment_id, v.article_id, v.system
    FROM risk r
    CROSS JOIN segment s ON s.id = r.segment_id
    CROSS JOIN current_version v ON v.id = s.version_id AND v.kind = 'ai'
    CROSS JOIN alignment_segment place
        ON place.alignment_id = v.alignment_id AND place.segment_id = s.id
    CROSS JOIN article a ON a.id = v.article_id
    WHERE r.waiting = 1 AND (:article IS NULL OR v.article_id = :article)
        AND (:person = '' OR v.id IN (SELECT n.version_id FROM assignment n
            WHERE n.person = :person AND n.task = 'translate'
                AND n.id = (SELECT max(id) FROM assignment
                    WHERE version_id = n.version_id AND task = 'translate')))
        AND (:after IS NULL OR ({place}) > (SELECT {place} FROM risk r
            JOIN segment s ON s.id = r.segment_id
            JOIN current_version v ON v.id = s.version_id
            JOIN alignment_segment place
                ON place.alignment_id = v.alignment_id AND place.segment_id = s.id
            JOIN article a ON a.id = v.article_id
            WHERE r.segment_id = :after))
"""
"""CROSS JOIN, so that SQLite walks the worst ones and stops at the limit."""
_BY_RISK = "-r.value, v.article_id, v.id, place.position"
_BY_DEADLINE = f"ifnull(a.deadline, '9999'), {_BY_RISK}"

WAITING: dict[Order, str] = {
    "risk": _FOUND.format(place=_BY_RISK)
    + "ORDER BY r.value DESC, v.article_id, v.id, place.position LIMIT :limit OFFSET :start",
    "deadline": _FOUND.format(place=_BY_DEADLINE)
    + "ORDER BY ifnull(a.deadline, '9999'), r.value DESC, v.article_id, v.id, place.position"
    " LIMIT :limit OFFSET :start",
}

_AMONG = """
    SELECT segment_id, value FROM risk
    WHERE segment_id IN (SELECT value FROM json_each(:ids))
"""


class RiskRow(NamedTuple):
    """A segment that waits for a person, and where it is."""

    segment_id: int
    article_id: int
    system: str


def replace_risks(db: Database, risks: Iterable[tuple[int, float, bool]]) -> None:
    """Keep these as the segments' risks: segment, risk, and whether it waits for a person."""
    rows = (
        {"segment_id": segment, "value": value, "waiting": int(waiting)}
        for segment, value, waiting in risks
    )
    add_all(db, "risk", rows, replace=True)


def risks_of(db: Database, segments: Sequence[int]) -> dict[int, float]:
    """The risks of these segments, by segment."""
    rows = db.query(_AMONG, {"ids": json.dumps(segments)})
    return {row["segment_id"]: row["value"] for row in rows}


def worst_waiting(  # noqa: PLR0913 -- each says which of them
    db: Database,
    order: Order,
    article: int | None,
    start: int,
    limit: int,
    after: int | None = None,
    *,
    person: str = "",
) -> list[RiskRow]:
    """From number `start` on at most `limit` segments that nobody has confirmed, worst first.

    With `after` only those that come after this segment, wherever that stands by now; with
    `person` only those of articles that this person is to correct.

    By `deadline` those of the article that is due first come first, and those of articles
    without a deadline last. Equals keep the order of articles and paragraphs.
    """
    values = {
        "article": article, "start": start, "limit": limit, "after": after, "person": person,
    }  # fmt: skip
    return [RiskRow(**row) for row in db.query(WAITING[order], values)]
