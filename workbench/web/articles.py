"""The list of articles, the import form, and long work with its progress."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, redirect, render_template, request, url_for

from workbench import ingest, workflow
from workbench.errors import BadInput, WorkbenchError
from workbench.messages import message
from workbench.web import labels
from workbench.web.store import database_path, get_db

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from workbench.model import RawText
    from workbench.workflow import Imported

bp = Blueprint("articles", __name__)
FIELDS = ("source", "target", "reference", "title", "system")
MISSING = {
    "source": message("The Italian original is missing: paste its text or choose a file."),
    "target": message("The English by the AI is missing: paste its text or choose a file."),
}


@bp.get("/")
def home() -> ResponseReturnValue:
    """The list is where everybody starts."""
    return redirect(url_for("articles.index"))


@bp.get("/articles/")
def index() -> str:
    """All articles, worst first."""
    found = workflow.summaries(get_db())
    return render_template("articles/index.html", summaries=found, labels=labels)


@bp.get("/articles/import")
def import_form() -> str:
    """An empty form for two texts."""
    return render_template("articles/import.html", values=dict.fromkeys(FIELDS, ""), error=None)


@bp.post("/articles/import")
def import_texts() -> ResponseReturnValue:
    """Import the two texts; a refusal brings the form back with all that was typed."""
    try:
        done = _import()
    except WorkbenchError as error:
        values = {name: request.form.get(name, "") for name in FIELDS}
        page = render_template("articles/import.html", values=values, error=error.message)
        return page, error.status
    known = None if done.new else 1
    page = url_for("editor.page", slug=done.slug, system=done.system, known=known)
    return redirect(page, 303)


@bp.post("/articles/rescore")
def rescore() -> ResponseReturnValue:
    """Check and score everything again in the background."""
    return redirect(url_for("articles.job", number=workflow.start_rescore(database_path())), 303)


@bp.get("/jobs/<int:number>")
def job(number: int) -> str:
    """How far long work has come; asks again by itself until it is done."""
    template = "articles/_job.html" if "HX-Request" in request.headers else "articles/job.html"
    return render_template(template, job=workflow.job(get_db(), number))


def _import() -> Imported:
    source, target = _text("source"), _text("target")
    given = request.form.get("reference", "").strip() or _uploaded("reference")
    return workflow.import_pair(
        get_db(),
        source,
        target,
        reference=_text("reference") if given else None,
        system=request.form.get("system"),
        title=request.form.get("title"),
        author="translator",
    )


def _text(name: str) -> RawText:
    """What was uploaded under that name, else what was pasted."""
    upload = request.files.get(f"{name}_file")
    if upload is not None and upload.filename:
        return ingest.read_bytes(upload.stream.read(ingest.MAX_BYTES + 1), upload.filename)
    pasted = request.form.get(name, "")
    if not pasted.strip():
        raise BadInput(MISSING[name])
    return ingest.from_paste(pasted)


def _uploaded(name: str) -> bool:
    upload = request.files.get(f"{name}_file")
    return upload is not None and bool(upload.filename)
