"""Each request has a number, which its answer carries and its line in the log begins with."""

from __future__ import annotations

import logging
import re
from secrets import token_hex
from time import perf_counter
from typing import TYPE_CHECKING

from flask import current_app, g, request

from workbench.logs import facts

if TYPE_CHECKING:
    from flask import Flask, Response

HEADER = "X-Request-ID"
QUIET = frozenset({"static", "health.check"})
"""What is asked for all the time and tells nothing of the work."""
log = logging.getLogger(__name__)
_USABLE = re.compile(r"[A-Za-z0-9-]{8,64}")


def init_app(app: Flask) -> None:
    """Number every request, and say what became of it."""
    app.before_request(_begin)
    app.after_request(_end)


def number() -> str:
    """The number of this request; that which a configured proxy gave it, or a new one."""
    if "number" not in g:
        given = request.headers.get(HEADER, "") if current_app.config["PROXIES"] else ""
        g.number = given if _USABLE.fullmatch(given) else token_hex(8)
    return str(g.number)


def told() -> dict[str, object]:
    """What the log says of a request: never its address, which has words of a title, nor a name."""
    visitor = g.get("visitor")
    return {
        "id": number(),
        "method": request.method,
        "route": request.url_rule.rule if request.url_rule else None,
        "person": visitor.account.id if visitor else None,
    }


def _begin() -> None:
    g.began = perf_counter()


def _end(response: Response) -> Response:
    """Note how long it took until the answer began."""
    response.headers[HEADER] = number()
    level = logging.DEBUG if request.endpoint in QUIET else logging.INFO
    spent = round(1000 * (perf_counter() - g.get("began", perf_counter())), 1)
    log.log(level, "request", extra=facts(**told(), status=response.status_code, ms=spent))
    return response
