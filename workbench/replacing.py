"""Find words in a text and put others in their place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection


class Search(NamedTuple):
    """What to look for."""

    words: str
    """As typed; any white space in them stands for any white space in the text."""
    whole: bool = False
    """Whether no letter or digit may stand right before or after."""
    case: bool = False
    """Whether capitals must be the same."""


class Hit(NamedTuple):
    """Where the words stand: ``text[start:end]``."""

    start: int
    end: int


def find_hits(text: str, search: Search) -> list[Hit]:
    """All places of the words in the text, in order, none in another; none of no words."""
    pattern = r"\s+".join(map(re.escape, search.words.split()))
    if not pattern:
        return []
    if search.whole:
        pattern = rf"(?<!\w){pattern}(?!\w)"
    found = re.finditer(pattern, text, 0 if search.case else re.IGNORECASE)
    return [Hit(*match.span()) for match in found]


def replace_hits(
    text: str, search: Search, replacement: str, chosen: Collection[int] | None = None
) -> str:
    """The text with the replacement in the place of the chosen hits, by number, or of all."""
    pieces, end = [], 0
    for number, hit in enumerate(find_hits(text, search)):
        if chosen is None or number in chosen:
            pieces += [text[end : hit.start], replacement]
            end = hit.end
    return "".join([*pieces, text[end:]])
