"""Long pages, sent while they are being made."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from flask import Response, current_app, stream_with_context

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ENOUGH = 20_000
"""Characters that are sent together: some fifteen rows of an article."""


def stream(template: str, **context: object) -> Response:
    """The page that the template makes, in parts; a mistake in its first part is still an error."""
    current_app.update_template_context(context)
    parts = _gathered(current_app.jinja_env.get_template(template).generate(context))
    first = next(parts, "")
    return Response(stream_with_context(chain([first], parts)), mimetype="text/html")


def _gathered(pieces: Iterable[str]) -> Iterator[str]:
    """The same text in fewer and longer pieces."""
    waiting, length = [], 0
    for piece in pieces:
        waiting.append(piece)
        length += len(piece)
        if length >= _ENOUGH:
            yield "".join(waiting)
            waiting, length = [], 0
    yield "".join(waiting)
