"""Errors that people marked: by system, by kind and by article; never by who marked them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import url_for

from workbench import workflow
from workbench.charts import Cell, Column, Mark, Rows, Table
from workbench.messages import message
from workbench.web import labels
from workbench.web.locale import say
from workbench.web.reports.figures import Figure, number

if TYPE_CHECKING:
    from sqlite_utils import Database

    from workbench.mqm import Project
    from workbench.web.reports.asked import Asked
    from workbench.workflow import Card
    from workbench.workflow.scorecards import Home

MOST_ARTICLES, MOST_SYSTEMS = 20, 8


def figures(db: Database, asked: Asked) -> list[Figure]:
    """The scorecards of the systems, their errors by kind, and the worst articles."""
    homes = workflow.scorecards(db, asked.scope)
    systems = workflow.by_system(homes)
    agreed = workflow.project(db)
    return [_systems(systems, agreed), _kinds(systems), _articles(homes, agreed)]


def _systems(systems: dict[str, Card], agreed: Project) -> Figure:
    columns = (Column("system", say(message("AI system"))), *_figures())
    rows = tuple((name, *_cells(card, agreed)) for name, card in systems.items())
    table = Table(columns, rows)
    return Figure(
        "scorecards",
        say(message("Scorecards of the AI systems")),
        say(
            message(
                "Points in 1000 words (NPT): 1 for a minor error, 5 for a major, 25 for a "
                "critical one. Based on MQM-Core; RQS and CQS after Lommel et al. 2024, with PT "
                "%(passing)s and APP %(acceptable)s. Under 300 words the sample is too small.",
                passing=f"{agreed.passing:g}",
                acceptable=f"{agreed.acceptable:g}",
            )
        ),
        table,
        Rows(table, (Mark(8),), number),
    )


def _figures() -> tuple[Column, ...]:
    return (
        Column("words", say(message("Words (EWC)")), "count"),
        Column("sample", say(message("Sample"))),
        *(
            Column(bad, say(labels.MARK_SEVERITIES[bad]), "count")
            for bad in reversed(labels.MARK_SEVERITIES)
        ),
        Column("APT", "APT", "number"),
        Column("NPT", "NPT", "number"),
        Column("RQS", "RQS", "number"),
        Column("CQS", "CQS", "number"),
        Column("ESA alone", say(message("ESA, alone")), "number"),
        Column("ESA helped", say(message("ESA, helped")), "number"),
    )


def _cells(card: Card, agreed: Project) -> tuple[Cell, ...]:
    found = card.scorecard
    return (
        card.words,
        say(message("too small")) if found.too_small else say(message("large enough")),
        *(card.count(bad) for bad in reversed(labels.MARK_SEVERITIES)),
        found.points,
        found.points_per_thousand,
        found.raw,
        found.calibrated(agreed),
        card.alone.value,
        card.helped.value,
    )


def _kinds(systems: dict[str, Card]) -> Figure:
    """Errors in 1000 words by dimension, for each system."""
    names = list(systems)[:MOST_SYSTEMS]
    counts = {name: _by_dimension(systems[name]) for name in names}
    rows: list[tuple[Cell, ...]] = []
    for kind, says in {**labels.CATEGORIES, "": message("No kind given")}.items():
        errors = sum(counts[name].get(kind, 0) for name in names)
        if errors:
            each = (_rate(counts[name].get(kind, 0), systems[name].words) for name in names)
            rows.append((say(says), kind, errors, *each))
    columns = (
        Column("kind", say(message("Kind"))),
        Column("category", say(message("Id"))),
        Column("errors", say(message("Errors")), "count"),
        *(Column(f"{name} in 1000", name, "number") for name in names),
    )
    table = Table(columns, tuple(rows))
    return Figure(
        "marked-kinds",
        say(message("Kinds of errors that people marked")),
        say(message("In 1000 words of the Italian that was read. Each system by itself.")),
        table,
        Rows(table, tuple(map(Mark, range(3, 3 + len(names)))), number) if len(names) < 3 else None,
    )


def _articles(homes: list[Home], agreed: Project) -> Figure:
    worst = sorted(
        homes, key=lambda each: (-each.card.scorecard.points_per_thousand, each.title, each.system)
    )[:MOST_ARTICLES]
    columns = (
        Column("title", say(message("Article")), lang="it"),
        Column("system", say(message("AI system"))),
        *_figures(),
    )
    rows = tuple((each.title, each.system, *_cells(each.card, agreed)) for each in worst)
    table = Table(columns, rows)
    return Figure(
        "marked-articles",
        say(message("Articles with most points")),
        say(message("The scorecards of all who marked an article, together.")),
        table,
        Rows(table, (Mark(9),), number),
        tuple(url_for("scorecards.page", slug=each.slug, system=each.system) for each in worst),
    )


def _by_dimension(card: Card) -> dict[str, int]:
    found: dict[str, int] = {}
    for (category, _), errors in card.errors.items():
        dimension = category.partition("/")[0]
        found[dimension] = found.get(dimension, 0) + errors
    return found


def _rate(errors: int, words: int) -> float | None:
    return 1000 * errors / words if words else None
