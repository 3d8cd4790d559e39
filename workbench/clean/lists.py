"""Lists of other articles' headlines and of keywords, inside the article and after it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from workbench.clean.shapes import (
    ends_sentence,
    is_body,
    is_byline,
    is_caption,
    is_row,
    is_title,
    words,
)
from workbench.messages import message

if TYPE_CHECKING:
    from workbench.clean.page import Page

_END: Final = ("end", "tags", "menu", "comments")
LISTED = message("A headline under a “read also” line.")
_KEYWORD = message("A keyword of the page.")

_TWO_SENTENCES = re.compile(r"[a-z\d][.!?]['’”\"»]* [A-ZÀ-Ý“«\"]")
_STOP = re.compile(r"[.?!…:;\"”»]$")
_NUMBERED = re.compile(r"\d{1,2}[.)]\s")

MOST_LISTED: Final = 6
"""Headlines under one “read also” line inside an article."""


def lists(page: Page) -> None:
    """Drop headlines under “read also”, and keywords under “tags”, where they surely are."""
    index = 0
    while index < len(page):
        kind = page.kind(index)
        if kind == "headlines" and index > page.first and _heads_titles(page, index):
            page.drop([index])
            kind = "closing"
        if kind in ("related", "closing") and index > page.first:
            # Under the last long paragraph, an article may go on with lines of results.
            ending = index > page.last and (kind == "closing" or index >= page.sentences.stop)
            index = _headlines(page, index + 1, ending=ending, sure=kind == "closing")
        elif kind == "tags" and index > page.last:
            index = _keywords(page, index + 1)
        else:
            index += 1


def _heads_titles(page: Page, index: int) -> bool:
    """Whether the line stands below the article, or right over the title of another."""
    if index > page.last:
        return True
    below = index + 1
    return words(page.lines[below]) > 3 and _listed(page, below, first=True, ending=False)


def _headlines(page: Page, index: int, *, ending: bool, sure: bool) -> int:
    """Drop the headlines from `index` on; returns where they end.

    `ending` means that the text is over; results may still follow, unless the article is `sure` to
    have ended.
    """
    found: list[int] = []
    while index < len(page) and (ending or len(found) < MOST_LISTED):
        if page.reasons[index] is None:
            over = ending and (sure or _is_over(page, index))
            if not _listed(page, index, first=not found, ending=ending, over=over):
                break
            found.append(index)
        index += 1
    if not ending and len(found) > 1 and _is_heading(page, found[-1]):
        found.pop()
    page.drop(found, LISTED)
    return index


def _listed(page: Page, index: int, *, first: bool, ending: bool, over: bool = False) -> bool:
    """Whether the line is of the list: `ending` below the text, `over` surely below the article."""
    line = page.lines[index]
    if is_caption(line) or (page.kind(index) == "date" and not ending):
        return False
    if is_byline(line):
        return ending and over
    if not over and (words(line) < 4 or is_row(line)):
        return ending and (page.kind(index) != "" or line.isdecimal())
    if words(line) > 25 or is_body(line) or (words(line) > 12 and _TWO_SENTENCES.search(line)):
        return False
    if (ending and _NUMBERED.match(line)) or line.isdecimal():
        return True
    question = (first or ending) and line.endswith(("?", "!"))
    quoted = ":" in line and line.endswith(("»", "”", '"'))
    return (is_title(line) and (ending or words(line) > 3)) or question or quoted


def _is_over(page: Page, index: int) -> bool:
    """Whether there is a sure sign above that the article has ended; else results may follow."""
    return any(page.kind(i) in _END for i in range(max(page.last, 0), index))


def _is_heading(page: Page, index: int) -> bool:
    """Whether the last line of a list is rather the heading of the running text after it."""
    following = page.lines[index + 1] if index + 1 < len(page) else ""
    return words(page.lines[index]) <= 6 and ends_sentence(following)


def _keywords(page: Page, index: int) -> int:
    """Drop the title of a list of keywords just before `index`, and the keywords."""
    page.drop([index - 1])
    while index < len(page) and words(page.lines[index]) <= 4:
        if _STOP.search(page.lines[index]) and page.reasons[index] is None:
            break
        page.drop([index], _KEYWORD)
        index += 1
    return index
