"""The numbers that one text of a pair has and the other has not, by value and converted."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from math import prod
from typing import TYPE_CHECKING, NamedTuple

from workbench.checks.compare import MOST, distance
from workbench.language.measures import UNITS, same_dimension, same_measure

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from workbench.checks.base import Pair
    from workbench.language.numbers import Number


class Difference(NamedTuple):
    """The firm numbers that one text has and the other has not."""

    changed: list[tuple[Number, Number]]
    """An Italian and an English number, likely meant to be the same."""
    converted: list[tuple[Number, Number]]
    """Two measures in different units that do not come to the same."""
    missing: list[Number]
    added: list[Number]


class Sayings:
    """What the numbers of one text say, looked up many times."""

    def __init__(self, numbers: Sequence[Number]) -> None:
        self._values = {value for number in numbers for value in number.values}
        self._units = {number.unit for number in numbers}
        # “In the 80s” may be degrees.
        self._measures = {
            (number.value, "degree" if number.kind == "decade" else number.unit)
            for number in numbers
            if number.unit or number.kind == "decade"
        }

    def say(self, number: Number) -> bool:
        """Whether they say the number, as it is or converted."""
        return not self._values.isdisjoint(number.values) or self._convert(number)

    def _convert(self, number: Number) -> bool:
        """Whether one of them is the number converted, where none has its own unit."""
        if not number.unit:
            return False
        if number.unit in self._units and UNITS[number.unit].dimension != "temperature":
            return False
        return any(
            same_measure(number.value, number.unit, *measure)
            or same_measure(*measure, number.value, number.unit)
            for measure in self._measures
        )


@lru_cache(maxsize=16)
def differences(pair: Pair) -> Difference:
    """The numbers that differ; what is the same when converted does not."""
    if not (pair.source_numbers or pair.target_numbers):
        return Difference([], [], [], [])
    italian = _unshortened(pair.source_numbers)
    translated = _in_fahrenheit(italian, _unshortened(pair.target_numbers))
    they_say, we_say = Sayings(translated), Sayings(italian)
    ours = [n for n in italian if n.firm and not they_say.say(n)]
    theirs = [n for n in translated if n.firm and not we_say.say(n)]
    if not (ours or theirs):
        return Difference([], [], [], [])
    converted = _badly_converted(ours, theirs, italian, translated)
    changed = []
    for number in ours[:MOST]:
        if theirs:
            other = min(theirs, key=lambda n: _unlikeness(pair, number, n))
            ours.remove(number)
            theirs.remove(other)
            changed.append((number, other))
    return Difference(changed, converted, ours, theirs)


def _unshortened(numbers: list[Number]) -> list[Number]:
    """Bare numbers may mean the magnitude of one before, too: “950 million, and another 50”."""
    if not any(number.magnitudes for number in numbers):
        return numbers
    scale = 1
    read = []
    for number in numbers:
        scale = prod(number.magnitudes) if number.magnitudes else scale
        bare = number.kind == "plain" and not number.magnitudes and scale > 1
        larger = tuple(value * scale for value in number.values) if bare else ()
        read.append(replace(number, values=number.values + larger) if larger else number)
    return read


def _in_fahrenheit(italian: list[Number], translated: list[Number]) -> list[Number]:
    """With Fahrenheit for “degrees” where one of these is an Italian temperature converted."""
    ours, theirs = (
        [number for number in numbers if number.unit == "degree"]
        for numbers in (italian, translated)
    )
    if not any(_same_heat(one, two) and not one.same(two) for one in ours for two in theirs):
        return translated
    return [replace(n, unit="fahrenheit") if n.unit == "degree" else n for n in translated]


def _same_heat(one: Number, two: Number) -> bool:
    return same_measure(one.value, one.unit, two.value, two.unit)


def _badly_converted(
    ours: list[Number], theirs: list[Number], italian: list[Number], translated: list[Number]
) -> list[tuple[Number, Number]]:
    """Take out of the lone numbers the measures that the other text gives in another unit."""
    pairs = []
    for number in ours[:MOST]:
        if number.unit and (other := _other_unit(number, translated)):
            ours.remove(number)
            if other in theirs:
                theirs.remove(other)
            pairs.append((number, other))
    for other in theirs[:MOST]:
        if other.unit and (ours_too := _other_unit(other, italian)):
            theirs.remove(other)
            pairs.append((ours_too, other))
    return pairs


def _other_unit(number: Number, others: list[Number]) -> Number | None:
    """The first measure among the others that could be this one in another unit."""
    if UNITS[number.unit].dimension == "time" or any(o.unit == number.unit for o in others):
        return None
    return next((other for other in others if same_dimension(number.unit, other.unit)), None)


def _unlikeness(pair: Pair, ours: Number, theirs: Number) -> tuple[bool, bool, bool, float]:
    """How unlikely it is that one number stands for the other: kind first, then unit and place."""
    return (
        not power_of_ten(ours, theirs),
        ours.kind != theirs.kind,
        ours.unit != theirs.unit,
        distance(pair, ours, theirs),
    )


def power_of_ten(first: Number, second: Number) -> bool:
    """Whether the two have the same digits and differ in their magnitude only."""
    return bool(first.value) and _digits(first.value) == _digits(second.value)


def _digits(value: Decimal) -> tuple[int, ...]:
    return value.normalize().as_tuple().digits
