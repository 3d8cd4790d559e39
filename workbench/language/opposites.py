"""English words that say the opposite of an Italian one: by a table, or by how they begin."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from workbench.language.counterparts import content_meanings, english_keys
from workbench.language.tables import read_table
from workbench.language.words import FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from workbench.language.counterparts import Links
    from workbench.language.words import Word

_Column = Literal["italian", "english", "opposite_italian", "opposite_english"]

_EVERYWHERE = FUNCTION_WORDS["en"]


class Opposite(NamedTuple):
    """An English word that says the opposite of an Italian one, by their indices."""

    ours: int
    theirs: int
    row: int = -1
    """The row of the table that says so, where one does."""


def candidates(ours: Sequence[Word], theirs: Sequence[Word]) -> list[Opposite]:
    """English words that may say the opposite of an Italian one, by the table alone; cheap."""
    rows = [(index, row) for index, word in enumerate(theirs) for row in _opposed(word.text)]
    if not rows:
        return []
    meant: dict[int, int] = {}
    for place, word in enumerate(ours):
        for row in _named(word.text):
            meant.setdefault(row, place)
    return [Opposite(meant[row], index, row) for index, row in rows if row in meant]


def find_opposites(
    found: Iterable[Opposite], ours: Sequence[Word], theirs: Sequence[Word], links: Links
) -> Iterator[Opposite]:
    """Those of the candidates that nothing else explains.

    A word that stands for another one says nothing here.
    """
    for one in found:
        if one.theirs not in links.near_back:
            places = [i for i, word in enumerate(ours) if one.row in _named(word.text)]
            if not _said(one.row, places, ours, theirs, links):
                yield one


def _said(
    row: int, places: list[int], ours: Sequence[Word], theirs: Sequence[Word], links: Links
) -> bool:
    """Whether the English says what the Italian does, or the Italian what the English does."""
    return (
        any(
            row in _saying(word.text) and links.back.get(index, places[0]) in places
            for index, word in enumerate(theirs)
        )
        or any(
            row in _excusing(word.text) and index not in links.forth
            for index, word in enumerate(ours)
        )
        or _phrased(row, theirs, "english")
        or _phrased(row, ours, "opposite_italian")
    )


def _phrased(row: int, words: Sequence[Word], column: _Column) -> bool:
    text = f" {' '.join(word.key for word in words)} "
    return any(phrase in text for phrase in _phrases(column).get(row, ()))


@lru_cache(maxsize=20_000)
def _named(word: str) -> frozenset[int]:
    return _rows(word, "italian")


@lru_cache(maxsize=20_000)
def _saying(word: str) -> frozenset[int]:
    return _rows(word, "english")


@lru_cache(maxsize=20_000)
def _excusing(word: str) -> frozenset[int]:
    return _rows(word, "opposite_italian")


@lru_cache(maxsize=20_000)
def _opposed(word: str) -> frozenset[int]:
    return _rows(word, "opposite_english")


def _rows(word: str, column: _Column) -> frozenset[int]:
    """The rows of the table that hold the word in the column, as it is or by beginning or end."""
    index = _index(column)
    key = word.lower().replace("’", "'").removesuffix("'s")
    rows = index.whole.get(key, [])
    beginnings = {key[:length] for length in index.beginning_lengths} & index.beginnings.keys()
    ends = {key[-length:] for length in index.end_lengths if length < len(key)} & index.ends.keys()
    return frozenset(rows).union(
        *(index.beginnings[each] for each in beginnings), *(index.ends[each] for each in ends)
    )


class _Index(NamedTuple):
    """From the forms of a column, sorted by their kind, to the rows that hold them."""

    whole: dict[str, list[int]]
    beginnings: dict[str, list[int]]
    ends: dict[str, list[int]]
    beginning_lengths: list[int]
    end_lengths: list[int]


@cache
def _index(column: _Column) -> _Index:
    whole: dict[str, list[int]] = {}
    beginnings: dict[str, list[int]] = {}
    ends: dict[str, list[int]] = {}
    for number, row in enumerate(read_table("opposites")):
        for form in row[column].split("|"):
            if form.endswith("*"):
                beginnings.setdefault(form[:-1], []).append(number)
            elif form.startswith("*"):
                ends.setdefault(form[1:], []).append(number)
            elif column != "english" or form not in _EVERYWHERE:
                whole.setdefault(form, []).append(number)
    lengths = [sorted({len(form) for form in forms}) for forms in (beginnings, ends)]
    return _Index(whole, beginnings, ends, *lengths)


@cache
def _phrases(column: _Column) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for form, rows in _index(column).whole.items():
        for row in rows if " " in form else ():
            found.setdefault(row, []).append(f" {form} ")
    return found


_DENYING = ("un", "in", "ir", "il", "dis", "non")
_LEAST = 5
"""Letters of a word that is still one without its beginning."""
_SURE = 0.4


def denying(words: Sequence[Word]) -> list[tuple[int, str]]:
    """The words that may deny another by their beginning, and these others; cheap."""
    return [(index, rest) for index, word in enumerate(words) for rest in _rests(word.text)]


def find_denied(
    found: Iterable[tuple[int, str]], ours: Sequence[Word], links: Links
) -> Iterator[Opposite]:
    """English words that deny an Italian one by their beginning: unofficial for ufficiale."""
    for index, rest in found:
        if index not in links.near_back:
            place = _standing_for(rest, ours, links)
            if place is not None:
                yield Opposite(place, index)


@lru_cache(maxsize=20_000)
def _rests(word: str) -> tuple[str, ...]:
    """What is left of a word without a beginning that denies; no names."""
    return tuple(
        word[len(beginning) :]
        for beginning in (_DENYING if word.islower() else ())
        if word.startswith(beginning) and len(word) >= len(beginning) + _LEAST
    )


def _standing_for(form: str, ours: Sequence[Word], links: Links) -> int | None:
    """The Italian word that the English form would stand for, where it stands for no other."""
    keys = {key for key in english_keys(form) if not key.endswith("…")}
    for place, word in enumerate(ours):
        meanings = content_meanings(word.text) if place not in links.forth else ()
        if any(key in keys and sure >= _SURE for key, sure in meanings):
            return place
    return None
