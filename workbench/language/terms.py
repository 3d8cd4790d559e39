"""Words that name the same thing in both languages: days, months, currencies."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from workbench.language.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.language.words import Word
    from workbench.model import Language


class Term(NamedTuple):
    """A word and its place, and what it names, in English; ``sera`` is evening or night."""

    start: int
    end: int
    kind: str
    values: tuple[str, ...]
    sure: bool
    """Whether the word says nothing else: “May” may be no month."""


class _Entry(NamedTuple):
    kind: str
    values: tuple[str, ...]
    sure: bool


_TABLES = ("calendar", "currencies", "directions")
_SYMBOLS = {"€": ("euro",), "$": ("dollar", "peso"), "£": ("pound", "lira"), "¥": ("yen", "yuan")}
_SYMBOL = re.compile("[€$£¥]")
_DATED_BEFORE = re.compile(r"(?:\d(?:st|nd|rd|th)?(?:\sof)?|\b(?:in|since|until|last|next|by))\s$")
_DATED_AFTER = re.compile(r"\s\d")


def find_terms(text: str, words: Iterable[Word], language: Language) -> list[Term]:
    """The terms of a text with these words: words in their order, then signs in theirs."""
    entries = _entries(language)
    named = [_term(text, word, entries[word.text]) for word in words if word.text in entries]
    signs = [
        Term(*match.span(), "currency", _SYMBOLS[match.group()], sure=True)
        for match in _SYMBOL.finditer(text)
    ]
    return named + signs


def _term(text: str, word: Word, entry: _Entry) -> Term:
    """“May” is a month for sure next to a day or a year: 3 May, May 2026, in March."""
    sure = entry.sure or (
        entry.kind == "month"
        and word.text[0].isupper()
        and bool(
            _DATED_BEFORE.search(text, max(0, word.start - 8), word.start)
            or _DATED_AFTER.match(text, word.end)
        )
    )
    return Term(word.start, word.end, entry.kind, entry.values, sure)


@cache
def _entries(language: Language) -> dict[str, _Entry]:
    """From each word as it may be written; in English “may” is no month, and “Monday’s” a day."""
    entries = {}
    for row in (row for table in _TABLES for row in read_table(table)):
        if row["language"] == language:
            word = row["word"]
            entry = _Entry(row["kind"], tuple(row["meaning"].split("|")), row["sure"] == "yes")
            small = {word.lower()} if entry.sure else set()
            for written in {word, word.upper(), word[0].upper() + word[1:], *small}:
                for ending in ("", "'s", "’s") if language == "en" else ("",):
                    entries[written + ending] = entry
    return entries
