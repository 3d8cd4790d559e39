"""chrF2++: the character and word sequences that two texts have in common, 0 to 100."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model import Score

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model import Against

NAME = "chrf2++"


def score(hypotheses: Sequence[str], references: Sequence[str], against: Against) -> Score | None:
    """chrF2++ over all texts, 0 to 100, more is better; None never happens."""
    from sacrebleu.metrics.chrf import CHRF  # noqa: PLC0415 - 80 ms that a start-up need not pay

    metric = CHRF(word_order=2)
    value = metric.corpus_score(list(hypotheses), [list(references)]).score
    return Score(NAME, value, str(metric.get_signature()), against)
