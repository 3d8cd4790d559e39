"""Upright bars side by side or on top of one another: weeks, or the steps of a scale."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.charts.svg import LINE, NARROWEST, Drawing, nice_top, shortened, width_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.charts.table import Table

_LEFT = 14.0
"""Per cent of the width that the scale stands in."""
_GAP = 0.25
"""The share of each place that stays free between the bars."""
_HEIGHT = 160
"""Pixels from the bottom of the scale to its top."""
_TIGHT = 6
"""Pixels that two labels keep apart."""


@dataclass(frozen=True, slots=True)
class Columns:
    """A plot of some columns of a table, over the texts of its first column."""

    table: Table
    series: tuple[int, ...]
    """The columns that are drawn."""
    spell: Callable[[float], str]
    """How a number is written."""
    stacked: bool = False
    top: float | None = None
    """The upper end of the scale, where several plots are to be compared."""
    name: Callable[[str], str] = str
    """How the text of a row is written under its bars."""

    @property
    def largest(self) -> float:
        """The highest bar, or stack of bars."""
        heights = [
            [self.table.numbers(column)[row] or 0.0 for column in self.series]
            for row in range(len(self.table.rows))
        ]
        return max((sum(row) if self.stacked else max(row) for row in heights), default=0.0)

    def up_to(self, largest: float) -> Columns:
        """The plot with a scale that holds another one's largest bar, too."""
        return replace(self, top=nice_top(max(largest, self.largest)))

    def draw(self, id_: str, title: str, description: str) -> str:
        """The plot as SVG; `id_` is its own on the page."""
        drawing = Drawing(id_, title, description)
        drawing.patterns(len(self.series))
        legend = self._legend(drawing) if len(self.series) > 1 else 0
        top = self.top or nice_top(self.largest)
        base = legend + LINE + _HEIGHT
        self._scale(drawing, base, top)
        self._bars(drawing, base, top)
        self._labels(drawing, base + LINE)
        return drawing.finish(base + LINE + 8)

    def _legend(self, drawing: Drawing) -> float:
        """The names of the series, above the plot; where they end."""
        names = [self.table.columns[column].name for column in self.series]
        room = NARROWEST / 2 - 24
        places = 2 if all(width_of(name) <= room for name in names) else 1
        for number, name in enumerate(names):
            line, place = divmod(number, places)
            x, y = 100 / places * place, LINE * line
            drawing.swatch(x, y + 1, number)
            drawing.text(x, y + 12, shortened(name, NARROWEST / places - 24), after=18)
        return LINE * math.ceil(len(names) / places) + 4

    def _scale(self, drawing: Drawing, base: float, top: float) -> None:
        for step in (0.0, 0.5, 1.0):
            y = base - _HEIGHT * step
            drawing.line(0, y, 100, y, "axis" if not step else "grid")
            if step:
                drawing.text(0, y - 3, self.spell(top * step))

    def _bars(self, drawing: Drawing, base: float, top: float) -> None:
        values = {column: self.table.numbers(column) for column in self.series}
        place = (100 - _LEFT) / max(1, len(self.table.rows))
        wide = place * (1 - _GAP) / (1 if self.stacked else len(self.series))
        for row, label in enumerate(map(self.name, self.table.texts(0))):
            start, under = _LEFT + place * (row + _GAP / 2), 0.0
            for number, column in enumerate(self.series):
                value = values[column][row]
                if not value:
                    continue
                height = _HEIGHT * min(value, top) / top
                x = start if self.stacked else start + wide * number
                tip = f"{label} · {self.table.columns[column].name}: {self.spell(value)}"
                drawing.bar(x, base - under - height, wide, height, number, tip)
                under += height if self.stacked else 0

    def _labels(self, drawing: Drawing, y: float) -> None:
        """As many of the labels as have room, the first among them."""
        room = 2 * _LEFT * NARROWEST / 100
        labels = [shortened(self.name(text), room) for text in self.table.texts(0)]
        place = (100 - _LEFT) / max(1, len(labels))
        widest = max(map(width_of, labels), default=0) + _TIGHT
        every = max(1, math.ceil(widest / (place * NARROWEST / 100)))
        for number in range(0, len(labels), every):
            x = _LEFT + place * (number + 0.5)
            if x * NARROWEST / 100 + width_of(labels[number]) / 2 <= NARROWEST:
                drawing.text(x, y, labels[number], "middle")
