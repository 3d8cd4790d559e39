"""How much work paragraphs are: kept if the newsroom wants it, told to whom it concerns."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from workbench.db import write
from workbench.effort import WEEKS_TOLD, NotMeasured, check_beat, monday, plausible, report
from workbench.errors import NotFound
from workbench.messages import message
from workbench.store import effort as store
from workbench.workflow.lookup import get_version
from workbench.workflow.settings import EFFORT, setting

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sqlite_utils import Database

    from workbench.effort import Beat, Dimension, Group
    from workbench.store.effort import OwnRow


class OwnParagraph(NamedTuple):
    """A person's work in one paragraph."""

    segment: int
    position: int | None
    """None where it has been merged, split or left out since."""
    active: int
    keystrokes: int


class OwnArticle(NamedTuple):
    """A person's work in one article."""

    slug: str
    title: str
    system: str
    active: int
    keystrokes: int
    paragraphs: list[OwnParagraph]


class OwnDay(NamedTuple):
    """A person's work on one day."""

    day: date
    paragraphs: int
    active: int
    keystrokes: int


class OwnEffort(NamedTuple):
    """All that is kept of one person."""

    articles: list[OwnArticle]
    days: list[OwnDay]
    """The newest first."""


def is_measured(db: Database) -> bool:
    """Whether the newsroom wants to know how much work paragraphs are."""
    return setting(db, EFFORT).value == "on"


def keep_beat(db: Database, beat: Beat, person: str) -> int:
    """Keep what a page has measured, once; the person's time in that article, in milliseconds.

    Raises:
        NotMeasured: the newsroom has not switched it on.
        BadInput: no page can have measured that.
        NotFound: there is no such paragraph.
    """
    if not is_measured(db):
        raise NotMeasured(
            message("Effort is not measured: nothing was kept. It is switched on in the settings.")
        )
    check_beat(beat)
    with write(db):
        version = store.version_with(db, beat.segment)
        if version is None:
            raise NotFound(message("There is no such paragraph: open the article again."))
        if not store.has_beat(db, beat):
            kept = plausible(beat, store.so_far(db, beat.session, person))
            store.add_beat(db, kept, person)
        return store.time_in(db, version, person)


def own_time(db: Database, slug: str, system: str, person: str) -> int:
    """The person's own time in one article, in milliseconds."""
    return store.time_in(db, get_version(db, slug, system)[1].id, person)


def own_effort(db: Database, person: str) -> OwnEffort:
    """All that is kept of the person: nobody else's."""
    rows = store.own_rows(db, person)
    articles: dict[tuple[str, str], list[OwnRow]] = {}
    days: dict[date, list[OwnRow]] = {}
    for row in rows:
        articles.setdefault((row.slug, row.system), []).append(row)
        days.setdefault(row.day, []).append(row)
    return OwnEffort(
        [_article(each) for each in articles.values()],
        [OwnDay(day, len(each), *_sums(each)) for day, each in sorted(days.items(), reverse=True)],
    )


def delete_own_effort(db: Database, person: str) -> int:
    """Delete all that is kept of the person, for good; how many paragraphs it was about."""
    with write(db):
        paragraphs = len({row.segment for row in store.own_rows(db, person)})
        store.delete_own(db, person)
        return paragraphs


def effort_report(db: Database) -> dict[Dimension, list[Group]]:
    """What may be told to all: by week, article, system and role, and never by person."""
    today = datetime.now().astimezone().date()
    return report(store.works(db, monday(today) - timedelta(weeks=WEEKS_TOLD)), today)


def _article(rows: list[OwnRow]) -> OwnArticle:
    paragraphs: dict[int, list[OwnRow]] = {}
    for row in rows:
        paragraphs.setdefault(row.segment, []).append(row)
    first = rows[0]
    return OwnArticle(
        first.slug,
        first.title,
        first.system,
        *_sums(rows),
        [
            OwnParagraph(segment, each[0].position, *_sums(each))
            for segment, each in paragraphs.items()
        ],
    )


def _sums(rows: Iterable[OwnRow]) -> tuple[int, int]:
    """Time and keys."""
    listed = list(rows)
    return sum(row.active for row in listed), sum(row.keystrokes for row in listed)
