"""Texts that are not there, or are far too short or too long for the other side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.checks.base import Flag, Pair, check
from workbench.checks.linked import coverages, links
from workbench.language.counterparts import around
from workbench.language.coverage import surplus
from workbench.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.model import Severity

_LEFT_OUT = (2.5, 5.5)
_PUT_IN = (2.0, 3.5)
"""How much one text must say alone to be hinted at, and to be told."""
_LEAST = 4
"""Words that a row without counterparts must have to be named."""
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
def omission(pair: Pair) -> Iterator[Flag]:
    """Words of the Italian seem to be missing in the English.

    A word list and words that look alike say what stands for what; where the English says it in
    quite another way, dismiss the finding. A hint is less sure.
    """
    ours, theirs = coverages(pair)
    amount = surplus(ours, theirs)
    if amount < _LEFT_OUT[0] or len(ours.run) < _LEAST:
        return
    words = pair.source_words
    start, end = words[ours.run[0]].start, words[ours.run[-1]].end
    run = range(ours.run[0], ours.run[-1] + 1)
    place = around(links(pair).forth, run, pair.target_words, len(words))
    yield Flag(
        *(place or (0, len(pair.target))),
        _weight(pair, sure=amount >= _LEFT_OUT[1]),
        message(
            "Nothing in the English seems to say “%(italian)s”.",
            italian=_shortened(pair.source[start:end]),
        ),
        other=(start, end),
    )


@check("accuracy", needs=("source", "target"))
def addition(pair: Pair) -> Iterator[Flag]:
    """The English seems to say more than the Italian.

    A word list and words that look alike say what stands for what; what was added to explain
    something to readers abroad is right. A hint is less sure.
    """
    ours, theirs = coverages(pair)
    amount = surplus(theirs, ours)
    if amount < _PUT_IN[0] or len(theirs.run) < _LEAST:
        return
    words = pair.target_words
    start, end = words[theirs.run[0]].start, words[theirs.run[-1]].end
    run = range(theirs.run[0], theirs.run[-1] + 1)
    yield Flag(
        start,
        end,
        _weight(pair, sure=amount >= _PUT_IN[1]),
        message(
            "Nothing in the Italian seems to say “%(english)s”.",
            english=_shortened(pair.target[start:end]),
        ),
        other=around(links(pair).back, run, pair.source_words, len(words)),
    )


def _weight(pair: Pair, *, sure: bool) -> Severity:
    """A hint where it is not sure, and in titles, which are never rendered word for word."""
    return "minor" if sure and pair.role not in ("headline", "kicker") else "neutral"


def _shortened(text: str) -> str:
    """The text as a message can quote it."""
    text = " ".join(text.split())
    return text if len(text) <= _QUOTED else f"{text[: _QUOTED // 2]} … {text[-_QUOTED // 2 :]}"


_QUOTED = 80


@check("accuracy", needs=("source", "target"))
def length(pair: Pair) -> Iterator[Flag]:
    """The English is much shorter or longer than the Italian: something left out or added?

    Only where no words can be named that are missing or too many.
    """
    if any(flag.severity != "neutral" for look in (omission, addition) for flag in look.look(pair)):
        return
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
