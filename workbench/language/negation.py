"""Negations in a text: which words deny, and which may say the same in another way."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from workbench.language.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.language.words import Word
    from workbench.model import Language


class Negation(NamedTuple):
    """A word or phrase that denies or may stand for a denial, and its place."""

    start: int
    end: int
    kind: str
    """``firm``: it denies; ``loose``: the other language may do without it; ``like``: fail, deny."""


# Beginnings and ends of words that deny; not those of under, until, union, interest or into.
_AFFIXED = re.compile(
    r"(?:un(?!der|til|i[tvoq])|inc[ao]|ins[eu]|inv[ai]|ind[ei]|ina|in[eo]|im[mp]|irr|ill|dis|mis|non)"
    r"[a-z]{3,}|[a-z]{3,}(?:less|lessly)"
)
_TAG = re.compile(r",\s+(?:\w+n[’']t)\s+(?:i|you|he|she|it|we|they|there)\?", re.IGNORECASE)


def find_negations(text: str, words: Sequence[Word], language: Language) -> list[Negation]:
    """What denies or may deny in the text with these words, in order.

    “Not only” and “non appena” deny nothing; nor does the tag of a question: “isn’t it?”
    """
    phrases = _phrases(language)
    tags = [match.span() for match in _TAG.finditer(text)] if language == "en" else []
    found: list[Negation] = []
    end = 0
    for index, word in enumerate(words):
        if word.start < end:
            continue
        kind, end = _kind(words[index : index + _LONGEST], phrases)
        if language == "en":
            kind = kind or _english(words[index : index + 2])
            if word.key == "no" and text[end : end + 1] == ".":  # No. 1
                kind = "none"
            kind = "none" if any(start <= word.start < stop for start, stop in tags) else kind
        elif kind == "firm" and _COMPARED.search(text, max(0, word.start - _BACK), word.start):
            kind = "loose"
        if kind not in ("", "none"):
            found.append(Negation(word.start, end, kind))
    return found


_LONGEST = 5
"""Words of the longest phrase of the table."""
_BACK = 60
_COMPARED = re.compile(r"\b(?:più|meno|meglio|peggio|maggior\w*|minor\w*|altro)\b.*\bche\s$", re.IGNORECASE)
_AFTER_CONTRACTED = {
    "only": "none", "just": "none", "simply": "none", "merely": "none",
    "help": "loose", "wait": "loose", "until": "loose", "even": "loose", "yet": "loose",
}  # fmt: skip


def _kind(words: Sequence[Word], phrases: dict[str, list[tuple[str, str]]]) -> tuple[str, int]:
    """What the longest phrase that begins here says, and where it ends; empty where none does."""
    for phrase, kind in phrases.get(words[0].key, ()):
        length = phrase.count(" ") + 1
        if length == 1 or " ".join([word.key for word in words[:length]]) == phrase:
            return kind, words[min(length, len(words)) - 1].end
    return "", words[0].end


def _english(words: Sequence[Word]) -> str:
    """What a word that is in no phrase says by its letters: don’t, unmarked, homeless."""
    first = words[0]
    if first.key.endswith("n't"):
        return _AFTER_CONTRACTED.get(words[-1].key, "firm")
    return "like" if first.text.islower() and _AFFIXED.fullmatch(first.text) else ""


@cache
def _phrases(language: Language) -> dict[str, list[tuple[str, str]]]:
    """From the first word of each phrase to the phrases, the longest first, and their kinds."""
    found: dict[str, list[tuple[str, str]]] = {}
    for row in read_table("negations"):
        if row["language"] == language:
            phrase = row["words"]
            found.setdefault(phrase.split(" ")[0], []).append((phrase, row["kind"]))
    for phrases in found.values():
        phrases.sort(key=lambda entry: -entry[0].count(" "))
    return found
