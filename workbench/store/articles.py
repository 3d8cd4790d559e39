"""Articles, the texts that came in for them, and the paragraphs these were cleaned into."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workbench.model import Article, Paragraph, Summary
from workbench.store.rows import add, content_sha, dump_values, load_message, now, one
from workbench.triage import PENALTY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlite_utils import Database

    from workbench.model import RawText, Severity

ARTICLE = """
    SELECT a.id, a.slug, a.title, a.created,
        (SELECT group_concat(system, char(10)) FROM (
            SELECT system FROM version WHERE article_id = a.id AND kind = 'ai' ORDER BY id
        )) AS systems
    FROM article a
"""

SUMMARIES = """
    SELECT a.slug, a.title, v.system, v.id AS version_id,
        count(s.id) AS segments,
        sum(s.state = 'translated') AS confirmed,
        sum((s.source IS NULL OR s.target IS NULL) AND s.state <> 'translated') AS unaligned,
        sum(length(s.source) - length(replace(s.source, ' ', '')) + 1) AS words,
        EXISTS (SELECT 1 FROM version r WHERE r.article_id = a.id AND r.kind = 'reference')
            AS has_reference
    FROM version v
    JOIN article a ON a.id = v.article_id
    JOIN current_segment s ON s.version_id = v.id
    WHERE v.kind = 'ai'
    GROUP BY v.id
"""

FINDING_COUNTS = """
    SELECT s.version_id, f.severity, count(*) AS n
    FROM open_finding f JOIN current_segment s ON s.id = f.segment_id
    WHERE s.state <> 'translated'
    GROUP BY s.version_id, f.severity
"""


def add_article(db: Database, slug: str, title: str) -> int:
    """A new article's id."""
    return add(db, "article", {"slug": slug, "title": title, "created": now()})


def find_article(db: Database, slug: str) -> Article | None:
    """The article with that slug, or None."""
    row = one(db, f"{ARTICLE} WHERE a.slug = :slug", {"slug": slug})
    return None if row is None else _article(row)


def article_with_source(db: Database, source: str) -> Article | None:
    """The article whose Italian is `source`, however it came in, or None."""
    row = one(
        db,
        f"{ARTICLE} JOIN text t ON t.article_id = a.id"
        " WHERE t.kind = 'source' AND t.content_sha = :sha",
        {"sha": content_sha(source.strip())},
    )
    return None if row is None else _article(row)


def slugs(db: Database) -> list[str]:
    """All slugs, oldest article first."""
    return [row["slug"] for row in db.query("SELECT slug FROM article ORDER BY id")]


def add_text(db: Database, article: int, kind: str, system: str, raw: RawText, author: str) -> int:
    """Keep a text as it came in; its id."""
    return add(
        db,
        "text",
        {
            "article_id": article,
            "kind": kind,
            "system": system,
            "name": raw.name,
            "encoding": raw.encoding,
            "sha256": raw.sha256,
            "content_sha": content_sha(raw.text.strip()),
            "raw": raw.text,
            "author": author,
            "created": now(),
        },
    )


def source_text(db: Database, article: int) -> int:
    """The id of the article's Italian text."""
    row = one(
        db,
        "SELECT id FROM text WHERE article_id = :article AND kind = 'source'",
        {"article": article},
    )
    if row is None:
        raise LookupError(article)
    return int(row["id"])


def text_system(db: Database, article: int, kind: str, text: str) -> str | None:
    """The system whose text of that kind is `text`, or None where the article lacks it."""
    row = one(
        db,
        "SELECT system FROM text WHERE article_id = :article AND kind = :kind"
        " AND content_sha = :sha",
        {"article": article, "kind": kind, "sha": content_sha(text.strip())},
    )
    return None if row is None else str(row["system"])


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


def summaries(db: Database) -> list[Summary]:
    """One row per article and AI system, the one with most open risk first."""
    counts: dict[int, dict[Severity, int]] = {}
    for row in db.query(FINDING_COUNTS):
        counts.setdefault(row["version_id"], {})[row["severity"]] = row["n"]
    found = [_summary(row, counts.get(row["version_id"], {})) for row in db.query(SUMMARIES)]
    return sorted(found, key=lambda summary: (-summary.risk, summary.title, summary.system))


def _summary(row: dict[str, Any], counts: dict[Severity, int]) -> Summary:
    points = sum(
        PENALTY[severity] * count for severity, count in counts.items() if severity != "neutral"
    )
    words = int(row["words"] or 0)
    return Summary(
        slug=str(row["slug"]),
        title=str(row["title"]),
        system=str(row["system"]),
        segments=int(row["segments"]),
        confirmed=int(row["confirmed"]),
        unaligned=int(row["unaligned"]),
        findings=counts,
        risk=100 * points / max(words, 1),
        has_reference=bool(row["has_reference"]),
    )


def _article(row: dict[str, Any]) -> Article:
    systems = str(row["systems"] or "")
    return Article(
        id=int(row["id"]),
        slug=str(row["slug"]),
        title=str(row["title"]),
        created=str(row["created"]),
        systems=tuple(systems.split("\n")) if systems else (),
    )
