"""The list of articles: how far each is, what is open in it, and who has it."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from workbench import desk
from workbench.db import write
from workbench.errors import BadInput
from workbench.messages import message
from workbench.store import reviews, tallies
from workbench.store.tallies import Wanted
from workbench.workflow.lookup import get_version

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlite_utils import Database

    from workbench.desk import Assignment, Task
    from workbench.model import Summary
    from workbench.store.tallies import By

LONGEST_NAME = 60
EVERYTHING = -1
AT_ONCE = 50
"""Articles that are counted in one transaction, so that nobody who saves waits long."""


def summaries(
    db: Database,
    wanted: Wanted = Wanted(),  # noqa: B008 -- it is a constant
    by: By = "risk",
    start: int = 0,
    limit: int = EVERYTHING,
) -> list[Summary]:
    """One row per article and AI system, worst first or by deadline.

    What has changed since somebody asked last is counted first.
    """
    waiting = tallies.uncounted(db)
    for begin in range(0, len(waiting), AT_ONCE):
        with write(db):
            for version in waiting[begin : begin + AT_ONCE]:
                tallies.count(db, version)
    return tallies.listed(db, wanted, by, start, limit)


def known_systems(db: Database) -> list[str]:
    """The AI systems whose translations are here, by name."""
    return tallies.systems(db)


def assign(db: Database, slug: str, system: str, task: str, person: str, *, author: str) -> None:
    """Give a task of an article to somebody, or to nobody where `person` is empty.

    Raises:
        NotFound: there is no such article or system.
        BadInput: there is no such task, or the name is too long.
    """
    known = next((each for each in desk.TASKS if each == task), None)
    if known is None:
        raise BadInput(
            message("There is no such task: choose one of %(known)s.", known=", ".join(desk.TASKS))
        )
    name = " ".join(unicodedata.normalize("NFC", person).split())
    if len(name) > LONGEST_NAME:
        raise BadInput(
            message("The name is longer than %(most)s characters: shorten it.", most=LONGEST_NAME)
        )
    with write(db):
        version = get_version(db, slug, system)[1].id
        if _who(reviews.assignments(db, [version]), known) != name:
            reviews.add_assignment(db, version, known, name, author)


def assigned(db: Database, versions: Sequence[int]) -> dict[int, list[Assignment]]:
    """Who has what in these versions, by version."""
    found = reviews.assignments(db, list(versions))
    return {version: [each for each in found if each.version == version] for version in versions}


def _who(found: Sequence[Assignment], task: Task) -> str:
    return next((each.person for each in found if each.task == task), "")
