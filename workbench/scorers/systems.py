"""How good whole systems are, how sure that is, and whether two of them truly differ.

Intervals come from bootstrap resampling of paragraphs, differences from the paired bootstrap test
(Koehn 2004, “Statistical Significance Tests for Machine Translation Evaluation”), both as
sacreBLEU does them, with its seed.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from workbench.scorers.edits import count_edits

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workbench.model import Against

SAMPLES = 1000
_EDITS = {"BLEU": "", "chrF2++": "", "TER": "|edits:workbench"}
"""Where an edit count cannot be proven, it is sacreBLEU's; the number is the same."""
LEAST = 10
"""Fewer paragraphs have no interval: resampling so few says nothing."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """What one metric says of one system over all given paragraphs."""

    scorer: str
    against: Against
    system: str
    value: float
    margin: float | None
    """Half of the 95 % interval; None where there are too few paragraphs."""
    p_value: float | None
    """How often chance alone would set the system so far apart from the other one, 0 to 1."""
    segments: int
    signature: str
    other: str = ""
    """The system that it was compared with over the same paragraphs; empty where with none."""


def estimate(
    systems: Mapping[str, Sequence[tuple[str, str]]], against: Against, samples: int = SAMPLES
) -> list[Estimate]:
    """BLEU, chrF2++ and TER of one system or of two, by scorer.

    A system is a list of pairs, the AI text and what it is measured against; both lists are of
    the same paragraphs in the same order. TER is called ``hter`` against a correction.

    Raises:
        ValueError: the lists differ in length, or hold nothing.
    """
    lengths = {len(pairs) for pairs in systems.values()}
    if len(systems) > 2 or len(lengths) != 1 or lengths == {0}:
        raise ValueError("one system or two are measured over the same paragraphs, one at least")
    (count,) = lengths
    names = list(systems)
    signatures, results = _paired_test(systems, samples)
    enough = count >= LEAST
    return [
        Estimate(
            scorer=_name(metric, against),
            against=against,
            system=system,
            value=result.score,
            margin=float(result.ci) if enough else None,
            p_value=results[metric][-1].p_value if enough else None,
            segments=count,
            signature=str(signatures[metric]).replace("|version:", f"{_EDITS[metric]}|version:"),
            other=other if len(names) > 1 else "",
        )
        for metric in signatures
        for system, other, result in zip(names, reversed(names), results[metric], strict=True)
    ]


def _paired_test(
    systems: Mapping[str, Sequence[tuple[str, str]]], samples: int
) -> tuple[dict[str, Any], dict[str, list[Any]]]:
    from sacrebleu.significance import PairedTest  # noqa: PLC0415 - 200 ms, with numpy

    metrics = {name: make() for name, make in _metrics().items()}
    listed = [(name, list(pairs)) for name, pairs in systems.items()]
    test = PairedTest(listed, metrics, None, test_type="bs", n_samples=samples)  # type: ignore[arg-type]
    signatures, results = test()
    return dict(signatures), dict(results)


def _name(metric: str, against: Against) -> str:
    names = {"BLEU": "bleu", "chrF2++": "chrf2++", "TER": "ter"}
    return "hter" if (metric, against) == ("TER", "correction") else names[metric]


@cache
def _metrics() -> dict[str, Any]:
    """sacreBLEU's metrics, but each text is measured against one of its own, as corrections are."""
    from sacrebleu.metrics.bleu import BLEU  # noqa: PLC0415 - as above
    from sacrebleu.metrics.chrf import CHRF  # noqa: PLC0415 - as above
    from sacrebleu.metrics.ter import TER  # noqa: PLC0415 - as above

    class OwnReference:
        """Reads pairs in the place of hypotheses."""

        def _extract_corpus_statistics(self, pairs: Any, _references: Any) -> Any:
            ours, theirs = zip(*pairs, strict=True)
            return super()._extract_corpus_statistics(ours, [theirs])  # type: ignore[misc]

    class OwnBLEU(OwnReference, BLEU):
        """BLEU over the corpus."""

    class OwnCHRF(OwnReference, CHRF):
        """chrF2++."""

    class OwnTER(OwnReference, TER):
        """TER with edits counted fast where that is proven to be the same."""

        def _compute_segment_statistics(self, hypothesis: str, ref_kwargs: Any) -> list[float]:
            (reference,) = ref_kwargs["ref_words"]
            edits = count_edits(hypothesis.split(), reference)
            if edits is None:
                return super()._compute_segment_statistics(hypothesis, ref_kwargs)
            return [edits, len(reference)]

    return {
        "bleu": OwnBLEU,
        "chrf2++": lambda: OwnCHRF(word_order=2),
        "ter": lambda: OwnTER(normalized=True, case_sensitive=True),
    }
