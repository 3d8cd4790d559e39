"""Read one number of a text, from where it begins to its last magnitude word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple

from workbench.language.measures import find_unit
from workbench.language.number_words import (
    DENOMINATORS,
    MAGNITUDES,
    NumberWord,
    english_number,
    italian_number,
    number_words,
)
from workbench.language.numerals import read_numeral

if TYPE_CHECKING:
    from workbench.model import Language

Sort = Literal["plain", "ordinal", "fraction", "amount", "multiple"]

# The first digit stands alone because a pattern that begins with one set of characters is fast.
_NUMERAL = (
    r"[0-9](?:[0-9]{0,2}(?:(?:[\u00a0\u202f]\d{3})+|(?: \d{3})* \d00)(?:[.,]\d+)?(?!\d)"
    r"|[0-9]*(?:[.,][0-9]+)*)"
)
NUMERAL = re.compile(_NUMERAL)
"""A number in digits, with its marks or the spaces between its thousands."""
_NEXT = re.compile(rf"[ \u00a0\u202f‑-]?(?:({_NUMERAL})|([^\W\d_]+))")
_MONEY = re.compile(r"[€$£]\s?$")
_HALF = {"it": re.compile(r"(?: [^\W\d_]+)? e mezz[oa]\b"), "en": re.compile(r" and a half\b")}
_OPENING = " \u00a0\"'“‘«(["
_FOREIGN = {word: sizes for word, sizes in MAGNITUDES["it"].items() if word not in ("mln", "mld")}
_HALF_PAST = (Decimal("0.5"), Decimal("0.30"), Decimal("12.30"))
_HALVES = ("half", "mezzo", "mezza", "mezz")


class Token(NamedTuple):
    """A numeral or a word, and its place."""

    start: int
    end: int
    text: str
    numeral: bool

    @property
    def key(self) -> str:
        """The word in lower case."""
        return self.text.lower()


@dataclass(slots=True)
class Draft:
    """A number while it is being read: the values so far and where it ends."""

    values: tuple[Decimal, ...]
    end: int
    sort: Sort = "plain"
    firm: bool = True
    digits: bool = False
    foreign: bool = False
    magnitudes: tuple[int, ...] = ()


class Reader:
    """Reads the numbers of one text."""

    def __init__(self, text: str, language: Language) -> None:
        self.text = text
        self.language = language
        self.words = number_words(language)
        self.magnitudes = MAGNITUDES[language]

    def read(self, token: Token) -> Draft | None:
        """The number that begins with the token, or None."""
        draft = self._start(token)
        if draft is not None:
            self._multiply(draft, token)
            self._add(draft)
        return draft

    def _after(self, end: int) -> Token | None:
        """The token after a place, where at most a space or a hyphen stands between."""
        found = _NEXT.match(self.text, end)
        if found is None:
            return None
        group = 1 if found[1] else 2
        return Token(found.start(group), found.end(), found[group], numeral=group == 1)

    def _start(self, token: Token) -> Draft | None:
        if token.numeral:
            reading = read_numeral(token.text, self.language)
            return Draft(reading.values, token.end, digits=True, foreign=reading.foreign)
        word = self.words.get(token.key)
        if word is not None:
            draft = self._word(token, token.key, word)
            # “Seven Sisters”, “Nove Contrade”: a capital within a sentence makes a name of it.
            if draft and token.text[0].isupper() and self._name(token):
                draft.firm, draft.sort = False, "plain"
            return draft
        value = italian_number(token.key)
        return None if value is None else Draft((Decimal(value),), token.end)

    def _word(self, token: Token, key: str, word: NumberWord) -> Draft | None:
        if word.kind == "article" or key in _HALVES:
            return self._article(token, key, word)
        if self.language == "en" and word.kind == "number":
            return self._english_words(token, int(word.value))
        if word.kind in ("number", "age"):
            return self._divided(word.value, token.end) or Draft((word.value,), token.end)
        if key == "cento" and self.text.endswith("per ", 0, token.start):
            return None
        if key == "quarto" and find_unit(self.text, token.end, "it")[0] == "hour":
            return Draft((Decimal("0.25"), Decimal(4)), token.end, firm=False)
        sort: Sort = word.kind if word.kind in ("ordinal", "amount", "multiple") else "plain"
        return Draft(word.values, token.end, sort, firm=False)

    def _name(self, token: Token) -> bool:
        """Whether the word is part of a name, as far as its capital tells."""
        if token.text.isupper() and len(token.text) > 1:
            return False
        before = self.text[: token.start].rstrip(_OPENING)
        after = self.text[token.end : token.end + 2].strip()
        return (bool(before) and before[-1] not in ".!?:…\n") or after[:1].isupper()

    def _article(self, token: Token, key: str, word: NumberWord) -> Draft | None:
        """“Un milione”, “a hundred”, “one in five”, “half a million”, “un terzo”, “a mile”."""
        if key in _HALVES:
            return self._half(token)
        following = self._after(token.end)
        if following and following.key == "hundred":
            return self._after_hundred(100, following.end)
        if following and (following.key not in self.magnitudes or len(following.key) == 1):
            if part := self._divided(Decimal(1), token.end):
                return part
            if key in ("a", "an") and not find_unit(self.text, token.end, "en")[0]:
                return None
        return Draft((word.value,), token.end, firm=False)

    def _half(self, token: Token) -> Draft:
        end = token.end
        following = self._after(end)
        if following and following.key in ("a", "an"):
            end = following.end
            following = self._after(end)
        multiplied = following is not None and following.key in self.magnitudes
        if multiplied or find_unit(self.text, end, self.language)[0]:
            return Draft((Decimal("0.5"),), end, firm=False)
        # The half of something: 2 for “in two”.
        return Draft((Decimal(2), Decimal("0.5"), Decimal(50)), token.end, firm=False)

    def _divided(self, numerator: Decimal, end: int) -> Draft | None:
        """“Due terzi”, “three quarters”; “un terzo” may be a third one, too."""
        following = self._after(end)
        if following is None or numerator > 9:
            return None
        divisor = DENOMINATORS[self.language].get(following.key)
        if divisor is None or numerator >= divisor:
            return None
        part = numerator / divisor
        percent = (part * 100).quantize(Decimal(1))
        single = (Decimal(divisor),) if numerator == 1 else ()
        return Draft((part, percent, *single), following.end, "fraction", firm=False)

    def _english_words(self, token: Token, total: int) -> Draft:
        """“Twenty-three”, “two hundred and fifty”: everything below a thousand."""
        following = self._after(token.end)
        if following is None or following.numeral:
            return Draft((Decimal(total),), token.end)
        if total >= 20:
            last = self.words.get(following.key)
            if last and 0 < last.value < 10 and last.kind in ("number", "article"):
                unit = english_number(following.key)
                if unit:
                    return Draft((Decimal(total + unit),), following.end)
            if last and last.value < 10 and (last.kind == "ordinal" or following.key == "second"):
                return Draft((total + last.value,), following.end, "ordinal", firm=False)
        if following.key == "hundred":
            return self._after_hundred(total * 100, following.end)
        return self._divided(Decimal(total), token.end) or Draft((Decimal(total),), token.end)

    def _after_hundred(self, total: int, end: int) -> Draft:
        following = self._after(end)
        if following and following.key == "and":
            following = self._after(following.end)
        value = english_number(following.key) if following else None
        if following and value is not None:
            rest = self._english_words(following, value)
            if rest.values[0] < 100 and rest.sort == "plain":
                return Draft((total + rest.values[0],), rest.end)
        return Draft((Decimal(total),), end)

    def _magnitude(self, token: Token | None, draft: Draft, begin: int) -> tuple[int, ...]:
        """What the token multiplies by, or nothing."""
        if token is None or token.numeral:
            return ()
        key = token.key
        if len(key) == 1 and not draft.digits:
            return ()
        # The m of “€3m” is a million, that of “3m” a metre.
        if key == "m" and self.language == "en":
            return (10**6,) if _MONEY.search(self.text, max(0, begin - 2), begin) else ()
        if self.language == "en" and key in _FOREIGN:
            draft.foreign = True
            return _FOREIGN[key]
        return self.magnitudes.get(key, ())

    def _multiply(self, draft: Draft, token: Token) -> None:
        """Take in the magnitude words that follow: “4”, “mila”, “miliardi”."""
        if draft.sort in ("ordinal", "fraction", "multiple"):
            return
        following = self._after(draft.end)
        while sizes := self._magnitude(following, draft, token.start):
            draft.values = tuple(value * size for value in draft.values for size in sizes)
            draft.magnitudes += (sizes[0],)
            draft.firm, draft.sort = True, "plain"
            draft.end = following.end if following else draft.end
            following = self._after(draft.end)
        half = _HALF[self.language].match(self.text, draft.end)
        if half and draft.magnitudes:
            more = Decimal(draft.magnitudes[-1]) / 2
            draft.values = tuple(value + more for value in draft.values)
            draft.end = half.end()
        elif half:
            # Half past seven is 7.30, and in the evening 19.30.
            value = draft.values[0]
            draft.values += tuple(value + more for more in _HALF_PAST)

    def _add(self, draft: Draft) -> None:
        """“1 miliardo e 200 milioni”, “two thousand five hundred”: a smaller magnitude adds."""
        if not draft.magnitudes:
            return
        following = self._after(draft.end)
        if following and following.key in ("e", "and"):
            following = self._after(following.end)
        more = self._start(following) if following else None
        if more is None or following is None or not more.firm:
            return
        self._multiply(more, following)
        smaller = 1 < (more.magnitudes or (0,))[-1] < draft.magnitudes[-1]
        words = not (draft.digits or more.digits) and more.values[0] < draft.magnitudes[-1]
        if smaller or words:
            draft.values = tuple(value + more.values[0] for value in draft.values)
            draft.magnitudes += more.magnitudes
            draft.end = more.end
