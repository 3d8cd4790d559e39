"""Errors that people mark: marked, resized, judged anew, removed, taken back; and ESA's scores."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.db import write
from workbench.errors import BadInput, Conflict, Forbidden, NotFound
from workbench.marks import Help, Judgement, Mark, Verdict, locate
from workbench.messages import message
from workbench.model import SEVERITIES
from workbench.store import marks as store
from workbench.workflow.lookup import get_segment, get_version
from workbench.workflow.preferences import preferences
from workbench.workflow.settings import DIMENSIONS, error_kinds

if TYPE_CHECKING:
    from sqlite_utils import Database

    from workbench.model import Segment, Side

LONGEST_COMMENT = 2000


def marks_of(db: Database, segment: int) -> list[Mark]:
    """The errors that people have marked in a paragraph, the oldest first."""
    return store.marks_of_segment(db, segment)


def marks_in(db: Database, slug: str, system: str) -> dict[int, tuple[Mark, ...]]:
    """The errors of each segment of a version, where it has any.

    Raises:
        NotFound: there is no such article or system.
    """
    found: dict[int, tuple[Mark, ...]] = {}
    for mark in store.marks_of_version(db, get_version(db, slug, system)[1].id):
        found[mark.segment] = (*found.get(mark.segment, ()), mark)
    return found


def count_marks(db: Database, slug: str, system: str) -> dict[int, int]:
    """How many errors are marked at each segment of a version that has any.

    Raises:
        NotFound: there is no such article or system.
    """
    return store.count_marks(db, get_version(db, slug, system)[1].id)


def place_words(
    db: Database, segment: int, side: Side, words: str, near: int | None = None, nth: int = 1
) -> tuple[int, int]:
    """Where these words stand in the paragraph's text of that side; without words, all of it.

    Raises:
        NotFound: there is no such segment.
        BadInput: it has no text on that side, or not these words.
    """
    now = get_segment(db, segment)[1]
    text = _text(now, side)
    if not words.strip() and text and side == "source":
        return 0, len(text)
    place = locate(text, words, near, nth)
    if place is None:
        raise BadInput(
            message(
                "The text has no “%(words)s” in that place: mark words as they stand in it.",
                words=words.strip()[:60],
            )
        )
    return place


def mark(db: Database, segment: int, verdict: Verdict, *, author: str) -> list[Mark]:
    """Mark an error in the text as it stands; all marks of the paragraph come back.

    Raises:
        NotFound: there is no such segment.
        BadInput: the place is not in the text, or severity, category or comment cannot be used.
        Conflict: the same person has marked these words already.
    """
    with write(db):
        now = get_segment(db, segment)[1]
        _check(db, now, verdict)
        _refuse_twin(store.marks_of_segment(db, segment), now, verdict, author)
        store.add_step(db, segment, now.revision, verdict, _help(db, author), author)
        return store.marks_of_segment(db, segment)


def change_mark(
    db: Database, segment: int, number: int, verdict: Verdict, *, author: str
) -> list[Mark]:
    """Put a mark on other words, or judge it anew; what it was stays in its history.

    An error that a check had found goes on being one.

    Raises:
        NotFound: there is no such segment, or no such mark at it.
        Forbidden: somebody else marked it.
        BadInput: as when an error is marked.
        Conflict: the same person has marked these words already.
    """
    with write(db):
        now = get_segment(db, segment)[1]
        was = _own(db, segment, number, author).verdict
        _check(db, now, verdict, was.category)
        verdict = verdict._replace(finding=was.finding, check=was.check)
        others = [each for each in store.marks_of_segment(db, segment) if each.id != number]
        _refuse_twin(others, now, verdict, author)
        store.add_step(db, segment, now.revision, verdict, _help(db, author), author, first=number)
        return store.marks_of_segment(db, segment)


def remove_mark(db: Database, segment: int, number: int, *, author: str) -> list[Mark]:
    """Say that this is no error after all.

    Raises:
        NotFound: there is no such mark at the segment.
        Forbidden: somebody else marked it.
    """
    with write(db):
        _own(db, segment, number, author)
        store.add_removal(db, number)
        return store.marks_of_segment(db, segment)


def undo_mark(db: Database, segment: int, *, author: str) -> list[Mark]:
    """Take back what this person did last with the marks of the paragraph."""
    with write(db):
        store.take_back(db, segment, author)
        return store.marks_of_segment(db, segment)


def confirm_finding(db: Database, segment: int, key: str, *, author: str) -> list[Mark]:
    """Mark as an error what a check has found, as it found it; or remove the mark that says so.

    Raises:
        NotFound: there is no such segment, or no such finding at it.
        BadInput: the finding has no words to mark.
        Conflict: the same person has marked these words already.
    """
    for own in store.marks_of_segment(db, segment):
        if own.author == author and own.verdict.finding == key:
            return remove_mark(db, segment, own.id, author=author)
    now = get_segment(db, segment)[1]
    for each in now.findings:
        if each.key == key:
            verdict = Verdict(
                each.side, each.start, each.end, each.severity, each.category, "", key, each.check
            )
            return mark(db, segment, verdict, author=author)
    raise NotFound(message("That finding is gone meanwhile: look at the paragraph again."))


def judge(db: Database, segment: int, score: float, *, author: str) -> list[Judgement]:
    """Give a text as a whole a score from 0 to 100, as ESA asks after the errors are marked.

    Raises:
        NotFound: there is no such segment.
        BadInput: the score is not from 0 to 100.
    """
    if not 0 <= score <= 100:
        raise BadInput(message("A score is a number from 0 to 100: choose one of these."))
    with write(db):
        now = get_segment(db, segment)[1]
        store.add_judgement(db, segment, now.revision, score, _help(db, author), author)
        return store.judgements_of_segment(db, segment)


def judgements_of(db: Database, segment: int) -> list[Judgement]:
    """Everybody's newest score of a paragraph."""
    return store.judgements_of_segment(db, segment)


def _help(db: Database, author: str) -> Help:
    wishes = preferences(db, author)
    return Help(not wishes.first_pass, wishes.scores and not wishes.first_pass)


def _text(segment: Segment, side: Side) -> str:
    return (segment.source if side == "source" else segment.current) or ""


def _check(db: Database, segment: Segment, verdict: Verdict, category: str = "") -> None:
    """Refuse what is no mark in the text; a kind of error may stay what it was."""
    if not 0 <= verdict.start < verdict.end <= len(_text(segment, verdict.side)):
        raise BadInput(message("No words are marked: choose some in the text first."))
    if verdict.severity not in SEVERITIES:
        raise BadInput(message("An error is neutral, minor, major or critical: choose one."))
    if verdict.category not in {"", category, *DIMENSIONS, *error_kinds(db)}:
        raise BadInput(
            message("“%(category)s” is no kind of error here.", category=verdict.category[:40])
        )
    if len(verdict.comment) > LONGEST_COMMENT:
        raise BadInput(
            message("The comment is longer than %(most)s characters.", most=LONGEST_COMMENT)
        )


def _refuse_twin(marks: list[Mark], now: Segment, verdict: Verdict, author: str) -> None:
    for each in marks:
        place = each.place_in(_text(now, each.verdict.side))
        if (
            each.author == author
            and each.verdict.side == verdict.side
            and place == (verdict.start, verdict.end)
        ):
            raise Conflict(message("You have marked these words already: change that mark."))


def _own(db: Database, segment: int, number: int, author: str) -> Mark:
    for each in store.marks_of_segment(db, segment):
        if each.id == number:
            if each.author != author:
                raise Forbidden(
                    message("%(who)s marked that: only they may change it.", who=each.author)
                )
            return each
    raise NotFound(message("That mark is gone: look at the paragraph again."))
