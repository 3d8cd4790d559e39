"""What people look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench import export as formats
from workbench.align.matching import match_sentences
from workbench.checks import ARTICLE_CHECKS, CHECKS
from workbench.checks.glossary import glossary
from workbench.errors import NotFound
from workbench.messages import message
from workbench.model import Version
from workbench.store import articles, findings, scores, segments
from workbench.workflow.lookup import get_segment, get_version

if TYPE_CHECKING:
    from sqlite_utils import Database

    from workbench.align.matching import Matched
    from workbench.checks.base import Named
    from workbench.export import Export
    from workbench.model import Outline, Revision, Segment
    from workbench.store.findings import Tally


def outlets(db: Database) -> list[str]:
    """The newspapers and sites that articles are from, by name."""
    return articles.outlets(db)


def version(db: Database, slug: str, system: str | None = None) -> Version:
    """An article in one system's translation; the first system's where none is named.

    Raises:
        NotFound: there is no such article or system.
    """
    article, row = get_version(db, slug, system)
    return Version(
        article,
        row.system,
        tuple(segments.segments(db, row.id)),
        scores.version_scores(db, row.id),
        row.id,
        row.alignment,
    )


def outlines(db: Database, slug: str, system: str) -> list[Outline]:
    """What filters and orders go by, of all segments of that version in article order.

    Raises:
        NotFound: there is no such article or system.
    """
    return segments.outlines(db, get_version(db, slug, system)[1].id)


def segments_after(
    db: Database, slug: str, system: str, after: int = 0, limit: int = 50
) -> list[Segment]:
    """The first segments of that version in article order, or those after one of them.

    Raises:
        NotFound: there is no such article or system, or it has no segment `after`.
    """
    row = get_version(db, slug, system)[1]
    ids = [each.id for each in segments.outlines(db, row.id)]
    start = ids.index(segment(db, slug, system, after).id) + 1 if after else 0
    return segments.segments_among(db, row.id, ids[start : start + limit])


def segment(db: Database, slug: str, system: str, segment_id: int) -> Segment:
    """One segment of that version.

    Raises:
        NotFound: the version has no such segment.
    """
    require_segment(db, slug, system, segment_id)
    return get_segment(db, segment_id)[1]


def require_segment(db: Database, slug: str, system: str, segment_id: int) -> None:
    """Ask whether that version has the segment, without reading what it carries.

    Raises:
        NotFound: it has not.
    """
    row = get_version(db, slug, system)[1]
    owner = segments.version_of(db, segment_id)
    if owner is None:
        get_segment(db, segment_id)  # says why
    if owner != row.id:
        raise NotFound(
            message(
                "“%(slug)s” by “%(system)s” has no paragraph %(id)s: open the article again.",
                slug=slug,
                system=system,
                id=segment_id,
            )
        )


def sentences(db: Database, slug: str, system: str, segment_id: int) -> list[Matched]:
    """Which sentences of a segment's Italian and of its current English say the same.

    Raises:
        NotFound: the version has no such segment.
    """
    found = segment(db, slug, system, segment_id)
    return match_sentences(found.source or "", found.current or "")


def successor(db: Database, slug: str, system: str, segment_id: int) -> Segment | None:
    """The segment that has the words of one which was merged or split; None where none has.

    Raises:
        NotFound: there is no such article or system.
    """
    row = get_version(db, slug, system)[1]
    found = segments.successor(db, row.id, segment_id)
    return get_segment(db, found)[1] if found else None


def compared(db: Database, slug: str, system: str) -> set[tuple[int, str]]:
    """What comparing the segments of a version with one another has shown: segments and keys.

    Raises:
        NotFound: there is no such article or system.
    """
    return findings.article_keys(db, get_version(db, slug, system)[1].id)


def all_checks() -> tuple[Named, ...]:
    """Every check there is, in the order in which findings are listed."""
    return (*CHECKS, *ARTICLE_CHECKS, glossary)


def checks(db: Database) -> list[tuple[Named, Tally]]:
    """Every check there is, and how its findings fared so far."""
    tallies = findings.check_tallies(db)
    return [(each, tallies.get(each.id, findings.Tally(each.id, 0, 0, 0))) for each in all_checks()]


def history(db: Database, segment_id: int) -> list[Revision]:
    """Everything written in a segment, newest first.

    Raises:
        NotFound: there is no such segment.
    """
    get_segment(db, segment_id)
    return segments.revisions(db, segment_id)


def export(
    db: Database, slug: str, system: str | None = None, *, approved_only: bool = False
) -> Export:
    """The corrected English of one version and the list of what nobody has confirmed.

    Raises:
        NotFound: there is no such article or system.
    """
    listed = version(db, slug, system).segments
    return formats.export_text(listed, approved_only=approved_only)
