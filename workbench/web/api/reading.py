"""What programs look at."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from flask import Response

from workbench import score, triage, workflow
from workbench.web import person
from workbench.web.api import asking, shapes, shaping
from workbench.web.store import get_db
from workbench.workflow import Wanted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Item = TypeVar("Item")


def list_articles(query: shapes.ArticlesWanted) -> shapes.Articles:
    """List the translations, the oldest first."""
    wanted = Wanted(query.stage, query.system, query.outlet, query.person, after=query.after)
    found = workflow.summaries(get_db(), wanted, "age", limit=query.limit + 1)
    items, following = _part(found, query, lambda each: each.version)
    return shapes.Articles([shaping.translation(each) for each in items], following)


def get_article(slug: str) -> shapes.Article:
    """Look at one article and all its translations."""
    found = workflow.get_article(get_db(), slug)
    return shaping.article(found, workflow.summaries(get_db(), Wanted(article=slug), "age"))


def get_translation(slug: str, system: str) -> shapes.Translation:
    """Look at an article in one system's English."""
    found = workflow.version(get_db(), slug, system)
    listed = workflow.summaries(get_db(), Wanted(article=slug, system=system), "age")
    return shaping.translation(next(each for each in listed if each.version == found.id))


def list_segments(slug: str, system: str, query: shapes.Page) -> shapes.Segments:
    """List the segments of a translation, in article order."""
    with asking.about("after"):
        found = workflow.segments_after(get_db(), slug, system, query.after, query.limit + 1)
    items, following = _part(found, query, lambda each: each.id)
    return shapes.Segments([shaping.segment(each) for each in items], following)


def get_segment(slug: str, system: str, number: int) -> shapes.Segment:
    """Look at one segment."""
    return shaping.segment(workflow.segment(get_db(), slug, system, number))


def get_history(slug: str, system: str, number: int) -> shapes.History:
    """Look at everything written in a segment."""
    workflow.segment(get_db(), slug, system, number)
    return shaping.history(workflow.history(get_db(), number))


def get_notes(slug: str, system: str, number: int) -> shapes.Threads:
    """Look at what was said about a segment."""
    workflow.segment(get_db(), slug, system, number)
    return shaping.threads(workflow.threads(get_db(), number))


def get_scores(slug: str, system: str) -> shapes.Scores:
    """Look at the metrics over a whole translation, measured now if need be."""
    return shapes.Scores(shaping.scores(workflow.article_scores(get_db(), slug, system)))


def export(slug: str, system: str, query: shapes.ExportWanted) -> Response:
    """Export the English as plain text, a blank line between paragraphs."""
    done = workflow.export(get_db(), slug, system, approved_only=query.approved)
    workflow.record(get_db(), person.name(), "export", slug, system=system)
    return Response(done.text, mimetype="text/plain")


def list_queue(query: shapes.QueueWanted) -> shapes.Queue:
    """List the segments that nobody has confirmed, those that need a look most first."""
    found = workflow.queue(
        get_db(),
        query.order,
        query.article or None,
        limit=query.limit + 1,
        after=query.after or None,
    )
    items, following = _part(found, query, lambda each: each.segment.id)
    return shapes.Queue([shaping.waiting(each) for each in items], following)


def list_terms(query: shapes.Page) -> shapes.Glossary:
    """List the newsroom's glossary."""
    listed = sorted(workflow.terms(get_db()), key=lambda each: each.id)
    found = [each for each in listed if each.id > query.after][: query.limit + 1]
    items, following = _part(found, query, lambda each: each.id)
    return shapes.Glossary([shaping.term(each) for each in items], following)


def list_checks() -> shapes.Checks:
    """List the checks, and how their findings fared so far."""
    demoted = workflow.demoted(get_db())
    return shapes.Checks(
        [
            shaping.check(each, tally, demoted=each.id in demoted)
            for each, tally in workflow.checks(get_db())
        ]
    )


def check(body: shapes.Pair) -> shapes.Checked:
    """Check two texts by the newsroom's rules and glossary; nothing is kept."""
    terms = workflow.terms(get_db())
    found = score.check_segment(body.source, body.target, body.role, terms)
    risk = triage.risk(found, body.source, body.target, body.role)
    return shapes.Checked(shaping.findings(found), risk)


def get_job(number: int) -> shapes.Job:
    """Look how far long work has come."""
    return shaping.job(workflow.job(get_db(), number))


def _part(
    found: Sequence[Item], page: shapes.Page, number: Callable[[Item], int]
) -> tuple[Sequence[Item], int | None]:
    """What fits on a page of what was `found`, one more than that, and where the next begins."""
    items = found[: page.limit]
    return items, number(items[-1]) if len(found) > page.limit else None
