"""TER: the edits that make one text the other, per hundred words; as HTER, the corrector's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model import Score

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model import Against

NAME = {"correction": "hter", "reference": "ter"}

MAX_COST = 12_000
"""Words of one text times its words that the other has not in place, above which we do not score.

sacreBLEU tries every shift of every stretch of words; at this cost it needs up to a second.
"""


def score(hypotheses: Sequence[str], references: Sequence[str], against: Against) -> Score | None:
    """Edits per 100 words of the reference, case-sensitive; 0 and up, less is better, no limit.

    None where any text is so long and so different that scoring it would take seconds: a part
    of an article would be another number than the article's.
    """
    if any(cost(*pair) > MAX_COST for pair in zip(hypotheses, references, strict=True)):
        return None
    from sacrebleu.metrics.ter import TER  # noqa: PLC0415 - 80 ms that a start-up need not pay

    metric = TER(normalized=True, case_sensitive=True)
    value = metric.corpus_score(list(hypotheses), [list(references)]).score
    return Score(NAME[against], value, str(metric.get_signature()), against)


def cost(hypothesis: str, reference: str) -> int:
    """About how much work a pair of texts is: words times words that differ."""
    ours, theirs = hypothesis.split(), reference.split()
    start = 0
    for one, two in zip(ours, theirs, strict=False):
        if one != two:
            break
        start += 1
    end = 0
    for one, two in zip(reversed(ours[start:]), reversed(theirs[start:]), strict=False):
        if one != two:
            break
        end += 1
    changed = max(len(ours), len(theirs)) - start - end
    return max(len(ours), len(theirs)) * changed
