"""The pairs that people confirmed, as an index of their words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from workbench.memory import Remembered

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlite_utils import Database

    from workbench.model import Language

BEGIN, END = "\x02", "\x03"
"""What stands around the words that were found; no stored text has them."""

# Segments that have left their article, or whose AI text was replaced, stay in the index, because
# an undone step brings them back; what is current is asked for here.
CANDIDATES = """
    WITH best AS MATERIALIZED (
        SELECT rowid AS id, source, target FROM memory
        WHERE memory MATCH :words ORDER BY rank LIMIT :limit)
    SELECT best.id, best.source, best.target FROM best
    JOIN current_segment s ON s.id = best.id
    JOIN current_version v ON v.id = s.version_id AND v.kind = 'ai'
    WHERE best.id <> :segment
"""

FOUND = """
    SELECT m.rowid AS segment, a.slug, a.title, v.system, s.position,
        highlight(memory, 0, :begin, :end) AS source,
        highlight(memory, 1, :begin, :end) AS target
    FROM memory m
    JOIN current_segment s ON s.id = m.rowid
    JOIN current_version v ON v.id = s.version_id AND v.kind = 'ai'
    JOIN article a ON a.id = v.article_id
    WHERE memory MATCH :words
    ORDER BY m.rowid DESC LIMIT :limit OFFSET :start
"""

HOMES = """
    SELECT s.id, a.slug, a.title, v.system, s.position
    FROM current_segment s
    JOIN version v ON v.id = s.version_id
    JOIN article a ON a.id = v.article_id
    WHERE s.id IN (SELECT value FROM json_each(:ids))
"""


class Home(NamedTuple):
    """Where a segment stands: in which article, in whose translation, at which place."""

    slug: str
    title: str
    system: str
    position: int


class FoundRow(NamedTuple):
    """A pair that has the words, which stand between `BEGIN` and `END`."""

    segment: int
    home: Home
    source: str
    target: str


def keep_pairs(db: Database, pairs: Iterable[Remembered], others: Iterable[int]) -> None:
    """Remember the pairs instead of what was known of their segments, and forget the `others`."""
    kept = list(pairs)
    gone = [*others, *(pair.segment for pair in kept)]
    db.execute(
        "DELETE FROM memory WHERE rowid IN (SELECT value FROM json_each(:ids))",
        {"ids": json.dumps(gone)},
    )
    db.conn.executemany("INSERT INTO memory (rowid, source, target) VALUES (?, ?, ?)", kept)


def pairs_with(db: Database, words: Sequence[str], leave_out: int, limit: int) -> list[Remembered]:
    """Pairs whose Italian has any of the words, those with most and the rarest of them first."""
    if not words:
        return []
    asked = "{source} : (" + " OR ".join(map(_quoted, words)) + ")"
    values = {"words": asked, "segment": leave_out, "limit": limit}
    return [Remembered(*row) for row in db.execute(CANDIDATES, values)]


def find_pairs(
    db: Database, terms: Sequence[str], language: Language, *, whole: bool, start: int, limit: int
) -> list[FoundRow]:
    """Pairs that have all the terms on the side of the language, the newest first.

    A term is a word or a phrase; without `whole`, one that begins like it will do.
    """
    if not terms:
        return []
    column = "source" if language == "it" else "target"
    asked = " AND ".join(_quoted(term) + ("" if whole else "*") for term in terms)
    values = {
        "words": f"{{{column}}} : ({asked})",
        "begin": BEGIN,
        "end": END,
        "limit": limit,
        "start": start,
    }
    return [
        FoundRow(row["segment"], _home(row), row["source"], row["target"])
        for row in db.query(FOUND, values)
    ]


def homes(db: Database, ids: Sequence[int]) -> dict[int, Home]:
    """Where these segments stand, by segment."""
    return {row["id"]: _home(row) for row in db.query(HOMES, {"ids": json.dumps(ids)})}


def _home(row: dict[str, object]) -> Home:
    return Home(*(row[field] for field in Home._fields))  # type: ignore[arg-type]


def _quoted(term: str) -> str:
    """A word or phrase as the query language takes it, whatever is in it."""
    return '"' + term.replace('"', '""') + '"'
