"""Words in disorder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.checks.base import Flag, Pair, check
from workbench.checks.linked import links
from workbench.language.order import likeness
from workbench.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.model import Severity

_ENOUGH = 6
"""Words with a counterpart from which their order tells anything."""
_DEGREES: tuple[tuple[float, float, Severity], ...] = (
    (0.2, 0.5, "major"),
    (0.6, 0.5, "minor"),
    (0.75, 0.62, "neutral"),
)
"""Whole order and nearness together, and nearness, below which a text is in disorder, and how sure.

Good translations have 1 and more together; one that is turned round clause by clause keeps
neighbours near each other.
"""


@check("linguistic-conventions", needs=("source", "target"))
def word_order(pair: Pair) -> Iterator[Flag]:
    """The words are in disorder: they stand in no order that the Italian explains.

    It compares the places of the words that the two texts share. A sentence that was turned round
    clause by clause may raise it. A hint is less sure.
    """
    forth = links(pair).forth
    if len(forth) < _ENOUGH:
        return
    found = likeness(forth)
    for together, near, severity in _DEGREES:
        if sum(found) < together and found.near < near:
            said = message("The words are in disorder, compared with the Italian.")
            yield Flag(0, len(pair.target), severity, said, other=(0, len(pair.source)))
            return
