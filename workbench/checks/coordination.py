"""Two words that the Italian joins with “e” or “o”, and the English not at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from workbench.checks.base import Flag, Pair, check
from workbench.checks.linked import links
from workbench.language.words import FUNCTION_WORDS
from workbench.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENGLISH = {"e": "and", "ed": "and", "o": "or", "od": "or", "oppure": "or", "ma": "but"}
_VERBS = frozenset({"is", "are", "was", "were", "has", "have", "had"})
_ENDED = re.compile(r"[.!?…:;,][”’\"')\]]*\s*$")
"""The end of a sentence, which a headline has not."""
_FEW = 4
"""Small words that may stand between the Italian conjunction and what it joins."""


class _Joined(NamedTuple):
    """What an Italian conjunction joins: the words before and after it, by their indices."""

    first: int
    second: int
    conjunction: str


@check("accuracy", needs=("source", "target"))
def conjunction_missing(pair: Pair) -> Iterator[Flag]:
    """The “and”, “or” or “but” between two words is missing: “bread wine” for “pane e vino”.

    The English has the same two words side by side. Headlines, which do without, are left alone.
    """
    if not _ENDED.search(pair.target):
        return
    forth = links(pair).forth
    english = pair.target_words
    for joined in _joined(pair):
        if joined.first not in forth or joined.second not in forth:
            continue
        if _counts(pair, joined):
            continue
        first, second = english[forth[joined.first]], english[forth[joined.second]]
        between = pair.target[first.end : second.start]
        if first.end >= second.start or (between != " " and between.strip() not in _VERBS):
            continue
        ours = pair.source_words
        place = ours[joined.first].start, ours[joined.second].end
        yield Flag(
            first.start,
            second.end,
            "minor",
            message(
                "“%(italian)s” has “%(conjunction)s”; the English does not join the words.",
                italian=pair.source[slice(*place)],
                conjunction=joined.conjunction,
            ),
            suggestion=f"{first.text} {_ENGLISH[joined.conjunction]}{between}{second.text}",
            other=place,
        )


def _counts(pair: Pair, joined: _Joined) -> bool:
    """Whether a number is joined: English says “a metre twenty” without “and”."""
    start, end = (pair.source_words[i] for i in (joined.first, joined.second))
    return any(n.start < end.end and start.start < n.end for n in pair.source_numbers)


def _joined(pair: Pair) -> Iterator[_Joined]:
    """Each conjunction of the Italian with what it joins; a comma keeps words apart."""
    words = pair.source_words
    for index in range(1, len(words) - 1):
        if words[index].text not in _ENGLISH:
            continue
        second = index + 1
        while words[second].key in FUNCTION_WORDS["it"] and second < len(words) - 1:
            second += 1
        before = pair.source[words[index - 1].end : words[index].start]
        after = pair.source[words[index].end : words[second].start]
        if before.isspace() and second - index <= _FEW and not set(after) & set(',;:/()«“"–—'):
            yield _Joined(index - 1, second, words[index].text)
