"""BLEU: the share of word sequences that two texts have in common, 0 to 100."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model import Score

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model import Against

NAME = "bleu"


def score(hypotheses: Sequence[str], references: Sequence[str], against: Against) -> Score | None:
    """BLEU over all texts, 0 to 100, more is better; None never happens.

    One text alone is scored with its effective order, for few sentences share four words.
    """
    from sacrebleu.metrics.bleu import BLEU  # noqa: PLC0415 - 80 ms that a start-up need not pay

    metric = BLEU(effective_order=len(hypotheses) == 1)
    if len(hypotheses) == 1:
        value = metric.sentence_score(hypotheses[0], list(references)).score
    else:
        value = metric.corpus_score(list(hypotheses), [list(references)]).score
    return Score(NAME, value, str(metric.get_signature()), against)
