"""Forms and requests that do their work once, however often they are sent.

A program sends a header ``Idempotency-Key``, a form a hidden field ``once`` with a random token:
so a double click, and a reload after a lost answer, changes nothing and shows the same.
"""

from __future__ import annotations

import time
from functools import wraps
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from flask import Response, make_response, request

from workbench import workflow
from workbench.web import person
from workbench.web.store import get_db
from workbench.workflow import Answer, Sent

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask.typing import ResponseReturnValue

    View = Callable[..., ResponseReturnValue]

FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
LONGEST_TOKEN = 40
HEADER, FIELD = "Idempotency-Key", "once"
KEPT = ("Content-Type", "Location", "HX-Redirect")
"""Headers of an answer that are its own; the others are made for each answer anew."""
PATIENCE, STEP = 30, 0.2
"""Seconds for which a form that was sent twice waits for its first answer."""


def once(view: View) -> View:
    """Do the short work of a view once; it and its answer are kept in one transaction."""

    @wraps(view)
    def send(**given: Any) -> ResponseReturnValue:
        sent = _sent()
        if sent is None:
            return view(**given)
        return _response(workflow.once(get_db(), sent, lambda: _answer(view(**given))))

    return send


def once_long(view: View) -> View:
    """Do the long work of a view once, while others go on writing."""

    @wraps(view)
    def send(**given: Any) -> ResponseReturnValue:
        sent = _sent()
        if sent is None:
            return view(**given)
        until = time.monotonic() + (0 if HEADER in request.headers else PATIENCE)
        while True:
            try:
                found = workflow.once_long(get_db(), sent, lambda: _answer(view(**given)))
            except workflow.StillRunning:
                if time.monotonic() > until:
                    raise
                time.sleep(STEP)
            else:
                return _response(found)

    return send


def _sent() -> Sent | None:
    """The request, if it has a key; a form that was changed and sent again is another one."""
    key = request.headers.get(HEADER)
    if key is not None:
        return Sent(person.name(), key, _hash())
    token = request.form.get(FIELD, "")[:LONGEST_TOKEN]
    if not token:
        return None
    said = _hash()
    return Sent(person.name(), f"{token} {said}", said)


def _hash() -> str:
    """Of all that the request says: two are the same if this is."""
    digest = sha256(repr((request.method, request.full_path)).encode())
    if request.mimetype not in FORMS:
        digest.update(request.get_data())
        return digest.hexdigest()
    # not the bytes as they came: a browser puts other marks between the fields each time
    digest.update(repr(list(request.form.items(multi=True))).encode())
    for name, file in request.files.items(multi=True):
        digest.update(repr((name, file.filename, file.read())).encode())
        file.seek(0)
    return digest.hexdigest()


def _answer(found: ResponseReturnValue) -> Answer:
    response = make_response(found)
    kept = {name: value for name, value in response.headers.items() if name in KEPT}
    return Answer(response.status_code, kept, response.get_data())


def _response(answer: Answer) -> Response:
    return Response(answer.body, answer.status, dict(answer.headers))
