"""What the checks are, and how far people have found them right."""

from __future__ import annotations

from flask import Blueprint, render_template

from workbench import workflow
from workbench.web import labels
from workbench.web.store import get_db

bp = Blueprint("checks", __name__, url_prefix="/checks")


@bp.get("/")
def index() -> str:
    """Every check with its help and its precision."""
    return render_template(
        "checks/index.html",
        checks=workflow.checks(get_db()),
        demoted=workflow.demoted(get_db()),
        labels=labels,
    )
