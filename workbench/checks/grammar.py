"""Small words that do not go with their neighbours: articles and prepositions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.checks.base import Flag, Pair, check
from workbench.language.grammar import article_before, find_slips
from workbench.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterator

_ARTICLE = re.compile(r"(?<![\w.'’-])([Aa]n?)\s+[\"“'‘]?((?:\d[\d,.]*|[^\W\d_]+)[\w’'-]*)")


@check("linguistic-conventions")
def indefinite_article(pair: Pair) -> Iterator[Flag]:
    """“a” stands before a vowel, or “an” before a consonant: “a hour”, “an university”.

    What counts is the sound: an MP, a European, an 80-year-old.
    """
    for found in _ARTICLE.finditer(pair.target):
        article, word = found.groups()
        right = article_before(word)
        if right is None or right == article.lower() or _is_letter(pair.target, found):
            continue
        said = message("English says “%(right)s %(word)s”.", right=right, word=word)
        fitted = right.capitalize() if article[0].isupper() else right
        yield Flag(*found.span(1), "minor", said, suggestion=fitted)


@check("linguistic-conventions")
def preposition(pair: Pair) -> Iterator[Flag]:
    """A word is followed by a preposition that does not go with it: “interested at”."""
    for slip in find_slips(pair.target_words):
        before = pair.target[: slip.word.start]
        if not before[-2:-1].isalpha() or not before.endswith(" "):
            continue
        said = message(
            "“%(wrong)s” does not go with “%(word)s”.",
            wrong=slip.word.text,
            word=slip.before.text,
        )
        yield Flag(slip.word.start, slip.word.end, "minor", said)


def _is_letter(text: str, found: re.Match[str]) -> bool:
    """Whether the A is a letter: Serie A, vitamin A."""
    before = text[: found.start()].rstrip(" \n\"“'‘(")
    return found[1] == "A" and bool(before) and before[-1] not in ".!?:”"
