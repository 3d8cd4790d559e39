"""Who is at this browser, and how they like their pages."""

from __future__ import annotations

import unicodedata
from secrets import token_urlsafe
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from flask import Blueprint, g, redirect, render_template, request, url_for

from workbench import workflow
from workbench.errors import BadInput
from workbench.messages import message
from workbench.web.locale import YEAR, back
from workbench.web.store import get_db

if TYPE_CHECKING:
    from flask import Flask
    from flask.typing import ResponseReturnValue

    from workbench.model import Preferences

bp = Blueprint("person", __name__, url_prefix="/you")
COOKIE = "name"
NAMELESS = "translator"
"""Whom the history names while nobody has said who they are."""
LONGEST = 60


def init_app(app: Flask) -> None:
    """Let the templates know who is there and what they like."""
    app.jinja_env.globals.update(person_name=name, is_named=is_named, preferences=preferences)
    app.jinja_env.globals["new_token"] = lambda: token_urlsafe(9)


def name() -> str:
    """The name under which what this browser does is kept."""
    return _clean(unquote(request.cookies.get(COOKIE, ""))) or NAMELESS


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
    """The name and the preferences, in forms."""
    return render_template("person/page.html", longest=LONGEST)


@bp.post("/")
def introduce() -> ResponseReturnValue:
    """Remember the name that the person gives; an empty one is forgotten."""
    given = _clean(request.form.get("name", ""))
    if len(given) > LONGEST:
        said = message("The name is longer than %(most)s characters: shorten it.", most=LONGEST)
        raise BadInput(said)
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


def _clean(given: str) -> str:
    """One line of printable characters, or nothing."""
    line = " ".join(unicodedata.normalize("NFC", given).split())
    return "".join(each for each in line if each.isprintable())
