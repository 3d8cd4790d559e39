"""Find the numbers of a text with their places and values, in Italian and in English."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple

from workbench.language.measures import UNITS
from workbench.language.number_words import LOOSE, MAGNITUDES, english_number, italian_number
from workbench.language.numerals import read_numeral
from workbench.language.times import find_times

if TYPE_CHECKING:
    from workbench.model import Language

Kind = Literal["plain", "percent", "points", "ordinal", "time", "code"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text; ``text[start:end]`` has its magnitude, but no unit or per cent sign."""

    start: int
    end: int
    values: tuple[Decimal, ...]
    """What it may mean, the likeliest first; never empty."""
    kind: Kind = "plain"
    firm: bool = True
    """Whether the other language must say it too; “one”, “both” and “F-35” need not recur."""
    digits: bool = True
    """Whether it is written in digits."""
    unit: str = ""
    """The unit of measure that follows, in lower case, e.g. ``km``."""
    magnitudes: tuple[int, ...] = ()
    """The magnitude words in order: “4 thousand billion” has (1000, 1000000000)."""
    foreign: bool = False
    """Written with the other language's marks."""
    suffix: str = ""
    """What follows that belongs to it for a reader: “%”, “ per cento”."""

    @property
    def value(self) -> Decimal:
        """The likeliest value."""
        return self.values[0]

    def same(self, other: Number) -> bool:
        """Whether both may mean the same value."""
        return any(value in other.values for value in self.values)


class _Token(NamedTuple):
    text: str
    start: int
    end: int

    @property
    def key(self) -> str:
        return self.text.lower()

    @property
    def numeric(self) -> bool:
        return self.text[0].isdecimal()


_TOKEN = re.compile(
    r"\d{1,3}(?:(?:[\u00a0\u202f]\d{3})+|(?: \d{3})* \d00)(?:[.,]\d+)?(?!\d)"
    r"|\d+(?:[.,]\d+)*|[^\W\d_]+|[%°ºª£€$]"
)
_CODE = re.compile(r"(?:[A-Z][^\W\d_]*[-–‑]?|[^\W\d_])$")
_CALL = re.compile(r"\+?\d+(?:[-/]\d+){2,}|\+\d[\d ]{6,}\d")
_MONEY = re.compile(r"[€$£]\s?$")
_HALF = {"it": re.compile(r"(?: [^\W\d_]+)? e mezz[oa]\b"), "en": re.compile(r" and a half\b")}
_PERCENT = re.compile(r"[ \u00a0\u202f]?(?:%|per\s?cento\b|per\s?cent\b|pc\b)")
_POINTS = re.compile(
    r"[ \u00a0-]?(?:punti|punto|percentage points?|basis points?|points?|pp)\b"
    r"(?: (?:percentual[ei]|base)\b)?"
)
_UNIT = re.compile(r"[ \u00a0\u202f-]?(km/h|mph|°\s?[CF]\b|[^\W\d_]+|°)", re.IGNORECASE)
_ORDINAL = {
    "it": re.compile(r"[°ºª^](?!\s?[CF]\b)|esim[oaie]\b"),
    "en": re.compile(r"(?:st|nd|rd|th)\b"),
}
_RANGE = re.compile(r"\s?(?:[-–—]|a|ai|agli|e|ed|o|to|and|or|fino a|%\s?[-–—]?)\s?")
_OPENING = " \u00a0\"'“‘«(["
_ARTICLES = {"it": ("un", "uno", "una"), "en": ("a", "an", "one")}


def find_numbers(text: str, language: Language) -> list[Number]:
    """The numbers of `text` in order, none inside another; times, decades and codes are loose."""
    taken = [_time(*found) for found in find_times(text, language)]
    taken += [_call(m) for m in _CALL.finditer(text) if not _overlaps(m.start(), m.end(), taken)]
    reader = _Reader(text, language)
    numbers = [n for n in reader.read_all() if not _overlaps(n.start, n.end, taken)]
    return _share_magnitudes(sorted([*taken, *numbers], key=lambda n: n.start), text)


def _overlaps(start: int, end: int, numbers: list[Number]) -> bool:
    return any(number.start < end and start < number.end for number in numbers)


def _time(start: int, end: int, values: tuple[Decimal, ...], firm: bool) -> Number:  # noqa: FBT001 - the fields of a found time
    return Number(start, end, values, kind="time", firm=firm)


def _call(match: re.Match[str]) -> Number:
    """A telephone number or a date of digits: one value made of all digits, never demanded."""
    joined = Decimal("".join(c for c in match.group() if c.isdecimal()))
    parts = tuple(Decimal(part) for part in re.findall(r"\d+", match.group()))
    return Number(match.start(), match.end(), (joined, *parts), kind="code", firm=False)


def _share_magnitudes(numbers: list[Number], text: str) -> list[Number]:
    """In “2-3 miliardi” and “from 4 thousand to 8 thousand billion” the first shares the last."""
    for at in range(len(numbers) - 2, -1, -1):
        first, second = numbers[at], numbers[at + 1]
        between = text[first.end : second.start]
        if not _RANGE.fullmatch(between) or first.kind == "time":
            continue
        unit = first.unit or second.unit
        values = first.values
        if second.magnitudes and first.magnitudes[-1:] != second.magnitudes[-1:]:
            values += tuple(value * second.magnitudes[-1] for value in first.values)
        numbers[at] = replace(first, unit=unit, values=values)
    return numbers


@dataclass(slots=True)
class _Draft:
    """A number while it is being read: the values so far and the index of the next token."""

    values: tuple[Decimal, ...]
    next: int
    firm: bool = True
    digits: bool = True
    foreign: bool = False
    magnitudes: tuple[int, ...] = ()


class _Reader:
    def __init__(self, text: str, language: Language) -> None:
        self.text = text
        self.language = language
        self.tokens = [_Token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text)]

    def read_all(self) -> list[Number]:
        numbers, at = [], 0
        while at < len(self.tokens):
            draft = self.start(at)
            if draft is None:
                at += 1
                continue
            self.multiply(draft)
            self.add(draft)
            numbers.append(self.finish(draft, at))
            at = draft.next
        return numbers

    def joined(self, at: int) -> bool:
        """Whether the token `at` follows its neighbour after at most a space or a hyphen."""
        if not 0 < at < len(self.tokens):
            return False
        gap = self.text[self.tokens[at - 1].end : self.tokens[at].start]
        return len(gap) <= 1 and gap in " \u00a0\u202f-‑"

    def magnitude(self, at: int) -> tuple[int, ...]:
        """What the token `at` multiplies by, or nothing."""
        if not self.joined(at):
            return ()
        key = self.tokens[at].key
        # The m of “€3m” is a million, that of “3m” a metre.
        if key == "m" and self.language == "en" and at:
            money = _MONEY.search(self.text[: self.tokens[at - 1].start])
            return (10**6,) if money else ()
        return MAGNITUDES[self.language].get(key, ())

    def start(self, at: int) -> _Draft | None:
        token = self.tokens[at]
        if token.numeric:
            reading = read_numeral(token.text, self.language)
            return _Draft(reading.values, at + 1, foreign=reading.foreign)
        key = token.key
        if self.magnitude(at + 1):
            if key in _ARTICLES[self.language]:
                return _Draft((Decimal(1),), at + 1, digits=False)
            if key in ("mezzo", "half"):
                return _Draft((Decimal("0.5"),), at + 1, digits=False)
        if (
            key == "half"
            and self.tokens[at + 1 : at + 2]
            and self.tokens[at + 1].key == "a"
            and self.magnitude(at + 2)
        ):
            return _Draft((Decimal("0.5"),), at + 2, digits=False)
        return self.in_words(at)

    def in_words(self, at: int) -> _Draft | None:
        key = self.tokens[at].key
        # “Seven Sisters”, “Nove Contrade”: a capital within a sentence makes a name of it.
        if self.name(at):
            return None
        loose = LOOSE[self.language].get(key)
        if self.language == "it":
            value = italian_number(key)
            if key == "cento" and at and self.tokens[at - 1].key == "per":
                return None
            if value is not None and loose is None:
                return _Draft((Decimal(value),), at + 1, digits=False)
        elif (draft := self.english_words(at)) is not None:
            return draft
        if loose is None:
            return None
        return _Draft((loose,), at + 1, firm=False, digits=False)

    def name(self, at: int) -> bool:
        """Whether the word `at` is part of a name, as far as its capital tells."""
        token = self.tokens[at]
        if not token.text[0].isupper() or token.text.isupper():
            return False
        before = self.text[: token.start].rstrip(_OPENING)
        after = self.text[token.end : token.end + 2].strip()
        return (bool(before) and before[-1] not in ".!?:…\n") or after[:1].isupper()

    def english_words(self, at: int) -> _Draft | None:
        """“Twenty-three”, “two hundred and fifty”, “a hundred”: everything below a thousand."""
        key = self.tokens[at].key
        total = english_number(key)
        following = at + 1
        hundred = self.joined(at + 1) and self.tokens[at + 1].key == "hundred"
        if total is None and key in ("a", "one") and hundred:
            total = 1
        if total is None or (key == "one" and not hundred and not self.magnitude(at + 1)):
            return None
        if total >= 20 and self.joined(following):
            unit = english_number(self.tokens[following].key)
            if unit and unit < 10:
                return _Draft((Decimal(total + unit),), following + 1, digits=False)
        if hundred:
            return self.after_hundred(total * 100, at + 2)
        return _Draft((Decimal(total),), following, digits=False)

    def after_hundred(self, total: int, at: int) -> _Draft:
        following = at
        if self.joined(following) and self.tokens[following].key == "and":
            following += 1
        rest = self.english_words(following) if self.joined(following) else None
        if rest is not None and rest.values[0] < 100:
            return _Draft((total + rest.values[0],), rest.next, digits=False)
        return _Draft((Decimal(total),), at, digits=False)

    def multiply(self, draft: _Draft) -> None:
        """Take in the magnitude words that follow: “4”, “mila”, “miliardi”."""
        while sizes := self.magnitude(draft.next):
            draft.values = tuple(value * size for value in draft.values for size in sizes)
            draft.magnitudes += (sizes[0],)
            draft.firm = True
            draft.next += 1
        half = _HALF[self.language].match(self.text, self.tokens[draft.next - 1].end)
        if half and draft.magnitudes:
            more = Decimal(draft.magnitudes[-1]) / 2
            draft.values = tuple(value + more for value in draft.values)
            while draft.next < len(self.tokens) and self.tokens[draft.next].end <= half.end():
                draft.next += 1
        elif half:
            draft.values += tuple(value + Decimal("0.5") for value in draft.values)

    def add(self, draft: _Draft) -> None:
        """“1 miliardo e 200 milioni”, “two thousand five hundred”: a smaller magnitude adds."""
        if not draft.magnitudes:
            return
        at = draft.next
        if self.joined(at) and self.tokens[at].key in ("e", "and"):
            at += 1
        more = self.start(at) if self.joined(at) else None
        if more is None or not more.firm:
            return
        self.multiply(more)
        smaller = 1 < (more.magnitudes or (0,))[-1] < draft.magnitudes[-1]
        words = not (draft.digits or more.digits) and more.values[0] < draft.magnitudes[-1]
        if smaller or words:
            draft.values = tuple(value + more.values[0] for value in draft.values)
            draft.magnitudes += more.magnitudes
            draft.next = more.next

    def finish(self, draft: _Draft, at: int) -> Number:
        start, end = self.tokens[at].start, self.tokens[draft.next - 1].end
        number = Number(
            start,
            end,
            draft.values,
            firm=draft.firm,
            digits=draft.digits,
            magnitudes=draft.magnitudes,
            foreign=draft.foreign,
        )
        if draft.digits and _CODE.search(self.text[max(0, start - 12) : start]):
            # “AW27” is the winter of 2027.
            years = tuple(value + 2000 for value in draft.values if 10 <= value < 100)
            return replace(number, kind="code", firm=False, values=draft.values + years)
        return self.with_suffix(number)

    def with_suffix(self, number: Number) -> Number:
        """Say what is counted: per cent, points, an order, a unit of measure."""
        kinds: tuple[tuple[Kind, re.Pattern[str]], ...] = (
            ("ordinal", _ORDINAL[self.language]),
            ("percent", _PERCENT),
            ("points", _POINTS),
        )
        for kind, pattern in kinds:
            if found := pattern.match(self.text, number.end):
                return replace(number, kind=kind, suffix=found.group())
        unit = _UNIT.match(self.text, number.end)
        if unit and unit[1].lower().replace(" ", "") in UNITS:
            return replace(number, unit=unit[1].lower().replace(" ", ""))
        return number
