"""What the newsroom sets for everybody, in forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, redirect, render_template, request, url_for

from workbench import workflow
from workbench.effort import LEAST_PARAGRAPHS, LEAST_PEOPLE
from workbench.web import person
from workbench.web.store import get_db

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

bp = Blueprint("settings", __name__, url_prefix="/settings")


@bp.get("/")
def page() -> str:
    """Every setting, with who chose it."""
    return render_template(
        "settings/page.html",
        effort=workflow.setting(get_db(), "effort"),
        four_eyes=workflow.setting(get_db(), "four-eyes"),
        passing=workflow.setting(get_db(), "passing-score"),
        acceptable=workflow.setting(get_db(), "acceptable-points"),
        error_kinds=workflow.setting(get_db(), "error-kinds"),
        dimensions=workflow.DIMENSIONS,
        least={"people": LEAST_PEOPLE, "paragraphs": LEAST_PARAGRAPHS},
    )


@bp.post("/<name>")
def change(name: str) -> ResponseReturnValue:
    """Choose a value for everybody."""
    workflow.change_setting(get_db(), name, request.form.get("value", ""), person.name())
    return redirect(url_for("settings.page", _anchor=name), 303)
