"""The source of a web page → its visible paragraphs in page order, each with where it stands."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from typing import Final

from workbench.clean.lines import tidy


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_HIDDEN: Final = _set(
    """script style noscript template svg math iframe object embed canvas select option
    datalist audio video map head textarea"""
)
_BESIDE: Final = _set("a span time label")
"""Two of these side by side are parted by a style, if not by a space."""
_LAID_OUT: Final = _set("article body center div main section td")
"""In these, where nothing else parts the paragraphs, a line break does."""
_VOID: Final = _set("area base br col embed hr img input link meta param source track wbr")
_BLOCKS: Final = _set(
    """address article aside blockquote body button caption center dd details dialog div dl dt
    fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main menu
    nav ol p pre section summary table tbody td tfoot th thead tr ul"""
)
_CELLS: Final = _set("td th")
_AROUND: Final = _set("nav aside footer form button label dialog menu")
_CLOSED_BY: Final = {
    "head": _BLOCKS,
    "p": _BLOCKS - _set("button"),
    "li": _set("li"),
    "dt": _set("dt dd"),
    "dd": _set("dt dd"),
    "tr": _set("tr"),
    "td": _set("td th tr"),
    "th": _set("td th tr"),
}
_NO_DISPLAY = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_JUNK = re.compile(
    r"(?:^|[\s_-])(?:related|correlat[ie]|newsletters?|promos?|share|sharing|social|comments?|"
    r"commenti|adv|ads?|advert\w*|cookies?|consent|sidebar|most-?read|popular|breadcrumbs?|"
    r"paywall|subscri\w+|tags|recommend\w*|outbrain|taboola|nav|navbar|menu|footer|toolbar|"
    r"teasers?|sponsor\w*|read-?(?:also|more)|leggi-?anche|signup)(?=$|[\s_-])",
    re.IGNORECASE,
)
_HINTS: Final = {
    hint: re.compile(rf"(?:^|[\s_-])(?:{names})(?=$|[\s_-])", re.IGNORECASE)
    for hint, names in (
        ("author", "authors?|bylines?|autor[ei]|firma"),
        ("kicker", "kicker|occhiello|eyebrow|overline|catenaccio|strapline"),
    )
}
_LONG_CELL: Final = 300
"""Characters; what is longer makes the table one that lays out the page."""
_LONG_LINE: Final = 80
"""Characters; a line break after so long a sentence is a paragraph's end."""
_SENTENCE = re.compile(r"[.!?…»”\"]$")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of a page and what its markup says about it."""

    text: str
    tag: str
    """The innermost element that makes a paragraph: ``p``, ``h1``, ``figcaption``, ``tr`` …"""
    around: bool
    """Whether it is in an element that stands around articles: ``nav``, ``footer``, ``form`` …"""
    named: bool
    """Whether it is in one whose name says so, such as ``related`` or ``newsletter``."""
    hint: str
    """``author`` or ``kicker`` where an element's name says that it is one, else empty."""
    linked: bool
    """Whether it is nothing but links."""
    links: int = 0
    """How many links are in it."""


@dataclass(frozen=True, slots=True)
class _Open:
    """An element that is open, with what it has from those around it."""

    tag: str
    block: str = ""
    hidden: bool = False
    around: bool = False
    named: bool = False
    hint: str = ""
    link: bool = False
    row: int = -1


def blocks_of(html: str) -> tuple[list[Block], str]:
    """The visible paragraphs of the page and its description, whatever is wrong with the source."""
    reader = _Reader()
    # The parser looks for the end of a tag again and again where there is none.
    end = html.rfind(">") + 1
    reader.feed(html[:end] + html[end:].replace("<", "&lt;"))
    reader.close()
    reader.flush()
    return reader.blocks, tidy(reader.description)


def _hint(names: str) -> str:
    return next((hint for hint, pattern in _HINTS.items() if pattern.search(names)), "")


class _Reader(HTMLParser):
    """Reads a page from its beginning to its end; time grows with its length and no faster."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[Block] = []
        self.description = ""
        self._open = [_Open("")]
        self._cells: list[int] = []
        self._cell = 0
        self._count: Counter[str] = Counter()
        self._text: list[str] = []
        self._hinted = ""
        self._links = 0
        self._anchors = 0
        self._breaks = 0
        self._closed = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        values = {name: value or "" for name, value in attrs}
        if tag == "meta":
            self._meta(values)
        elif tag == "br":
            self._break()
        if tag in _VOID:
            if tag == "hr":
                self.flush()
            return
        top = self._open[-1]
        if tag in _CLOSED_BY.get(top.tag, ()):
            self.handle_endtag(top.tag)
        if tag in _BLOCKS:
            self.flush()
        elif self._closed and tag in _BESIDE:
            self._text.append(" ")
        self._anchors += tag == "a"
        self._cell += tag in _CELLS
        self._count[tag] += 1
        self._open.append(self._inside(tag, values))

    def handle_endtag(self, tag: str) -> None:
        """Close the element, and those inside it that nobody closed."""
        if tag == "br":
            self._break()
        if not self._count[tag]:
            return
        self._closed = True
        while True:
            top = self._open[-1]
            if top.tag in _BLOCKS:
                self.flush()
            self._open.pop()
            self._count[top.tag] -= 1
            if top.tag == "tr":
                self._join_row(top.row)
            if top.tag == tag:
                return

    def handle_data(self, data: str) -> None:
        """Take in text, unless it is hidden."""
        top = self._open[-1]
        if top.hidden:
            return
        if data.strip():
            self._breaks = 0
            self._links += len("".join(data.split())) if top.link else 0
            self._hinted = self._hinted or top.hint
        self._text.append(data)
        self._closed = False

    def flush(self) -> None:
        """End the paragraph."""
        text = tidy(" ".join("".join(self._text).split()))
        if text:
            top = self._open[-1]
            linked = self._links >= len("".join(text.split()))
            hint = top.hint or self._hinted
            self.blocks.append(
                Block(text, top.block, top.around, top.named, hint, linked, self._anchors)
            )
            self._cells.append(self._cell)
        self._text, self._hinted = [], ""
        self._links = self._anchors = self._breaks = 0

    def _inside(self, tag: str, values: dict[str, str]) -> _Open:
        top = self._open[-1]
        names = f"{values.get('class', '')} {values.get('id', '')}"
        # Some sites put such names on the whole page.
        named = tag not in ("html", "body", "main", "article") and _JUNK.search(names) is not None
        hidden = (
            tag in _HIDDEN
            or "hidden" in values
            or bool(_NO_DISPLAY.search(values.get("style", "")))
        )
        return _Open(
            tag,
            tag if tag in _BLOCKS else top.block,
            top.hidden or hidden,
            top.around or (tag in _AROUND and not (tag == "aside" and self._count["article"])),
            top.named or named,
            top.hint or _hint(f"{names} {values.get('rel', '')}"),
            top.link or (tag == "a" and "href" in values),
            len(self.blocks),
        )

    def _meta(self, values: dict[str, str]) -> None:
        if values.get("property", values.get("name", "")) in ("og:description", "description"):
            self.description = self.description or values.get("content", "")

    def _break(self) -> None:
        """A line break ends a paragraph, but for a single one after a short line of text."""
        self._breaks += 1
        line = "".join(self._text[-20:]).rstrip()
        over = len(line) > _LONG_LINE and _SENTENCE.search(line[-8:])
        if self._breaks > 1 or over or self._open[-1].block in _LAID_OUT:
            self.flush()
            self._breaks = 1
        self._text.append(" ")

    def _join_row(self, start: int) -> None:
        """Make one paragraph of a table's row, unless its cells hold paragraphs of their own."""
        cells = self.blocks[start:]
        single = len(set(self._cells[start:])) == len(cells) > 1
        if single and all(cell.tag in _CELLS and len(cell.text) < _LONG_CELL for cell in cells):
            self._cells[start:] = self._cells[start : start + 1]
            text = " | ".join(cell.text for cell in cells)
            self.blocks[start:] = [replace(cells[0], text=text, tag="tr")]
