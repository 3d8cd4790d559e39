"""The article side by side: read, correct, confirm, go back, dismiss, look at the history."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from flask import Blueprint, g, redirect, render_template, request, url_for

from workbench import workflow
from workbench.errors import Conflict, NotFound
from workbench.web import labels, person, saving
from workbench.web.answers import (
    Place,
    after,
    asked_view,
    confirmed,
    fragment,
    open_row,
    read_row,
    row_url,
    wants_fragment,
    whole_page,
    with_row,
)
from workbench.web.clash import clash
from workbench.web.history import entries
from workbench.web.locale import say
from workbench.web.rows import Row, arranged, next_open
from workbench.web.store import get_db

if TYPE_CHECKING:
    from flask import Response
    from flask.typing import ResponseReturnValue

    from workbench.model import Segment

bp = Blueprint("editor", __name__, url_prefix="/articles/<slug>/<system>")

IN_SIGHT = 12
"""Rows of an article that are drawn at once; the browser draws the others as they come near."""


@bp.get("/")
def page(slug: str, system: str) -> Response:
    """The whole article; one row is open for editing."""
    version = workflow.version(get_db(), slug, system)
    view = asked_view()
    outlines = [segment.outline for segment in version.segments]
    following = next_open(outlines, view) if view.mode != "read" else None
    opened = request.args.get("edit", type=int) or (following.id if following else None)
    shown = {segment.id: segment for segment in version.segments}
    noted = workflow.open_notes(get_db(), slug, system)
    marked = workflow.count_marks(get_db(), slug, system)
    rows = [
        open_row(Place(slug, version.system), shown[each.id], outlines)
        if each.id == opened
        else Row(
            shown[each.id],
            view=view,
            notes=noted.get(each.id, 0),
            marks=marked.get(each.id, 0),
            far=place >= IN_SIGHT,
        )
        for place, each in enumerate(arranged(outlines, view, opened))
    ]
    return whole_page(version, outlines, rows)


@bp.get("/segments/<int:number>")
def segment(slug: str, system: str, number: int) -> ResponseReturnValue:
    """One row, open for editing with ``?edit=1``."""
    place, found = Place(slug, system), workflow.segment(get_db(), slug, system, number)
    editing = request.args.get("edit", type=int) == 1
    if not wants_fragment():
        return redirect(row_url(place, number if editing else None, number))
    return fragment(place, [open_row(place, found) if editing else read_row(place, found)])


@bp.post("/segments/<int:number>")
def save(slug: str, system: str, number: int) -> ResponseReturnValue:
    """Keep what was typed: as a draft, confirmed, or with one suggestion put in."""
    place = Place(slug, system)
    action = request.form.get("action", "draft")
    try:
        before = workflow.segment(get_db(), slug, system, number)
    except NotFound as gone:
        return _moved(place, number, gone)
    try:
        saved = _save(place, number, action)
    except Conflict as conflict:
        return _conflict(place, number, conflict)
    return after(place, saved, before if action in ("confirm", "leave-out") else None)


@bp.post("/segments/<int:number>/draft")
def autosave(slug: str, system: str, number: int) -> ResponseReturnValue:
    """Keep a draft while its author goes on typing; answers in JSON."""
    workflow.require_segment(get_db(), slug, system, number)
    try:
        saved = _save(Place(slug, system), number, "draft")
    except Conflict as conflict:
        return {"error": say(conflict.message)}, conflict.status
    agreed = confirmed(workflow.marks_of(get_db(), number))
    row = Row(saved, editing=True, view=asked_view(), confirmed=agreed)
    here = {"row": row, "place": Place(slug, system), "labels": labels}
    return {
        "revision": saved.revision,
        "time": datetime.now(UTC).isoformat(timespec="seconds"),
        "findings": render_template("editor/_findings.html", **here),
        "mirror": render_template("editor/_mirror.html", **here),
    }


@bp.post("/segments/<int:number>/dismiss")
def dismiss(slug: str, system: str, number: int) -> ResponseReturnValue:
    """Set one finding aside; what was typed meanwhile is kept as a draft."""
    place = Place(slug, system)
    before = workflow.segment(get_db(), slug, system, number)
    try:
        left = workflow.dismiss_while_typing(
            get_db(),
            number,
            request.form.get("key", ""),
            request.form.get("text", before.current or ""),
            base=saving.posted_base(),
            author=person.name(),
        )
    except Conflict as conflict:
        return _conflict(place, number, conflict)
    key = request.form.get("key", "")
    more = workflow.alike(get_db(), left.id, key)
    if not (more and wants_fragment()):
        return after(place, left)
    row = replace(open_row(place, left), alike=key, more=more)
    return fragment(place, [row], workflow.outlines(get_db(), *place))


@bp.post("/segments/<int:number>/alike")
def dismiss_alike(slug: str, system: str, number: int) -> ResponseReturnValue:
    """Set aside what the whole article has of findings that say what one does."""
    place = Place(slug, system)
    before = workflow.segment(get_db(), slug, system, number)
    g.stale = workflow.dismiss_alike(
        get_db(), number, request.form.get("key", ""), author=person.name()
    )
    try:
        saving.keep_typed(before)
    except Conflict as conflict:
        return _conflict(place, number, conflict)
    return after(place, workflow.segment(get_db(), *place, number))


@bp.post("/segments/<int:number>/undismiss")
def undismiss(slug: str, system: str, number: int) -> ResponseReturnValue:
    """Take a dismissed finding up again; what was typed meanwhile is kept as a draft."""
    place = Place(slug, system)
    before = workflow.segment(get_db(), slug, system, number)
    left = workflow.undismiss(get_db(), number, request.form.get("key", ""), author=person.name())
    try:
        saving.keep_typed(before)
    except Conflict as conflict:
        return _conflict(place, number, conflict)
    return after(place, workflow.segment(get_db(), *place, left.id))


@bp.post("/segments/<int:number>/repair")
def repair(slug: str, system: str, number: int) -> ResponseReturnValue:
    """Merge the paragraph with the next, or split it at the caret; what was typed goes along."""
    place = Place(slug, system)
    before = workflow.segment(get_db(), slug, system, number)
    try:
        saving.keep_typed(before)
    except Conflict as conflict:
        return _conflict(place, number, conflict)
    if request.form.get("action") == "split":
        opened = workflow.split_at_caret(get_db(), number, saving.caret(), author=person.name())
    else:
        opened = workflow.merge_with_next(get_db(), number, author=person.name())
    done = workflow.version(get_db(), slug, system)
    page = url_for(
        "editor.page", **place._asdict(), edit=opened, step=done.alignment, _anchor=f"s{opened}"
    )
    return ("", {"HX-Redirect": page}) if wants_fragment() else redirect(page, 303)


@bp.post("/deadline")
def deadline(slug: str, system: str) -> ResponseReturnValue:
    """Say when the article is due."""
    workflow.set_deadline(get_db(), slug, request.form.get("deadline", ""))
    return redirect(url_for("editor.page", slug=slug, system=system), 303)


@bp.post("/undo")
def undo(slug: str, system: str) -> ResponseReturnValue:
    """Take back the last step in the repair of the pairing."""
    version = workflow.version(get_db(), slug, system)
    workflow.undo(get_db(), version.id, saving.posted_base(), author=person.name())
    return redirect(url_for("editor.page", slug=slug, system=system), 303)


@bp.get("/pairing")
def pairing(slug: str, system: str) -> ResponseReturnValue:
    """Where the pairing of this article is repaired."""
    version = workflow.version(get_db(), slug, system)
    row = request.args.get("row", type=int)
    anchor = f"p{row}" if row else None
    return redirect(url_for("pairing.page", number=version.id, row=row, _anchor=anchor))


@bp.get("/segments/<int:number>/history")
def history(slug: str, system: str, number: int) -> str:
    """Everything written in one paragraph, newest first."""
    found = workflow.segment(get_db(), slug, system, number)
    template = "editor/_history.html" if wants_fragment() else "editor/history.html"
    return render_template(
        template,
        segment=found,
        entries=entries(
            found, workflow.history(get_db(), number), workflow.reviews_of(get_db(), number)
        ),
        amendments=workflow.amendments_of(get_db(), number),
        place=Place(slug, system),
        labels=labels,
    )


@bp.get("/segments/<int:number>/sentences")
def sentences(slug: str, system: str, number: int) -> ResponseReturnValue:
    """Which sentences of both texts say the same, in JSON: starts and ends in code points."""
    return workflow.sentences(get_db(), slug, system, number)


@bp.get("/segments/<int:number>/scores")
def segment_scores(slug: str, system: str, number: int) -> str:
    """All metrics of one paragraph, counted now where that takes a moment."""
    workflow.segment(get_db(), slug, system, number)
    return render_template(
        "editor/_segment_scores.html",
        row=Row(workflow.measure(get_db(), number)),
        place=Place(slug, system),
        labels=labels,
        later=False,
    )


@bp.get("/scores")
def scores(slug: str, system: str) -> str:
    """The metrics over the whole article, measured now if need be."""
    measured = workflow.article_scores(get_db(), slug, system)
    template = "editor/_scores.html" if wants_fragment() else "editor/scores.html"
    return render_template(template, scores=measured, place=Place(slug, system), labels=labels)


@bp.after_request
def _name_stale(response: Response) -> Response:
    """Tell the page which other rows it shows have other findings since this save."""
    if g.get("stale"):
        response.headers["X-Stale"] = " ".join(map(str, g.stale))
    return response


def _save(place: Place, number: int, action: str) -> Segment:
    """What was saved; the other segments whose findings it changed are noted for the page."""
    before = workflow.compared(get_db(), *place)
    saved = saving.do(number, action)
    after = workflow.compared(get_db(), *place)
    g.stale = sorted({segment for segment, _ in before ^ after} - {number})
    return saved


def _conflict(place: Place, number: int, conflict: Conflict) -> ResponseReturnValue:
    """Both texts and what they started from; what was typed stays in the field."""
    stored = workflow.segment(get_db(), *place, number)
    found = clash(stored, same=number == (request.view_args or {})["number"])
    row = replace(open_row(place, stored), write=True, typed=found.typed, clash=found)
    return with_row(place, row, conflict.status)


def _moved(place: Place, number: int, gone: NotFound) -> ResponseReturnValue:
    """What was typed in a paragraph that has been merged or split, in the one that has its words.

    Raises:
        NotFound: no paragraph of the article has them.
    """
    there = workflow.successor(get_db(), *place, number)
    if there is None:
        raise gone
    return _conflict(place, there.id, Conflict(gone.message))
