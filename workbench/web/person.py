"""Who is at this browser, and how they like their pages."""

from __future__ import annotations

from secrets import token_urlsafe
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from flask import Blueprint, g, redirect, render_template, request, url_for

from workbench import workflow
from workbench.accounts import LONGEST_NAME, NAMELESS, SCOPES, check_length, one_line
from workbench.errors import Forbidden
from workbench.messages import message
from workbench.passwords import SHORTEST
from workbench.web import gate, labels
from workbench.web.locale import YEAR, back
from workbench.web.store import get_db

if TYPE_CHECKING:
    from flask import Flask
    from flask.typing import ResponseReturnValue

    from workbench.messages import Message
    from workbench.model import Preferences

bp = Blueprint("person", __name__, url_prefix="/you")
COOKIE = "name"


def init_app(app: Flask) -> None:
    """Let the templates know who is there and what they like."""
    app.jinja_env.globals.update(person_name=name, is_named=is_named, preferences=preferences)
    app.jinja_env.globals["new_token"] = lambda: token_urlsafe(9)


def name() -> str:
    """The name under which what this browser does is kept."""
    account = gate.account()
    if account:
        return account.name
    given = request.cookies.get(COOKIE, "") if gate.is_open() else ""
    return one_line(unquote(given)) or NAMELESS


def is_named() -> bool:
    """Whether the person has said who they are."""
    return name() != NAMELESS


def preferences() -> Preferences:
    """How the person likes the pages; read once for a request."""
    if "preferences" not in g:
        g.preferences = workflow.preferences(get_db(), name())
    found: Preferences = g.preferences
    return found


@bp.get("/")
def page() -> str:
    """The account, or the name while there are no accounts, and the preferences, in forms."""
    return own_page()


def own_page(error: Message | None = None) -> str:
    """The page, with what is wrong about a form on it."""
    key = gate.visitor()
    return render_template(
        "person/page.html",
        key=key,
        sessions=workflow.logins.sessions(get_db(), key.account) if key else [],
        tokens=workflow.logins.tokens(get_db(), key.account) if key else [],
        scopes=SCOPES,
        labels=labels,
        longest=LONGEST_NAME,
        least=SHORTEST,
        error=error,
    )


@bp.post("/")
def introduce() -> ResponseReturnValue:
    """Remember the name that the person gives; an empty one is forgotten."""
    if gate.visitor():
        raise Forbidden(message("Your name is that of your account: the desk knows how to help."))
    given = one_line(request.form.get("name", ""))
    check_length(given)
    answer = redirect(url_for("person.page"), 303)
    kept = quote(given)
    answer.set_cookie(COOKIE, kept, max_age=YEAR, samesite="Lax", httponly=True)
    return answer


@bp.post("/preferences/<wish>")
def prefer(wish: str) -> ResponseReturnValue:
    """Change one preference, and go back to the page it was changed on."""
    workflow.prefer(get_db(), name(), wish, on=request.form.get("on") == "1")
    if "HX-Request" in request.headers:
        return "", 204
    return redirect(back(), 303)
