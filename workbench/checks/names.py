"""Names that English has its own form of: places, acronyms."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from workbench.checks.base import Flag, Pair, check
from workbench.language.tables import read_table
from workbench.language.words import FUNCTION_WORDS
from workbench.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.model import Severity

_INITIALS = re.compile(
    r"((?:[A-Z][\w’'-]*\s+(?:(?:of|for|the|and|on|in)\s+)*){2,8})\(([A-Z][a-z]{1,6})\)"
)
_NAME_BEFORE = re.compile(r"(?:\b([A-Z][\w’'.-]*)|\b(?:di|del|della|d|in|de)[’']|[@#/.])\s?$")
_ITALIAN_BEFORE = re.compile(r"\b(?:di|del|della|de)\s$")
_REACH = 40
"""How many characters before a word its neighbour is looked for in."""
_NAME_AFTER = re.compile(r"\s[A-Z]\w|[./@]\w")


@check("terminology")
def exonym(pair: Pair) -> Iterator[Flag]:
    """A place has its Italian name: Italia, Torino, Pechino."""
    names, pattern = _names("exonyms")
    for match in pattern.finditer(pair.target):
        if not _in_a_name(pair.target, match):
            yield _named(match, names[match.group()], "minor")


@check("terminology")
def acronym(pair: Pair) -> Iterator[Flag]:
    """An acronym is Italian, or written the Italian way: PIL, Onu, Nato."""
    names, pattern = _names("acronyms")
    seen = set()
    for match in pattern.finditer(pair.target):
        if not _in_a_name(pair.target, match):
            seen.add(match.start())
            yield _named(match, names[match.group()], "minor")
    for match in _INITIALS.finditer(pair.target):
        initials = "".join(word[0] for word in match[1].split() if word[0].isupper())
        if initials.endswith(match[2].upper()) and match.start(2) not in seen:
            yield Flag(
                match.start(2),
                match.end(2),
                "minor",
                message(
                    "English writes %(right)s for “%(word)s”.",
                    word=match[2],
                    right=match[2].upper(),
                ),
                suggestion=match[2].upper(),
            )


@cache
def _names(table: str) -> tuple[dict[str, str], re.Pattern[str]]:
    names = {row["word"]: row["english"] for row in read_table(table)}
    longest = sorted(map(re.escape, names), key=len, reverse=True)
    return names, re.compile(rf"\b(?:{'|'.join(longest)})\b")


def _in_a_name(text: str, match: re.Match[str]) -> bool:
    """Whether the word is part of a longer name, which stays: Fratelli d’Italia, Milano Finanza."""
    before = text[max(0, match.start() - _REACH) : match.start()]
    if _NAME_AFTER.match(text, match.end()) or _ITALIAN_BEFORE.search(before):
        return True
    neighbour = _NAME_BEFORE.search(before)
    # “In Italia”: the capital is the sentence's.
    return neighbour is not None and (neighbour[1] or "").lower() not in FUNCTION_WORDS["en"]


def _named(match: re.Match[str], right: str, severity: Severity) -> Flag:
    said = message("English writes %(right)s for “%(word)s”.", word=match.group(), right=right)
    return Flag(match.start(), match.end(), severity, said, suggestion=right)
