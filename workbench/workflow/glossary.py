"""The newsroom's glossary: what the desk writes into it, the next look at a paragraph uses."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from workbench.db import path_of, write
from workbench.errors import BadInput, Conflict, NotFound
from workbench.language.house_csv import read_table, split_forbidden, tidy, write_table
from workbench.language.house_terms import beginning, find_house_terms
from workbench.messages import Message, message
from workbench.store import glossary
from workbench.workflow.jobs import start_recheck
from workbench.workflow.scoring import recheck

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlite_utils import Database

    from workbench.model import Term

MOST_AT_ONCE = 50
"""Paragraphs that are checked again while the person waits; more are left to a job."""
MAX_WORDS, MAX_NOTE = 200, 1000
"""Characters of a term, and of a note."""


class Changed(NamedTuple):
    """What became of a change of the glossary."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    checked: int = 0
    """Paragraphs whose Italian has the terms, checked again or being so."""
    job: int | None = None
    """The work in the background, where there are many of them."""


def terms(db: Database) -> tuple[Term, ...]:
    """The glossary as it stands, in the order of the Italian."""
    return glossary.current_terms(db)


def terms_in(db: Database, italian: str | None) -> list[Term]:
    """The terms that occur in an Italian text, each once, in text order."""
    found = find_house_terms(italian or "", glossary.current_terms(db))
    return list({each.term.id: each.term for each in found}.values())


def get_term(db: Database, term: int) -> Term:
    """The term whose newest row this is.

    Raises:
        NotFound: it is removed, or there never was one.
        Conflict: somebody has changed it since.
    """
    found = glossary.find_term(db, term)
    if found is not None:
        return found
    if glossary.newest_of(db, term) is None:
        raise NotFound(message("This term is not in the glossary any more: look at the list."))
    raise Conflict(
        message(
            "Somebody changed this term after you opened it: look at how it stands now, and "
            "change it again."
        )
    )


def newest_term(db: Database, term: int) -> Term | None:
    """A term as it stands now, of which this is some row; None where it is removed."""
    return glossary.newest_of(db, term)


def add_term(db: Database, term: Term, author: str) -> Changed:
    """Put a term into the glossary and check the paragraphs that have it.

    Raises:
        BadInput: it is incomplete, contradicts itself, or is there already.
    """
    with write(db):
        new = _usable(replace(term, id=0))
        _refuse_double(db, new)
        glossary.add_term(db, new, author)
    return _checked(db, Changed(added=1), [new])


def change_term(db: Database, term: Term, author: str) -> Changed:
    """Let a term be what is given here from now on; its id says which one.

    Raises:
        NotFound: it is removed, or there never was one.
        Conflict: somebody has changed it since.
        BadInput: it is incomplete, contradicts itself, or another one is the same.
    """
    with write(db):
        before, new = get_term(db, term.id), _usable(term)
        if _content(before) == _content(new):
            return Changed()
        _refuse_double(db, new)
        glossary.add_term(db, new, author)
    return _checked(db, Changed(changed=1), [before, new])


def remove_term(db: Database, term: int, author: str) -> Changed:
    """Take a term out of the glossary; what it was is kept.

    Raises:
        NotFound: it is removed already, or there never was one.
        Conflict: somebody has changed it since.
    """
    with write(db):
        before = get_term(db, term)
        glossary.add_term(db, before, author, deleted=True)
    return _checked(db, Changed(removed=1), [before])


def removed_term(db: Database, term: int) -> Term | None:
    """What a removed term was, of which this was the newest row; None where it is none."""
    return glossary.find_removed(db, term)


def import_terms(db: Database, data: bytes, author: str) -> Changed:
    """Put the terms of a CSV file into the glossary: all of them, or none.

    A term that is there already becomes what the file says; those that the file has not stay.

    Raises:
        TooLarge: the file is too large.
        BadInput: it is no such table, or a row of it cannot be used; the message names the line.
    """
    new: dict[tuple[str, bool], Term] = {}
    for line, read in read_table(data):
        term = _usable(read, line)
        if term.key in new:
            raise BadInput(
                message(
                    "Line %(line)s has “%(italian)s” a second time: keep one of the two. "
                    "Nothing was imported.",
                    line=line,
                    italian=term.italian,
                )
            )
        new[term.key] = term
    with write(db):
        old = {term.key: term for term in glossary.current_terms(db)}
        moved = [
            replace(term, id=old[key].id if key in old else 0)
            for key, term in new.items()
            if key not in old or _content(term) != _content(old[key])
        ]
        for term in moved:
            glossary.add_term(db, term, author)
    known = sum(bool(term.id) for term in moved)
    return _checked(db, Changed(added=len(moved) - known, changed=known), moved)


def export_terms(db: Database) -> str:
    """The glossary as CSV, which can be imported again."""
    return write_table(glossary.current_terms(db))


def _checked(db: Database, done: Changed, moved: Iterable[Term]) -> Changed:
    """What was done, once the paragraphs that have the terms are checked again or will be."""
    found = _holding(db, tuple(moved))
    if len(found) > MOST_AT_ONCE:
        return done._replace(checked=len(found), job=start_recheck(path_of(db), found))
    recheck(db, found)
    return done._replace(checked=len(found))


def _holding(db: Database, moved: tuple[Term, ...]) -> list[int]:
    """The segments in whose Italian one of the terms occurs."""
    if not moved:
        return []
    likely = glossary.italian_like(db, (beginning(term.italian) for term in moved))
    return [segment for segment, italian in likely if find_house_terms(italian, moved)]


def _content(term: Term) -> Term:
    return replace(term, id=0, author="", created="")


def _refuse_double(db: Database, new: Term) -> None:
    for each in glossary.current_terms(db):
        if each.key == new.key and each.id != new.id:
            raise BadInput(
                message(
                    "“%(italian)s” is in the glossary already: change it there.",
                    italian=each.italian,
                )
            )


def _usable(term: Term, line: int = 0) -> Term:
    """The term as it is kept; refused, with its line in a file, where nobody could follow it."""
    keep = term.kind == "keep"
    tidied = replace(
        term,
        italian=_tidy(term.italian),
        english="" if keep else _tidy(term.english),
        forbidden=split_forbidden(unicodedata.normalize("NFC", "|".join(term.forbidden))),
        note=_tidy(term.note),
    )
    why = _fault(tidied, line)
    if why is not None:
        raise BadInput(why)
    return tidied


def _tidy(text: str) -> str:
    return tidy(unicodedata.normalize("NFC", text))


def _fault(term: Term, line: int) -> Message | None:
    """What is wrong with a term, or None."""
    if not beginning(term.italian):
        return _said(
            line,
            message("The Italian term is missing: write the word it is about."),
            message("Line %(line)s has no Italian term. Nothing was imported.", line=line),
        )
    if not beginning(term.wanted):
        return _said(
            line,
            message("The English is missing: write it, or say that the term is not translated."),
            message("Line %(line)s has no English term. Nothing was imported.", line=line),
        )
    if any(each.casefold() == term.wanted.casefold() for each in term.forbidden):
        return _said(
            line,
            message("“%(words)s” is both preferred and forbidden: choose.", words=term.wanted),
            message(
                "Line %(line)s both prefers and forbids “%(words)s”. Nothing was imported.",
                line=line,
                words=term.wanted,
            ),
        )
    return _too_long(term, line)


def _too_long(term: Term, line: int) -> Message | None:
    longest = max(map(len, (term.italian, term.english, *term.forbidden)))
    if longest <= MAX_WORDS and len(term.note) <= MAX_NOTE:
        return None
    return _said(
        line,
        message(
            "A term may have %(words)s characters, and a note %(note)s: shorten it.",
            words=MAX_WORDS,
            note=MAX_NOTE,
        ),
        message(
            "Line %(line)s has a term over %(words)s or a note over %(note)s characters. "
            "Nothing was imported.",
            line=line,
            words=MAX_WORDS,
            note=MAX_NOTE,
        ),
    )


def _said(line: int, here: Message, in_file: Message) -> Message:
    return in_file if line else here
