"""Words that are rendered wrongly by what they look like: read the tables, find the places.

A row of such a table has the Italian word in its forms, the English ones that are wrong for it,
the right ones, a severity, and what must or must not stand in the Italian (``when``, ``unless``:
regular expressions for the beginnings of words). Forms with a capital, and those of up to three
letters, mean exactly what they say: “pm” is not “PM”. Several forms are separated by “|”.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple, cast

from workbench.language.tables import read_table
from workbench.language.words import find_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    from workbench.model import Severity

_SHORT = 3
_APOSTROPHE = "[’']"
_CLOCK = r"(?<!\d)(?<!\d[ \u00a0])"
"""No letters of a clock time: 5 PM."""


class Misnomer(NamedTuple):
    """An Italian word and the English that is wrong for it, each with its place."""

    italian: tuple[int, int]
    english: tuple[int, int]
    term: Term


@dataclass(frozen=True)
class Term:
    """One row of a table; its patterns are made when the Italian word first occurs."""

    word: str
    wrong: str
    right: tuple[str, ...]
    """What English says: one word, its singular and its plural, or several to choose from."""
    severity: Severity
    when: str
    unless: str

    @cached_property
    def _italian(self) -> re.Pattern[str]:
        return _forms(self.word)

    @cached_property
    def _english(self) -> re.Pattern[str]:
        return re.compile(_CLOCK + _forms(self.wrong).pattern)

    @cached_property
    def _condition(self) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
        return _beginnings(self.when), _beginnings(self.unless)

    @cached_property
    def _first_words(self) -> frozenset[str]:
        """What the wrong words begin with, up to a space or an apostrophe."""
        return frozenset(re.split("[ ']", form.lower())[0] for form in self.wrong.split("|"))

    def may_be_in(self, small: str) -> bool:
        """Whether a wrong word may be in the text, given in lower case; most texts have none."""
        return any(word in small for word in self._first_words)

    def right_for(self, wrong: str) -> tuple[str, ...]:
        """The right words for this wrong one: in its number, with its article, if it has one."""
        right = self.right
        if len(right) == 2 and _is_plural(right[1], right[0]):
            right = right[1:] if wrong.endswith("s") and not wrong.endswith("ss") else right[:1]
        article = wrong[:4] if wrong[:4].lower() == "the " else ""
        return tuple(article + word for word in right)

    def find(self, source: str, target: str) -> Iterator[Misnomer]:
        """Where `target` has a wrong word for this one of `source`."""
        wrong = list(self._english.finditer(target))
        if not wrong:
            return
        italian = self._italian.search(source)
        if not italian:
            return
        when, unless = self._condition
        if (when and not when.search(source)) or (unless and unless.search(source)):
            return
        for match in wrong:
            if not _is_name(match, source):
                yield Misnomer(italian.span(), match.span(), self)


@cache
def read_terms(table: str) -> dict[str, list[Term]]:
    """The terms of a table by the first word of each form, as the words of a text are looked up."""
    terms: dict[str, list[Term]] = {}
    for row in read_table(table):
        term = Term(
            row["word"],
            row["wrong"],
            tuple(row["right"].split("|")),
            cast("Severity", row["severity"]),
            row["when"],
            row["unless"],
        )
        for first in {find_words(form, "it")[0].key for form in term.word.split("|")}:
            terms.setdefault(first, []).append(term)
    return terms


def find_misnomers(table: str, source: str, target: str, keys: Set[str]) -> Iterator[Misnomer]:
    """The words of a table that `source` has and `target` renders wrongly; `keys` are its words."""
    terms = read_terms(table)
    small = target.lower()
    # Two forms of one term may stand in a text; a term is looked for once.
    found = {
        term.word: term
        for key in terms.keys() & keys
        for term in terms[key]
        if term.may_be_in(small)
    }
    for word in sorted(found):
        yield from found[word].find(source, target)


def _is_name(match: re.Match[str], source: str) -> bool:
    """Whether the English word is a name of its own: a firm called Estate."""
    word = match.group()
    return word[0].isupper() and word[1:].islower() and word in source


def _is_plural(word: str, singular: str) -> bool:
    return word.endswith("s") and word.startswith(singular[:-1])


def _forms(forms: str) -> re.Pattern[str]:
    longest = sorted(forms.split("|"), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_form, longest))})(?!\w)")


def _form(form: str) -> str:
    pattern = r"\s+".join(map(re.escape, form.split())).replace("'", _APOSTROPHE)
    exact = form != form.lower() or len(form) <= _SHORT
    return pattern if exact else f"(?i:{pattern})"


def _beginnings(pattern: str) -> re.Pattern[str] | None:
    return re.compile(rf"(?<!\w)(?:{pattern})", re.IGNORECASE) if pattern else None
