"""Units of measure and currencies: kilometres are no miles, and euros no dollars."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.checks.base import Flag, Pair, check
from workbench.checks.compare import MOST, exchanged_terms, lone, terms
from workbench.checks.differences import differences
from workbench.checks.numbers import BOTH, place, quote
from workbench.language.measures import UNITS, same_measure
from workbench.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.language.numbers import Number
    from workbench.language.terms import Term

_FAR = 3
"""A conversion that is off by more than this cannot be rounding."""
_SIGNS = {"euro": "€", "dollar": "$", "pound": "£", "yen": "¥"}
_PLURALS = {"yen": "yen", "yuan": "yuan", "zloty": "zlotys", "hryvnia": "hryvnia", "lira": "lire"}


@check("accuracy", needs=BOTH)
def unit(pair: Pair) -> Iterator[Flag]:
    """The number is the same and its unit another one: 50 chilometri, 50 miles.

    Three weeks are not three months. Convert the number, or keep the unit.
    """
    measured = [n for n in pair.target_numbers if n.unit][:MOST]
    for ours in pair.source_numbers[:MOST] if measured else ():
        if not ours.unit or any(_same_unit(ours, n) for n in measured):
            continue
        for theirs in measured:
            if ours.same(theirs) and not _counted(pair, theirs):
                word = theirs.suffix.removeprefix(" of").lstrip(" \u00a0\u202f-")
                yield Flag(
                    place(theirs)[1] - len(word),
                    place(theirs)[1],
                    "major",
                    message(
                        "The Italian says “%(italian)s”, the English “%(english)s”.",
                        italian=quote(pair.source, ours),
                        english=quote(pair.target, theirs),
                    ),
                    suggestion=_unit_like(ours, word, one=theirs.suffix.startswith("-")),
                    other=place(ours),
                )


@check("accuracy", needs=BOTH)
def conversion(pair: Pair) -> Iterator[Flag]:
    """A measure is converted into another unit and comes to something else.

    Rounding is allowed. A conversion that is only somewhat off is a hint.
    """
    for ours, theirs in differences(pair).converted:
        yield Flag(
            *place(theirs),
            "minor" if _far_off(ours, theirs) else "neutral",
            message(
                "“%(italian)s” is not “%(english)s”: check the conversion.",
                italian=quote(pair.source, ours),
                english=quote(pair.target, theirs),
            ),
            other=place(ours),
        )


@check("accuracy", needs=BOTH)
def currency(pair: Pair) -> Iterator[Flag]:
    """An amount is in another currency than in the Italian: euros for dollars.

    A sum that is converted has another number; there this is only a minor remark.
    """
    for one, other in exchanged_terms(pair, "currency"):
        converted = bool(differences(pair).changed)
        word = pair.target[other.start : other.end]
        yield Flag(
            other.start,
            other.end,
            "minor" if converted else "major",
            message(
                "The Italian says “%(italian)s”, the English “%(english)s”.",
                italian=pair.source[one.start : one.end],
                english=word,
            ),
            suggestion=None if converted else _currency_like(word, one),
            other=(one.start, one.end),
        )


@check("accuracy", needs=BOTH)
def currency_missing(pair: Pair) -> Iterator[Flag]:
    """The currency of the Italian is not in the English.

    Readers abroad cannot tell it from the place.
    """
    ours, theirs = terms(pair).of("currency")
    left, _ = lone(ours, theirs)
    if theirs or not any(one.sure for one in left):
        return
    for one in left:
        yield Flag(
            one.start,
            one.end,
            "minor",
            message(
                "“%(currency)s” is not in the English.",
                currency=pair.source[one.start : one.end],
            ),
            side="source",
        )


def _same_unit(ours: Number, theirs: Number) -> bool:
    """Whether the English says the same in this unit, or in a like one: “gradi” are °C or °F."""
    if not ours.same(theirs):
        return same_measure(ours.value, ours.unit, theirs.value, theirs.unit)
    temperature = {UNITS[ours.unit].dimension, UNITS[theirs.unit].dimension} == {"temperature"}
    vague = "degree" in (ours.unit, theirs.unit)
    return ours.unit == theirs.unit or (temperature and vague)


def _counted(pair: Pair, number: Number) -> bool:
    """Whether the Italian says the same number with the same unit, or with none, elsewhere."""
    return any(n.same(number) and n.unit in ("", number.unit) for n in pair.source_numbers)


def _far_off(ours: Number, theirs: Number) -> bool:
    one, two = UNITS[ours.unit], UNITS[theirs.unit]
    if one.dimension == "temperature" or not (ours.value and theirs.value):
        return False
    ratio = ours.value * one.factor / (theirs.value * two.factor)
    return not 1 / _FAR < ratio < _FAR


def _unit_like(ours: Number, word: str, *, one: bool) -> str:
    """The unit of the Italian, one or many, short or in full like the word it replaces."""
    words = UNITS[ours.unit].words
    if len(word) <= 3 and word.lower() not in ("day", "ton"):
        return min(words, key=len)
    return words[1] if (one or ours.value == 1) and len(words) > 1 else words[0]


def _currency_like(word: str, term: Term) -> str | None:
    """The currency of the Italian as a sign or a word, like what it replaces."""
    name = term.values[0]
    if re.fullmatch("[€$£¥]", word):
        return _SIGNS.get(name)
    if word.isupper() or not word.isalpha():
        return None
    return _PLURALS.get(name, f"{name}s") if word.endswith("s") else name
