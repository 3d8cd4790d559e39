"""The pages: `create_app` makes the Flask application for one database."""

from __future__ import annotations

import logging
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from flask import Flask, request
from jinja2 import StrictUndefined

from workbench.logs import facts
from workbench.resources import PACKAGE, resource_dir
from workbench.web import (
    articles,
    changes,
    checks,
    deletion,
    drawing,
    editor,
    effort,
    errors,
    exports,
    gate,
    glossary,
    health,
    jobs,
    locale,
    logins,
    marking,
    memory,
    notes,
    numbers,
    own,
    pairing,
    patterns,
    people,
    person,
    presence,
    queue,
    replace,
    reports,
    requests,
    review,
    rooms,
    scorecards,
    scores,
    security,
    settings,
    store,
    throttle,
)
from workbench.web.api.blueprint import bp as api

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

MAX_UPLOAD = 12 * 1024 * 1024
MAX_PARTS = 3000
"""Fields and files of a form: a folder of some thousand articles."""
MONTH = 30 * 24 * 3600
STATIC = PACKAGE / "static"
PARTS = (
    requests, numbers, store, locale, person, notes, marking, presence, rooms, drawing, security,
    throttle, gate, errors,
)  # fmt: skip
"""What the application and its templates need before there is any page, in this order."""
PAGES = (
    articles, jobs, queue, replace, editor, review, pairing, exports, changes, deletion, notes,
    marking, memory, checks, glossary, scorecards, scores, reports, logins, people, person, own,
    presence, effort, settings, patterns, locale, health,
)  # fmt: skip
"""What has addresses of its own."""
log = logging.getLogger(__name__)


class Pages(Flask):
    """Flask, but for how long a browser may keep a static file."""

    def get_send_file_max_age(self, filename: str | None) -> int | None:  # noqa: ARG002
        """A month where the address names the version, else the browser asks each time."""
        return MONTH if "v" in request.args else None

    def log_exception(self, exc_info: Any) -> None:
        """Say where the mistake is, and by which number the person who met it can call it."""
        log.error("the workbench made a mistake", exc_info=exc_info, extra=facts(**requests.told()))


def create_app(
    database: Path | str, *, local: bool = True, hosts: Iterable[str] = (), proxies: int = 0
) -> Flask:
    """The application that serves the database at `database`, which must be prepared.

    While nobody has an account, it is open to everybody at this machine if it is `local`. It
    answers to the names of this machine and to `hosts`. What it believes of where a request comes
    from is what the last `proxies` before it say.
    """
    templates = resource_dir("templates", "base.html")
    app = Pages(__name__, template_folder=str(templates), static_folder=STATIC)
    app.config.update(
        DATABASE=str(database),
        LOCAL=local,
        HOSTS={*security.LOOPBACK, *(host.lower() for host in hosts)},
        PROXIES=proxies,
        MAX_CONTENT_LENGTH=MAX_UPLOAD,
        MAX_FORM_MEMORY_SIZE=MAX_UPLOAD,
        MAX_FORM_PARTS=MAX_PARTS,
    )
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals["version_of_static"] = _fingerprint()
    for part in PARTS:
        part.init_app(app)
    for blueprint in (*(page.bp for page in PAGES), api):
        app.register_blueprint(blueprint)
    return app


def _fingerprint() -> str:
    """Another one as soon as any static file is: 12 hex digits."""
    files = sorted(path for path in STATIC.rglob("*") if path.is_file())
    return sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:12]
