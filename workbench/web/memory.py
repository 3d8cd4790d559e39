"""The translation memory: what is like a paragraph, and the concordance of words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flask import Blueprint, render_template, request

from workbench import workflow
from workbench.diff import word_diff
from workbench.web.store import get_db

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from workbench.model import Language
    from workbench.store.memory import FoundRow

bp = Blueprint("memory", __name__)
PAGE = 50


class Piece(NamedTuple):
    """A stretch of a text, and whether it is what was searched for."""

    text: str
    found: bool


class Line(NamedTuple):
    """A pair of the concordance as the page shows it."""

    row: FoundRow
    source: list[Piece]
    target: list[Piece]


@bp.get("/articles/<slug>/<system>/segments/<int:number>/memory")
def matches(slug: str, system: str, number: int) -> str:
    """What was confirmed for Italian like this paragraph's."""
    segment = workflow.segment(get_db(), slug, system, number)
    found = workflow.matches(get_db(), number)
    fragment = "HX-Request" in request.headers
    return render_template(
        "memory/_matches.html" if fragment else "memory/matches.html",
        segment=segment,
        slug=slug,
        system=system,
        found=[(each, word_diff(each.match.pair.source, segment.source or "")) for each in found],
    )


@bp.get("/concordance/")
def concordance() -> ResponseReturnValue:
    """Confirmed pairs that have certain words."""
    asked = request.args.get("words", "").strip()
    language: Language = "en" if request.args.get("language") == "en" else "it"
    whole = request.args.get("whole") == "1"
    start = min(max(0, request.args.get("start", default=0, type=int)), 10**6)
    found = workflow.concordance(
        get_db(), asked, language, whole=whole, start=start, limit=PAGE + 1
    )
    return render_template(
        "memory/concordance.html",
        asked=asked,
        language=language,
        whole=whole,
        start=start,
        page=PAGE,
        lines=[Line(row, pieces(row.source), pieces(row.target)) for row in found[:PAGE]],
        more=len(found) > PAGE,
    )


def pieces(text: str) -> list[Piece]:
    """The text in pieces, those that were searched for apart."""
    cut = []
    for part in text.split(workflow.FOUND_BEGINS):
        hit, end, rest = part.partition(workflow.FOUND_ENDS)
        # what stands before the first mark has no end in it
        cut += [Piece(hit, found=bool(end)), Piece(rest, found=False)]
    return [piece for piece in cut if piece.text]
