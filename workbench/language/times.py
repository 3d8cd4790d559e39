"""Clock times, decades and centuries, which both languages write each in its own way."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple

from workbench.language.number_words import decade, number_words
from workbench.language.roman import roman_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.model import Language


class Time(NamedTuple):
    """A time and its place; a clock is hours.minutes (17.30), a decade 80 and 1980."""

    start: int
    end: int
    values: tuple[Decimal, ...]
    kind: Literal["time", "decade", "century"] = "time"
    firm: bool = False


# What stands before a clock is looked at afterwards: a pattern that begins with a digit is fast.
_CLOCK = re.compile(r"([0-9][0-9]?)([.:])([0-5][0-9])(?![\d%:]|[.,]\d|\s?(?:%|per cento|mil))")
_MERIDIEM = re.compile(r"([0-9][0-9]?)(?:[.:]([0-5]\d))?\s?([apAP])\.?\s?[mM]\b(?:(?<=\.[mM])\.)?")
_NOT_BEFORE = "0123456789.,:€$£"
_IT_DECADE = re.compile(
    r"\b[Aa]nni\s+(?:[’'‘](\d0)|(1\d{2}0|20\d0|[2-9]0)\b|(?i:(duemila))\b|([^\W\d_]+))"
)
_EN_DECADE = re.compile(
    r"(?<!\d)[’'‘]?(\d0)s\b|\b((?:1\d|20)\d0|\d00)[’']?s\b|\b([TFSEN][a-z]+ties)\b", re.IGNORECASE
)
_DIGIT = re.compile("[0-9]")
_CENTURIES = ("Due", "Tre", "Quattro", "Cinque", "Sei", "Sette", "Otto", "Nove")
_IT_CENTURY = re.compile(rf"(?:({'|'.join(_CENTURIES)})(?: e |-))?({'|'.join(_CENTURIES)})cento\b")
_CENTURY = {"it": re.compile(r"[Ss]ecol[oi]\b"), "en": re.compile(r"[Cc]entur(?:y|ies)\b")}
_BEFORE_CENTURY = re.compile(
    r"\b(?:([IVX]+)(?:\s(?:e|ed|al|and|to)\s(?:the\s)?|-))?"
    r"([IVX]+|\d{1,2}(?:[°ºª^]|st|nd|rd|th)|[^\W\d_]+(?:-[^\W\d_]+)?)[ \u00a0-]$"
)
_REACH = 24
"""How many characters before “century” its number is looked for in."""


def find_times(text: str, language: Language) -> Iterator[Time]:
    """The clock times, decades and centuries of `text`, in no particular order."""
    digits = _DIGIT.search(text) is not None
    if language == "it":
        if digits:
            yield from _italian_clock(text)
        if "nni" in text:
            yield from _decades(_IT_DECADE, text, language)
        if "cento" in text:
            yield from _named_centuries(text)
    else:
        if digits:
            yield from _english_clock(text)
        if "0s" in text or "0's" in text or "0’s" in text or "ties" in text:
            yield from _decades(_EN_DECADE, text, language)
    yield from _centuries(text, language)


def _clock(hour: int, minute: str) -> Decimal:
    return Decimal(f"{hour % 24}.{minute}")


def _found(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    for match in pattern.finditer(text):
        before = text[match.start() - 1] if match.start() else " "
        if before not in _NOT_BEFORE and int(match[1]) <= 24:
            yield match


def _italian_clock(text: str) -> Iterator[Time]:
    for match in _found(_CLOCK, text):
        hour = int(match[1])
        values = [_clock(hour, match[3])]
        if hour <= 12:
            values.append(_clock(hour + 12, match[3]))
        # “7.50” may be an amount with English marks as well; its value is the same.
        yield Time(match.start(), match.end(), tuple(values), firm=True)


def _english_clock(text: str) -> Iterator[Time]:
    for match in _found(_MERIDIEM, text):
        hour = int(match[1]) % 12 + (12 if match[3] in "pP" else 0)
        values = [_clock(hour, match[2] or "00")]
        if match[3] in "pP" and hour > 12:
            # An Italian may write “le 5 del pomeriggio”.
            values.append(_clock(hour - 12, match[2] or "00"))
        yield Time(match.start(), match.end(), tuple(values), firm=bool(match[2]))
    if ":" in text:
        for match in _found(_CLOCK, text):
            if match[2] == ":" and not _MERIDIEM.match(text, match.start()):
                values = [_clock(int(match[1]), match[3])]
                yield Time(match.start(), match.end(), tuple(values), firm=True)


def _decades(pattern: re.Pattern[str], text: str, language: Language) -> Iterator[Time]:
    for match in pattern.finditer(text):
        word = match.groups()[-1]
        if language == "it" and match[3]:
            yield Time(*match.span(), (Decimal(2000), Decimal(21)), "century")
            continue
        year = int(match[1] or match[2] or decade((word or "").lower(), language) or -1)
        if year >= 100 and year % 100 == 0:
            yield Time(*match.span(), (Decimal(year), Decimal(year // 100 + 1)), "century")
        elif year >= 0:
            yield Time(*match.span(), _decade(year), "decade")


def _decade(year: int) -> tuple[Decimal, ...]:
    short = year % 100
    # The twenties may be this century's.
    recent = (Decimal(2000 + short),) if short <= 30 else ()
    return Decimal(year), Decimal(short), Decimal(1900 + short), *recent


def _century(number: int) -> tuple[Decimal, ...]:
    return Decimal(number), Decimal((number - 1) * 100)


def _named_centuries(text: str) -> Iterator[Time]:
    """“Il Novecento” is the 20th century."""
    for match in _IT_CENTURY.finditer(text):
        # “Cinquecento soldati” at the head of a sentence are five hundred.
        if not text[: match.start()].rstrip(' "“«(').removesuffix(".").strip():
            continue
        numbers = [_CENTURIES.index(name) + 13 for name in match.groups() if name]
        values = tuple(value for number in numbers for value in _century(number))
        yield Time(*match.span(), values, "century")


def _centuries(text: str, language: Language) -> Iterator[Time]:
    """“XX secolo”, “ventunesimo secolo”, “20th century”, and “XX century”, which is not English."""
    if ("ecol" if language == "it" else "entur") not in text:
        return
    for match in _CENTURY[language].finditer(text):
        start = max(0, match.start() - _REACH)
        before = _BEFORE_CENTURY.search(text[start : match.start()])
        words = [word for word in before.groups() if word] if before else []
        numbers = [number for word in words if (number := _century_number(word, language))]
        if before and numbers:
            values = tuple(value for number in numbers for value in _century(number))
            yield Time(start + before.start(), match.end(), values, "century")


def _century_number(word: str, language: Language) -> int | None:
    if word[0].isdecimal():
        return int("".join(filter(str.isdecimal, word)))
    if numeral := roman_number(word):
        return numeral
    *ten, unit = word.lower().split("-")
    words = number_words(language)
    last = words.get(unit)
    if last is None or not (last.kind == "ordinal" or unit in ("second", "secondo")):
        return None
    return int(last.value + sum(words[part].value for part in ten if part in words))


def english_clock(value: Decimal, like: str) -> str:
    """A clock of hours.minutes in English, the way of another one: 17.30 is 5.30pm or 5:30 p.m."""
    hour, minute = int(value), f"{value:.2f}"[-2:]
    if ":" in like and not _MERIDIEM.search(like):
        return f"{hour:02}:{minute}"
    mark = ":" if ":" in like else "."
    half = "p.m." if "." in like.partition(minute)[2] else "pm"
    half = half if hour >= 12 else half.replace("p", "a", 1)
    minutes = f"{mark}{minute}" if minute != "00" else ""
    return f"{hour % 12 or 12}{minutes}{' ' if ' ' in like or '.' in half else ''}{half}"
