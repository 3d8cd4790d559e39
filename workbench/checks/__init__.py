"""Checks that find what a newspaper must not print; none of them needs a reference.

To add a check, write a function like its neighbours in the module of its family and name it
in `CHECKS`: its name is its id, the first sentence of its docstring its title.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.checks import (
    completeness,
    consistency,
    conventions,
    coordination,
    dates,
    gaps,
    grammar,
    hearsay,
    name_changes,
    names,
    negation,
    number_style,
    numbers,
    phrases,
    quantities,
    quotations,
    repetition,
    spelling,
    tense,
    terms,
    typography,
    units,
    untranslated,
    word_order,
)
from workbench.checks.base import ArticleCheck, Check, Flag, Pair, article_check, check
from workbench.messages import message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model import Finding, Role

__all__ = [
    "ARTICLE_CHECKS",
    "CHECKS",
    "ArticleCheck",
    "Check",
    "Flag",
    "Pair",
    "article_check",
    "check",
    "run_article_checks",
    "run_checks",
]

CHECKS: tuple[Check, ...] = (
    completeness.empty_target,
    untranslated.untranslated,
    numbers.magnitude,
    numbers.number_changed,
    numbers.percentage_points,
    numbers.number_marks,
    numbers.number_missing,
    numbers.number_added,
    number_style.number_style,
    number_style.sign_place,
    number_style.clock_style,
    quantities.quantity_word,
    quantities.roman_numeral,
    quantities.percentage,
    quantities.limit,
    quantities.direction,
    dates.day_changed,
    dates.day_missing,
    dates.date_figures,
    dates.period,
    dates.clock_half,
    units.unit,
    units.conversion,
    units.currency,
    units.currency_missing,
    untranslated.italian_words,
    repetition.repeated_sentence,
    repetition.repeated_word,
    conventions.question,
    negation.negation_lost,
    negation.negation_added,
    negation.opposite_word,
    tense.future_added,
    tense.unfinished,
    hearsay.hearsay,
    conventions.preamble,
    name_changes.name_changed,
    name_changes.name_missing,
    name_changes.name_added,
    terms.office,
    terms.false_friend,
    terms.institution,
    terms.set_phrase,
    names.exonym,
    names.acronym,
    terms.byname,
    spelling.spelling,
    conventions.lower_case,
    conventions.lower_start,
    conventions.no_capitals,
    conventions.all_capitals,
    conventions.guillemets,
    typography.final_mark,
    typography.stray_mark,
    typography.spacing,
    typography.markup,
    quotations.unclosed_quotation,
    quotations.unopened_quotation,
    word_order.word_order,
    coordination.conjunction_missing,
    gaps.missing_word,
    gaps.missing_subject,
    grammar.indefinite_article,
    grammar.preposition,
    phrases.agreement,
    phrases.calque,
    completeness.omission,
    completeness.addition,
    completeness.length,
)
"""All checks of a segment, in the order in which their findings are listed."""

ARTICLE_CHECKS: tuple[ArticleCheck, ...] = (
    consistency.name_spelling,
    consistency.surname_translated,
    consistency.term_variants,
    quotations.quotation_runs_out,
)
"""All checks that compare the segments of an article."""


def run_checks(
    source: str | None,
    target: str | None,
    role: Role = "body",
    checks: tuple[Check, ...] = CHECKS,
) -> list[Finding]:
    """The findings of all checks on one segment, in the order of `CHECKS`.

    Without `source` the checks that look at the English alone still run. A check that raises
    is reported as one neutral finding, and the others go on.
    """
    if role == "chrome":
        return []
    pair = Pair(source or "", target or "", role)
    return [finding for each in checks for finding in _run(each, pair)]


def run_article_checks(
    pairs: Sequence[Pair], checks: tuple[ArticleCheck, ...] = ARTICLE_CHECKS
) -> list[list[Finding]]:
    """For each pair of an article, in its order, what the other pairs show to be wrong in it.

    Furniture is passed over. A check that raises is reported on the first pair.
    """
    found: list[list[Finding]] = [[] for _ in pairs]
    places = [index for index, pair in enumerate(pairs) if pair.role != "chrome"]
    read = [pairs[index] for index in places]
    for each in checks if read else ():
        for index, finding in _run_over(each, read):
            found[places[index]].append(finding)
    return found


def _run(each: Check, pair: Pair) -> list[Finding]:
    try:
        return each(pair)
    except Exception as error:  # noqa: BLE001 - whatever is wrong with one check, the others go on
        return [_broken(each, pair, error)]


def _run_over(each: ArticleCheck, pairs: Sequence[Pair]) -> list[tuple[int, Finding]]:
    try:
        return each(pairs)
    except Exception as error:  # noqa: BLE001 - as above
        return [(0, _broken(each, pairs[0], error))]


def _broken(each: Check | ArticleCheck, pair: Pair, error: Exception) -> Finding:
    said = message(
        "The check %(check)s is broken on this text (%(error)s): please report it.",
        check=each.id,
        error=type(error).__name__,
    )
    return each.finding(Flag(0, len(pair.target), "neutral", said))
