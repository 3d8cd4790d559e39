"""Refusals as programs read them: ``application/problem+json``, by RFC 9457."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

import msgspec
from flask import Response, g, request

from workbench.messages import message
from workbench.web.api.shapes import Clash, Problem
from workbench.web.locale import say
from workbench.web.security import API

if TYPE_CHECKING:
    from werkzeug.exceptions import HTTPException

    from workbench.errors import Conflict
    from workbench.messages import Message
    from workbench.model import Segment

SENTENCES = {
    400: message("The request could not be understood: look at /api/v1/openapi.json."),
    401: message("Show an API token, made on your own page: “Authorization: Bearer …”."),
    404: message("There is no such address: look at /api/v1/openapi.json."),
    405: message("This address takes no such request: look at /api/v1/openapi.json."),
}
"""Where a program is told something else than a person."""
KEPT = ("Allow", "Retry-After")
"""What HTTP wants to be said of an error."""


def wanted() -> bool:
    """Whether a program asks, and not a page."""
    return request.path.startswith(API)


def problem(sentence: Message, status: int, error: HTTPException | None = None) -> Response:
    """The refusal; `error` is what was raised, where that knows more of it."""
    said = say(SENTENCES.get(status, sentence) if error else sentence)
    answer = answer_with(
        Problem(
            status=status,
            title=HTTPStatus(status).phrase,
            detail=said,
            field=g.get("wrong_field"),
        )
    )
    for name, value in error.get_headers() if error else ():
        if name in KEPT:
            answer.headers[name] = value
    if status == HTTPStatus.UNAUTHORIZED:
        answer.headers["WWW-Authenticate"] = "Bearer"
    return answer


def clash(error: Conflict, now: Segment, *, yours: str, ancestor: str) -> Response:
    """The refusal of a text that was begun on another one than stands in the segment `now`."""
    return answer_with(
        Clash(
            status=error.status,
            title=HTTPStatus(error.status).phrase,
            detail=say(error.message),
            yours=yours,
            theirs=now.current or "",
            ancestor=ancestor,
            revision=now.revision,
        )
    )


def answer_with(found: Problem | Clash) -> Response:
    """The refusal as it is sent."""
    answer = Response(msgspec.json.encode(found), found.status)
    answer.content_type = "application/problem+json"
    return answer
