"""What the paragraphs of two texts say, word by word, and which words can stand for which."""

from __future__ import annotations

import math
from collections import defaultdict
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from workbench.align.blocks import block, join, read
from workbench.align.lexicon import translations
from workbench.align.tokens import skeleton, stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workbench.align.blocks import Block, Counterparts
    from workbench.model import Language

_COGNATE = 0.7
"""How surely two words with the same consonants are the same word: presidente, president."""
_ALIKE = 0.5
"""The same where only the first four consonants agree: governo, government."""
_BEGINNING = 4
_LEAST_CONSONANTS = 3
_KEPT = 500
"""So many blocks are kept; those of a long text are asked for in order, and seldom again."""


class Shared(NamedTuple):
    """The words of two blocks that have a counterpart in the other one."""

    ours: set[str]
    theirs: set[str]


class Side:
    """One text: what its paragraphs show, where its words are, and what each word weighs.

    Paragraphs of the same text are the same kind; everything is worked out once for a kind.
    """

    def __init__(self, texts: Sequence[str], language: Language) -> None:
        known: dict[str, int] = {}
        self.kinds = [known.setdefault(text, len(known)) for text in texts]
        self.places: dict[str, list[int]] = {}
        self.counterparts: Counterparts = {}
        self._paragraphs = [read(text, language) for text in known]
        self._ends = list(accumulate(map(len, texts), initial=0))
        for index, kind in enumerate(self.kinds):
            for word in self._paragraphs[kind].words:
                self.places.setdefault(word, []).append(index)
        count = len(texts)
        self._weights = {word: math.log(1 + count / len(at)) for word, at in self.places.items()}
        self._blocks: dict[tuple[int, ...], Block] = {}

    def __len__(self) -> int:
        return len(self.kinds)

    def length(self, indices: range) -> int:
        """The code points of these paragraphs, which follow one another."""
        return self._ends[indices.stop] - self._ends[indices.start]

    def kinds_of(self, indices: Sequence[int]) -> tuple[int, ...]:
        """The kinds of the paragraphs at these indices."""
        return tuple([self.kinds[index] for index in indices])

    def block(self, kinds: tuple[int, ...]) -> Block:
        """The paragraphs of these kinds, one after the other, as one block."""
        found = self._blocks.get(kinds)
        if found is None:
            if len(self._blocks) >= _KEPT:
                self._blocks.clear()
            if len(kinds) == 1:
                found = block(self._paragraphs[kinds[0]], self._weights, self.counterparts)
            else:
                found = join(self.block(kinds[:-1]), self.block(kinds[-1:]))
            self._blocks[kinds] = found
        return found


class Features:
    """Two texts and which words of one can stand for which of the other."""

    def __init__(self, source: Sequence[str], target: Sequence[str]) -> None:
        self.source = Side(source, "it")
        self.target = Side(target, "en")
        forth = self.source.counterparts = _counterparts(self.source.places, self.target.places)
        back = self.target.counterparts
        for word, others in forth.items():
            for other, sure in others:
                back.setdefault(other, []).append((word, sure))


def shared(ours: Block, theirs: Block) -> Shared:
    """The words of either block that have a counterpart in the other."""
    return Shared(ours.bag.keys() & theirs.reach.keys(), theirs.bag.keys() & ours.reach.keys())


def _counterparts(italian: Iterable[str], english: Iterable[str]) -> Counterparts:
    """For each Italian word the English words here that can stand for it, and how surely."""
    by_key: defaultdict[str, list[str]] = defaultdict(list)
    for word in english:
        for key in _english_keys(word):
            by_key[key].append(word)
    found: Counterparts = {}
    for word in italian:
        sure: dict[str, float] = {}
        for key, chance in _italian_keys(word):
            if key in by_key:
                for other in by_key[key]:
                    if chance > sure.get(other, 0.0):
                        sure[other] = chance
        if sure:
            found[word] = list(sure.items())
    return found


@lru_cache(maxsize=20_000)
def _italian_keys(word: str) -> tuple[tuple[str, float], ...]:
    """What an English word that stands for this one may have among its keys, and how surely."""
    stems = translations(stem(word, "it"))
    return (("=" + word, 1.0), *stems.items(), *zip(_bones(word), (_COGNATE, _ALIKE), strict=False))


@lru_cache(maxsize=20_000)
def _english_keys(word: str) -> tuple[str, ...]:
    """By what an Italian word may meet it: its form, its stem and its consonants."""
    return "=" + word, stem(word, "en"), *_bones(word)


def _bones(word: str) -> tuple[str, ...]:
    """The consonants, then their beginning, by which cognates meet; none of numbers."""
    bones = skeleton(word)
    if len(bones) < _LEAST_CONSONANTS or bones.startswith("#"):
        return ()
    if len(bones) < _BEGINNING:
        return (f"{bones}.",)
    return f"{bones}.", f"{bones[:_BEGINNING]}…"
