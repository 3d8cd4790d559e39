"""Corrections, confirmations and dismissals go with their words into other segments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from workbench.diff import place_in_new
from workbench.pairing import Held, carried, without
from workbench.store import alignments, findings, segments
from workbench.store.glossary import current_terms
from workbench.workflow.scoring import check_article, check_stored, rank

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlite_utils import Database

    from workbench.model import Finding, Segment, Side
    from workbench.pairing import Carried, Pair
    from workbench.pairing.parts import Texts


class Dismissed(NamedTuple):
    """A finding that people have dismissed, and the text it stands in."""

    finding: Finding
    text: str


@dataclass(frozen=True, slots=True)
class Left:
    """What a segment that leaves the article leaves behind."""

    segment: int
    held: Held
    dismissed: tuple[Dismissed, ...]


class Arrival(NamedTuple):
    """A segment that comes into the article; `new` where it never was in it before."""

    segment: int
    pair: Pair
    new: bool


def left_behind(
    db: Database, pairs: Iterable[Pair], anchors: Mapping[int, tuple[int, int]]
) -> list[Left]:
    """What people did in these pairs; to be asked while they still are in the article.

    `anchors` say for a segment which place of the AI text and of the current one are the same.
    """
    listed = [(pair.segment, pair) for pair in pairs if pair.segment is not None]
    ids = [segment for segment, _ in listed]
    states, dismissed = segments.states(db, ids), findings.dismissed_in(db, ids)
    return [
        Left(
            segment,
            Held(
                pair,
                states[segment].target,
                states[segment].current,
                touched=states[segment].state != "new",
                confirmed=states[segment].state == "translated",
                anchor=anchors.get(segment),
            ),
            _with_text(db, segment, dismissed.get(segment, ())),
        )
        for segment, pair in listed
    ]


def carry_over(
    db: Database,
    version: int,
    left: Sequence[Left],
    arrived: Iterable[Arrival],
    texts: Texts,
    author: str,
) -> None:
    """Put what was `left` behind into what `arrived`, and check that; inside a transaction.

    `version` is the one into which the segments have come.

    A segment that comes back has its own text, and keeps it unless somebody wrote in the others
    after it had gone, or says by an anchor where their words are.
    """
    listed = list(arrived)
    known = {one.segment: segments.last_revision(db, one.segment) for one in listed if not one.new}
    ways = [_way(db, arrival, left, listed, known) for arrival in listed]
    back = _written_back(db, [way.arrival for way in ways if not way.takes])
    terms = current_terms(db)
    for way in ways:
        if way.takes:
            alignments.add_origins(db, way.arrival.segment, [one.segment for one in way.origins])
            held = [without(one.held, back) for one in way.origins]
            got = carried(way.arrival.pair, held, texts)
            _write(db, way.arrival, got, way.work, author)
        check_stored(db, way.arrival.segment, terms)
    check_article(db, version)
    for way in ways:
        _dismiss_again(db, way.arrival, way.origins, author)


class _Way(NamedTuple):
    """Where a segment that arrives has its words from."""

    arrival: Arrival
    origins: list[Left]
    work: int
    """The newest event by a person in the origins."""
    takes: bool
    """Whether it takes its text from them, rather than keep its own."""


def _way(
    db: Database,
    arrival: Arrival,
    left: Sequence[Left],
    listed: Sequence[Arrival],
    known: Mapping[int, int],
) -> _Way:
    origins = [one for one in left if one.held.pair.touches(arrival.pair)]
    beside = [
        known.get(one.segment, 0)
        for one in listed
        if any(one.pair.touches(origin.held.pair) for origin in origins)
    ]
    work = alignments.newest_work(db, [one.segment for one in origins])
    said = any(one.held.anchor for one in origins)
    return _Way(arrival, origins, work, arrival.new or said or work > max(beside, default=0))


def _written_back(db: Database, kept: Sequence[Arrival]) -> list[str]:
    """What people wrote for Italian without English, where that comes back with its own text."""
    alone = [one.segment for one in kept if not one.pair.target]
    return [state.current for state in segments.states(db, alone).values() if state.current]


def _write(db: Database, arrival: Arrival, got: Carried | None, work: int, author: str) -> None:
    """Let the segment say what it has `got`; `work` is the newest event that this comes from."""
    state = segments.states(db, [arrival.segment])[arrival.segment]
    if got is None:
        if not arrival.new and state.state != "new" and state.current:
            _add(db, arrival.segment, "revert", state.target or "", work, author)
        return
    if got.text == (state.current or "") and (not got.confirmed or state.state == "translated"):
        return
    _add(db, arrival.segment, "confirm" if got.confirmed else "draft", got.text, work, author)


def _add(db: Database, segment: int, kind: str, text: str, work: int, author: str) -> None:
    segments.add_revision(db, segment, kind, text, work, author, carried=True)


def _with_text(db: Database, segment: int, dismissed: Iterable[Finding]) -> tuple[Dismissed, ...]:
    listed = list(dismissed)
    stored = segments.find_segment(db, segment) if listed else None
    return tuple(Dismissed(finding, _text(stored[1], finding)) for finding in listed if stored)


def _dismiss_again(db: Database, arrival: Arrival, origins: Sequence[Left], author: str) -> None:
    """Dismiss what was dismissed before, where it stands now: not its like in another place."""
    known = [
        decision
        for one in origins
        for decision in one.dismissed
        if _shared(one.held.pair, arrival.pair, decision.finding.side)
    ]
    stored = segments.find_segment(db, arrival.segment) if known else None
    if stored is None:
        return
    for finding in stored[1].findings:
        text = _text(stored[1], finding)
        if any(_again(decision, finding, text) for decision in known):
            findings.add_dismissal(db, arrival.segment, finding.key, author)
            rank(db, [arrival.segment])


def _shared(old: Pair, new: Pair, side: Side) -> bool:
    """Whether words of that side went from the old pair to the new one."""
    kept: Side = side if old.side(side) else "source"
    return any(mine.overlaps(theirs) for mine in old.side(kept) for theirs in new.side(kept))


def _again(old: Dismissed, finding: Finding, text: str) -> bool:
    was = old.finding
    alike = (was.check, was.side, was.message) == (finding.check, finding.side, finding.message)
    return alike and place_in_new(old.text, text, was.start) == finding.start


def _text(segment: Segment, finding: Finding) -> str:
    return (segment.source if finding.side == "source" else segment.current) or ""
