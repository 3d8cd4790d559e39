"""The language of the pages: what the person chose, else what the browser asks for."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from flask import Blueprint, g, redirect, request, url_for
from flask_babel import (
    Babel,
    format_datetime,
    format_decimal,
    format_percent,
    get_locale,
    get_translations,
)

from workbench.messages import message
from workbench.resources import PACKAGE

if TYPE_CHECKING:
    from babel.support import Translations
    from flask import Flask
    from flask.typing import ResponseReturnValue

    from workbench.messages import Message

LANGUAGES = ("it", "en")
FALLBACK = "en"
COOKIE = "locale"
YEAR = 365 * 24 * 3600

bp = Blueprint("locale", __name__)


@bp.post("/locale")
def switch() -> ResponseReturnValue:
    """Remember the language and go back to the page the person was on."""
    answer = redirect(back(), 303)
    if request.form.get("language") in LANGUAGES:
        answer.set_cookie(
            COOKIE, request.form["language"], max_age=YEAR, samesite="Lax", httponly=True
        )
    return answer


def init_app(app: Flask) -> None:
    """Choose a language for each request and give the templates their words."""
    Babel(
        app,
        locale_selector=_choose,
        default_translation_directories=str(PACKAGE / "translations"),
    )
    app.jinja_env.install_gettext_callables(_gettext, _ngettext, newstyle=True)  # type: ignore[attr-defined]
    app.jinja_env.filters.update(
        say=say,
        translated=_gettext,
        moment=_moment,
        due=_due,
        percentage=_percentage,
        decimal=_decimal,
    )
    app.jinja_env.tests["overdue"] = _is_overdue
    app.jinja_env.globals.update(get_locale=get_locale, languages=LANGUAGES, now=_now)


def say(message: Message) -> str:
    """A sentence in the language of the page."""
    return message.render(_gettext)


def _gettext(sentence: str) -> str:
    return str(_translations().ugettext(sentence))


def _ngettext(one: str, many: str, count: int) -> str:
    return str(_translations().ungettext(one, many, count))


def _translations() -> Translations:
    """The sentences of the page's language; looked up once for a request, which takes its time."""
    if "translations" not in g:
        g.translations = get_translations()
    found: Translations = g.translations
    return found


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _moment(stored: str) -> str:
    """A stored time on the clock of this machine, which is the person's own."""
    local = datetime.fromisoformat(stored).astimezone()
    return str(format_datetime(local, "d MMM y, HH:mm", rebase=False))


def _due(deadline: str) -> str:
    """A deadline as people say it: the day, unless it is today, and the time."""
    when = datetime.fromisoformat(deadline)
    today = datetime.now().astimezone().date()
    form = "HH:mm" if when.date() == today else "EEE d MMM, HH:mm"
    if when.year != today.year:
        form = "d MMM y, HH:mm"
    said = str(format_datetime(when, form, rebase=False))
    return say(message("today, %(time)s", time=said)) if when.date() == today else said


def _is_overdue(deadline: str) -> bool:
    return deadline < datetime.now().astimezone().isoformat(timespec="minutes")[:16]


def _percentage(share: float) -> str:
    return str(format_percent(share))


def _decimal(number: float, digits: int = 1) -> str:
    """With so many digits behind the mark."""
    return str(format_decimal(number, f"#,##0.{'0' * digits}"))


def _choose() -> str:
    chosen = request.cookies.get(COOKIE)
    if chosen in LANGUAGES:
        return chosen
    # the fallback stands first, because it is what “any language” is to give
    return request.accept_languages.best_match((FALLBACK, *LANGUAGES)) or FALLBACK


def back() -> str:
    """The path of the page that the form was on; never another site's."""
    page = urlsplit(request.form.get("next", ""))
    inside = page.path.startswith("/") and not page.path.startswith(("//", "/\\"))
    if page.netloc or page.scheme or not inside:
        return url_for("articles.index")
    return f"{page.path}?{page.query}" if page.query else page.path
