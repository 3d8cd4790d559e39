"""Corrections that people make again and again, and what the desk said of them as rules."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from workbench.store.rows import add, now

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlite_utils import Database

    from workbench.store.reports import Scope

OFTEN = """
    SELECT old, new FROM correction_count WHERE segments >= :least
    ORDER BY segments DESC, old, new LIMIT :limit
"""

# CROSS JOIN: each of these few corrections is looked up where it was made
_MADE = """
    FROM json_each(:pairs) p
    CROSS JOIN correction c
        ON c.old = json_extract(p.value, '$[0]') AND c.new = json_extract(p.value, '$[1]')
    CROSS JOIN outcome o ON o.segment_id = c.segment_id
    CROSS JOIN version v ON v.id = o.version_id
    CROSS JOIN article a ON a.id = v.article_id
    WHERE (:system = '' OR v.system = :system) AND (:outlet = '' OR a.outlet = :outlet)
        AND o.week BETWEEN :since AND :until
"""

MADE = f"""
    SELECT c.old, c.new, c.italian, count(*) AS segments, json_group_array(DISTINCT v.article_id)
    {_MADE} GROUP BY 1, 2, 3
"""

PLACES = f"""
    SELECT c.segment_id, a.slug, a.title, v.system, s.position, c.italian, r.author, r.created
    {_MADE}
    ORDER BY r.id DESC LIMIT :limit
""".replace(
    "WHERE",
    "JOIN current_segment s ON s.id = c.segment_id JOIN revision r ON r.id = o.revision WHERE",
)

DECISIONS = """
    SELECT old, new, decision, segments, author, created FROM lesson l
    WHERE NOT EXISTS (
        SELECT 1 FROM lesson n WHERE n.old = l.old AND n.new = l.new AND n.id > l.id)
    ORDER BY id DESC
"""

Words = tuple[str, str]
"""What the AI wrote, and what people put in its place."""


class MadeRow(NamedTuple):
    """How often a correction was made where the Italian has these words."""

    old: str
    new: str
    italian: str
    segments: int
    articles: frozenset[int]


class PlaceRow(NamedTuple):
    """Where a correction was made, when, and by whom."""

    segment: int
    slug: str
    title: str
    system: str
    position: int
    italian: str
    author: str
    created: str


class Decision(NamedTuple):
    """What the desk said of a correction as a rule."""

    old: str
    new: str
    decision: str
    """``accepted``, ``refused`` or ``reopened``."""
    segments: int
    """In how many paragraphs it had been made then."""
    author: str
    created: str


def often(db: Database, least: int, limit: int) -> list[Words]:
    """The corrections made in most paragraphs, in so many at least."""
    rows = db.execute(OFTEN, {"least": least, "limit": limit})
    return [(old, new) for old, new in rows]


def made(db: Database, pairs: Sequence[Words], scope: Scope) -> list[MadeRow]:
    """How often these corrections were made, by what they stand for in the Italian."""
    values = {"pairs": json.dumps(pairs), **scope._asdict()}
    return [
        MadeRow(old, new, italian, segments, frozenset(json.loads(articles)))
        for old, new, italian, segments, articles in db.execute(MADE, values)
    ]


def places(db: Database, words: Words, scope: Scope, limit: int) -> list[PlaceRow]:
    """Where a correction was made, the newest first."""
    values = {"pairs": json.dumps([words]), "limit": limit, **scope._asdict()}
    return [PlaceRow(*row) for row in db.execute(PLACES, values)]


def decisions(db: Database) -> dict[Words, Decision]:
    """What the desk said last of each correction, the newest first."""
    found = (Decision(*row) for row in db.execute(DECISIONS))
    return {(each.old, each.new): each for each in found}


def add_lesson(db: Database, words: Words, decision: str, segments: int, author: str) -> int:
    """Remember what the desk says of a correction as a rule; the id of that."""
    old, new = words
    row = {"old": old, "new": new, "decision": decision, "segments": segments}
    return add(db, "lesson", row | {"author": author, "created": now()})
