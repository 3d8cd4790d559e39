"""The OpenAPI document, made of the routes and the shapes that they name."""

from __future__ import annotations

import re
from functools import cache
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

import msgspec

from workbench import __version__
from workbench.web.api import shapes
from workbench.web.api.routes import PREFIX, ROUTES
from workbench.web.permissions import NEEDS

if TYPE_CHECKING:
    from msgspec import Struct

    from workbench.web.api.routes import Route

    Json = dict[str, Any]

_REF = "#/components/schemas/{name}"
_PLACE = re.compile(r"<(int:)?(\w+)>")
_KEY: Json = {
    "name": "Idempotency-Key",
    "in": "header",
    "description": "Random, one for each thing to be done: the same request sent again with the "
    "same key does nothing and gets the same answer, for 24 hours.",
    "schema": {"type": "string", "minLength": 1, "maxLength": 200},
}
_TEXT: Json = {"text/plain": {"schema": {"type": "string"}}}


@cache
def text() -> bytes:
    """The document as JSON."""
    return msgspec.json.encode(_document())


def _document() -> Json:
    paths: dict[str, Json] = {}
    for route in ROUTES:
        path = PREFIX + _PLACE.sub(r"{\2}", route.path)
        paths.setdefault(path, {})[route.method.lower()] = _operation(route)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Workbench",
            "version": __version__,
            "description": "Italian articles in AI-translated English: import, check, correct, "
            "export. Lists come in parts: the `next` of an answer is the `after` of the "
            "following request, until it is null.",
        },
        "servers": [{"url": "/"}],
        "security": [{"token": []}],
        "paths": paths,
        "components": {
            "schemas": _schemas(),
            "securitySchemes": {
                "token": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "Made on one's own page. As long as nobody has an account, "
                    "none is needed at this machine.",
                }
            },
        },
    }


def _operation(route: Route) -> Json:
    needed = NEEDS[f"api.{route.name}"]
    found: Json = {
        "operationId": route.name,
        "summary": (route.view.__doc__ or "").split("\n")[0].rstrip("."),
        "description": f"Needs the permission `{needed}`.",
        "parameters": _parameters(route),
        "responses": _responses(route),
    }
    if route.takes:
        content = _content("application/json", route.takes)
        found["requestBody"] = {"required": True, "content": content}
    return found


def _parameters(route: Route) -> list[Json]:
    number = {"type": "integer", "minimum": 0, "maximum": shapes.LARGEST}
    found = [
        {
            "name": name,
            "in": "path",
            "required": True,
            "schema": number if kind else {"type": "string", "minLength": 1},
        }
        for kind, name in _PLACE.findall(route.path)
    ]
    if route.query:
        schema = msgspec.json.schema(route.query)["$defs"][route.query.__name__]
        for name, each in schema["properties"].items():
            told = {key: each.pop(key) for key in ("description",) if key in each}
            found.append({"name": name, "in": "query", "schema": each, **told})
    return [*found, _KEY] if route.once != "no" else found


def _responses(route: Route) -> Json:
    given = _content("application/json", route.gives) if route.gives else _TEXT
    found: Json = {str(status): _told(status, given) for status in route.statuses}
    for status in route.refusals:
        clashes = (status, route.takes) == (409, shapes.SegmentChange)
        shape: tuple[type[Struct], ...] = (
            (shapes.Clash, shapes.Problem) if clashes else (shapes.Problem,)
        )
        found[str(status)] = _told(status, _content("application/problem+json", *shape))
    return found


def _told(status: int, content: Json) -> Json:
    return {"description": HTTPStatus(status).phrase, "content": content}


def _content(kind: str, *allowed: type[Struct]) -> Json:
    schemas = [{"$ref": _REF.format(name=each.__name__)} for each in allowed]
    return {kind: {"schema": schemas[0] if len(schemas) == 1 else {"anyOf": schemas}}}


def _schemas() -> dict[str, Json]:
    named: set[type[Struct]] = {shapes.Problem, shapes.Clash}
    named |= {each for route in ROUTES for each in (route.gives, route.takes) if each}
    return msgspec.json.schema_components(
        sorted(named, key=lambda each: each.__name__), ref_template=_REF
    )[1]
