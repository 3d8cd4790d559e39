"""Cut a text where findings begin and end, so that each piece can be marked."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from workbench.model import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.model import Finding, Severity, Side


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


def runs(text: str, side: Side, findings: Iterable[Finding]) -> list[Run]:
    """The pieces of the `text` of one side in order; joined they are `text`.

    Findings may overlap, nest or touch: a piece under several takes the worst severity.
    Empty findings and what lies beyond the text are left unmarked.
    """
    spans = [span for finding in findings for span in _spans(finding, side, len(text))]
    cuts = sorted({0, len(text), *(s.start for s in spans), *(s.end for s in spans)})
    pieces = []
    for start, end in pairwise(cuts):
        over = [span for span in spans if span.start <= start and end <= span.end]
        worst = max((s.finding.severity for s in over if s.own), key=SEVERITIES.index, default=None)
        pieces.append(Run(text[start:end], worst, tuple(span.finding for span in over)))
    return pieces


def _spans(finding: Finding, side: Side, length: int) -> list[_Span]:
    own = finding.side == side
    start, end = (finding.start, finding.end) if own else finding.other or (0, 0)
    span = _Span(finding, max(start, 0), min(end, length), own)
    return [span] if span.start < span.end else []
