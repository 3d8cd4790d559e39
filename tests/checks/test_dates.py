"""Days, months, dates, decades, centuries and clock times; each table says what fires."""

from __future__ import annotations

import pytest

from workbench.checks import dates, number_style, run_checks

CHECKS = (
    dates.day_changed,
    dates.day_missing,
    dates.date_figures,
    dates.period,
    dates.clock_half,
    number_style.clock_style,
)

WRONG = [
    # Italian, English, check, severity, what to write
    ("Apre [lunedì].", "It opens on [Tuesday].", "day-changed", "major", "Monday"),
    ("Chiude di [lunedì].", "Closed on [Tuesdays].", "day-changed", "major", "Mondays"),
    ("La gara di [sabato].", "[Sunday’s] race.", "day-changed", "major", "Saturday’s"),
    ("Nato il 3 [aprile].", "Born on 3 [May].", "day-changed", "major", "April"),
    ("La festa d’[estate].", "The [winter] fair.", "day-changed", "major", "summer"),
    ("[Ieri] ha piovuto.", "It rains [tomorrow].", "day-changed", "major", "yesterday"),
    ("Chiuso la [sera].", "Closed in the [morning].", "day-changed", "major", None),
    ("Il [10/09/2026].", "On [9 October 2026].", "date-figures", "major", "10 September 2026"),
    ("Entro il [10/9].", "By [October 9].", "date-figures", "major", "September 10"),
    ("Il [10/09/2026].", "On [10/09/2026].", "date-figures", "neutral", "10 September 2026"),
    ("L’arte del [Novecento].", "Art of the [900s].", "period", "major", "20th century"),
    (
        "Un palazzo del [Seicento].",
        "A [sixteenth-century] palace.",
        "period",
        "major",
        "17th century",
    ),
    ("Nel [XVII secolo].", "In the [18th century].", "period", "major", "17th century"),
    ("Gli [anni Settanta].", "The [sixties].", "period", "major", "1970s"),
    ("Alle [4.30].", "At [4:30 p.m.]", "clock-half", "minor", "4:30 a.m."),
    ("Alle [9] si apre.", "It opens at [9pm].", "clock-half", "minor", "9am"),
    ("Alle [20.45].", "At [20.45].", "clock-style", "minor", "8.45pm"),
    ("Dalle ore [18].", "From [18].", "clock-style", "minor", "6pm"),
]

MISSING = [
    ("Apre lunedì.", "It opens.", "lunedì"),
    ("La fiera di ottobre.", "The fair.", "ottobre"),
]

RIGHT = [
    ("Apre lunedì.", "It opens on Monday."),
    ("Lunedì apre.", "It opens on Mon."),
    ("Da lunedì a venerdì.", "From Monday to Friday."),
    ("Ieri ha vinto.", "He won on Tuesday."),
    ("Ieri sera ha vinto.", "He won last night."),
    ("Il Primo Maggio.", "May Day."),
    ("Può venire a marzo.", "She may come in March."),
    ("A ferragosto.", "In mid-August."),
    ("D’autunno cadono le foglie.", "Leaves fall in the fall."),
    ("Il 10/09/2026.", "On September 10, 2026."),
    ("Il 10/09/2026.", "On the 10th of September."),
    ("Il 20/09/2026.", "On 20/09/2026."),
    ("In settembre, il 10.", "On 10/09/2026."),
    ("Vince 3/4 dei seggi.", "Wins 3/4 of the seats."),
    ("L’arte del Novecento.", "Twentieth-century art."),
    ("L’arte del Novecento.", "Art of the 1900s."),
    ("Tra Otto e Novecento.", "Between the 19th and 20th centuries."),
    ("Nel XIX e XX secolo.", "In the 19th and 20th centuries."),
    ("Nel ventunesimo secolo.", "In the twenty-first century."),
    ("Gli anni Novanta del Novecento.", "The 1990s."),
    ("Gli anni Duemila.", "The 2000s."),
    ("Gli anni Venti.", "The 2020s."),
    ("Cinquecento soldati.", "Five hundred soldiers."),
    ("Mezzo secolo dopo.", "Half a century later."),
    ("Alle 4.30 del pomeriggio.", "At 4:30 p.m."),
    ("Alle 9 di sera.", "At 9pm."),
    ("Alle 20.45.", "At 8.45 p.m."),
    ("Alle 20.45.", "At 20:45."),
    ("Alle 20.30: sale del 20,30%.", "At 20:30: up 20.30%."),
    ("Alle 18.", "At 18 metres."),
    ("Alle 7 e mezza.", "At 7:30."),
    ("A mezzanotte.", "At midnight."),
]


@pytest.mark.parametrize(("italian", "english", "check", "severity", "right"), WRONG)
def test_another_day_or_hour_is_found_on_both_sides(
    italian, english, check, severity, right, marked
):
    (source, other), (target, place) = marked(italian), marked(english)
    (found,) = run_checks(source, target, checks=CHECKS)
    assert (found.check, found.severity, found.suggestion) == (check, severity, right)
    assert ((found.start, found.end), found.other) == (place, other)


@pytest.mark.parametrize(("source", "target", "words"), MISSING)
def test_a_day_that_is_left_out_is_found(source, target, words):
    (found,) = run_checks(source, target, checks=CHECKS)
    assert (found.check, found.severity, found.side) == ("day-missing", "minor", "source")
    assert source[found.start : found.end] == words


@pytest.mark.parametrize(("source", "target"), RIGHT)
def test_the_same_day_or_hour_raises_nothing(source, target):
    assert run_checks(source, target, checks=CHECKS) == []


@pytest.mark.parametrize(("target", "right"), [("At 17.30 pm.", "5.30pm"), ("At 18 p.m.", "6p.m.")])
def test_an_hour_of_24_is_not_pm(target, right):
    (found,) = run_checks(None, target, checks=(number_style.clock_style,))
    assert found.suggestion is not None
    assert found.suggestion.replace(" ", "") == right


def test_the_message_says_which_day_it_is():
    (found,) = run_checks("Il 10/09/2026.", "On 9 October 2026.", checks=CHECKS)
    assert str(found.message) == (
        "“10/09/2026” is 10 September 2026; the English says 9 October 2026."
    )


@pytest.mark.parametrize(
    "english", ["They go down at 10:15 pm.", "At 9.45pm.", "It costs 1,515 pm."]
)
def test_minutes_before_pm_are_no_hour(english):
    assert [str(found.message) for found in run_checks(None, english)] == []
