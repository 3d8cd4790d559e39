"""What goes for good: an article with all that hangs on it, and the name of a person."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from workbench.store.rows import content_sha, one

if TYPE_CHECKING:
    from sqlite_utils import Database

# The views say what belongs to the article that may go: that of the row in `deletion`. In this
# order no row ever points to nothing.
ARTICLE = """
    DELETE FROM memory WHERE rowid IN (SELECT id FROM deleted_segment);
    DELETE FROM risk WHERE segment_id IN (SELECT id FROM deleted_segment);
    DELETE FROM finding WHERE segment_id IN (SELECT id FROM deleted_segment);
    DELETE FROM score WHERE version_id IN (SELECT id FROM deleted_version);
    DELETE FROM effort WHERE segment_id IN (SELECT id FROM deleted_segment);
    DELETE FROM mention WHERE note_id IN (
        SELECT id FROM note WHERE segment_id IN (SELECT id FROM deleted_segment));
    DELETE FROM note WHERE segment_id IN (SELECT id FROM deleted_segment);
    DELETE FROM amendment WHERE segment_id IN (SELECT id FROM deleted_segment);
    DELETE FROM release WHERE version_id IN (SELECT id FROM deleted_version);
    DELETE FROM assignment WHERE version_id IN (SELECT id FROM deleted_version);
    DELETE FROM mark WHERE segment_id IN (SELECT id FROM deleted_segment);
    DELETE FROM judgement WHERE segment_id IN (SELECT id FROM deleted_segment);
    DELETE FROM review WHERE segment_id IN (SELECT id FROM deleted_segment);
    DELETE FROM revision WHERE segment_id IN (SELECT id FROM deleted_segment);
    DELETE FROM batch WHERE NOT EXISTS (SELECT 1 FROM revision r WHERE r.batch_id = batch.id);
    DELETE FROM dismissal WHERE source_sha IN (SELECT source_sha FROM deleted_segment)
        AND source_sha NOT IN (
            SELECT source_sha FROM segment WHERE id NOT IN (SELECT id FROM deleted_segment));
    DELETE FROM fix WHERE source_sha IN (SELECT source_sha FROM deleted_segment)
        AND source_sha NOT IN (
            SELECT source_sha FROM segment WHERE id NOT IN (SELECT id FROM deleted_segment));
    DELETE FROM verdict WHERE source_sha IN (SELECT source_sha FROM deleted_segment)
        AND source_sha NOT IN (
            SELECT source_sha FROM segment WHERE id NOT IN (SELECT id FROM deleted_segment));
    DELETE FROM fix WHERE source_sha = '' AND target_sha IN (SELECT value FROM json_each(:alone));
    DELETE FROM segment_origin WHERE segment_id IN (SELECT id FROM deleted_segment);
    DELETE FROM segment_part WHERE segment_id IN (SELECT id FROM deleted_segment);
    DELETE FROM alignment_segment WHERE alignment_id IN (
        SELECT id FROM alignment WHERE version_id IN (SELECT id FROM deleted_version));
    UPDATE version SET alignment_id = NULL WHERE id IN (SELECT id FROM deleted_version);
    DELETE FROM alignment WHERE version_id IN (SELECT id FROM deleted_version);
    DELETE FROM segment WHERE id IN (SELECT id FROM deleted_segment);
    DELETE FROM version WHERE id IN (SELECT id FROM deleted_version);
    DELETE FROM paragraph WHERE text_id IN (
        SELECT id FROM text WHERE article_id = (SELECT article_id FROM deletion));
    DELETE FROM text WHERE article_id = (SELECT article_id FROM deletion);
    DELETE FROM job_outcome WHERE slug = (
        SELECT slug FROM article WHERE id = (SELECT article_id FROM deletion));
    DELETE FROM article WHERE id = (SELECT article_id FROM deletion)
"""

ALONE = """
    SELECT s.target AS text FROM deleted_segment d JOIN segment s ON s.id = d.id
    WHERE s.source IS NULL
    UNION SELECT r.text FROM deleted_segment d JOIN segment s ON s.id = d.id
    JOIN revision r ON r.segment_id = s.id WHERE s.source IS NULL
"""
"""English that stood beside no Italian: what was put right in it is known by its words alone."""

FORGET_WORDS = "INSERT INTO memory (memory) VALUES ('optimize')"
"""Until then the index has the words of a deleted text still."""

NAME = """
    UPDATE text SET author = :instead WHERE author = :person;
    UPDATE alignment SET author = :instead WHERE author = :person;
    UPDATE revision SET author = :instead WHERE author = :person;
    UPDATE batch SET author = :instead WHERE author = :person;
    UPDATE dismissal SET author = :instead WHERE author = :person;
    UPDATE fix SET author = :instead WHERE author = :person;
    UPDATE term SET author = :instead WHERE author = :person;
    UPDATE note SET author = :instead WHERE author = :person;
    UPDATE setting SET author = :instead WHERE author = :person;
    UPDATE review SET author = :instead WHERE author = :person;
    UPDATE mark SET author = :instead WHERE author = :person;
    UPDATE judgement SET author = :instead WHERE author = :person;
    UPDATE release SET author = :instead WHERE author = :person;
    UPDATE amendment SET author = :instead WHERE author = :person;
    UPDATE assignment SET author = :instead WHERE author = :person;
    UPDATE assignment SET person = :instead WHERE person = :person;
    UPDATE lesson SET author = :instead WHERE author = :person;
    UPDATE demotion SET author = :instead WHERE author = :person;
    UPDATE job SET author = :instead WHERE author = :person;
    UPDATE audit SET person = :instead WHERE person = :person;
    UPDATE audit SET subject = :instead WHERE subject = :person;
    DELETE FROM effort WHERE person = :person;
    DELETE FROM preference WHERE person = :person;
    DELETE FROM mention WHERE name = :key;
    DELETE FROM login WHERE account_id IN (SELECT id FROM account WHERE key = :key);
    DELETE FROM invitation WHERE account_id IN (SELECT id FROM account WHERE key = :key);
    DELETE FROM api_token WHERE account_id IN (SELECT id FROM account WHERE key = :key);
    DELETE FROM account WHERE key = :key
"""
"""Where the name of somebody stands who did something, and what is known of them alone."""

EXTENT = """
    SELECT a.slug, a.title,
        (SELECT count(*) FROM version v WHERE v.article_id = a.id AND v.kind = 'ai') AS systems,
        (SELECT count(*) FROM paragraph p JOIN text t ON t.id = p.text_id
            WHERE t.article_id = a.id AND t.kind = 'source' AND NOT p.dropped) AS paragraphs,
        (SELECT count(*) FROM revision r JOIN segment s ON s.id = r.segment_id
            JOIN version v ON v.id = s.version_id WHERE v.article_id = a.id) AS events,
        (SELECT count(*) FROM note n JOIN segment s ON s.id = n.segment_id
            JOIN version v ON v.id = s.version_id WHERE v.article_id = a.id) AS notes,
        max(
            (SELECT max(t.created) FROM text t WHERE t.article_id = a.id),
            ifnull((SELECT max(l.created) FROM alignment l JOIN version v ON v.id = l.version_id
                WHERE v.article_id = a.id), ''),
            ifnull((SELECT max(r.created) FROM revision r JOIN segment s ON s.id = r.segment_id
                JOIN version v ON v.id = s.version_id WHERE v.article_id = a.id), ''),
            ifnull((SELECT max(n.created) FROM note n JOIN segment s ON s.id = n.segment_id
                JOIN version v ON v.id = s.version_id WHERE v.article_id = a.id), ''),
            ifnull((SELECT max(w.created) FROM review w JOIN segment s ON s.id = w.segment_id
                JOIN version v ON v.id = s.version_id WHERE v.article_id = a.id), ''),
            ifnull((SELECT max(e.created) FROM release e JOIN version v ON v.id = e.version_id
                WHERE v.article_id = a.id), '')) AS last
    FROM article a
    WHERE (:slug IS NULL OR a.slug = :slug)
    ORDER BY last, a.slug
"""


class Extent(NamedTuple):
    """How much goes with an article."""

    slug: str
    title: str
    systems: int
    paragraphs: int
    events: int
    """Texts that people saved."""
    notes: int
    last: str
    """When anybody did anything in it last, or it came."""


def may_log_in(db: Database, key: str) -> bool:
    """Whether somebody of that name, without capitals and accents, has an account in use."""
    sql = "SELECT 1 FROM account WHERE key = :key AND disabled IS NULL"
    return one(db, sql, {"key": key}) is not None


def extents(db: Database, slug: str | None = None) -> list[Extent]:
    """Of one article or of all what would go with it, the one that rested longest first."""
    return [Extent(**row) for row in db.query(EXTENT, {"slug": slug})]


def delete_article(db: Database, article: int) -> None:
    """Delete an article with all that hangs on it; to be called inside a transaction."""
    db.execute("INSERT INTO deletion (article_id) VALUES (?)", [article])
    alone = json.dumps([content_sha(row["text"]) for row in db.query(ALONE)])
    for statement in ARTICLE.split(";"):
        db.execute(statement, {"alone": alone})
    db.execute(FORGET_WORDS)


def leave_nothing(db: Database) -> bool:
    """Let what is deleted leave the log too; False where somebody reads in it for too long."""
    blocked, *_ = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not blocked


def forget_name(db: Database, person: str, key: str, instead: str) -> int:
    """Put another name in the place of a person's, and delete what is known of them alone.

    `key` is the name as notes call it. How many rows that were. To be called inside a transaction.
    """
    db.execute("INSERT INTO deletion (person) VALUES (?)", [person])
    values = {"person": person, "key": key, "instead": instead}
    changed = sum(db.execute(statement, values).rowcount for statement in NAME.split(";"))
    db.execute("DELETE FROM deletion WHERE person = ?", [person])
    return changed


def notes_naming(db: Database, person: str) -> int:
    """How many notes have the name in their words."""
    sql = "SELECT count(*) AS n FROM note WHERE instr(text, :person) > 0"
    return int((one(db, sql, {"person": person}) or {})["n"])


def count_forgotten(db: Database) -> int:
    """How many people have been forgotten so far."""
    return int((one(db, "SELECT count(*) AS n FROM audit WHERE action = 'forget'", {}) or {})["n"])
