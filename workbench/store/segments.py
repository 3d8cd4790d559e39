"""Versions, their alignments and segments, and what people wrote in them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from workbench.model import Revision, Segment
from workbench.store.findings import findings_of
from workbench.store.rows import add, content_sha, now, one
from workbench.store.scores import segment_scores

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlite_utils import Database

    from workbench.model import Finding, Role, Score


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One text of an article aligned with its Italian: an AI system's, or the reference."""

    id: int
    article: int
    system: str
    source_text: int
    target_text: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Paragraphs that are about to become a segment; ids of the store and their texts."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    role: Role
    source_text: str | None
    target_text: str | None
    confidence: float | None

    @property
    def key(self) -> str:
        """The same for the same paragraphs, whichever alignment pairs them."""
        return sha256(f"{self.source}{self.target}".encode()).hexdigest()[:16]


VERSION = """
    SELECT id, article_id, system, source_text_id, target_text_id FROM version
    WHERE article_id = :article AND kind = :kind
"""


def add_version(db: Database, kind: str, row: VersionRow) -> int:
    """A new version's id; `row.id` is not looked at."""
    return add(
        db,
        "version",
        {
            "article_id": row.article,
            "kind": kind,
            "system": row.system,
            "source_text_id": row.source_text,
            "target_text_id": row.target_text,
            "created": now(),
        },
    )


def find_version(
    db: Database, article: int, system: str | None = None, kind: str = "ai"
) -> VersionRow | None:
    """The version by `system`, or the oldest where none is named; None where there is none."""
    chosen = " AND system = :system" if system is not None else ""
    row = one(
        db,
        f"{VERSION}{chosen} ORDER BY id LIMIT 1",
        {"article": article, "kind": kind, "system": system},
    )
    return None if row is None else VersionRow(*row.values())


def add_alignment(
    db: Database, version: int, pairs: Iterable[Pair], method: str, author: str
) -> int:
    """A new alignment, which becomes the current one; segments it shares with older ones stay."""
    alignment = add(
        db,
        "alignment",
        {"version_id": version, "method": method, "author": author, "created": now()},
    )
    listed = [(_segment_for(db, version, pair), pair) for pair in pairs]
    db.table("alignment_segment").insert_all(
        {
            "alignment_id": alignment,
            "position": position,
            "segment_id": segment,
            "confidence": pair.confidence,
        }
        for position, (segment, pair) in enumerate(listed)
    )
    return alignment


def _segment_for(db: Database, version: int, pair: Pair) -> int:
    known = one(
        db,
        "SELECT id FROM segment WHERE version_id = :version AND key = :key",
        {"version": version, "key": pair.key},
    )
    if known:
        return int(known["id"])
    segment = add(
        db,
        "segment",
        {
            "version_id": version,
            "key": pair.key,
            "role": pair.role,
            "source": pair.source_text,
            "target": pair.target_text,
            "source_sha": content_sha(pair.source_text),
        },
    )
    db.table("segment_part").insert_all(
        {"segment_id": segment, "side": side, "ordinal": ordinal, "paragraph_id": paragraph}
        for side, ids in (("source", pair.source), ("target", pair.target))
        for ordinal, paragraph in enumerate(ids)
    )
    return segment


def segments(db: Database, version: int) -> list[Segment]:
    """The segments of a version's current alignment in article order, with all they carry."""
    rows = db.query(
        "SELECT * FROM current_segment WHERE version_id = :version ORDER BY position",
        {"version": version},
    )
    findings = findings_of(db, version)
    scores = segment_scores(db, version)
    references = reference_texts(db, version)
    return [
        _segment(row, findings.get(row["id"], ()), scores.get(row["id"], ()), references)
        for row in rows
    ]


def find_segment(db: Database, segment: int) -> tuple[int, Segment] | None:
    """The id of its version and the segment, if it is in a current alignment; else None."""
    row = one(db, "SELECT * FROM current_segment WHERE id = :id", {"id": segment})
    if row is None:
        return None
    version = row["version_id"]
    found = _segment(
        row,
        findings_of(db, version, segment).get(segment, ()),
        segment_scores(db, version, segment).get(segment, ()),
        reference_texts(db, version, segment),
    )
    return int(version), found


REFERENCES = """
    SELECT mine.segment_id AS id, mine.paragraph_id AS paragraph, other.id AS reference,
        other.target AS text
    FROM segment_part mine
    JOIN segment own ON own.id = mine.segment_id AND own.version_id = :version
    JOIN version v ON v.id = own.version_id
    JOIN version rv ON rv.article_id = v.article_id AND rv.kind = 'reference'
    JOIN current_alignment c ON c.version_id = rv.id
    JOIN segment_part theirs ON theirs.paragraph_id = mine.paragraph_id
        AND theirs.side = 'source'
    JOIN segment other ON other.id = theirs.segment_id AND other.version_id = rv.id
    JOIN alignment_segment listed ON listed.alignment_id = c.alignment_id
        AND listed.segment_id = other.id
    WHERE mine.side = 'source' AND (:segment IS NULL OR mine.segment_id = :segment)
    ORDER BY mine.segment_id, mine.ordinal
"""

SPANS = """
    SELECT p.segment_id AS id, count(*) AS n FROM segment_part p
    JOIN segment s ON s.id = p.segment_id
    WHERE p.side = 'source' AND s.version_id IN (
        SELECT r.id FROM version r JOIN version v ON v.article_id = r.article_id
        WHERE v.id = :version)
    GROUP BY p.segment_id
"""


def reference_texts(db: Database, version: int, segment: int | None = None) -> dict[int, str]:
    """The human translation of each segment's Italian, where one covers exactly that much."""
    covered: dict[int, dict[int, tuple[str, int]]] = defaultdict(dict)
    for row in db.query(REFERENCES, {"version": version, "segment": segment}):
        text, count = covered[row["id"]].get(row["reference"], (row["text"], 0))
        covered[row["id"]][row["reference"]] = (text, count + 1)
    if not covered:
        return {}
    parts = {row["id"]: row["n"] for row in db.query(SPANS, {"version": version})}
    return {
        own: "\n\n".join(text for text, _ in references.values())
        for own, references in covered.items()
        if all(text is not None for text, _ in references.values())
        and parts[own] == sum(parts[reference] for reference in references)
    }


def revisions(db: Database, segment: int) -> list[Revision]:
    """Everything written in a segment, newest first."""
    rows = db.query(
        "SELECT id, segment_id, kind, text, author, created FROM revision"
        " WHERE segment_id = :segment ORDER BY id DESC",
        {"segment": segment},
    )
    return [Revision(*row.values()) for row in rows]


def add_revision(db: Database, segment: int, kind: str, text: str, base: int, author: str) -> int:
    """One more event in a segment's history; its id."""
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
        },
    )


def _segment(
    row: dict[str, Any],
    findings: Sequence[Finding],
    scores: Sequence[Score],
    references: dict[int, str],
) -> Segment:
    return Segment(
        id=row["id"],
        position=row["position"],
        role=row["role"],
        source=row["source"],
        target=row["target"],
        confidence=row["confidence"],
        state=row["state"],
        revision=row["revision"],
        current=row["current"],
        findings=tuple(findings),
        scores=tuple(scores),
        reference=references.get(row["id"]),
    )
