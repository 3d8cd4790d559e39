"""Refusals as a calm page, or as a fragment for htmx: one sentence and the right status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import current_app, render_template, request
from werkzeug.exceptions import HTTPException

from workbench.db import Failure, explained
from workbench.errors import BrokenStore, WorkbenchError
from workbench.messages import Message, message
from workbench.web import problems, requests
from workbench.web.store import database_path

if TYPE_CHECKING:
    from flask import Flask
    from flask.typing import ResponseReturnValue

SENTENCES = {
    401: message(
        "You are logged out: log in in another tab; what you typed stays here and is saved then."
    ),
    403: message(
        "This request came from another site and was refused: open the workbench and try again."
    ),
    404: message("There is no such page: start from the list of articles."),
    405: message("This address takes no such request: start from the list of articles."),
    413: message("That is more than the 12 MB a request may hold: send less, or smaller files."),
}
MISTAKE = message(
    "The workbench made a mistake; what was saved is safe. Try again; if it happens again, tell "
    "whoever runs the workbench the number %(number)s."
)
OTHER = message("The request could not be understood: start from the list of articles.")


def init_app(app: Flask) -> None:
    """Answer every error with its sentence; a traceback goes to the log only."""
    app.register_error_handler(WorkbenchError, _refused)
    app.register_error_handler(BrokenStore, _unavailable)
    app.register_error_handler(Failure, _database_failed)
    app.register_error_handler(HTTPException, _failed)


def _refused(error: WorkbenchError) -> ResponseReturnValue:
    return _answer(error.message, error.status)


def _database_failed(error: Failure) -> ResponseReturnValue:
    said = explained(error, database_path())
    if isinstance(said, BrokenStore):
        return _unavailable(said)
    raise said


def _unavailable(error: BrokenStore) -> ResponseReturnValue:
    """A page that asks nothing of the database."""
    current_app.logger.error("%s", error)
    if "HX-Request" in request.headers or problems.wanted():
        return _answer(error.message, error.status)
    again = "/" + request.full_path.lstrip("/") if request.method == "GET" else ""
    page = render_template("unavailable.html", sentence=error.message, again=again)
    return page, error.status


def _failed(error: HTTPException) -> ResponseReturnValue:
    status = error.code or 500
    if problems.wanted():
        return problems.problem(_sentence(status), status, error)
    try:
        return _answer(_sentence(status), status)
    except BrokenStore as broken:  # the head of every page asks who is there
        return _unavailable(broken)


def _sentence(status: int) -> Message:
    if status == 500:
        return Message(MISTAKE.template, {"number": requests.number()})
    return SENTENCES.get(status, OTHER)


def _answer(sentence: Message, status: int) -> ResponseReturnValue:
    if problems.wanted():
        return problems.problem(sentence, status)
    template = "_error.html" if "HX-Request" in request.headers else "error.html"
    return render_template(template, sentence=sentence, status=status), status
