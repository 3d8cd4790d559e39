"""How often a login may be tried. Counted in memory, which is right for one process.

A browser that has been logged in to an account before is counted by itself: whoever tries
passwords from elsewhere cannot keep the account's owner out.
"""

from __future__ import annotations

from math import ceil
from time import time
from typing import TYPE_CHECKING

from flask import current_app, request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from itsdangerous import BadData, URLSafeTimedSerializer

from workbench.accounts import account_key
from workbench.messages import message

if TYPE_CHECKING:
    from flask import Flask
    from werkzeug import Response

    from workbench.messages import Message

COOKIE = "known"
YEAR = 365 * 24 * 3600
PER_PLACE = "5 per minute; 20 per hour"
"""Refused logins to one account from one address or one known browser."""
PER_ACCOUNT = "50 per hour"
"""Refused logins to one account from all addresses together, known browsers apart."""
PER_ADDRESS = "30 per minute; 200 per hour"
"""Refused logins from one address, to whichever accounts, known browsers apart."""

limiter = Limiter(get_remote_address, storage_uri="memory://", strategy="moving-window")


def init_app(app: Flask) -> None:
    """Begin to count."""
    limiter.init_app(app)


def is_refused(response: Response) -> bool:
    """Whether an answer counts."""
    return response.status_code == 401


def place() -> str:
    """The account that is tried, and from where."""
    return f"{tried()}/{_known() or get_remote_address()}"


def anywhere() -> str:
    """The account that is tried; a known browser is somewhere of its own."""
    return f"{tried()}/{_known()}"


def tried() -> str:
    """What is compared of the name that was typed."""
    return account_key(request.form.get("name", ""))[:200]


def remember(response: Response, name: str) -> None:
    """Know this browser as one of the account's own from now on."""
    signed = _signer().dumps(account_key(name))
    response.set_cookie(
        COOKIE, signed, max_age=YEAR, samesite="Lax", httponly=True, secure=request.is_secure
    )


def later() -> tuple[Message, int]:
    """What somebody is told whose try was not let through, and the seconds until the next is."""
    limit = limiter.current_limit
    seconds = max(1, ceil(limit.window.reset_time - time())) if limit else 60
    said = message(
        "Too many passwords were wrong: try again in %(minutes)s min.", minutes=ceil(seconds / 60)
    )
    return said, seconds


def is_known() -> bool:
    """Whether somebody has logged in to the account with this browser before."""
    return bool(_known())


def _known() -> str:
    """What tells a known browser of the account from others; nothing where it is not known."""
    cookie = request.cookies.get(COOKIE, "")
    try:
        return cookie if _signer().loads(cookie, max_age=YEAR) == tried() else ""
    except BadData:
        return ""


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(str(current_app.secret_key), salt="known browser")
