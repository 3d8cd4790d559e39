"""Notes on paragraphs, in threads, and the names they call."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Literal

from workbench.model import Note, Thread
from workbench.store.rows import add, now, one

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlite_utils import Database

NoteKind = Literal["note", "resolve", "reopen"]

# A note stands at the paragraphs it was written at, in whatever segment of the same system's
# translation they are now: so it survives every merge, split and undone step. A newer text has
# other English paragraphs; there it stands at what came from where it stood before, as far as
# that has the same Italian, or had none. The joins are in the order in which they are fast.
_STAND = """
    WITH RECURSIVE near(id, other) AS NOT MATERIALIZED (
        SELECT own.id, other.id FROM segment own
        CROSS JOIN version ov ON ov.id = own.version_id
        CROSS JOIN segment_part mine ON mine.segment_id = own.id
        CROSS JOIN segment_part theirs ON theirs.paragraph_id = mine.paragraph_id
            AND theirs.start < coalesce(mine."end", 1e9)
            AND mine.start < coalesce(theirs."end", 1e9)
        CROSS JOIN segment other ON other.id = theirs.segment_id
        CROSS JOIN version tv ON tv.id = other.version_id
            AND tv.system IS ov.system AND tv.kind = ov.kind
    ),
    family(id, edition) AS MATERIALIZED (
        SELECT v.id, v.edition FROM version v
        WHERE (v.article_id, v.kind, v.system) IN ({whose})
    ),
    renewed(old, new) AS MATERIALIZED (
        SELECT origin.origin_id, new.id FROM family
        CROSS JOIN segment new ON new.version_id = family.id
        CROSS JOIN segment_origin origin ON origin.segment_id = new.id
        CROSS JOIN segment old ON old.id = origin.origin_id AND old.version_id <> new.version_id
        WHERE family.edition > 1
    ),
    stand(thread, id) AS (
        SELECT n.id, near.other FROM family
        CROSS JOIN segment s ON s.version_id = family.id
        CROSS JOIN note n ON n.segment_id = s.id AND n.thread_id IS NULL AND {which}
        CROSS JOIN near ON near.id = n.segment_id
        UNION
        SELECT stand.thread, near.other FROM stand
        CROSS JOIN renewed ON renewed.old = stand.id
        CROSS JOIN segment old ON old.id = stand.id
        CROSS JOIN near ON near.id = renewed.new
        WHERE old.source IS NULL
            OR EXISTS (SELECT 1 FROM near same WHERE same.id = old.id AND same.other = near.other)
    )
    {then}
"""

_VERSION = "SELECT article_id, kind, system FROM version WHERE id = :version"

AT_SEGMENT = _STAND.format(
    whose=_VERSION,
    which="TRUE",
    then="SELECT thread FROM stand WHERE id = :segment ORDER BY thread",
)

OPEN_IN_VERSION = _STAND.format(
    whose=_VERSION,
    which="(SELECT t.open FROM thread t WHERE t.id = n.id)",
    then="""
        SELECT s.id, count(*) FROM stand
        CROSS JOIN segment s ON s.id = stand.id AND s.version_id = :version
        GROUP BY s.id
    """,
)

NOW = _STAND.format(
    whose="""
        SELECT v.article_id, v.kind, v.system FROM note
        JOIN segment ON segment.id = note.segment_id
        JOIN version v ON v.id = segment.version_id
        WHERE note.id = :thread
    """,
    which="n.id = :thread",
    then="""
        SELECT s.id FROM stand
        CROSS JOIN current_segment s ON s.id = stand.id
        JOIN current_version v ON v.id = s.version_id
        ORDER BY s.id <> (SELECT segment_id FROM note WHERE id = :thread), s.position LIMIT 1
    """,
)

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
            WHERE m.name IN (SELECT value FROM json_each(:called))
                AND ifnull(n.thread_id, n.id) = t.id))
        AND (:author IS NULL OR t.author = :author)
    ORDER BY t.id DESC LIMIT :limit OFFSET :start
"""

CALLED = """
    SELECT count(DISTINCT t.id) FROM mention m JOIN note n ON n.id = m.note_id
    JOIN thread t ON t.id = ifnull(n.thread_id, n.id)
    WHERE m.name IN (SELECT value FROM json_each(:called)) AND t.open
"""

# from one name to the next: there are few of them, and many revisions
PEOPLE = """
    WITH RECURSIVE writer(name) AS (
        SELECT min(author) FROM revision
        UNION ALL
        SELECT (SELECT min(author) FROM revision WHERE author > name) FROM writer
        WHERE name IS NOT NULL)
    SELECT name FROM writer WHERE name IS NOT NULL
    UNION SELECT author FROM note UNION SELECT author FROM term
    UNION SELECT author FROM dismissal UNION SELECT person FROM preference
    UNION SELECT name FROM account WHERE disabled IS NULL
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


def threads_at(db: Database, version: int, segment: int) -> list[Thread]:
    """The threads at the paragraphs of a segment of the version, the oldest first."""
    values = {"version": version, "segment": segment}
    return threads(db, [row[0] for row in db.execute(AT_SEGMENT, values)])


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
    """How many open threads stand at each segment of a version, where any do."""
    return dict(db.execute(OPEN_IN_VERSION, {"version": version}))


def place(db: Database, thread: int) -> int | None:
    """The segment at which the thread stands in its article now; None where it has left that."""
    row = one(db, NOW, {"thread": thread})
    return None if row is None else int(row["id"])


def listed(
    db: Database,
    *,
    still_open: bool,
    called: Sequence[str] | None,
    author: str | None,
    start: int,
    limit: int,
) -> list[Thread]:
    """Threads of all articles, the newest first: those with a call, or begun by somebody."""
    values = {
        "open": int(still_open),
        "called": None if called is None else json.dumps(called),
        "author": author,
        "start": start,
        "limit": limit,
    }
    return threads(db, [row[0] for row in db.execute(LISTED, values)])[::-1]


def count_called(db: Database, called: Sequence[str]) -> int:
    """How many open threads have one of these calls."""
    return int(next(iter(db.execute(CALLED, {"called": json.dumps(called)})))[0])


def is_called(db: Database, key: str) -> bool:
    """Whether any note has this call."""
    return one(db, "SELECT 1 FROM mention WHERE name = :key LIMIT 1", {"key": key}) is not None


def people(db: Database) -> list[str]:
    """Everybody who has an account, or has written or chosen anything here, by name."""
    return sorted(row[0] for row in db.execute(PEOPLE))
