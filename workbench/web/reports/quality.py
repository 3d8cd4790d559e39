"""Which checks are right, which articles are worst, and how the systems stand to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import url_for

from workbench import workflow
from workbench.charts import Cell, Column, Mark, Rows, Table
from workbench.messages import Message, message
from workbench.web import labels
from workbench.web.locale import say
from workbench.web.reports.figures import Figure, number, share

if TYPE_CHECKING:
    from sqlite_utils import Database

    from workbench.scorers.systems import Estimate
    from workbench.web.reports.asked import Asked

MOST_ARTICLES = 20


def precision(db: Database, asked: Asked) -> list[Figure]:
    """Which checks are right and which are noise, by what people did with their findings."""
    known = {each.id: each for each in workflow.all_checks()}
    found = [each for each in workflow.precisions(db, asked.scope) if each.check in known]
    columns = (
        Column("title", say(message("Check"))),
        Column("check", say(message("Id"))),
        Column("fixed", say(message("Right")), "count"),
        Column("dismissed", say(message("Dismissed")), "count"),
        Column("precision", say(message("Precision")), "share"),
        Column("low", say(message("95 %%, from")), "share"),
        Column("high", say(message("95 %%, to")), "share"),
    )
    rows: list[tuple[Cell, ...]] = [
        (say(Message(known[e.check].title)), e.check, e.fixed, e.dismissed, *e.share) for e in found
    ]
    table = Table(columns, tuple(rows))
    told = message(
        "The share of a check's findings that people put right or confirmed as errors, of those "
        "that they decided about, with Wilson's 95 %% interval; the checks that are most surely "
        "noise come first. It is of all systems and outlets: a decision holds for the two texts, "
        "wherever they occur."
    )
    return [
        Figure(
            "precision",
            say(message("Which checks are right")),
            say(told),
            table,
            Rows(table, (Mark(4, 5, 6),), share, points=True, top=1.0, limit=workflow.NOISE),
            tuple(f"{url_for('checks.index')}#{each.check}" for each in found),
        )
    ]


def articles(db: Database, asked: Asked) -> list[Figure]:
    """The articles whose AI text has most to complain of."""
    worst = workflow.worst_articles(db, asked.scope, MOST_ARTICLES)
    columns = (
        Column("title", say(message("Article")), lang="it"),
        Column("system", say(message("AI system"))),
        Column("points in 100", say(message("Points in 100 words")), "number"),
        Column("findings", say(message("Findings")), "count"),
        Column("words", say(message("Words of the Italian")), "count"),
        Column("hter", "HTER", "number"),
        Column("confirmed", say(message("Confirmed")), "share"),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            each.title,
            each.system,
            100 * each.points / each.words,
            each.findings,
            each.words,
            None if each.hter is None else 100 * each.hter,
            each.confirmed / each.segments,
        )
        for each in worst
    ]
    table = Table(columns, tuple(rows))
    told = message(
        "The findings in the AI text as it came in, weighed as the queue does it (25 for a "
        "critical one, 5 for a major, 1 for a minor), in 100 words of the Italian."
    )
    return [
        Figure(
            "articles",
            say(message("The worst articles")),
            say(told),
            table,
            Rows(table, (Mark(2),), number),
            tuple(url_for("editor.page", slug=each.slug, system=each.system) for each in worst),
        )
    ]


def systems(db: Database, asked: Asked) -> list[Figure]:
    """Two systems on the same articles, by metrics and by findings."""
    measured = workflow.measured(db)
    metrics = [
        _metric(one, other, index)
        for index, (one, other) in enumerate(
            zip(measured.together[::2], measured.together[1::2], strict=True), 1
        )
    ]
    return [_beside(db, asked), *metrics]


def _beside(db: Database, asked: Asked) -> Figure:
    columns = (
        Column("pair", say(message("AI systems"))),
        Column("articles", say(message("Articles of both")), "count"),
        Column("first", say(message("The first")), "number"),
        Column("second", say(message("The second")), "number"),
        Column("difference", say(message("Difference")), "number"),
        Column("low", say(message("95 %%, from")), "number"),
        Column("high", say(message("95 %%, to")), "number"),
        Column("p", "p"),
    )
    rows: list[tuple[Cell, ...]] = []
    for each in workflow.side_by_side(db, asked.scope):
        named = f"{each.first} – {each.second}"
        sure = each.difference
        interval = (None, None, None) if sure is None else sure.mean
        p_value = None if sure is None else f"{sure.p_value:.3f}"
        rows.append((named, each.articles, *each.means, *interval, p_value))
    table = Table(columns, tuple(rows))
    told = message(
        "Points of findings in 1000 words of the Italian, on the articles that both have "
        "translated. The difference has a 95 %% interval and, as p, how often chance alone would "
        "make it as large (a sign test by shuffling); under 0.05 it is hardly chance."
    )
    return Figure(
        "findings",
        say(message("Findings on the same articles")),
        say(told),
        table,
        Rows(table, (Mark(2), Mark(3)), number),
    )


def _metric(one: Estimate, other: Estimate, index: int) -> Figure:
    metric = labels.SCORERS[one.scorer]
    columns = (
        Column("system", say(message("AI system"))),
        Column("value", metric, "number"),
        Column("low", say(message("95 %%, from")), "number"),
        Column("high", say(message("95 %%, to")), "number"),
        Column("paragraphs", say(message("Paragraphs")), "count"),
    )
    table = Table(columns, tuple(_estimated(each) for each in (one, other)))
    against = (
        message("%(metric)s against the human correction", metric=metric)
        if one.against == "correction"
        else message("%(metric)s against the human reference", metric=metric)
    )
    chance = (
        message("The difference is more than chance (p = %(p)s).", p=f"{one.p_value:.3f}")
        if one.p_value is not None and one.p_value < 0.05
        else message("The difference may be chance.")
    )
    same = message("Over the same paragraphs; the period does not matter here.")
    bottom = max(0.0, min(each.value - (each.margin or 0) for each in (one, other)) - 5)
    return Figure(
        f"metric-{index}",
        say(against),
        f"{say(same)} {say(chance)}",
        table,
        Rows(table, (Mark(1, 2, 3),), number, points=True, bottom=float(int(bottom))),
    )


def _estimated(each: Estimate) -> tuple[Cell, ...]:
    margin = each.margin
    ends = (None, None) if margin is None else (max(0.0, each.value - margin), each.value + margin)
    return (each.system, each.value, *ends, each.segments)
