"""Dates of day and month, in words and in figures: 10 settembre, 10/09/2026, September 10."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from workbench.language.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.model import Language

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


class Date(NamedTuple):
    """A day of a month and its place."""

    start: int
    end: int
    day: int
    month: int
    year: str = ""
    figures: bool = False
    """Whether it has no word: 10/09/2026."""

    @property
    def values(self) -> tuple[tuple[int, int]]:
        """The day of the year; the year itself is a number like others."""
        return ((self.day, self.month),)


_FIGURES = re.compile(
    r"(?<![\d/.,-])(0?[1-9]|[12]\d|3[01])([/.-])(0?[1-9]|1[0-2])(?:\2(\d{4}|\d\d))?(?![\d/%]|[.,-]\d)"
)
_CUE = re.compile(r"(?:\b(?:il|al|dal|del|nel|entro|scorso|prossimo|data)|\b[dl][’'])\s?$")


@cache
def _months(language: Language) -> dict[str, int]:
    return {
        row["word"].lower(): MONTHS.index(row["meaning"]) + 1
        for row in read_table("calendar")
        if (row["language"], row["kind"]) == (language, "month") and row["word"] != "ferragosto"
    }


@cache
def _in_words(language: Language) -> tuple[re.Pattern[str], ...]:
    names = "|".join(sorted(_months(language), key=len, reverse=True))
    if language == "it":
        day = r"(?<![\d.,/])(?P<day>\d\d?)[°º]?"
        year = r"(?:\s(?:del\s)?(?P<year>\d{4}))?"
        return (re.compile(rf"{day}\s(?P<month>{names})\b{year}"),)
    year = r"(?:,?\s(?P<year>\d{4})\b)?"
    day = r"(?<![\d.,/])(?P<day>\d\d?)(?:st|nd|rd|th)?"
    return (
        re.compile(rf"{day}\s(?:of\s)?(?P<month>(?i:{names}))\b\.?{year}"),
        re.compile(rf"\b(?P<month>(?i:{names}))\.?\s{day}(?![\d:%]|[.,]\d){year}"),
    )


def find_dates(text: str, language: Language) -> list[Date]:
    """The dates of `text` in order; in figures only where they can be nothing else."""
    return sorted([*_figures(text, language), *_words(text, language)])


def _words(text: str, language: Language) -> Iterator[Date]:
    for pattern in _in_words(language):
        for match in pattern.finditer(text):
            if 1 <= int(match["day"]) <= 31:
                month = _months(language)[match["month"].lower()]
                yield Date(*match.span(), int(match["day"]), month, match["year"] or "")


def _figures(text: str, language: Language) -> Iterator[Date]:
    """Day before month, as Italians and the British have it."""
    for match in _FIGURES.finditer(text):
        day, mark, month, year = match.groups()
        cue = mark == "/" and _CUE.search(text, max(0, match.start() - 12), match.start())
        if year or (cue and language == "it"):
            yield Date(*match.span(), int(day), int(month), year or "", figures=True)
