"""What stands over an article: the newspaper's name, menus, the words of its accounts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from workbench.clean.shapes import (
    ends_sentence,
    is_bare_name,
    is_body,
    is_byline,
    is_caption,
    is_title,
    words,
)
from workbench.messages import message

if TYPE_CHECKING:
    from workbench.clean.page import Page

_MENU = message("The menu of the page.")
_NAME = message("The name of the newspaper over the menu.")

_HEAD: Final = (
    "section", "menu", "button", "consent", "offer", "follow", "weak", "closing", "headlines",
)  # fmt: skip
"""Kinds of which a menu over an article is made."""
_TOOLS: Final = ("tool", "date")
_SMALL_WORD = re.compile(r"(?:d[eai]\w*|of|the|and|for|e|il|la|le)\b|[^a-zà-ÿ]")


def menu(page: Page) -> None:
    """Drop the short lines among the words of the menu over the headline.

    A line just over the headline may be its kicker, and stays.
    """
    start, known = _menu_words(page)
    if not known:
        return
    headline = next(
        (i for i in range(known[-1] + 1, page.first) if page.unknown(i) and not page.is_label(i)),
        None,
    )
    labels = [i for i in range(start, known[-1]) if page.is_label(i)]
    if headline is not None:
        tool = next((i for i in range(known[-1], headline) if _opens_article(page, i)), headline)
        labels += [i for i in range(known[-1], tool) if page.is_label(i)]
        labels = [i for i in labels if i < _kicker(page, headline)]
    page.drop(labels, _MENU)


def _menu_words(page: Page) -> tuple[int, list[int]]:
    """Where the last menu over the article begins, and its known words, three at least.

    A line of five words, which may be the headline, ends a menu; what follows it is another
    menu only if that has three names of sections.
    """
    found: tuple[int, list[int]] = (0, [])
    start = 0
    block: list[int] = []
    for index in range(page.first + 1):
        ended = index >= len(page) or (
            page.unknown(index) and not page.is_label(index) and words(page.lines[index]) > 2
        )
        if ended or index == page.first or _opens_article(page, index):
            sections = sum(page.kind(i) == "section" for i in block)
            if len(block) > 2 and (sections > 2 or start == 0):
                found = (start, block)
            start, block = index + 1, []
        elif page.kind(index) in _HEAD:
            block.append(index)
    return found


def _opens_article(page: Page, index: int) -> bool:
    """Whether the line is of those that stand about a headline and over no menu."""
    line = page.lines[index]
    return page.kind(index) in _TOOLS or is_byline(line) or is_caption(line)


def _kicker(page: Page, headline: int) -> int:
    """Index of the first line that may be a kicker of that headline, or the headline itself."""
    above = headline - 1
    while above > 0 and page.kind(above) in _TOOLS:
        above -= 1
    if above < 1 or not page.is_label(above) or page.kind(above) == "weak":
        return headline
    # A short headline over a long standfirst looks like a kicker, and may have one itself.
    short = page.unknown(above) and words(page.lines[above]) > 1
    longest = 4 if ends_sentence(page.lines[headline]) else 2
    return above - 1 if short and page.is_label(above - 1, longest) else above


def strays(page: Page) -> None:
    """Drop short lines over the headline, but the two next to it, where its byline shows which.

    The two may be kickers. There must be furniture among the lines.
    """
    named = [i for i in range(min(page.first + 1, len(page))) if _names_author(page, i)]
    # A bare name over the headline may be a place.
    author = next((i for i in named if is_byline(page.lines[i])), max(named, default=0))
    over = [i for i in range(author) if page.unknown(i) and not is_caption(page.lines[i])]
    lines = [page.lines[i] for i in over]
    if not lines or any(map(is_body, lines[:-1])):
        return
    headline = over[headline_of(lines)]
    labels = [i for i in range(headline) if page.is_label(i)]
    if any(page.reasons[i] and page.kind(i) not in _TOOLS for i in range(headline)):
        page.drop(labels[:-2], _MENU)


def headline_of(lines: list[str]) -> int:
    """Which of the lines over a byline is the headline: the last, or that over a standfirst."""
    last, above = lines[-1], lines[-2] if len(lines) > 1 else ""
    longer = 7 < words(last) > words(above)
    # A long headline under a kicker looks the same, but it has no stop.
    sure = words(above) > 4 or (words(above) > 2 and (ends_sentence(last) or words(last) > 16))
    return len(lines) - 2 if longer and sure else len(lines) - 1


def _names_author(page: Page, index: int) -> bool:
    """Whether the line is a byline, or a name beside a date or the buttons of an article."""
    line = page.lines[index]
    if page.reasons[index] is not None or is_caption(line):
        return False
    around = range(max(0, index - 1), min(len(page), index + 2))
    return is_byline(line) or (is_bare_name(line) and any(page.kind(i) in _TOOLS for i in around))


def masthead(page: Page) -> None:
    """Drop a short first line that stands right over a menu or the buttons of an account.

    Over two buttons no headline stands; over one, a name is known by its capitals.
    """
    first = next((i for i, reason in enumerate(page.reasons) if reason is None), len(page))
    if first + 1 >= len(page) or page.kind(first) or not is_title(page.lines[first], 5):
        return
    below = [i for i in range(first + 1, min(first + 4, len(page))) if _is_head(page, i)]
    if first + 1 not in below:
        return
    if len(below) > 1 or page.kind(first + 1) == "menu" or _is_name(page, first):
        page.drop([first], _NAME)


def _is_head(page: Page, index: int) -> bool:
    """Whether the line is of a menu, an account or a notice of consent."""
    boxed = page.reasons[index] is not None and not page.kind(index)
    return boxed or page.kind(index) in ("menu", "button", "consent", "section", "weak")


def _is_name(page: Page, index: int) -> bool:
    """Whether the line has capitals like a newspaper's name, and a headline follows."""
    following = [page.lines[i] for i in range(index + 1, len(page)) if page.unknown(i)]
    name = page.lines[index].split()
    capitals = all(word[0].isupper() or _SMALL_WORD.match(word) for word in name)
    return capitals and bool(following) and is_title(following[0]) and words(following[0]) > 4


def headline(page: Page) -> None:
    """Put back the words of a button that stand where the headline must be: over the byline."""
    first = next((i for i, reason in enumerate(page.reasons) if reason is None), len(page))
    if first == len(page) or not is_byline(page.lines[first]):
        return
    above = [i for i in range(first) if page.kind(i) in ("section", "weak", "headlines")]
    if above and is_title(page.lines[above[-1]]) and words(page.lines[above[-1]]) > 1:
        page.reasons[above[-1]] = None


def category(page: Page) -> None:
    """Drop a section word beside the byline, where a headline stands above."""
    titled = False
    for index in range(min(page.first, len(page) - 1)):
        beside = page.lines[max(0, index - 1)], page.lines[index + 1]
        if titled and page.open(index, "section") and any(map(is_byline, beside)):
            page.drop([index])
        titled = titled or (page.unknown(index) and not page.is_label(index))
