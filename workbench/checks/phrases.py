"""Words that do not go together: verbs that disagree with their subjects, Italian phrases."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.checks.base import Flag, Pair, check
from workbench.language.phrases import Phrase, find_phrases
from workbench.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.messages import Message


@check("linguistic-conventions")
def agreement(pair: Pair) -> Iterator[Flag]:
    """Words disagree in number or form: “they was”, “many information”, “more better”.

    A table names the sure cases. A quotation may have them on purpose: then dismiss the finding.
    """
    for phrase in _found(pair, "agreement"):
        words = pair.target[phrase.start : phrase.end]
        said = message("“%(words)s” do not agree with each other.", words=words)
        yield _flag(phrase, words, said)


@check("linguistic-conventions")
def calque(pair: Pair) -> Iterator[Flag]:
    """A phrase is built the Italian way: “explain me”, “since three years”, “in the weekend”.

    Each word is English and the whole is not. Where only one wording can be meant, it is offered.
    """
    for phrase in _found(pair, "calque"):
        words = pair.target[phrase.start : phrase.end]
        yield _flag(phrase, words, message("“%(words)s” is built the Italian way.", words=words))


def _found(pair: Pair, kind: str) -> list[Phrase]:
    return [phrase for phrase in _phrases(pair) if phrase.kind == kind]


@lru_cache(maxsize=16)
def _phrases(pair: Pair) -> list[Phrase]:
    return list(find_phrases(pair.target, pair.target_words))


def _flag(phrase: Phrase, words: str, otherwise: Message) -> Flag:
    """The flag on a phrase: with what English writes, where that is sure."""
    if not phrase.right:
        return Flag(phrase.start, phrase.end, "minor", otherwise)
    said = message("English writes “%(right)s” for “%(words)s”.", words=words, right=phrase.right)
    return Flag(phrase.start, phrase.end, "minor", said, suggestion=phrase.right)
