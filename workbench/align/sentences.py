"""Where a paragraph can be cut: between its sentences, and where beside its translation."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from workbench.align.evidence import Evidence
from workbench.align.features import Features
from workbench.language.words import FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.model import Language

_GAP = re.compile(
    r"""
      \s*\n\s*\n\s*                     # a new paragraph
    | (?P<stop>[.?!…]+)                 # or the end of a sentence,
      ["'”’»›)\]]*\s+                   # with what closes a quotation,
      (?=["'“‘«‹„(\[—–-]*\s?[^\W_a-zà-öø-ÿ])  # before a capital or a digit
    """,
    re.VERBOSE,
)
_WORD_BEFORE = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]+$|\d+$")
_WORD_AFTER = re.compile(r"[^\W_]+")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NEVER_LAST: dict[Language, frozenset[str]] = {
    "it": _words(
        "on sig sigg dott prof avv ing arch geom rag mons sen dep gen col cap ten magg s ss sr "
        "spett gent egr art artt n nn nr num pag pagg vol fig tel cfr es ca c f lgs san sant "
        "st dr mr mrs ms jr all par tab"
    ),
    "en": _words(
        "mr mrs ms dr prof gen sen rep gov lt col sgt capt cmdr adm hon rev st messrs vs v cf eg "
        "ie fig vol pp p art ch sec approx dept est"
    ),
}
"""Abbreviations after which the sentence goes on, before the stop."""
_SELDOM_LAST: dict[Language, frozenset[str]] = {
    "it": _words("ecc etc gg mm sec secc"),
    "en": _words("etc inc ltd co corp jr sr no nos jan feb mar apr aug sept sep oct nov dec"),
}
"""Abbreviations that may end a sentence; so may initials and letters with stops, as in U.S."""
_NEAR = 8
"""Of two cuts that go together, one is at most so many sentences from where the lengths say."""
_CENTRAL = 24
"""In a very long paragraph only so many cuts are tried, the most central ones."""


def split_points(text: str, language: Language) -> list[int]:
    """The offsets, in code points, at which a new sentence begins; never 0, nor the end."""
    return [
        found.end()
        for found in _GAP.finditer(text)
        if text[: found.start()].strip()
        and found.end() < len(text)
        and (found["stop"] is None or _is_end(text, found, language))
    ]


def _is_end(text: str, found: re.Match[str], language: Language) -> bool:
    """Whether a stop before a capital or a digit ends a sentence."""
    if found["stop"] != ".":
        return True
    line = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
    before = _WORD_BEFORE.search(line)
    after = _WORD_AFTER.search(text, found.end())
    if before is None or after is None:
        return True
    word = before.group().lower()
    if word.isdigit():
        return before.start() > 0  # “1. Rome” is an item of a list
    if word in _NEVER_LAST[language]:
        return False
    letters = "." in word or (len(word) == 1 and before.group().isupper())
    if letters or word in _SELDOM_LAST[language]:
        return after.group().lower() in FUNCTION_WORDS[language]
    return True


def best_split(
    source: str, target: str, *, source_at: int | None = None, target_at: int | None = None
) -> tuple[int, int] | None:
    """Where to cut both texts in two so that the halves belong together best.

    The offsets, in code points, at which the second halves begin. A cut that is given stays; the
    others are between sentences. None where a side cannot be cut.
    """
    ours = _cuts(source, source_at, "it")
    theirs = _cuts(target, target_at, "en")
    if not ours or not theirs:
        return None
    features = Features(_pieces(source, ours), _pieces(target, theirs))
    evidence = Evidence(features, [])
    all_ours, all_theirs = range(len(ours) + 1), range(len(theirs) + 1)

    def gain(cuts: tuple[int, int]) -> float:
        """What both pairs of halves gain."""
        a, b = cuts
        first = evidence.gain(tuple(all_ours[:a]), tuple(all_theirs[:b]))
        return first + evidence.gain(tuple(all_ours[a:]), tuple(all_theirs[b:]))

    a, b = max(_tries(ours, theirs, len(source) / len(target)), key=gain)
    return ours[a - 1], theirs[b - 1]


def _cuts(text: str, at: int | None, language: Language) -> list[int]:
    if at is None:
        return split_points(text, language)
    return [at] if 0 < at < len(text) else []


def _pieces(text: str, cuts: list[int]) -> list[str]:
    return [text[begin:end] for begin, end in pairwise([0, *cuts, len(text)])]


def _tries(ours: list[int], theirs: list[int], ratio: float) -> Iterator[tuple[int, int]]:
    """The cuts worth a try, each as the number of pieces before it."""
    middle = (len(ours) + 1) / 2
    central = sorted(range(1, len(ours) + 1), key=lambda a: abs(a - middle))[:_CENTRAL]
    for a in sorted(central):
        cut = ours[a - 1]
        near = sorted(range(len(theirs)), key=lambda b: abs(theirs[b] * ratio - cut))
        few = near if len(ours) == 1 else near[: 2 * _NEAR]
        yield from ((a, b + 1) for b in sorted(few))
