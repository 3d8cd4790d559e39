"""Long work: what is going on, how far it has come, a button to end it, and many files at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, redirect, render_template, request, url_for

from workbench import workflow
from workbench.bundle import unpack
from workbench.errors import WorkbenchError
from workbench.web import labels, person
from workbench.web.store import get_db

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

bp = Blueprint("jobs", __name__)


@bp.get("/jobs/")
def index() -> str:
    """What was begun last."""
    return render_template("jobs/index.html", jobs=workflow.newest_jobs(get_db()), labels=labels)


@bp.get("/jobs/<int:number>")
def page(number: int) -> str:
    """How far long work has come; asks again by itself until it is done."""
    job = workflow.job(get_db(), number)
    template = "jobs/_job.html" if "HX-Request" in request.headers else "jobs/page.html"
    found = workflow.outcomes(get_db(), number)
    return render_template(template, job=job, outcomes=found, labels=labels)


@bp.post("/jobs/<int:number>/cancel")
def cancel(number: int) -> ResponseReturnValue:
    """End long work where it stands."""
    workflow.cancel_job(get_db(), number)
    return redirect(url_for("jobs.page", number=number), 303)


@bp.get("/articles/import/many")
def import_form() -> str:
    """A form for many files, or a zip."""
    return render_template("jobs/import.html", error=None)


@bp.post("/articles/import/many")
def import_many() -> ResponseReturnValue:
    """Keep the files and import them in the background."""
    files = [*request.files.getlist("files"), *request.files.getlist("folder")]
    try:
        bundle = unpack((file.filename, file.read()) for file in files if file.filename)
    except WorkbenchError as error:
        return render_template("jobs/import.html", error=error.message), error.status
    number = workflow.start_import(get_db(), bundle, person.name())
    return redirect(url_for("jobs.page", number=number), 303)
