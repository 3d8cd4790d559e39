"""What to look at first, and why: an order of work, never a verdict."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.checks.base import Pair
from workbench.checks.linked import coverages
from workbench.messages import Message, message
from workbench.model import SEVERITIES, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from workbench.model import Finding, Outline, Role

PENALTY: dict[Severity, float] = {"neutral": 0.1, "minor": 1, "major": 5, "critical": 25}
"""MQM's multipliers; a neutral hint asserts nothing and weighs only enough to break ties."""

WEIGHT: dict[Role, float] = {"kicker": 1.5, "headline": 2, "standfirst": 1.5, "caption": 1.2}
"""How much more an error costs where everybody reads; 1 elsewhere."""

QUOTE_WEIGHT = 1.25
"""How much more an error costs in words put into somebody's mouth."""

_BELOW_HINT = 0.099
"""What all doubts together weigh at the very most: they only break ties."""
_BARE_ITALIAN, _BARE_ENGLISH, _SHORT, _LONG = 1, 2, 3, 1
_ALL = 3.0
"""What each doubt weighs, and the sum at which a text is as doubtful as it can be.

Words that appear from nowhere in the English tell more than words of the Italian that were said
in another way, and a text that lacks something more than one that explains something.
"""
_MANY, _FEW_WORDS = 0.65, 6
"""The share of words without a counterpart that is worth a mention, in texts of so many words."""
_MUCH_SHORTER, _MUCH_LONGER = 0.6, 1.4
"""Characters of English per character of Italian that are worth a mention."""
_LONG_ENOUGH = 60
"""Characters below which a text may have any length."""

_PLACES: dict[Role, Message] = {
    "kicker": message("kicker"),
    "headline": message("headline"),
    "standfirst": message("standfirst"),
    "caption": message("caption"),
}


@dataclass(frozen=True, slots=True)
class Reasons(Message):
    """Several reasons as one message; in another language each is translated by itself."""

    parts: tuple[Message, ...] = ()

    def render(self, translate: Callable[[str], str] = str) -> str:
        """The reasons in the language of `translate`, with semicolons between."""
        return "; ".join(part.render(translate) for part in self.parts)


def risk(
    findings: Iterable[Finding], source: str | None, target: str | None, role: Role = "body"
) -> float:
    """How much a segment needs a look: 0 and up, growing with the danger that it is wrong.

    The findings' penalties (25, 5, 1, 0.1) times the weight of the place; below 0.1, words
    without a counterpart and an odd length break ties between segments with the same findings.
    """
    penalty = sum(PENALTY[finding.severity] for finding in findings)
    weight = WEIGHT.get(role, 1) * (QUOTE_WEIGHT if quoted(target or source or "") else 1)
    return penalty * weight + doubt(source, target, role)


@lru_cache(maxsize=4096)
def doubt(source: str | None, target: str | None, role: Role = "body") -> float:
    """From 0 where each word has a counterpart to 0.099 where a side is missing.

    Kept for some thousand pairs, so that it is reckoned once while a long article comes in.
    """
    if not source or not target:
        return _BELOW_HINT if source or target else 0.0
    italian, english = (side.share() for side in coverages(Pair(source, target, role)))
    grown = math.log(len(target) / len(source))
    points = _BARE_ITALIAN * italian + _BARE_ENGLISH * english
    points += _LONG * grown if grown > 0 else _SHORT * -grown
    return _BELOW_HINT * min(1.0, points / _ALL)


def quoted(text: str) -> bool:
    """Whether the text has direct speech in it."""
    return any(mark in text for mark in '“”«»"')


def reason(
    findings: Iterable[Finding],
    role: Role = "body",
    source: str | None = None,
    target: str | None = None,
) -> Message:
    """Why a segment stands where it stands: “2 critical findings; headline; direct speech”."""
    severities = [finding.severity for finding in findings]
    parts = [
        _count(severity, severities.count(severity))
        for severity in reversed(SEVERITIES)
        if severity in severities
    ]
    doubts = _doubts(source, target, role)
    if not parts and not doubts:
        return message("no findings")
    parts += doubts
    if role in _PLACES:
        parts.append(_PLACES[role])
    if quoted(target or source or ""):
        parts.append(message("direct speech"))
    values = {name: value for part in parts for name, value in part.values.items()}
    return Reasons("; ".join(part.template for part in parts), values, tuple(parts))


def _doubts(source: str | None, target: str | None, role: Role) -> list[Message]:
    """What makes a text doubtful though no finding says so."""
    if not source or not target:
        return []
    parts = []
    ratio = len(target) / len(source)
    long = min(len(source), len(target)) >= _LONG_ENOUGH
    if long and ratio < _MUCH_SHORTER:
        parts.append(message("much shorter than the Italian"))
    elif long and ratio > _MUCH_LONGER:
        parts.append(message("much longer than the Italian"))
    if any(
        side.share() > _MANY and len(side.content) >= _FEW_WORDS
        for side in coverages(Pair(source, target, role))
    ):
        parts.append(message("many words without a counterpart"))
    return parts


def _count(severity: Severity, count: int) -> Message:
    if count == 1:
        return {
            "critical": message("one critical finding"),
            "major": message("one major finding"),
            "minor": message("one minor finding"),
            "neutral": message("one hint"),
        }[severity]
    return {
        "critical": message("%(critical)s critical findings", critical=count),
        "major": message("%(major)s major findings", major=count),
        "minor": message("%(minor)s minor findings", minor=count),
        "neutral": message("%(neutral)s hints", neutral=count),
    }[severity]


def worst_first(segments: Iterable[Outline]) -> list[Outline]:
    """The segments in the order of their risk, worst first; equals keep the article's order."""
    return sorted(segments, key=lambda segment: (-segment.risk, segment.position))
