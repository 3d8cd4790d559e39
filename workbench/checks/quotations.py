"""Quotations that are opened and never closed, or closed and never opened."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from workbench.checks.base import Flag, Pair, article_check, check
from workbench.messages import Message, message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# An apostrophe is no quotation mark: ’80s, ’em and workers’ neither open nor surely close.
_NO_LETTERS = r"(?!\d|em\b|til\b|n\b|tis\b|s\b)"
_OPEN = re.compile(
    rf"[“«„]|‘{_NO_LETTERS}"
    rf"|(?<![\w.,!?…%)\]’”])(?:\"|'{_NO_LETTERS})(?=\w|[$£€«“‘\"'\[(]|\.\.\.|…)"
)
_CLOSE = re.compile(r"[”»]|(?<=[\w.,!?…%)\]—–\"'’”-])[\"'’](?!\w)|(?<=[,.!?] )\"(?= [a-z]+\b)")
_DOUBLE = '"“”«»„'
_DOUBLE_MARK = re.compile(f"[{_DOUBLE}]")


class _Loose(NamedTuple):
    """The marks of a text that have no counterpart in it, by their places."""

    opened: tuple[int, ...]
    closed: tuple[int, ...]


@check("linguistic-conventions")
def unclosed_quotation(pair: Pair) -> Iterator[Flag]:
    """A quotation is opened and never closed.

    A quotation that is the whole paragraph may run on into the next one; whether it does is seen
    in the article.
    """
    for at in _loose(pair.target).opened[-1:]:
        if pair.target[:at].strip() and not _loose(pair.source).opened:
            yield _never_closed(at)


@check("linguistic-conventions", needs=("source", "target"))
def unopened_quotation(pair: Pair) -> Iterator[Flag]:
    """A quotation is closed that was never opened.

    Where the Italian has no loose mark either, one was lost or has slipped in.
    """
    loose = _loose(pair.target)
    for at in loose.closed[:1]:
        ends = not pair.target[at + 1 :].strip() and not _DOUBLE_MARK.search(pair.source)
        if pair.target[at] not in _DOUBLE or loose.opened or ends:
            continue  # one that ends the text may have begun in another paragraph
        if not any(_loose(pair.source)):
            said = message("This quotation is closed and was never opened.")
            yield Flag(at, at + 1, "minor", said)


@article_check("linguistic-conventions")
def quotation_runs_out(pairs: Sequence[Pair]) -> Iterator[tuple[int, Flag]]:
    """A quotation runs to the end of its paragraph and is neither closed nor taken up again.

    A quotation of several paragraphs opens again at each and closes at the last alone.
    """
    texts = [(index, pair) for index, pair in enumerate(pairs) if pair.target.strip()]
    for place, (index, pair) in enumerate(texts):
        opened = _loose(pair.target).opened
        if not opened or pair.target[: opened[-1]].strip():
            continue
        following = texts[place + 1][1].target if place + 1 < len(texts) else ""
        if not _goes_on(pair.target[opened[-1]], following):
            yield index, _never_closed(opened[-1])


def _goes_on(mark: str, following: str) -> bool:
    """Whether the next paragraph opens the quotation again, or closes it."""
    begins = following.lstrip()[:1]
    same = (mark in _DOUBLE) == (begins in _DOUBLE) and bool(_OPEN.match(following.lstrip()))
    return same or bool(_loose(following).closed)


def _never_closed(at: int) -> Flag:
    said: Message = message("This quotation is opened and never closed.")
    return Flag(at, at + 1, "minor", said)


@lru_cache(maxsize=10_000)
def _loose(text: str) -> _Loose:
    """The marks that open or close without a counterpart; a single one may be an apostrophe."""
    openings = {match.start() for match in _OPEN.finditer(text)}
    closings = {match.start() for match in _CLOSE.finditer(text)} - openings
    stack: list[int] = []
    closed = []
    for at in sorted(openings | closings):
        double = text[at] in _DOUBLE
        if at in openings:
            stack.append(at)
        elif stack and double == (text[stack[-1]] in _DOUBLE):
            stack.pop()
        elif double and len(stack) > 1 and text[stack[-2]] in _DOUBLE:
            del stack[-2:]
        elif double:
            closed.append(at)
    return _Loose(tuple(stack), tuple(closed))
