"""Tables, and plots that are drawn from them and from nothing else.

The plots are SVG of our own: they take their colours from the style sheet and their places along
the line in per cent, so that letters keep their size on a phone. No library that we know does that
without styles inside the elements, which the pages forbid.
"""

from workbench.charts.columns import Columns
from workbench.charts.rows import Mark, Rows
from workbench.charts.svg import NARROWEST, standalone
from workbench.charts.table import Cell, Column, Table

__all__ = ["NARROWEST", "Cell", "Column", "Columns", "Mark", "Rows", "Table", "standalone"]
