"""Versions: an English text set against the article's Italian, from preview to import."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.store.rows import add, content_sha, now, one

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One text of an article aligned with its Italian: an AI system's, or the reference."""

    id: int
    article: int
    kind: str
    """``ai`` or ``reference``."""
    system: str
    edition: int
    """1 for the first text of the system, one more for each newer one."""
    source_text: int
    target_text: int
    alignment: int
    imported: str | None
    """When a person imported it; None while it is a preview."""


VERSION = """
    SELECT id, article_id, kind, system, edition, source_text_id, target_text_id, alignment_id,
        imported
    FROM version
"""

CURRENT = VERSION.replace("FROM version", "FROM current_version")

OF_SYSTEM = """
    WHERE article_id = :article AND kind = :kind AND (:system IS NULL OR system = :system)
    ORDER BY first_id LIMIT 1
"""

WITH_TEXT = """
    WHERE article_id = :article AND target_text_id IN (
        SELECT id FROM text WHERE article_id = :article AND kind = 'ai' AND content_sha = :sha)
    ORDER BY imported IS NULL, id LIMIT 1
"""

DELETE = """
    DELETE FROM risk WHERE segment_id IN (SELECT id FROM segment WHERE version_id = :id);
    DELETE FROM finding WHERE segment_id IN (SELECT id FROM segment WHERE version_id = :id);
    DELETE FROM score WHERE version_id = :id;
    DELETE FROM revision WHERE segment_id IN (SELECT id FROM segment WHERE version_id = :id);
    DELETE FROM segment_origin
        WHERE segment_id IN (SELECT id FROM segment WHERE version_id = :id);
    DELETE FROM segment_part WHERE segment_id IN (SELECT id FROM segment WHERE version_id = :id);
    DELETE FROM alignment_segment
        WHERE alignment_id IN (SELECT id FROM alignment WHERE version_id = :id);
    UPDATE version SET alignment_id = NULL WHERE id = :id;
    DELETE FROM alignment WHERE version_id = :id;
    DELETE FROM segment WHERE version_id = :id;
    DELETE FROM version WHERE id = :id
"""
"""In this order no row ever points to nothing."""


def add_version(
    db: Database, article: int, kind: str, system: str, texts: tuple[int, int], *, edition: int = 1
) -> int:
    """A new version's id, a preview until `mark_imported`; `texts` are source and target."""
    row = {
        "article_id": article,
        "kind": kind,
        "system": system,
        "edition": edition,
        "source_text_id": texts[0],
        "target_text_id": texts[1],
        "created": now(),
    }
    return add(db, "version", row)


def mark_imported(db: Database, row: VersionRow) -> None:
    """From now on the version counts, in the place of its system's earlier edition."""
    last = editions(db, row.article, row.system, row.kind)
    edition = row.edition if row.edition == last else last + 1
    db.table("version").update(row.id, {"imported": now(), "edition": edition})


def choose_alignment(db: Database, version: int, alignment: int) -> None:
    """From now on this alignment of the version counts."""
    db.table("version").update(version, {"alignment_id": alignment})


def find_version(
    db: Database, article: int, system: str | None = None, kind: str = "ai"
) -> VersionRow | None:
    """The imported version by `system`, or of the oldest system where none is named, or None."""
    values = {"article": article, "kind": kind, "system": system}
    return _row(one(db, CURRENT + OF_SYSTEM, values))


def version_by_id(db: Database, version: int) -> VersionRow | None:
    """That version, imported or not, or None."""
    return _row(one(db, VERSION + " WHERE id = :id", {"id": version}))


def version_with_text(db: Database, article: int, text: str) -> VersionRow | None:
    """The version of that very English text, an imported one rather than a preview, or None."""
    values = {"article": article, "sha": content_sha(text.strip())}
    return _row(one(db, VERSION + WITH_TEXT, values))


def previews(db: Database) -> list[VersionRow]:
    """The versions that nobody has imported yet, oldest first."""
    rows = db.query(VERSION + " WHERE imported IS NULL AND kind = 'ai' ORDER BY id")
    return [VersionRow(*row.values()) for row in rows]


def editions(db: Database, article: int, system: str, kind: str = "ai") -> int:
    """How many editions of that system's text the article has, previews included."""
    sql = (
        "SELECT max(edition) AS n FROM version"
        " WHERE article_id = :article AND kind = :kind AND system = :system"
    )
    found = one(db, sql, {"article": article, "kind": kind, "system": system})
    return int(found["n"] or 0) if found else 0


def delete_version(db: Database, version: int) -> None:
    """Delete a preview with all that hangs on it; its texts stay."""
    for statement in DELETE.split(";"):
        db.execute(statement, {"id": version})


def _row(found: dict[str, Any] | None) -> VersionRow | None:
    return None if found is None else VersionRow(*found.values())
