"""Quantities that are no plain figures: hundreds, doubles, thirds, popes, limits, rises."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from workbench.checks.base import Flag, Pair, check
from workbench.checks.compare import MOST, exchanged_terms, lone, paired
from workbench.checks.numbers import BOTH, place, quote
from workbench.language.tables import read_table
from workbench.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.language.numbers import Kind, Number
    from workbench.model import Language

_REACH = 24
"""How many characters before a number its limit is looked for in."""
_NOT = re.compile(r"\b[Nn]on\b")
_OPPOSITE = {"least": "most", "most": "least"}


@check("accuracy", needs=BOTH)
def quantity_word(pair: Pair) -> Iterator[Flag]:
    """A quantity in words is another one: hundreds for thousands, double for triple.

    Ordinals, fractions and rough amounts are compared like figures.
    """
    for ours, theirs in _exchanged(pair, ("ordinal", "amount", "multiple", "fraction")):
        if not (ours.firm and theirs.firm):
            yield _other_than(pair, ours, theirs)


@check("accuracy", needs=BOTH)
def roman_numeral(pair: Pair) -> Iterator[Flag]:
    """A Roman numeral is another one than in the Italian: Leone XIV, Leo XIII.

    Popes, kings and legislatures are counted by them.
    """
    for ours, theirs in _exchanged(pair, ("roman",)):
        suggestion = pair.source[ours.start : ours.end]
        yield _other_than(pair, ours, theirs, suggestion)


@check("accuracy", needs=BOTH)
def percentage(pair: Pair) -> Iterator[Flag]:
    """A percentage became a bare number, or a bare number a percentage.

    In a list English may say “per cent” once, at its end.
    """
    if "%" not in pair.source + pair.target and " cent" not in pair.source + pair.target:
        return
    for ours in pair.source_numbers[:MOST]:
        if ours.kind not in ("percent", "plain") or not ours.firm:
            continue
        same = [n for n in pair.target_numbers if n.same(ours)]
        if len(same) != 1 or sum(n.same(ours) for n in pair.source_numbers) != 1:
            continue
        (theirs,) = same
        if {ours.kind, theirs.kind} != {"percent", "plain"} or ours.unit or theirs.unit:
            continue
        plain = pair.target_numbers if theirs.kind == "plain" else pair.source_numbers
        if not any(n.kind in ("percent", "points") for n in plain):
            yield _other_than(pair, ours, theirs)


@check("accuracy", needs=BOTH)
def limit(pair: Pair) -> Iterator[Flag]:
    """“More than” became “less than”, or the reverse, before the same number.

    Almeno is at least, al massimo at most.
    """
    for ours in pair.source_numbers[:MOST]:
        said = _limit(pair.source, ours, "it")
        same = [n for n in pair.target_numbers if n.same(ours)] if said else []
        if said and len(same) == 1:
            other = _limit(pair.target, same[0], "en")
            if other and other[2] == _OPPOSITE[said[2]]:
                yield Flag(
                    other[0],
                    other[1],
                    "major",
                    message(
                        "“%(italian)s” and “%(english)s” set opposite limits.",
                        italian=pair.source[said[0] : ours.end],
                        english=pair.target[other[0] : same[0].end],
                    ),
                    other=(said[0], ours.end),
                )


@check("accuracy", needs=BOTH)
def direction(pair: Pair) -> Iterator[Flag]:
    """A rise became a fall, or a fall a rise.

    It fires only where nothing in the English goes the way of the Italian.
    """
    for ours, theirs in exchanged_terms(pair, "direction"):
        yield Flag(
            theirs.start,
            theirs.end,
            "major",
            message(
                "“%(italian)s” and “%(english)s” go opposite ways.",
                italian=pair.source[ours.start : ours.end],
                english=pair.target[theirs.start : theirs.end],
            ),
            other=(ours.start, ours.end),
        )


def _exchanged(pair: Pair, kinds: tuple[Kind, ...]) -> Iterator[tuple[Number, Number]]:
    """Numbers of a kind, each with the one that stands in its place; of any kind it may be said."""
    found = {n.kind for n in pair.source_numbers} & {n.kind for n in pair.target_numbers}
    common = [kind for kind in kinds if kind in found]
    ours, theirs = lone(pair.source_numbers, pair.target_numbers) if common else ([], [])
    for kind in common:
        yield from paired(
            pair, [n for n in ours if n.kind == kind], [n for n in theirs if n.kind == kind]
        )


def _other_than(pair: Pair, ours: Number, theirs: Number, suggestion: str | None = None) -> Flag:
    return Flag(
        *place(theirs),
        "major",
        message(
            "The Italian says “%(italian)s”, the English “%(english)s”.",
            italian=quote(pair.source, ours),
            english=quote(pair.target, theirs),
        ),
        suggestion=suggestion,
        other=place(ours),
    )


def _limit(text: str, number: Number, language: Language) -> tuple[int, int, str] | None:
    """The words right before a number that make it the least or the most, and which of them."""
    pattern, meanings = _limits(language)
    found = pattern.search(text, max(0, number.start - _REACH), number.start)
    if found and language == "it" and _NOT.search(text[: found.start()][-_REACH:]):
        return None
    return (found.start(1), found.end(1), meanings[found[1].lower()]) if found else None


@cache
def _limits(language: Language) -> tuple[re.Pattern[str], dict[str, str]]:
    meanings = {
        row["words"]: row["meaning"] for row in read_table("limits") if row["language"] == language
    }
    longest = "|".join(sorted(map(re.escape, meanings), key=len, reverse=True))
    between = r"(?:\s(?:i|gli|le|il|lo|la|the|a|an)|\s[ld][’'])?[\s’'€$£]*$"
    return re.compile(rf"\b({longest}){between}", re.IGNORECASE), meanings
