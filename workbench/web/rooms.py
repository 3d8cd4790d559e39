"""The rooms of the workbench, as the head of every page lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from flask import request

from workbench.messages import Message, message
from workbench.web.gate import may
from workbench.web.permissions import NEEDS

if TYPE_CHECKING:
    from flask import Flask

Current = Literal["page", "true"]


class Room(NamedTuple):
    """A page that is always near, and the endpoints or whole blueprints that belong to it."""

    name: Message
    endpoint: str
    within: tuple[str, ...] = ()

    @property
    def current(self) -> Current | None:
        """How ``aria-current`` calls it: the page itself, or the room that the page is in."""
        if request.endpoint == self.endpoint:
            return "page"
        return "true" if {request.endpoint, request.blueprint} & {*self.within} else None


class Group(NamedTuple):
    """Rooms that are wanted less often, behind one word."""

    name: Message
    rooms: tuple[Room, ...]

    @property
    def current(self) -> Current | None:
        """``true`` while the reader is in one of them."""
        return "true" if any(room.current for room in self.rooms) else None


ROOMS: tuple[Room | Group, ...] = (
    Room(
        message("Articles"),
        "articles.index",
        ("editor", "exports", "pairing", "review", "deletion"),
    ),
    Room(message("Queue"), "queue.index", ("queue",)),
    Room(message("Notes"), "notes.index"),
    Group(
        message("Words"),
        (
            Room(message("Concordance"), "memory.concordance"),
            Room(message("Glossary"), "glossary.index", ("glossary",)),
            Room(message("Find and replace"), "replace.index", ("replace",)),
        ),
    ),
    Group(
        message("Quality"),
        (
            Room(message("Reports"), "reports.index", ("reports", "changes", "scorecards")),
            Room(message("AI systems"), "scores.index", ("scores",)),
            Room(message("Checks"), "checks.index", ("checks",)),
            Room(message("Effort"), "effort.page", ("effort",)),
        ),
    ),
    Group(
        message("Desk"),
        (
            Room(
                message("Import"),
                "articles.import_form",
                ("articles.import_texts", "jobs.import_form", "jobs.import_many"),
            ),
            Room(message("People"), "people.index", ("people.invite", "people.act")),
            Room(message("Audit log"), "people.audit"),
            Room(message("Settings"), "settings.page", ("settings",)),
        ),
    ),
)
"""In the order of a day's work; what is used all day stands alone."""


def init_app(app: Flask) -> None:
    """Let the head of the page list them."""
    app.jinja_env.globals["rooms"] = offered


def offered() -> list[Room | Group]:
    """Those that whoever asks may enter."""
    listed: list[Room | Group] = []
    for each in ROOMS:
        if isinstance(each, Room):
            listed += [each] if _opens(each) else []
        elif inner := tuple(filter(_opens, each.rooms)):
            listed.append(each._replace(rooms=inner))
    return listed


def _opens(room: Room) -> bool:
    return may(NEEDS[room.endpoint])
