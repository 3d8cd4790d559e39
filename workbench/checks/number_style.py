"""Numbers that are right and not English: “860 thousand”, “XX century”, “40 €”, “at 20.45”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.checks.base import Flag, Pair, check
from workbench.checks.numbers import place
from workbench.language.number_words import english_ordinal
from workbench.language.numerals import english
from workbench.language.roman import roman_number
from workbench.language.times import english_clock
from workbench.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.language.numbers import Number

_ROMAN_CENTURY = re.compile(r"\b([IVX]+)(?=(?:[ -]|\s(?:and|to|or)\s(?:the\s)?[IVX]+\s)centur)")
_SIGN_AFTER = re.compile(r"(?<![€$£\d.,])(\d+(?:[.,]\d+)*)[ \u00a0\u202f]?([€$£])(?!\d)")
_SIGN_APART = re.compile(r"\d[\d.,]*[ \u00a0\u202f]%|[€$£][ \u00a0\u202f]\d(?:[\d.,]*\d)?")
_MERIDIEM = re.compile(
    r"(?<![\d.:,])\b(1[3-9]|2[0-4])([.:][0-5]\d)?\s?([ap](?:m\b|\.\s?m\b\.?))", re.IGNORECASE
)
_CUE = re.compile(r"\b(?:ore|alle|dalle)\s(?:ore\s)?$", re.IGNORECASE)
_AT = re.compile(r"\b(?:at|from|until|till|by|to)\s$", re.IGNORECASE)
_AFTER_CLOCK = re.compile(r"\s?(?:[ap]\.?m\b|h\b|hours|o[’']clock|%|[^\W\d_]+s\b)", re.IGNORECASE)


@check("style")
def number_style(pair: Pair) -> Iterator[Flag]:
    """A number is built the Italian way: “4 thousand billion”, “860 thousand”.

    English writes 4 trillion, 860,000, 1.2 billion and the 20th century.
    """
    for number in pair.target_numbers:
        right = _built_in_english(number, pair.target)
        if right is not None:
            yield _rewritten(pair, number.start, number.end, right)
    if "entur" in pair.target:
        for match in _ROMAN_CENTURY.finditer(pair.target):
            value = roman_number(match[1])
            if value is not None:
                yield _rewritten(pair, match.start(), match.end(1), english_ordinal(value))


@check("locale-conventions")
def sign_place(pair: Pair) -> Iterator[Flag]:
    """A currency or per cent sign stands the Italian way: “40 €”, “12 %”.

    English has the currency sign before the amount, and no space on either side of a sign.
    """
    if not any(sign in pair.target for sign in "%€$£"):
        return
    for match in _SIGN_AFTER.finditer(pair.target):
        yield _rewritten(pair, match.start(), match.end(), f"{match[2]}{match[1]}")
    for match in _SIGN_APART.finditer(pair.target):
        right = re.sub(r"\s", "", match.group())
        yield _rewritten(pair, match.start(), match.end(), right)


@check("locale-conventions")
def clock_style(pair: Pair) -> Iterator[Flag]:
    """A clock time is written the Italian way: “at 20.45”, “17.30 pm”.

    English readers take 20.45 for an amount; they read 8.45pm or 20:45.
    """
    for match in _MERIDIEM.finditer(pair.target):
        hour, minutes, half = int(match[1]) % 24, match[2] or "", match[3]
        if half[0] in "pP" and hour > 12:
            yield _rewritten(pair, match.start(), match.end(), f"{hour - 12}{minutes}{half}")
    clocks = [n for n in pair.source_numbers if _late_hour(pair.source, n)]
    for theirs in pair.target_numbers if clocks else ():
        ours = next((n for n in clocks if n.value == theirs.value), None)
        if ours and _looks_like_an_amount(pair.target, theirs):
            right = english_clock(ours.value, "")
            yield _rewritten(pair, theirs.start, theirs.end, right, place(ours))


def _rewritten(
    pair: Pair, start: int, end: int, right: str, other: tuple[int, int] | None = None
) -> Flag:
    return Flag(
        start,
        end,
        "minor",
        message(
            "English writes %(right)s for “%(number)s”.",
            right=right,
            number=pair.target[start:end],
        ),
        suggestion=right,
        other=other,
    )


def _built_in_english(number: Number, text: str) -> str | None:
    """How English builds the number, or None where it is built so already."""
    sizes = number.magnitudes
    if number.foreign or not sizes or text[number.start : number.end].endswith(("k", "K")):
        return None
    if sizes == (1000,) and number.digits:
        return english(number.values[-1])
    if len(sizes) > 1 and sizes[0] < sizes[-1]:
        return english(number.value)
    # “1 billion and 200 million”; in words it is how people speak.
    if len(sizes) > 1 and number.digits and min(sizes) >= 10**6:
        return english(number.value)
    return None


def _late_hour(text: str, number: Number) -> bool:
    """Whether it is a clock time of the afternoon or evening: “alle 20.45”, “ore 18”."""
    if not 13 <= number.value < 24:
        return False
    if number.kind == "time":
        return True
    whole = number.kind == "plain" and number.digits and number.value == int(number.value)
    return whole and bool(_CUE.search(text, max(0, number.start - 14), number.start))


def _looks_like_an_amount(text: str, number: Number) -> bool:
    written = text[number.start : number.end]
    if number.kind != "plain" or ":" in written or _AFTER_CLOCK.match(text, number.end):
        return False
    return "." in written or bool(_AT.search(text, max(0, number.start - 7), number.start))
