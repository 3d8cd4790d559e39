"""Alignments: which segments an article consists of, and the steps that led there."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.pairing import Pair, Part, side_text
from workbench.store.rows import add, content_sha, dump_values, load_message, now, one

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlite_utils import Database

    from workbench.messages import Message

BATCH = 1_000


@dataclass(frozen=True, slots=True)
class Step:
    """One alignment, as a step in the repair of a version."""

    id: int
    what: Message
    """What was done, in a sentence."""
    author: str
    created: str


PARTS = """
    SELECT p.segment_id, p.side, p.start, p."end", p.paragraph_id, g.position AS place
    FROM alignment_segment a
    JOIN segment_part p ON p.segment_id = a.segment_id
    JOIN paragraph g ON g.id = p.paragraph_id
    WHERE a.alignment_id = :alignment
    ORDER BY p.segment_id, p.side, p.ordinal
"""

LISTED = """
    SELECT a.segment_id, coalesce(a.role, s.role) AS role, a.confidence
    FROM alignment_segment a JOIN segment s ON s.id = a.segment_id
    WHERE a.alignment_id = :alignment ORDER BY a.position
"""

LAST = """
    WITH RECURSIVE line(id, depth) AS (
        SELECT parent_id, 1 FROM alignment WHERE id = :alignment
        UNION ALL
        SELECT a.parent_id, depth + 1 FROM alignment a JOIN line ON a.id = line.id
        WHERE a.parent_id IS NOT NULL)
    SELECT line.id FROM line
    JOIN alignment_segment s ON s.alignment_id = line.id
    JOIN segment_part p ON p.segment_id = s.segment_id AND p.paragraph_id = :paragraph
    ORDER BY depth LIMIT 1
"""

WORK = """
    SELECT ifnull(max(iif(carried, base, id)), 0) AS id FROM revision
    WHERE segment_id IN (SELECT value FROM json_each(:ids))
"""

STEP = "SELECT id, template, template_values, author, created FROM alignment WHERE "

BEFORE = "id = (SELECT parent_id FROM alignment WHERE id = :id)"


def add_alignment(
    db: Database,
    version: int,
    pairs: Iterable[Pair],
    texts: Mapping[int, str],
    step: tuple[Message, str, int | None],
) -> tuple[int, frozenset[int]]:
    """A new alignment's id, and the ids of those of its segments that never were before.

    Segments that an older alignment of the version has are used again. `texts` are paragraphs
    by id; `step` is what was done, by whom, and the alignment it was done to.
    """
    what, author, parent = step
    listed = list(pairs)
    segments, new = _segments_for(db, version, listed, texts)
    alignment = add(
        db,
        "alignment",
        {
            "version_id": version,
            "method": "automatic" if parent is None else "manual",
            "author": author,
            "created": now(),
            "parent_id": parent,
            "template": what.template,
            "template_values": dump_values(what),
        },
    )
    rows = (
        {
            "alignment_id": alignment,
            "position": position,
            "segment_id": segment,
            "confidence": pair.confidence,
            "role": pair.role,
        }
        for position, (segment, pair) in enumerate(zip(segments, listed, strict=True))
    )
    db.table("alignment_segment").insert_all(rows, batch_size=BATCH)
    return alignment, new


def pairs_of(db: Database, alignment: int) -> list[Pair]:
    """The pairs of an alignment in the order of the article."""
    sides: dict[tuple[int, str], list[Part]] = {}
    for row in db.query(PARTS, {"alignment": alignment}):
        part = Part(row["place"], row["paragraph_id"], row["start"], row["end"])
        sides.setdefault((row["segment_id"], row["side"]), []).append(part)
    return [
        Pair(
            tuple(sides.get((row["segment_id"], "source"), ())),
            tuple(sides.get((row["segment_id"], "target"), ())),
            row["role"],
            row["confidence"],
            row["segment_id"],
        )
        for row in db.query(LISTED, {"alignment": alignment})
    ]


def step_before(db: Database, alignment: int) -> Step | None:
    """The alignment that this one was made from, or None where it is the first."""
    return _step(db, STEP + BEFORE, alignment)


def step_after(db: Database, alignment: int) -> Step | None:
    """The newest alignment that was made from this one, or None."""
    return _step(db, STEP + "parent_id = :id ORDER BY id DESC LIMIT 1", alignment)


def step(db: Database, alignment: int) -> Step | None:
    """What was done to get this alignment."""
    return _step(db, STEP + "id = :id", alignment)


def last_places(db: Database, alignment: int, paragraph: int) -> list[Pair]:
    """The pairs that held the paragraph when it last was in the article; `alignment` has none."""
    row = one(db, LAST, {"alignment": alignment, "paragraph": paragraph})
    listed = pairs_of(db, row["id"]) if row else []
    return [
        pair
        for pair in listed
        if any(part.paragraph == paragraph for part in (*pair.source, *pair.target))
    ]


def add_origins(db: Database, segment: int, origins: Iterable[int]) -> None:
    """Remember which segments this one was made from."""
    rows = [(segment, origin) for origin in origins]
    db.conn.executemany("INSERT OR IGNORE INTO segment_origin VALUES (?, ?)", rows)


def newest_work(db: Database, segments: Iterable[int]) -> int:
    """The id of the newest event by a person that the texts of these segments come from; or 0.

    Where a text was carried over, that is the event which it was carried from.
    """
    row = one(db, WORK, {"ids": json.dumps(list(segments))})
    return int(row["id"]) if row else 0


def _step(db: Database, sql: str, alignment: int) -> Step | None:
    row = one(db, sql, {"id": alignment})
    if row is None:
        return None
    what = load_message(row["template"], row["template_values"])
    return Step(row["id"], what, row["author"], row["created"])


def _segments_for(
    db: Database, version: int, pairs: Sequence[Pair], texts: Mapping[int, str]
) -> tuple[list[int], frozenset[int]]:
    """The id of each pair's segment, and which are new; these are added in one go."""
    known = {pair.key: pair.segment for pair in pairs if pair.segment is not None}
    if len(known) < len(pairs):
        rows = db.query("SELECT key, id FROM segment WHERE version_id = :id", {"id": version})
        known |= {row["key"]: row["id"] for row in rows}
    new = [pair for pair in pairs if pair.key not in known]
    last = one(db, "SELECT ifnull(max(id), 0) AS id FROM segment", {})
    first = int(last["id"]) + 1 if last else 1
    added = {first + number: pair for number, pair in enumerate(new)}
    _add_segments(db, version, added, texts)
    known |= {pair.key: segment for segment, pair in added.items()}
    return [int(known[pair.key] or 0) for pair in pairs], frozenset(added)


def _add_segments(
    db: Database, version: int, added: Mapping[int, Pair], texts: Mapping[int, str]
) -> None:
    db.table("segment").insert_all(
        (
            {
                "id": segment,
                "version_id": version,
                "key": pair.key,
                "role": pair.role,
                "source": side_text(pair.source, texts),
                "target": side_text(pair.target, texts),
                "source_sha": content_sha(side_text(pair.source, texts)),
            }
            for segment, pair in added.items()
        ),
        batch_size=BATCH,
    )
    db.table("segment_part").insert_all(
        (
            {
                "segment_id": segment,
                "side": side,
                "ordinal": ordinal,
                "paragraph_id": part.paragraph,
                "start": part.start,
                "end": part.end,
            }
            for segment, pair in added.items()
            for side, parts in (("source", pair.source), ("target", pair.target))
            for ordinal, part in enumerate(parts)
        ),
        batch_size=BATCH,
    )
