"""Find and replace: look at every hit, tick those to change, take the step back."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from flask import Blueprint, redirect, render_template, request, url_for

from workbench import workflow
from workbench.replacing import Search
from workbench.web import person
from workbench.web.once import once
from workbench.web.store import get_db
from workbench.workflow import Chosen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask.typing import ResponseReturnValue

    from workbench.workflow import Found

bp = Blueprint("replace", __name__, url_prefix="/replace")
AROUND = 60
FIELDS = ("words", "replacement", "whole", "case", "article", "system")


class Line(NamedTuple):
    """One hit as the page shows it."""

    found: Found
    number: int
    before: str
    old: str
    after: str
    ticked: bool = True


@bp.get("/")
def index() -> str:
    """The form and, where words are given, every place where they stand."""
    asked = {name: request.args.get(name, "") for name in FIELDS}
    found = workflow.find(get_db(), _search(), asked["article"] or None, asked["system"] or None)
    done = request.args.get("done", type=int)
    return render_template(
        "replace/index.html",
        asked=asked,
        found=found,
        lines=[line for each in found for line in lines(each)],
        done=workflow.get_batch(get_db(), done) if done else None,
        left=request.args.get("left", default=0, type=int),
    )


@bp.post("/")
@once
def replace() -> ResponseReturnValue:
    """Replace what is ticked, in one step."""
    replacement = request.form.get("replacement", "")
    done = workflow.replace(get_db(), _search(), replacement, chosen(), person.name())
    return _back(done.batch, done.left)


@bp.post("/<int:batch>/undo")
@once
def undo(batch: int) -> ResponseReturnValue:
    """Take a step back."""
    undone = workflow.undo_replacing(get_db(), batch, person.name())
    return _back(undone.batch, undone.left)


def _back(batch: int, left: int) -> ResponseReturnValue:
    asked: dict[str, Any] = {name: request.form.get(name) or None for name in FIELDS}
    return redirect(url_for("replace.index", done=batch, left=left or None, **asked), 303)


def _search() -> Search:
    asked = request.values
    return Search(asked.get("words", ""), asked.get("whole") == "1", asked.get("case") == "1")


def chosen() -> list[Chosen]:
    """What is ticked: hits as segment:number, beside the revisions looked at, segment:revision."""
    hits = defaultdict(set)
    for segment, number in _pairs("hit"):
        hits[segment].add(number)
    return [Chosen(segment, base, frozenset(hits[segment])) for segment, base in _pairs("base")]


def _pairs(name: str) -> Iterator[tuple[int, int]]:
    for value in request.form.getlist(name):
        one, _, other = value.partition(":")
        if one.isdecimal() and other.isdecimal():
            yield int(one), int(other)


def lines(found: Found, *, ticked: bool = True) -> Iterator[Line]:
    """The hits of one paragraph with the words round them."""
    text = found.segment.current or ""
    for number, (start, end) in enumerate(found.hits):
        before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
        yield Line(
            found,
            number,
            "…" * (start > AROUND) + before,
            text[start:end],
            after + "…" * (end + AROUND < len(text)),
            ticked,
        )
