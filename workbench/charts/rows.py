"""Lying bars or points, one row for each thing, with the interval in which the value may be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from workbench.charts.svg import LINE, NARROWEST, Drawing, lines_of, nice_top, shortened, width_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.charts.table import Table

_CLOSE = 15
"""Pixels between the two lines of a name."""
_TRACK = 20
"""Pixels in which a row's bar or points lie, under its words."""


class Mark(NamedTuple):
    """The columns of one value in each row."""

    value: int
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Rows:
    """A plot of one or two values for each row of a table, named by the texts of one column."""

    table: Table
    marks: tuple[Mark, ...]
    """One is a bar, or a point where `points`; of two the first is a full point, then a ring."""
    spell: Callable[[float], str]
    label: int = 0
    name: Callable[[str], str] = str
    """How the text of a row is written over its bar."""
    points: bool = False
    top: float | None = None
    """The upper end of the scale; from the values where it is not given."""
    bottom: float = 0.0
    limit: float | None = None
    """A value at which a line stands in every row."""

    @property
    def largest(self) -> float:
        """The largest value, or end of an interval."""
        columns = [column for mark in self.marks for column in mark if column is not None]
        return max(
            (number or 0.0 for column in columns for number in self.table.numbers(column)),
            default=0.0,
        )

    def draw(self, id_: str, title: str, description: str) -> str:
        """The plot as SVG; `id_` is its own on the page."""
        drawing = Drawing(id_, title, description)
        drawing.patterns(1)
        y = self._legend(drawing) if len(self.marks) > 1 else 0.0
        top = self.top if self.top is not None else nice_top(self.largest)
        for row, label in enumerate(self._names()):
            y += self._words(drawing, y, row, label)
            self._row(drawing, y, row, top)
            y += _TRACK
        return drawing.finish(self._scale(drawing, y + 4, top))

    def _names(self) -> list[str]:
        return list(map(self.name, self.table.texts(self.label)))

    def _x(self, value: float, top: float) -> float:
        """Where a value stands, in per cent; what the scale does not hold stands at its end."""
        inside = min(max(value, self.bottom), top)
        return 1 + 98 * (inside - self.bottom) / ((top - self.bottom) or 1)

    def _legend(self, drawing: Drawing) -> float:
        for number, mark in enumerate(self.marks):
            name = self.table.columns[mark.value].name
            drawing.point(3 + 50 * number, 8, number, name)
            drawing.text(3 + 50 * number, 12, shortened(name, NARROWEST / 2 - 32), after=10)
        return LINE + 4

    def _words(self, drawing: Drawing, y: float, row: int, label: str) -> float:
        """The row's name at the left, its values at the right; how high they are."""
        said = " → ".join(self._said(mark, row) for mark in self.marks)
        drawing.text(100, y + 12, said, "end")
        lines = lines_of(label, NARROWEST - width_of(said) - 12)
        for number, words in enumerate(lines):
            drawing.text(0, y + 12 + _CLOSE * number, words)
        return LINE + _CLOSE * (len(lines) - 1)

    def _said(self, mark: Mark, row: int) -> str:
        value = self.table.numbers(mark.value)[row]
        return "–" if value is None else self.spell(value)

    def _row(self, drawing: Drawing, y: float, row: int, top: float) -> None:
        middle = y + _TRACK / 2 - 3
        drawing.line(1, middle, 99, middle, "grid")
        if self.limit is not None:
            x = self._x(self.limit, top)
            drawing.line(x, y, x, y + _TRACK - 4, "limit")
        found = [
            (number, value, mark)
            for number, mark in enumerate(self.marks)
            if (value := self.table.numbers(mark.value)[row]) is not None
        ]
        if len(found) > 1:
            ends = [self._x(value, top) for _, value, _ in found]
            drawing.line(min(ends), middle, max(ends), middle, "between")
        label = self._names()[row]
        for number, value, mark in found:
            # two intervals would cover each other
            at = middle + (6 * number - 3 if len(self.marks) > 1 else 0)
            tip = f"{label} · {self.table.columns[mark.value].name}: {self.spell(value)}"
            if not self.points and len(self.marks) == 1:
                x = self._x(max(0.0, self.bottom), top)
                drawing.bar(x, middle - 5, max(0.0, self._x(value, top) - x), 10, 0, tip)
            self._interval(drawing, at, row, mark, top)
            if self.points or len(self.marks) > 1:
                drawing.point(self._x(value, top), at, number, tip)

    def _interval(self, drawing: Drawing, y: float, row: int, mark: Mark, top: float) -> None:
        if mark.low is None or mark.high is None:
            return
        low, high = (self.table.numbers(column)[row] for column in (mark.low, mark.high))
        if low is None or high is None:
            return
        start, end = self._x(low, top), self._x(high, top)
        drawing.line(start, y, end, y, "interval")
        for x in (start, end):
            drawing.line(x, y - 4, x, y + 4, "interval")

    def _scale(self, drawing: Drawing, y: float, top: float) -> float:
        drawing.line(1, y, 99, y, "axis")
        middle = (self.bottom + top) / 2
        for x, value, anchor in (
            (0, self.bottom, "start"),
            (50, middle, "middle"),
            (100, top, "end"),
        ):
            drawing.text(x, y + 14, self.spell(value), anchor)
        return y + LINE
