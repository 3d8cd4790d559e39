"""Palaces and by-names that only an Italian reader knows, and what explains them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from workbench.language.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator


class Byname(NamedTuple):
    """A by-name that stands in a text without an explanation: its place, and who is meant."""

    start: int
    end: int
    explained: str


@cache
def _bynames() -> tuple[re.Pattern[str], dict[str, tuple[str, re.Pattern[str]]]]:
    rows = {
        row["word"]: (
            row["explained"],
            re.compile(rf"(?<!\w)(?:{row['known']})(?!\w)", re.IGNORECASE),
        )
        for row in read_table("bynames")
    }
    longest = sorted(map(re.escape, rows), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest)})(?!\w)"), rows


def find_bynames(text: str) -> Iterator[Byname]:
    """The by-names in an English text that no word of it explains, each once."""
    pattern, rows = _bynames()
    seen = set()
    for match in pattern.finditer(text):
        explained, known = rows[match.group()]
        rest = text[: match.start()] + " " + text[match.end() :]
        if match.group() not in seen and not known.search(rest):
            yield Byname(match.start(), match.end(), explained)
        seen.add(match.group())
