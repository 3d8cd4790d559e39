"""Corrections, confirmations and dismissals go with their words into other segments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from workbench.pairing import Held, carried
from workbench.store import alignments, findings, segments
from workbench.workflow.scoring import check_segment

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlite_utils import Database

    from workbench.pairing import Carried, Pair
    from workbench.pairing.parts import Texts


@dataclass(frozen=True, slots=True)
class Left:
    """What a segment that leaves the article leaves behind."""

    segment: int
    held: Held
    dismissed: frozenset[tuple[str, str, str]]
    """Check, side and sentence of the findings that people have dismissed in it."""


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
            dismissed.get(segment, frozenset()),
        )
        for segment, pair in listed
    ]


def carry_over(
    db: Database, left: Sequence[Left], arrived: Iterable[Arrival], texts: Texts, author: str
) -> None:
    """Put what was `left` behind into what `arrived`, and check that; inside a transaction.

    A segment that comes back has its own text and findings, and keeps them unless somebody
    wrote in the others after it had gone.
    """
    for arrival in arrived:
        origins = [one for one in left if one.held.pair.touches(arrival.pair)]
        ids = [one.segment for one in origins]
        if arrival.new:
            alignments.add_origins(db, arrival.segment, ids)
        elif segments.last_typed(db, ids) <= segments.last_revision(db, arrival.segment):
            continue
        got = carried(arrival.pair, [one.held for one in origins], texts)
        if got:
            _write(db, arrival.segment, got, author)
        check_stored(db, arrival.segment)
        _dismiss_again(db, arrival.segment, origins, author)


def check_stored(db: Database, segment: int) -> None:
    """Check and score a segment as it stands in the store; inside a transaction."""
    found = segments.find_segment(db, segment)
    if found:
        check_segment(db, *found)


def _write(db: Database, segment: int, got: Carried, author: str) -> None:
    state = segments.states(db, [segment])[segment]
    if got.text == (state.current or "") and (not got.confirmed or state.state == "translated"):
        return
    kind = "confirm" if got.confirmed else "draft"
    segments.add_revision(db, segment, kind, got.text, state.revision, author, carried=True)


def _dismiss_again(db: Database, segment: int, origins: Sequence[Left], author: str) -> None:
    known = {decision for one in origins for decision in one.dismissed}
    found = segments.find_segment(db, segment) if known else None
    for finding in found[1].findings if found else ():
        if (finding.check, finding.side, str(finding.message)) in known:
            findings.add_dismissal(db, segment, finding.key, author)
