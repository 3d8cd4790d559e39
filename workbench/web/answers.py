"""What the editor answers: the whole page, or the rows of it that have changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from flask import redirect, render_template, request, url_for

from workbench import workflow
from workbench.web import gate, labels, person
from workbench.web.rows import SHOWS, Row, View, counts, next_open, rank
from workbench.web.store import get_db
from workbench.web.streaming import stream
from workbench.workflow import Approved

if TYPE_CHECKING:
    from flask import Response
    from flask.typing import ResponseReturnValue

    from workbench.marks import Mark
    from workbench.messages import Message
    from workbench.model import Outline, Segment, Version
    from workbench.web.rows import Mode


class Place(NamedTuple):
    """Which article in which system's translation."""

    slug: str
    system: str


def asked_view() -> View:
    """How the person looks at the article, by the address and what they like."""
    plain = person.preferences().first_pass
    asked = request.values.get("show", "all")
    show = asked if asked in SHOWS and not (plain and asked == "flagged") else "all"
    by_risk = request.values.get("order") == "risk" and not plain
    return View(show, "risk" if by_risk else "text", plain, _mode())


def _mode() -> Mode:
    """What opening a paragraph is for: what the person asks for, as far as they may."""
    if not gate.may("correct"):
        return "read"
    asked = request.values.get("mode")
    if asked == "mark":
        return "mark"
    return "review" if asked == "review" and gate.may("review") else "write"


def wants_fragment() -> bool:
    """Whether a script asks, for a part of the page."""
    return "HX-Request" in request.headers


def open_row(place: Place, segment: Segment, outlines: list[Outline] | None = None) -> Row:
    """The segment's row as it is opened: for writing, for review, or to be taken up again."""
    known = workflow.outlines(get_db(), *place) if outlines is None else outlines
    marks = workflow.marks_of(get_db(), segment.id)
    return Row(
        segment,
        editing=True,
        view=asked_view(),
        notes=workflow.open_notes(get_db(), *place).get(segment.id, 0),
        marks=len(marks),
        confirmed=confirmed(marks),
        rank=rank(known, segment.id),
        write=request.values.get("write") == "1",
        reviews=tuple(workflow.reviews_of(get_db(), segment.id)),
    )


def confirmed(marks: list[Mark]) -> frozenset[str]:
    """The keys of the findings that the reader has confirmed as errors by these marks."""
    name = person.name()
    return frozenset(each.verdict.finding for each in marks if each.author == name) - {""}


def read_row(place: Place, segment: Segment) -> Row:
    """The segment's row as it is read."""
    noted = workflow.open_notes(get_db(), *place).get(segment.id, 0)
    marked = len(workflow.marks_of(get_db(), segment.id))
    return Row(segment, view=asked_view(), notes=noted, marks=marked)


def after(place: Place, saved: Segment, done: Segment | None = None) -> ResponseReturnValue:
    """The saved row and, where the work on it is `done`, as it was before, the next one opened.

    A page that has opened that by itself, before the answer, says so in ``X-Opened``.
    """
    outlines = workflow.outlines(get_db(), *place)
    following = next_open(outlines, asked_view(), done.outline) if done else saved
    if not wants_fragment():
        return redirect(row_url(place, following.id if following else None, saved.id), 303)
    if done is None:
        return fragment(place, [open_row(place, saved, outlines)], outlines)
    rows = [read_row(place, saved)]
    here = {str(saved.id), request.headers.get("X-Opened", "")}
    if following is not None and str(following.id) not in here:
        opened = workflow.segment(get_db(), *place, following.id)
        rows.append(open_row(place, opened, outlines))
    return fragment(place, rows, outlines)


def refused(place: Place, segment: Segment, why: Message, status: int) -> ResponseReturnValue:
    """The row opened as it stands now, with a sentence that says why nothing was done."""
    return with_row(place, replace(open_row(place, segment), refusal=why), status)


def with_row(place: Place, row: Row, status: int) -> ResponseReturnValue:
    """A row that says something else than where it was asked for; the page is about it alone."""
    if wants_fragment():
        return fragment(place, [row]), status
    version = workflow.version(get_db(), *place)
    answer = whole_page(version, [each.outline for each in version.segments], [row])
    answer.status_code = status
    return answer


def whole_page(version: Version, outlines: list[Outline], rows: list[Row]) -> Response:
    """The page, sent while it is being made: a browser draws the first rows of a long article."""
    return stream(
        "editor/page.html",
        version=version,
        place=Place(version.article.slug, version.system),
        rows=rows,
        step=workflow.last_step(get_db(), version) if "step" in request.args else None,
        view=asked_view(),
        counts=counts(outlines),
        approved=_approved(),
        labels=labels,
    )


def fragment(place: Place, rows: list[Row], outlines: list[Outline] | None = None) -> str:
    """The rows and, after a change, what the page says about the whole article."""
    return render_template(
        "editor/_rows.html",
        rows=rows,
        place=place,
        view=asked_view(),
        counts=counts(outlines) if outlines else None,
        labels=labels,
    )


def row_url(place: Place, opened: int | None, number: int) -> str:
    """The address of the article with that row in sight, and with one opened."""
    return url_for(
        "editor.page",
        **place._asdict(),
        edit=opened,
        _anchor=f"s{opened or number}",
        **asked_view().query,
    )


def _approved() -> Approved | None:
    """What became of a wish to approve everything, where the page follows on that."""
    if "approved" not in request.args:
        return None
    return Approved(*(request.args.get(name, 0, type=int) for name in Approved._fields))
