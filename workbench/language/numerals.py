"""Numerals in digits, in the Italian and in the English convention, read and written."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from workbench.model import Language

_SPACES = re.compile(r"[ \u00a0\u202f]")
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


class Reading(NamedTuple):
    """What a numeral may mean, the likeliest first, and whether its marks are of its language."""

    values: tuple[Decimal, ...]
    foreign: bool
    """Written with the other language's marks: “40,5” in English, “7.5” in Italian."""


def read_numeral(digits: str, language: Language) -> Reading:
    """Read a numeral: in Italian “3.500” is 3500 and “2,4” is 2.4, in English the reverse.

    An English “3.500” is 3.5, or 3500 with Italian marks: only the original can tell.
    """
    digits = _SPACES.sub("", digits)
    thousands, point = (".", ",") if language == "it" else (",", ".")
    own = _read(digits, thousands, point)
    other = _read(digits, point, thousands)
    if own is None:
        return Reading((other,), foreign=True) if other is not None else _pieces(digits)
    if language == "en" and other is not None and other != own and _grouped(digits, point):
        return Reading((own, other), foreign=False)
    return Reading((own,), foreign=False)


def _read(digits: str, thousands: str, point: str) -> Decimal | None:
    whole, mark, fraction = digits.partition(point)
    if point in fraction or thousands in fraction or (mark and not whole):
        return None
    if thousands in whole and not _grouped(whole, thousands):
        return None
    number = whole.replace(thousands, "")
    return Decimal(f"{number}.{fraction}" if fraction else number)


def _grouped(digits: str, mark: str) -> bool:
    first, *groups = digits.split(mark)
    return 1 <= len(first) <= 3 and all(len(g) == 3 and g.isdecimal() for g in groups)


def _pieces(digits: str) -> Reading:
    """A date, a version, a list without spaces: no one value, so its pieces."""
    return Reading(tuple(Decimal(piece) for piece in re.split(r"[.,]", digits)), foreign=False)


_NAMELESS = Decimal(10) ** 20
"""From here on no word is of use: a row of digits, and hardly a quantity."""


def english(value: Decimal, *, scale: int = 1) -> str:
    """The value as English newspapers write it: 2,949 · 2.4 million · 860,000 · 4 trillion.

    From a million on, or where a magnitude word stood (`scale` above a thousand), the largest
    magnitude that leaves at most three decimals is spelt.
    """
    if (value >= 10**6 or scale >= 10**6) and value < _NAMELESS:
        for size, name in _SCALES:
            scaled = value / size
            if scaled >= 1 and scaled == round(scaled, 3):
                return f"{plain(scaled)} {name}"
    return plain(value)


def plain(value: Decimal) -> str:
    """The value in digits with English marks: 1234567.50 is “1,234,567.5”."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
