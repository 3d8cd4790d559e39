"""Which lines of a page are furniture and why; what could belong to the article is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workbench.clean.furniture import Furniture, furniture
from workbench.clean.shapes import ends_sentence, is_body, is_byline, is_caption, is_title, words
from workbench.messages import message

if TYPE_CHECKING:
    from workbench.messages import Message

_LISTED = message("A headline under a “read also” line.")
_TAIL = message("It stands after the copyright line.")
_BOXED = message("The text of a box for a newsletter or subscription.")
_CONTENTS = message("A list of the article’s own headings.")
_NAME = message("The name of the newspaper over the menu.")
_KEYWORD = message("A keyword of the page.")

MOST_LISTED: Final = 6
"""Headlines under one “read also” line inside an article."""

_UNSURE = ("weak", "date", "section", "tags", "points")
_SILENT = ("pause", "related", "date")  # They stand inside articles: no evidence on neighbours.


def dropped(lines: list[str]) -> list[Message | None]:
    """For each line the reason to drop it, or None to keep it.

    What is kept would be kept again if it came alone: the rules are applied until none applies.
    """
    reasons: list[Message | None] = [None] * len(lines)
    left = list(range(len(lines)))
    while True:
        page = _Page([lines[index] for index in left])
        for index, reason in zip(left, page.reasons, strict=True):
            reasons[index] = reason
        kept = [index for index in left if reasons[index] is None]
        if len(kept) == len(left):
            return reasons
        left = kept


class _Page:
    """The lines of one page, marked step by step; each step sees what the earlier ones dropped."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.kinds = [furniture(line) for line in lines]
        self.reasons: list[Message | None] = [
            found.reason if found and found.kind not in _UNSURE else None for found in self.kinds
        ]
        self._tail()
        self._boxes()
        self._points()
        self.first, self.last = self._body()
        self._lists()
        self._dates()
        self._masthead()
        self._buttons()

    def _kind(self, index: int) -> str:
        found: Furniture | None = self.kinds[index]
        return found.kind if found else ""

    def _body(self) -> tuple[int, int]:
        """Index of the first and of the last kept line of running text; (end, -1) without one."""
        kept = [
            index
            for index, line in enumerate(self.lines)
            if self.reasons[index] is None and is_body(line)
        ]
        return (kept[0], kept[-1]) if kept else (len(self.lines), -1)

    def _tail(self) -> None:
        """Drop all that stands after a copyright line with its sign, where the article is over.

        Where more long paragraphs follow than went before, or no furniture among them, it is not.
        """
        long = [is_body(line, 30) for line in self.lines]
        before, after = 0, sum(long)
        furnished = sum(map(bool, self.kinds))
        for index, line in enumerate(self.lines):
            before, after = before + long[index], after - long[index]
            furnished -= bool(self.kinds[index])
            over = not after or (before >= after and furnished > after)
            if over and self._kind(index) == "end" and "©" in line:
                for later in range(index + 1, len(self.lines)):
                    self.reasons[later] = self.reasons[later] or _TAIL
                return

    def _boxes(self) -> None:
        """Drop the few lines between the top and the button of a box."""
        top = -9
        for index in range(len(self.lines)):
            if self._kind(index) == "offer":
                top = index
            elif self._kind(index) == "button" and index - top <= 4:
                for inside in range(top + 1, index):
                    if words(self.lines[inside]) <= 30:
                        self.reasons[inside] = self.reasons[inside] or _BOXED

    def _points(self) -> None:
        """Drop a list of contents: its title and the lines that all come again as headings."""
        last = {line: index for index, line in enumerate(self.lines)}
        title = -1
        for index, line in enumerate(self.lines):
            if self._open(index, "points"):
                title = index
            elif title >= 0 and self.reasons[index] is None:
                if not (last[line] > index and is_title(line, 12)):
                    title = -1
                    continue
                self._drop([title])
                self.reasons[index] = _CONTENTS

    def _lists(self) -> None:
        """Drop headlines under “read also”, and keywords under “tags”, where they surely are."""
        index = 0
        while index < len(self.lines):
            kind = self._kind(index)
            if kind == "related" and index > self.first:
                index = self._headlines(index + 1)
            elif kind == "tags" and index > self.last:
                index = self._keywords(index + 1)
            else:
                index += 1

    def _headlines(self, index: int) -> int:
        """Drop the headlines from `index` on; returns where they end."""
        ending = index > self.last
        found: list[int] = []
        while index < len(self.lines) and (ending or len(found) < MOST_LISTED):
            if self.reasons[index] is None:
                if not self._listed(index, first=not found, ending=ending):
                    break
                found.append(index)
            index += 1
        if not ending and len(found) > 1 and self._is_heading(found[-1]):
            found.pop()
        for listed in found:
            self.reasons[listed] = _LISTED
        return index

    def _listed(self, index: int, *, first: bool, ending: bool) -> bool:
        line = self.lines[index]
        if is_caption(line) or self._kind(index) == "date":
            return False
        if is_byline(line):
            return ending
        if words(line) > 25 or is_body(line):
            return False
        question = first and line.endswith(("?", "!"))
        quoted = ":" in line and line.endswith(("»", "”", '"'))
        return (is_title(line) and (ending or words(line) > 3)) or question or quoted

    def _is_heading(self, index: int) -> bool:
        """Whether the last line of a list is rather the heading of the running text after it."""
        following = self.lines[index + 1] if index + 1 < len(self.lines) else ""
        return words(self.lines[index]) <= 6 and ends_sentence(following)

    def _keywords(self, index: int) -> int:
        """Drop the title of a list of keywords just before `index`, and the keywords."""
        self._drop([index - 1])
        while index < len(self.lines) and words(self.lines[index]) <= 4:
            if not is_title(self.lines[index], 4) and self.reasons[index] is None:
                break
            self.reasons[index] = self.reasons[index] or _KEYWORD
            index += 1
        return index

    def _dates(self) -> None:
        """Drop bare dates about the title or the end; where one stands amid text, none.

        A page with dates amid its text is a chronicle, and they are its headings.
        """
        dates = [i for i in range(len(self.lines)) if self._open(i, "date")]
        second = next(
            (i for i in range(self.first + 1, self.last + 1) if is_body(self.lines[i])), self.last
        )
        if all(index < second or index > self.last for index in dates):
            self._drop(dates)

    def _masthead(self) -> None:
        """Drop a short first line that stands right over a menu or the buttons of an account."""
        first = next(
            (i for i, reason in enumerate(self.reasons) if reason is None), len(self.lines)
        )
        if first + 1 >= len(self.lines) or self._kind(first):
            return
        if self._kind(first + 1) in ("menu", "button") and is_title(self.lines[first], 5):
            self.reasons[first] = _NAME

    def _buttons(self) -> None:
        """Drop section words and the words of buttons where enough furniture stands together."""
        start = 0
        for index in range(len(self.lines) + 1):
            if index == len(self.lines) or not (
                self.reasons[index] or self._kind(index) in ("weak", "section")
            ):
                self._together(range(start, index))
                start = index + 1

    def _together(self, run: range) -> None:
        """Judge the unsure words in lines that are nothing but furniture and such words."""
        sections = [index for index in run if self._open(index, "section")]
        weak = [index for index in run if self._open(index, "weak")]
        surely = [i for i in run if self.reasons[i] and self._kind(i) not in ("", *_SILENT)]
        if len(sections) > 2:
            # The last of a menu may be the kicker of the headline that follows.
            kicker = run.stop < self.first and sections[-1] == run.stop - 1
            self._drop(sections[:-1] if kicker else sections)
            surely += sections
        alone = len(weak) == 1 and self._heads_text(weak[0])
        if len(surely) + len(weak) > 1 and not alone:
            self._drop(weak)

    def _heads_text(self, index: int) -> bool:
        """Whether the line, amid the article, is directly followed by running text."""
        return self.first < index < self.last and is_body(self.lines[index + 1], 8)

    def _open(self, index: int, kind: str) -> bool:
        return self.reasons[index] is None and self._kind(index) == kind

    def _drop(self, indices: list[int]) -> None:
        for index in indices:
            found = self.kinds[index]
            self.reasons[index] = found.reason if found else None
