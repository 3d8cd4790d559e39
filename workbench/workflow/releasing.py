"""When an article goes out, what stands in its way, and how it is changed after that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench import desk
from workbench.db import write
from workbench.errors import BadInput, Final
from workbench.messages import message
from workbench.store import reviews, segments
from workbench.workflow.audit import record
from workbench.workflow.lookup import get_segment, get_version

if TYPE_CHECKING:
    from sqlite_utils import Database

    from workbench.desk import Amendment, Obstacle, Release
    from workbench.model import Segment

LONGEST = 2_000


def obstacles(db: Database, slug: str, system: str) -> list[Obstacle]:
    """What stands between the article and its readers, each kind with its paragraphs.

    Raises:
        NotFound: there is no such article or system.
    """
    return desk.obstacles(segments.segments(db, get_version(db, slug, system)[1].id))


def releases(db: Database, slug: str, system: str) -> list[Release]:
    """When the article went out and was taken up again, newest first.

    Raises:
        NotFound: there is no such article or system.
    """
    return reviews.releases(db, get_version(db, slug, system)[1].id)


def finish(db: Database, slug: str, system: str, *, author: str, reason: str = "") -> Release:
    """Let the article go out; where something stands in its way, only with a `reason`.

    Raises:
        NotFound: there is no such article or system.
        BadInput: something stands in its way, or it has gone out as it is.
    """
    said = _line(reason)
    with write(db):
        version = get_version(db, slug, system)[1].id
        listed = segments.segments(db, version)
        if all(each.state == "final" for each in listed):
            raise BadInput(message("The article is final as it stands: there is nothing to do."))
        found = desk.obstacles(listed)
        if found and not said:
            raise BadInput(
                message(
                    "%(count)s paragraphs are not ready: see each of them, or say why the article "
                    "goes out all the same.",
                    count=len({each.id for kind in found for each in kind.segments}),
                )
            )
        overridden = {kind: len(involved) for kind, involved in found}
        reviews.add_release(db, version, "final", author, reason=said, overridden=overridden)
        if overridden:
            record(db, author, "override", slug, system=system, **overridden)
        record(db, author, "final", slug, system=system)
        return reviews.releases(db, version)[0]


def reopen(db: Database, slug: str, system: str, *, author: str, reason: str) -> Release:
    """Take up an article that has gone out, as a whole.

    Raises:
        NotFound: there is no such article or system.
        BadInput: it has not gone out, or there is no reason.
    """
    said = _line(reason)
    if not said:
        raise BadInput(message("Say why the article is taken up again."))
    with write(db):
        version = get_version(db, slug, system)[1].id
        last = next(iter(reviews.releases(db, version)), None)
        if last is None or last.kind != "final":
            raise BadInput(message("The article is not final: go on with it."))
        reviews.add_release(db, version, "reopen", author, reason=said)
        record(db, author, "reopen", slug, system=system)
        return reviews.releases(db, version)[0]


def amend(db: Database, segment_id: int, kind: str, note: str, *, author: str) -> Segment:
    """Take up one paragraph of an article that has gone out, and say what for.

    Raises:
        NotFound: there is no such segment.
        BadInput: the article has not gone out, or there is no such reason, or too long a note.
    """
    reason = next((each for each in desk.REASONS if each == kind), None)
    if reason is None:
        raise BadInput(
            message("Choose what the change is: %(known)s.", known=", ".join(desk.REASONS))
        )
    said = _line(note)
    with write(db):
        version, now = get_segment(db, segment_id)
        if now.state != "final":
            raise BadInput(message("This paragraph is not final: go on with it."))
        release = reviews.releases(db, version)[0]
        reviews.add_amendment(db, segment_id, release.id, reason, said, author)
        return get_segment(db, segment_id)[1]


def amendments_of(db: Database, segment_id: int) -> list[Amendment]:
    """Why a segment was changed after it had gone out, newest first."""
    return reviews.amendments(db, segment_id)


def refuse_final(segment: Segment) -> None:
    """Let nobody change what has gone out without a reason.

    Raises:
        Final: it has gone out.
    """
    if segment.state == "final":
        raise Final(
            message(
                "This article is final: say whether you mend a typo, clarify, correct or retract."
            )
        )


def refuse_final_article(db: Database, version: int) -> None:
    """Let nobody repair the pairing of an article that has gone out.

    Raises:
        Final: it has gone out.
    """
    last = next(iter(reviews.releases(db, version)), None)
    if last is not None and last.kind == "final":
        raise Final(message("This article is final: reopen it before you repair its pairing."))


def _line(given: str) -> str:
    said = " ".join(given.split())
    if len(said) > LONGEST:
        raise BadInput(
            message("The reason is longer than %(most)s characters: shorten it.", most=LONGEST)
        )
    return said
