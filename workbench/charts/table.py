"""A table of figures, and the file that a spreadsheet opens."""

from __future__ import annotations

import csv
import io
import math
import re
from dataclasses import dataclass
from typing import Literal, NamedTuple

Kind = Literal["text", "day", "count", "number", "share"]
Cell = str | int | float | None

_FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")


class Column(NamedTuple):
    """What stands in one column."""

    key: str
    """Its name in a file."""
    name: str
    """Its name on the page, in the reader's language."""
    kind: Kind = "text"
    lang: str = ""
    """The language of its texts, where it is not the page's."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of as many cells as there are columns; numbers are finite, None where there is none."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def __post_init__(self) -> None:
        """Refuse what could be neither drawn nor read."""
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"{len(self.columns)} columns, but a row of {len(row)} cells")
            if any(isinstance(cell, float) and not math.isfinite(cell) for cell in row):
                raise ValueError(f"a number of {row} is not finite")

    def texts(self, column: int) -> list[str]:
        """The cells of one column as words."""
        return ["" if row[column] is None else str(row[column]) for row in self.rows]

    def numbers(self, column: int) -> list[float | None]:
        """The cells of one column as numbers; None where there is none."""
        return [_number(row[column]) for row in self.rows]

    def csv(self) -> str:
        """The table as CSV; text that a spreadsheet takes for a formula has an apostrophe first."""
        out = io.StringIO()
        rows = csv.writer(out, lineterminator="\r\n")
        rows.writerow([column.key for column in self.columns])
        rows.writerows([_written(cell) for cell in row] for row in self.rows)
        return out.getvalue()


def _number(cell: Cell) -> float | None:
    return float(cell) if isinstance(cell, int | float) else None


def _written(cell: Cell) -> str | int | float:
    if cell is None:
        return ""
    if isinstance(cell, float):
        return round(cell, 6)
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell
