"""What people do with their own account: another password, their logins, their API tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, request, url_for

from workbench import workflow
from workbench.errors import BadInput
from workbench.messages import message
from workbench.web import gate, logins, person, throttle
from workbench.web.locale import say
from workbench.web.store import get_db
from workbench.web.throttle import limiter

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue
    from flask_limiter import RateLimitExceeded

bp = Blueprint("own", __name__, url_prefix="/you")


@bp.post("/password")
@limiter.limit(throttle.PER_PLACE, key_func=person.name, deduct_when=throttle.is_refused)
def password() -> ResponseReturnValue:
    """Another password; all other logins end."""
    key = gate.require_visitor()
    old, new = (request.form.get(field, "") for field in ("password", "new-password"))
    try:
        opened = workflow.logins.change_password(get_db(), key, old, new, agent=logins.agent())
    except workflow.logins.LoginRefused as refused:
        return person.own_page(refused.message), refused.status
    except BadInput as error:
        return person.own_page(error.message), error.status
    gate.enter(opened)
    flash(say(message("The password is changed; all other logins have ended.")), "done")
    return _back()


@bp.post("/sessions/<int:number>/revoke")
def revoke_session(number: int) -> ResponseReturnValue:
    """End one login, perhaps this one."""
    account = gate.require_visitor().account
    workflow.logins.revoke(get_db(), account, number, by=account.name)
    return _back()


@bp.post("/sessions/revoke")
def revoke_others() -> ResponseReturnValue:
    """End all logins but this one."""
    key = gate.require_visitor()
    workflow.logins.revoke_all(get_db(), key.account, by=key.account.name, but=key.id)
    return _back()


@bp.post("/tokens")
def make_token() -> ResponseReturnValue:
    """A new API token, shown once."""
    account = gate.require_visitor().account
    label, scope = (request.form.get(field, "") for field in ("label", "scope"))
    try:
        token = workflow.logins.make_token(get_db(), account, label, scope, by=account.name)
    except BadInput as error:
        return person.own_page(error.message), error.status
    flash(token, "token")
    return _back()


@bp.post("/tokens/<int:number>/revoke")
def revoke_token(number: int) -> ResponseReturnValue:
    """End one API token."""
    account = gate.require_visitor().account
    workflow.logins.revoke_token(get_db(), account, number, by=account.name)
    return _back()


@bp.errorhandler(429)
def throttled(_error: RateLimitExceeded) -> ResponseReturnValue:
    """Say when to try again."""
    said, seconds = throttle.later()
    return person.own_page(said), 429, {"Retry-After": str(seconds)}


def _back() -> ResponseReturnValue:
    return redirect(url_for("person.page"), 303)
