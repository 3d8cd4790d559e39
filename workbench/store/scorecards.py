"""What people marked and judged in all articles together; in figures, never in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from sqlite_utils import Database

    from workbench.model import Severity
    from workbench.store.reports import Scope

_WORDS = "length(s.source) - length(replace(s.source, ' ', '')) + 1"
"""Of a paragraph of the Italian, counted as the digests count them."""

# the newest text of a system has a digest, and no other
_AT_HOME = """
    CROSS JOIN alignment_segment p ON p.segment_id = x.segment_id
    CROSS JOIN version v ON v.alignment_id = p.alignment_id
    CROSS JOIN digest d ON d.version_id = v.id
    CROSS JOIN article a ON a.id = v.article_id
    WHERE (:system = '' OR v.system = :system) AND (:outlet = '' OR a.outlet = :outlet)
        AND ifnull(date(x.created, 'localtime', 'weekday 0', '-6 days'), '')
            BETWEEN :since AND :until
"""

ERRORS = f"""
    SELECT v.id AS version, x.author, x.severity, x.category, count(*) AS errors
    FROM current_mark x {_AT_HOME} GROUP BY 1, 2, 3, 4
"""  # noqa: S608 -- the parts above

SCORES = f"""
    SELECT v.id AS version, x.author, max(x.findings_shown, x.scores_shown) AS helped,
        count(*) AS segments, total(x.score) AS points
    FROM current_judgement x {_AT_HOME} GROUP BY 1, 2, 3
"""  # noqa: S608 -- the parts above

READ = f"""
    SELECT r.version, r.author, total({_WORDS}) AS words FROM (
        SELECT v.id AS version, x.author, x.segment_id
        FROM current_judgement x {_AT_HOME}
        UNION
        SELECT v.id, x.author, x.segment_id FROM current_mark x {_AT_HOME}
    ) r CROSS JOIN segment s ON s.id = r.segment_id GROUP BY 1, 2
"""  # noqa: S608 -- the parts above

HOMES = """
    SELECT v.id AS version, a.slug, a.title, v.system, d.words
    FROM json_each(:versions) e
    CROSS JOIN version v ON v.id = e.value
    CROSS JOIN digest d ON d.version_id = v.id
    CROSS JOIN article a ON a.id = v.article_id
"""

WORDS = f"""
    SELECT s.id, {_WORDS} AS words FROM version v
    CROSS JOIN alignment_segment p ON p.alignment_id = v.alignment_id
    CROSS JOIN segment s ON s.id = p.segment_id
    WHERE v.id = :version AND s.source <> ''
"""  # noqa: S608 -- the parts above


class ErrorRow(NamedTuple):
    """How many errors of one kind somebody marked in one article of one system."""

    version: int
    author: str
    severity: Severity
    category: str
    errors: int


class ScoreRow(NamedTuple):
    """The scores that somebody gave paragraphs of an article, with help in sight or without."""

    version: int
    author: str
    helped: int
    segments: int
    points: float
    """Their sum."""


class HomeRow(NamedTuple):
    """An article in one system's translation."""

    version: int
    slug: str
    title: str
    system: str
    words: int
    """Of all its Italian."""


def errors(db: Database, scope: Scope) -> list[ErrorRow]:
    """What was marked, by article, person, severity and kind."""
    return [ErrorRow(**row) for row in db.query(ERRORS, scope._asdict())]


def scores(db: Database, scope: Scope) -> list[ScoreRow]:
    """What scores were given, by article and person."""
    return [ScoreRow(**row) for row in db.query(SCORES, scope._asdict())]


def words_read(db: Database, scope: Scope) -> dict[tuple[int, str], int]:
    """The words of the paragraphs that each person marked or judged, by article and person."""
    rows: list[dict[str, Any]] = list(db.query(READ, scope._asdict()))
    return {(row["version"], row["author"]): int(row["words"]) for row in rows}


def homes(db: Database, versions: str) -> dict[int, HomeRow]:
    """The articles of these versions, given as a list in JSON."""
    found = (HomeRow(**row) for row in db.query(HOMES, {"versions": versions}))
    return {row.version: row for row in found}


def words_of(db: Database, version: int) -> dict[int, int]:
    """The words of each paragraph of the Italian of a version, by segment."""
    return {row["id"]: row["words"] for row in db.query(WORDS, {"version": version})}
