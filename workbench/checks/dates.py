"""Days, months, decades, centuries and clock times, compared by what they mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.checks.base import Flag, Pair, check
from workbench.checks.compare import exchanged_terms, lone, paired, terms
from workbench.checks.numbers import BOTH, place, quote
from workbench.language.dates import MONTHS, find_dates
from workbench.language.number_words import english_ordinal
from workbench.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.language.dates import Date
    from workbench.language.numbers import Number
    from workbench.language.terms import Term

_CALENDAR = ("weekday", "month", "season", "day", "part of the day")
_NEVER_LEFT_OUT = ("weekday", "month")
_LATER = re.compile(
    r"\W+(?:[^\W\d_]+\W+){0,3}?(?:pomeriggio|sera|serata|notte|p\.?m)\b", re.IGNORECASE
)
_HOUR_CUE = re.compile(r"\b(?:alle|dalle|le|ore|alla)\s(?:ore\s)?$", re.IGNORECASE)
_FIGURES = re.compile(r"[0-9][/.-][0-9]")
_AFTERNOON = re.compile(r"p\.?\s?m\b", re.IGNORECASE)


@check("accuracy", needs=BOTH)
def day_changed(pair: Pair) -> Iterator[Flag]:
    """A day, month, season or part of the day is another one than in the Italian.

    “Lunedì” is Monday. Where the paper counts from another day, the Italian needs a look, too.
    """
    for kind in _CALENDAR:
        for one, other in exchanged_terms(pair, kind):
            yield Flag(
                other.start,
                other.end,
                "major",
                message(
                    "“%(italian)s” is %(right)s; the English says %(english)s.",
                    italian=pair.source[one.start : one.end],
                    right=one.values[0],
                    english=pair.target[other.start : other.end],
                ),
                suggestion=_like(pair.target[other.start : other.end], one),
                other=(one.start, one.end),
            )


@check("accuracy", needs=BOTH)
def day_missing(pair: Pair) -> Iterator[Flag]:
    """A day of the week or a month of the Italian is not in the English.

    When something happened or will happen is news.
    """
    found = terms(pair)
    for kind in _NEVER_LEFT_OUT:
        ours, theirs = found.of(kind)
        left, right = lone(ours, theirs)
        if right or not left:
            continue
        for term in left:
            if term.sure and not _in_figures(pair, term):
                yield Flag(
                    term.start,
                    term.end,
                    "minor",
                    message(
                        "“%(day)s” is not in the English.", day=pair.source[term.start : term.end]
                    ),
                    side="source",
                )


@check("accuracy", needs=BOTH)
def date_figures(pair: Pair) -> Iterator[Flag]:
    """A date in figures is read wrongly, or left in figures: 10/09 is 10 September.

    Italians write the day first, Americans the month, so English is clear only with the month
    in words.
    """
    if not _FIGURES.search(pair.source):
        return
    ours = [date for date in find_dates(pair.source, "it") if date.figures]
    theirs = find_dates(pair.target, "en")
    for date, other in paired(pair, *lone(ours, theirs)):
        yield _misread(pair, date, other, "major")
    for other in theirs:
        same = next((date for date in ours if date.values == other.values), None)
        if same and other.figures and max(same.day, same.month) <= 12 and same.day != same.month:
            yield _misread(pair, same, other, "neutral")


@check("accuracy", needs=BOTH)
def period(pair: Pair) -> Iterator[Flag]:
    """A decade or a century is another one: il Novecento is the 20th century.

    The Italian counts the hundreds after the year 1000: il Seicento is the 17th century.
    """
    ours = [n for n in pair.source_numbers if n.kind in ("decade", "century")]
    if not ours:
        return
    theirs = [n for n in pair.target_numbers if n.kind in ("decade", "century") or _hundreds(n)]
    for number, other in paired(pair, *lone(ours, theirs)):
        right = _period(number)
        yield Flag(
            other.start,
            other.end,
            "major",
            message(
                "“%(italian)s” is the %(right)s; the English says %(english)s.",
                italian=pair.source[number.start : number.end],
                right=right,
                english=pair.target[other.start : other.end],
            ),
            suggestion=right,
            other=(number.start, number.end),
        )


@check("accuracy", needs=BOTH)
def clock_half(pair: Pair) -> Iterator[Flag]:
    """A time of the morning became one of the afternoon.

    Italians count the hours to 24, so “alle 4.30” is in the night unless the text says otherwise.
    """
    for ours in pair.source_numbers:
        if not (0 < ours.value < 12 and _names_an_hour(pair.source, ours)):
            continue
        if _LATER.match(pair.source, place(ours)[1]):
            continue
        for theirs in pair.target_numbers:
            if theirs.kind == "time" and theirs.value == ours.value + 12:
                words = pair.target[theirs.start : theirs.end]
                if half := _AFTERNOON.search(words):
                    yield _afternoon(pair, ours, theirs, half)


def _afternoon(pair: Pair, ours: Number, theirs: Number, half: re.Match[str]) -> Flag:
    right = half.group().replace("p", "a").replace("P", "A")
    return Flag(
        theirs.start,
        theirs.end,
        "minor",
        message(
            "“%(italian)s” is in the morning: Italian afternoons have 13 to 23.",
            italian=quote(pair.source, ours),
        ),
        suggestion=pair.target[theirs.start : theirs.start + half.start()]
        + right
        + pair.target[theirs.start + half.end() : theirs.end],
        other=place(ours),
    )


def _names_an_hour(text: str, number: Number) -> bool:
    if number.kind == "time":
        return True
    cue = _HOUR_CUE.search(text, max(0, number.start - 14), number.start)
    return number.kind == "plain" and number.digits and not number.unit and bool(cue)


def _like(written: str, term: Term) -> str | None:
    """The English of the Italian term in the form of the word it replaces: Mondays, Monday’s."""
    if len(term.values) != 1:
        return None
    right = term.values[0]
    for ending in ("’s", "'s"):
        if written.endswith(ending):
            return right + ending
    return right + ("s" if term.kind == "weekday" and written.endswith("ys") else "")


def _in_figures(pair: Pair, term: Term) -> bool:
    """Whether the English may say the month in figures: 10/09/2026."""
    return term.kind == "month" and any(date.figures for date in find_dates(pair.target, "en"))


def _misread(pair: Pair, date: Date, other: Date, severity: str) -> Flag:
    day, month, year = str(date.day), MONTHS[date.month - 1], other.year
    written = pair.target[other.start : other.end]
    if written[0].isdecimal():
        right = f"{day} {month}{' ' + year if year else ''}"
    else:
        right = f"{month} {day}{', ' + year if year else ''}"
    said = (
        message(
            "“%(italian)s” is %(right)s; the English says %(english)s.",
            italian=pair.source[date.start : date.end],
            right=right,
            english=written,
        )
        if severity == "major"
        else message(
            "“%(date)s” may be read as another day: write %(right)s.", date=written, right=right
        )
    )
    return Flag(
        other.start,
        other.end,
        "major" if severity == "major" else "neutral",
        said,
        suggestion=right,
        other=(date.start, date.end),
    )


def _hundreds(number: Number) -> bool:
    """Whether it may be a century taken literally: “the 900s”, “the nine hundred”."""
    return number.kind == "plain" and number.value in (200, 300, 400, 500, 600, 700, 800, 900)


def _period(number: Number) -> str:
    if number.kind == "century":
        return f"{english_ordinal(int(min(number.values)))} century"
    year = int(number.values[0])
    return f"{year if year > 100 else 1900 + year}s"
