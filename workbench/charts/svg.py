"""What every plot is drawn with: elements, widths of letters, a scale, the frame and its words."""

from __future__ import annotations

import math
import sys
from dataclasses import dataclass, field
from xml.etree import ElementTree as Tree

NARROWEST = 250
"""Pixels of width at which nothing may overlap or run over the frame."""
LETTER = 6.8
"""Pixels of a letter, on the wide side: the style sheet sets 12 pixel letters."""
LINE = 18
"""Pixels from line to line."""
PATTERNS = 7
"""As many series can be told apart, by colour and by pattern."""

# what lies on the colour of each series: lines and dots, so that no series is known by colour alone
_STROKES: tuple[tuple[str, ...], ...] = (
    (),
    ("M-2,2 L2,-2 M0,8 L8,0 M6,10 L10,6",),
    ("M0,4 L8,4",),
    ("M2,2 h1 M6,6 h1",),
    ("M-2,6 L2,10 M0,0 L8,8 M6,-2 L10,2",),
    ("M4,0 L4,8",),
    ("M0,4 L8,4 M4,0 L4,8",),
)


@dataclass
class Drawing:
    """An SVG element as it grows; places along the line are per cent, up and down pixels."""

    id: str
    title: str
    description: str
    root: Tree.Element = field(init=False)

    def __post_init__(self) -> None:
        """Give it its name and what stands in the place of the picture."""
        self.root = Tree.Element("svg", {
            "xmlns": "http://www.w3.org/2000/svg", "class": "chart", "role": "img", "width": "100%",
            "aria-labelledby": f"{self.id}-title {self.id}-desc",
        })  # fmt: skip
        Tree.SubElement(self.root, "title", id=f"{self.id}-title").text = self.title
        Tree.SubElement(self.root, "desc", id=f"{self.id}-desc").text = self.description

    def line(self, x1: float, y1: float, x2: float, y2: float, kind: str) -> None:
        """A line from one place to another."""
        ends = {"x1": share(x1), "y1": pixels(y1), "x2": share(x2), "y2": pixels(y2)}
        Tree.SubElement(self.root, "line", ends | {"class": kind})

    def text(self, x: float, y: float, words: str, anchor: str = "start", after: float = 0) -> None:
        """Words whose start, middle or end is at that place, or so many pixels behind it."""
        where = {"x": share(x), "y": pixels(y), "text-anchor": anchor}
        element = Tree.SubElement(
            self.root, "text", where | ({"dx": pixels(after)} if after else {})
        )
        element.text = words

    def bar(self, x: float, y: float, width: float, height: float, series: int, tip: str) -> None:
        """A bar of a series; `tip` is said while the pointer is on it."""
        box = {"x": share(x), "y": pixels(y), "width": share(width), "height": pixels(height)}
        element = Tree.SubElement(self.root, "rect", box | {"fill": self.fill(series)})
        Tree.SubElement(element, "title").text = tip

    def swatch(self, x: float, y: float, series: int) -> None:
        """A square that stands for a series."""
        box = {"x": share(x), "y": pixels(y), "width": "12", "height": "12"}
        Tree.SubElement(self.root, "rect", box | {"fill": self.fill(series)})

    def point(self, x: float, y: float, series: int, tip: str) -> None:
        """A dot of a series; the first one's is full, the second one's a ring."""
        place = {"cx": share(x), "cy": pixels(y), "r": "5", "class": f"point point-{series + 1}"}
        Tree.SubElement(Tree.SubElement(self.root, "circle", place), "title").text = tip

    def fill(self, series: int) -> str:
        """What a series is filled with."""
        return f"url(#{self.id}-{series % PATTERNS + 1})"

    def patterns(self, count: int) -> None:
        """Say how the first so many series look."""
        definitions = Tree.SubElement(self.root, "defs")
        for series in range(min(count, PATTERNS)):
            pattern = Tree.SubElement(definitions, "pattern", {
                "id": f"{self.id}-{series + 1}", "width": "8", "height": "8",
                "patternUnits": "userSpaceOnUse",
            })  # fmt: skip
            box = {"width": "8", "height": "8", "class": f"series-{series + 1}"}
            Tree.SubElement(pattern, "rect", box)
            for path in _STROKES[series]:
                Tree.SubElement(pattern, "path", {"d": path, "class": "hatch"})

    def finish(self, height: float) -> str:
        """The element as text, with its height."""
        self.root.set("height", pixels(height))
        return Tree.tostring(self.root, encoding="unicode")


def standalone(svg: str, styles: str, width: int = 720) -> str:
    """A plot as a file of its own, with its styles in it."""
    head, _, rest = svg.partition(">")
    sheet = Tree.Element("style")
    sheet.text = styles
    whole = head.replace('width="100%"', f'width="{width}"', 1)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{whole}>{_text(sheet)}{rest}\n'


def _text(element: Tree.Element) -> str:
    return Tree.tostring(element, encoding="unicode")


def share(value: float) -> str:
    """Per cent of the width."""
    return f"{value:.2f}".rstrip("0").rstrip(".") + "%"


def pixels(value: float) -> str:
    """Pixels."""
    return f"{value:.1f}".rstrip("0").rstrip(".")


def width_of(words: str) -> float:
    """How wide words are, in pixels, on the wide side."""
    return len(words) * LETTER


def shortened(words: str, room: float) -> str:
    """The words, or as many letters of them as have room, with an ellipsis."""
    most = max(1, int(room / LETTER))
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def lines_of(words: str, room: float) -> list[str]:
    """The words on one line or two, each with as many letters as have room."""
    if width_of(words) <= room or " " not in words:
        return [shortened(words, room)]
    most = max(1, int(room / LETTER))
    end = words.rfind(" ", 0, most + 1)
    if end <= 0:
        return [shortened(words, room)]
    return [words[:end], shortened(words[end + 1 :], room)]


def nice_top(largest: float) -> float:
    """The upper end of a scale that holds the number: 1, 2, 4, 5 or 10 times a power of ten."""
    if largest < sys.float_info.min:  # nothing, or too little for a power of ten to be exact
        return 1.0
    power = 10.0 ** math.floor(math.log10(largest))
    return next(step * power for step in (1, 2, 4, 5, 10) if largest <= step * power * (1 + 1e-9))
