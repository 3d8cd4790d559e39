"""Errors that people mark in texts: what a mark is, and where it stands in a text that changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from workbench.diff import word_diff

if TYPE_CHECKING:
    from workbench.model import Severity, Side


class Help(NamedTuple):
    """What a person could see of the program's opinion while judging."""

    findings: bool
    scores: bool


class Verdict(NamedTuple):
    """What somebody says of the words of one side: the part of a mark that they choose."""

    side: Side
    start: int
    end: int
    """The span ``text[start:end]``, in code points."""
    severity: Severity
    category: str = ""
    """A dimension of MQM-Core, or a type below one, as in ``accuracy/Omission``; or nothing."""
    comment: str = ""
    finding: str = ""
    """The key of the machine's finding that a person confirmed, where it was one."""
    check: str = ""
    """The check that had found it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """An error that a person marked, on the text as it was then."""

    id: int
    """Of the row in which it came; later steps keep it."""
    segment: int
    verdict: Verdict
    text: str
    """What it was marked in, whole."""
    help: Help
    author: str
    created: str

    @property
    def words(self) -> str:
        """The words that were marked."""
        return self.text[self.verdict.start : self.verdict.end]

    def place_in(self, current: str) -> tuple[int, int] | None:
        """Where these words stand now; None where they were changed since."""
        return carry(self.text, current, self.verdict.start, self.verdict.end)


@dataclass(frozen=True, slots=True)
class Judgement:
    """One score from 0 to 100 that a person gave a text as a whole, after marking its errors."""

    segment: int
    score: float
    help: Help
    author: str
    created: str


def carry(old: str, new: str, start: int, end: int) -> tuple[int, int] | None:
    """Where ``old[start:end]`` stands in `new`; None unless all of it is still there in one."""
    if old == new:
        return start, end
    before = after = 0
    for edit in word_diff(old, new):
        length = len(edit.text)
        if edit.kind == "equal" and before <= start and end <= before + length:
            return start - before + after, end - before + after
        before += 0 if edit.kind == "insert" else length
        after += 0 if edit.kind == "delete" else length
    return None


def locate(text: str, words: str, near: int | None = None, nth: int = 1) -> tuple[int, int] | None:
    """Where `words` stand in `text`: at `near` or next to it, or the `nth` time that they occur.

    White space at either end is no part of an error.
    """
    wanted = normalize("NFC", words.replace("\r\n", "\n"))
    shift = len(wanted) - len(wanted.lstrip())
    places = _occurrences(text, wanted.strip())
    if near is not None and places:
        start = min(places, key=lambda place: abs(place - near - shift))
    elif 0 < nth <= len(places):
        start = places[nth - 1]
    else:
        return None
    return start, start + len(wanted.strip())


def _occurrences(text: str, words: str) -> list[int]:
    places: list[int] = []
    place = text.find(words) if words else -1
    while place >= 0:
        places.append(place)
        place = text.find(words, place + 1)
    return places
