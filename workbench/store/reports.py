"""What the digests say over all articles: sums by week, system and check, and never by person."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from workbench.triage import PENALTY

if TYPE_CHECKING:
    from sqlite_utils import Database


class Scope(NamedTuple):
    """What a report is about; empty is all."""

    system: str = ""
    outlet: str = ""
    since: str = ""
    """The first week, by its Monday."""
    until: str = "9999"
    """The last one."""


_WITHIN = """
    (:system = '' OR v.system = :system) AND (:outlet = '' OR a.outlet = :outlet)
"""
_DIGESTS = """
    FROM digest d
    CROSS JOIN version v ON v.id = d.version_id
    CROSS JOIN article a ON a.id = v.article_id
"""
_WORK = """
    FROM digest_work w
    CROSS JOIN version v ON v.id = w.version_id
    CROSS JOIN article a ON a.id = v.article_id
"""
_IN_WEEKS = f"{_WITHIN} AND d.week BETWEEN :since AND :until"
_DONE_IN_WEEKS = f"{_WITHIN} AND w.week BETWEEN :since AND :until"

READ = f"""
    SELECT d.week, v.system, count(*) AS articles, sum(d.words) AS words
    {_DIGESTS} WHERE {_IN_WEEKS} GROUP BY 1, 2
"""

FOUND = f"""
    SELECT d.week, v.system, f.category, f.check_id, sum(f.findings) AS findings
    {_DIGESTS} CROSS JOIN digest_finding f ON f.version_id = d.version_id
    WHERE {_IN_WEEKS} AND f.severity <> 'neutral'
        AND f.check_id NOT IN (SELECT check_id FROM current_demotion WHERE demoted)
    GROUP BY 1, 2, 3, 4
"""  # noqa: S608

BINS = f"""
    SELECT v.system, w.bin, sum(w.segments) AS segments
    {_WORK} WHERE {_DONE_IN_WEEKS} GROUP BY 1, 2
"""

WORK = f"""
    SELECT w.version_id, v.system, w.week, sum(w.segments) AS segments, sum(w.words) AS words,
        total(CASE WHEN w.bin >= 0 THEN w.words END) AS measured, sum(w.edits) AS edits,
        sum(w.changed) AS changed
    {_WORK} WHERE {_DONE_IN_WEEKS} GROUP BY 1, 3
"""

_POINTS = " ".join(f"WHEN '{name}' THEN {points}" for name, points in PENALTY.items())
ARTICLES = f"""
    SELECT a.slug, a.title, v.system, d.segments, d.confirmed, d.words,
        ifnull((SELECT sum(f.findings) FROM digest_finding f
            WHERE f.version_id = d.version_id AND f.severity <> 'neutral'
                AND f.check_id NOT IN (SELECT check_id FROM current_demotion WHERE demoted)), 0)
            AS findings,
        ifnull((SELECT sum(f.findings * CASE f.severity {_POINTS} END) FROM digest_finding f
            WHERE f.version_id = d.version_id AND f.severity <> 'neutral'
                AND f.check_id NOT IN (SELECT check_id FROM current_demotion WHERE demoted)), 0)
            AS points,
        (SELECT sum(w.edits) / sum(w.words) FROM digest_work w
            WHERE w.version_id = d.version_id AND w.bin >= 0) AS hter
    {_DIGESTS} WHERE {_IN_WEEKS}
"""  # noqa: S608

VERDICTS = """
    SELECT check_id, sum(fixed) AS fixed, sum(dismissed) AS dismissed FROM verdict_count
    WHERE week BETWEEN :since AND :until GROUP BY 1
"""

SPAN = """
    SELECT min(week) AS first, max(week) AS last FROM (
        SELECT week FROM digest UNION SELECT week FROM digest_work) WHERE week <> ''
"""

SYSTEMS = "SELECT DISTINCT v.system FROM digest d JOIN version v ON v.id = d.version_id ORDER BY 1"


class ReadRow(NamedTuple):
    """What came of one system in one week."""

    week: str
    system: str
    articles: int
    words: int
    """Of the Italian."""


class FoundRow(NamedTuple):
    """What one check found in one system's texts of one week, and nobody dismissed."""

    week: str
    system: str
    category: str
    check: str
    findings: int


class BinRow(NamedTuple):
    """Confirmed paragraphs of one system that needed about as much editing."""

    system: str
    bin: int
    """0 for none, n for up to n times ten HTER, 11 for more than 100, -1 where not measured."""
    segments: int


class WorkRow(NamedTuple):
    """What was confirmed of one article in one system's translation in one week."""

    version: int
    system: str
    week: str
    segments: int
    words: int
    measured: float
    """Words of the paragraphs whose HTER is known."""
    edits: float
    """HTER's edits in these."""
    changed: int
    """Words put in and taken out."""


class ArticleRow(NamedTuple):
    """An article in one system's translation."""

    slug: str
    title: str
    system: str
    segments: int
    confirmed: int
    words: int
    findings: int
    """That assert something and that nobody dismissed, in the AI text."""
    points: float
    """Their penalties."""
    hter: float | None
    """Of what is confirmed; None where nothing is measured."""


class VerdictRow(NamedTuple):
    """What people decided about the findings of one check."""

    check: str
    fixed: int
    dismissed: int


def read(db: Database, scope: Scope) -> list[ReadRow]:
    """What came in, by week and system."""
    return [ReadRow(*row) for row in db.execute(READ, scope._asdict())]


def found(db: Database, scope: Scope) -> list[FoundRow]:
    """What the checks found in it."""
    return [FoundRow(*row) for row in db.execute(FOUND, scope._asdict())]


def bins(db: Database, scope: Scope) -> list[BinRow]:
    """How many paragraphs needed how much editing, by system."""
    return [BinRow(*row) for row in db.execute(BINS, scope._asdict())]


def work(db: Database, scope: Scope) -> list[WorkRow]:
    """What was confirmed, by article and week."""
    return [WorkRow(*row) for row in db.execute(WORK, scope._asdict())]


def articles(db: Database, scope: Scope) -> list[ArticleRow]:
    """The articles that came in."""
    return [ArticleRow(*row) for row in db.execute(ARTICLES, scope._asdict())]


def verdicts(db: Database, scope: Scope = Scope()) -> list[VerdictRow]:  # noqa: B008 -- constant
    """What people decided in these weeks; of all systems and outlets."""
    return [VerdictRow(*row) for row in db.execute(VERDICTS, scope._asdict())]


def systems(db: Database) -> list[str]:
    """The AI systems there are, by name."""
    return [row["system"] for row in db.query(SYSTEMS)]


def span(db: Database) -> tuple[str, str] | None:
    """The first and the last week of which anything is known; None of none."""
    row = next(db.query(SPAN))
    return (row["first"], row["last"]) if row["first"] else None
