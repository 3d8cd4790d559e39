"""TER: the edits that make one text the other, per hundred words; as HTER, the corrector's."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from workbench.model import Score
from workbench.scorers.edits import count_edits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sacrebleu.tokenizers.tokenizer_ter import TercomTokenizer

    from workbench.model import Against

NAME = {"correction": "hter", "reference": "ter"}

QUICK_COST = 120 * 120
"""Words of one text times those of the other up to which counting takes less than 50 ms."""

MAX_COST = 12_000
"""Words of one text times those of the other above which sacreBLEU is not asked.

It tries every shift of every stretch of words; at this cost it needs up to a second.
"""


def quick(hypotheses: Sequence[str], references: Sequence[str], against: Against) -> Score | None:
    """The same as `score`; None where it would take over 50 ms or sacreBLEU would be needed."""
    words = [max(len(text.split()) for text in texts) for texts in (hypotheses, references)]
    if words[0] * words[1] > QUICK_COST:
        return None
    return _score(hypotheses, references, against, most=0)


def score(hypotheses: Sequence[str], references: Sequence[str], against: Against) -> Score | None:
    """Edits per 100 words of the reference, case-sensitive; 0 and up, less is better, no limit.

    The number is sacreBLEU's in every case; its edits are counted by `workbench.scorers.edits`
    where that is shown to give the same, and by sacreBLEU elsewhere, which the signature says.
    None where sacreBLEU would be needed for a text so long that it takes seconds: a part of an
    article would be another number than the article's.
    """
    return _score(hypotheses, references, against, most=MAX_COST)


def _score(
    hypotheses: Sequence[str], references: Sequence[str], against: Against, *, most: int
) -> Score | None:
    """The score; None where sacreBLEU would be needed for a pair that costs more than `most`."""
    tokenize, signature = _sacrebleu()
    edits = words = 0
    counted_by = "workbench"
    for hypothesis, reference in zip(hypotheses, references, strict=True):
        ours, theirs = tokenize(hypothesis.rstrip()).split(), tokenize(reference.rstrip()).split()
        found = count_edits(ours, theirs)
        if found is None:
            if len(ours) * len(theirs) > most:
                return None
            found, counted_by = _count_slowly(ours, theirs), "sacrebleu"
        edits, words = edits + found, words + len(theirs)
    value = 100 * edits / words if words else 100.0 * bool(edits)
    signature = signature.replace("|version:", f"|edits:{counted_by}|version:")
    return Score(NAME[against], value, signature, against)


@cache
def _sacrebleu() -> tuple[TercomTokenizer, str]:
    """The tokenizer, and the signature of the metric as it is set here."""
    from sacrebleu.metrics.ter import TER  # noqa: PLC0415 - 80 ms that a start-up need not pay

    metric = TER(normalized=True, case_sensitive=True)
    metric.corpus_score(["a"], [["a"]])
    return metric.tokenizer, str(metric.get_signature())


def _count_slowly(hypothesis: list[str], reference: list[str]) -> int:
    from sacrebleu.metrics.lib_ter import translation_edit_rate  # noqa: PLC0415 - as above

    return translation_edit_rate(hypothesis, reference)[0]
