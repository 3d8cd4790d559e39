"""Plots show their table and nothing else, with letters that keep inside the frame."""

from __future__ import annotations

import csv
import io
import math
import re
from xml.etree import ElementTree as Tree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.charts import NARROWEST, Column, Columns, Mark, Rows, Table, standalone
from workbench.charts.svg import LETTER, nice_top

LETTER_HEIGHT = 12
PLOTS = settings(deadline=None, max_examples=40)
"""A busy machine takes its time for a plot of many rows."""
NAMES = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co")), max_size=80
)
VALUES = st.none() | st.floats(0, 1e6, allow_nan=False)


def table(rows: list[tuple[str, list[float | None]]], series: int) -> Table:
    columns = (Column("name", "Name"), *(Column(f"c{n}", f"Series {n}") for n in range(series)))
    return Table(columns, tuple((name, *values) for name, values in rows))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    series = draw(st.integers(1, 7))
    values = st.lists(VALUES, min_size=series, max_size=series)
    return table(draw(st.lists(st.tuples(NAMES, values), min_size=1, max_size=20)), series)


def spell(value: float) -> str:
    return f"{value:.6g}"


def drawn(chart: Columns | Rows) -> Tree.Element:
    """The plot, read again, its names without the one of SVG."""
    text = chart.draw("plot", "A title & <more>", "What it shows")
    return Tree.fromstring(re.sub(r' xmlns="[^"]+"', "", text))


def at(place: str) -> float:
    """Pixels from the left in the narrowest frame, or from the top."""
    number = float(place.removesuffix("%"))
    return number * NARROWEST / 100 if place.endswith("%") else number


def box(text: Tree.Element) -> tuple[float, float, float, float]:
    wide = len(text.text or "") * LETTER
    x = at(text.get("x", "0")) + float(text.get("dx", "0"))
    x -= {"start": 0, "middle": wide / 2, "end": wide}[text.get("text-anchor", "start")]
    y = float(text.get("y", "0"))
    return x, y - LETTER_HEIGHT, x + wide, y


def assert_readable(svg: Tree.Element) -> None:
    """Every number is one, and no words leave the frame or cover others."""
    places = [value for each in svg.iter() for value in each.attrib.values()]
    assert not any(re.search(r"nan|inf\b", value) for value in places)
    height = float(svg.get("height", "0"))
    boxes = [box(text) for text in svg.iter("text")]
    for left, above, right, under in boxes:
        assert left >= -0.5
        assert right <= NARROWEST + 0.5
        assert above >= -0.5
        assert under <= height
    for index, one in enumerate(boxes):
        for other in boxes[index + 1 :]:
            apart = one[2] <= other[0] or other[2] <= one[0]
            assert apart or one[3] <= other[1] + 0.5 or other[3] <= one[1] + 0.5


def tips(svg: Tree.Element, kind: str) -> list[str]:
    """What is said at each bar or point."""
    return [each.findtext("title") or "" for each in svg.findall(kind) if len(each)]


@PLOTS
@given(tables(), st.booleans())
def test_bars_say_what_the_table_says(given_table: Table, stacked: bool) -> None:
    series = tuple(range(1, len(given_table.columns)))
    svg = drawn(Columns(given_table, series, spell, stacked=stacked))
    assert_readable(svg)
    said = [
        f"{row[0]} · {given_table.columns[column].name}: {spell(float(value))}"
        for row in given_table.rows
        for column in series
        if (value := row[column])
    ]
    assert tips(svg, "rect") == said


@PLOTS
@given(tables())
def test_bars_are_as_high_as_the_numbers(given_table: Table) -> None:
    chart = Columns(given_table, (1,), spell)
    values = [value for value in given_table.numbers(1) if value]
    heights = [float(rect.get("height", "0")) for rect in drawn(chart).findall("rect") if len(rect)]
    top = nice_top(chart.largest)
    assert heights == pytest.approx([160 * value / top for value in values], abs=0.06)


@PLOTS
@given(tables())
def test_rows_say_what_the_table_says(given_table: Table) -> None:
    svg = drawn(Rows(given_table, (Mark(1),), spell))
    assert_readable(svg)
    said = [
        f"{name} · Series 0: {spell(value)}"
        for name, value in zip(given_table.texts(0), given_table.numbers(1), strict=True)
        if value is not None
    ]
    assert tips(svg, "rect") == said


@PLOTS
@given(st.lists(st.tuples(NAMES, *[VALUES] * 6), min_size=1, max_size=12))
def test_two_points_with_intervals_are_readable(rows: list[tuple[str | float | None, ...]]) -> None:
    both = table([(str(row[0]), list(row[1:])) for row in rows], 6)  # type: ignore[arg-type]
    svg = drawn(Rows(both, (Mark(1, 2, 3), Mark(4, 5, 6)), spell))
    assert_readable(svg)
    points = sum(value is not None for row in rows for value in (row[1], row[4]))
    assert len(svg.findall("circle")) == points + 2


@PLOTS
@given(tables())
def test_a_file_of_its_own_is_well_formed_and_has_its_styles(given_table: Table) -> None:
    svg = Columns(given_table, (1,), spell).draw("plot", "Title", "What it shows")
    whole = Tree.fromstring(standalone(svg, ".chart > text { fill: red } /* & */"))
    assert whole.get("width") == "720"
    assert whole.findtext("{http://www.w3.org/2000/svg}style") == (
        ".chart > text { fill: red } /* & */"
    )


@PLOTS
@given(tables())
def test_a_csv_file_has_the_table(given_table: Table) -> None:
    rows = list(csv.reader(io.StringIO(given_table.csv(), newline="")))
    assert rows[0] == [column.key for column in given_table.columns]
    for written, row in zip(rows[1:], given_table.rows, strict=True):
        for cell, value in zip(written[1:], row[1:], strict=True):
            assert (cell == "") == (value is None)
            assert value is None or float(cell) == pytest.approx(float(value), abs=1e-6)


def test_a_formula_in_a_cell_is_only_text() -> None:
    assert table([("=1+1", [-2.0])], 1).csv().splitlines()[1] == "'=1+1,-2.0"


def test_a_plot_has_a_name_and_says_what_it_shows() -> None:
    svg = drawn(Rows(table([("a", [1.0])], 1), (Mark(1),), spell))
    assert svg.get("role") == "img"
    named = (svg.get("aria-labelledby") or "").split()
    assert [svg.find(f"*[@id='{name}']").text for name in named] == [  # type: ignore[union-attr]
        "A title & <more>",
        "What it shows",
    ]
    assert "style" not in {name for each in svg.iter() for name in each.attrib}


@pytest.mark.parametrize("bad", [math.nan, math.inf])
def test_a_number_that_is_none_is_refused(bad: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        table([("a", [bad])], 1)


def test_a_row_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="3 cells"):
        table([("a", [1.0, 2.0])], 1)


@PLOTS
@given(st.floats(1e-9, 1e12))
def test_a_scale_holds_its_largest_number_and_not_much_more(largest: float) -> None:
    assert largest <= nice_top(largest) * (1 + 1e-6) <= 2.6 * largest


def test_several_plots_can_have_one_scale() -> None:
    small, large = (Columns(table([("a", [n])], 1), (1,), spell) for n in (3.0, 70.0))
    assert small.up_to(large.largest).top == large.up_to(small.largest).top == 100
