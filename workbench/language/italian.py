"""Which words are Italian and no English, by how often each language uses them."""

from __future__ import annotations

from functools import lru_cache

from workbench.language.frequencies import frequencies
from workbench.language.spelling import in_dictionary
from workbench.language.tables import read_words

_USED = 3e-7
"""How often Italian uses a word that is surely Italian: three times in ten million words."""
_MUCH_USED = 3e-5
"""How often where English dictionaries have the word, but its newspapers do not use it."""
_ELISION = ("'", "’")


@lru_cache(maxsize=50_000)
def is_italian_only(word: str) -> bool:
    """Whether Italian uses the word, given in lower case, and English does not: nichel, bene.

    Words that English took over (pasta, carabinieri) are in ``shared.tsv`` and ``loans.tsv``.
    """
    if word.endswith(_ELISION) or len(word) < 4:
        return False
    if word in read_words("shared") or word in read_words("loans"):
        return False
    often = frequencies("it").get(word, 0)
    if often < _USED or word in frequencies("en"):
        return False
    # English dictionaries have rare words that Italian uses daily.
    return often >= _MUCH_USED or not in_dictionary(word)


def is_italian(word: str) -> bool:
    """Whether Italian uses the word, given in lower case, whatever English does."""
    return frequencies("it").get(word, 0) >= _USED
