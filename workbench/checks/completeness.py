"""Texts that are not there, or are far too short or too long for the other side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.checks.base import Flag, Pair, check
from workbench.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterator

SHORT, LONG = 0.6, 1.75
"""Characters of English per character of Italian outside which a text is suspicious."""
_SLACK = 25
"""Characters by which a short text may differ whatever the ratio."""


@check("accuracy", needs=("source",))
def empty_target(pair: Pair) -> Iterator[Flag]:
    """The Italian has no English."""
    if not any(letter.isalnum() for letter in pair.target) and any(
        letter.isalnum() for letter in pair.source
    ):
        yield Flag(
            0,
            len(pair.source),
            "critical",
            message("This paragraph is not in the English."),
            side="source",
        )


@check("accuracy", needs=("source", "target"))
def length(pair: Pair) -> Iterator[Flag]:
    """The English is much shorter or longer than the Italian: something left out or added?"""
    ours, theirs = len(pair.source.strip()), len(pair.target.strip())
    if not any(letter.isalnum() for letter in pair.target):
        return
    if theirs < SHORT * ours - _SLACK:
        said = message(
            "The English has %(percent)s%% of the length of the Italian: is something left out?",
            percent=round(100 * theirs / ours),
        )
    elif theirs > LONG * ours + _SLACK:
        said = message(
            "The English has %(percent)s%% of the length of the Italian: is something added?",
            percent=round(100 * theirs / ours),
        )
    else:
        return
    yield Flag(0, len(pair.target), "minor", said)
