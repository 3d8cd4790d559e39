"""The AI systems measured as a whole, alone and beside one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, redirect, render_template, url_for

from workbench import workflow
from workbench.web import labels, person
from workbench.web.store import database_path, get_db

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

bp = Blueprint("scores", __name__, url_prefix="/scores")


@bp.get("/")
def index() -> str:
    """What was last measured, and a button to measure anew."""
    return render_template("scores/index.html", measured=workflow.measured(get_db()), labels=labels)


@bp.post("/")
def measure() -> ResponseReturnValue:
    """Measure everything in the background."""
    number = workflow.start_measuring(database_path(), author=person.name())
    return redirect(url_for("jobs.page", number=number), 303)
