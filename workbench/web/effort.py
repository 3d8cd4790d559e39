"""How much work paragraphs are: what pages report, one's own figures, and those of all together."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask_babel import format_date

from workbench import workflow
from workbench.effort import (
    BEAT_EVERY,
    IDLE_CAP,
    LEAST_PARAGRAPHS,
    LEAST_PEOPLE,
    WEEKS_TOLD,
    Beat,
    NotMeasured,
)
from workbench.messages import message
from workbench.web import labels, person
from workbench.web.store import get_db

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

bp = Blueprint("effort", __name__, url_prefix="/effort")


@bp.get("/")
def page() -> str:
    """One's own figures, and those of all together."""
    return render_template(
        "effort/page.html",
        measured=workflow.is_measured(get_db()),
        own=workflow.own_effort(get_db(), person.name()) if person.is_named() else None,
        report=workflow.effort_report(get_db()),
        labels=labels,
        least={
            "people": LEAST_PEOPLE,
            "paragraphs": LEAST_PARAGRAPHS,
            "weeks": WEEKS_TOLD,
        },
        deleted=request.args.get("deleted", type=int),
    )


@bp.post("/beats")
def beat() -> Response:
    """Keep what a page has measured; answers with the person's time in that article, as text.

    Raises:
        NotMeasured: it is not switched on, or the person has no name, so that nobody could show
            these figures to them alone.
    """
    if not person.is_named():
        said = message(
            "Effort is measured only for people with a name: give yours on the page You."
        )
        raise NotMeasured(said)
    active = workflow.keep_beat(get_db(), _beat(), person.name())
    return Response(whole_minutes(active), mimetype="text/plain")


@bp.post("/delete")
def delete() -> ResponseReturnValue:
    """Delete all that is kept of the person who asks."""
    gone = workflow.delete_own_effort(get_db(), person.name()) if person.is_named() else 0
    return redirect(url_for("effort.page", deleted=gone), 303)


@bp.app_template_global("effort_here")
def here(slug: str, system: str) -> dict[str, int] | None:
    """What the editor must know to measure the person's work; None where it must not."""
    if not person.is_named() or not workflow.is_measured(get_db()):
        return None
    active = workflow.own_time(get_db(), slug, system, person.name())
    return {"active": active, "cap": IDLE_CAP, "every": BEAT_EVERY}


@bp.app_template_filter("duration")
def duration(milliseconds: int) -> str:
    """A time as people say it: 45 s, 12 min, 3 h 05 min."""
    seconds = round(milliseconds / 1000)
    if seconds < 60:
        return f"{seconds} s"
    minutes = round(seconds / 60)
    return f"{minutes // 60} h {minutes % 60:02} min" if minutes >= 60 else f"{minutes} min"


@bp.app_template_filter("whole_minutes")
def whole_minutes(milliseconds: int) -> str:
    """A time that changes calmly."""
    return duration(milliseconds) if milliseconds >= 60_000 else "< 1 min"


@bp.app_template_filter("day")
def day(when: date | str) -> str:
    """A day as people write it."""
    return str(format_date(date.fromisoformat(when) if isinstance(when, str) else when, "medium"))


def _beat() -> Beat:
    """What the page says; a number that is none is one that no page can have measured."""
    numbers = {
        field: request.form.get(field, default=-1, type=int)
        for field in ("segment", "step", "active", "keystrokes")
    }
    return Beat(session=request.form.get("session", ""), **numbers)
