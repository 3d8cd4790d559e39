"""Repairing a pairing by hand: each step is an alignment of its own, so any step can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.align.sentences import best_split
from workbench.db import write
from workbench.diff import place_in_new
from workbench.errors import BadInput, Conflict
from workbench.messages import message
from workbench.pairing import Part
from workbench.store import alignments, articles, scores, segments, texts, versions
from workbench.workflow import steps
from workbench.workflow.carrying import Arrival, carry_over, left_behind
from workbench.workflow.lookup import get_segment
from workbench.workflow.previews import get_preview
from workbench.workflow.releasing import refuse_final_article
from workbench.workflow.renewing import renewal
from workbench.workflow.scoring import check_stored

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sqlite_utils import Database

    from workbench.messages import Message
    from workbench.model import Article, Paragraph, Role, Segment, Side, Version
    from workbench.pairing import Pair
    from workbench.store.alignments import Step
    from workbench.store.segments import StateRow
    from workbench.store.versions import VersionRow
    from workbench.workflow.carrying import Left
    from workbench.workflow.renewing import Renewal

    Change = tuple[list[Pair], Message]


@dataclass(frozen=True, slots=True)
class Aside:
    """A paragraph of a page that is not in the article, and why."""

    part: Part
    side: Side
    text: str
    reason: Message
    role: Role


@dataclass(frozen=True, slots=True)
class Pairing:
    """A version as pairs of paragraphs, with all that is needed to repair it."""

    row: VersionRow
    article: Article
    pairs: tuple[Pair, ...]
    texts: Mapping[int, str]
    """Every paragraph of both pages by its id."""
    aside: tuple[Aside, ...]
    undo: Step | None
    """The step that undoing takes back."""
    redo: Step | None
    states: Mapping[int, StateRow]
    """What stands in each segment."""
    renewal: Renewal | None = None
    """What importing a preview will do to the work on the system's earlier text."""


BY_HAND = message("Left out by hand.")


def pairing_of(db: Database, version: int) -> Pairing:
    """The current pairing of a version, a preview or an imported one.

    Raises:
        NotFound: there is no such version.
    """
    row = get_preview(db, version)
    pairs = alignments.pairs_of(db, row.alignment)
    source, target = texts.paragraphs(db, row.source_text), texts.paragraphs(db, row.target_text)
    now = alignments.step(db, row.alignment)
    first = alignments.step_before(db, row.alignment) is None
    return Pairing(
        row,
        articles.article_by_id(db, row.article),
        tuple(pairs),
        {number: paragraph.text for number, paragraph in (*source, *target)},
        (*_aside(source, pairs, "source"), *_aside(target, pairs, "target")),
        None if first else now,
        alignments.step_after(db, row.alignment),
        segments.states(db, [pair.segment or 0 for pair in pairs]),
        _renewal(db, row),
    )


def last_step(db: Database, version: Version) -> Step | None:
    """The step that undoing would take back; None where nobody has repaired the pairing."""
    first = alignments.step_before(db, version.alignment) is None
    return None if first else alignments.step(db, version.alignment)


def repair(
    db: Database,
    version: int,
    base: int,
    change: Callable[[Pairing], Change],
    *,
    author: str,
    anchors: Mapping[int, tuple[int, int]] | None = None,
) -> Pairing:
    """Make one step and give the pairing after it; `base` is the alignment it is made on.

    Only the segments that the step makes are checked again; what people wrote goes with its
    words. A step that changes nothing is none.

    Raises:
        NotFound: there is no such version.
        Conflict: somebody repaired the pairing since `base`.
        BadInput: the step cannot be made.
    """
    with write(db):
        before = _open(db, version, base)
        pairs, what = change(before)
        if _same(before.pairs, pairs):
            return before
        step = (what, author, before.row.alignment)
        alignment, new = alignments.add_alignment(db, version, pairs, before.texts, step)
        _go_to(db, before, alignment, new, author, anchors or {})
    return pairing_of(db, version)


def undo(db: Database, version: int, base: int, *, author: str) -> Pairing:
    """Take the last step back: the alignment before it counts again, byte for byte.

    What was written after the step goes with its words.

    Raises:
        NotFound: there is no such version.
        Conflict: somebody repaired the pairing since `base`.
        BadInput: there is nothing to undo.
    """
    with write(db):
        before = _open(db, version, base)
        earlier = alignments.step_before(db, before.row.alignment)
        if earlier is None:
            raise BadInput(message("There is no step left to undo."))
        _go_to(db, before, earlier.id, frozenset(), author, {})
    return pairing_of(db, version)


def redo(db: Database, version: int, base: int, *, author: str) -> Pairing:
    """Make the step again that was undone last.

    Raises:
        NotFound: there is no such version.
        Conflict: somebody repaired the pairing since `base`.
        BadInput: there is nothing to make again.
    """
    with write(db):
        before = _open(db, version, base)
        if before.redo is None:
            raise BadInput(message("There is no step to make again."))
        _go_to(db, before, before.redo.id, frozenset(), author, {})
    return pairing_of(db, version)


def merge_with_next(db: Database, segment: int, *, author: str) -> int:
    """Merge a segment with the one below it; the id of what they have become.

    Raises:
        NotFound: the segment is not in its article any more.
        BadInput: nothing follows it.
    """
    with write(db):
        before, _ = _now(db, segment)
        place = [pair.segment for pair in before.pairs].index(segment)
        after = repair(db, before.row.id, before.row.alignment, steps.merge(segment), author=author)
    return after.pairs[min(place, len(after.pairs) - 1)].segment or 0


def split_at_caret(db: Database, segment: int, caret: int, *, author: str) -> int:
    """Split a segment where the caret stands in its current text; the id of the first half.

    The AI text and the Italian are cut where they fit best.

    Raises:
        NotFound: the segment is not in its article any more.
        BadInput: there is nothing to split on one side of the caret, or no AI text.
    """
    with write(db):
        before, now = _now(db, segment)
        place = [pair.segment for pair in before.pairs].index(segment)
        current, target = now.current or "", now.target or ""
        if not (current[:caret].strip() and current[caret:].strip() and target):
            raise BadInput(
                message("There is no text on one side of the caret: put it where to split.")
            )
        cut = place_in_new(current, target, caret)
        if not (target[:cut].strip() and target[cut:].strip()):
            best = best_split(now.source or "", target)
            cut = best[1] if best else cut
        step = steps.split_beside(segment, cut)
        anchors = {segment: (cut, caret)}
        after = repair(
            db, before.row.id, before.row.alignment, step, author=author, anchors=anchors
        )
    return after.pairs[place].segment or 0


def _now(db: Database, segment: int) -> tuple[Pairing, Segment]:
    version, now = get_segment(db, segment)
    return pairing_of(db, version), now


def _go_to(
    db: Database,
    before: Pairing,
    alignment: int,
    new: frozenset[int],
    author: str,
    anchors: Mapping[int, tuple[int, int]],
) -> None:
    """Let another alignment count, and carry over what people did in segments that leave."""
    after = alignments.pairs_of(db, alignment)
    here = {pair.segment for pair in after}
    there = {pair.segment: pair.role for pair in before.pairs}
    leaving = [pair for pair in before.pairs if pair.segment not in here]
    left = left_behind(db, leaving, anchors)
    versions.choose_alignment(db, before.row.id, alignment)
    scores.replace_scores(db, before.row.id, None, ())
    if before.row.imported is None:
        return
    arrived = [
        Arrival(pair.segment, pair, pair.segment in new)
        for pair in after
        if pair.segment is not None and pair.segment not in there
    ]
    left += _left_before(db, before, arrived)
    for pair in after:
        if pair.segment is not None and there.get(pair.segment, pair.role) != pair.role:
            check_stored(db, pair.segment)
    carry_over(db, before.row.id, left, arrived, before.texts, author)


def _left_before(db: Database, before: Pairing, arrived: Sequence[Arrival]) -> list[Left]:
    """What people did in pairs that left the article earlier and of which paragraphs come back.

    Where only the Italian comes back, their English is in the article and has that work already.
    """
    back = {
        part.paragraph
        for arrival in arrived
        for part in (*arrival.pair.source, *arrival.pair.target)
    } & {aside.part.paragraph for aside in before.aside}
    used = {part.paragraph for pair in before.pairs for part in pair.target}
    pairs = {
        pair.segment: pair
        for paragraph in sorted(back)
        for pair in alignments.last_places(db, before.row.alignment, paragraph)
        if not (pair.target and used.issuperset(part.paragraph for part in pair.target))
    }
    return left_behind(db, pairs.values(), {})


def _renewal(db: Database, row: VersionRow) -> Renewal | None:
    old = None if row.imported else versions.find_version(db, row.article, row.system)
    return renewal(db, old, row) if old else None


def _same(before: Sequence[Pair], after: Sequence[Pair]) -> bool:
    return [(p.key, p.role, p.confidence) for p in before] == [
        (p.key, p.role, p.confidence) for p in after
    ]


def _open(db: Database, version: int, base: int) -> Pairing:
    """The pairing as it is, in which a step is to be made that was decided on at `base`."""
    now = pairing_of(db, version)
    refuse_final_article(db, version)
    if now.row.alignment != base:
        raise Conflict(
            message(
                "Somebody repaired the pairing after you opened it: look at it as it is now and "
                "repeat your step if it is still needed."
            )
        )
    return now


def _aside(
    paragraphs: Sequence[tuple[int, Paragraph]], pairs: Sequence[Pair], side: Side
) -> list[Aside]:
    """The paragraphs of one page that no pair holds, in page order."""
    used = {part.paragraph for pair in pairs for part in pair.side(side)}
    return [
        Aside(
            Part(paragraph.position, number),
            side,
            paragraph.text,
            paragraph.reason or BY_HAND,
            "body" if paragraph.role == "chrome" else paragraph.role,
        )
        for number, paragraph in paragraphs
        if number not in used
    ]
