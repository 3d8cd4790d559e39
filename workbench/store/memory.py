"""The pairs that people confirmed, as an index of their words."""

from __future__ import annotations

import json
from contextlib import closing
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from workbench.memory import Remembered

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlite_utils import Database

    from workbench.model import Language

BEGIN, END = "\x02", "\x03"
"""What stands around the words that were found; no stored text has them."""

ASKED_FOR = 8
"""Words that are asked for at once: enough, because the rarest ones of a text say most of it."""
LOOKED_AT = 1000
"""Rows at most that are read to find so many different pairs."""

# Segments that have left their article, or whose AI text was replaced, stay in the index, because
# an undone step brings them back; what is current is asked for here. CROSS JOIN: the best rows are
# taken from the index one after the other, until there are enough, and looked up by their ids.
CANDIDATES = """
    SELECT m.rowid, m.source, m.target, s.revision FROM memory m
    CROSS JOIN current_segment s ON s.id = m.rowid
    CROSS JOIN current_version v ON v.id = s.version_id AND v.kind = 'ai'
    WHERE m.memory MATCH :words AND m.rowid <> :segment
    ORDER BY m.rank LIMIT :most
"""

FOUND = """
    SELECT m.rowid AS segment, a.slug, a.title, v.system, s.position,
        highlight(memory, 0, :begin, :end) AS source,
        highlight(memory, 1, :begin, :end) AS target
    FROM memory m
    CROSS JOIN current_segment s ON s.id = m.rowid
    CROSS JOIN current_version v ON v.id = s.version_id AND v.kind = 'ai'
    CROSS JOIN article a ON a.id = v.article_id
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
    db.conn.executemany(
        "INSERT INTO memory (rowid, source, target) VALUES (?, ?, ?)",
        [(pair.segment, pair.source, pair.target) for pair in kept],
    )


def pairs_with(db: Database, words: Sequence[str], leave_out: int, limit: int) -> list[Remembered]:
    """Pairs whose Italian has any of the words, those with most and the rarest of them first.

    The first of the words that occur at all are asked for. The limit is of different pairs: what
    was confirmed often does not crowd out the others.
    """
    known = list(islice((word for word in words if _occurs(db, word)), ASKED_FOR))
    if not known:
        return []
    asked = "{source} : (" + " OR ".join(map(_quoted, known)) + ")"
    values = {"words": asked, "segment": leave_out, "most": LOOKED_AT}
    found: list[Remembered] = []
    different = set()
    with closing(db.execute(CANDIDATES, values)) as rows:
        for row in rows:
            found.append(Remembered(*row))
            different.add(row[1:3])
            if len(different) == limit:
                break
    return found


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


def _occurs(db: Database, word: str) -> bool:
    asked = {"words": "{source} : " + _quoted(word)}
    return any(db.execute("SELECT 1 FROM memory WHERE memory MATCH :words LIMIT 1", asked))


def _home(row: dict[str, object]) -> Home:
    return Home(*(row[field] for field in Home._fields))  # type: ignore[arg-type]


def _quoted(term: str) -> str:
    """A word or phrase as the query language takes it, whatever is in it."""
    return '"' + term.replace('"', '""') + '"'
