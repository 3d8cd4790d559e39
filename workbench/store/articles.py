"""Articles, and the list of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from workbench.model import Article
from workbench.store.rows import add, content_sha, now, one

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlite_utils import Database

ARTICLE = """
    SELECT a.id, a.slug, a.title, a.created, a.outlet, ifnull(a.deadline, '') AS deadline,
        (SELECT json_group_array(json_array(v.first_id, v.system)) FROM current_version v
            WHERE v.article_id = a.id AND v.kind = 'ai') AS systems
    FROM article a
"""

AMONG = "WHERE a.id IN (SELECT value FROM json_each(:ids))"


def add_article(db: Database, slug: str, title: str, outlet: str = "") -> int:
    """A new article's id."""
    row = {"slug": slug, "title": title, "created": now(), "outlet": outlet}
    return add(db, "article", row)


def rename_article(db: Database, article: int, title: str) -> None:
    """Give the article another title in the list."""
    db.table("article").update(article, {"title": title})


def set_deadline(db: Database, article: int, deadline: str | None) -> None:
    """Say when the article is due; None where it is not."""
    db.table("article").update(article, {"deadline": deadline})


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


def article_by_id(db: Database, article: int) -> Article:
    """The article with that id, which exists."""
    row = one(db, f"{ARTICLE} WHERE a.id = :id", {"id": article})
    if row is None:
        raise LookupError(article)
    return _article(row)


def articles_by_id(db: Database, articles: Sequence[int]) -> dict[int, Article]:
    """Those of these articles that exist, by id."""
    rows = db.query(ARTICLE + AMONG, {"ids": json.dumps(articles)})
    return {row["id"]: _article(row) for row in rows}


def outlets(db: Database) -> list[str]:
    """The outlets that articles are from, by name."""
    rows = db.query("SELECT DISTINCT outlet FROM article WHERE outlet <> '' ORDER BY outlet")
    return [row["outlet"] for row in rows]


def _article(row: dict[str, Any]) -> Article:
    systems = sorted(json.loads(row["systems"]))
    return Article(
        id=int(row["id"]),
        slug=str(row["slug"]),
        title=str(row["title"]),
        created=str(row["created"]),
        systems=tuple(system for _, system in systems),
        outlet=str(row["outlet"]),
        deadline=str(row["deadline"]),
    )
