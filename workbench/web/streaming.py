"""Long pages, sent while they are being made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Response, current_app, stream_with_context

if TYPE_CHECKING:
    from collections.abc import Iterator

_PIECES = 400
"""Pieces of a template that are sent together: some twenty rows of an article."""


def stream(template: str, **context: object) -> Response:
    """The page that the template makes, in parts; a mistake in its first part is still an error."""
    current_app.update_template_context(context)
    parts = current_app.jinja_env.get_template(template).stream(context)
    parts.enable_buffering(_PIECES)
    return Response(stream_with_context(_begun(parts)), mimetype="text/html")


def _begun(parts: Iterator[str]) -> Iterator[str]:
    """The same parts, the first of which is made now."""
    first = next(parts, "")

    def rest() -> Iterator[str]:
        yield first
        yield from parts

    return rest()
