"""What people say to each other about a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from workbench.db import write
from workbench.errors import BadInput, NotFound, TooLarge
from workbench.mentions import find_mentions, name_key
from workbench.messages import message
from workbench.store import memory, notes, segments
from workbench.workflow.lookup import get_segment, get_version
from workbench.workflow.review import normalise

if TYPE_CHECKING:
    from sqlite_utils import Database

    from workbench.model import Thread
    from workbench.store.memory import Home

LONGEST = 5_000
"""Characters of a note."""


class PlacedThread(NamedTuple):
    """A thread, and where its paragraph is now; None where no article has it any more."""

    thread: Thread
    segment: int | None
    home: Home | None


def note(
    db: Database, segment_id: int, text: str, *, author: str, thread: int | None = None
) -> list[Thread]:
    """Say something about a paragraph, or answer in a thread; all threads of the paragraph.

    Raises:
        NotFound: there is no such segment, or no such thread at it.
        BadInput: nothing was said.
        TooLarge: it is longer than any note.
    """
    said = normalise(text)
    if not said:
        raise BadInput(message("The note is empty: write something, or leave it."))
    if len(said) > LONGEST:
        raise TooLarge(
            message(
                "The note has %(count)s characters, more than %(most)s: shorten it.",
                count=len(said),
                most=LONGEST,
            )
        )
    with write(db):
        _find(db, segment_id, thread)
        called = [name_key(each.name) for each in find_mentions(said, notes.people(db))]
        notes.add_note(db, segment_id, "note", said, author, thread=thread, called=called)
        return notes.threads_at(db, segment_id)


def settle(
    db: Database, segment_id: int, thread: int, *, resolved: bool, author: str
) -> list[Thread]:
    """Resolve a thread or take it up again; all threads of the paragraph.

    Raises:
        NotFound: there is no such segment, or no such thread at it.
    """
    with write(db):
        if _find(db, segment_id, thread) is resolved:
            kind: notes.NoteKind = "resolve" if resolved else "reopen"
            notes.add_note(db, segment_id, kind, "", author, thread=thread)
        return notes.threads_at(db, segment_id)


def threads(db: Database, segment_id: int) -> list[Thread]:
    """What was said about a paragraph, the oldest thread first.

    Raises:
        NotFound: there is no such segment.
    """
    get_segment(db, segment_id)
    return notes.threads_at(db, segment_id)


def open_notes(db: Database, slug: str, system: str) -> dict[int, int]:
    """How many open threads each segment of a version has, where it has any.

    Raises:
        NotFound: there is no such article or system.
    """
    return notes.open_counts(db, get_version(db, slug, system)[1].id)


def all_threads(
    db: Database,
    *,
    still_open: bool = True,
    called: str | None = None,
    author: str | None = None,
    start: int = 0,
    limit: int = 50,
) -> list[PlacedThread]:
    """Threads of all articles, the newest first; those only that call, or were begun by, a name."""
    found = notes.listed(
        db,
        still_open=still_open,
        called=None if called is None else name_key(called),
        author=author,
        start=start,
        limit=limit,
    )
    now = {thread.segment: segments.present(db, thread.segment) for thread in found}
    homes = memory.homes(db, [segment for segment in now.values() if segment is not None])
    return [
        PlacedThread(thread, now[thread.segment], homes.get(now[thread.segment] or 0))
        for thread in found
    ]


def count_calls(db: Database, name: str) -> int:
    """How many open threads call this person."""
    return notes.count_called(db, name_key(name))


def people(db: Database) -> list[str]:
    """Everybody whom a note can call by their whole name."""
    return notes.people(db)


def _find(db: Database, segment_id: int, thread: int | None) -> bool | None:
    """Whether the thread is open; None where none is asked for."""
    get_segment(db, segment_id)
    if thread is None:
        return None
    for each in notes.threads_at(db, segment_id):
        if each.id == thread:
            return each.open
    raise NotFound(message("There is no such note at this paragraph: open it again."))
