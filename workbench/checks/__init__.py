"""Checks that find what a newspaper must not print; none of them needs a reference.

To add a check, write a function like its neighbours in the module of its family and name it
in `CHECKS`: its name is its id, the first sentence of its docstring its title.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.checks import completeness, conventions, names, numbers, repetition, untranslated
from workbench.checks.base import Check, Flag, Pair, check
from workbench.messages import message
from workbench.model import Finding

if TYPE_CHECKING:
    from workbench.model import Role

__all__ = ["CHECKS", "Check", "Flag", "Pair", "check", "run_checks"]

CHECKS: tuple[Check, ...] = (
    completeness.empty_target,
    untranslated.untranslated,
    numbers.magnitude,
    numbers.number_changed,
    numbers.percentage_points,
    numbers.number_marks,
    numbers.number_missing,
    numbers.number_added,
    numbers.number_style,
    untranslated.italian_words,
    repetition.repeated_sentence,
    repetition.repeated_word,
    conventions.question,
    conventions.preamble,
    names.exonym,
    names.acronym,
    conventions.lower_case,
    conventions.lower_start,
    conventions.guillemets,
    conventions.unclosed_quotation,
    completeness.length,
)
"""All checks, in the order in which their findings are listed."""


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


def _run(each: Check, pair: Pair) -> list[Finding]:
    try:
        return each(pair)
    except Exception as error:  # noqa: BLE001 - whatever is wrong with one check, the others go on
        said = message(
            "The check %(check)s is broken on this text (%(error)s): please report it.",
            check=each.id,
            error=type(error).__name__,
        )
        return [Finding(each.id, each.category, "neutral", "target", 0, len(pair.target), said)]
