"""Words and sentences that stand twice."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from workbench.checks.base import Flag, Pair, check
from workbench.language.tables import read_words
from workbench.language.words import Word, find_sentences
from workbench.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterator


_TOKEN = re.compile(r"\w+(?:[’']\w+)*")
_GAP = re.compile(r"\s+|[)\]]\s+[(\[]?")


@check("linguistic-conventions")
def repeated_word(pair: Pair) -> Iterator[Flag]:
    """A word, or two to four words, stand twice in a row."""
    words = _tokens(pair.target)
    allowed, italian = read_words("doubled"), _doubled_in_italian(pair)
    at = 0
    while at < len(words):
        length = next((n for n in (4, 3, 2, 1) if _doubled(pair.target, words, at, n)), 0)
        if (
            length
            and not (length == 1 and words[at].key in allowed)
            and words[at].key not in italian
        ):
            first, last = words[at + length], words[at + 2 * length - 1]
            yield Flag(
                words[at + length - 1].end,
                last.end,
                "minor",
                message(
                    "“%(words)s” stands twice in a row.", words=pair.target[first.start : last.end]
                ),
                suggestion="",
            )
            at += length
        at += 1


@check("accuracy")
def repeated_sentence(pair: Pair) -> Iterator[Flag]:
    """The same sentence stands twice in a paragraph."""
    seen: set[str] = set()
    for sentence in find_sentences(pair.target):
        text = sentence.text.strip("\"'“”‘’ ").lower()
        if text in seen and len(text.split()) >= 4:
            yield Flag(
                sentence.start,
                sentence.end,
                "major",
                message("This sentence stands twice in the paragraph."),
            )
        seen.add(text)


def _tokens(text: str) -> list[Word]:
    return [Word(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text)]


def _doubled(text: str, words: list[Word], at: int, length: int) -> bool:
    inside = words[at : at + 2 * length]
    if len(inside) < 2 * length:
        return False
    pairs = zip(inside[:length], inside[length:], strict=True)
    if any(first.key != second.key for first, second in pairs):
        return False
    return all(_GAP.fullmatch(text, one.end, two.start) for one, two in pairwise(inside))


def _doubled_in_italian(pair: Pair) -> set[str]:
    """The words that the Italian has twice in a row too: a name (Duran Duran), or on purpose."""
    return {one.key for one, two in pairwise(_tokens(pair.source)) if one.key == two.key}
