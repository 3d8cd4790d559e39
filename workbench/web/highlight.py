"""Cut a text where findings begin and end, so that each piece can be marked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from workbench.model import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model import Finding, Severity, Side

EXCERPT, LEAD = 280, 80
"""Characters of an excerpt, and of it before what it is about."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text and the findings that lie over it, the worst one's severity first."""

    text: str
    severity: Severity | None = None
    """None where the findings only point here from the other side."""
    findings: tuple[Finding, ...] = ()


class _Span(NamedTuple):
    finding: Finding
    start: int
    end: int
    own: bool


def runs(text: str, side: Side, findings: Sequence[Finding]) -> list[Run]:
    """The pieces of the `text` of one side in order; joined they are `text`.

    Findings may overlap, nest or touch: a piece under several takes the worst severity.
    Empty findings and what lies beyond the text are left unmarked.
    """
    if not findings:
        return [Run(text)] if text else []
    spans = [span for finding in findings for span in _spans(finding, side, len(text))]
    cuts = sorted({0, len(text), *(s.start for s in spans), *(s.end for s in spans)})
    pieces = []
    for start, end in pairwise(cuts):
        over = [span for span in spans if span.start <= start and end <= span.end]
        worst = max((s.finding.severity for s in over if s.own), key=SEVERITIES.index, default=None)
        pieces.append(Run(text[start:end], worst, tuple(span.finding for span in over)))
    return pieces


def excerpt(pieces: Sequence[Run]) -> list[Run]:
    """A few lines of a text that has been cut into pieces, about what is worst in it."""
    text = "".join(piece.text for piece in pieces)
    start = _before(text, _worst(pieces))
    end = len(text) if len(text) - start <= EXCERPT else text.rfind(" ", start, start + EXCERPT)
    end = max(end, start + 1) if end > 0 else start + EXCERPT
    kept, at = [], 0
    for piece in pieces:
        words = piece.text[max(0, start - at) : max(0, end - at)]
        kept += [replace(piece, text=words)] if words else []
        at += len(piece.text)
    return [*[Run("… ")] * (start > 0), *kept, *[Run(" …")] * (end < len(text))]


def _worst(pieces: Sequence[Run]) -> int:
    """Where the first of the worst marks begins; 0 where there is none."""
    places, at = [(0, 0)], 0
    for piece in pieces:
        if piece.severity:
            places.append((-1 - SEVERITIES.index(piece.severity), at))
        at += len(piece.text)
    return min(places)[1]


def _before(text: str, place: int) -> int:
    """The beginning of a word some words before that place."""
    return 0 if place <= LEAD else text.find(" ", place - LEAD, place) + 1 or place


def _spans(finding: Finding, side: Side, length: int) -> list[_Span]:
    own = finding.side == side
    start, end = (finding.start, finding.end) if own else finding.other or (0, 0)
    span = _Span(finding, max(start, 0), min(end, length), own)
    return [span] if span.start < span.end else []
