"""What was confirmed before, for a paragraph or for words that somebody looks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from workbench.errors import BadInput
from workbench.memory import Remembered, best_matches, key_words, search_terms
from workbench.messages import message
from workbench.store import memory
from workbench.workflow.lookup import get_segment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlite_utils import Database

    from workbench.memory import Match
    from workbench.model import Language, Segment
    from workbench.store.memory import FoundRow, Home

_CANDIDATES = 100
"""Pairs that are compared with a text, word by word."""
FOUND_BEGINS, FOUND_ENDS = memory.BEGIN, memory.END
LONGEST = 500
"""Characters of a search."""
_TERMS = 20


class Placed(NamedTuple):
    """A match, and where it is from."""

    match: Match
    home: Home


def matches(db: Database, segment_id: int) -> list[Placed]:
    """What was confirmed for Italian like that of the segment, the most alike first.

    Raises:
        NotFound: there is no such segment.
    """
    source = get_segment(db, segment_id)[1].source or ""
    pairs = memory.pairs_with(db, key_words(source), segment_id, _CANDIDATES)
    found = best_matches(source, pairs)
    homes = memory.homes(db, [match.pair.segment for match in found])
    return [Placed(match, homes[match.pair.segment]) for match in found]


def concordance(
    db: Database, asked: str, language: Language, *, whole: bool, start: int, limit: int
) -> list[FoundRow]:
    """The confirmed pairs that have what was asked for on the side of the language, newest first.

    Nothing where there is no word in it.

    Raises:
        BadInput: it is longer than anybody's search.
    """
    if len(asked) > LONGEST:
        said = message("That is more than %(most)s characters: search for less.", most=LONGEST)
        raise BadInput(said)
    terms = search_terms(asked)[:_TERMS]
    return memory.find_pairs(db, terms, language, whole=whole, start=start, limit=limit)


def remember(db: Database, touched: Iterable[Segment]) -> None:
    """Bring the memory up to date with these segments; to be called inside a transaction."""
    listed = list(touched)
    pairs = [
        Remembered(s.id, s.source, s.current)
        for s in listed
        if s.confirmed and s.source and s.current
    ]
    kept = {pair.segment for pair in pairs}
    memory.keep_pairs(db, pairs, [s.id for s in listed if s.id not in kept])
