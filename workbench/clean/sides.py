"""The Italian and the English page help each other: what one shows plainly, the other may hide."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from workbench.clean.shapes import ends_sentence, is_byline, is_caption, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model import Link, Paragraph, Role

_NO_LETTERS = re.compile(r"[\W_]+")
_BY_LOOK: Final = ("byline", "caption")
"""Roles that a line shows by itself, a pattern or credit, wherever it stands."""
_MAX_HEADING: Final = 14
_NEVER_RESTORED: Final = 4
"""Words; what is shorter and dropped on one side may stand on the other by chance."""


def reconcile(
    source: Sequence[Paragraph], target: Sequence[Paragraph], links: Sequence[Link]
) -> tuple[list[Paragraph], list[Paragraph]]:
    """Both pages with roles that agree; nothing is dropped, some may be restored.

    `source` and `target` are whole pages, as `clean` gives them. The numbers in `links` are
    places among their *kept* paragraphs, as `align` counts them: 0 is the first that was not
    dropped. They hold for the pages that come in; align again where something was restored.

    Positions and texts stay. A restored paragraph has the role of its counterpart.
    """
    italian, english = list(source), list(target)
    _copy_roles_of_same_lines(italian, english)
    _agree(italian, english, source, target, links)
    _restore(italian, english)
    _restore(english, italian)
    return italian, english


def _kept(page: Sequence[Paragraph]) -> list[int]:
    return [index for index, paragraph in enumerate(page) if not paragraph.dropped]


def _key(text: str) -> str:
    """The letters and figures of a line: case, quotes and spaces make no difference."""
    return _NO_LETTERS.sub("", text).casefold()


def _copy_roles_of_same_lines(italian: list[Paragraph], english: list[Paragraph]) -> None:
    """Give a line left in Italian on the English page the role that it has on the Italian one."""
    roles: dict[str, Role] = {}
    for index in _kept(italian):
        roles.setdefault(_key(italian[index].text), italian[index].role)
    roles.pop("", None)
    for index in _kept(english):
        paragraph = english[index]
        role = roles.get(_key(paragraph.text))
        if role and not _shows(paragraph):
            english[index] = replace(paragraph, role=role)


def _agree(
    italian: list[Paragraph],
    english: list[Paragraph],
    source: Sequence[Paragraph],
    target: Sequence[Paragraph],
    links: Sequence[Link],
) -> None:
    """Make the roles of paragraphs linked one to one agree, by the better evidence of the two."""
    left, right = _kept(source), _kept(target)
    for link in links:
        if len(link.source) != 1 or len(link.target) != 1:
            continue
        i, j = left[link.source[0]], right[link.target[0]]
        role = _agreed(italian[i], english[j])
        italian[i], english[j] = replace(italian[i], role=role), replace(english[j], role=role)


def _agreed(italian: Paragraph, english: Paragraph) -> Role:
    """The role of both: by a pattern or credit on either side, else that of the Italian.

    Of two lines the one that looks like a heading is none where the other is plainly a text.
    """
    if italian.role == english.role:
        return italian.role
    for paragraph in (italian, english):
        if _shows(paragraph):
            return paragraph.role
    roles = {italian.role, english.role}
    if roles == {"heading", "body"}:
        return "body" if _is_text(italian) or _is_text(english) else "heading"
    # A caption without a credit on the English page is often no more than a guess at a line
    # that was left in Italian; the Italian page knows what it is.
    return italian.role


def _shows(paragraph: Paragraph) -> bool:
    """Whether the line itself shows its role, not its place alone."""
    if paragraph.role == "byline":
        return is_byline(paragraph.text)
    return paragraph.role == "caption" and is_caption(paragraph.text)


def _is_text(paragraph: Paragraph) -> bool:
    return words(paragraph.text) > _MAX_HEADING or (
        words(paragraph.text) > 3 and ends_sentence(paragraph.text)
    )


def _restore(page: list[Paragraph], other: Sequence[Paragraph]) -> None:
    """Put back what was dropped here though the very same text is of the article there.

    The text must be long enough for that to be no chance, and stand inside the article here.
    """
    kept = _kept(page)
    if not kept:
        return
    roles = {_key(other[i].text): other[i].role for i in _kept(other)}
    for index in range(kept[0], kept[-1]):
        paragraph = page[index]
        role = roles.get(_key(paragraph.text)) if paragraph.dropped else None
        if role and words(paragraph.text) >= _NEVER_RESTORED:
            page[index] = replace(paragraph, role=role, dropped=False, reason=None)
