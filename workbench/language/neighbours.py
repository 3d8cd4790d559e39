"""English words that cannot stand side by side, by a table."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from workbench.language.tables import read_table, read_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.language.words import Word

_MARK = re.compile(r"\s*(?:(?P<comma>,)(?!.*,)|[.;:!?)](?![\w.])|$)")
"""A mark that ends a clause: not the first comma of two, between which more may be said."""
_BEFORE_ADJECTIVE = frozenset({"a", "an", "its", "their", "our", "my", "your", "his", "the"})
_AFTER_ADJECTIVE = frozenset(
    {"of", "who", "which", "is", "was", "has", "had", "by", "because", "."}
)
_NO_NOUN = "a noun is missing after the adjective"
_ADJECTIVES = read_words("adjectives")


class Clash(NamedTuple):
    """Two neighbours that do not go together, or a word and the mark after it."""

    start: int
    end: int
    reason: str


def find_clashes(text: str, words: Sequence[Word]) -> Iterator[Clash]:
    """Where a word is missing, or two stand in the wrong order: “the of”, “they the”, “its.”."""
    rows = _rows()
    for index, word in enumerate(words):
        if word.key in rows:
            forbidden = rows[word.key]
        elif word.key in _ADJECTIVES and index and words[index - 1].key in _BEFORE_ADJECTIVE:
            forbidden = dict.fromkeys(_AFTER_ADJECTIVE, _NO_NOUN)
        else:
            continue
        if not (word.text.islower() or _begins(text, word)):
            continue
        around = words[max(0, index - 1) : index + 3]
        if (clash := _clash(text, around, word, forbidden)) and not _doubled(around):
            yield clash


def _clash(
    text: str, around: Sequence[Word], word: Word, forbidden: dict[str, str]
) -> Clash | None:
    """Whether what follows the word is forbidden there; `around` are its neighbours and itself."""
    place = around.index(word) + 1
    following = around[place] if place < len(around) else None
    if following and text[word.end : following.start].isspace():
        reason = forbidden.get(following.key) if following.key != word.key else None
        joined = text[following.end : following.end + 1] == "-"
        if reason and following.text.islower() and not joined and not _allowed(around):
            return Clash(word.start, following.end, reason)
    elif mark := _MARK.match(text, word.end):
        reason = forbidden.get("," if mark["comma"] else ".")
        if reason and (len(word.text) > 1 or text[: word.start].endswith(" ")):  # no a.k.a., L.A.
            return Clash(word.start, mark.end(), reason)
    return None


def _doubled(around: Sequence[Word]) -> bool:
    """Whether two words stand twice, “to the to the”: that is a finding of its own."""
    keys = [word.key for word in around]
    return len(keys) == 4 and keys[:2] == keys[2:]


def _begins(text: str, word: Word) -> bool:
    """Whether the word, with its capital, begins a sentence and is no name or letter: vitamin A."""
    return word.text.istitle() and text[: word.start].rstrip(" \n“\"'‘(")[-1:] in ("", *".!?:”")


def _allowed(words: Sequence[Word]) -> bool:
    """Whether they are a phrase that is good English all the same: for a while."""
    return bool(_unless().search(f" {' '.join(word.key for word in words)} "))


@cache
def _rows() -> dict[str, dict[str, str]]:
    """From each first word to the second ones that it cannot have, and why."""
    found: dict[str, dict[str, str]] = {}
    for row in read_table("neighbours"):
        for before in row["before"].split("|"):
            for after in row["after"].split("|"):
                found.setdefault(before, {}).setdefault(after, row["reason"])
    return found


@cache
def _unless() -> re.Pattern[str]:
    phrases = [p for row in read_table("neighbours") for p in row["unless"].split("|") if p]
    return re.compile(rf" (?:{'|'.join(map(re.escape, phrases))}) ")
