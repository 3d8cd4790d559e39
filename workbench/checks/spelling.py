"""Words that are no words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.checks.base import Flag, Pair, check
from workbench.language.italian import is_italian
from workbench.language.spelling import correction, is_english, meant, misspelling
from workbench.language.tables import read_words
from workbench.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.language.words import Word

_JOINED_BEFORE, _JOINED_AFTER = frozenset("-–@#./\\_&'’0123456789"), frozenset("-–@/\\_&0123456789")
"""Marks that make a word a part of something else: an address, a compound, a code."""

_NAMELESS = 4
"""Letters of a word with a capital that may be a word; shorter ones are names and letters."""
_CUT = 2
"""Letters of which few words consist: a list has them all."""
_WORD_BEFORE, _WORD_AFTER = re.compile(r"([a-z]+),? $"), re.compile(r" ([a-z]+)")


@check("linguistic-conventions")
def spelling(pair: Pair) -> Iterator[Flag]:
    """A word is misspelt: “goverment”, “anounced”, “tkae”.

    It fires on words that no dictionary has and that are a slip away from a frequent one. Names,
    and words that the Italian has too, are left alone.
    """
    for word in pair.target_words:
        if word.key in pair.source_keys or not (word.text.islower() or _opens(pair, word)):
            continue
        if _is_right(word.key) or _is_part(pair.target, word):
            continue
        if right := misspelling(word.key):
            right = _like(word, right)
            said = message("English writes %(right)s for “%(word)s”.", word=word.text, right=right)
            yield Flag(word.start, word.end, "minor", said, suggestion=right)
        elif _is_slip(pair.target, word) and (near := meant(word.key)):
            said = message(
                "“%(word)s” is no English word: “%(near)s”?",
                word=word.text,
                near=_like(word, near[0]),
            )
            sure = correction(word.key)
            yield Flag(word.start, word.end, "minor", said, sure and _like(word, sure))


def _opens(pair: Pair, word: Word) -> bool:
    """Whether the word begins a sentence and is no name, as far as the Italian tells."""
    if not pair.source or not word.text.istitle() or len(word.text) < _NAMELESS:
        return False
    return pair.target[: word.start].rstrip(" \n“\"‘'(")[-1:] in ("", *".!?")


def _like(word: Word, right: str) -> str:
    """The right word with the capital of the wrong one."""
    return right[0].upper() + right[1:] if word.text[0].isupper() else right


def _is_slip(text: str, word: Word) -> bool:
    """Whether the word is no English, where of few letters by the words beside it."""
    return not _is_known(word.key) and (len(word.text) > _CUT or _among_english(text, word))


def _is_right(word: str) -> bool:
    """Whether the word, in lower case, is known and not known to be misspelt."""
    return _is_known(word) and misspelling(word) is None


@lru_cache(maxsize=50_000)
def _is_known(word: str) -> bool:
    """Whether the word is English, or Italian: that is found elsewhere, but for “s” or “re”."""
    if len(word) <= _CUT:
        return word in read_words("short_words")
    return is_italian(word) or is_english(word)


def _among_english(text: str, word: Word) -> bool:
    """Whether English words in small letters stand on both sides; beside a name stand de and di."""
    before = _WORD_BEFORE.search(text, max(0, word.start - 30), word.start)
    after = _WORD_AFTER.match(text, word.end)
    return bool(before and after and is_english(before[1]) and is_english(after[1]))


def _is_part(text: str, word: Word) -> bool:
    """Whether the word is a piece of an address, of a compound or of a code."""
    before, after = text[word.start - 1 : word.start], text[word.end : word.end + 1]
    dotted = after == "." and text[word.end + 1 : word.end + 2].isalnum()
    return before in _JOINED_BEFORE or after in _JOINED_AFTER or dotted
