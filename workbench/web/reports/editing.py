"""How much work the AI texts leave: the editing of confirmed paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench import workflow
from workbench.charts import Column, Columns, Mark, Rows, Table
from workbench.messages import message
from workbench.web.locale import say
from workbench.web.reports.figures import Figure, bounds, count, day, number, share, start

if TYPE_CHECKING:
    from sqlite_utils import Database

    from workbench.web.reports.asked import Asked
    from workbench.workflow.reports import Editing, Spread

MOST_SYSTEMS = 8


def figures(db: Database, asked: Asked) -> list[Figure]:
    """HTER's spread by system, the editing week by week, and before and after a day."""
    weeks = workflow.editing(db, asked.scope, asked.step)
    split = asked.split or workflow.middle_of(weeks)
    compared = [_before_and_after(db, asked, split)] if split else []
    return [*_spreads(db, asked), *_over_time(asked, weeks), *compared]


def _spreads(db: Database, asked: Asked) -> list[Figure]:
    spreads = workflow.spreads(db, asked.scope)[:MOST_SYSTEMS]
    plots = [Columns(_spread(each), (2,), share) for each in spreads]
    top = max((plot.largest for plot in plots), default=0.0)
    return [
        Figure(
            f"hter-{index}",
            say(message("Editing of paragraphs: %(system)s", system=each.system)),
            _told(each),
            plot.table,
            plot.up_to(top),
        )
        for index, (each, plot) in enumerate(zip(spreads, plots, strict=True), 1)
    ]


def _told(spread: Spread) -> str:
    told = message(
        "How many confirmed paragraphs needed how much editing: HTER, the edits in a hundred "
        "words. At 0 a person changed nothing."
    )
    if not spread.unmeasured:
        return say(told)
    left = message(
        "Left out, because they are so long that they are measured only when somebody asks for "
        "their scores: %(count)s.",
        count=spread.unmeasured,
    )
    return f"{say(told)} {say(left)}"


def _spread(spread: Spread) -> Table:
    total = sum(spread.segments) or 1
    last = len(spread.segments) - 1
    names = ["0", *(f"≤ {10 * bin_}" for bin_ in range(1, last)), "> 100"]
    return Table(
        (
            Column("hter", "HTER"),
            Column("paragraphs", say(message("Paragraphs")), "count"),
            Column("share", say(message("Share")), "share"),
        ),
        tuple((name, n, n / total) for name, n in zip(names, spread.segments, strict=True)),
    )


def _over_time(asked: Asked, weeks: list[Editing]) -> list[Figure]:
    columns = (
        asked.first_column,
        Column("paragraphs", say(message("Paragraphs")), "count"),
        Column("words", say(message("Words")), "count"),
        Column("changed", say(message("Words put in or taken out")), "count"),
        Column("changed in 100", say(message("In 100 words")), "number"),
        Column("hter", "HTER", "number"),
        Column("low", say(message("95 %%, from")), "number"),
        Column("high", say(message("95 %%, to")), "number"),
    )
    rows = tuple(
        (
            each.start,
            each.segments,
            each.words,
            each.changed,
            100 * each.changed / each.words if each.words else None,
            *bounds(each.hter),
        )
        for each in weeks
    )
    table, name = Table(columns, rows), start(asked.step)
    told = message(
        "Edits in a hundred words of the paragraphs that were confirmed then. Intervals count "
        "each article once, because its paragraphs are alike; under five there is none."
    )
    changed = message(
        "Words that were put in and words that were taken out, in a hundred words of the "
        "confirmed paragraphs: a word in the place of another counts twice."
    )
    return [
        Figure(
            "editing", say(message("Editing over time")), say(told), table,
            Columns(table, (5,), number, name=name),
        ),
        Figure(
            "words", say(message("Words changed over time")), say(changed), table,
            Columns(table, (4,), number, name=name),
        ),
        Figure(
            "confirmed", say(message("Paragraphs confirmed")),
            say(message("How many paragraphs the figures above are about.")), table,
            Columns(table, (1,), count, name=name),
        ),
    ]  # fmt: skip


def _before_and_after(db: Database, asked: Asked, split: str) -> Figure:
    columns = (
        Column("system", say(message("AI system"))),
        Column("before", say(message("Earlier")), "number"),
        Column("before low", say(message("95 %%, from")), "number"),
        Column("before high", say(message("95 %%, to")), "number"),
        Column("after", say(message("Later")), "number"),
        Column("after low", say(message("95 %%, from")), "number"),
        Column("after high", say(message("95 %%, to")), "number"),
    )
    changes = workflow.before_and_after(db, asked.scope, split)
    rows = tuple((each.system, *bounds(each.before), *bounds(each.after)) for each in changes)
    table = Table(columns, rows)
    told = message(
        "HTER of the paragraphs that were confirmed before the week of %(day)s, and from it on. "
        "Choose the day on which something changed: a new rule, another AI.",
        day=day(split),
    )
    return Figure(
        "before-after",
        say(message("Before and after")),
        say(told),
        table,
        Rows(table, (Mark(1, 2, 3), Mark(4, 5, 6)), number),
    )
