"""Clock times, decades and centuries, which both languages write each in its own way."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from workbench.language.number_words import decade

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from workbench.model import Language


class Time(NamedTuple):
    """A time and its place; a clock is hours.minutes (17.30), a decade 80 and 1980."""

    start: int
    end: int
    values: tuple[Decimal, ...]
    firm: bool


_CLOCK = re.compile(
    r"(?<![\d.,:€$£])([01]?\d|2[0-3])([.:])([0-5]\d)(?![\d%:]|[.,]\d|\s?(?:%|per cento|mil))"
)
_MERIDIEM = re.compile(
    r"\b(\d{1,2})(?:[.:]([0-5]\d))?\s?([ap])\.?\s?m\b(?:(?<=\.m)\.)?", re.IGNORECASE
)
_IT_DECADE = re.compile(
    r"\banni\s+(?:[’'‘](\d0)|(1\d{2}0|20\d0|[2-9]0)\b|([^\W\d_]+))", re.IGNORECASE
)
_EN_DECADE = re.compile(r"(?<!\d)[’'‘]?(\d0)s\b|\b((?:1\d|20)\d0)[’']?s\b|\b([^\W\d_]+ies)\b")
_IT_CENTURY = re.compile(
    r"\b([XVI]+)\s+(?:e\s+([XVI]+)\s+)?secolo\b|\b(Duec|Trec|Quattroc|Cinquec|Seic|Settec|Ottoc|Novec)ento\b"
)
_CENTURIES = ("Duec", "Trec", "Quattroc", "Cinquec", "Seic", "Settec", "Ottoc", "Novec")
_ROMAN = {"I": 1, "V": 5, "X": 10}


def find_times(text: str, language: Language) -> list[Time]:
    """The clock times, decades and centuries of `text`, in no particular order."""
    finders: tuple[Callable[[str], Iterator[Time]], ...] = (
        (_italian_clock, _italian_decades, _italian_centuries)
        if language == "it"
        else (_english_clock, _english_decades)
    )
    return [time for finder in finders for time in finder(text)]


def _clock(hour: int, minute: str) -> Decimal:
    return Decimal(f"{hour % 24}.{minute}")


def _italian_clock(text: str) -> Iterator[Time]:
    for match in _CLOCK.finditer(text):
        hour = int(match[1])
        values = [_clock(hour, match[3])]
        if hour <= 12:
            values.append(_clock(hour + 12, match[3]))
        # “7.50” may be an amount with English marks as well; its value is the same.
        yield Time(match.start(), match.end(), tuple(values), firm=True)


def _english_clock(text: str) -> Iterator[Time]:
    for match in _MERIDIEM.finditer(text):
        hour = int(match[1]) % 12 + (12 if match[3] in "pP" else 0)
        values = [_clock(hour, match[2] or "00")]
        if match[3] in "pP" and hour > 12:
            # An Italian may write “le 5 del pomeriggio”.
            values.append(_clock(hour - 12, match[2] or "00"))
        yield Time(match.start(), match.end(), tuple(values), firm=bool(match[2]))
    for match in _CLOCK.finditer(text):
        if match[2] == ":" and not _MERIDIEM.match(text, match.start()):
            yield Time(match.start(), match.end(), (_clock(int(match[1]), match[3]),), firm=True)


def _decade(year: int) -> tuple[Decimal, ...]:
    return Decimal(year), Decimal(year % 100), Decimal(1900 + year % 100)


def _italian_decades(text: str) -> Iterator[Time]:
    for match in _IT_DECADE.finditer(text):
        word = decade((match[3] or "").lower(), "it")
        year = int(match[1] or match[2] or word or -1)
        if year >= 0:
            yield Time(match.start(), match.end(), _decade(year), firm=False)


def _english_decades(text: str) -> Iterator[Time]:
    for match in _EN_DECADE.finditer(text):
        word = decade((match[3] or "").lower(), "en")
        year = int(match[1] or match[2] or word or -1)
        if year >= 0:
            yield Time(match.start(), match.end(), _decade(year), firm=False)


def _roman(numeral: str) -> int:
    values = [_ROMAN[letter] for letter in numeral]
    following = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, following, strict=True))


def _italian_centuries(text: str) -> Iterator[Time]:
    for match in _IT_CENTURY.finditer(text):
        if match[3]:
            number = _CENTURIES.index(match[3]) + 13
            values: tuple[Decimal, ...] = (Decimal(number), Decimal((number - 1) * 100))
        else:
            numbers = [_roman(group) for group in match.groups()[:2] if group]
            values = tuple(Decimal(n) for n in numbers)
        yield Time(match.start(), match.end(), values, firm=False)
