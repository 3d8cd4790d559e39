"""Paragraphs, alone or several in a row, as blocks: the facts about a text that links rest on."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, NamedTuple

from workbench.align.tokens import fold, tokenise
from workbench.language.words import FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model import Language

_CLOSING = " \t\n\"'”“’»›)]"
_QUOTES = frozenset('"“”«»„')
_OPENING = _QUOTES | frozenset("'‘`")
# A word with a capital that starts no sentence: after a word, a comma or an elision.
_NAME = re.compile(r"(?<=[\w,;(] )[(“\"«]?([A-ZÀ-ÖØ-Þ][^\W\d_]+)|(?<=\w[’'])([A-ZÀ-ÖØ-Þ][^\W\d_]+)")


class Paragraph(NamedTuple):
    """What a paragraph shows by itself."""

    length: int
    """In code points."""
    words: tuple[str, ...]
    """Those that carry meaning, once each; all words, or the bare text, where none does."""
    numbers: frozenset[str]
    names: frozenset[str]
    """Words written with a capital though no sentence begins there."""
    end: str
    """The last mark: one of ``.?!:``, or nothing, as after a title."""
    quoted: bool
    """Whether it begins with a quotation mark."""
    quotes: bool
    """Whether a quotation mark stands anywhere."""
    foreign: bool
    """Whether it is rather in the other language."""


def read(text: str, language: Language) -> Paragraph:
    """The facts about one paragraph in `language`."""
    tokens = tokenise(text)
    words = dict.fromkeys(tokens)
    stop = FUNCTION_WORDS[language]
    kept = tuple(w for w in words if w not in stop) or tuple(words) or (text.strip(),)
    return Paragraph(
        length=len(text),
        words=kept,
        numbers=frozenset([word for word in kept if word[:1] == "#"]),
        names=frozenset([fold(one or other) for one, other in _NAME.findall(text)]),
        end=_end(text),
        quoted=text.lstrip()[:1] in _OPENING,
        quotes=not _QUOTES.isdisjoint(text),
        foreign=_foreign(tokens, language),
    )


def _end(text: str) -> str:
    last = text.rstrip(_CLOSING)[-1:].replace("…", ".")
    return last if last in {".", "?", "!", ":"} else ""


def _foreign(tokens: Sequence[str], language: Language) -> bool:
    own = FUNCTION_WORDS[language]
    other = FUNCTION_WORDS["en" if language == "it" else "it"]
    return sum(map(other.__contains__, tokens)) > sum(map(own.__contains__, tokens))


class Block(NamedTuple):
    """One paragraph or several in a row, seen as one text."""

    size: int
    """In paragraphs."""
    length: float
    """In code points, and one more, so that it has a logarithm."""
    log: float
    """The logarithm of the length."""
    bag: dict[str, float]
    """Each word with its weight, the more the rarer it is in the text."""
    total: float
    reach: frozenset[str]
    """The English words that stand in the block or can stand for one of its words."""
    numbers: frozenset[str]
    names: frozenset[str]
    end: str
    quoted: bool
    quotes: bool
    foreign: bool
    titles: int
    """How many paragraphs but the last end like a title, without a stop."""


def block(
    paragraphs: Sequence[Paragraph], weights: dict[str, float], reach: frozenset[str]
) -> Block:
    """The paragraphs as one block; a word counts as often as paragraphs have it."""
    length = 1.0 + sum([paragraph.length for paragraph in paragraphs])
    if len(paragraphs) == 1:
        bag = {word: weights[word] for word in paragraphs[0].words}
    else:
        bag = {}
        for paragraph in paragraphs:
            for word in paragraph.words:
                bag[word] = bag.get(word, 0.0) + weights[word]
    return Block(
        size=len(paragraphs),
        length=length,
        log=math.log(length),
        bag=bag,
        total=sum(bag.values()),
        reach=reach,
        numbers=frozenset().union(*[p.numbers for p in paragraphs]),
        names=frozenset().union(*[p.names for p in paragraphs]),
        end=paragraphs[-1].end,
        quoted=paragraphs[0].quoted,
        quotes=any(p.quotes for p in paragraphs),
        foreign=any(p.foreign for p in paragraphs),
        titles=sum([not p.end for p in paragraphs[:-1]]),
    )
