"""The time that an Italian verb form speaks of, as far as it can be told without a dictionary."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.language.tables import read_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.language.words import Word

_FUTURE = re.compile(r"[^\W\d_]{2,}(?:rà|ranno)")
_CONDITIONAL = re.compile(r"[^\W\d_]{2,}(?:rebbe|rebbero|remmo|resti)")
_PAST = re.compile(r"[^\W\d_]{2,}(?:ò|arono|erono|irono|ì|ava|avano|eva|evano|iva|ivano)")
_NOUN = re.compile(r"[^\W\d_]+[tsd]iva")
"""Iniziativa, offensiva: no imperfects."""
_PARTICIPLE = re.compile(
    r"[^\W\d_]{2,}(?:at|ut|it|ett|ott|ess|es|us|is|ert|ort|ost|ist|nt|lt|rt|rs|os)[oaie]"
)
_IMPERFECT = ("ava", "avano", "eva", "evano", "iva", "ivano")
_PERFECT = frozenset({"ha", "hanno", "ho", "abbiamo", "aveva", "avevano", "avevo"})
_BEEN = frozenset({"stato", "stata", "stati", "state"})
_BECAME = frozenset({"fu", "furono", "venne", "vennero"})
_BETWEEN = frozenset({"già", "anche", "poi", "mai", "sempre", "ancora", "appena", "quindi", "non"})
_BACK = 3
"""Words before a participle among which its auxiliary stands."""


def is_future(word: Word) -> bool:
    """Whether the word is a future or a conditional: riaprirà, dovrebbe."""
    return _kind(word.key) == "future"


def is_past(words: Sequence[Word], index: int) -> bool:
    """Whether the word is a past form: disse, riapriva, ha riaperto, fu riaperto."""
    key = words[index].key
    return _kind(key) == "past" or (bool(_PARTICIPLE.fullmatch(key)) and _completed(words, index))


def is_completed(words: Sequence[Word], index: int) -> bool:
    """Whether the word is a past form that says that something was done: not an imperfect."""
    key = words[index].key
    if _PARTICIPLE.fullmatch(key) and _completed(words, index):
        return True
    return _kind(key) == "past" and not key.endswith(
        ("ava", "avano", "eva", "evano", "iva", "ivano")
    )


def looks_ahead(words: Sequence[Word]) -> bool:
    """Whether the text may speak of what is to come, in any form."""
    return any(is_future(word) or _kind(word.key) == "ahead" for word in words)


def _completed(words: Sequence[Word], index: int) -> bool:
    """Whether the auxiliary before a participle makes it a past one."""
    for word in reversed(words[max(0, index - _BACK) : index]):
        if word.key in _PERFECT or word.key in _BEEN or word.key in _BECAME:
            return True
        if word.key not in _BETWEEN and not word.key.endswith("mente"):
            return False
    return False


@lru_cache(maxsize=20_000)
def _kind(word: str) -> str:
    for kind in ("past", "future", "ahead", "none"):
        if word in read_words("tenses", kind=kind):
            return kind
    if _FUTURE.fullmatch(word) or _CONDITIONAL.fullmatch(word):
        return "future"
    if _PAST.fullmatch(word) and not _NOUN.fullmatch(word):
        # Lavorò is past, lavorerò future; only few verbs have their r before the ò of the past.
        return "future" if word.endswith(("erò", "irò")) else "past"
    return ""
