"""Corrections that repeat, and the way from one of them to a rule of the glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import g, redirect, render_template, request, url_for

from workbench import workflow
from workbench.charts import Column, Mark, Rows, Table
from workbench.errors import WorkbenchError
from workbench.messages import message
from workbench.web import person
from workbench.web.glossary import typed_term
from workbench.web.locale import say
from workbench.web.replace import chosen, lines
from workbench.web.reports.figures import Figure, count

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue
    from sqlite_utils import Database

    from workbench.model import Term
    from workbench.web.reports.asked import Asked
    from workbench.workflow import Lesson

MOST_SHOWN, MOST_SUGGESTED = 30, 20


def figures(db: Database, asked: Asked) -> list[Figure]:
    """What people have put in the place of what, again and again."""
    found = _lessons(db, asked)[:MOST_SHOWN]
    columns = (
        Column("correction", say(message("Correction")), lang="en"),
        Column("italian", say(message("Italian")), lang="it"),
        Column("paragraphs", say(message("Paragraphs")), "count"),
        Column("articles", say(message("Articles")), "count"),
    )
    rows = tuple((f"{e.old} → {e.new}", e.italian, e.segments, e.articles) for e in found)
    table = Table(columns, rows)
    told = message(
        "Words of the AI and what people put in their place, in the paragraphs that are confirmed. "
        "Each leads to where it was made, and to a rule."
    )
    return [
        Figure(
            "corrections",
            say(message("Corrections that repeat")),
            say(told),
            table,
            Rows(table, (Mark(2),), count),
            tuple(url_for("reports.rule", old=each.old, new=each.new) for each in found),
        )
    ]


def suggested(db: Database, asked: Asked) -> dict[str, Any]:
    """The rules that corrections suggest, and those that the desk did not want."""
    found = [each for each in _lessons(db, asked) if each.suggested]
    return {"suggested": found[:MOST_SUGGESTED], "refused": workflow.refused_lessons(db)}


def page(
    db: Database,
    old: str,
    new: str,
    typed: Term | None = None,
    error: WorkbenchError | None = None,
) -> str:
    """A rule, where it comes from, and every place that it would touch."""
    explained = workflow.explain(db, old, new)
    return render_template(
        "reports/rule.html",
        explained=explained,
        lesson=explained.lesson,
        term=typed or workflow.rule_of(explained.lesson),
        lines=[
            line
            for found in explained.found
            for line in lines(found, ticked=found.segment.id in explained.meant)
        ],
        asked={"replacement": new},
        error=error,
    )


def accept(db: Database, old: str, new: str) -> ResponseReturnValue:
    """Make it a rule; a refusal brings the form back with all that was typed."""
    try:
        done = workflow.accept(db, old, new, typed_term(), person.name())
    except WorkbenchError as error:
        return page(db, old, new, typed_term(), error), error.status
    ticked = [each for each in chosen() if each.hits]
    if request.form.get("apply") != "1" or not ticked:
        said = {name: value for name, value in done._asdict().items() if value}
        return redirect(url_for("glossary.index", **said), 303)
    batch = workflow.apply_lesson(db, old, new, ticked, person.name())
    left = batch.left or None
    back = url_for(
        "replace.index", done=batch.batch, left=left, words=old, replacement=new, whole=1, case=1
    )
    return redirect(back, 303)


def _lessons(db: Database, asked: Asked) -> list[Lesson]:
    """What corrections teach; looked up once for a page, which shows it twice."""
    if "lessons" not in g:
        g.lessons = workflow.lessons(db, asked.scope)
    found: list[Lesson] = g.lessons
    return found
