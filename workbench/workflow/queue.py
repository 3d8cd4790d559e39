"""What waits for a person, and what to take up first."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from workbench import triage
from workbench.db import write
from workbench.errors import BadInput
from workbench.messages import message
from workbench.store import articles, risks, segments
from workbench.workflow.lookup import get_article, get_segment

if TYPE_CHECKING:
    from sqlite_utils import Database

    from workbench.messages import Message
    from workbench.model import Article, Segment
    from workbench.store.risks import Order


class Waiting(NamedTuple):
    """A segment that nobody has confirmed."""

    article: Article
    system: str
    segment: Segment

    @property
    def reason(self) -> Message:
        """Why it stands where it stands: “two critical findings; headline”."""
        now = self.segment
        return triage.reason(now.findings, now.role, now.source, now.current)


def queue(  # noqa: PLR0913 -- each says which of them
    db: Database,
    order: Order = "risk",
    slug: str | None = None,
    start: int = 0,
    limit: int = 50,
    after: int | None = None,
    *,
    person: str = "",
) -> list[Waiting]:
    """Segments that nobody has confirmed, of all articles or of one, those most in danger first.

    By deadline, those come first whose article is due first. With `after` only those that come
    after this segment; with `person` only those of articles that this person is to correct.

    Raises:
        NotFound: there is no such article, or no such segment.
    """
    article = None if slug is None else get_article(db, slug).id
    if after is not None:
        get_segment(db, after)
    rows = risks.worst_waiting(db, order, article, start, limit, after, person=person)
    found = segments.some_segments(db, [row.segment_id for row in rows])
    homes = articles.articles_by_id(db, [row.article_id for row in rows])
    return [Waiting(homes[row.article_id], row.system, found[row.segment_id]) for row in rows]


def set_deadline(db: Database, slug: str, deadline: str) -> None:
    """Say when an article is due, as in 2026-03-09T18:00 on the newsroom's clock; '' for never.

    Raises:
        NotFound: there is no such article.
        BadInput: that is no time.
    """
    article, due = get_article(db, slug), read_deadline(deadline)
    with write(db):
        articles.set_deadline(db, article.id, due)


def read_deadline(text: str) -> str | None:
    """A deadline as it is kept, None where there is none.

    Raises:
        BadInput: that is no time.
    """
    if not text.strip():
        return None
    try:
        given = datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise BadInput(
            message(
                "“%(text)s” is no time: write the deadline like 2026-03-09T18:00.", text=text[:40]
            )
        ) from error
    return given.replace(tzinfo=None).isoformat(timespec="minutes")
