"""Reports that people would rather look at than read, each figure with its table and its files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from flask import Blueprint, Response, redirect, render_template, request, url_for
from markupsafe import Markup

from workbench import workflow
from workbench.errors import NotFound
from workbench.messages import Message, message
from workbench.web import person
from workbench.web.reports import corrections, editing, errors, marked, quality
from workbench.web.reports.asked import FIELDS, asked
from workbench.web.reports.figures import Figure, cell
from workbench.web.store import database_path, get_db

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask.typing import ResponseReturnValue
    from sqlite_utils import Database

    from workbench.web.reports.asked import Asked

bp = Blueprint("reports", __name__, url_prefix="/reports")
PATIENCE = 0.25
"""Seconds for which articles that have changed are summed up; more is left to a job."""


class Report(NamedTuple):
    """A page of figures."""

    name: Message
    told: Message
    figures: Callable[[Database, Asked], list[Figure]]
    empty: Message
    """What stands there while there is nothing to draw."""


REPORTS: dict[str, Report] = {
    "errors": Report(
        message("Errors"),
        message("Which kinds of errors each AI system makes, and whether that changes."),
        errors.figures,
        message("No article came in then: import one, or choose another period."),
    ),
    "marked": Report(
        message("Marked errors"),
        message("What people marked as errors, and the scorecards that follow from that."),
        marked.figures,
        message("Nobody has marked an error then: open “Mark errors” in an article."),
    ),
    "editing": Report(
        message("Editing"),
        message("How much work the AI texts leave, and whether it grows less."),
        editing.figures,
        message("Nothing was confirmed then: confirm paragraphs, or choose another period."),
    ),
    "checks": Report(
        message("Checks"),
        message("Which checks are right, and which are noise."),
        quality.precision,
        message("Nobody has put a finding right or dismissed one then."),
    ),
    "articles": Report(
        message("Articles"),
        message("The articles whose AI text has most to complain of."),
        quality.articles,
        message("No article came in then: import one, or choose another period."),
    ),
    "systems": Report(
        message("Systems"),
        message("AI systems beside one another, on the same articles."),
        quality.systems,
        message("No two systems have translated the same article: import another one's text."),
    ),
    "corrections": Report(
        message("Corrections"),
        message("Corrections that repeat, and the rules that they suggest."),
        corrections.figures,
        message("No correction was made in two paragraphs then."),
    ),
}


@bp.get("/")
def index() -> str:
    """The first report."""
    return page("errors")


@bp.get("/<name>")
def page(name: str) -> str:
    """All figures of one report."""
    report = _report(name)
    left = workflow.bring_up_to_date(get_db(), PATIENCE)
    wanted = asked(get_db())
    return render_template(
        "reports/page.html",
        name=name,
        report=report,
        reports=REPORTS,
        figures=report.figures(get_db(), wanted),
        left=left,
        **(_noise() if name == "checks" else {}),
        **(corrections.suggested(get_db(), wanted) if name == "corrections" else {}),
        **_choices(),
    )


@bp.get("/<name>/<figure>.csv")
def table(name: str, figure: str) -> Response:
    """A figure's table, with the mark by which spreadsheets know UTF-8."""
    text = "\ufeff" + _figure(name, figure).table.csv()
    return _file(text, "text/csv", f"{name}-{figure}.csv")


@bp.get("/<name>/<figure>.svg")
def plot(name: str, figure: str) -> Response:
    """A figure's plot as a file of its own."""
    return _file(_figure(name, figure).file, "image/svg+xml", f"{name}-{figure}.svg")


@bp.post("/sum-up")
def sum_up() -> ResponseReturnValue:
    """Sum up all articles in the background."""
    number = workflow.start_summing_up(database_path(), person.name())
    return redirect(url_for("jobs.page", number=number), 303)


@bp.post("/checks/<check>/demote")
def demote(check: str) -> ResponseReturnValue:
    """Make a check's findings hints."""
    workflow.demote(get_db(), check, person.name())
    return redirect(url_for("reports.page", name="checks", _anchor="demoted"), 303)


@bp.post("/checks/<check>/restore")
def restore(check: str) -> ResponseReturnValue:
    """Let a check's findings weigh again."""
    workflow.take_demotion_back(get_db(), check, person.name())
    return redirect(url_for("reports.page", name="checks", _anchor="demoted"), 303)


@bp.get("/corrections/rule")
def rule() -> str:
    """Where a suggested rule comes from, what it would touch, and the rule itself."""
    return corrections.page(get_db(), *_words())


@bp.post("/corrections/rule")
def accept() -> ResponseReturnValue:
    """Put a rule into the glossary and, if that is wanted, the words in the ticked places."""
    return corrections.accept(get_db(), *_words())


@bp.post("/corrections/refuse")
def refuse() -> ResponseReturnValue:
    """Suggest a rule no more."""
    workflow.refuse(get_db(), *_words(), person.name())
    return redirect(url_for("reports.page", name="corrections"), 303)


@bp.post("/corrections/reopen")
def reopen() -> ResponseReturnValue:
    """Suggest a refused rule again."""
    workflow.reopen_lesson(get_db(), *_words(), person.name())
    return redirect(url_for("reports.page", name="corrections"), 303)


def _words() -> tuple[str, str]:
    return request.values.get("old", ""), request.values.get("new", "")


@bp.app_template_filter("plot")
def drawn(figure: Figure) -> Markup:
    """The plot as it stands in the page."""
    return Markup(figure.svg)  # noqa: S704 -- drawn by us, all words in it escaped


bp.add_app_template_filter(cell, "cell")


def _report(name: str) -> Report:
    if name not in REPORTS:
        raise NotFound(
            message(
                "There is no report “%(name)s”: there is %(known)s.",
                name=name[:40],
                known=", ".join(REPORTS),
            )
        )
    return REPORTS[name]


def _figure(name: str, figure: str) -> Figure:
    for each in _report(name).figures(get_db(), asked(get_db())):
        if each.name == figure:
            return each
    raise NotFound(message("There is no such figure now: open the report again."))


def _choices() -> dict[str, Any]:
    """What the filters offer, and what is chosen."""
    chosen = {field: request.args.get(field, "") for field in FIELDS}
    return {
        "chosen": chosen,
        "kept": {field: value for field, value in chosen.items() if value},
        "systems": workflow.report_systems(get_db()),
        "outlets": workflow.outlets(get_db()),
    }


def _noise() -> dict[str, Any]:
    """The checks that are mostly dismissed, and those that are hints already."""
    return {
        "noise": workflow.noise(get_db()),
        "demoted": workflow.demoted(get_db()),
        "titles": {each.id: each.title for each in workflow.all_checks()},
        "enough": workflow.ENOUGH,
    }


def _file(text: str, kind: str, name: str) -> Response:
    answer = Response(text, mimetype=kind)
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return answer
