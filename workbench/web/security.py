"""What every answer carries and every change must show, so that no other site can act here."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from flask import abort, current_app, request
from werkzeug.sansio.utils import host_is_trusted

if TYPE_CHECKING:
    from flask import Flask, Response

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
API = "/api/"
"""How the addresses begin that programs use."""
LOOPBACK = ("127.0.0.1", "localhost")
POLICY = "; ".join(
    (
        "default-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "object-src 'none'",
    )
)


def init_app(app: Flask) -> None:
    """Refuse forged requests and foreign host names; add the headers to every answer."""
    app.before_request(_refuse_foreign_host)
    app.before_request(_refuse_forgery)
    app.before_request(_refuse_large)
    app.after_request(_add_headers)


def _refuse_foreign_host() -> None:
    """A name that another site has pointed at this machine must not open the workbench to it."""
    if not host_is_trusted(request.host, current_app.config["HOSTS"]):
        abort(400)


def _refuse_forgery() -> None:
    """Every browser of today says where a request comes from; other programs say nothing."""
    if request.method in SAFE_METHODS:
        return
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        if site not in ("same-origin", "none"):
            abort(403)
        return
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc != request.host:
        abort(403)


def _refuse_large() -> None:
    """Said from the length alone, before anything of the body is read or put on the disk."""
    limit = current_app.config["MAX_CONTENT_LENGTH"]
    if request.content_length is not None and request.content_length > limit:
        abort(413)


def _add_headers(response: Response) -> Response:
    response.headers["Content-Security-Policy"] = POLICY
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "same-origin"
    response.vary.add("HX-Request")
    if request.endpoint != "static":
        response.headers["Cache-Control"] = "no-store"
        response.vary.update(("Cookie", "Accept-Language"))
    return response
