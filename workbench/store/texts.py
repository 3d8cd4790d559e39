"""The texts that came in for articles, and the paragraphs these were cleaned into."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.model import Paragraph, RawText
from workbench.store.rows import add, content_sha, dump_values, load_message, now, one

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlite_utils import Database

    from workbench.model import Article

LONGEST_LINE = 200
"""Characters; a longer line that comes again is no furniture of a page."""


@dataclass(frozen=True, slots=True)
class TextRow:
    """A text of an article as it came in."""

    id: int
    article: int
    kind: str
    """``source``, ``ai`` or ``reference``."""
    system: str
    edition: int
    raw: RawText


TEXT = """
    SELECT t.id, t.article_id, t.kind, t.system, t.edition, t.name, t.encoding, t.sha256, t.raw,
        t.markup
    FROM text t
"""

UNUSED = """
    SELECT id FROM text t
    WHERE article_id = :article AND NOT EXISTS (
        SELECT 1 FROM version v
        WHERE v.source_text_id = t.id OR v.target_text_id = t.id
            OR (t.kind = 'reference' AND v.article_id = t.article_id AND v.imported IS NULL))
"""

NO_TEXT = """
    DELETE FROM article
    WHERE id = :article AND NOT EXISTS (SELECT 1 FROM text WHERE article_id = :article)
"""

LONE = """
    WHERE t.kind <> 'reference' AND (:article IS NULL OR t.article_id = :article)
        AND NOT EXISTS (SELECT 1 FROM version v WHERE v.article_id = t.article_id)
    ORDER BY t.article_id
"""

HAS = """
    SELECT id FROM text WHERE article_id = :article AND kind = :kind AND content_sha = :sha
"""

OUTLET_LINES = """
    SELECT g.text, count(DISTINCT t.article_id) AS articles
    FROM article a
    JOIN text t ON t.article_id = a.id AND t.kind = :kind
    JOIN paragraph g ON g.text_id = t.id
    WHERE a.outlet = :outlet AND length(g.text) <= :longest
    GROUP BY g.text
    HAVING articles >= :least AND NOT max(g.dropped AND EXISTS (
        SELECT 1 FROM segment_part p WHERE p.paragraph_id = g.id))
"""


def add_text(
    db: Database, article: int, name: tuple[str, str, int], raw: RawText, author: str
) -> int:
    """Keep a text as it came in; its id. `name` is its kind, system and edition."""
    kind, system, edition = name
    row = {
        "article_id": article,
        "kind": kind,
        "system": system,
        "edition": edition,
        "name": raw.name,
        "encoding": raw.encoding,
        "sha256": raw.sha256,
        "content_sha": content_sha(raw.text.strip()),
        "raw": raw.text,
        "markup": raw.markup,
        "author": author,
        "created": now(),
    }
    return add(db, "text", row)


def texts_of(db: Database, article: int) -> list[TextRow]:
    """Every text of an article, oldest first."""
    rows = db.query(f"{TEXT} WHERE t.article_id = :article ORDER BY t.id", {"article": article})
    return [_text(row) for row in rows]


def lone_texts(db: Database, article: Article | None = None) -> list[TextRow]:
    """The texts, of one article or of all, whose other side is not here yet."""
    rows = db.query(f"{TEXT} {LONE}", {"article": article.id if article else None})
    return [_text(row) for row in rows]


def text_by_id(db: Database, text: int) -> TextRow:
    """That text, which exists."""
    return next(_text(row) for row in db.query(f"{TEXT} WHERE t.id = :id", {"id": text}))


def has_text(db: Database, article: int, kind: str, text: str) -> bool:
    """Whether the article has that very text."""
    values = {"article": article, "kind": kind, "sha": content_sha(text.strip())}
    return one(db, HAS, values) is not None


def delete_texts(db: Database, article: int) -> None:
    """Delete the texts of an article that no version uses, and the article if none is left.

    A reference stays where a preview is left, which will be measured against it.
    """
    unused = [row["id"] for row in db.query(UNUSED, {"article": article})]
    for text in unused:
        db.execute("DELETE FROM paragraph WHERE text_id = ?", [text])
        db.execute("DELETE FROM text WHERE id = ?", [text])
    db.execute(NO_TEXT, {"article": article})


def add_paragraphs(db: Database, text: int, paragraphs: Sequence[Paragraph]) -> None:
    """Keep what the cleaner made of a text, dropped paragraphs included."""
    db.table("paragraph").insert_all(
        {
            "text_id": text,
            "position": paragraph.position,
            "role": paragraph.role,
            "text": paragraph.text,
            "dropped": int(paragraph.dropped),
            "reason": paragraph.reason and paragraph.reason.template,
            "reason_values": paragraph.reason and dump_values(paragraph.reason),
        }
        for paragraph in paragraphs
    )


def paragraphs(db: Database, text: int) -> list[tuple[int, Paragraph]]:
    """Id and paragraph, in page order, dropped ones included."""
    rows = db.query(
        "SELECT * FROM paragraph WHERE text_id = :text ORDER BY position", {"text": text}
    )
    return [
        (
            row["id"],
            Paragraph(
                row["position"],
                row["role"],
                row["text"],
                bool(row["dropped"]),
                load_message(row["reason"], row["reason_values"]) if row["reason"] else None,
            ),
        )
        for row in rows
    ]


def outlet_lines(db: Database, outlet: str, kind: str, *, least: int = 3) -> dict[str, int]:
    """The short lines that stand in at least so many articles of an outlet, and in how many.

    Lines that a person has put back into an article are not among them.
    """
    if not outlet:
        return {}
    values = {
        "outlet": outlet,
        "kind": kind,
        "longest": LONGEST_LINE,
        "least": least,
    }
    return {row["text"]: row["articles"] for row in db.query(OUTLET_LINES, values)}


def _text(row: dict[str, Any]) -> TextRow:
    raw = RawText(row["raw"], row["name"], row["encoding"], row["sha256"], row["markup"])
    return TextRow(row["id"], row["article_id"], row["kind"], row["system"], row["edition"], raw)
