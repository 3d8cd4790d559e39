"""Runs the checks and the scorers over a segment; what they find is theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.checks import Pair, run_article_checks, run_checks
from workbench.checks.glossary import with_glossary
from workbench.scorers import score_quickly
from workbench.scorers import score_segment as score_fully

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.model import Finding, Role, Score, Term


def check_segment(
    source: str | None, target: str | None, role: Role = "body", terms: tuple[Term, ...] = ()
) -> list[Finding]:
    """The findings on one segment; either side may be missing. `terms` are the newsroom's."""
    return apply_terms(run_checks(source, target, role), source, target, role, terms)


def apply_terms(
    found: list[Finding],
    source: str | None,
    target: str | None,
    role: Role,
    terms: tuple[Term, ...],
) -> list[Finding]:
    """What the checks `found` in a segment, and what the newsroom's glossary says of it."""
    return with_glossary(found, Pair(source or "", target or "", role), terms) if terms else found


def check_article(
    segments: Iterable[tuple[str | None, str | None, Role]],
) -> list[list[Finding]]:
    """For each segment of an article what the others show to be wrong in it, in text order.

    A segment is given as source, target and role.
    """
    pairs = [Pair(source or "", target or "", role) for source, target, role in segments]
    return [sorted(found, key=lambda finding: finding.start) for found in run_article_checks(pairs)]


def score_texts(
    ai: str | None,
    correction: str | None = None,
    reference: str | None = None,
    *,
    quick: bool = False,
) -> list[Score]:
    """The scores of the AI text against the correction and against the reference.

    Each is left out where there is none: a missing score is missing, never 0. With `quick`
    those are left out, too, that may take over 50 ms.
    """
    score_segment = score_quickly if quick else score_fully
    scores: list[Score] = []
    if ai and correction:
        scores += score_segment(ai, correction, "correction")
    if ai and reference:
        scores += score_segment(ai, reference, "reference")
    return scores
