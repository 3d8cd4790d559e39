"""Refusals as a calm page, or as a fragment for htmx: one sentence and the right status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import render_template, request
from werkzeug.exceptions import HTTPException

from workbench.errors import BrokenStore, WorkbenchError
from workbench.messages import Message, message
from workbench.web import gate

if TYPE_CHECKING:
    from flask import Flask

SENTENCES = {
    401: message(
        "You are logged out: log in in another tab; what you typed stays here and is saved then."
    ),
    403: message(
        "This request came from another site and was refused: open the workbench and try again."
    ),
    404: message("There is no such page: start from the list of articles."),
    405: message("This address takes no such request: start from the list of articles."),
    413: message("That is more than the 12 MB a request may hold: send a smaller file."),
    500: message("The workbench made a mistake; what was saved is safe. Try again."),
}
OTHER = message("The request could not be understood: start from the list of articles.")


def init_app(app: Flask) -> None:
    """Answer every error with its sentence; a traceback goes to the log only."""
    app.register_error_handler(WorkbenchError, _refused)
    app.register_error_handler(HTTPException, _failed)


def _refused(error: WorkbenchError) -> tuple[str, int]:
    if isinstance(error, BrokenStore):
        gate.ask_nobody()
    return _answer(error.message, error.status)


def _failed(error: HTTPException) -> tuple[str, int]:
    status = error.code or 500
    return _answer(SENTENCES.get(status, OTHER), status)


def _answer(sentence: Message, status: int) -> tuple[str, int]:
    template = "_error.html" if "HX-Request" in request.headers else "error.html"
    return render_template(template, sentence=sentence, status=status), status
