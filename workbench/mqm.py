"""Points for errors that people have marked, by published formulae.

The scoring models are those of MQM (Lommel et al., “The Multi-Range Theory of Translation Quality
Measurement”, 2024), the variant of WMT is that of Freitag et al., “Experts, Errors, and Context”
(TACL 2021), ESA is Kocmi et al., “Error Span Annotation” (WMT 2024). What a machine has found is
no error until a person says so, and does not belong here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import fmean
from typing import TYPE_CHECKING, NamedTuple

from workbench.messages import Message, message

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from workbench.model import Severity

MULTIPLIERS: dict[Severity, int] = {"neutral": 0, "minor": 1, "major": 5, "critical": 25}
"""What one error of each severity costs, before the weight of its type."""

ENOUGH_WORDS = 300
"""Words below which a score says little of the text, and nothing of who made it."""

WMT_PUNCTUATION, WMT_NON_TRANSLATION = 0.1, 25.0
"""What WMT takes for a minor error of punctuation, and for a text that is no translation."""

ESA_ANCHORS: dict[int, Message] = {
    0: message("Nothing of the meaning is preserved."),
    33: message("Some of the meaning is preserved."),
    66: message("Most of the meaning is preserved, with few mistakes."),
    100: message("All of the meaning is preserved, in perfect language."),
}
"""What the points of ESA's scale mean to the person who gives one."""


class Error(NamedTuple):
    """One error as a person judged it."""

    severity: Severity
    category: str
    """A dimension of MQM-Core or a type below it, such as ``accuracy`` or ``punctuation``."""


class Project(NamedTuple):
    """What a newsroom has agreed on, for the calibrated score."""

    passing: float
    """PT: the score from which a text is good enough, below 100."""
    acceptable: float
    """APP: the points in 1000 words that such a text may have, above 0."""


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The errors of a text that was read through, and its scores by the MQM formulae."""

    errors: Sequence[Error]
    words: int
    """EWC: evaluated words of the source, 1 and more."""
    weights: Mapping[str, float] = field(default_factory=dict)
    """Of error types, by category; 1 where none is given."""

    def __post_init__(self) -> None:
        """Refuse a text without words."""
        if self.words < 1:
            raise ValueError(f"a text of {self.words} words has no score")

    @property
    def points(self) -> float:
        """APT: the absolute penalty total, weight times multiplier over all errors."""
        return sum(
            self.weights.get(error.category, 1) * MULTIPLIERS[error.severity]
            for error in self.errors
        )

    @property
    def points_per_thousand(self) -> float:
        """NPT: the points for 1000 words."""
        return 1000 * self.points / self.words

    @property
    def raw(self) -> float:
        """RQS: 100 less the points for 100 words."""
        return 100 * (1 - self.points / self.words)

    def calibrated(self, project: Project) -> float:
        """CQS: 100 less the points for 1000 words, so scaled that what is acceptable passes."""
        return 100 - self.points_per_thousand * (100 - project.passing) / project.acceptable

    def passes(self, project: Project) -> bool:
        """Whether the text is good enough: never with a critical error."""
        critical = any(error.severity == "critical" for error in self.errors)
        return not critical and self.calibrated(project) >= project.passing

    @property
    def too_small(self) -> bool:
        """Whether the sample is too small to judge by."""
        return self.words < ENOUGH_WORDS


def wmt_points(errors: Iterable[Error]) -> float:
    """The points of one segment by the rules of WMT: 0 and up to 25, lower is better.

    A neutral remark costs nothing, a minor error 1, of punctuation 0.1, a major one 5, a text
    that is no translation 25 and nothing besides. WMT knows no critical errors: they are major.
    """
    total = 0.0
    for severity, category in errors:
        if category == "non-translation":
            return WMT_NON_TRANSLATION
        if severity == "minor" and category == "punctuation":
            total += WMT_PUNCTUATION
        else:
            total += min(MULTIPLIERS[severity], MULTIPLIERS["major"])
    return min(total, WMT_NON_TRANSLATION)


def esa_score(judgements: Iterable[float]) -> float | None:
    """The mean of the scores that people gave segments, 0 to 100; None where there are none.

    Raises:
        ValueError: a score is not from 0 to 100.
    """
    scores = list(judgements)
    for score in scores:
        if not 0 <= score <= 100:
            raise ValueError(f"{score} is not on the scale from 0 to 100")
    return fmean(scores) if scores else None
