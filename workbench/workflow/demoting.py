"""A check that people mostly dismiss becomes a hint, if the desk says so; and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from workbench.db import path_of, write
from workbench.errors import BadInput, NotFound
from workbench.intervals import Interval, wilson
from workbench.messages import message
from workbench.store import demotions as store
from workbench.store import reports
from workbench.workflow.audit import record
from workbench.workflow.jobs import start_recheck
from workbench.workflow.reading import all_checks
from workbench.workflow.scoring import rank

if TYPE_CHECKING:
    from sqlite_utils import Database

    from workbench.model import Demotion

ENOUGH = 20
"""Decisions of people before anything is said of a check."""
NOISE = 1 / 3
"""A check is noise where it is surely right less often than this: Wilson's upper bound is lower."""
MOST_AT_ONCE = 50
"""Paragraphs that get their new place in the queue while the person waits."""


class Noise(NamedTuple):
    """A check that people mostly dismiss."""

    check: str
    fixed: int
    dismissed: int
    share: Interval


def noise(db: Database) -> list[Noise]:
    """The checks that may be demoted, those with most dismissals first.

    After a demotion was taken back only what people have decided since counts.
    """
    decided = store.demotions(db)
    known = {each.id for each in all_checks()}
    found = []
    for row in reports.verdicts(db):
        last = decided.get(row.check)
        if row.check not in known or (last and last.demoted):
            continue
        fixed = max(0, row.fixed - (last.fixed if last else 0))
        dismissed = max(0, row.dismissed - (last.dismissed if last else 0))
        if fixed + dismissed >= ENOUGH:
            share = wilson(fixed, fixed + dismissed)
            if share.high is not None and share.high < NOISE:
                found.append(Noise(row.check, fixed, dismissed, share))
    return sorted(found, key=lambda each: (-each.dismissed, each.check))


def demoted(db: Database) -> dict[str, Demotion]:
    """The checks whose findings are hints, with who decided that, when and why."""
    return {check: each for check, each in store.demotions(db).items() if each.demoted}


def demote(db: Database, check: str, author: str) -> None:
    """Make all findings of a check hints, from now on and until that is taken back.

    Raises:
        NotFound: there is no such check.
        BadInput: people do not mostly dismiss it.
    """
    _get(check)
    with write(db):
        if check in demoted(db):
            return
        if all(each.check != check for each in noise(db)):
            raise BadInput(
                message(
                    "“%(check)s” is not dismissed so often: %(count)s decisions are needed, of "
                    "which surely fewer than one in three found it right.",
                    check=check,
                    count=ENOUGH,
                )
            )
        _decide(db, check, author, demoted=True)
    _rank(db, check)


def take_demotion_back(db: Database, check: str, author: str) -> None:
    """Let a check weigh again what it says.

    Raises:
        NotFound: there is no such check.
    """
    _get(check)
    with write(db):
        if check not in demoted(db):
            return
        _decide(db, check, author, demoted=False)
    _rank(db, check)


def _decide(db: Database, check: str, author: str, *, demoted: bool) -> None:
    fared = next(((r.fixed, r.dismissed) for r in reports.verdicts(db) if r.check == check), (0, 0))
    store.add_demotion(db, check, fared, author, demoted=demoted)
    fixed, dismissed = fared
    action = "demote-check" if demoted else "restore-check"
    record(db, author, action, check, fixed=fixed, dismissed=dismissed)


def _rank(db: Database, check: str) -> None:
    """The risk of paragraphs with findings of the check follows."""
    touched = store.segments_with(db, check)
    if len(touched) > MOST_AT_ONCE:
        start_recheck(path_of(db), touched)
        return
    with write(db):
        rank(db, touched)


def _get(check: str) -> None:
    if all(each.id != check for each in all_checks()):
        raise NotFound(message("There is no check “%(check)s”.", check=check[:40]))
