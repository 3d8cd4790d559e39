"""Words that are no words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.checks.base import Flag, Pair, check
from workbench.language.italian import is_italian
from workbench.language.spelling import correction, is_english, meant, misspelling
from workbench.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.language.words import Word

_JOINED_BEFORE, _JOINED_AFTER = frozenset("-–@#./\\_&'’0123456789"), frozenset("-–@/\\_&0123456789")
"""Marks that make a word a part of something else: an address, a compound, a code."""


@check("linguistic-conventions")
def spelling(pair: Pair) -> Iterator[Flag]:
    """A word is misspelt: “goverment”, “anounced”, “tkae”.

    It fires on words that no dictionary has and that are a slip away from a frequent one. Names,
    and words that the Italian has too, are left alone.
    """
    for word in pair.target_words:
        if not word.text.islower() or _is_part(pair.target, word) or word.key in pair.source_keys:
            continue
        if right := misspelling(word.key):
            said = message("English writes %(right)s for “%(word)s”.", word=word.text, right=right)
            yield Flag(word.start, word.end, "minor", said, suggestion=right)
        elif not is_english(word.key) and not is_italian(word.key) and (near := meant(word.key)):
            said = message(
                "“%(word)s” is no English word: “%(near)s”?", word=word.text, near=near[0]
            )
            yield Flag(word.start, word.end, "minor", said, suggestion=correction(word.key))


def _is_part(text: str, word: Word) -> bool:
    """Whether the word is a piece of an address, of a compound or of a code."""
    before, after = text[word.start - 1 : word.start], text[word.end : word.end + 1]
    dotted = after == "." and text[word.end + 1 : word.end + 2].isalnum()
    return before in _JOINED_BEFORE or after in _JOINED_AFTER or dotted
