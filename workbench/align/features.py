"""What the paragraphs of two texts say, word by word, and which words can stand for which."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING

from workbench.align.lexicon import translations
from workbench.align.tokens import skeleton, stem, tokenise
from workbench.language.words import FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from workbench.model import Language

_COGNATE = 0.7
"""How surely two words with the same consonants are the same word: presidente, president."""
_ALIKE = 0.5
"""The same where only the first four consonants agree: governo, government."""
_BEGINNING = 4
_LEAST_CONSONANTS = 3

Counterparts = dict[str, list[tuple[str, float]]]


class Side:
    """One text: of each paragraph the words that carry meaning, and what each word weighs."""

    def __init__(self, paragraphs: Sequence[str], language: Language) -> None:
        self.lengths = [len(paragraph) for paragraph in paragraphs]
        self.bags = [_bag(paragraph, language) for paragraph in paragraphs]
        self.places: dict[str, list[int]] = {}
        for index, bag in enumerate(self.bags):
            for word in bag:
                self.places.setdefault(word, []).append(index)
        count = len(paragraphs)
        self.weights = {w: math.log(1 + count / len(at)) for w, at in self.places.items()}
        self.totals = [sum(self.weights[word] for word in bag) for bag in self.bags]


def _bag(paragraph: str, language: Language) -> tuple[str, ...]:
    """The words that carry meaning, once each; all words, or the bare text, where none does."""
    words = dict.fromkeys(tokenise(paragraph))
    stop = FUNCTION_WORDS[language]
    return tuple(w for w in words if w not in stop) or tuple(words) or (paragraph.strip(),)


class Features:
    """Two texts and which words of one can stand for which of the other."""

    def __init__(self, source: Sequence[str], target: Sequence[str]) -> None:
        self.source = Side(source, "it")
        self.target = Side(target, "en")
        self.counterparts = _counterparts(self.source.places, self.target.places)


def _counterparts(italian: Collection[str], english: Collection[str]) -> Counterparts:
    """For each Italian word the English words here that can stand for it, and how surely."""
    by_stem: defaultdict[str, list[str]] = defaultdict(list)
    by_bones: defaultdict[str, list[str]] = defaultdict(list)
    for word in english:
        by_stem[stem(word, "en")].append(word)
        for bones, _ in _bones(word):
            by_bones[bones].append(word)
    forms = frozenset(english)
    found: Counterparts = {}
    for word in italian:
        sure: dict[str, float] = {word: 1.0} if word in forms else {}
        for bones, chance in _bones(word):
            for other in by_bones.get(bones, ()):
                sure[other] = max(chance, sure.get(other, 0.0))
        for english_stem, chance in translations(stem(word, "it")).items():
            for other in by_stem.get(english_stem, ()):
                sure[other] = max(chance, sure.get(other, 0.0))
        if sure:
            found[word] = list(sure.items())
    return found


def _bones(word: str) -> Iterator[tuple[str, float]]:
    """The consonants, then their beginning, by which cognates meet; none of numbers."""
    bones = skeleton(word)
    if len(bones) < _LEAST_CONSONANTS or bones.startswith("#"):
        return
    yield bones, _COGNATE
    if len(bones) >= _BEGINNING:
        yield bones[:_BEGINNING] + "…", _ALIKE
