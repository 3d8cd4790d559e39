"""Words and sentences that stand twice."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from workbench.checks.base import Flag, Pair, check
from workbench.language.tables import read_words
from workbench.language.words import Word, find_sentences, pick_words
from workbench.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterator


_TOKEN = re.compile(r"\w+(?:[’']\w+)*")
_SENTENCE_END = re.compile(r"[.!?…][”’»\"')\]]*\s")
_GAP = re.compile(r"\s+|[)\]]\s+[(\[]?")
_MOST = 4
"""Words of the longest stretch that is looked for."""


@check("linguistic-conventions")
def repeated_word(pair: Pair) -> Iterator[Flag]:
    """A word, or two to four words, stand twice in a row."""
    if not _recurring([token.lower() for token in _TOKEN.findall(pair.target.replace("’", "'"))]):
        return
    words = pick_words(pair.target, _TOKEN)
    italian: set[str] | None = None
    for at, length in _doubles(pair.target, words):
        if length == 1 and words[at].key in read_words("doubled") and not _after_be(words, at):
            continue
        italian = _doubled_in_italian(pair) if italian is None else italian
        if words[at].key in italian:
            continue
        first, last = words[at + length], words[at + 2 * length - 1]
        said = message(
            "“%(words)s” stands twice in a row.", words=pair.target[first.start : last.end]
        )
        yield Flag(words[at + length - 1].end, last.end, "minor", said, suggestion="")


@check("accuracy")
def repeated_sentence(pair: Pair) -> Iterator[Flag]:
    """The same sentence stands twice in a paragraph."""
    if not _SENTENCE_END.search(pair.target):
        return
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


def _after_be(words: list[Word], at: int) -> bool:
    """Whether a form of “be” goes before: no phrasal verb then ends in the first of the two."""
    return bool(at) and words[at - 1].key in ("is", "are", "was", "were", "be", "been")


def _doubles(text: str, words: list[Word]) -> Iterator[tuple[int, int]]:
    """Where words stand twice in a row, and how many of them: at each place the most."""
    end = 0
    for at in _recurring([word.key for word in words]):
        length = next((n for n in range(_MOST, 0, -1) if _doubled(text, words, at, n)), 0)
        if length and at >= end:
            yield at, length
            end = at + length + 1


def _recurring(keys: list[str]) -> list[int]:
    """The places from which on words stand twice in a row, whatever is between them."""
    return [
        at
        for at, key in enumerate(keys)
        if key in keys[at + 1 : at + 1 + _MOST]
        and any(keys[at : at + n] == keys[at + n : at + 2 * n] for n in range(1, _MOST + 1))
    ]


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
    keys = [word.key for word in pick_words(pair.source, _TOKEN)]
    return {one for one, two in pairwise(keys) if one == two}
