"""Notes beside a paragraph, and all of them on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from flask import Blueprint, g, redirect, render_template, request, url_for

from workbench import workflow
from workbench.accounts import NAMELESS
from workbench.mentions import calls_for, find_mentions, name_key
from workbench.web import person
from workbench.web.once import once
from workbench.web.store import get_db

if TYPE_CHECKING:
    from flask import Flask
    from flask.typing import ResponseReturnValue

    from workbench.model import Thread

bp = Blueprint("notes", __name__)
PAGE = 50
Whose = Literal["all", "me", "mine"]


class Piece(NamedTuple):
    """A stretch of a note; `called` where it is a name, and `me` where that is the reader's."""

    text: str
    called: bool = False
    me: bool = False


def init_app(app: Flask) -> None:
    """Give the templates what they need of notes."""
    app.jinja_env.globals.update(threads_of=_threads_of, people=_people, calls=_calls)
    app.jinja_env.filters["pieces_of_note"] = pieces


@bp.get("/articles/<slug>/<system>/segments/<int:number>/notes")
def here(slug: str, system: str, number: int) -> str:
    """The notes at one paragraph."""
    found = workflow.segment(get_db(), slug, system, number)
    template = "_notes" if "HX-Request" in request.headers else "here"
    return render_template(
        f"notes/{template}.html",
        here={"slug": slug, "system": system, "number": number},
        segment=found,
        threads=workflow.threads(get_db(), number),
    )


@bp.post("/articles/<slug>/<system>/segments/<int:number>/notes")
@once
def write(slug: str, system: str, number: int) -> ResponseReturnValue:
    """Say something, answer, resolve, or take up again; answers with all notes at the paragraph."""
    workflow.segment(get_db(), slug, system, number)
    author, (action, thread) = person.name(), _action()
    text = request.form.get("note", "")
    if action in ("resolve", "reopen"):
        done = workflow.settle(
            get_db(), number, thread or 0, resolved=action == "resolve", author=author, text=text
        )
    else:
        done = workflow.note(get_db(), number, text, author=author, thread=thread)
    if "HX-Request" in request.headers:
        place = {"slug": slug, "system": system, "number": number}
        return render_template("notes/_notes.html", here=place, threads=done)
    return redirect(url_for("notes.here", slug=slug, system=system, number=number), 303)


@bp.get("/notes/")
def index() -> str:
    """All threads: open or resolved ones, those that call the reader, those the reader began."""
    asked = request.args.get("whose", "all")
    whose: Whose = "me" if asked == "me" else "mine" if asked == "mine" else "all"
    resolved = request.args.get("resolved") == "1"
    start = min(max(0, request.args.get("start", default=0, type=int)), 10**6)
    found = workflow.all_threads(
        get_db(),
        still_open=not resolved,
        called=person.name() if whose == "me" else None,
        author=person.name() if whose == "mine" else None,
        start=start,
        limit=PAGE + 1,
    )
    return render_template(
        "notes/index.html",
        placed=found[:PAGE],
        more=len(found) > PAGE,
        whose=whose,
        resolved=resolved,
        start=start,
        page=PAGE,
    )


def pieces(text: str) -> list[Piece]:
    """The note in pieces, the names in it apart."""
    cut, place = [], 0
    for mention in find_mentions(text, _people()):
        me = person.is_named() and name_key(mention.name) in calls_for(person.name(), _people())
        cut += [Piece(text[place : mention.start])]
        cut += [Piece(text[mention.start : mention.end], called=True, me=me)]
        place = mention.end
    return [piece for piece in (*cut, Piece(text[place:])) if piece.text]


def _action() -> tuple[str, int | None]:
    """What the pressed button says: write, answer:3, resolve:3, reopen:3."""
    name, _, number = request.form.get("action", "write").partition(":")
    return name, int(number) if number.isdecimal() and len(number) < 19 else None


def _threads_of(segment: int) -> list[Thread]:
    return workflow.threads(get_db(), segment)


def _people() -> list[str]:
    """Whom a note can call; read once for a request."""
    if "people" not in g:
        g.people = [name for name in workflow.people(get_db()) if name != NAMELESS]
    found: list[str] = g.people
    return found


def _calls() -> int:
    """How many open notes call the reader."""
    return workflow.count_calls(get_db(), person.name()) if person.is_named() else 0
