"""Words and forms of which an article uses one all through: premier or prime minister."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple, cast

from workbench.language.tables import read_table

if TYPE_CHECKING:
    from workbench.model import Severity


class Variant(NamedTuple):
    """One of several words for the same, and its place."""

    group: str
    form: str
    start: int
    end: int
    severity: Severity


@cache
def _variants() -> tuple[re.Pattern[str], dict[str, tuple[str, str, Severity]]]:
    known = {
        form: (row["word"], form, cast("Severity", row["severity"]))
        for row in read_table("variants")
        for form in row["word"].split("|")
    }
    longest = sorted(known, key=len, reverse=True)
    forms = "|".join(re.escape(form).replace("'", "[’']") for form in longest)
    return re.compile(rf"(?<![\w.-])(?:{forms})s?(?![\w-])"), known


@lru_cache(maxsize=10_000)
def find_variants(text: str) -> tuple[Variant, ...]:
    """The words in an English text of which the language has others for the same."""
    pattern, known = _variants()
    found = []
    for match in pattern.finditer(text):
        word = match.group().replace("’", "'")
        entry = known.get(word) or known.get(word.removesuffix("s"))
        if entry:
            found.append(Variant(entry[0], entry[1], match.start(), match.end(), entry[2]))
    return tuple(found)
