"""Numbers written in words, Italian and English: “ventitré”, “duemila”, “twenty-three”."""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from workbench.language.tables import read_table

if TYPE_CHECKING:
    from workbench.model import Language

WordKind = Literal["number", "age", "ordinal", "amount", "multiple", "loose", "article"]


class NumberWord(NamedTuple):
    """What a word says of a number; only numbers and ages must recur in the other language."""

    values: tuple[Decimal, ...]
    """The likeliest first: “dozens” are twelves, and tens."""
    kind: WordKind

    @property
    def value(self) -> Decimal:
        """The likeliest value."""
        return self.values[0]


def _rows(language: Language, kind: str) -> dict[str, str]:
    return {
        row["word"]: row["value"]
        for row in read_table("number_words")
        if (row["language"], row["kind"]) == (language, kind)
    }


def _magnitudes(language: Language) -> dict[str, tuple[int, ...]]:
    rows = _rows(language, "magnitude").items()
    return {word: tuple(int(value) for value in values.split("|")) for word, values in rows}


_IT_SMALL, _IT_TENS = list(_rows("it", "unit")), list(_rows("it", "ten"))
_EN_SMALL, _EN_TENS = list(_rows("en", "unit")), list(_rows("en", "ten"))

MAGNITUDES: dict[Language, dict[str, tuple[int, ...]]] = {
    "it": _magnitudes("it"),
    "en": _magnitudes("en"),
}
"""What a magnitude word may multiply by, the likeliest first."""

_PARTS = {
    "it": ["terz", "quart", "quint", "sest", "settim", "ottav", "non", "decim"],
    "en": ["third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"],
}

DENOMINATORS: dict[Language, dict[str, int]] = {
    "it": {stem + end: n for n, stem in enumerate(_PARTS["it"], 3) for end in "oi"},
    "en": {stem + end: n for n, stem in enumerate(_PARTS["en"], 3) for end in ("", "s")}
    | {"fourths": 4},
}
"""What a number is divided by where such a word follows: “due terzi”, “three quarters”."""


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
def _italian_ordinals() -> dict[str, int]:
    """“Undicesimo”, “ventitreesima”: from eleven on; the first ten are in the table."""
    return {
        stem + "esim" + ending: value
        for word, value in _italian_below_thousand().items()
        if 11 <= value <= 100
        for stem in (word[:-1], word)
        for ending in "oaie"
    }


@cache
def number_words(language: Language) -> dict[str, NumberWord]:
    """All words in lower case that begin a number; Italian thousands are `italian_number`'s."""
    if language == "it":
        numbers, ages, ordinals = _italian_below_thousand(), _italian_ages(), _italian_ordinals()
        # “Diciott’anni”, “trent’anni”.
        elided = {word[:-1]: value for word, value in numbers.items() if 11 <= value < 100}
    else:
        numbers = {word: value for value, word in enumerate(_EN_SMALL)}
        numbers |= {word: ten * 10 for ten, word in enumerate(_EN_TENS, 2)}
        ages = ordinals = elided = {}
        ordinals = {f"{word[:-1]}ieth": ten * 10 for ten, word in enumerate(_EN_TENS, 2)}
    words = {word: NumberWord((Decimal(value),), "loose") for word, value in elided.items()}
    words |= {word: NumberWord((Decimal(value),), "ordinal") for word, value in ordinals.items()}
    words |= {word: NumberWord((Decimal(value),), "age") for word, value in ages.items()}
    words |= {word: NumberWord((Decimal(value),), "number") for word, value in numbers.items()}
    kinds: tuple[WordKind, ...] = ("ordinal", "amount", "multiple", "loose", "article")
    for kind in kinds:
        rows = _rows(language, kind).items()
        words |= {
            word: NumberWord(tuple(map(Decimal, values.split("|"))), kind) for word, values in rows
        }
    return words


@lru_cache(maxsize=1024)
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


def english_number(word: str) -> int | None:
    """The value of one English number word in lower case, below a hundred, or None."""
    found = number_words("en").get(word)
    if found is None or (found.kind != "number" and word != "one"):
        return None
    return int(found.value)


def english_spelling(value: Decimal) -> str | None:
    """The English word for a whole number up to ten, which newspapers spell out, or None."""
    return _EN_SMALL[int(value)] if value == int(value) and 0 <= value <= 10 else None


def english_ordinal(value: int) -> str:
    """An ordinal in digits: 1st, 12th, 23rd."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{'th' if value % 100 in (11, 12, 13) else ending}"


@cache
def decade(word: str, language: Language) -> int | None:
    """The two digits of a decade named in words: “Settanta” and “seventies” are 70."""
    if language == "it":
        return (_IT_TENS.index(word) + 2) * 10 if word in _IT_TENS else None
    plural = word.removesuffix("ies") + "y"
    return (_EN_TENS.index(plural) + 2) * 10 if plural in _EN_TENS and word != plural else None
