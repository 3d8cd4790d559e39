"""What a person asks of the reports: kept in the address, so that it can be sent to a colleague."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from flask import request

from workbench import workflow
from workbench.charts import Column
from workbench.effort import monday
from workbench.messages import message
from workbench.web.locale import say
from workbench.workflow import Scope

if TYPE_CHECKING:
    from sqlite_utils import Database

    from workbench.workflow.reports import Step

STEPS: dict[str, Step] = {"week": "week", "month": "month"}
FIELDS = ("system", "outlet", "since", "until", "by", "split")


class Asked(NamedTuple):
    """Which articles a report is about, and how it counts."""

    scope: Scope
    step: Step
    split: str
    """A day, for what was before it and after it; may be empty."""

    @property
    def first_column(self) -> Column:
        """The heading of weeks or months."""
        name = message("Week of") if self.step == "week" else message("Month of")
        return Column(self.step, say(name), "day")


def asked(db: Database) -> Asked:
    """What stands in the address; what is no day is passed over."""
    given = request.args
    since, until = _day(given.get("since", "")), _day(given.get("until", ""))
    scope = Scope(
        given.get("system", ""),
        given.get("outlet", ""),
        monday(since).isoformat() if since else "",
        until.isoformat() if until else Scope().until,
    )
    split = _day(given.get("split", ""))
    by = STEPS.get(given.get("by", "")) or workflow.fitting_step(db, scope)
    return Asked(scope, by, split.isoformat() if split else "")


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
