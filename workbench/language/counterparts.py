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
MOST = 400
"""Words of a text that are looked at; a paragraph has 200 at most."""


Place = tuple[int, int]
"""Start and end of some words in their text."""


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
    for index, word in enumerate(theirs[:MOST]):
        for key in _content_keys(word.text):
            meeting.setdefault(key, []).append(index)
    found: dict[tuple[int, int], float] = {}
    for index, word in enumerate(ours[:MOST]):
        for key, sure in content_meanings(word.text):
            for other in meeting.get(key, ()):
                if sure > found.get((index, other), 0.0):
                    found[index, other] = sure
    return _choose(found, len(ours), len(theirs))


@lru_cache(maxsize=20_000)
def _content_keys(word: str) -> tuple[str, ...]:
    """The keys of an English word that carries meaning; none of others."""
    return english_keys(word) if _carries(word, "en") else ()


@lru_cache(maxsize=20_000)
def content_meanings(word: str) -> tuple[tuple[str, float], ...]:
    """The keys that an Italian word which carries meaning may meet; none of others."""
    return italian_keys(word) if _carries(word, "it") else ()


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
    return _carries(word.text, language)


@lru_cache(maxsize=20_000)
def _carries(word: str, language: Language) -> bool:
    return len(word) > 1 and word.lower().replace("’", "'") not in FUNCTION_WORDS[language]


def italian_keys(word: str) -> tuple[tuple[str, float], ...]:
    """What an English word that stands for this one may have among its keys, and how surely."""
    plain = fold(word).rstrip("'’")
    stems = translations(stem(plain, "it"))
    bones = zip(_bones(plain), (_COGNATE, _ALIKE), strict=False)
    return ("=" + plain, _SAME), *stems.items(), *bones


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
) -> Place | None:
    """Where the English says what the Italian word does, or its neighbours do."""
    if index in links.forth:
        word = theirs[links.forth[index]]
        return word.start, word.end
    return around(links.forth, range(index, index + 1), theirs, len(ours))


def around(
    pairs: dict[int, int], missing: range, others: Sequence[Word], count: int
) -> Place | None:
    """Where the other text would say the words of the range: between their neighbours there.

    `pairs` leads from the words of this text, of which there are `count`, to those of the other.
    """
    before = next((pairs[i] for i in range(missing.start - 1, -1, -1) if i in pairs), None)
    after = next((pairs[i] for i in range(missing.stop, count) if i in pairs), None)
    if before is None and after is None:
        return None
    first = 0 if before is None else before
    last = len(others) - 1 if after is None else after
    return others[min(first, last)].start, others[max(first, last)].end
