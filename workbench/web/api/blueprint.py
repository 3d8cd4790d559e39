"""The addresses of the API, each from its row of the table."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any

from flask import Blueprint, Response

from workbench.web.api import asking, document
from workbench.web.api.answering import answer
from workbench.web.api.routes import PREFIX, ROUTES
from workbench.web.once import once, once_long

if TYPE_CHECKING:
    from workbench.web.api.routes import Route
    from workbench.web.once import View

bp = Blueprint("api", __name__, url_prefix=PREFIX)


@bp.get("/openapi.json")
def openapi() -> Response:
    """What all of it is, for programs that make clients and tests of it."""
    return Response(document.text(), mimetype="application/json")


def _view(route: Route) -> View:
    """The view of a route, given what was asked for in its shapes."""

    @wraps(route.view)
    def view(**given: Any) -> Response:
        if route.query:
            given["query"] = asking.query(route.query)
        if route.takes:
            given["body"] = asking.body(route.takes)
        found = route.view(**given)
        return found if isinstance(found, Response) else answer(found, route.statuses[0])

    if route.once == "no":
        return view
    return once(view) if route.once == "short" else once_long(view)


for _route in ROUTES:
    bp.add_url_rule(_route.path, _route.name, _view(_route), methods=[_route.method])
