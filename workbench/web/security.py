"""What every answer carries and every request must show, so that no other site can act here."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from flask import abort, current_app, request
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.sansio.utils import get_host

if TYPE_CHECKING:
    from flask import Flask, Response

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
API = "/api/"
"""How the addresses begin that programs use."""
LOOPBACK = ("127.0.0.1", "localhost", "::1")
MOST_FIELDS = 10_000
"""Of a form; a page of find and replace has a tick for every hit."""
ANY_HOST = "health.check"
"""What a monitor asks for by whatever name it knows of this machine."""
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
UNUSED = ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in UNUSED),
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
YEAR = 365 * 24 * 3600
_URLENCODED = "application/x-www-form-urlencoded"


def init_app(app: Flask) -> None:
    """Refuse forged requests and foreign host names; add the headers to every answer.

    Where the request came from, and whether by TLS, is told by as many proxies as are configured.
    """
    hops = app.config["PROXIES"]
    if hops:
        # the name is the Host that the proxy hands on, never what a header adds
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=0, x_prefix=0)  # type: ignore[method-assign]
    app.before_request(_refuse_foreign_host)
    app.before_request(_refuse_other_sites)
    app.before_request(_refuse_large)
    app.after_request(_add_headers)


def _refuse_foreign_host() -> None:
    """A name that another site has pointed at this machine must not open the workbench to it."""
    if request.endpoint == ANY_HOST:
        return
    if urlsplit(f"//{request.host}").hostname not in current_app.config["HOSTS"]:
        abort(400)


def _refuse_other_sites() -> None:
    """Other sites may link to pages, but change nothing and take no part of a page into theirs.

    Every browser of today says where a request comes from, by ``Sec-Fetch-Site`` or, without TLS,
    by ``Origin`` with each change; other programs say nothing.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        if site not in ("same-origin", "none") and not _is_link():
            abort(403)
    elif request.method not in SAFE_METHODS:
        origin = request.headers.get("Origin")
        if origin is not None and not _is_own(origin):
            abort(403)


def _is_link() -> bool:
    """Whether a person followed a link, so that the answer is a page in a tab of its own."""
    asked = request.headers
    return (
        request.method in SAFE_METHODS
        and asked.get("Sec-Fetch-Mode") == "navigate"
        and asked.get("Sec-Fetch-Dest", "document") == "document"
    )


def _is_own(origin: str) -> bool:
    """Whether it is the scheme, the name and the port that the request came to."""
    scheme, _, host = origin.partition("://")
    return scheme == request.scheme and get_host(scheme, host) == request.host


def _refuse_large() -> None:
    """Said from the length, before anything is made of the body."""
    limit = current_app.config["MAX_CONTENT_LENGTH"]
    if request.content_length is not None and request.content_length > limit:
        abort(413)
    if request.mimetype == _URLENCODED and request.get_data().count(b"&") >= MOST_FIELDS:
        abort(413)


def _add_headers(response: Response) -> Response:
    response.headers.update(HEADERS)
    if request.is_secure:
        response.headers["Strict-Transport-Security"] = f"max-age={YEAR}"
    response.vary.add("HX-Request")
    if request.endpoint != "static":
        response.headers["Cache-Control"] = "no-store"
        response.vary.update(("Cookie", "Accept-Language"))
    return response
