"""Italian that is still there: whole texts, and words inside the English."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.checks.base import Flag, Pair, check
from workbench.language.italian import is_italian_only
from workbench.language.tables import read_words
from workbench.language.words import ENGLISH_ONLY, ITALIAN_LIKELY, ITALIAN_ONLY, Word, find_words
from workbench.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.model import Severity

_ENDING = re.compile(
    r"""(?: [aio] | [òìùàèé] | zione | mente | tore | trice | [ae]nz[ae] | [aei]re | [aiu]t[aeo]
    | [ae]ndo | [ae]nte | iste | [ai]le | ose | iv[eo] | ese | one | ine | i?che | arie | ore
    | etta | ette | ezz[ae] | ete | zie | bre | glie | gne | rse | rte ) $""",
    re.VERBOSE,
)
"""What Italian words end in and English ones seldom do; ``shared.tsv`` has those that do."""

_SURE = ("zione", "zioni", "mente", "ando", "endo", "ità")
"""Endings that no name has: a capital at the start of the text does not protect them."""


_QUOTES = frozenset("“”\"'‘’«»*_")
_JOINTS = frozenset("@#/\\&-0123456789")
_TITLE = re.compile(r"[“\"«‘](?=[A-Z])[^\W\d_]+(?:[ ’'][^\W\d_]+){1,5}[”\"»’]")
"""A few words in quotation marks, the first with a capital: the title of a book or an opera."""
_ADDRESS = re.compile(r"\.\w")


@check("accuracy")
def untranslated(pair: Pair) -> Iterator[Flag]:
    """The whole text is still in Italian."""
    if _is_italian(pair):
        short = len(pair.target.split()) < 4 or pair.role in ("heading", "caption", "kicker")
        severity: Severity = "major" if short else "critical"
        yield Flag(0, len(pair.target), severity, message("This text is still in Italian."))


@check("accuracy")
def italian_words(pair: Pair) -> Iterator[Flag]:
    """Italian words stand inside the English."""
    if _is_italian(pair):
        return
    for first, last in _runs(pair):
        yield Flag(
            first.start,
            last.end,
            "major",
            message("“%(words)s” is still in Italian.", words=pair.target[first.start : last.end]),
        )


@lru_cache(maxsize=16)
def _words(pair: Pair) -> list[Word]:
    """The words of the English as Italian counts them: only an apostrophe makes a difference."""
    same = "'" not in pair.target and "’" not in pair.target
    return pair.target_words if same else find_words(pair.target, "it")


@lru_cache(maxsize=16)
def _is_italian(pair: Pair) -> bool:
    words = _words(pair)
    if not words:
        return False
    same = pair.source.strip().lower() == pair.target.strip().lower()
    if len(words) < 4:
        known = read_words("headings")
        lowered = [word for word in words if word.text[0].islower()]
        return pair.target.strip().lower() in known or (
            same and any(len(word.text) > 3 and _looks_italian(word.key) for word in lowered)
        )
    keys = [word.key for word in words]
    sure = sum(key in ITALIAN_ONLY for key in keys)
    if not (sure or same):
        return False
    likely = sum(key in ITALIAN_LIKELY for key in keys)
    english = sum(key in ENGLISH_ONLY for key in keys)
    if same and not english:
        return any(word.text.islower() and _looks_italian(word.key) for word in words)
    enough = sure >= 2 or (sure >= 1 and likely >= 3)
    return enough and likely >= 0.15 * len(keys) and english < 0.1 * len(keys)


def _runs(pair: Pair) -> Iterator[tuple[Word, Word]]:
    """Stretches of Italian words, each as its first and last word."""
    words = _words(pair)
    marked = [
        at
        for at, word in enumerate(words)
        if _may_be_italian(word.key) and _left_over(pair, words, at)
    ]
    while marked:
        start = end = marked.pop(0)
        while marked and marked[0] - end <= 1:
            end = marked.pop(0)
        yield words[start], words[end]


@lru_cache(maxsize=50_000)
def _may_be_italian(word: str) -> bool:
    return word in ITALIAN_ONLY or _looks_italian(word) or is_italian_only(word)


def _left_over(pair: Pair, words: list[Word], at: int) -> bool:
    word = words[at]
    if word.key in ITALIAN_ONLY:
        near = words[max(0, at - 2) : at] + words[at + 1 : at + 3]
        return any(other.key in ITALIAN_ONLY for other in near) and word.text.islower()
    lower = word.text.islower() or (at == 0 and word.key.endswith(_SURE))
    if len(word.text) < 4 or not lower or _in_name(pair.target, words, at):
        return False
    if word.key in pair.source_keys and _looks_italian(word.key):
        return True
    return is_italian_only(word.key) and not _set_apart(pair.target, word)


def _in_name(text: str, words: list[Word], at: int) -> bool:
    """Whether an Italian name or a title holds the word: Federazione insegnanti, “La fornace”."""
    word, before = words[at], words[at - 1] if at else None
    beside = before and before.text.istitle() and text[before.end : word.start] == " "
    if before and beside and is_italian_only(before.key):
        return True
    titles = (found.span() for found in _TITLE.finditer(text)) if at else ()
    return any(start < word.start < end for start, end in titles)


def _set_apart(text: str, word: Word) -> bool:
    """Whether the word is in quotation marks, in an address or part of a compound: on purpose."""
    before, after = text[: word.start][-1:], text[word.end : word.end + 2]
    if before in _QUOTES and after[:1] in _QUOTES:
        return True
    return before in _JOINTS or after[:1] in _JOINTS or bool(_ADDRESS.match(after))


def _looks_italian(word: str) -> bool:
    loan = word in read_words("shared") or word in read_words("loans")
    return not loan and bool(_ENDING.search(word))
