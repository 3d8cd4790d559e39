"""Units of measure and whether two measures are the same, converted: 9 metri and 30 feet."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from workbench.language.tables import read_table

if TYPE_CHECKING:
    from workbench.model import Language


class Unit(NamedTuple):
    """A unit of one dimension, e.g. length; it is ``factor`` base units."""

    name: str
    dimension: str
    factor: Decimal
    words: tuple[str, ...]
    """How English writes it, its plural first."""


UNITS: dict[str, Unit] = {
    row["unit"]: Unit(
        row["unit"], row["dimension"], Decimal(row["factor"]), tuple(row["english"].split("|"))
    )
    for row in read_table("units")
}
"""All units by their names, which are the English abbreviations where there are any."""


def _words(column: str) -> dict[str, str]:
    return {word: row["unit"] for row in read_table("units") for word in row[column].split("|")}


UNIT_WORDS: dict[Language, dict[str, str]] = {"it": _words("italian"), "en": _words("english")}
"""The unit that a word, or two, stands for after a number."""

_AFTER: dict[Language, re.Pattern[str]] = {
    "it": re.compile(
        r"(?:\sdi\s|\sd['’]|[ \u00a0\u202f'’-])?"
        r"(km/h|[°º]\s?[CcFf]\b|[^\W\d_]+[²³23]?|°)(?:\s([^\W\d_]+))?"
    ),
    "en": re.compile(
        r"(?:\sof\s(?:an?\s)?|[ \u00a0\u202f-])?(km/h|[°º]\s?[CcFf]\b|[^\W\d_]+[²³23]?|°)"
        r"(?:[ -]([^\W\d_]+))?"
    ),
}

_TOLERANCE = Decimal("0.2")
"""Newspapers round a converted measure generously: 25 gradi becomes 75 degrees."""
_SMALL, _SMALL_TOLERANCE = 3, Decimal("0.35")
"""Up to three the rounding weighs more: 1 cm becomes half an inch."""
_TIME_TOLERANCE = Decimal("0.08")
"""Two weeks are 14 or, in Italian, 15 days."""


def find_unit(text: str, at: int, language: Language) -> tuple[str, int]:
    """The name of the unit after a number that ends ``at`` a place, and where the unit ends."""
    match = _AFTER[language].match(text, at)
    if match is None:
        return "", at
    first = match[1].lower().replace(" ", "").replace("º", "°")
    if first in ("c", "f") and match.start(1) > at:
        # “95F” is a temperature, and “an F-35” none.
        return "", at
    words = UNIT_WORDS[language]
    if match[2] and (unit := words.get(f"{first} {match[2].lower()}")):
        return unit, match.end()
    unit = words.get(first, "")
    return unit, match.end(1) if unit else at


def same_measure(first: Decimal, unit: str, second: Decimal, other: str) -> bool:
    """Whether two values with units say the same, given a rounded conversion."""
    one, two = UNITS.get(unit), UNITS.get(other)
    if one is None or two is None or one.dimension != two.dimension:
        return False
    if one.dimension == "temperature":
        # The latter is for differences: ten degrees more are 18 degrees Fahrenheit more.
        return _near(first * 9 / 5 + 32, second, _TOLERANCE) or _near(
            first * 9 / 5, second, _TIME_TOLERANCE
        )
    if one.dimension == "time":
        return _near(first * one.factor, second * two.factor, _TIME_TOLERANCE)
    tolerance = _SMALL_TOLERANCE if min(first, second) <= _SMALL else _TOLERANCE
    return one != two and _near(first * one.factor, second * two.factor, tolerance)


def same_dimension(unit: str, other: str) -> bool:
    """Whether one unit can be converted into the other: km and miles."""
    one, two = UNITS.get(unit), UNITS.get(other)
    return one is not None and two is not None and one.dimension == two.dimension


def _near(first: Decimal, second: Decimal, tolerance: Decimal) -> bool:
    return abs(first - second) <= tolerance * max(abs(first), abs(second))
