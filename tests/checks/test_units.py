"""Units of measure and currencies; each table says what fires."""

from __future__ import annotations

import pytest

from workbench.checks import numbers, run_checks, units

CHECKS = (
    units.unit,
    units.conversion,
    units.currency,
    units.currency_missing,
    numbers.number_changed,
    numbers.number_missing,
    numbers.number_added,
)

WRONG = [
    # Italian, English, check, severity, what to write
    ("Lungo [50 chilometri].", "It is 50 [miles] long.", "unit", "major", "kilometres"),
    ("Per [tre settimane].", "For three [months].", "unit", "major", "weeks"),
    ("Un viaggio di [3 giorni].", "A 3-[hour] trip.", "unit", "major", "day"),
    ("Pesa [80 kg].", "It weighs 80 [lb].", "unit", "major", "kg"),
    ("Raccolti [50 quintali].", "They picked 50 [tonnes].", "unit", "major", "quintals"),
    ("Vento a [30 nodi].", "A wind of 30 [mph].", "unit", "major", "knot"),
    ("Lungo [50 chilometri].", "It is [310 miles] long.", "conversion", "minor", None),
    ("Lungo [50 metri].", "It is [100 feet] long.", "conversion", "neutral", None),
    ("Costa 30 [euro].", "It costs 30 [dollars].", "currency", "major", "euros"),
    ("Costa 30 [euro].", "It costs [$]30.", "currency", "major", "€"),
    ("Costa un [euro].", "It costs a [dollar].", "currency", "major", "euro"),
    ("Costa 30 [sterline].", "It costs [€]30.", "currency", "major", "£"),
    ("Vale 30 [yen].", "It is worth 30 [dollars].", "currency", "major", "yen"),
    (
        "L’euro contro l’[euro] digitale.",
        "The euro against the [Dollar].",
        "currency",
        "major",
        "euro",
    ),
    ("Costa 30 [EUR].", "It costs 30 [USD].", "currency", "major", None),
]

RIGHT = [
    ("Lungo 50 chilometri.", "It is 31 miles long."),
    ("Lungo 300 km.", "It is 300 km (186 miles) long."),
    ("Per due anni.", "For 24 months."),
    ("Quindici giorni fa.", "A fortnight ago."),
    ("Quindici giorni fa.", "Two weeks ago."),
    ("Mezz’ora dopo.", "30 minutes later."),
    ("Tre quarti d’ora.", "45 minutes."),
    ("Il quarto d’ora finale.", "The last 15 minutes."),
    ("A 35 gradi.", "At 35°C."),
    ("A 35 gradi.", "At 95F."),
    ("A 30 gradi.", "It was a sunny 80 degrees."),
    ("Con 26 gradi.", "In the 80s."),
    ("Raccolti 50 quintali.", "They picked five tonnes."),
    ("Alto quasi due metri.", "Standing 6-foot-6."),
    ("Un campo di 2 ettari.", "A field of 5 acres."),
    ("Costa 30 euro.", "It costs €30."),
    ("Vale 30 yen.", "It is worth ¥30."),
    ("Un maiale di 250 kg.", "A 550 pound hog."),
    ("Pesi e misure.", "Weights and measures."),
    ("Le corone dei re.", "The wreaths of kings."),
    ("Una famiglia.", "A family."),
]


@pytest.mark.parametrize(("italian", "english", "check", "severity", "right"), WRONG)
def test_another_unit_or_currency_is_found_on_both_sides(
    italian, english, check, severity, right, marked
):
    (source, other), (target, place) = marked(italian), marked(english)
    (found,) = run_checks(source, target, checks=CHECKS)
    assert (found.check, found.severity, found.suggestion) == (check, severity, right)
    assert ((found.start, found.end), found.other) == (place, other)


@pytest.mark.parametrize(("source", "target"), RIGHT)
def test_the_same_measure_or_amount_raises_nothing(source, target):
    assert run_checks(source, target, checks=CHECKS) == []


def test_a_currency_that_is_left_out_is_found():
    (found,) = run_checks("Costa 3 milioni di euro.", "It costs 3 million.", checks=CHECKS)
    assert (found.check, found.severity, found.side) == ("currency-missing", "minor", "source")


def test_a_sum_in_another_currency_may_be_converted():
    found = run_checks("Costa 30 euro.", "It costs $35.", checks=CHECKS)
    assert [(f.check, f.severity, f.suggestion) for f in found if f.check == "currency"] == [
        ("currency", "minor", None)
    ]
