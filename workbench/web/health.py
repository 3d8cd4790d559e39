"""Whether all is well, for a monitor: asked without a login and by any name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, current_app, jsonify

from workbench import workflow
from workbench.errors import BrokenStore
from workbench.web.store import database_path

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

bp = Blueprint("health", __name__)


@bp.get("/healthz")
def check() -> ResponseReturnValue:
    """200 where the database can be read and written, else 503; why, the log says."""
    try:
        workflow.check_health(database_path())
    except BrokenStore as error:
        current_app.logger.error("%s", error)
        return jsonify(status="unavailable"), 503
    return jsonify(status="ok")
