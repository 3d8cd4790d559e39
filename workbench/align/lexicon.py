"""The shipped word list: which English stems translate an Italian stem, and how surely."""

from __future__ import annotations

import gzip
from functools import cache
from pathlib import Path

_FILE = Path(__file__).resolve().parent / "data" / "lexicon.it-en.tsv.gz"


@cache
def _rows() -> dict[str, str]:
    """From Italian stem to its row as written; rows are read apart only when looked up."""
    text = gzip.decompress(_FILE.read_bytes()).decode()
    return dict(line.split("\t", 1) for line in text.splitlines())


@cache
def translations(stem: str) -> dict[str, float]:
    """English stems with the probability, 0 to 1, that each translates the Italian `stem`."""
    row = _rows().get(stem)
    if row is None:
        return {}
    cells = (cell.rpartition(":") for cell in row.split("\t"))
    return {english: int(percent) / 100 for english, _, percent in cells}
