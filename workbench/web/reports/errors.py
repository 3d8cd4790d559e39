"""Which kinds of errors each AI system makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import url_for

from workbench import workflow
from workbench.charts import Cell, Column, Columns, Mark, Rows, Table
from workbench.messages import Message, message
from workbench.web import labels
from workbench.web.locale import say
from workbench.web.reports.figures import Figure, number, start

if TYPE_CHECKING:
    from sqlite_utils import Database

    from workbench.web.reports.asked import Asked
    from workbench.workflow.reports import Period

MOST_SYSTEMS, MOST_CHECKS = 8, 15


def figures(db: Database, asked: Asked) -> list[Figure]:
    """Classes of findings over time for each system, and the checks that find most.

    Errors that people mark have a report of their own: they are never added up with these.
    """
    return [*_over_time(db, asked), _by_check(db, asked)]


def _over_time(db: Database, asked: Asked) -> list[Figure]:
    periods = workflow.error_classes(db, asked.scope, asked.step)
    kinds = [name for name in labels.CATEGORIES if any(name in each.findings for each in periods)]
    names = sorted({each.system for each in periods})[:MOST_SYSTEMS]
    plots = [
        Columns(
            _classes(asked, kinds, [each for each in periods if each.system == name]),
            tuple(range(3, 3 + len(kinds))),
            number,
            stacked=True,
            name=start(asked.step),
        )
        for name in names
    ]
    top = max((plot.largest for plot in plots), default=0.0)
    told = message(
        "What the checks found in the AI texts as they came in, in 1000 words of the Italian. "
        "Hints and what somebody has dismissed are not counted."
    )
    return [
        Figure(
            f"classes-{index}",
            say(message("Findings of checks: %(system)s", system=name)),
            say(told),
            plot.table,
            plot.up_to(top),
        )
        for index, (name, plot) in enumerate(zip(names, plots, strict=True), 1)
    ]


def _classes(asked: Asked, kinds: list[str], periods: list[Period]) -> Table:
    columns = (
        asked.first_column,
        Column("words", say(message("Words of the Italian")), "count"),
        Column("findings", say(message("Findings")), "count"),
        *(Column(f"{name} in 1000", say(labels.CATEGORIES[name]), "number") for name in kinds),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            each.start,
            each.words,
            sum(each.findings.values()),
            *(_rate(each.findings.get(name, 0), each.words) for name in kinds),
        )
        for each in periods
    ]
    return Table(columns, tuple(rows))


def _by_check(db: Database, asked: Asked) -> Figure:
    words, found = workflow.checks_found(db, asked.scope)
    titles = {each.id: say(Message(each.title)) for each in workflow.all_checks()}
    systems = sorted(words)[:MOST_SYSTEMS]
    shown = [check for check in found if check in titles][:MOST_CHECKS]
    rows: list[tuple[Cell, ...]] = []
    for check in shown:
        findings = sum(found[check].values())
        each = (_rate(found[check].get(name, 0), words[name]) for name in systems)
        rows.append((titles[check], check, findings, _rate(findings, sum(words.values())), *each))
    columns = (
        Column("title", say(message("Check"))),
        Column("check", say(message("Id"))),
        Column("findings", say(message("Findings")), "count"),
        Column("in 1000 words", say(message("In 1000 words")), "number"),
        *(Column(f"{name} in 1000", name, "number") for name in systems),
    )
    table = Table(columns, tuple(rows))
    return Figure(
        "checks",
        say(message("The checks that find most")),
        say(
            message(
                "Findings in 1000 words of the Italian, by check; of two systems, each by itself."
            )
        ),
        table,
        Rows(table, (Mark(4), Mark(5)) if len(systems) == 2 else (Mark(3),), number),
        tuple(f"{url_for('checks.index')}#{check}" for check in shown),
    )


def _rate(findings: int, words: int) -> float | None:
    return 1000 * findings / words if words else None
