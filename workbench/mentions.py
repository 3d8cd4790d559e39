"""Names that a note calls: “@Ada, is this right?”."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

# An address has a letter before its @.
_AT = re.compile(r"(?<![\w.@])@(?=\w)")
_WORD = re.compile(r"\w+(?:[.'’-]\w+)*")


class Mention(NamedTuple):
    """Where a text calls somebody: ``text[start:end]``, the @ with it."""

    start: int
    end: int
    name: str
    """As the person writes it, where they are known; else as it stands in the text."""


def find_mentions(text: str, known: Iterable[str]) -> list[Mention]:
    """Whom the text calls, in order.

    A name may have several words where it is known. A first word alone means the one known person
    whose name begins with it; capitals and accents do not count.
    """
    names = sorted(set(known), key=lambda name: (-len(name), name))
    return [_mention(text, at.start(), names) for at in _AT.finditer(text)]


def name_key(name: str) -> str:
    """What two spellings of one name have in common: no capitals, no accents."""
    plain = unicodedata.normalize("NFKD", name)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def _mention(text: str, at: int, names: list[str]) -> Mention:
    rest = text[at + 1 :]
    for name in names:
        said = rest[: len(name)]
        if name_key(said) == name_key(name) and not rest[len(name) : len(name) + 1].isalnum():
            return Mention(at, at + 1 + len(name), name)
    found = _WORD.match(rest)
    word = found.group() if found else ""
    meant = [name for name in names if name_key(name.split()[0]) == name_key(word)]
    return Mention(at, at + 1 + len(word), meant[0] if len(meant) == 1 else word)
