"""A page becomes typed paragraphs, and a list of what was dropped and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.clean.draft import drop_known, finished
from workbench.clean.html import draft_of_html
from workbench.clean.plain import draft_of_text
from workbench.clean.sides import reconcile
from workbench.model import RawText

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from workbench.model import Language, Paragraph

__all__ = ["clean", "kept", "reconcile"]


def clean(
    page: str | RawText,
    language: Language,
    *,
    known: Mapping[str, int] | None = None,
    outlet: str = "",
) -> list[Paragraph]:
    """Every paragraph of the page in order, each with a role; furniture is dropped with a reason.

    A `str` is the text as it is read; a `RawText` may be the source of a web page. `known` are
    lines, normalised as here, that stand in other articles of the same outlet, and in how many:
    short ones are dropped too, unless they are a kicker, headline, byline or credited caption.

    The texts are normalised (see `workbench.clean.lines.paragraphs`). Cleaning what was kept,
    joined by blank lines, drops nothing more. What could belong to the article is kept: a
    person sees the list and can put back or drop what this got wrong.

    Raises:
        TooLarge: there are over 20,000 paragraphs.
    """
    text = page if isinstance(page, str) else page.text
    is_html = isinstance(page, RawText) and page.markup == "html"
    draft = draft_of_html(text, language) if is_html else draft_of_text(text, language)
    if known:
        draft = drop_known(draft, known, outlet)
    return finished(draft)


def kept(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """The paragraphs that were not dropped: the article."""
    return [paragraph for paragraph in paragraphs if not paragraph.dropped]
