"""Metrics of one text against another, from sacreBLEU, each with its signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.scorers import bleu, chrf, ter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model import Against, Score

SCORERS = (bleu, chrf, ter)
"""All scorers, in the order in which their numbers are shown.

To add one, write a module like its neighbours: ``NAME`` and ``score(hypotheses, references)``. One
that may take over 50 ms for a paragraph has ``quick``, too, which gives None rather than that.
"""

QUICK = 20_000
"""Characters of a text up to which every scorer, or its ``quick``, takes less than 50 ms."""


def score_segment(hypothesis: str, reference: str, against: Against) -> list[Score]:
    """The scores of one text; empty where a side has no text, for missing is missing and not 0."""
    return score_article([hypothesis], [reference], against)


def score_quickly(hypothesis: str, reference: str, against: Against) -> list[Score]:
    """Those scores of `score_segment` that take less than 50 ms each."""
    if not (hypothesis.strip() and reference.strip()) or len(hypothesis + reference) > QUICK:
        return []
    found = (
        getattr(scorer, "quick", scorer.score)([hypothesis], [reference], against)
        for scorer in SCORERS
    )
    return [score for score in found if score is not None]


def score_article(
    hypotheses: Sequence[str], references: Sequence[str], against: Against
) -> list[Score]:
    """The scores of a whole article, counted over its segments and not averaged.

    Segments of which either side has no text are left out; where none is left, the list is
    empty. A scorer that would take too long is left out as well.

    Raises:
        ValueError: the two lists differ in length.
    """
    pairs = [
        (ours, theirs)
        for ours, theirs in zip(hypotheses, references, strict=True)
        if ours.strip() and theirs.strip()
    ]
    if not pairs:
        return []
    ours, theirs = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    found = (scorer.score(ours, theirs, against) for scorer in SCORERS)
    return [score for score in found if score is not None]
