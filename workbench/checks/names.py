"""Names that English has its own form of: places, acronyms."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from workbench.checks.base import Flag, Pair, check
from workbench.language.places import places
from workbench.language.tables import read_table, read_words
from workbench.language.words import FUNCTION_WORDS
from workbench.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_INITIALS = re.compile(
    r"\b((?:[A-Z][\w’'-]*\s+(?:(?:of|for|the|and|on|in)\s+)*){2,8})\(([A-Z][a-z]{1,6})\)"
)
_NAME_BEFORE = re.compile(r"(?:\b([A-Z][\w’'-]*)\s?|\b(?:di|del|della|d|in|de)[’']\s?|[@#/.])$")
_ITALIAN_BEFORE = re.compile(r"\b(?:di|del|della|de)\s$")
_REACH = 40
"""How many characters before a word its neighbour is looked for in."""
_NAME_AFTER = re.compile(r"\s[A-Z]\w|[./@]\w")
_CAPITAL = re.compile(r"\b[A-ZÀ-Ý]\w*")
_NO_VOWEL = re.compile(r"\b[B-DF-HJ-NP-TV-XZ][b-df-hj-np-tv-xz]{2,4}\b(?![.’'])")
"""A word that nobody can say: letters, of which English makes capitals."""
Names = dict[str, list[tuple[str, str]]]
"""From the first word of a name to the names that begin with it, longest first, and the English."""


@check("terminology")
def exonym(pair: Pair) -> Iterator[Flag]:
    """A place has its Italian name: Italia, Torino, Pechino.

    English has its own name for it. Inside a name the Italian stays: Fratelli d’Italia.
    """
    for start, name, english in _find(_place_names(), pair.target):
        if not _in_a_name(pair.target, start, start + len(name)):
            yield _named(pair, start, start + len(name), english)


@check("terminology")
def acronym(pair: Pair) -> Iterator[Flag]:
    """An acronym is Italian, or written the Italian way: PIL, Onu, Nato.

    English writes the letters as capitals, and has other letters for some. Where your newspaper
    writes Nato or Unicef, dismiss it once.
    """
    seen = set()
    for start, name, english in _find(_acronyms(), pair.target):
        if not _in_a_name(pair.target, start, start + len(name)) and _is_meant(pair, name):
            seen.add(start)
            yield _named(pair, start, start + len(name), english)
    for match in _INITIALS.finditer(pair.target):
        initials = "".join(word[0] for word in match[1].split() if word[0].isupper())
        if initials.endswith(match[2].upper()) and match.start(2) not in seen:
            seen.add(match.start(2))
            yield _named(pair, match.start(2), match.end(2), match[2].upper())
    for match in _NO_VOWEL.finditer(pair.target):
        if match.start() not in seen and match.group() not in read_words("abbreviations"):
            yield _named(pair, match.start(), match.end(), match.group().upper())


def _find(names: Names, text: str) -> Iterator[tuple[int, str, str]]:
    """Where a name begins in `text`, the name, and what English has for it."""
    straight = text.replace("’", "'")
    end = 0
    for word in _CAPITAL.finditer(straight):
        if word.group() not in names or word.start() < end:
            continue
        for name, english in names[word.group()]:
            after = word.start() + len(name)
            if (
                straight.startswith(name, word.start())
                and not straight[after : after + 1].isalnum()
            ):
                yield word.start(), name, english
                end = after
                break


@cache
def _place_names() -> Names:
    return _by_first_word(
        (name, place.english) for name, place in places().items() if place.italian_only
    )


@cache
def _acronyms() -> Names:
    return _by_first_word((row["word"], row["english"]) for row in read_table("acronyms"))


def _by_first_word(pairs: Iterable[tuple[str, str]]) -> Names:
    names: Names = {}
    for name, english in sorted(pairs, key=lambda pair: -len(pair[0])):
        straight = name.replace("’", "'")
        if first := _CAPITAL.match(straight):
            names.setdefault(first.group(), []).append((straight, english))
    return names


@cache
def _only_with_italian() -> Mapping[str, bool]:
    return {row["word"]: row["italian"] == "yes" for row in read_table("acronyms")}


def _is_meant(pair: Pair, name: str) -> bool:
    """Whether letters that are an English word as well are the acronym of the Italian."""
    return not _only_with_italian()[name] or bool(re.search(rf"\b{name}\b", pair.source))


def _in_a_name(text: str, start: int, end: int) -> bool:
    """Whether the word is part of a longer name, which stays: Fratelli d’Italia, Milano Finanza."""
    before = text[max(0, start - _REACH) : start]
    if _NAME_AFTER.match(text, end) or _ITALIAN_BEFORE.search(before):
        return True
    neighbour = _NAME_BEFORE.search(before)
    # “In Italia”: the capital is the sentence's.
    return neighbour is not None and (neighbour[1] or "").lower() not in FUNCTION_WORDS["en"]


def _named(pair: Pair, start: int, end: int, right: str) -> Flag:
    word = pair.target[start:end]
    at = pair.source.find(word)
    said = message("English writes %(right)s for “%(word)s”.", word=word, right=right)
    other = None if at < 0 else (at, at + len(word))
    return Flag(start, end, "minor", said, suggestion=right, other=other)
