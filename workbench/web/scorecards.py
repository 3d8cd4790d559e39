"""The scorecard of an article: the errors that people marked in it, and what follows from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, Response, render_template

from workbench import workflow
from workbench.charts import Column, Table
from workbench.model import SEVERITIES
from workbench.mqm import ENOUGH_WORDS
from workbench.web import labels
from workbench.web.store import get_db

if TYPE_CHECKING:
    from workbench.charts import Cell
    from workbench.marks import Mark

bp = Blueprint("scorecards", __name__, url_prefix="/articles/<slug>/<system>")

COLUMNS = (
    "paragraph", "side", "start", "end", "words", "severity", "category", "comment", "check",
    "findings_shown", "scores_shown", "author", "created", "text",
)  # fmt: skip


@bp.get("/scorecard")
def page(slug: str, system: str) -> str:
    """A card for each person who marked the article, the errors, and how far people agree."""
    return render_template(
        "scorecards/page.html",
        sheet=workflow.sheet(get_db(), slug, system),
        severities=SEVERITIES[::-1],
        enough=ENOUGH_WORDS,
        labels=labels,
    )


@bp.get("/scorecard.csv")
def table(slug: str, system: str) -> Response:
    """Every marked error in a line, with the mark by which spreadsheets know UTF-8."""
    found = workflow.sheet(get_db(), slug, system)
    columns = tuple(Column(name, name) for name in COLUMNS)
    rows = tuple(_row(place, mark) for place, mark in found.marks)
    answer = Response("\ufeff" + Table(columns, rows).csv(), mimetype="text/csv")
    name = f"{found.article.slug}-{found.system}-errors.csv"
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return answer


def _row(place: int, mark: Mark) -> tuple[Cell, ...]:
    said = mark.verdict
    return (
        place + 1, said.side, said.start, said.end, mark.words, said.severity, said.category,
        said.comment, said.check, int(mark.help.findings), int(mark.help.scores), mark.author,
        mark.created, mark.text,
    )  # fmt: skip
