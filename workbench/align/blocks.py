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
_QUOTE = re.compile(f"[{''.join(sorted(_QUOTES))}]")
# A word with a capital that starts no sentence: after a word, a comma or an elision. The capital
# comes first, so that only capitals are looked at.
_NAME = re.compile(r"""[A-ZÀ-ÖØ-Þ](?:(?<=[\w,;(] .)|(?<=[\w,;(] [(“"«].)|(?<=\w[’'].))[^\W\d_]+""")


Counterparts = dict[str, list[tuple[str, float]]]
"""For a word, the words of the other language that can stand for it, and how surely."""


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
    kept = tuple([w for w in words if w not in stop]) or tuple(words) or (text.strip(),)
    return Paragraph(
        length=len(text),
        words=kept,
        numbers=frozenset([word for word in kept if word[:1] == "#"]),
        names=frozenset([fold(name) for name in _NAME.findall(text)]),
        end=_end(text),
        quoted=text.lstrip()[:1] in _OPENING,
        quotes=_QUOTE.search(text) is not None,
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
    """Each word that has a counterpart anywhere with its weight, more for rarer words."""
    total: float
    """The weight of all words."""
    reach: dict[str, float]
    """The words of the other language that can stand for one of its words, and how surely."""
    numbers: frozenset[str]
    names: frozenset[str]
    end: str
    quoted: bool
    quotes: bool
    foreign: bool
    titles: int
    """How many paragraphs but the last end like a title, without a stop."""


def block(paragraph: Paragraph, weights: dict[str, float], counterparts: Counterparts) -> Block:
    """One paragraph as a block."""
    bag = {word: weights[word] for word in paragraph.words if word in counterparts}
    reach: dict[str, float] = {}
    for word in bag:
        for other, sure in counterparts[word]:
            if sure > reach.get(other, 0.0):
                reach[other] = sure
    length = 1.0 + paragraph.length
    return Block(
        size=1,
        length=length,
        log=math.log(length),
        bag=bag,
        total=sum([weights[word] for word in paragraph.words]),
        reach=reach,
        numbers=paragraph.numbers,
        names=paragraph.names,
        end=paragraph.end,
        quoted=paragraph.quoted,
        quotes=paragraph.quotes,
        foreign=paragraph.foreign,
        titles=0,
    )


def join(first: Block, second: Block) -> Block:
    """Two blocks as one; a word counts as often as paragraphs have it."""
    bag = first.bag.copy()
    for word, weight in second.bag.items():
        bag[word] = bag.get(word, 0.0) + weight
    reach = first.reach.copy()
    for word, sure in second.reach.items():
        if sure > reach.get(word, 0.0):
            reach[word] = sure
    length = first.length + second.length - 1.0
    return Block(
        size=first.size + second.size,
        length=length,
        log=math.log(length),
        bag=bag,
        total=first.total + second.total,
        reach=reach,
        numbers=first.numbers | second.numbers,
        names=first.names | second.names,
        end=second.end,
        quoted=first.quoted,
        quotes=first.quotes or second.quotes,
        foreign=first.foreign or second.foreign,
        titles=first.titles + (not first.end) + second.titles,
    )
