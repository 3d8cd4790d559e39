"""Numbers written in words, Italian and English: “ventitré”, “duemila”, “twenty-three”."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Literal

from workbench.language.tables import read_table

if TYPE_CHECKING:
    from workbench.model import Language

_Kind = Literal["unit", "ten", "magnitude", "loose"]


def _rows(language: Language, kind: _Kind) -> dict[str, str]:
    return {
        row["word"]: row["value"]
        for row in read_table("number_words")
        if (row["language"], row["kind"]) == (language, kind)
    }


def _magnitudes(language: Language) -> dict[str, tuple[int, ...]]:
    rows = _rows(language, "magnitude").items()
    return {word: tuple(int(value) for value in values.split("|")) for word, values in rows}


def _loose(language: Language) -> dict[str, Decimal]:
    return {word: Decimal(value) for word, value in _rows(language, "loose").items()}


_IT_SMALL, _IT_TENS = list(_rows("it", "unit")), list(_rows("it", "ten"))
_EN_SMALL, _EN_TENS = list(_rows("en", "unit")), list(_rows("en", "ten"))

MAGNITUDES: dict[Language, dict[str, tuple[int, ...]]] = {
    "it": _magnitudes("it"),
    "en": _magnitudes("en"),
}
"""What a magnitude word may multiply by, the likeliest first."""

LOOSE: dict[Language, dict[str, Decimal]] = {"it": _loose("it"), "en": _loose("en")}
"""Words that may stand for a number and need not: they satisfy, they never demand."""


@cache
def _italian_below_thousand() -> dict[str, int]:
    words = {word: value for value, word in enumerate(_IT_SMALL)}
    for ten, word in enumerate(_IT_TENS, 2):
        words[word] = ten * 10
        for unit, name in enumerate(_IT_SMALL[1:10], 1):
            stem = word[:-1] if name[0] in "uo" else word
            words[stem + name] = ten * 10 + unit
            if unit == 3:
                words[stem + "tré"] = ten * 10 + unit
            if unit == 1:
                words[stem + "un"] = ten * 10 + unit
    below_hundred = dict(words)
    for hundred in range(1, 10):
        stem = "cento" if hundred == 1 else _IT_SMALL[hundred] + "cento"
        words[stem] = hundred * 100
        for word, value in below_hundred.items():
            if value:
                words[stem + word] = hundred * 100 + value
                words[stem[:-1] + word] = hundred * 100 + value
    return words


@cache
def _italian_ages() -> dict[str, int]:
    """“Sedicenne”, “trentaduenni”: from eleven on, for “ottenne” means “obtained”."""
    ages = {}
    for word, value in _italian_below_thousand().items():
        if 11 <= value <= 110:
            for ending in ("enne", "enni"):
                ages[word[:-1] + ending] = value
                ages[word + ending] = value
    return ages


@cache
def italian_number(word: str) -> int | None:
    """The value of an Italian number word in lower case, or None: “duemilaventisei” is 2026."""
    small = _italian_below_thousand()
    if word in small:
        return small[word]
    if word in _italian_ages():
        return _italian_ages()[word]
    left, mila, right = word.partition("mila")
    if mila and left in small and (not right or right in small):
        return small[left] * 1000 + small.get(right, 0)
    if word.startswith("mille") and word[5:] in small:
        return 1000 + small[word[5:]]
    return None


@cache
def english_number(word: str) -> int | None:
    """The value of one English number word in lower case, below a hundred, or None."""
    if word in _EN_SMALL:
        return _EN_SMALL.index(word)
    if word in _EN_TENS:
        return (_EN_TENS.index(word) + 2) * 10
    return None


def english_spelling(value: Decimal) -> str | None:
    """The English word for a whole number up to ten, which newspapers spell out, or None."""
    return _EN_SMALL[int(value)] if value == int(value) and 0 <= value <= 10 else None


@cache
def decade(word: str, language: Language) -> int | None:
    """The two digits of a decade named in words: “Settanta” and “seventies” are 70."""
    if language == "it":
        return (_IT_TENS.index(word) + 2) * 10 if word in _IT_TENS else None
    plural = word.removesuffix("ies") + "y"
    return (_EN_TENS.index(plural) + 2) * 10 if plural in _EN_TENS and word != plural else None
