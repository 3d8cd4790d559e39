"""Who may come in: the login that a browser shows, the token that a program shows, and the guard.

As long as nobody has an account, the workbench is open to the person at this machine.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import abort, current_app, g, redirect, render_template, request, session, url_for
from flask.sessions import SecureCookieSessionInterface
from flask_login import LoginManager, current_user, login_user, logout_user

from workbench import workflow
from workbench.accounts import Account, Permission, refusal
from workbench.db import connect
from workbench.errors import Forbidden
from workbench.messages import message
from workbench.web.labels import browser
from workbench.web.permissions import NEEDS, PUBLIC
from workbench.web.security import API, SAFE_METHODS
from workbench.web.store import get_db

if TYPE_CHECKING:
    from flask import Flask, Request
    from flask.typing import ResponseReturnValue

    from workbench.store.logins import Key
    from workbench.workflow.logins import Opened


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who is logged in, as Flask-Login knows them."""

    key: Key
    token: str
    is_program: bool = False
    is_authenticated: bool = True
    is_active: bool = True
    is_anonymous: bool = False

    def get_id(self) -> str:
        """What the browser's cookie holds; another one after each login."""
        return self.token


class _Cookies(SecureCookieSessionInterface):
    """Flask's signed cookies, kept from plain HTTP as soon as the pages come by TLS."""

    def get_cookie_secure(self, app: Flask) -> bool:  # noqa: ARG002
        return request.is_secure


def init_app(app: Flask) -> None:
    """Ask of every request who sends it, and whether they may."""
    with closing(connect(app.config["DATABASE"])) as db:
        app.secret_key = workflow.accounts.signing_key(db)
    app.session_interface = _Cookies()
    app.permanent_session_lifetime = workflow.logins.LONGEST
    app.config.update(SESSION_COOKIE_SAMESITE="Lax", SESSION_REFRESH_EACH_REQUEST=False)
    manager = LoginManager()
    # what it would watch, address and browser, changes for honest people too
    manager.session_protection = None
    manager.user_loader(_by_cookie)
    manager.request_loader(_by_token)
    manager.init_app(app, add_context_processor=False)
    app.before_request(_guard)
    app.jinja_env.globals.update(may=may, is_open=is_open, is_logged_in=lambda: bool(visitor()))
    app.jinja_env.filters["browser"] = browser


def visitor() -> Key | None:
    """Whose login or API token came with this request."""
    if "visitor" not in g:
        g.visitor = getattr(current_user, "key", None)
    found: Key | None = g.visitor
    return found


def require_visitor() -> Key:
    """The same, where there must be one.

    Raises:
        Forbidden: the workbench is open and has no accounts.
    """
    key = visitor()
    if key is None:
        raise Forbidden(message("Nobody has an account here yet: make one under Desk, People."))
    return key


def account() -> Account | None:
    """Who is logged in."""
    key = visitor()
    return key.account if key else None


def is_open() -> bool:
    """Whether the person at this machine needs no login, because nobody has an account."""
    if "is_open" not in g:
        alone = current_app.config["LOCAL"] and not workflow.accounts.exist(get_db())
        g.is_open = alone
    return bool(g.is_open)


def may(permission: str) -> bool:
    """Whether whoever sent the request may do this."""
    key = visitor()
    return key.account.may(Permission(permission)) if key else is_open()


def demand(permission: str) -> None:
    """Refuse what whoever sent the request may not do.

    Raises:
        Forbidden: they may not.
    """
    if not may(permission):
        raise Forbidden(refusal(Permission(permission)))


def enter(opened: Opened) -> None:
    """Log this browser in, out of what it was logged in to before."""
    leave()
    session.permanent = True
    key = workflow.logins.visit(get_db(), opened.token)
    if key is not None:
        login_user(Visitor(key, opened.token))
        g.visitor = key


def leave() -> None:
    """Log this browser out."""
    key = visitor()
    if key is not None:
        workflow.logins.log_out(get_db(), key)
    logout_user()
    session.clear()
    g.visitor = None


def _by_cookie(token: str) -> Visitor | None:
    key = workflow.logins.visit(get_db(), token)
    return Visitor(key, token) if key else None


def _by_token(asked: Request) -> Visitor | None:
    """A program shows its token with each request; it opens the API and no page."""
    given = asked.authorization
    if not asked.path.startswith(API) or given is None or given.type != "bearer" or not given.token:
        return None
    key = workflow.logins.bearer(get_db(), given.token)
    return Visitor(key, given.token, is_program=True) if key else None


def _guard() -> ResponseReturnValue | None:
    endpoint = request.endpoint
    if endpoint in PUBLIC:
        return None
    if not is_open() and visitor() is None:
        return _ask_to_log_in()
    if endpoint is None:
        return None  # there is no such page, which is said elsewhere
    needed = NEEDS.get(endpoint)
    if needed is None:
        abort(403)
    demand(needed)
    if needed is not Permission.READ and request.path.startswith(API) and not is_open():
        _guard_api()
    return None


def _guard_api() -> None:
    """A page may read the API with its cookie; whatever does more shows a token."""
    key = visitor()
    if key is None or request.method in SAFE_METHODS:
        return
    if not current_user.is_program:
        abort(401)
    if key.scope != "write":
        raise Forbidden(message("This token only reads: make one that may write."))


def _ask_to_log_in() -> ResponseReturnValue:
    """The login page; where something was sent, a page or a fragment that keeps it."""
    if request.path.startswith(API):
        abort(401)
    if "HX-Request" in request.headers:
        return render_template("accounts/_out.html"), 401
    if request.method in SAFE_METHODS:
        wanted = request.full_path.rstrip("?")
        return redirect(url_for("logins.page", next=None if wanted == "/" else wanted))
    sent = [
        (name, value) for name, value in request.form.items(multi=True) if "password" not in name
    ]
    return render_template("accounts/out.html", sent=sent), 401
