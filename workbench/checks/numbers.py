"""Numbers compared by value: “2,4 miliardi” is 2.4 billion, however the English writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.checks.base import Flag, Pair, check
from workbench.checks.compare import lone
from workbench.checks.differences import Sayings, differences, power_of_ten
from workbench.language.number_words import english_spelling
from workbench.language.numerals import english
from workbench.language.times import english_clock
from workbench.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.language.numbers import Number
    from workbench.model import Severity, Side

BOTH: tuple[Side, ...] = ("source", "target")
_TIMES = ("decade", "century")
_WORDS = ("ordinal", "amount", "multiple", "fraction", *_TIMES)


@check("accuracy", needs=BOTH)
def number_changed(pair: Pair) -> Iterator[Flag]:
    """A number has another value than in the Italian.

    Readers remember figures, and sources complain of them. Measures converted within rounding,
    and 24 months for two years, are the same.
    """
    for ours, theirs in differences(pair).changed:
        if not power_of_ten(ours, theirs):
            yield _changed(pair, ours, theirs)


@check("accuracy", needs=BOTH)
def magnitude(pair: Pair) -> Iterator[Flag]:
    """A number has the right digits and the wrong magnitude: millions for billions.

    A miliardo is a billion, a bilione a trillion, mille miliardi are a trillion. Papers use
    trilione for 10¹² and for 10¹⁸, so either is taken.
    """
    for ours, theirs in differences(pair).changed:
        if power_of_ten(ours, theirs):
            yield _changed(pair, ours, theirs)


@check("accuracy", needs=BOTH)
def number_missing(pair: Pair) -> Iterator[Flag]:
    """A number of the Italian is not in the English.

    It may have been left out with its whole phrase. Where the English says it in another way,
    dismiss this.
    """
    for ours in (*differences(pair).missing, *_missing_words(pair)):
        yield Flag(
            ours.start,
            ours.end,
            "minor",
            message("“%(number)s” is not in the English.", number=quote(pair.source, ours)),
            side="source",
        )


@check("accuracy", needs=BOTH)
def number_added(pair: Pair) -> Iterator[Flag]:
    """The English has a number that the Italian has not.

    Look where it comes from: the paragraph before, or nowhere.
    """
    for theirs in differences(pair).added:
        yield Flag(
            theirs.start,
            theirs.end,
            "minor",
            message("“%(number)s” is not in the Italian.", number=quote(pair.target, theirs)),
        )


@check("accuracy", needs=BOTH)
def percentage_points(pair: Pair) -> Iterator[Flag]:
    """Points and per cent are confused: from 4% to 5% is one point, and not one per cent.

    Rates, polls and taxes move by points.
    """
    for ours in pair.source_numbers:
        if ours.kind not in ("percent", "points"):
            continue
        for theirs in pair.target_numbers:
            kinds = {ours.kind, theirs.kind}
            if kinds == {"percent", "points"} and ours.same(theirs) and _alone(pair, ours):
                yield Flag(
                    theirs.start,
                    theirs.end + len(theirs.suffix),
                    "major",
                    message(
                        "“%(italian)s” and “%(english)s” differ: points are no percentage.",
                        italian=quote(pair.source, ours),
                        english=quote(pair.target, theirs),
                    ),
                    other=place(ours),
                )


@check("locale-conventions")
def number_marks(pair: Pair) -> Iterator[Flag]:
    """Decimal or thousands marks are left as in Italian: “40,5%”, “3.500 people”.

    English has a point before decimals and a comma between thousands, so that 3.500 people are
    three and a half. Without the Italian a number like 3.500 is doubtful.
    """
    for number in pair.target_numbers:
        right = _with_english_marks(pair, number)
        if right is not None:
            yield Flag(
                number.start,
                number.end,
                "major" if number.foreign or pair.source else "minor",
                message(
                    "“%(number)s” has Italian marks; in English it is %(right)s.",
                    number=pair.target[number.start : number.end],
                    right=right,
                ),
                suggestion=right,
                other=_evidence(pair, number),
            )


def quote(text: str, number: Number) -> str:
    """The words of a number with what follows that belongs to it: “4,3%”, “250 kg”."""
    return text[number.start : number.end + len(number.suffix)].strip()


def place(number: Number) -> tuple[int, int]:
    """Start and end of a number with what belongs to it."""
    return number.start, number.end + len(number.suffix)


def _changed(pair: Pair, ours: Number, theirs: Number) -> Flag:
    italian, translated = quote(pair.source, ours), quote(pair.target, theirs)
    right = _right(pair, ours, theirs)
    if right in (None, italian):
        words = message(
            "The Italian says “%(italian)s”, the English “%(english)s”.",
            italian=italian,
            english=translated,
        )
    else:
        words = message(
            "“%(italian)s” is %(value)s; the English says %(english)s.",
            italian=italian,
            value=f"{right}%" if ours.kind == "percent" else right,
            english=translated.removesuffix("."),
        )
    big = bool(ours.magnitudes or theirs.magnitudes) and power_of_ten(ours, theirs)
    severity: Severity = "critical" if big else "major"
    return Flag(theirs.start, theirs.end, severity, words, suggestion=right, other=place(ours))


def _right(pair: Pair, ours: Number, theirs: Number) -> str | None:
    """The Italian number as the English would write it here, or None where it cannot be told."""
    if "time" in (ours.kind, theirs.kind):
        # The hour of “alle 7.30” may be of the morning or not; that of “alle 19.30” is clear.
        if ours.kind != theirs.kind or len(ours.values) > 1:
            return None
        return english_clock(ours.value, pair.target[slice(*place(theirs))])
    if not theirs.digits and (spelt := english_spelling(ours.value)):
        return spelt
    written = pair.source[ours.start : ours.end]
    if written.isdecimal() and "," not in pair.target[theirs.start : theirs.end]:
        # A year has no comma.
        return written
    return english(ours.value, scale=max(ours.magnitudes, default=1))


def _missing_words(pair: Pair) -> list[Number]:
    """Ordinals from the third on, “doppio”, “migliaia”, decades, where nothing stands for them."""
    left = [n for n in pair.source_numbers if n.kind in _WORDS and not n.firm and _telling(n)]
    if not left:
        return []
    instead = {n.kind for n in lone(pair.source_numbers, pair.target_numbers)[1]}
    english_says = Sayings(pair.target_numbers)
    left = [n for n in left if n.kind not in instead and not english_says.say(n)]
    if instead & set(_TIMES):
        return []
    # “Gli anni Novanta del Novecento” are the 1990s.
    dated = any(n.kind == "decade" for n in pair.source_numbers)
    return [n for n in left if not (dated and n.kind == "century")]


def _telling(number: Number) -> bool:
    """Whether a word says so much that it should recur: not “first”, “double” or “un terzo”."""
    return len(number.values) == 2 if number.kind == "fraction" else number.value > 2


def _alone(pair: Pair, number: Number) -> bool:
    """Whether no other number of the Italian has the value: else it may be the one meant."""
    return sum(number.same(other) for other in pair.source_numbers) == 1


def _evidence(pair: Pair, number: Number) -> tuple[int, int] | None:
    """The place of the Italian number that this one has kept the marks of."""
    return next((place(ours) for ours in pair.source_numbers if ours.same(number)), None)


def _with_english_marks(pair: Pair, number: Number) -> str | None:
    """How English writes a number that has Italian marks, or None where its marks are right."""
    written = pair.target[number.start : number.end]
    digits = written.split()[0]
    if number.kind in ("time", "code") or not number.digits:
        return None
    if number.foreign and number.magnitudes:
        return english(number.values[-1], scale=max(number.magnitudes))
    if number.foreign:
        return digits.replace(".", " ").replace(",", ".").replace(" ", ",") + written[len(digits) :]
    doubtful = "." in digits and len(number.values) > 1 and not number.magnitudes
    return _grouped(pair, number) if doubtful else None


def _grouped(pair: Pair, number: Number) -> str | None:
    """The thousands that a number like 3.500 means, where the Italian has them, or is not there."""
    grouped = number.values[1]
    italian = [n for n in pair.source_numbers if n.digits]
    if any(number.value in n.values for n in italian) and pair.source:
        return None
    if any(grouped in n.values for n in italian) or not pair.source:
        return english(grouped)
    return None
