"""How much of one text the other says, word by word."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from workbench.language.tables import read_words
from workbench.language.words import FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from workbench.language.words import Word
    from workbench.model import Language


class Coverage(NamedTuple):
    """The words of a text that carry meaning, by their indices."""

    content: list[int]
    bare: list[int]
    """Those without a counterpart in the other text."""
    run: list[int]
    """The longest row of such words with none between that has a counterpart."""

    def share(self) -> float:
        """The share of words without a counterpart, 0 to 1."""
        return len(self.bare) / max(1, len(self.content))


def cover(words: Sequence[Word], language: Language, met: AbstractSet[int]) -> Coverage:
    """What of a text has no counterpart; `met` are the indices of the words that have one."""
    content = [index for index, word in enumerate(words) if _weighs(word.text, language)]
    longest: list[int] = []
    run: list[int] = []
    for index in content:
        run = [] if index in met else [*run, index]
        if len(run) > len(longest):
            longest = run
    return Coverage(content, [index for index in content if index not in met], longest)


@lru_cache(maxsize=20_000)
def _weighs(word: str, language: Language) -> bool:
    """Whether the word says something that the other text must say too."""
    key = word.lower().replace("’", "'").rstrip("'")
    if language == "en":
        key = key.removesuffix("'s")
    return (
        len(key) > 1
        and "'" not in key
        and key not in FUNCTION_WORDS[language]
        and key not in read_words("light_words", language=language)
    )


def surplus(ours: Coverage, theirs: Coverage) -> float:
    """How much `ours` says that `theirs` does not.

    Free translation leaves words without a counterpart on both sides; a clause that was left out
    leaves a long row of them on one side alone, and that side has more words in all.
    """
    return len(ours.run) - len(theirs.bare) + (len(ours.content) - len(theirs.content)) / 2
