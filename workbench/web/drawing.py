"""Rows of an article, drawn again only where they have changed."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from flask import current_app
from flask_babel import get_locale
from jinja2 import pass_context
from markupsafe import Markup

if TYPE_CHECKING:
    from flask import Flask
    from jinja2.runtime import Context

    from workbench.web.rows import Row

MOST = 10_000
"""Rows that are remembered; about 3 kB each."""


class Drawings:
    """The HTML of rows that are only read, as they were drawn last."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._drawn: dict[tuple[str, str, int], tuple[Row, Markup]] = {}
        self._lock = Lock()

    def find(self, address: str, language: str, row: Row) -> Markup | None:
        """How a row that equals this one in everything was drawn for this page, or None."""
        before, html = self._drawn.get((address, language, row.segment.id), (None, None))
        return html if before == row else None

    def keep(self, address: str, language: str, row: Row, html: Markup) -> None:
        """Remember how a row was drawn, in the place of what it was before."""
        key = (address, language, row.segment.id)
        with self._lock:
            self._drawn.pop(key, None)
            self._drawn[key] = row, html
            while len(self._drawn) > self._most:
                del self._drawn[next(iter(self._drawn))]


def init_app(app: Flask) -> None:
    """Let the templates draw rows."""
    app.extensions["drawings"] = Drawings()
    app.jinja_env.globals["drawn"] = drawn


@pass_context
def drawn(context: Context, row: Row, address: str) -> Markup:
    """The HTML of a row of the article at `address`; all that it shows is in the row itself.

    What its template shows beside that — who is there, what time it is — would be remembered
    with it: so none of that may be there.
    """
    drawings: Drawings = current_app.extensions["drawings"]
    language = str(get_locale())
    known = drawings.find(address, language, row)
    if known is not None:
        return known
    template = context.environment.get_template("editor/_row.html")
    here = {"row": row, "address": address, "oob": False}
    html = Markup(template.render(context.get_all() | here))  # noqa: S704 -- a template's own
    if not row.editing:
        drawings.keep(address, language, row, html)
    return html
