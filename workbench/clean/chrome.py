"""Which lines of a page are furniture and why; what could belong to the article is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workbench.clean.boxes import consent, contents, offers
from workbench.clean.edges import closing, comments, copyright_tail, foot
from workbench.clean.heads import category, headline, masthead, menu, strays
from workbench.clean.lists import lists
from workbench.clean.page import Page
from workbench.clean.shapes import ends_sentence, is_body

if TYPE_CHECKING:
    from workbench.messages import Message

# They stand inside articles: no evidence on their neighbours.
_SILENT: Final = ("pause", "related", "date")
# They are furniture only beside furniture.
_BESIDE: Final = ("weak", "number", "headlines", "reply", "section")


def dropped(lines: list[str]) -> list[Message | None]:
    """For each line the reason to drop it, or None to keep it.

    What is kept would be kept again if it came alone: the rules are applied until none applies.
    """
    reasons: list[Message | None] = [None] * len(lines)
    left = list(range(len(lines)))
    while True:
        page = _judged([lines[index] for index in left])
        for index, reason in zip(left, page.reasons, strict=True):
            reasons[index] = reason
        kept = [index for index in left if reasons[index] is None]
        if len(kept) == len(left):
            return reasons
        left = kept


def _judged(lines: list[str]) -> Page:
    page = Page(lines)
    offers(page)
    consent(page)
    contents(page)
    comments(page)
    copyright_tail(page)
    closing(page)
    page.find_body()
    menu(page)
    strays(page)
    lists(page)
    _dates(page)
    masthead(page)
    category(page)
    _buttons(page)
    foot(page)
    headline(page)
    return page


def _dates(page: Page) -> None:
    """Drop bare dates about the title or the end; where one stands amid text, none.

    A page with dates amid its text is a chronicle, and they are its headings.
    """
    dates = [i for i in range(len(page)) if page.open(i, "date")]
    if sum(_heads_sentence(page, i) for i in dates) > 1:
        return
    second = next(
        (i for i in range(page.first + 1, page.last + 1) if is_body(page.lines[i])), page.last
    )
    if all(index < second or index > page.last for index in dates):
        page.drop(dates)


def _heads_sentence(page: Page, index: int) -> bool:
    """Whether the line stands in or below the article, right over a sentence."""
    below = index + 1
    return (
        page.first < below < len(page) and page.unknown(below) and ends_sentence(page.lines[below])
    )


def _buttons(page: Page) -> None:
    """Drop section words and the words of buttons where enough furniture stands together."""
    start = 0
    for index in range(len(page) + 1):
        if index == len(page) or not (page.reasons[index] or page.kind(index) in _BESIDE):
            _together(page, range(start, index))
            start = index + 1


def _together(page: Page, run: range) -> None:
    """Judge the unsure words in lines that are nothing but furniture and such words."""
    run = _without_results(page, run)
    sections = [index for index in run if page.open(index, "section")]
    weak = [i for i in run if page.reasons[i] is None and _is_weak(page, i)]
    surely = [i for i in run if page.reasons[i] and page.kind(i) not in ("", *_SILENT)]
    # Amid the text, three names of cities may be a list of the article's own.
    if len(sections) > 2 and (surely or not page.first < run.start < page.last):
        # The last of a menu may be the kicker of the headline that follows.
        below = [
            i for i in range(sections[-1] + 1, run.stop) if page.kind(i) not in ("tool", "date")
        ]
        kicker = run.stop < page.first and not below
        page.drop(sections[:-1] if kicker else sections)
        surely += sections
    alone = len(weak) == 1 and _heads_text(page, weak[0])
    if len(surely) + len(weak) > 1 and not alone:
        page.drop(weak)


def _without_results(page: Page, run: range) -> range:
    """The lines without the numbers at their ends that touch the text: they are of a table."""
    start, stop = run.start, run.stop
    while page.first < start < stop and page.kind(start) == "number":
        start += 1
    while page.first < start < stop < len(page) and page.kind(stop - 1) == "number":
        stop -= 1
    return range(start, stop)


def _is_weak(page: Page, index: int) -> bool:
    """Whether the line is furniture beside furniture; a number amid the text is of a table."""
    if page.kind(index) == "number":
        return index not in page.sentences or index < page.first < len(page)
    return page.kind(index) in ("weak", "headlines", "reply")


def _heads_text(page: Page, index: int) -> bool:
    """Whether the line, amid the article, is directly followed by running text."""
    return page.first < index < page.last and is_body(page.lines[index + 1], 8)
