"""The editor's part: approve or send back, let the article go out, take it up again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, redirect, render_template, request, url_for

from workbench import workflow
from workbench.desk import REASONS
from workbench.errors import BadInput, Conflict, Forbidden, WorkbenchError
from workbench.messages import message
from workbench.web import labels, person, saving
from workbench.web.answers import Place, after, refused
from workbench.web.store import get_db

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from workbench.messages import Message

bp = Blueprint("review", __name__, url_prefix="/articles/<slug>/<system>")


@bp.post("/segments/<int:number>/review")
def judge(slug: str, system: str, number: int) -> ResponseReturnValue:
    """Approve a paragraph and open the next that waits, or send it back with a reason."""
    place = Place(slug, system)
    before = workflow.segment(get_db(), slug, system, number)
    base, author = saving.posted_base(), person.name()
    try:
        if request.form.get("action") == "send-back":
            reason = request.form.get("reason", "")
            now = workflow.send_back(get_db(), number, reason, base=base, author=author)
        else:
            now = workflow.approve(get_db(), number, base=base, author=author)
    except (BadInput, Conflict, Forbidden) as error:
        return refused(place, before, error.message, error.status)
    return after(place, now, before)


@bp.post("/approve-all")
def approve_all(slug: str, system: str) -> ResponseReturnValue:
    """Approve what is confirmed and has no open findings."""
    got = workflow.approve_all(get_db(), slug, system, author=person.name())
    page = url_for("editor.page", slug=slug, system=system, mode="review", **got._asdict())
    return redirect(page, 303)


@bp.post("/segments/<int:number>/amend")
def amend(slug: str, system: str, number: int) -> ResponseReturnValue:
    """Take up one paragraph of an article that has gone out, and open it for writing."""
    place, form = Place(slug, system), request.form
    before = workflow.segment(get_db(), slug, system, number)
    try:
        now = workflow.amend(
            get_db(), number, form.get("kind", ""), form.get("note", ""), author=person.name()
        )
    except BadInput as error:
        return refused(place, before, error.message, error.status)
    return after(place, now)


@bp.get("/finish")
def finish_page(slug: str, system: str) -> str:
    """What stands between the article and its readers, and what happened to it so far."""
    return _finish_page(Place(slug, system))


@bp.post("/finish")
def finish(slug: str, system: str) -> ResponseReturnValue:
    """Let the article go out; where something is in its way, only by name and with a reason."""
    place, reason = Place(slug, system), request.form.get("reason", "")
    try:
        if reason.strip() and not person.is_named():
            raise BadInput(_nameless())
        workflow.finish(get_db(), slug, system, author=person.name(), reason=reason)
    except WorkbenchError as error:
        return _finish_page(place, error, reason), error.status
    return redirect(url_for("review.finish_page", **place._asdict()), 303)


@bp.post("/reopen")
def reopen(slug: str, system: str) -> ResponseReturnValue:
    """Take up an article that has gone out."""
    place, reason = Place(slug, system), request.form.get("reason", "")
    try:
        workflow.reopen(get_db(), slug, system, author=person.name(), reason=reason)
    except WorkbenchError as error:
        return _finish_page(place, error, reason), error.status
    return redirect(url_for("editor.page", slug=slug, system=system, mode="review"), 303)


@bp.post("/assign")
def assign(slug: str, system: str) -> ResponseReturnValue:
    """Give a task to somebody."""
    form = request.form
    workflow.assign(
        get_db(), slug, system, form.get("task", ""), form.get("person", ""), author=person.name()
    )
    return redirect(url_for("review.finish_page", slug=slug, system=system, _anchor="tasks"), 303)


def _finish_page(place: Place, error: WorkbenchError | None = None, reason: str = "") -> str:
    version = workflow.version(get_db(), *place)
    has = workflow.assigned(get_db(), [version.id])[version.id]
    return render_template(
        "review/finish.html",
        version=version,
        place=place,
        obstacles=workflow.obstacles(get_db(), *place),
        releases=workflow.releases(get_db(), *place),
        has={each.task: each.person for each in has},
        people=workflow.people(get_db()),
        reasons=REASONS,
        error=error.message if error else None,
        reason=reason,
        labels=labels,
    )


def _nameless() -> Message:
    return message("Say who you are on the page “You”: whoever overrides is named.")
