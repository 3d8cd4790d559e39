"""What an editor does with confirmed paragraphs: approve them, or send them back."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from workbench.db import write
from workbench.desk import is_clear, may_approve, same_person
from workbench.errors import BadInput, Conflict, Forbidden
from workbench.messages import message
from workbench.store import reviews, segments
from workbench.workflow.audit import record
from workbench.workflow.lookup import get_segment, get_version
from workbench.workflow.releasing import refuse_final
from workbench.workflow.scoring import rank
from workbench.workflow.settings import FOUR_EYES, setting

if TYPE_CHECKING:
    from sqlite_utils import Database

    from workbench.desk import Review
    from workbench.model import Segment

LONGEST = 2_000
"""Characters of a reason."""


class Approved(NamedTuple):
    """What became of a wish to approve whatever is fit for it."""

    approved: int
    flagged: int
    """Confirmed paragraphs that still have findings."""
    own: int
    """Those that the editor wrote, and that somebody else must approve."""


def approve(db: Database, segment_id: int, *, base: int, author: str) -> Segment:
    """Approve the text that stands in a segment; `base` is the revision that was read.

    Approving what is approved already is no new event.

    Raises:
        NotFound: there is no such segment.
        BadInput: nobody has confirmed the text.
        Conflict: somebody saved another text since `base`.
        Forbidden: the editor wrote it, and the newsroom wants four eyes.
    """
    with write(db):
        now = _read(db, segment_id, base)
        if now.state == "reviewed":
            return now
        _refuse_unconfirmed(now)
        alone = _is_own(db, segment_id, author)
        if alone and setting(db, FOUR_EYES).value == "on":
            raise Forbidden(
                message(
                    "You wrote this text last, so somebody else must approve it: ask a colleague."
                )
            )
        _approve(db, now, author, alone=alone)
        return get_segment(db, segment_id)[1]


def approve_all(db: Database, slug: str, system: str, *, author: str) -> Approved:
    """Approve every confirmed paragraph of an article without open findings, but no own ones.

    Raises:
        NotFound: there is no such article or system.
    """
    with write(db):
        version = get_version(db, slug, system)[1].id
        waiting = [each for each in segments.segments(db, version) if may_approve(each)]
        clear = [each for each in waiting if is_clear(each)]
        both = setting(db, FOUR_EYES).value == "off"
        own = {each.id for each in clear if _is_own(db, each.id, author)}
        fit = [each for each in clear if both or each.id not in own]
        for each in fit:
            _approve(db, each, author, alone=each.id in own)
    return Approved(len(fit), len(waiting) - len(clear), len(clear) - len(fit))


def send_back(db: Database, segment_id: int, reason: str, *, base: int, author: str) -> Segment:
    """Give a paragraph back to its translator with a reason; `base` is the revision that was read.

    Raises:
        NotFound: there is no such segment.
        BadInput: nobody has confirmed the text, or there is no reason, or too long a one.
        Conflict: somebody saved another text since `base`.
        Final: the article has gone out.
    """
    said = _reason(reason)
    with write(db):
        now = _read(db, segment_id, base)
        refuse_final(now)
        if now.state != "reviewed":
            _refuse_unconfirmed(now)
        reviews.add_review(db, segment_id, now.revision, "send-back", author, reason=said)
        rank(db, [segment_id])
        return get_segment(db, segment_id)[1]


def reviews_of(db: Database, segment_id: int) -> list[Review]:
    """What editors said of a segment and of those that it was made from, newest first.

    Raises:
        NotFound: there is no such segment.
    """
    get_segment(db, segment_id)
    return reviews.reviews(db, segment_id)


def _read(db: Database, segment_id: int, base: int) -> Segment:
    now = get_segment(db, segment_id)[1]
    if now.revision != base:
        raise Conflict(
            message("Somebody saved this paragraph after you opened it: read the new text first.")
        )
    return now


def _refuse_unconfirmed(now: Segment) -> None:
    if not may_approve(now):
        raise BadInput(
            message("Nobody has confirmed this text: it goes to an editor once it is confirmed.")
        )


def _is_own(db: Database, segment_id: int, author: str) -> bool:
    return same_person(reviews.last_author(db, segment_id), author)


def _approve(db: Database, now: Segment, author: str, *, alone: bool) -> None:
    reviews.add_review(db, now.id, now.revision, "approve", author, alone=alone)
    rank(db, [now.id])
    if alone:
        record(db, author, "approve-own", str(now.id))


def _reason(given: str) -> str:
    said = " ".join(given.split())
    if not said:
        raise BadInput(
            message("Say why you send it back, so that the translator knows what to do.")
        )
    if len(said) > LONGEST:
        raise BadInput(
            message("The reason is longer than %(most)s characters: shorten it.", most=LONGEST)
        )
    return said
