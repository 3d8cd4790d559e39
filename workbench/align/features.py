"""What the paragraphs of two texts say, word by word, and which words can stand for which."""

from __future__ import annotations

import math
from collections import defaultdict
from functools import lru_cache
from itertools import accumulate, chain
from typing import TYPE_CHECKING, NamedTuple

from workbench.align.blocks import Block, block, read
from workbench.align.lexicon import translations
from workbench.align.tokens import skeleton, stem

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from workbench.model import Language

_COGNATE = 0.7
"""How surely two words with the same consonants are the same word: presidente, president."""
_ALIKE = 0.5
"""The same where only the first four consonants agree: governo, government."""
_BEGINNING = 4
_LEAST_CONSONANTS = 3

Counterparts = dict[str, list[tuple[str, float]]]


class Shared(NamedTuple):
    """The words of two blocks that have a counterpart, and how surely."""

    ours: dict[str, float]
    theirs: dict[str, float]


class Side:
    """One text: what its paragraphs show, where its words are, and what each word weighs.

    Paragraphs of the same text are the same kind; everything is worked out once for a kind.
    """

    def __init__(self, texts: Sequence[str], language: Language) -> None:
        known: dict[str, int] = {}
        self.kinds = [known.setdefault(text, len(known)) for text in texts]
        self.repeats = len(known) < len(texts)
        self.places: dict[str, list[int]] = {}
        self.reach: list[frozenset[str]] = []
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

    def set_reach(self, stand: dict[str, list[str]] | None) -> None:
        """Keep for each kind the words of `stand` for its own, or its own where there is none."""
        for paragraph in self._paragraphs:
            words = paragraph.words
            self.reach.append(
                frozenset(words)
                if stand is None
                else frozenset(chain.from_iterable([stand[w] for w in words if w in stand]))
            )

    def block(self, kinds: tuple[int, ...]) -> Block:
        """The paragraphs of these kinds, one after the other, as one block."""
        found = self._blocks.get(kinds)
        if found is None:
            reach = frozenset().union(*[self.reach[kind] for kind in kinds])
            paragraphs = [self._paragraphs[kind] for kind in kinds]
            found = self._blocks[kinds] = block(paragraphs, self._weights, reach)
        return found


class Features:
    """Two texts and which words of one can stand for which of the other."""

    def __init__(self, source: Sequence[str], target: Sequence[str]) -> None:
        self.source = Side(source, "it")
        self.target = Side(target, "en")
        self.counterparts = _counterparts(self.source.places, self.target.places)
        self._origins: defaultdict[str, list[tuple[str, float]]] = defaultdict(list)
        for word, others in self.counterparts.items():
            for other, sure in others:
                self._origins[other].append((word, sure))
        self.source.set_reach(
            {w: [o for o, _ in others] for w, others in self.counterparts.items()}
        )
        self.target.set_reach(None)

    def shared(self, ours: Block, theirs: Block) -> Shared:
        """The words of either block that have a counterpart in the other."""
        shared = Shared({}, {})
        first, second = shared
        bag = ours.bag
        for other in ours.reach & theirs.reach:
            for word, sure in self._origins[other]:
                if word in bag:
                    if sure > first.get(word, 0.0):
                        first[word] = sure
                    if sure > second.get(other, 0.0):
                        second[other] = sure
        return shared


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


@lru_cache(maxsize=20_000)
def _bones(word: str) -> tuple[tuple[str, float], ...]:
    """The consonants, then their beginning, by which cognates meet; none of numbers."""
    bones = skeleton(word)
    if len(bones) < _LEAST_CONSONANTS or bones.startswith("#"):
        return ()
    if len(bones) < _BEGINNING:
        return ((bones, _COGNATE),)
    return (bones, _COGNATE), (bones[:_BEGINNING] + "…", _ALIKE)
