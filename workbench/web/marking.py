"""Errors that people mark beside a paragraph, and the score they give it as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from flask import Blueprint, make_response, redirect, render_template, request, url_for

from workbench import workflow
from workbench.errors import BadInput
from workbench.marks import Verdict
from workbench.messages import Message, message
from workbench.model import Finding
from workbench.mqm import ESA_ANCHORS
from workbench.web import labels, person
from workbench.web.answers import Place, after, asked_view, confirmed, wants_fragment
from workbench.web.highlight import Run, runs
from workbench.web.locale import say
from workbench.web.once import once
from workbench.web.store import get_db

if TYPE_CHECKING:
    from flask import Flask
    from flask.typing import ResponseReturnValue

    from workbench.marks import Judgement, Mark
    from workbench.model import Segment, Severity, Side

bp = Blueprint(
    "marking", __name__, url_prefix="/articles/<slug>/<system>/segments/<int:number>/marks"
)


class Shown(NamedTuple):
    """A mark, where its words stand now, and whether it is the reader's own."""

    mark: Mark
    place: tuple[int, int] | None
    mine: bool


class Marked(NamedTuple):
    """What people say of one paragraph."""

    segment: Segment
    shown: list[Shown]
    judgements: list[Judgement]
    confirmed: frozenset[str]
    """The keys of the findings that the reader has confirmed as errors."""

    @property
    def own(self) -> list[Shown]:
        """The reader's marks."""
        return [each for each in self.shown if each.mine]

    def own_score(self, name: str) -> float | None:
        """What score the reader has given the paragraph."""
        return next((each.score for each in self.judgements if each.author == name), None)

    def pieces(self, side: Side) -> list[Run]:
        """The text of one side, cut at the marks in it."""
        return runs(_text(self.segment, side), side, [_finding(each) for each in self.shown])

    def has(self, side: Side) -> bool:
        """Whether anything is marked in the text of that side as it stands."""
        return any(each.place and each.mark.verdict.side == side for each in self.shown)


def init_app(app: Flask) -> None:
    """Give the templates what they need of marks."""
    app.jinja_env.globals.update(marked_in=_marked_in, kinds=_kinds, anchors=ESA_ANCHORS)
    app.jinja_env.filters["kind"] = kind


@bp.get("")
def here(slug: str, system: str, number: int) -> str:
    """What is marked in one paragraph, with the form for more; ``?change=3`` fills it in."""
    return _panel(Place(slug, system), number, request.args.get("change", type=int))


@bp.post("")
@once
def act(slug: str, system: str, number: int) -> ResponseReturnValue:
    """Mark, remove, take back, confirm a finding or judge; answers with all that is marked."""
    place = Place(slug, system)
    before = workflow.segment(get_db(), slug, system, number)
    action, _, which = request.form.get("action", "mark").partition(":")
    _do(number, action, which)
    if action == "judge" and asked_view().mode == "mark":
        answer = make_response(after(place, before, before))
        answer.headers.update({"HX-Retarget": f"#s{number}", "HX-Reswap": "outerHTML"})
        return answer
    if wants_fragment():
        return _panel(place, number)
    return redirect(url_for("marking.here", **place._asdict(), number=number), 303)


def kind(category: str) -> str:
    """What people call a kind of error: its dimension, and the type below it where it has one."""
    dimension, _, name = category.partition("/")
    said = say(labels.CATEGORIES[dimension])
    return f"{said}: {name}" if name else said


def _kinds(chosen: str = "") -> list[str]:
    """What an error can be, and what one is already."""
    return list(dict.fromkeys(filter(None, (*workflow.error_kinds(get_db()), chosen))))


def _do(number: int, action: str, which: str) -> None:
    author = person.name()
    if action == "remove":
        workflow.remove_mark(get_db(), number, _number(which) or 0, author=author)
    elif action == "undo":
        workflow.undo_mark(get_db(), number, author=author)
    elif action == "confirm":
        workflow.confirm_finding(get_db(), number, which, author=author)
    elif action == "judge":
        workflow.judge(get_db(), number, _score(which), author=author)
    else:
        _mark(number, author)


def _mark(number: int, author: str) -> None:
    """Mark the words of the form, in the place of one of the reader's marks where that is meant."""
    said = request.form
    side: Side = "source" if said.get("side") == "source" else "target"
    start, end = workflow.place_words(
        get_db(),
        number,
        side,
        said.get("words", ""),
        _number(said.get("near", "")),
        _number(said.get("nth", "")) or 1,
    )
    verdict = Verdict(
        side,
        start,
        end,
        cast("Severity", said.get("severity")),  # what is none is refused where it is marked
        said.get("category", ""),
        said.get("comment", "").strip(),
    )
    instead = _number(said.get("instead", ""))
    if instead:
        workflow.change_mark(get_db(), number, instead, verdict, author=author)
    else:
        workflow.mark(get_db(), number, verdict, author=author)


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and text.isascii() and len(text) < 10 else None


def _score(anchor: str) -> float:
    """The anchor that was pressed, or else the number in the field."""
    try:
        return float(anchor or request.form.get("score", ""))
    except ValueError:
        raise BadInput(message("A score is a number from 0 to 100: choose one of these.")) from None


def _panel(place: Place, number: int, change: int | None = None) -> str:
    marked = _marked_in(workflow.segment(get_db(), *place, number))
    chosen = next((each for each in marked.own if each.mark.id == change), None)
    return render_template(
        "marks/_marks.html" if wants_fragment() else "marks/here.html",
        here={**place._asdict(), "number": number},
        marked=marked,
        chosen=chosen,
        view=asked_view(),
        labels=labels,
    )


def _marked_in(segment: Segment) -> Marked:
    """What everybody says of a paragraph; who reads it for its errors sees their own marks alone.

    Two people agree on a text only where neither knew what the other thinks.
    """
    name, alone = person.name(), asked_view().mode == "mark"
    marks = [m for m in workflow.marks_of(get_db(), segment.id) if m.author == name or not alone]
    shown = [
        Shown(each, each.place_in(_text(segment, each.verdict.side)), each.author == name)
        for each in marks
    ]
    judgements = [
        each
        for each in workflow.judgements_of(get_db(), segment.id)
        if each.author == name or not alone
    ]
    return Marked(segment, shown, judgements, confirmed(marks))


def _text(segment: Segment, side: Side) -> str:
    return (segment.source if side == "source" else segment.current) or ""


def _finding(each: Shown) -> Finding:
    """A mark as the drawing of a text takes it; nowhere in it where its words are gone."""
    verdict = each.mark.verdict
    start, end = each.place or (0, 0)
    words = "%(who)s: %(what)s" if verdict.comment else "%(who)s"
    said = Message(words, {"who": each.mark.author, "what": verdict.comment})
    return Finding("", verdict.category, verdict.severity, verdict.side, start, end, said)
