"""The segments of a version, and what people wrote in them."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from workbench.model import OpenForm, Outline, Revision, Segment
from workbench.store.findings import dismissed_in, open_in
from workbench.store.risks import risks_of
from workbench.store.rows import add, load_message, now, one
from workbench.store.scores import segment_scores

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlite_utils import Database

    from workbench.model import Role


def segments(db: Database, version: int) -> list[Segment]:
    """The segments of a version's current alignment in article order, with all they carry."""
    rows = db.query(
        "SELECT * FROM current_segment WHERE version_id = :version ORDER BY position",
        {"version": version},
    )
    return _measured(db, version, _read(db, list(rows)))


def segments_among(db: Database, version: int, ids: Sequence[int]) -> list[Segment]:
    """Those of these segments that the version's current alignment has, with all they carry."""
    found = some_segments(db, ids)
    return _measured(db, version, [found[each] for each in ids if each in found])


def find_segment(db: Database, segment: int) -> tuple[int, Segment] | None:
    """The id of its version and the segment, if it is in a current alignment; else None."""
    row = one(db, "SELECT * FROM current_segment WHERE id = :id", {"id": segment})
    if row is None:
        return None
    version = int(row["version_id"])
    return version, _measured(db, version, _read(db, [row]), segment)[0]


def version_of(db: Database, segment: int) -> int | None:
    """The id of the version in whose current alignment the segment is; None where there is none."""
    row = one(db, "SELECT version_id FROM current_segment WHERE id = :id", {"id": segment})
    return None if row is None else int(row["version_id"])


def source_of(db: Database, segment: int) -> tuple[str | None, Role] | None:
    """The Italian and the role of a segment in a current alignment; None where there is none."""
    row = one(db, "SELECT source, role FROM current_segment WHERE id = :id", {"id": segment})
    return None if row is None else (row["source"], row["role"])


def written_anew(db: Database, before: Segment) -> Segment:
    """The segment after an event in its history, its findings as they were before that."""
    row = next(iter(db.query("SELECT * FROM current_segment WHERE id = ?", [before.id])))
    return replace(
        before,
        state=row["state"],
        revision=row["revision"],
        current=row["current"],
        earlier=row["earlier"],
        returned=bool(row["returned"]),
    )


def with_findings(db: Database, segment: Segment) -> Segment:
    """The segment with its findings and its risk as they are stored now."""
    ids = [segment.id]
    return replace(
        segment,
        findings=open_in(db, ids).get(segment.id, ()),
        dismissed=dismissed_in(db, ids).get(segment.id, ()),
        risk=risks_of(db, ids).get(segment.id, 0.0),
    )


def some_segments(db: Database, ids: Sequence[int]) -> dict[int, Segment]:
    """Those of these segments that are in a current alignment, without scores and references."""
    rows = db.query(
        "SELECT * FROM current_segment WHERE id IN (SELECT value FROM json_each(:ids))",
        {"ids": json.dumps(ids)},
    )
    return {segment.id: segment for segment in _read(db, list(rows))}


def _measured(
    db: Database, version: int, listed: list[Segment], segment: int | None = None
) -> list[Segment]:
    """The segments with their scores and references; `segment` where it is that one alone."""
    scores = segment_scores(db, version, segment)
    references = reference_texts(db, version, segment)
    return [replace(s, scores=scores.get(s.id, ()), reference=references.get(s.id)) for s in listed]


def _read(db: Database, rows: list[dict[str, Any]]) -> list[Segment]:
    ids = [row["id"] for row in rows]
    findings, dismissed, risks = open_in(db, ids), dismissed_in(db, ids), risks_of(db, ids)
    return [
        Segment(
            id=row["id"],
            position=row["position"],
            role=row["role"],
            source=row["source"],
            target=row["target"],
            confidence=row["confidence"],
            state=row["state"],
            revision=row["revision"],
            current=row["current"],
            findings=findings.get(row["id"], ()),
            earlier=row["earlier"],
            dismissed=dismissed.get(row["id"], ()),
            risk=risks.get(row["id"], 0.0),
            returned=bool(row["returned"]),
        )
        for row in rows
    ]


_REFERENCES = """
    SELECT mine.segment_id AS id, mine.paragraph_id AS paragraph, other.id AS reference,
        other.target AS text
    FROM segment_part mine
    JOIN segment own ON own.id = mine.segment_id AND own.version_id = :version
    JOIN version v ON v.id = own.version_id
    JOIN current_version rv ON rv.article_id = v.article_id AND rv.kind = 'reference'
    JOIN segment_part theirs ON theirs.paragraph_id = mine.paragraph_id
        AND theirs.side = 'source' AND theirs.start = mine.start AND theirs."end" IS mine."end"
    JOIN segment other ON other.id = theirs.segment_id AND other.version_id = rv.id
    JOIN alignment_segment listed ON listed.alignment_id = rv.alignment_id
        AND listed.segment_id = other.id
    WHERE mine.side = 'source'
"""
_IN_ORDER = " ORDER BY mine.segment_id, mine.ordinal"
REFERENCES = _REFERENCES + _IN_ORDER
REFERENCES_OF_ONE = _REFERENCES + "AND mine.segment_id = :segment" + _IN_ORDER
"""Another query, so that SQLite looks up the one and does not walk the whole version."""

SPANS = """
    SELECT segment_id AS id, count(*) AS n FROM segment_part
    WHERE side = 'source' AND segment_id IN (SELECT value FROM json_each(:ids))
    GROUP BY segment_id
"""


def reference_texts(db: Database, version: int, segment: int | None = None) -> dict[int, str]:
    """The human translation of each segment's Italian, where one covers exactly that much."""
    covered: dict[int, dict[int, tuple[str, int]]] = defaultdict(dict)
    sql = REFERENCES if segment is None else REFERENCES_OF_ONE
    for row in db.query(sql, {"version": version, "segment": segment}):
        text, count = covered[row["id"]].get(row["reference"], (row["text"], 0))
        covered[row["id"]][row["reference"]] = (text, count + 1)
    if not covered:
        return {}
    involved = [*covered, *{reference for found in covered.values() for reference in found}]
    parts = {row["id"]: row["n"] for row in db.query(SPANS, {"ids": json.dumps(involved)})}
    return {
        own: "\n\n".join(text for text, _ in references.values())
        for own, references in covered.items()
        if all(text is not None for text, _ in references.values())
        and parts[own] == sum(parts[reference] for reference in references)
    }


HISTORY = """
    WITH RECURSIVE line(id) AS (
        SELECT :segment
        UNION SELECT o.origin_id FROM segment_origin o JOIN line ON o.segment_id = line.id)
    SELECT r.id, r.segment_id, r.kind, r.text, r.author, r.created, r.carried,
        b.template, b.template_values
    FROM revision r JOIN line ON line.id = r.segment_id
    LEFT JOIN batch b ON b.id = r.batch_id
    ORDER BY r.id DESC
"""


def revisions(db: Database, segment: int) -> list[Revision]:
    """Everything written in a segment and in those it was made from, newest first."""
    rows = db.query(HISTORY, {"segment": segment})
    return [_revision(**row) for row in rows]


def _revision(template: str | None, template_values: str | None, **row: Any) -> Revision:
    segment, step = row.pop("segment_id"), None
    if template is not None:
        step = load_message(template, template_values or "{}")
    return Revision(segment=segment, step=step, **row | {"carried": bool(row["carried"])})


def last_revision(db: Database, segment: int) -> int:
    """The id of the newest event in a segment; 0 where there is none."""
    sql = "SELECT ifnull(max(id), 0) AS id FROM revision WHERE segment_id = :segment"
    return int(next(iter(db.query(sql, {"segment": segment})))["id"])


SINCE = """
    SELECT ifnull(max(form <> :form), 0) AS others, ifnull(max(step), 0) AS step
    FROM revision WHERE segment_id = :segment AND id > :base
"""


class Since(NamedTuple):
    """What has been written in a segment since somebody opened it."""

    others: bool
    """Whether anything came from elsewhere than the open form in question."""
    step: int
    """The last step of that form, if nothing did."""


def written_since(db: Database, segment: int, base: int, form: str) -> Since:
    """What has been written in the segment since `base`, by the form with this token or others."""
    row = next(iter(db.query(SINCE, {"segment": segment, "base": base, "form": form})))
    return Since(bool(row["others"]), int(row["step"]))


STATES = """
    SELECT s.id, s.target,
        CASE WHEN r.kind IN ('draft', 'confirm') THEN r.text ELSE s.target END AS current,
        CASE r.kind WHEN 'draft' THEN 'draft' WHEN 'confirm' THEN 'translated' ELSE 'new' END
            AS state,
        coalesce(r.id, 0) AS revision
    FROM segment s
    LEFT JOIN revision r ON r.id = (SELECT max(id) FROM revision WHERE segment_id = s.id)
    WHERE s.id IN (SELECT value FROM json_each(:ids))
"""

SUCCESSOR = """
    SELECT now.id FROM segment_part mine
    JOIN segment_part theirs ON theirs.paragraph_id = mine.paragraph_id
        AND theirs.start < coalesce(mine."end", 1e9) AND mine.start < coalesce(theirs."end", 1e9)
    JOIN current_segment now ON now.id = theirs.segment_id AND now.version_id = :version
    WHERE mine.segment_id = :segment
    ORDER BY mine.side = 'source', now.position LIMIT 1
"""


OUTLINES = """
    SELECT s.id, s.position, ifnull(r.value, 0), s.state IN ('translated', 'reviewed', 'final'),
        EXISTS (SELECT 1 FROM open_finding f
            WHERE f.segment_id = s.id AND f.severity <> 'neutral'),
        s.source IS NULL OR s.target IS NULL, s.earlier IS NOT NULL,
        s.state = 'translated', s.returned
    FROM current_segment s LEFT JOIN risk r ON r.segment_id = s.id
    WHERE s.version_id = :version ORDER BY s.position
"""


def outlines(db: Database, version: int) -> list[Outline]:
    """What filters and orders go by, of all segments of a version in article order."""
    rows = db.execute(OUTLINES, {"version": version})
    return [Outline(id_, position, risk, *map(bool, flags)) for id_, position, risk, *flags in rows]


class TextRow(NamedTuple):
    """The two texts of a segment as they stand now."""

    id: int
    role: Role
    source: str | None
    current: str | None


def current_texts(db: Database, version: int) -> list[TextRow]:
    """The texts of a version's segments in article order."""
    rows = db.execute(
        "SELECT id, role, source, current FROM current_segment WHERE version_id = :version"
        " ORDER BY position",
        {"version": version},
    )
    return [TextRow(*row) for row in rows]


class StateRow(NamedTuple):
    """What stands in a segment, without findings and scores."""

    target: str | None
    current: str | None
    state: str
    revision: int


def states(db: Database, segments: Sequence[int]) -> dict[int, StateRow]:
    """What stands in these segments, or stood when they left the article, by segment."""
    rows = db.query(STATES, {"ids": json.dumps(segments)})
    return {row.pop("id"): StateRow(**row) for row in rows}


def successor(db: Database, version: int, segment: int) -> int | None:
    """The first segment in the article now that holds words of one that has left it, or None."""
    row = one(db, SUCCESSOR, {"version": version, "segment": segment})
    return None if row is None else int(row["id"])


def add_revision(  # noqa: PLR0913 -- an event has that many sides
    db: Database,
    segment: int,
    kind: str,
    text: str,
    base: int,
    author: str,
    *,
    carried: bool = False,
    earlier: str | None = None,
    batch: int | None = None,
    form: OpenForm = OpenForm(),  # noqa: B008 -- it is a constant
) -> int:
    """One more event in a segment's history; its id.

    It is `carried` where the program took it over from the segments this one was made from,
    `earlier` being the AI text it was written over if that is another now. `form` is the open
    form that wrote it.
    """
    return add(
        db,
        "revision",
        {
            "segment_id": segment,
            "base": base,
            "kind": kind,
            "text": text,
            "author": author,
            "created": now(),
            "carried": int(carried),
            "earlier": earlier,
            "batch_id": batch,
            "form": form.token,
            "step": form.step,
        },
    )
