"""The newsroom's glossary: look it up, add and change terms, take it out and in as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, Response, redirect, render_template, request, url_for

from workbench import workflow
from workbench.errors import Conflict, NotFound, WorkbenchError
from workbench.language.house_csv import split_forbidden
from workbench.model import Term
from workbench.web import person
from workbench.web.once import once_long
from workbench.web.store import get_db

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from workbench.workflow import Changed

bp = Blueprint("glossary", __name__, url_prefix="/glossary")
DONE = ("added", "changed", "removed", "checked", "job")


@bp.get("/")
def index() -> str:
    """The terms, and a form for another one; one of them is open for changing."""
    return _page(edit=request.args.get("edit", type=int))


@bp.post("/")
@once_long
def add() -> ResponseReturnValue:
    """Put a term into the glossary; a refusal brings the form back with all that was typed."""
    try:
        return _back(workflow.add_term(get_db(), typed_term(), person.name()))
    except WorkbenchError as error:
        return _page(typed=typed_term(), error=error), error.status


@bp.post("/<int:number>")
def change(number: int) -> ResponseReturnValue:
    """Let a term be what was typed."""
    try:
        return _back(workflow.change_term(get_db(), typed_term(number), person.name()))
    except Conflict as conflict:
        now = workflow.newest_term(get_db(), number)
        edit = now.id if now else None
        return _page(edit=edit, typed=typed_term(), error=conflict), conflict.status
    except NotFound as gone:
        return _page(typed=typed_term(), error=gone), gone.status
    except WorkbenchError as error:
        return _page(edit=number, typed=typed_term(number), error=error), error.status


@bp.post("/<int:number>/remove")
def remove(number: int) -> ResponseReturnValue:
    """Take a term out; the page offers to put it back."""
    done = workflow.remove_term(get_db(), number, person.name())
    return _back(done, gone=number)


@bp.post("/import")
@once_long
def import_csv() -> ResponseReturnValue:
    """Put the terms of a file in, all of them or none."""
    upload = request.files.get("file")
    data = upload.stream.read() if upload else b""
    try:
        return _back(workflow.import_terms(get_db(), data, person.name()))
    except WorkbenchError as error:
        return _page(file_error=error), error.status


@bp.get("/glossary.csv")
def export_csv() -> Response:
    """The file itself, with the mark by which spreadsheets know UTF-8."""
    answer = Response("\ufeff" + workflow.export_terms(get_db()), mimetype="text/csv")
    answer.headers.set("Content-Disposition", "attachment", filename="glossary.csv")
    return answer


@bp.app_template_global("terms_of")
def terms_of(italian: str | None) -> list[Term]:
    """The terms that occur in an Italian text."""
    return workflow.terms_in(get_db(), italian)


def typed_term(number: int = 0) -> Term:
    """The term that is typed in its form."""
    form = request.form
    return Term(
        italian=form.get("italian", ""),
        english=form.get("english", ""),
        forbidden=split_forbidden(form.get("forbidden", "")),
        kind="keep" if form.get("kind") == "keep" else "translate",
        cased=form.get("cased") == "1",
        note=form.get("note", ""),
        id=number,
    )


def _page(
    *,
    edit: int | None = None,
    typed: Term | None = None,
    error: WorkbenchError | None = None,
    file_error: WorkbenchError | None = None,
) -> str:
    """The list; `typed` stands in the form of the term that is open, or of a new one."""
    listed = workflow.terms(get_db())
    asked = request.args.get("q", "").strip()
    return render_template(
        "glossary/index.html",
        terms=[term for term in listed if term.id == edit or _has(term, asked)],
        count=len(listed),
        asked=asked,
        edit=edit if any(term.id == edit for term in listed) else None,
        typed=typed,
        blank=Term(""),
        error=error,
        file_error=file_error,
        done={name: request.args.get(name, default=0, type=int) for name in DONE},
        gone=workflow.removed_term(get_db(), request.args.get("gone", default=0, type=int)),
    )


def _has(term: Term, asked: str) -> bool:
    texts = (term.italian, term.english, *term.forbidden, term.note)
    return any(asked.casefold() in text.casefold() for text in texts)


def _back(done: Changed, gone: int | None = None) -> ResponseReturnValue:
    said = {name: value for name, value in done._asdict().items() if value}
    return redirect(url_for("glossary.index", gone=gone, **said), 303)
