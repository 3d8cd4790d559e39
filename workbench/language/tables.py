"""Read our word lists: a comment that says what they are, then rows with a reason in each."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

_DATA = Path(__file__).resolve().parent / "data"


@cache
def read_table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``data/<name>.tsv``, each from column name to cell; `#` begins a comment line."""
    lines = (_DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(
        (line for line in lines if line and not line.startswith("#")),
        delimiter="\t",
        quoting=csv.QUOTE_NONE,
    )
    return tuple({key: value or "" for key, value in row.items()} for row in rows)


@cache
def read_words(name: str, **where: str) -> frozenset[str]:
    """The cells of the column ``word`` of the rows in which the named columns are as given."""
    return frozenset(
        row["word"]
        for row in read_table(name)
        if all(row[column] == value for column, value in where.items())
    )
