"""Units of measure and whether two measures are the same, converted: 9 metri and 30 feet."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple


class Unit(NamedTuple):
    """A unit of one dimension, e.g. length, and how many base units it is."""

    dimension: str
    factor: Decimal


TOLERANCE = Decimal("0.3")
"""Newspapers round a converted measure generously: 25 gradi becomes 75 degrees."""


def _table(dimension: str, rows: dict[str, str]) -> dict[str, Unit]:
    return {
        name: Unit(dimension, Decimal(factor))
        for factor, names in rows.items()
        for name in names.split()
    }


UNITS: dict[str, Unit] = {
    **_table(
        "length",
        {
            "0.001": "mm millimetri millimetro",
            "0.01": "cm centimetri centimetro centimetres centimeters centimetre centimeter",
            "0.0254": "in inch inches pollici pollice",
            "0.3048": "ft foot feet piede piedi",
            "0.9144": "yd yard yards iarda iarde",
            "1": "m metri metro metres meters metre meter",
            "1000": "km chilometri chilometro kilometres kilometers kilometre kilometer",
            "1609.3": "mi mile miles miglio miglia",
        },
    ),
    **_table("speed", {"1": "km/h kmh kph", "1.6093": "mph"}),
    **_table(
        "mass",
        {
            "1": "g grammi grammo grams gram",
            "28.35": "oz ounce ounces once oncia",
            "453.6": "lb lbs pound pounds libbre libbra",
            "1000": "kg chili chilo chilogrammi kilo kilos kilograms kilogram",
            "6350": "stone",
            "1000000": "tonnellate tonnellata tonnes tonne tons ton",
        },
    ),
    **_table("area", {"1": "ettari ettaro hectares hectare", "0.4047": "acri acro acres acre"}),
    **_table(
        "volume",
        {
            "1": "l litri litro litres liters litre liter",
            "3.785": "galloni gallone gallons gallon",
            "0.5": "pinte pinta pints pint",
        },
    ),
    **_table("temperature", {"1": "gradi grado °c", "1.8": "degrees degree °f °"}),
}


def same_measure(first: Decimal, unit: str, second: Decimal, other: str) -> bool:
    """Whether two values with units say the same, given a rounded conversion."""
    one, two = UNITS.get(unit), UNITS.get(other)
    if one is None or two is None or one.dimension != two.dimension:
        return False
    if one.dimension == "temperature":
        return _near(first * 9 / 5 + 32, second)
    return one.factor != two.factor and _near(first * one.factor, second * two.factor)


def same_unit(unit: str, other: str) -> bool:
    """Whether two units are one: km and chilometri."""
    return unit in UNITS and UNITS.get(unit) == UNITS.get(other)


def _near(first: Decimal, second: Decimal) -> bool:
    return abs(first - second) <= TOLERANCE * max(abs(first), abs(second))
