"""Pasted text, as it is read on the screen → a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.clean.chrome import dropped
from workbench.clean.draft import Draft, checked
from workbench.clean.lines import paragraphs
from workbench.clean.roles import roles

if TYPE_CHECKING:
    from workbench.model import Language, Role


def draft_of_text(text: str, language: Language) -> Draft:
    """The paragraphs of a page as it is read."""
    lines = checked(paragraphs(text))

    def by_look(indices: list[int]) -> list[Role]:
        return roles([lines[index] for index in indices], language)

    return Draft(lines, dropped(lines), by_look)
