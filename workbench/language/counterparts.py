"""Which words of a translation stand for which words of the original, and which for none."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from workbench.align.lexicon import translations
from workbench.align.tokens import fold, skeleton, stem
from workbench.language.words import FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.language.words import Word
    from workbench.model import Language

_SAME, _COGNATE, _ALIKE = 1.0, 0.7, 0.5
"""How surely two words are the same one: by their letters, consonants, first consonants."""
_BEGINNING = 4
_LEAST_CONSONANTS = 3
_FAR = 0.6
"""What it costs a pair to stand at opposite ends of their texts."""
_MOST = 400
"""Content words of a text that are looked at; a paragraph has 100 at most."""


class Links(NamedTuple):
    """The words of two texts that stand for each other, one to one, by their places in the lists.

    A word that could stand for one which is taken is in `near`, though it is in no pair.
    """

    forth: dict[int, int]
    """From an Italian word to the English one that stands for it best."""
    back: dict[int, int]
    near_forth: frozenset[int]
    """The Italian words for which there is some counterpart, even one that is taken."""
    near_back: frozenset[int]


def link(ours: Sequence[Word], theirs: Sequence[Word]) -> Links:
    """Pair the words of an Italian text with those of an English one, the surest first.

    The shipped word list, equal letters and equal consonants say what may stand for what.
    """
    meeting: dict[str, list[int]] = {}
    content = [i for i, word in enumerate(theirs[:_MOST]) if is_content(word, "en")]
    for index in content:
        for key in english_keys(theirs[index].text):
            meeting.setdefault(key, []).append(index)
    found: dict[tuple[int, int], float] = {}
    for index, word in enumerate(ours[:_MOST]):
        if is_content(word, "it"):
            for key, sure in italian_keys(word.text):
                for other in meeting.get(key, ()):
                    found[index, other] = max(sure, found.get((index, other), 0.0))
    return _choose(found, len(ours), len(theirs))


def _choose(found: dict[tuple[int, int], float], ours: int, theirs: int) -> Links:
    """The surest pairs that share no word; of equals, those at like places."""

    def doubt(both: tuple[int, int]) -> float:
        return _FAR * abs(both[0] / ours - both[1] / theirs) - found[both]

    forth: dict[int, int] = {}
    back: dict[int, int] = {}
    for one, other in sorted(found, key=doubt):
        if one not in forth and other not in back:
            forth[one], back[other] = other, one
    return Links(
        forth, back, frozenset(one for one, _ in found), frozenset(other for _, other in found)
    )


def is_content(word: Word, language: Language) -> bool:
    """Whether the word carries meaning by itself, so that the other text should say it."""
    return len(word.text) > 1 and word.key not in FUNCTION_WORDS[language]


@lru_cache(maxsize=20_000)
def italian_keys(word: str) -> tuple[tuple[str, float], ...]:
    """What an English word that stands for this one may have among its keys, and how surely."""
    plain = fold(word).rstrip("'’")
    stems = translations(stem(plain, "it"))
    bones = zip(_bones(plain), (_COGNATE, _ALIKE), strict=False)
    return ("=" + plain, _SAME), *stems.items(), *bones


@lru_cache(maxsize=20_000)
def english_keys(word: str) -> tuple[str, ...]:
    """By what an Italian word may meet it: its form, its stem and its consonants."""
    plain = fold(word).replace("’", "'").removesuffix("'s")
    return "=" + plain, stem(plain, "en"), *_bones(plain)


def _bones(word: str) -> tuple[str, ...]:
    """The consonants, then their beginning, by which cognates meet."""
    bones = skeleton(word)
    if len(bones) < _LEAST_CONSONANTS:
        return ()
    if len(bones) < _BEGINNING:
        return (f"{bones}.",)
    return f"{bones}.", f"{bones[:_BEGINNING]}…"


def opposite(
    links: Links, ours: Sequence[Word], theirs: Sequence[Word], index: int
) -> tuple[int, int] | None:
    """Start and end in the English of what stands for the Italian word, or of its neighbours."""
    if index in links.forth:
        word = theirs[links.forth[index]]
        return word.start, word.end
    before = next((links.forth[i] for i in range(index - 1, -1, -1) if i in links.forth), None)
    after = next((links.forth[i] for i in range(index + 1, len(ours)) if i in links.forth), None)
    if before is None and after is None:
        return None
    first = before if before is not None else 0
    last = after if after is not None else len(theirs) - 1
    first, last = min(first, last), max(first, last)
    return theirs[first].start, theirs[last].end
