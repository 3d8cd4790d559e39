"""The desk's pages about people: who has an account and what they are, and the audit log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, render_template, request, url_for

from workbench import workflow
from workbench.accounts import LONGEST_NAME, Role, checked_role
from workbench.errors import BadInput, WorkbenchError
from workbench.messages import Message, message
from workbench.web import gate, labels, person
from workbench.web.store import get_db

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from workbench.accounts import Account

bp = Blueprint("people", __name__)


@bp.get("/people/")
def index() -> str:
    """Everybody who has an account, and a form to invite somebody."""
    return _page()


@bp.post("/people/")
def invite() -> ResponseReturnValue:
    """Make an account and show the link for its owner, or go there with the first one."""
    first = not workflow.accounts.exist(get_db())
    try:
        role = Role.DESK if first else checked_role(request.form.get("role", ""))
        made = workflow.accounts.invite(
            get_db(), request.form.get("name", ""), role, by=person.name()
        )
    except WorkbenchError as error:
        return _page(error.message), error.status
    if first:
        return redirect(url_for("logins.invitation", token=made.token), 303)
    _show_link(made.token)
    return _back()


@bp.post("/people/<int:number>")
def act(number: int) -> ResponseReturnValue:
    """Do with an account what the pressed button says."""
    account, by = workflow.accounts.get(get_db(), number), person.name()
    try:
        _act(request.form.get("action", ""), account, by)
    except BadInput as error:
        return _page(error.message), error.status
    return _back()


@bp.get("/audit/")
def audit() -> str:
    """What happened that weighs more than a text, the newest first."""
    before = request.args.get("before", type=int)
    entries = workflow.audit_log(get_db(), before if before and before < 2**63 else None)
    return render_template("accounts/audit.html", entries=entries, labels=labels)


def _act(action: str, account: Account, by: str) -> None:
    if action == "role":
        role = checked_role(request.form.get("role", ""))
        workflow.accounts.change_role(get_db(), account, role, by=by)
    elif action == "disable":
        workflow.accounts.disable(get_db(), account, by=by)
    elif action == "enable":
        workflow.accounts.enable(get_db(), account, by=by)
    elif action == "link":
        _show_link(workflow.accounts.send_link(get_db(), account, by=by).token)
    elif action == "revoke":
        workflow.logins.revoke_all(get_db(), account, by=by)
    else:
        raise BadInput(message("Nothing was asked for: press one of the buttons."))


def _show_link(token: str) -> None:
    flash(url_for("logins.invitation", token=token, _external=True), "link")


def _page(error: Message | None = None) -> str:
    return render_template(
        "accounts/people.html",
        people=workflow.accounts.everybody(get_db()),
        me=gate.account(),
        roles=list(Role),
        labels=labels,
        longest=LONGEST_NAME,
        error=error,
    )


def _back() -> ResponseReturnValue:
    return redirect(url_for("people.index"), 303)
