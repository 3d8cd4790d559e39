"""A page on its way: its lines, which are dropped and why, and how to tell the others' roles."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from workbench.clean.shapes import is_caption, words
from workbench.errors import TooLarge
from workbench.messages import Message, message
from workbench.model import Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from workbench.model import Role

MAX_KNOWN: Final = 25
"""Words; a longer line that other articles have too is a text, and its place is its own."""

_OWN: Final = ("kicker", "headline", "byline")
"""Roles whose lines rightly come again in other articles, or cannot be missed."""


MAX_PARAGRAPHS: Final = 20_000
"""No page comes near, and no aligner would get through."""


def checked(lines: list[str]) -> list[str]:
    """The same lines.

    Raises:
        TooLarge: they are over `MAX_PARAGRAPHS`.
    """
    if len(lines) > MAX_PARAGRAPHS:
        raise TooLarge(
            message(
                "The text has over %(limit)s paragraphs: give one article at a time.",
                limit=MAX_PARAGRAPHS,
            )
        )
    return lines


@dataclass(frozen=True, slots=True)
class Draft:
    """The lines of a page; `reasons` says why a line is dropped, None that it is kept."""

    lines: list[str]
    reasons: list[Message | None]
    roles: Callable[[list[int]], list[Role]]
    """The roles of the lines with these indices, where they alone are the article."""

    @property
    def left(self) -> dict[int, Role]:
        """The kept lines' indices and roles."""
        indices = [index for index, reason in enumerate(self.reasons) if reason is None]
        return dict(zip(indices, self.roles(indices), strict=True))


def finished(draft: Draft) -> list[Paragraph]:
    """The draft as paragraphs."""
    found = draft.left
    return [
        Paragraph(index, found.get(index, "chrome"), line, index not in found, reason)
        for index, (line, reason) in enumerate(zip(draft.lines, draft.reasons, strict=True))
    ]


def drop_known(draft: Draft, known: Mapping[str, int], outlet: str) -> Draft:
    """The draft without the short lines that stand in other articles of the outlet."""
    reasons = list(draft.reasons)
    for index, role in draft.left.items():
        line = draft.lines[index]
        if line in known and role not in _OWN and not is_caption(line) and words(line) <= MAX_KNOWN:
            reasons[index] = _known(known[line], outlet)
    return replace(draft, reasons=reasons)


def _known(count: int, outlet: str) -> Message:
    if not outlet:
        return message("It stands in %(count)s other articles of the same outlet.", count=count)
    return message(
        "It stands in %(count)s other articles of %(outlet)s.", count=count, outlet=outlet
    )
