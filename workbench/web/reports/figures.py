"""Figures: what a report says as a table, and the plot that is drawn from it."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from flask_babel import format_date, format_decimal, format_percent

from workbench.charts import standalone
from workbench.resources import PACKAGE

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.charts import Cell, Column, Columns, Rows, Table
    from workbench.intervals import Interval
    from workbench.workflow.reports import Step

SHEETS = ("tokens", "charts")
"""The style sheets that a plot needs."""


class Figure(NamedTuple):
    """A table, with a plot where one can be drawn."""

    name: str
    """In addresses."""
    title: str
    told: str
    """What it shows, and how to read it."""
    table: Table
    chart: Columns | Rows | None = None
    links: tuple[str, ...] = ()
    """Where the first cell of each row leads."""

    @property
    def svg(self) -> str:
        """The plot; empty where there is nothing to draw."""
        if self.chart is None or not self.table.rows:
            return ""
        return self.chart.draw(f"plot-{self.name}", self.title, self.told)

    @property
    def file(self) -> str:
        """The plot as a file of its own."""
        return standalone(self.svg, _styles())


@cache
def _styles() -> str:
    folder = PACKAGE / "static"
    return "\n".join((folder / f"{name}.css").read_text(encoding="utf-8") for name in SHEETS)


def cell(value: Cell, column: Column) -> str:
    """What stands in a cell of the page's table."""
    if value is None:
        return "–"
    if isinstance(value, str):
        return day(value) if column.kind == "day" else value
    return {"share": share, "count": count}.get(column.kind, number)(value)


def number(value: float) -> str:
    """A number with as many digits as say something."""
    return str(format_decimal(value, "#,##0" if abs(value) >= 100 else "#,##0.0"))


def count(value: float) -> str:
    """A whole number."""
    return str(format_decimal(round(value)))


def share(value: float) -> str:
    """A share as per cent."""
    return str(format_percent(value))


def day(value: str) -> str:
    """A day with its year."""
    return str(format_date(date.fromisoformat(value), "d MMM y")) if value else "–"


def start(step: Step) -> Callable[[str], str]:
    """How the first day of a week or month is written under a bar."""
    form = "d MMM" if step == "week" else "MMM yy"
    return lambda value: str(format_date(date.fromisoformat(value), form)) if value else "–"


def bounds(interval: Interval | None) -> tuple[float | None, float | None, float | None]:
    """Value, low and high as cells."""
    return (None, None, None) if interval is None else interval
