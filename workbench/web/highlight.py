"""Cut a text where findings begin and end, so that each piece can be marked."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from workbench.model import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.model import Finding, Severity


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text and the findings that lie over it, the worst one's severity first."""

    text: str
    severity: Severity | None = None
    findings: tuple[Finding, ...] = ()


def runs(text: str, findings: Iterable[Finding]) -> list[Run]:
    """The pieces of `text` in order; joined they are `text`.

    Findings may overlap, nest or touch: a piece under several takes the worst severity.
    Empty findings and what lies beyond the text are left unmarked.
    """
    spans = [(f, max(f.start, 0), min(f.end, len(text))) for f in findings]
    spans = [span for span in spans if span[1] < span[2]]
    cuts = sorted({0, len(text), *(s for _, s, _ in spans), *(e for _, _, e in spans)})
    pieces = []
    for start, end in pairwise(cuts):
        over = tuple(f for f, s, e in spans if s <= start and end <= e)
        worst = max((f.severity for f in over), key=SEVERITIES.index, default=None)
        pieces.append(Run(text[start:end], worst, over))
    return pieces
