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
_POSSESSIVE = re.compile(r"['’]s$")
_GOES_ON = re.compile(r"[.-]?\w")


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
    names = _Names(known)
    return [names.mention(text, at.start()) for at in _AT.finditer(text)]


def name_key(name: str) -> str:
    """What two spellings of one name have in common: no capitals, no accents."""
    plain = unicodedata.normalize("NFKD", name)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def calls_for(name: str, known: Iterable[str] = ()) -> list[str]:
    """The keys of calls that mean this person: the whole name, and its first word.

    A first word that is the whole name of another known person means that one alone. A call of a
    first word that could be only one other person has that one's whole name as its key, so it is
    not among these.
    """
    if not name.strip():
        return []
    whole, first = name_key(name), name_key(name.split(maxsplit=1)[0])
    return [whole] if first in {whole, *map(name_key, known)} else [first, whole]


class _Names:
    """The known names, by what is compared."""

    def __init__(self, known: Iterable[str]) -> None:
        names = sorted({name for name in known if name.strip()})
        self.whole = {(len(name), name_key(name)): name for name in names}
        self.lengths = sorted({len(name) for name in names}, reverse=True)
        self.first: dict[str, list[str]] = {}
        for name in names:
            self.first.setdefault(name_key(name.split()[0]), []).append(name)

    def mention(self, text: str, at: int) -> Mention:
        """The call that begins at this @."""
        for length in self.lengths:
            end = at + 1 + length
            name = self.whole.get((length, name_key(text[at + 1 : end])))
            if name and not _GOES_ON.match(text, end):
                return Mention(at, end, name)
        found = _WORD.match(text, at + 1)
        word = found.group() if found else ""
        for said in (word, _POSSESSIVE.sub("", word)):
            meant = self.first.get(name_key(said), [])
            if len(meant) == 1:
                return Mention(at, at + 1 + len(said), meant[0])
        said = _POSSESSIVE.sub("", word)
        return Mention(at, at + 1 + len(said), said)
