"""From the nouns of the workbench to what the API says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.web.api import shapes
from workbench.web.locale import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench import model
    from workbench.checks.base import Named
    from workbench.store.findings import Tally
    from workbench.workflow import Waiting


def translation(found: model.Summary) -> shapes.Translation:
    """An article in one system's English."""
    return shapes.Translation(
        id=found.version,
        article=found.slug,
        system=found.system,
        title=found.title,
        outlet=found.outlet,
        deadline=found.deadline or None,
        segments=found.segments,
        confirmed=found.confirmed,
        reviewed=found.reviewed,
        final=found.final,
        returned=found.returned,
        unaligned=found.unaligned,
        findings=dict(found.findings),
        risk=found.risk,
        has_reference=found.has_reference,
    )


def article(found: model.Article, summaries: Iterable[model.Summary]) -> shapes.Article:
    """One story with its translations."""
    return shapes.Article(
        slug=found.slug,
        title=found.title,
        outlet=found.outlet,
        deadline=found.deadline or None,
        created=found.created,
        translations=[translation(each) for each in summaries],
    )


def segment(found: model.Segment) -> shapes.Segment:
    """A pair of texts with all it carries."""
    return shapes.Segment(
        id=found.id,
        position=found.position,
        role=found.role,
        state=found.state,
        revision=found.revision,
        source=found.source,
        hypothesis=found.target,
        target=found.current,
        reference=found.reference,
        confidence=found.confidence,
        risk=found.risk,
        returned=found.returned,
        findings=findings(found.findings),
        dismissed=findings(found.dismissed),
        scores=scores(found.scores),
    )


def findings(found: Iterable[model.Finding]) -> list[shapes.Finding]:
    """What the checks have seen."""
    return [
        shapes.Finding(
            key=each.key,
            check=each.check,
            category=each.category,
            severity=each.severity,
            side=each.side,
            span=shapes.Span(each.start, each.end),
            other=shapes.Span(*each.other) if each.other else None,
            message=say(each.message),
            suggestion=each.suggestion,
        )
        for each in found
    ]


def scores(found: Iterable[model.Score]) -> list[shapes.Score]:
    """Metrics."""
    return [shapes.Score(each.scorer, each.value, each.signature, each.against) for each in found]


def waiting(found: Waiting) -> shapes.Waiting:
    """A segment of the queue."""
    return shapes.Waiting(
        found.article.slug, found.system, say(found.reason), segment(found.segment)
    )


def history(found: Iterable[model.Revision]) -> shapes.History:
    """Everything written in a segment."""
    return shapes.History(
        [
            shapes.Revision(
                id=each.id,
                kind=each.kind,
                target=each.text,
                author=each.author,
                created=each.created,
                step=say(each.step) if each.step else None,
            )
            for each in found
        ]
    )


def threads(found: Iterable[model.Thread]) -> shapes.Threads:
    """What was said about a segment."""
    return shapes.Threads(
        [
            shapes.Thread(
                each.id,
                each.open,
                [shapes.Note(n.id, n.kind, n.text, n.author, n.created) for n in each.notes],
            )
            for each in found
        ]
    )


def term(found: model.Term) -> shapes.Term:
    """A rule of the glossary."""
    return shapes.Term(
        id=found.id,
        italian=found.italian,
        english=found.english,
        forbidden=list(found.forbidden),
        kind=found.kind,
        cased=found.cased,
        note=found.note,
        author=found.author,
        created=found.created,
    )


def check(found: Named, tally: Tally, *, demoted: bool) -> shapes.Check:
    """A check with its record."""
    return shapes.Check(
        id=found.id,
        title=found.title,
        help=found.help,
        category=found.category,
        open=tally.open,
        fixed=tally.fixed,
        dismissed=tally.dismissed,
        demoted=demoted,
    )


def job(found: model.Job) -> shapes.Job:
    """Long work."""
    why = say(found.message) if found.message else ""
    return shapes.Job(found.id, found.kind, found.state, found.done, found.total, why)
