"""What articles and AI systems are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.clean import kept
from workbench.errors import BadInput
from workbench.ingest import slugify
from workbench.messages import message

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from workbench.model import Article, Paragraph

DEFAULT_SYSTEM = "ai"
MAX_SYSTEM, MAX_TITLE = 40, 200


def tidy(text: str | None) -> str:
    """One line without outer or doubled spaces."""
    return " ".join((text or "").split())


def title_of(paragraphs: Sequence[Paragraph]) -> str:
    """What an article is called in the list: its headline, or the first line there is."""
    listed = kept(paragraphs) or paragraphs
    found = next((p.text for p in listed if p.role == "headline"), listed[0].text)
    return found if len(found) <= MAX_TITLE else f"{found[: MAX_TITLE - 1]}…"


def free_slug(wanted: str, taken: Collection[str]) -> str:
    """A slug for `wanted` that no article has: with a number behind it if need be."""
    return next(name for name in _numbered(slugify(wanted)) if name not in taken)


def system_name(
    article: Article | None, taken: Collection[str], wanted: str | None, *, newer: bool
) -> str:
    """The name under which a system's text is kept; ``ai``, ``ai-2`` … where none is wanted.

    `taken` are the systems that have a text of the article, be it only in a preview.

    Raises:
        BadInput: the system has another text already, and this one is not said to be `newer`.
    """
    if not tidy(wanted):
        if newer and article and article.systems:
            return article.systems[0]
        return next(name for name in _numbered(DEFAULT_SYSTEM) if name not in taken)
    name = slugify(wanted or "", fallback=DEFAULT_SYSTEM)[:MAX_SYSTEM]
    if name in taken and not newer:
        raise BadInput(
            message(
                "System “%(system)s” already has another text for “%(slug)s”: say that this "
                "one is newer, or give it another system name.",
                system=name,
                slug=article.slug if article else "",
            )
        )
    return name


def _numbered(name: str) -> Iterator[str]:
    yield name
    number = 2
    while True:
        yield f"{name}-{number}"
        number += 1
