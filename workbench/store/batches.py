"""Steps that wrote in many segments at once, and the segments whose text holds some words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from workbench.store.rows import add, dump_values, load_message, now, one

if TYPE_CHECKING:
    from sqlite_utils import Database

    from workbench.messages import Message

LIKE = """
    SELECT s.id, v.article_id, v.system FROM current_segment s
    JOIN current_version v ON v.id = s.version_id AND v.kind = 'ai'
    WHERE s.current LIKE :pattern ESCAPE '\\'
        AND (:article IS NULL OR v.article_id = :article)
        AND (:system IS NULL OR v.system = :system)
    ORDER BY v.article_id, v.id, s.position LIMIT :limit
"""

WRITTEN = """
    SELECT r.segment_id, r.id AS revision,
        (SELECT max(l.id) FROM revision l WHERE l.segment_id = r.segment_id) AS last,
        (SELECT b.kind FROM revision b WHERE b.segment_id = r.segment_id AND b.id < r.id
            ORDER BY b.id DESC LIMIT 1) AS kind,
        (SELECT b.text FROM revision b WHERE b.segment_id = r.segment_id AND b.id < r.id
            ORDER BY b.id DESC LIMIT 1) AS text
    FROM revision r WHERE r.batch_id = :batch
"""


class Place(NamedTuple):
    """A segment and where it is."""

    segment: int
    article: int
    system: str


class Written(NamedTuple):
    """What a batch wrote in one segment, and what stood there before."""

    segment_id: int
    revision: int
    last: int
    """The newest event there now; another one where somebody has written since."""
    kind: str | None
    text: str | None
    """Of the event before the batch; None where there was none."""


class Batch(NamedTuple):
    """One step that wrote in many segments."""

    id: int
    step: Message
    undone: bool
    segments: int


def add_batch(db: Database, step: Message, author: str, undoes: int | None = None) -> int:
    """A new step's id."""
    row = {
        "template": step.template,
        "template_values": dump_values(step),
        "undoes": undoes,
        "author": author,
        "created": now(),
    }
    return add(db, "batch", row)


def find_batch(db: Database, batch: int) -> Batch | None:
    """That step, or None."""
    sql = (
        "SELECT b.*, EXISTS (SELECT 1 FROM batch u WHERE u.undoes = b.id) AS undone,"
        " (SELECT count(*) FROM revision r WHERE r.batch_id = b.id) AS segments"
        " FROM batch b WHERE b.id = :id"
    )
    row = one(db, sql, {"id": batch})
    if row is None:
        return None
    step = load_message(row["template"], row["template_values"])
    return Batch(row["id"], step, bool(row["undone"]), row["segments"])


def written_by(db: Database, batch: int) -> list[Written]:
    """What the step wrote, segment by segment."""
    return [Written(**row) for row in db.query(WRITTEN, {"batch": batch})]


def texts_like(
    db: Database, words: str, article: int | None, system: str | None, limit: int
) -> list[Place]:
    """Segments whose English may hold the words, in the order of articles and paragraphs.

    It may hold them in other capitals, and letters with accents stand for any letter, for SQLite
    knows no capitals of those: look again.
    """
    pattern = "".join(_wild(letter) for letter in " ".join(words.split()))
    values = {"pattern": f"%{pattern}%", "article": article, "system": system, "limit": limit}
    return [Place(*row.values()) for row in db.query(LIKE, values)]


def _wild(letter: str) -> str:
    if letter == " ":
        return "%"
    if letter in "%_\\":
        return f"\\{letter}"
    return letter if letter.isascii() else "%"
