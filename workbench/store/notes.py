"""Notes on paragraphs, in threads, and the names they call."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Literal

from workbench.model import Note, Thread
from workbench.store.rows import add, now

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlite_utils import Database

NoteKind = Literal["note", "resolve", "reopen"]

# A note stands at the paragraphs it was written at, in whatever segment of the same system's
# translation they are now: so it survives every merge, split, undone step and newer AI text.
_NEAR = """
    FROM segment_part mine
    JOIN segment own ON own.id = mine.segment_id
    JOIN version ov ON ov.id = own.version_id
    JOIN segment_part theirs ON theirs.paragraph_id = mine.paragraph_id
        AND theirs.start < coalesce(mine."end", 1e9) AND mine.start < coalesce(theirs."end", 1e9)
    JOIN segment other ON other.id = theirs.segment_id
    JOIN version tv ON tv.id = other.version_id AND tv.system IS ov.system AND tv.kind = ov.kind
    JOIN thread t ON t.segment_id = other.id
"""

AT_SEGMENT = f"SELECT DISTINCT t.id {_NEAR} WHERE mine.segment_id = :segment ORDER BY t.id"

OPEN_IN_VERSION = f"""
    SELECT s.id, count(DISTINCT t.id) {_NEAR}
    JOIN current_segment s ON s.id = mine.segment_id
    WHERE own.version_id = :version AND t.open GROUP BY s.id
"""

THREADS = """
    SELECT t.id, t.segment_id, t.open FROM thread t
    WHERE t.id IN (SELECT value FROM json_each(:ids)) ORDER BY t.id
"""

NOTES = """
    SELECT id, ifnull(thread_id, id) AS thread, kind, text, author, created FROM note
    WHERE id IN (SELECT value FROM json_each(:ids))
        OR thread_id IN (SELECT value FROM json_each(:ids))
    ORDER BY id
"""

LISTED = """
    SELECT t.id FROM thread t
    WHERE t.open = :open
        AND (:called IS NULL OR EXISTS (
            SELECT 1 FROM mention m JOIN note n ON n.id = m.note_id
            WHERE m.name = :called AND ifnull(n.thread_id, n.id) = t.id))
        AND (:author IS NULL OR t.author = :author)
    ORDER BY t.id DESC LIMIT :limit OFFSET :start
"""

CALLED = """
    SELECT count(DISTINCT t.id) FROM mention m JOIN note n ON n.id = m.note_id
    JOIN thread t ON t.id = ifnull(n.thread_id, n.id)
    WHERE m.name = :called AND t.open
"""

PEOPLE = """
    SELECT author FROM revision UNION SELECT author FROM note UNION SELECT author FROM term
    UNION SELECT author FROM dismissal UNION SELECT person FROM preference
"""


def add_note(  # noqa: PLR0913 -- a note has that many sides
    db: Database,
    segment: int,
    kind: NoteKind,
    text: str,
    author: str,
    *,
    thread: int | None = None,
    called: Iterable[str] = (),
) -> int:
    """One more note or decision in a thread, or the first of one; `called` are keys of names."""
    row = {
        "segment_id": segment,
        "thread_id": thread,
        "kind": kind,
        "text": text,
        "author": author,
        "created": now(),
    }
    note = add(db, "note", row)
    db.table("mention").insert_all({"note_id": note, "name": name} for name in set(called))
    return note


def threads_at(db: Database, segment: int) -> list[Thread]:
    """The threads at the paragraphs of a segment, the oldest first."""
    return threads(db, [row[0] for row in db.execute(AT_SEGMENT, {"segment": segment})])


def threads(db: Database, ids: Sequence[int]) -> list[Thread]:
    """These threads with all that was said in them, the oldest first."""
    values = {"ids": json.dumps(ids)}
    said: dict[int, list[Note]] = defaultdict(list)
    for row in db.query(NOTES, values):
        said[row.pop("thread")].append(Note(**row))
    return [
        Thread(row["id"], row["segment_id"], bool(row["open"]), tuple(said[row["id"]]))
        for row in db.query(THREADS, values)
    ]


def open_counts(db: Database, version: int) -> dict[int, int]:
    """How many open threads stand at each segment of a version that has any."""
    return dict(db.execute(OPEN_IN_VERSION, {"version": version}))


def listed(
    db: Database,
    *,
    still_open: bool,
    called: str | None,
    author: str | None,
    start: int,
    limit: int,
) -> list[Thread]:
    """Threads of all articles, the newest first: those that call or were begun by somebody."""
    values = {
        "open": int(still_open),
        "called": called,
        "author": author,
        "start": start,
        "limit": limit,
    }
    return threads(db, [row[0] for row in db.execute(LISTED, values)])[::-1]


def count_called(db: Database, name: str) -> int:
    """How many open threads call this name, given by its key."""
    return int(next(iter(db.execute(CALLED, {"called": name})))[0])


def people(db: Database) -> list[str]:
    """Everybody who has written or chosen anything here, by name."""
    return sorted(row[0] for row in db.execute(PEOPLE))
