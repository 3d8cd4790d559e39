"""Log in, log out, and choose a password with the link of an invitation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, redirect, render_template, request, url_for

from workbench import workflow
from workbench.errors import WorkbenchError
from workbench.passwords import SHORTEST
from workbench.web import gate, throttle
from workbench.web.locale import back
from workbench.web.store import get_db
from workbench.web.throttle import limiter

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue
    from flask_limiter import RateLimitExceeded

    from workbench.messages import Message
    from workbench.workflow.logins import Opened

bp = Blueprint("logins", __name__)


@bp.get("/login")
def page() -> ResponseReturnValue:
    """The form; whoever needs none goes on to where they wanted."""
    if gate.is_open() or gate.visitor():
        return redirect(url_for("articles.index"))
    return _form()


@bp.post("/login")
@limiter.limit(throttle.PER_PLACE, key_func=throttle.place, deduct_when=throttle.is_refused)
@limiter.limit(throttle.PER_ACCOUNT, key_func=throttle.anywhere, deduct_when=throttle.is_refused)
@limiter.limit(throttle.PER_ADDRESS, deduct_when=throttle.is_refused, exempt_when=throttle.is_known)
def log_in() -> ResponseReturnValue:
    """Let somebody in, and on to where they wanted to go."""
    name, password = (request.form.get(field, "") for field in ("name", "password"))
    try:
        opened = workflow.logins.log_in(get_db(), name, password, agent=agent())
    except workflow.logins.LoginRefused as refused:
        return _form(refused.message), refused.status
    return _welcome(opened)


@bp.post("/logout")
def log_out() -> ResponseReturnValue:
    """End this browser's login."""
    gate.leave()
    return redirect(url_for("logins.page"), 303)


@bp.get("/invitation/<token>")
def invitation(token: str) -> str:
    """Whose link it is, and the form to choose a password."""
    return _choose(token)


@bp.post("/invitation/<token>")
def take_up(token: str) -> ResponseReturnValue:
    """Keep the password, and log its owner in."""
    workflow.accounts.whose_link(get_db(), token)
    try:
        account = workflow.accounts.take_up(get_db(), token, request.form.get("password", ""))
    except WorkbenchError as error:
        return _choose(token, error.message), error.status
    return _welcome(workflow.logins.open_session(get_db(), account, agent=agent()))


@bp.errorhandler(429)
def throttled(_error: RateLimitExceeded) -> ResponseReturnValue:
    """Say when to try again."""
    said, seconds = throttle.later()
    return _form(said), 429, {"Retry-After": str(seconds)}


def agent() -> str:
    """What the browser calls itself."""
    return request.user_agent.string


def _welcome(opened: Opened) -> ResponseReturnValue:
    gate.enter(opened)
    answer = redirect(back(), 303)
    throttle.remember(answer, opened.account.name)
    return answer


def _form(error: Message | None = None) -> str:
    wanted = request.values.get("next", "")
    return render_template("accounts/login.html", error=error, wanted=wanted)


def _choose(token: str, error: Message | None = None) -> str:
    whose = workflow.accounts.whose_link(get_db(), token)
    return render_template(
        "accounts/invitation.html", whose=whose, token=token, error=error, least=SHORTEST
    )
