"""The pairing: looked at before an import, and repaired by hand before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, redirect, render_template, request, url_for

from workbench import workflow
from workbench.errors import BadInput, Conflict, NotFound, WorkbenchError
from workbench.messages import Message, message
from workbench.model import ROLES
from workbench.web import labels, pairs, person
from workbench.web.locale import say
from workbench.web.store import get_db
from workbench.workflow import steps

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask.typing import ResponseReturnValue

    from workbench.workflow import Pairing
    from workbench.workflow.steps import Step

bp = Blueprint("pairing", __name__, url_prefix="/pairing/<int:number>")


@bp.get("/")
def page(number: int) -> str:
    """All pairs, and what was left out between them; one row may be open for splitting."""
    now = workflow.pairing_of(get_db(), number)
    return _page(now, _row(), split=request.args.get("split") == "1")


@bp.get("/row")
def row(number: int) -> str:
    """One row, with its sentences to choose a place to split at where `split` is 1."""
    now = workflow.pairing_of(get_db(), number)
    found = pairs.find_pair(now, _row() or 0)
    if found is None:
        raise NotFound(message("There is no such paragraph any more: open the pairing again."))
    split = request.args.get("split") == "1"
    return render_template(
        "pairing/_row.html",
        entry=pairs.pair_view(now, found, chosen=True),
        sentences=pairs.sentences(now, found) if split else None,
        **_context(now),
    )


@bp.post("/")
def act(number: int) -> ResponseReturnValue:
    """Make one step, undo or redo one, and show the pairing after it."""
    before = workflow.pairing_of(get_db(), number)
    try:
        after = _act(number)
    except (BadInput, Conflict) as error:
        return _refused(before, error)
    chosen = _followed(before, after)
    if "HX-Request" in request.headers:
        return _changes(before, after, chosen)
    return redirect(url_for("pairing.page", number=number, row=chosen, _anchor=f"p{chosen}"), 303)


@bp.post("/import")
def import_(number: int) -> ResponseReturnValue:
    """Make the preview part of the work and open it in the editor."""
    try:
        slug, system = workflow.import_preview(
            get_db(), number, author=person.name(), title=request.form.get("title")
        )
    except BadInput as error:
        return _refused(workflow.pairing_of(get_db(), number), error)
    return redirect(url_for("editor.page", slug=slug, system=system), 303)


@bp.post("/discard")
def discard(number: int) -> ResponseReturnValue:
    """Throw a preview away."""
    workflow.discard_preview(get_db(), number)
    return redirect(url_for("articles.index"), 303)


def _act(number: int) -> Pairing:
    base = request.form.get("base", default=0, type=int)
    action = request.form.get("action", "")
    if action in ("undo", "redo"):
        move = workflow.undo if action == "undo" else workflow.redo
        return move(get_db(), number, base, author=person.name())
    if action in ("omit", "keep"):
        return _omit(number, leave_out=action == "omit")
    return workflow.repair(get_db(), number, base, _step(action), author=person.name())


def _omit(number: int, *, leave_out: bool) -> Pairing:
    """Decide that a paragraph has no English on purpose, or take that back."""
    segment = _segment()
    now = workflow.pairing_of(get_db(), number)
    pair = next((pair for pair in now.pairs if pair.segment == segment), None)
    if pair is None:
        raise BadInput(message("Choose a paragraph first."))
    if leave_out and pair.source and pair.target:
        raise BadInput(
            message(
                "This paragraph has both its sides: only one without the other can be left out on "
                "purpose."
            )
        )
    base = request.form.get(f"revision-{segment}", now.states[segment].revision, type=int)
    if leave_out:
        workflow.save(get_db(), segment, "", confirm=True, base=base, author=person.name())
    else:
        workflow.revert(get_db(), segment, base=base, author=person.name())
    return workflow.pairing_of(get_db(), number)


def _step(action: str) -> Step:
    name, _, value = action.partition(":")
    if name not in STEPS:
        raise BadInput(message("There is no such step: choose one of the buttons."))
    return STEPS[name](value)


def _row() -> int | None:
    return request.values.get("row", type=int)


def _segment() -> int:
    chosen = _row()
    if chosen is None:
        raise BadInput(message("Choose a paragraph first."))
    return chosen


def _set_role(_value: str) -> Step:
    asked = request.form.get("role", "")
    role = next((role for role in ROLES if role == asked and role != "chrome"), None)
    if role is None:
        raise BadInput(message("There is no such role: choose one from the list."))
    return steps.set_role(_segment(), role)


def _pair(_value: str) -> Step:
    return steps.pair(request.form.getlist("source"), request.form.getlist("target"))


def _drop(_value: str) -> Step:
    return steps.drop(request.form.getlist("source"), request.form.getlist("target"))


def _split(_value: str) -> Step:
    places = [request.form.get(name, type=int) for name in ("source_at", "target_at")]
    return steps.split(_segment(), *places)


def _restore(value: str) -> Step:
    return steps.restore(int(value) if value.isdecimal() else 0)


STEPS: dict[str, Callable[[str], Step]] = {
    "merge": lambda _: steps.merge(_segment()),
    "split": _split,
    "unpair": lambda _: steps.unpair(_segment()),
    "swap": lambda _: steps.swap(_segment()),
    "source-up": lambda _: steps.move(_segment(), "source", -1),
    "source-down": lambda _: steps.move(_segment(), "source", 1),
    "target-up": lambda _: steps.move(_segment(), "target", -1),
    "target-down": lambda _: steps.move(_segment(), "target", 1),
    "pair": _pair,
    "drop": _drop,
    "restore": _restore,
    "role": _set_role,
    "accept": lambda _: steps.accept(_segment()),
    "realign": lambda _: steps.realign(),
}


_OMITTED = {
    "omit": message("Left out on purpose."),
    "keep": message("Included again."),
}
_SAID = {"undo": message("Undone: %(step)s"), "redo": message("Redone: %(step)s")}


def _followed(before: Pairing, after: Pairing) -> int | None:
    """The row to stand on after a step.

    The one that was put back or paired; else the same, the first that is new, or the one that
    stands in its place now.
    """
    known, asked = [pair.segment for pair in before.pairs], _row()
    here = [pair.segment for pair in after.pairs]
    new = [pair for pair in after.pairs if pair.segment not in known]
    made = [pair.segment for pair in new if pair.source and pair.target]
    action = request.form.get("action", "")
    if action.startswith("restore") and new:
        return new[0].segment
    if action == "pair" and made:
        return made[0]
    if asked in here or not here:
        return asked if here else None
    place = known.index(asked) if asked in known else 0
    return new[0].segment if new else here[min(place, len(here) - 1)]


def _said(before: Pairing, after: Pairing) -> Message | None:
    """What has happened, for people who cannot see it."""
    action = request.form.get("action", "")
    if action in ("omit", "keep"):
        return _OMITTED[action]
    step = {"undo": before.undo, "redo": before.redo}.get(action, after.undo)
    if step is None or before.row.alignment == after.row.alignment:
        return None
    return (
        Message(_SAID[action].template, {"step": say(step.what)}) if action in _SAID else step.what
    )


def _page(
    now: Pairing, chosen: int | None, *, split: bool = False, error: WorkbenchError | None = None
) -> str:
    listed = pairs.entries(now, chosen or (now.pairs[0].segment if now.pairs else None))
    open_ = pairs.find_pair(now, chosen or 0) if split else None
    return render_template(
        "pairing/page.html",
        entries=listed,
        look=pairs.to_look_at(listed),
        empty=pairs.empty_sides(now),
        sentences=pairs.sentences(now, open_) if open_ else None,
        error=error.message if error else None,
        conflict=isinstance(error, Conflict),
        **_context(now),
    )


def _changes(before: Pairing, after: Pairing, chosen: int | None) -> str:
    """What a step has changed on the page, as pieces that find their own place."""
    listed = pairs.entries(after, chosen)
    gone, place, come = pairs.changes(pairs.entries(before), listed)
    return render_template(
        "pairing/_changes.html",
        gone=gone,
        place=place,
        come=come,
        chosen=chosen,
        look=pairs.to_look_at(listed),
        said=_said(before, after),
        error=None,
        sentences=None,
        **_context(after),
    )


def _refused(now: Pairing, error: WorkbenchError) -> ResponseReturnValue:
    if "HX-Request" in request.headers:
        conflict = isinstance(error, Conflict)
        refusal = render_template("pairing/_error.html", error=error.message, conflict=conflict)
        return refusal, error.status
    return _page(now, _row(), error=error), error.status


def _context(now: Pairing) -> dict[str, object]:
    return {"now": now, "labels": labels, "roles": [role for role in ROLES if role != "chrome"]}
