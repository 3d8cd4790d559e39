"""The words of a pair that stand for each other, worked out once for all checks."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.language.counterparts import MOST, Links, link
from workbench.language.coverage import Coverage, cover

if TYPE_CHECKING:
    from workbench.checks.base import Pair


@lru_cache(maxsize=16)
def links(pair: Pair) -> Links:
    """Which words of the Italian and of the English of the pair stand for each other."""
    return link(pair.source_words, pair.target_words)


@lru_cache(maxsize=16)
def coverages(pair: Pair) -> tuple[Coverage, Coverage]:
    """What of the Italian the English says, and what of the English the Italian says.

    Of texts that are too long to be linked whole, only the beginnings are looked at.
    """
    found = links(pair)
    return (
        cover(pair.source_words[:MOST], "it", found.near_forth),
        cover(pair.target_words[:MOST], "en", found.near_back),
    )
