"""Negations in a text: which words deny, and which may say the same in another way."""

from __future__ import annotations

import re
from functools import cache, lru_cache
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
    """``firm``; ``loose``: the other language may do without it; ``like``: fail, deny."""


# Beginnings and ends of words that deny; not those of under, until, union, interest or into.
_AFFIXED = re.compile(
    r"(?:un(?!der|til|i[tvoq])|inc[ao]|ins[eu]|inv[ai]|ind[ei]|ina|in[eo]|im[mp]|irr|ill|dis|mis|non)"
    r"[a-z]{3,}|[a-z]{3,}(?:less|lessly)"
)
_ELIDED = re.compile(r"'(?=\w)")
_TAG = re.compile(r"\w+n[’']t\s+(?:i|you|he|she|it|we|they|there)\?", re.IGNORECASE)


def find_negations(text: str, words: Sequence[Word], language: Language) -> list[Negation]:
    """What denies or may deny in the text with these words, in order.

    “Not only” and “non appena” deny nothing; nor does the tag of a question: “isn’t it?”
    """
    found: list[Negation] = []
    end = 0
    for index, word in enumerate(words):
        if _begins(word.text, language) and word.start >= end:
            around = words[max(0, index - _BACK) : index + _LONGEST]
            kind, end = _italian(around, word) if language == "it" else _english(text, around, word)
            if kind not in ("", "none"):
                found.append(Negation(word.start, end, kind))
    return found


def _italian(around: Sequence[Word], word: Word) -> tuple[str, int]:
    """What begins with the word, and where that ends; “più bello che non” denies nothing."""
    kind, end = _phrase(around, word, "it")
    if kind == "firm" and around[0] is not word:
        before = [each.key for each in around[: around.index(word)]]
        if before[-1] == "che" and not _COMPARING.isdisjoint(before):
            kind = "loose"
    return kind, end


def _english(text: str, around: Sequence[Word], word: Word) -> tuple[str, int]:
    """What begins with the word, and where that ends: don’t, unmarked, homeless, not yet."""
    kind, end = _phrase(around, word, "en")
    if word.key == "no" and text[end : end + 1] == ".":  # No. 1
        return "none", end
    if not kind and word.key.endswith("n't"):
        if _TAG.match(text, word.start):
            return "none", end
        place = around.index(word) + 1
        following = around[place].key if place < len(around) else ""
        kind = _AFTER_CONTRACTED.get(following, "firm")
    if kind == "firm" and "until" in [each.key for each in around[around.index(word) :]]:
        return "loose", end  # not ready until January: ready in January
    return kind or ("like" if _AFFIXED.fullmatch(word.text) else ""), end


_LONGEST = 5
"""Words of the longest phrase of the table."""
_BACK = 8
_COMPARING = frozenset({"più", "meno", "meglio", "peggio", "maggiore", "minore", "altro"})
_AFTER_CONTRACTED = {
    "only": "none", "just": "none", "simply": "none", "merely": "none",
    "help": "loose", "wait": "loose", "until": "loose", "even": "loose", "yet": "loose",
}  # fmt: skip


def _phrase(around: Sequence[Word], word: Word, language: Language) -> tuple[str, int]:
    """The kind of the longest phrase that begins with the word, and where it ends, or neither."""
    phrases = _phrases(language).get(word.key, ())
    words = around[around.index(word) :] if phrases else ()
    for phrase, kind in phrases:
        length = phrase.count(" ") + 1
        if length == 1 or " ".join([each.key for each in words[:length]]) == phrase:
            return kind, words[min(length, len(words)) - 1].end
    return "", word.end


@lru_cache(maxsize=20_000)
def _begins(word: str, language: Language) -> bool:
    """Whether a negation may begin with the word."""
    key = word.lower().replace("’", "'")
    if key in _phrases(language):
        return True
    return language == "en" and (key.endswith("n't") or bool(_AFFIXED.fullmatch(word)))


@cache
def _phrases(language: Language) -> dict[str, list[tuple[str, str]]]:
    """From the first word of each phrase to the phrases, the longest first, and their kinds."""
    found: dict[str, list[tuple[str, str]]] = {}
    for row in read_table("negations"):
        if row["language"] == language:
            # As words are found: an elided Italian one ends at its apostrophe (non vedo l’ | ora).
            phrase = _ELIDED.sub("' ", row["words"]) if language == "it" else row["words"]
            found.setdefault(phrase.split(" ")[0], []).append((phrase, row["kind"]))
    for phrases in found.values():
        phrases.sort(key=lambda entry: -entry[0].count(" "))
    return found
