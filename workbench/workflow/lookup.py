"""From the names people use to the rows behind them, or a sentence that says what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.errors import NotFound
from workbench.messages import message
from workbench.store import articles, segments, versions

if TYPE_CHECKING:
    from sqlite_utils import Database

    from workbench.model import Article, Segment
    from workbench.store.versions import VersionRow


def get_article(db: Database, slug: str) -> Article:
    """The article with that slug.

    Raises:
        NotFound: there is none.
    """
    article = articles.find_article(db, slug)
    if article is None:
        raise NotFound(
            message("There is no article “%(slug)s”: see the list of articles.", slug=slug)
        )
    return article


def get_version(db: Database, slug: str, system: str | None) -> tuple[Article, VersionRow]:
    """The article and its version by `system`, or its first one where that is None.

    Raises:
        NotFound: there is no such article or version.
    """
    article = get_article(db, slug)
    row = versions.find_version(db, article.id, system)
    if row is None:
        raise NotFound(
            message(
                "“%(slug)s” has no translation by “%(system)s”: it has %(systems)s.",
                slug=slug,
                system=system or "",
                systems=", ".join(article.systems) or "–",
            )
        )
    return article, row


def get_segment(db: Database, segment: int) -> tuple[int, Segment]:
    """The id of the version a segment belongs to, and the segment.

    Raises:
        NotFound: it is in no current alignment.
    """
    found = segments.find_segment(db, segment)
    if found is None:
        raise NotFound(
            message(
                "That paragraph was merged, split or left out meanwhile: open the article again."
            )
        )
    return found
