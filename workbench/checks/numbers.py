"""Numbers compared by value: “2,4 miliardi” is 2.4 billion, however the English writes it."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from math import prod
from typing import TYPE_CHECKING, NamedTuple

from workbench.checks.base import Flag, Pair, check
from workbench.language.measures import same_measure, same_unit
from workbench.language.number_words import english_spelling
from workbench.language.numerals import english
from workbench.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from workbench.language.numbers import Number
    from workbench.model import Side

_BOTH: tuple[Side, ...] = ("source", "target")


class _Difference(NamedTuple):
    changed: list[tuple[Number, Number]]
    missing: list[Number]
    added: list[Number]


@check("accuracy", needs=_BOTH)
def number_changed(pair: Pair) -> Iterator[Flag]:
    """A number has another value than in the Italian."""
    for ours, theirs in _differences(pair).changed:
        if not _power_of_ten(ours, theirs):
            yield _changed(pair, ours, theirs)


@check("accuracy", needs=_BOTH)
def magnitude(pair: Pair) -> Iterator[Flag]:
    """A number has the right digits and the wrong magnitude: millions for billions."""
    for ours, theirs in _differences(pair).changed:
        if _power_of_ten(ours, theirs):
            yield _changed(pair, ours, theirs)


@check("accuracy", needs=_BOTH)
def number_missing(pair: Pair) -> Iterator[Flag]:
    """A number of the Italian is not in the English."""
    for ours in _differences(pair).missing:
        yield Flag(
            ours.start,
            ours.end,
            "minor",
            message("“%(number)s” is not in the English.", number=_quote(pair.source, ours)),
            side="source",
        )


@check("accuracy", needs=_BOTH)
def number_added(pair: Pair) -> Iterator[Flag]:
    """The English has a number that the Italian has not."""
    for theirs in _differences(pair).added:
        yield Flag(
            theirs.start,
            theirs.end,
            "minor",
            message("“%(number)s” is not in the Italian.", number=_quote(pair.target, theirs)),
        )


@check("accuracy", needs=_BOTH)
def percentage_points(pair: Pair) -> Iterator[Flag]:
    """Points and per cent are confused: from 4% to 5% is one point, and not one per cent."""
    for ours in pair.source_numbers:
        for theirs in pair.target_numbers:
            kinds = {ours.kind, theirs.kind}
            if kinds == {"percent", "points"} and ours.same(theirs) and _alone(pair, ours):
                yield Flag(
                    theirs.start,
                    theirs.end + len(theirs.suffix),
                    "major",
                    message(
                        "“%(italian)s” and “%(english)s” differ: points are no percentage.",
                        italian=_quote(pair.source, ours),
                        english=_quote(pair.target, theirs),
                    ),
                )


@check("locale-conventions")
def number_marks(pair: Pair) -> Iterator[Flag]:
    """Decimal or thousands marks are left as in Italian: “40,5%”, “3.500 people”."""
    for number in pair.target_numbers:
        right = _with_english_marks(pair, number)
        if right is not None:
            yield Flag(
                number.start,
                number.end,
                "major" if number.foreign or pair.source else "minor",
                message(
                    "“%(number)s” has Italian marks; in English it is %(right)s.",
                    number=_quote(pair.target, number),
                    right=right,
                ),
                suggestion=right,
            )


@check("style")
def number_style(pair: Pair) -> Iterator[Flag]:
    """A number is built the Italian way: “4 thousand billion”, “860 thousand”."""
    for number in pair.target_numbers:
        stacked = len(number.magnitudes) > 1 and number.magnitudes[0] < number.magnitudes[-1]
        thousands = number.digits and number.magnitudes == (1000,)
        if not (stacked or thousands) or pair.target[number.start : number.end].endswith("k"):
            continue
        right = english(number.values[-1] if thousands else number.value)
        yield Flag(
            number.start,
            number.end,
            "minor",
            message(
                "English writes %(right)s for “%(number)s”.",
                right=right,
                number=pair.target[number.start : number.end],
            ),
            suggestion=right,
        )


def _changed(pair: Pair, ours: Number, theirs: Number) -> Flag:
    spelt = None if theirs.digits else english_spelling(ours.value)
    suggestion = spelt or english(ours.value, scale=max(ours.magnitudes, default=1))
    big = bool(ours.magnitudes or theirs.magnitudes) and _power_of_ten(ours, theirs)
    return Flag(
        theirs.start,
        theirs.end,
        "critical" if big else "major",
        message(
            "“%(italian)s” is %(value)s; the English says %(english)s.",
            italian=_quote(pair.source, ours),
            value=suggestion + _sign(ours),
            english=_quote(pair.target, theirs),
        ),
        # Where a time or a conversion may be meant, the right words are the translator's.
        suggestion=suggestion if "time" not in (ours.kind, theirs.kind) else None,
    )


def _quote(text: str, number: Number) -> str:
    return text[number.start : number.end + len(number.suffix)]


def _sign(number: Number) -> str:
    return "%" if number.kind == "percent" else ""


@lru_cache(maxsize=16)
def _differences(pair: Pair) -> _Difference:
    italian, translated = _unshortened(pair.source_numbers), _unshortened(pair.target_numbers)
    ours = [n for n in italian if n.firm and not _said(n, translated)]
    theirs = [n for n in translated if n.firm and not _said(n, italian)]
    changed = []
    for number in list(ours):
        if theirs:
            other = min(theirs, key=lambda n: _distance(pair, number, n))
            ours.remove(number)
            theirs.remove(other)
            changed.append((number, other))
    return _Difference(changed, ours, theirs)


def _unshortened(numbers: list[Number]) -> list[Number]:
    """Bare numbers may mean the magnitude of one before, too: “950 million, and another 50”."""
    scale = 1
    read = []
    for number in numbers:
        scale = prod(number.magnitudes) if number.magnitudes else scale
        bare = number.kind == "plain" and not number.magnitudes and scale > 1
        larger = tuple(value * scale for value in number.values) if bare else ()
        read.append(replace(number, values=number.values + larger))
    return read


def _said(number: Number, others: list[Number]) -> bool:
    return any(number.same(other) or _converted(number, other, others) for other in others)


def _converted(number: Number, other: Number, others: list[Number]) -> bool:
    """Whether one is the other converted, where the other text has no such unit itself."""
    if any(same_unit(number.unit, n.unit) for n in others):
        return False
    return same_measure(number.value, number.unit, other.value, other.unit) or same_measure(
        other.value, other.unit, number.value, number.unit
    )


def _distance(pair: Pair, ours: Number, theirs: Number) -> tuple[bool, bool, float]:
    """How unlikely it is that one number stands for the other: kind first, then place."""
    place = abs(ours.start / len(pair.source) - theirs.start / len(pair.target))
    return not _power_of_ten(ours, theirs), ours.kind != theirs.kind, place


def _power_of_ten(first: Number, second: Number) -> bool:
    """Whether the two have the same digits and differ in their magnitude only."""
    return bool(first.value) and _digits(first.value) == _digits(second.value)


def _digits(value: Decimal) -> tuple[int, ...]:
    return value.normalize().as_tuple().digits


def _alone(pair: Pair, number: Number) -> bool:
    """Whether no other number of the Italian has the value: else it may be the one meant."""
    return sum(number.same(other) for other in pair.source_numbers) == 1


def _with_english_marks(pair: Pair, number: Number) -> str | None:
    """How English writes a number that has Italian marks, or None where its marks are right."""
    written = pair.target[number.start : number.end]
    digits = written.split()[0]
    if number.kind in ("time", "code") or not number.digits:
        return None
    if number.foreign:
        return digits.replace(".", " ").replace(",", ".").replace(" ", ",") + written[len(digits) :]
    if "." not in digits or len(number.values) < 2 or number.magnitudes:
        return None
    grouped = number.values[1]
    italian = [n for n in pair.source_numbers if n.digits]
    if any(number.value in n.values for n in italian) and pair.source:
        return None
    if any(grouped in n.values for n in italian) or not pair.source:
        return english(grouped)
    return None
