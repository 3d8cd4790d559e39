"""What stands below an article: comments, other articles, the foot of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workbench.clean.shapes import is_body, is_byline, is_title, words
from workbench.messages import message

if TYPE_CHECKING:
    from workbench.clean.page import Page

_TAIL = message("It stands after the copyright line.")
_TEASER = message("The beginning of another article.")
_COMMENT = message("A reader’s comment.")
_FOOT = message("The foot of the page.")

_CLOSING: Final = ("closing", "comments", "end", "offer", "follow", "menu", "tags")
"""Kinds that stand below an article."""


def copyright_tail(page: Page) -> None:
    """Drop all that stands after a copyright line with its sign, where the article is over.

    It is not where running text goes on at once, where more long paragraphs follow than went
    before, or where there is too little furniture among them.
    """
    long = [is_body(line, 30) for line in page.lines]
    before, after = 0, sum(long)
    furnished = sum(map(bool, page.kinds))
    for index, line in enumerate(page.lines):
        before, after = before + long[index], after - long[index]
        furnished -= bool(page.kinds[index])
        over = not after or (before >= after and furnished > after)
        if over and page.kind(index) == "end" and "©" in line and not _goes_on(page, index):
            page.drop(range(index + 1, len(page)), _TAIL)
            return


def _goes_on(page: Page, index: int) -> bool:
    """Whether a sentence follows, with nothing of a page's foot in between."""
    following = range(index + 1, len(page))
    first = next((i for i in following if page.unknown(i) or page.kind(i) in _CLOSING), None)
    return first is not None and page.is_text(first)


def comments(page: Page) -> None:
    """Drop readers' comments: from their title to the last button that answers one of them.

    The article's text is over before them, and two buttons at least prove that they are comments.
    """
    answers = [index for index in range(len(page)) if page.kind(index) == "reply"]
    if len(answers) < 2:
        return
    texts = [index for index in range(answers[0]) if page.is_text(index, 12)]
    titles = [
        i
        for i in range(answers[0])
        if page.kind(i) in ("comments", "weak") and "omment" in page.lines[i]
    ]
    titles = [i for i in titles if texts and sum(text < i for text in texts) * 2 >= len(texts)]
    if titles and answers[0] - titles[-1] <= 12:
        page.drop(range(titles[-1], answers[-1]), _COMMENT)


def closing(page: Page) -> None:
    """Drop other articles' beginnings, each under its title, after the end of the article.

    One text under one title may be the article's last: only two or more of them are a list.
    """
    ends = [i for i in range(len(page)) if page.kind(i) in ("closing", "comments", "end")]
    written = [words(line) if page.is_text(i, 12) else 0 for i, line in enumerate(page.lines)]
    for end in ends:
        texts = [i for i in range(end + 1, len(page)) if written[i]]
        if len(texts) < 2 or 3 * sum(written[end:]) > sum(written[:end]):
            continue
        if all(written[i] <= 45 and _is_teased(page, i) for i in texts):
            page.drop(range(end + 1, len(page)), _TEASER)
            return


def _is_teased(page: Page, index: int) -> bool:
    """Whether the line stands alone under a title of at least four words."""
    above, below = page.lines[index - 1], index + 1
    alone = below == len(page) or not page.is_text(below)
    return page.unknown(index - 1) and is_title(above) and words(above) > 3 and alone


def foot(page: Page) -> None:
    """Drop the short lines among the furniture at the foot of the page."""
    last = max((i for i in range(len(page)) if page.is_text(i)), default=-1)
    known = [i for i in range(last + 1, len(page)) if page.kind(i) in _CLOSING and page.reasons[i]]
    if len(known) > 2 and last >= 0:
        inside = range(known[0], len(page) if len(known) > 4 else known[-1])
        page.drop([i for i in inside if page.is_label(i, 12) or _is_amid(page, i)], _FOOT)


def _is_amid(page: Page, index: int) -> bool:
    """Whether the line is a newsroom’s name amid the words of a menu."""
    around = page.reasons[index - 1 : index] + page.reasons[index + 1 : index + 2]
    return is_byline(page.lines[index]) and len(around) == 2 and None not in around
