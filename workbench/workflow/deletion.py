"""To delete an article, and to forget a person: for good, and kept in the audit log."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from workbench.db import write
from workbench.errors import BadInput, NotFound
from workbench.mentions import name_key
from workbench.messages import message
from workbench.store import deletion as store
from workbench.store.answers import forget_all_answers
from workbench.workflow.audit import record
from workbench.workflow.lookup import get_article

if TYPE_CHECKING:
    from sqlite_utils import Database

    from workbench.store.deletion import Extent


class Forgotten(NamedTuple):
    """What became of a person's name."""

    instead: str
    """The name that stands in its place."""
    places: int
    naming: int
    """Notes that have the name in their words, which are left as they are."""


def extent(db: Database, slug: str) -> Extent:
    """What would go with an article.

    Raises:
        NotFound: there is no such article.
    """
    return store.extents(db, get_article(db, slug).slug)[0]


def resting(db: Database, days: int) -> list[Extent]:
    """The articles in which nobody has done anything for so many days, the longest first.

    Raises:
        BadInput: that is no number of days.
    """
    if days < 1:
        raise BadInput(message("%(days)s is no number of days: give 1 or more.", days=days))
    since = (datetime.now(UTC) - timedelta(days=days)).isoformat(timespec="seconds")
    return [each for each in store.extents(db) if each.last < since]


def delete_article(db: Database, slug: str, *, by: str) -> bool:
    """Delete an article for good: its texts, what people wrote in it, what was derived from it.

    False where its words may still be in the log beside the database, because somebody reads.
    The audit log keeps its short name, and the backups keep all of it.

    Raises:
        NotFound: there is no such article.
    """
    with write(db):
        going = extent(db, slug)
        store.delete_article(db, get_article(db, slug).id)
        forget_all_answers(db)
        record(
            db,
            by,
            "delete",
            slug,
            paragraphs=going.paragraphs,
            events=going.events,
            notes=going.notes,
        )
    return store.leave_nothing(db)


def confirm_deletion(db: Database, slug: str, typed: str, *, by: str) -> bool:
    """Delete an article if its short name was typed to confirm that.

    Raises:
        BadInput: something else was typed.
        NotFound: there is no such article.
    """
    if typed.strip() != get_article(db, slug).slug:
        raise BadInput(message("That is not “%(slug)s”: nothing was deleted.", slug=slug))
    return delete_article(db, slug, by=by)


def forget(db: Database, name: str, *, by: str) -> Forgotten:
    """Put “former colleague 1” or the like in the place of a person's name, everywhere.

    What they wrote stays; what is known of them alone, their effort and preferences, goes.

    Raises:
        NotFound: nobody of that name did anything here.
        BadInput: they can still log in.
    """
    with write(db):
        if store.may_log_in(db, name_key(name)):
            raise BadInput(
                message(
                    "“%(name)s” can still log in: run workbench users disable “%(name)s” first.",
                    name=name,
                )
            )
        instead = f"former colleague {store.count_forgotten(db) + 1}"
        places = store.forget_name(db, name, name_key(name), instead)
        forget_all_answers(db)
        if not places:
            raise NotFound(
                message(
                    "Nobody called “%(name)s” has done anything here: write it as it "
                    "stands in the history.",
                    name=name,
                )
            )
        record(db, by, "forget", instead, places=places)
        naming = store.notes_naming(db, name)
    store.leave_nothing(db)
    return Forgotten(instead, places, naming)
