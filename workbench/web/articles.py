"""The list of articles, and the form to import one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, redirect, render_template, request, url_for

from workbench import ingest, workflow
from workbench.errors import WorkbenchError
from workbench.messages import message
from workbench.web import labels, person
from workbench.web.locale import say
from workbench.web.once import once_long
from workbench.web.store import database_path, get_db
from workbench.workflow import STAGES, Intake, Wanted

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from workbench.model import RawText
    from workbench.workflow import By, Stage

bp = Blueprint("articles", __name__)
NAMES = {
    "source": message("the Italian text"),
    "target": message("the English text"),
    "reference": message("the human translation"),
}
PAGE = 50
FIELDS = ("source", "target", "reference", "title", "system", "outlet", "article", "newer")


@bp.get("/")
def home() -> ResponseReturnValue:
    """The list is where everybody starts."""
    return redirect(url_for("articles.index"))


@bp.get("/articles/")
def index() -> str:
    """A page of the articles, worst first or by deadline, and the imports that somebody began."""
    db, asked = get_db(), request.args
    wanted = _wanted()
    by: By = "deadline" if asked.get("by") == "deadline" else "risk"
    start = min(max(0, asked.get("start", default=0, type=int)), 10**9)
    found = workflow.summaries(db, wanted, by, start, PAGE + 1)
    return render_template(
        "articles/index.html",
        summaries=found[:PAGE],
        assigned=workflow.assigned(db, [each.version for each in found[:PAGE]]),
        more=len(found) > PAGE,
        start=start,
        wanted=wanted,
        here={
            **{k: v for k, v in wanted._asdict().items() if v and v != "all"},
            "by": asked.get("by"),
        },
        by=by,
        systems=workflow.known_systems(db),
        outlets=workflow.outlets(db),
        unfinished=workflow.unfinished(db),
        labels=labels,
    )


@bp.get("/articles/import")
def import_form() -> str:
    """A form for two texts; for one, where the other side of the article is here."""
    return _form({name: request.args.get(name, "") for name in FIELDS})


@bp.post("/articles/import")
@once_long
def import_texts() -> ResponseReturnValue:
    """Clean and pair the texts; a refusal brings the form back with all that was typed."""
    try:
        got = workflow.receive(get_db(), _intake())
    except WorkbenchError as error:
        values = {name: request.form.get(name, "") for name in FIELDS}
        return _form(values, error), error.status
    if got.state == "preview":
        return redirect(url_for("pairing.page", number=got.version), 303)
    if got.state == "waiting":
        return redirect(url_for("articles.index", _anchor="unfinished"), 303)
    return redirect(url_for("editor.page", slug=got.slug, system=got.system, known=1), 303)


@bp.post("/articles/<slug>/discard")
def discard(slug: str) -> ResponseReturnValue:
    """Throw away an article of which only one side ever came."""
    workflow.discard_waiting(get_db(), slug)
    return redirect(url_for("articles.index"), 303)


@bp.post("/articles/rescore")
def rescore() -> ResponseReturnValue:
    """Check and score everything again in the background."""
    number = workflow.start_rescore(database_path(), author=person.name())
    return redirect(url_for("jobs.page", number=number), 303)


def _wanted() -> Wanted:
    """Which articles the address asks for."""
    asked = request.args
    stage: Stage = next((each for each in STAGES if each == asked.get("stage")), "all")
    system, outlet, whose = (asked.get(n, "").strip() for n in ("system", "outlet", "person"))
    return Wanted(stage, system, outlet, whose)


def _form(values: dict[str, str], error: WorkbenchError | None = None) -> str:
    return render_template(
        "articles/import.html",
        values=values,
        error=error.message if error else None,
        side=request.values.get("side", ""),
        outlets=workflow.outlets(get_db()),
    )


def _intake() -> Intake:
    form = request.form
    return Intake(
        source=_text("source"),
        target=_text("target"),
        reference=_text("reference"),
        system=form.get("system"),
        title=form.get("title"),
        outlet=form.get("outlet", ""),
        article=form.get("article") or None,
        newer=form.get("newer") == "1",
        author=person.name(),
    )


def _text(name: str) -> RawText | None:
    """What was uploaded under that name, else what was pasted, or None."""
    upload = request.files.get(f"{name}_file")
    if upload is not None and upload.filename:
        return ingest.read_bytes(upload.stream.read(ingest.MAX_BYTES + 1), upload.filename)
    pasted = request.form.get(name, "")
    return ingest.from_paste(pasted, say(NAMES[name])) if pasted.strip() else None
