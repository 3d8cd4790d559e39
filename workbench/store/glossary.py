"""The newsroom's terms, of which every change is kept, and the segments they may occur in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from workbench.db import path_of
from workbench.model import Term
from workbench.store.rows import add, now, one

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlite_utils import Database

LIKE = """
    SELECT s.id, s.source FROM current_segment s
    JOIN current_version v ON v.id = s.version_id AND v.kind = 'ai'
    WHERE EXISTS (
        SELECT 1 FROM json_each(:patterns) p WHERE s.source LIKE p.value)
    ORDER BY s.id
"""
MANY = 50
"""Beginnings of words from which on it is quicker to read all segments."""


_read: dict[str, tuple[dict[str, Any], tuple[Term, ...]]] = {}
"""By file the newest row when the glossary was last read, and what it was then."""


def current_terms(db: Database) -> tuple[Term, ...]:
    """The glossary as it stands, in the order of the Italian.

    It is read only where its newest row is another one than the last time: rows are never
    changed, and every save asks.
    """
    newest = one(db, "SELECT * FROM term ORDER BY id DESC LIMIT 1", {})
    if newest is None:
        return ()
    file = path_of(db)
    before, known = _read.get(file, (None, ()))
    if before != newest:
        rows = db.query("SELECT * FROM current_term ORDER BY italian COLLATE NOCASE, cased, id")
        known = tuple(_term(row) for row in rows)
        _read[file] = newest, known
    return known


def find_term(db: Database, term: int) -> Term | None:
    """The term, if this is its row that counts now; else None."""
    row = one(db, "SELECT * FROM current_term WHERE id = :id", {"id": term})
    return None if row is None else _term(row)


def newest_of(db: Database, term: int) -> Term | None:
    """The term as it stands now, of which this is any row; None where it is removed."""
    sql = (
        "SELECT t.* FROM current_term t, term asked WHERE asked.id = :id"
        " AND coalesce(t.first_id, t.id) = coalesce(asked.first_id, asked.id)"
    )
    row = one(db, sql, {"id": term})
    return None if row is None else _term(row)


def find_removed(db: Database, term: int) -> Term | None:
    """What this row said, where the term has been removed since and not come back; else None."""
    row = one(db, "SELECT * FROM term WHERE id = :id", {"id": term})
    if row is None or newest_of(db, term) is not None:
        return None
    found = _term(row)
    return None if any(each.key == found.key for each in current_terms(db)) else found


def add_term(db: Database, term: Term, author: str, *, deleted: bool = False) -> int:
    """Keep a term as it is from now on; where it has an id, as a change of that one."""
    row = {
        "first_id": _first_of(db, term.id) if term.id else None,
        "italian": term.italian,
        "english": term.english,
        "forbidden": json.dumps(term.forbidden, ensure_ascii=False),
        "kind": term.kind,
        "cased": int(term.cased),
        "note": term.note,
        "deleted": int(deleted),
        "author": author,
        "created": now(),
    }
    return add(db, "term", row)


def italian_like(db: Database, beginnings: Iterable[str]) -> list[tuple[int, str]]:
    """Segments in whose Italian there is one of these beginnings of words, and that Italian.

    Letters with accents stand for any letter, for SQLite knows no capitals of those: look again.
    """
    patterns = {f"%{''.join(each if each.isascii() else '_' for each in b)}%" for b in beginnings}
    asked = sorted(patterns) if len(patterns) <= MANY else ["%"]
    rows = db.query(LIKE, {"patterns": json.dumps(asked)})
    return [(row["id"], row["source"]) for row in rows]


def _first_of(db: Database, term: int) -> int:
    row = one(db, "SELECT coalesce(first_id, id) AS first FROM term WHERE id = :id", {"id": term})
    return term if row is None else int(row["first"])


def _term(row: Mapping[str, Any]) -> Term:
    return Term(
        italian=row["italian"],
        english=row["english"],
        forbidden=tuple(json.loads(row["forbidden"])),
        kind=row["kind"],
        cased=bool(row["cased"]),
        note=row["note"],
        id=row["id"],
        author=row["author"],
        created=row["created"],
    )
