"""What people say to each other about a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from workbench.db import write
from workbench.errors import BadInput, NotFound, TooLarge
from workbench.mentions import calls_for, find_mentions, name_key
from workbench.messages import message
from workbench.store import memory, notes
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
    said = _checked(text)
    if not said:
        raise BadInput(message("The note is empty: write something, or leave it."))
    with write(db):
        if thread is not None:
            _find(db, segment_id, thread)
        _say(db, segment_id, said, author, thread)
        return threads(db, segment_id)


def settle(
    db: Database, segment_id: int, thread: int, *, resolved: bool, author: str, text: str = ""
) -> list[Thread]:
    """Resolve a thread or take it up again, after a last word if there is one.

    All threads of the paragraph come back.

    Raises:
        NotFound: there is no such segment, or no such thread at it.
        TooLarge: the last word is longer than any note.
    """
    said = _checked(text)
    with write(db):
        still_open = _find(db, segment_id, thread).open
        if said:
            _say(db, segment_id, said, author, thread)
        if still_open is resolved:
            kind: notes.NoteKind = "resolve" if resolved else "reopen"
            notes.add_note(db, segment_id, kind, "", author, thread=thread)
        return threads(db, segment_id)


def threads(db: Database, segment_id: int) -> list[Thread]:
    """What was said about a paragraph, the oldest thread first.

    Raises:
        NotFound: there is no such segment.
    """
    version, _ = get_segment(db, segment_id)
    return notes.threads_at(db, version, segment_id)


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
        called=None if called is None else _keys(db, called),
        author=author,
        start=start,
        limit=limit,
    )
    now = {thread.id: notes.place(db, thread.id) for thread in found}
    homes = memory.homes(db, [segment for segment in now.values() if segment is not None])
    return [
        PlacedThread(thread, now[thread.id], homes.get(now[thread.id] or 0)) for thread in found
    ]


def count_calls(db: Database, name: str) -> int:
    """How many open threads call this person."""
    return notes.count_called(db, _keys(db, name))


def people(db: Database) -> list[str]:
    """Everybody whom a note can call by their whole name."""
    return notes.people(db)


def _keys(db: Database, name: str) -> list[str]:
    """The keys of calls that mean this person; everybody is read only if one may mean another."""
    *first, _ = calls_for(name) or [name]
    return calls_for(name, people(db) if first and notes.is_called(db, first[0]) else ())


def _checked(text: str) -> str:
    said = normalise(text)
    if len(said) > LONGEST:
        raise TooLarge(
            message(
                "The note has %(count)s characters, more than %(most)s: shorten it.",
                count=len(said),
                most=LONGEST,
            )
        )
    return said


def _say(db: Database, segment_id: int, said: str, author: str, thread: int | None) -> None:
    called = [name_key(each.name) for each in find_mentions(said, notes.people(db))]
    get_segment(db, segment_id)
    notes.add_note(db, segment_id, "note", said, author, thread=thread, called=called)


def _find(db: Database, segment_id: int, thread: int) -> Thread:
    for each in threads(db, segment_id):
        if each.id == thread:
            return each
    raise NotFound(message("There is no such note at this paragraph: open it again."))
