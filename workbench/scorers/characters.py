"""How far two texts are apart, in characters."""

from __future__ import annotations

from rapidfuzz.distance import Indel


def characters_changed(old: str, new: str) -> int:
    """How many characters must be taken out of `old` and put in to make it `new`, at the least."""
    return int(Indel.distance(old, new))
