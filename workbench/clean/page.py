"""The lines of one page with what each is by itself, marked step by step by the rules."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from workbench.clean.furniture import furniture
from workbench.clean.shapes import ends_sentence, is_body, is_byline, is_caption, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.clean.furniture import Furniture
    from workbench.messages import Message

_UNSURE: Final = (
    "weak", "number", "headlines", "reply", "date", "section", "tags", "points",
)  # fmt: skip
_SENTENCE = re.compile(r"[a-zà-ÿ’]{3,}[.:;,…]$|[.,:;…\"”»)]$")
_CLOCK = re.compile(r"[0-2]?\d[.:][0-5]\d")
_COUNTER = re.compile(r"(\d{1,3}) ?(?:di|of|su|/) ?(\d{1,3})")
_PICTURE = re.compile(r"(?:\S+\s+){3,}[-–—] riproduzione riservata", re.IGNORECASE)


class Page:
    """One page; each step sees what the earlier ones dropped."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.kinds: list[Furniture | None] = [furniture(line) for line in lines]
        self._spare_the_clocks()
        self._spare_the_pictures()
        self.reasons: list[Message | None] = [
            found.reason if found and found.kind not in _UNSURE else None for found in self.kinds
        ]
        self._drop_counters()
        self.first, self.last = len(lines), -1
        self.sentences = range(0)

    def __len__(self) -> int:
        return len(self.lines)

    def _spare_the_clocks(self) -> None:
        """Three times of day on lines of their own are the headings of a live report."""
        clocks = [i for i, line in enumerate(self.lines) if _CLOCK.fullmatch(line)]
        if len(clocks) > 2:
            for index in clocks:
                self.kinds[index] = None

    def _spare_the_pictures(self) -> None:
        """Over the text, agencies end the caption of a picture with its rights."""
        text = next((i for i, line in enumerate(self.lines) if is_body(line)), -1)
        for index in range(text):
            if _PICTURE.fullmatch(self.lines[index]):
                self.kinds[index] = None

    def _drop_counters(self) -> None:
        """Drop the counters of a gallery, “1 of 24” and so on; other such figures may be marks."""
        row: list[int] = []
        total = ""
        for index, line in enumerate(self.lines):
            if not (found := _COUNTER.fullmatch(line)):
                continue
            if found[1] == "1":
                row, total = [], found[2]
            if found[2] == total and int(found[1]) == len(row) + 1:
                row.append(index)
                self.drop(row if len(row) > 1 else ())

    def find_body(self) -> None:
        """Set `first` and `last`: the kept lines of running text between which the article is.

        Without such a line they are the end of the page and -1. `sentences` becomes the lines
        from the first to the last sentence, however short.
        """
        short = [index for index in range(len(self)) if self.is_text(index)]
        self.sentences = range(short[0], short[-1] + 1) if short else range(0)
        texts = [
            i for i, line in enumerate(self.lines) if not self.reasons[i] and is_body(line, 12)
        ]
        # In a flash, no paragraph is long.
        kept = [i for i in texts if is_body(self.lines[i])] or texts
        self.first, self.last = (kept[0], kept[-1]) if kept else (len(self.lines), -1)

    def kind(self, index: int) -> str:
        """What the line means to those around it, or an empty string."""
        found = self.kinds[index]
        return found.kind if found else ""

    def open(self, index: int, kind: str) -> bool:
        """Whether the line is of that kind and not dropped so far."""
        return self.reasons[index] is None and self.kind(index) == kind

    def unknown(self, index: int) -> bool:
        """Whether nothing is known against the line."""
        return self.reasons[index] is None and self.kinds[index] is None

    def drop(self, indices: Iterable[int], reason: Message | None = None) -> None:
        """Drop these lines for `reason`, or for what each is; the first reason given stays."""
        for index in indices:
            found = self.kinds[index]
            self.reasons[index] = self.reasons[index] or reason or (found.reason if found else None)

    def is_text(self, index: int, least: int = 6) -> bool:
        """Whether the line is kept and a sentence of at least so many words."""
        line = self.lines[index]
        return self.unknown(index) and words(line) >= least and ends_sentence(line)

    def is_label(self, index: int, most: int = 4) -> bool:
        """Whether the line is kept, short, no sentence, and neither a byline nor a caption."""
        line = self.lines[index]
        return (
            self.reasons[index] is None
            and words(line) <= most
            and (not _SENTENCE.search(line[-8:]) or (words(line) < 3 and line.isupper()))
            and not is_byline(line)
            and not is_caption(line)
        )
