"""Find the numbers of a text with their places and values, in Italian and in English."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from workbench.language.measures import find_unit
from workbench.language.number_words import italian_number, number_words
from workbench.language.reading import NUMERAL, Draft, Reader, Token
from workbench.language.roman import roman_number
from workbench.language.times import find_times

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.model import Language

Kind = Literal[
    "plain",
    "percent",
    "points",
    "ordinal",
    "fraction",
    "amount",
    "multiple",
    "time",
    "decade",
    "century",
    "roman",
    "code",
]


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text; ``text[start:end]`` has its magnitude, but no unit or per cent sign."""

    start: int
    end: int
    values: tuple[Decimal, ...]
    """What it may mean, the likeliest first; never empty."""
    kind: Kind = "plain"
    firm: bool = True
    """Whether the other language must say it too; “one”, “both” and “F-35” need not recur."""
    digits: bool = True
    """Whether it is written in digits."""
    unit: str = ""
    """The name of the unit of measure that follows, e.g. ``km``."""
    magnitudes: tuple[int, ...] = ()
    """The magnitude words in order: “4 thousand billion” has (1000, 1000000000)."""
    foreign: bool = False
    """Written with the other language's marks or magnitude words."""
    suffix: str = ""
    """What follows that belongs to it for a reader: “%”, “ per cento”, “ km”."""

    @property
    def value(self) -> Decimal:
        """The likeliest value."""
        return self.values[0]

    def same(self, other: Number) -> bool:
        """Whether both may mean the same value."""
        return any(value in other.values for value in self.values)


_CODE = re.compile(r"(?:[A-Z][^\W\d_]*[-–‑]?|[^\W\d_])$")
_FRACTION = re.compile(r"(?<![\d/.,-])([1-9])/([2-9]|10)(?![\d/%-])")
_CALL = re.compile(r"[0-9+](?:[0-9]*(?:[-/]\d+){2,}|(?<=\+)\d[\d ]{6,}\d)")
_ROMAN = re.compile(r"[IVXL](?:[IVXL]{1,6}|(?<=[VX]))(?![\w-])")
_WORD = re.compile("[a-zà-ü]+")
_SHORT_YEAR, _APOSTROPHES = 2, ("'", "’", "‘")
_FEET = re.compile(r"(?:-foot-|[- ]?ft\.? ?|['’′] ?)(\d\d?)(?:\s?(?:in\b|inch|[\"”″]))?(?!\d)")
_SUFFIX: dict[Language, re.Pattern[str]] = {
    "it": re.compile(
        r"(?P<ordinal>[°ºª^](?!\s?[CF]\b)|esim[oaie]\b)"
        r"|(?P<percent>[ \u00a0\u202f]?(?:%|per\s?cento\b))"
        r"|(?P<points>[ \u00a0-]?(?:punti|punto|pp)\b(?: (?:percentual[ei]|base)\b)?)"
    ),
    "en": re.compile(
        r"(?P<ordinal>(?:st|nd|rd|th)\b)"
        r"|(?P<percent>[ \u00a0\u202f-]?(?:%|per\s?cent\b|pc\b))"
        r"|(?P<points>[ \u00a0-]?(?:(?:percentage|basis)[ -])?points?\b|[ \u00a0]?pp\b)"
    ),
}
_RANGE = re.compile(
    r"\s?(?:[-–—]|ai?|agli|ed?|o|to|and|or|fino a|%\s?[-–—]?)\s?"
    r"|\s(?:(?:e|ed|o) (?:il|i|gli|le|la|l[’'])|al|and the)\s?"
)


def find_numbers(text: str, language: Language) -> list[Number]:
    """The numbers of `text` in order, none inside another; times, decades and codes are loose."""
    return list(_numbers(text, language))


@lru_cache(maxsize=512)  # as with its words
def _numbers(text: str, language: Language) -> tuple[Number, ...]:
    taken = [
        Number(start, end, values, kind, firm)
        for start, end, values, kind, firm in find_times(text, language)
    ]
    taken += _calls(text, taken)
    taken += _romans(text, taken)
    numbers = list(_written(text, language, taken))
    return tuple(_share_magnitudes(sorted([*taken, *numbers], key=lambda n: n.start), text))


def _overlaps(start: int, end: int, numbers: list[Number]) -> bool:
    return any(number.start < end and start < number.end for number in numbers)


def _calls(text: str, taken: list[Number]) -> Iterator[Number]:
    """Telephone numbers and dates of digits: a value made of all digits, never demanded.

    “3/4” may be a fraction or a date.
    """
    if not ("-" in text or "/" in text or "+" in text):
        return
    for match in _FRACTION.finditer(text):
        one, two = Decimal(match[1]), Decimal(match[2])
        yield Number(*match.span(), (one / two, one, two), kind="code", firm=False)
    for match in _CALL.finditer(text):
        if not _overlaps(match.start(), match.end(), taken):
            parts = [part for part in re.split(r"\D+", match.group()) if part]
            values = (Decimal("".join(parts)), *map(Decimal, parts))
            yield Number(*match.span(), values, kind="code", firm=False)


def _romans(text: str, taken: list[Number]) -> Iterator[Number]:
    """“XXIII edizione” may be the 23rd; kings and popes keep their numerals."""
    for match in _ROMAN.finditer(text):
        before = text[match.start() - 1 : match.start()]
        if match.start() and (before.isalnum() or before in "_.-"):
            continue
        value = roman_number(match.group())
        if value is not None and not _overlaps(match.start(), match.end(), taken):
            yield Number(*match.span(), (Decimal(value),), "roman", firm=False, digits=False)


def _written(text: str, language: Language, taken: list[Number]) -> Iterator[Number]:
    """The numbers in digits and in words."""
    reader = Reader(text, language)
    done = 0
    for token in sorted([*_numerals(text), *_number_words(text, language)]):
        if token.start < done:
            continue
        draft = reader.read(token)
        if draft is not None:
            number = _finished(draft, token.start, text, language)
            done = number.end
            if not (taken and _overlaps(token.start, done, taken)):
                yield number


def _numerals(text: str) -> Iterator[Token]:
    for match in NUMERAL.finditer(text):
        yield Token(match.start(), match.end(), match.group(), numeral=True)


def _number_words(text: str, language: Language) -> Iterator[Token]:
    """The words that may begin a number; most texts have few, so they are looked up together."""
    small = text.lower()
    small = small if len(small) == len(text) else text
    words = set(_WORD.findall(small))
    known = number_words(language)
    found = {word for word in words if word in known}
    if language == "it" and ("mila" in small or "mille" in small):
        found |= {word for word in words if "mil" in word and italian_number(word) is not None}
    for word in found:
        start = small.find(word)
        while start >= 0:
            end = start + len(word)
            # Letters of other alphabets, which `_WORD` passes over, make another word of it.
            if not (small[start - 1 : start].isalpha() or small[end : end + 1].isalpha()):
                yield Token(start, end, text[start:end], numeral=False)
            start = small.find(word, end)


def _finished(draft: Draft, start: int, text: str, language: Language) -> Number:
    """Say what is counted: per cent, points, an order, a unit of measure."""
    end, values, firm = draft.end, draft.values, draft.firm
    kind: Kind = draft.sort
    unit = suffix = ""
    if draft.digits and end - start == _SHORT_YEAR and text[start - 1 : start] in _APOSTROPHES:
        # “Nel ’68” is in 1968.
        values += (values[0] + 1900, values[0] + 2000)
    if draft.digits and start and _CODE.search(text, max(0, start - 12), start):
        kind, firm = "code", False
        # “AW27” is the winter of 2027.
        values += tuple(value + 2000 for value in values if 10 <= value < 100)
    elif found := _SUFFIX[language].match(text, end):
        kind, suffix = found.lastgroup or kind, found.group()  # type: ignore[assignment]
    elif draft.digits and (feet := _FEET.match(text, end)):
        # “6-foot-6” is one measure of feet and inches.
        unit, end = "foot", feet.end()
        values = (values[0] + Decimal(feet[1]) / 12, *values)
    else:
        unit, stop = find_unit(text, end, language)
        suffix = text[end:stop]
    return Number(
        start,
        end,
        values,
        kind,
        firm,
        draft.digits,
        unit,
        draft.magnitudes,
        draft.foreign,
        suffix,
    )


def _share_magnitudes(numbers: list[Number], text: str) -> list[Number]:
    """In “2-3 miliardi” and “from 4 thousand to 8 thousand billion” the first shares the last."""
    for at in range(len(numbers) - 2, -1, -1):
        first, second = numbers[at], numbers[at + 1]
        if second.start - first.end > _LONGEST or first.kind == "time":
            continue
        if not _RANGE.fullmatch(text, first.end, second.start):
            continue
        if year := _full_year(text, first, second):
            numbers[at + 1] = replace(second, values=(*second.values, year))
        unit = first.unit or second.unit
        values = first.values
        if second.magnitudes and first.magnitudes[-1:] != second.magnitudes[-1:]:
            values += tuple(value * second.magnitudes[-1] for value in first.values)
        if unit != first.unit or values != first.values:
            numbers[at] = replace(first, unit=unit, values=values)
    return numbers


def _full_year(text: str, first: Number, second: Number) -> Decimal | None:
    """In “1976-81” the second is 1981."""
    start, end = text[first.start : first.end], text[second.start : second.end]
    if len(start) == 4 and len(end) < 4 and start.isdecimal() and end.isdecimal():
        return Decimal(start[: -len(end)] + end)
    return None


_LONGEST = len("% fino a ") + 2
"""The longest word between the two numbers of a range."""
