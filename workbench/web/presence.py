"""Who else has a paragraph open: a hint for people, kept in memory and never a lock."""

from __future__ import annotations

import time
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from flask import Blueprint, current_app, render_template, request

from workbench.accounts import NAMELESS
from workbench.web import person

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask import Flask
    from flask.typing import ResponseReturnValue

bp = Blueprint("presence", __name__)
SECONDS = 45
"""How long a form counts as open after it was last heard of; pages say so every 15 seconds."""
_MOST = 10_000
"""Open forms that are remembered at most; the oldest is forgotten first."""


class _Seen(NamedTuple):
    """An open form when it was last heard of."""

    name: str
    at: float


class Presence:
    """The forms that are open, by paragraph."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._seen: dict[tuple[int, str], _Seen] = {}

    def note(self, segment: int, form: str, name: str) -> list[str]:
        """Note that `form` has the paragraph open; whose other forms have it too, by name."""
        with self._lock:
            self._forget_old()
            self._seen.pop((segment, form), None)
            self._seen[segment, form] = _Seen(name, self._clock())
            here = [(key, seen.name) for key, seen in self._seen.items() if key[0] == segment]
        return sorted({name for (_, other), name in here if other != form})

    def leave(self, segment: int, form: str) -> None:
        """Note that `form` is closed."""
        with self._lock:
            self._seen.pop((segment, form), None)

    def _forget_old(self) -> None:
        # in the order in which they were last heard of
        latest = self._clock() - SECONDS
        for key in list(self._seen):
            if self._seen[key].at > latest and len(self._seen) < _MOST:
                return
            del self._seen[key]


def init_app(app: Flask) -> None:
    """Begin with nobody there."""
    app.extensions["presence"] = Presence()


@bp.post("/presence/<int:number>")
def here(number: int) -> ResponseReturnValue:
    """Say that the paragraph is open in a form, or no longer; answers with who else has it open."""
    presence: Presence = current_app.extensions["presence"]
    form = request.form.get("form", "")[:40]
    if "leave" in request.form:
        presence.leave(number, form)
        return "", 204
    others = presence.note(number, form, person.name())
    named = [name for name in others if name not in (person.name(), NAMELESS)]
    return render_template("editor/_presence.html", others=others, named=named)
