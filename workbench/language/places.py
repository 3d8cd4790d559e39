"""What English calls a place that Italian has a name of its own for, by CLDR and by our list."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from workbench.align.tokens import fold
from workbench.language.tables import read_table
from workbench.language.words import FUNCTION_WORDS

_SHARED_WITH_ENGLISH = frozenset({"Moldavia", "Riunione", "Cechia", "Comore"})
"""Names in CLDR that are English names or Italian words too."""

_GAPS = str.maketrans("'’-&", "    ")


class Place(NamedTuple):
    """A place: its Italian name, the English one, and other English words that name it."""

    italian: str
    english: str
    also: tuple[str, ...]
    kind: str

    @property
    def italian_only(self) -> bool:
        """Whether no English text has the Italian name for its own."""
        return self.italian not in (self.english, *self.also)


@cache
def places() -> dict[str, Place]:
    """All places by their Italian name; what our list says goes before CLDR."""
    listed = [
        Place(
            row["word"], row["english"], tuple(filter(None, row["also"].split("|"))), row["reason"]
        )
        for row in read_table("exonyms")
    ]
    return {place.italian: place for place in (*_countries(), *listed)}


def _countries() -> list[Place]:
    # Only the checks read this, and babel takes a moment to load.
    from babel import Locale  # noqa: PLC0415

    italian, english = (Locale(language).territories for language in ("it", "en"))
    return [
        Place(name, english[code], (), "country or union")
        for code, name in italian.items()
        if len(code) == 2 and not code.startswith("X") and code not in ("ZZ", "QO")
        if "(" not in name and name not in _SHARED_WITH_ENGLISH
    ]


@cache
def places_by_words() -> dict[tuple[str, ...], Place]:
    """The same by the folded words of the Italian name, small ones left out."""
    return {
        name_words(name): place
        for name, place in places().items()
        if all(word[0].isupper() or fold(word) in FUNCTION_WORDS["it"] for word in _words(name))
    }


def name_words(name: str) -> tuple[str, ...]:
    """The words with a capital in a name, folded: “Corea del Nord” is corea, nord."""
    return tuple(fold(word) for word in _words(name) if word[0].isupper())


def _words(name: str) -> list[str]:
    return name.translate(_GAPS).split()


@cache
def english_forms(place: Place) -> tuple[tuple[str, ...], ...]:
    """Each way to name `place` in English, as the folded words that must all be there."""
    forms = (place.english, *place.also, place.italian)
    # U.S. is read as two words of one letter; the whole is kept beside them.
    return tuple(dict.fromkeys(map(_form, forms)))


def _form(name: str) -> tuple[str, ...]:
    if "." in name:
        return (fold(name.replace(".", "")),)
    return name_words(name) or (fold(name),)


@cache
def _by_english() -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = {}
    for place in places().values():
        for word in {word for form in english_forms(place) for word in form}:
            found.setdefault(word, []).append(place)
    return found


def places_named(word: str) -> list[Place]:
    """The places that English names with this folded word, among others."""
    return _by_english().get(word, [])
