"""A pasted page becomes typed paragraphs, and a list of what was dropped and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.clean.chrome import dropped
from workbench.clean.lines import paragraphs
from workbench.clean.roles import roles
from workbench.model import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.model import Language

__all__ = ["clean", "kept"]


def clean(text: str, language: Language) -> list[Paragraph]:
    """Every paragraph of the page in order, each with a role; furniture is dropped with a reason.

    The texts are normalised (see `workbench.clean.lines.paragraphs`). Cleaning what was kept,
    joined by blank lines, gives the same paragraphs again. What could belong to the article is
    kept: a person sees the list and can put back or drop what this got wrong.
    """
    lines = paragraphs(text)
    reasons = dropped(lines)
    article = [line for line, reason in zip(lines, reasons, strict=True) if reason is None]
    found = iter(roles(article, language))
    return [
        Paragraph(index, "chrome", line, dropped=True, reason=reason)
        if reason
        else Paragraph(index, next(found), line)
        for index, (line, reason) in enumerate(zip(lines, reasons, strict=True))
    ]


def kept(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """The paragraphs that were not dropped: the article."""
    return [paragraph for paragraph in paragraphs if not paragraph.dropped]
