"""How much work people had with paragraphs: milliseconds and numbers of keys, nothing else."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from workbench.effort import SoFar, Work
from workbench.language.words import count_words
from workbench.scorers.characters import characters_changed
from workbench.store.rows import now, one

if TYPE_CHECKING:
    from sqlite_utils import Database

    from workbench.effort import Beat

ADD = """
    INSERT INTO effort (segment_id, person, session, step, active, keystrokes, created)
    VALUES (:segment, :person, :session, :step, :active, :keystrokes, :created)
"""

SO_FAR = """
    SELECT
        (SELECT min(created) FROM effort WHERE session = :session) AS first,
        (SELECT ifnull(sum(active), 0) FROM effort WHERE session = :session) AS session,
        (SELECT ifnull(sum(active), 0) FROM effort
            WHERE person = :person AND created > :yesterday) AS day
"""

VERSION = """
    SELECT v.id FROM segment s
    JOIN version v ON v.id = s.version_id AND v.kind = 'ai' AND v.imported IS NOT NULL
    WHERE s.id = :segment
"""

TIME_IN = """
    SELECT ifnull(sum(e.active), 0) AS active FROM effort e
    JOIN segment s ON s.id = e.segment_id
    WHERE +e.person = :person AND s.version_id = :version
"""
"""The plus keeps SQLite from reading all that the person has ever done."""

# days on the clock of this machine, which is the newsroom's
OWN = """
    SELECT a.slug, a.title, v.system, e.segment_id AS segment, c.position,
        date(e.created, 'localtime') AS day, sum(e.active) AS active,
        sum(e.keystrokes) AS keystrokes
    FROM effort e
    JOIN segment s ON s.id = e.segment_id
    JOIN version v ON v.id = s.version_id
    JOIN article a ON a.id = v.article_id
    LEFT JOIN current_segment c ON c.id = e.segment_id AND c.version_id = v.id
    WHERE e.person = :person
    GROUP BY e.segment_id, day
    ORDER BY a.title, a.id, v.system, c.position IS NULL, c.position, e.segment_id, day
"""

FINISHED = """
    SELECT c.id, a.title, v.system, c.role, c.source, c.target, c.current
    FROM current_segment c
    JOIN version v ON v.id = c.version_id
    JOIN article a ON a.id = v.article_id
    WHERE c.state IN ('translated', 'reviewed', 'final')
        AND c.id IN (SELECT segment_id FROM effort WHERE created >= :since)
"""

DONE = """
    SELECT person, segment_id AS segment,
        date(created, 'localtime', 'weekday 0', '-6 days') AS day,
        sum(active) AS active, sum(keystrokes) AS keystrokes
    FROM effort
    WHERE created >= :since
    GROUP BY person, segment_id, day
"""


class OwnRow(NamedTuple):
    """One day's work of a person in one paragraph."""

    slug: str
    title: str
    system: str
    segment: int
    position: int | None
    """None where the paragraph has been merged, split or left out since."""
    day: date
    active: int
    keystrokes: int


def add_beat(db: Database, beat: Beat, person: str) -> None:
    """Keep one report."""
    db.execute(ADD, {**beat._asdict(), "person": person, "created": now()})


def has_beat(db: Database, beat: Beat) -> bool:
    """Whether that report has come before."""
    sql = "SELECT 1 FROM effort WHERE session = :session AND step = :step"
    return one(db, sql, {"session": beat.session, "step": beat.step}) is not None


def so_far(db: Database, session: str, person: str) -> SoFar:
    """What the session and the person have come to until now."""
    here = datetime.now(UTC)
    yesterday = (here - timedelta(days=1)).isoformat(timespec="seconds")
    values = {"session": session, "person": person, "yesterday": yesterday}
    row = next(db.query(SO_FAR, values))
    first = datetime.fromisoformat(row["first"]) if row["first"] else here
    elapsed = max(0, int((here - first).total_seconds() * 1000))
    return SoFar(elapsed, row["session"], row["day"])


def version_with(db: Database, segment: int) -> int | None:
    """The imported translation by an AI that the paragraph is or was in, or None."""
    row = one(db, VERSION, {"segment": segment})
    return None if row is None else int(row["id"])


def time_in(db: Database, version: int, person: str) -> int:
    """The person's active time in a translation, in milliseconds."""
    return int(next(db.query(TIME_IN, {"version": version, "person": person}))["active"])


def own_rows(db: Database, person: str) -> list[OwnRow]:
    """All that is kept of one person, by article, paragraph and day."""
    rows = db.query(OWN, {"person": person})
    return [OwnRow(**{**row, "day": date.fromisoformat(row["day"])}) for row in rows]


def works(db: Database, since: date) -> list[Work]:
    """Everybody's work from a Monday on in the paragraphs that are confirmed, week by week."""
    values = {"since": datetime.combine(since, time()).astimezone(UTC).isoformat()}
    known = {
        row["id"]: {
            "article": row["title"],
            "system": row["system"],
            "role": row["role"],
            "words": count_words(row["source"] or ""),
            "changed": characters_changed(row["target"] or "", row["current"] or ""),
        }
        for row in db.query(FINISHED, values)
    }
    return [
        Work(**{**row, "day": date.fromisoformat(row["day"])}, **known[row["segment"]])
        for row in db.query(DONE, values)
        if row["segment"] in known
    ]


def delete_own(db: Database, person: str) -> int:
    """Delete all that is kept of one person; how many reports there were."""
    return int(db.execute("DELETE FROM effort WHERE person = :person", {"person": person}).rowcount)
