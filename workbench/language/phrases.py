"""Phrases that are no English, by a table: “they was”, “explain me”, “since three years”."""

from __future__ import annotations

from functools import cache
from itertools import pairwise, product
from typing import TYPE_CHECKING, NamedTuple

from workbench.language.tables import read_table
from workbench.language.words import FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.language.words import Word

_START, _END = "^", "$"
"""In the table: the phrase begins a sentence; it ends before a mark or a function word."""


class Phrase(NamedTuple):
    """Words that do not go together, and what English says where that is sure."""

    kind: str
    """What is wrong: agreement or calque."""
    start: int
    end: int
    right: str | None


class _Row(NamedTuple):
    kind: str
    slots: tuple[frozenset[str], ...]
    right: str
    begins: bool
    ends: bool
    not_after: frozenset[str]
    not_before: frozenset[str]


def find_phrases(text: str, words: Sequence[Word]) -> Iterator[Phrase]:
    """All phrases of the table in `text`, whose words are `words`."""
    rows = _rows()
    for index, (word, following) in enumerate(pairwise(words)):
        for row in rows.get((word.key, following.key), ()):
            found = words[index : index + len(row.slots)]
            if _fits(row, text, found) and _belongs(row, text, words, index):
                yield Phrase(row.kind, found[0].start, found[-1].end, _right(row, found))
                break


def _fits(row: _Row, text: str, found: Sequence[Word]) -> bool:
    """Whether the words are those of the row, with nothing but spaces between them."""
    if len(found) < len(row.slots):
        return False
    if any(word.key not in slot for word, slot in zip(found, row.slots, strict=True)):
        return False
    gaps = pairwise(found)
    small = all(word.text.islower() or word.text == "I" for word in found[1:])
    return small and all(text[one.end : two.start].isspace() for one, two in gaps)


def _belongs(row: _Row, text: str, words: Sequence[Word], index: int) -> bool:
    """Whether nothing before or after the words makes them good English."""
    last = words[index + len(row.slots) - 1]
    before = text[: words[index].start].rstrip(" \n“\"‘'(")
    if row.begins and before[-1:] not in ("", *".!?:;”"):
        return False
    if index and words[index - 1].key in row.not_after and before.endswith(words[index - 1].text):
        return False
    after = text[last.end : last.end + 2]
    if after[:1] == "-" or (after[1:].isdigit() and "#" in row.not_before):
        return False
    following = words[index + len(row.slots)] if after[1:].isalpha() else None
    if following is None:
        return True
    if following.key in row.not_before:
        return False
    return not row.ends or following.key in FUNCTION_WORDS["en"]


def _right(row: _Row, found: Sequence[Word]) -> str | None:
    """What to write instead, with the words of the text that stay."""
    if not row.right:
        return None
    right = row.right.format("", *(word.text for word in found))
    return right[0].upper() + right[1:] if found[0].text[0].isupper() else right


@cache
def _rows() -> dict[tuple[str, str], list[_Row]]:
    """The rows by each two words that they may begin with."""
    found: dict[tuple[str, str], list[_Row]] = {}
    for row in read_table("phrases"):
        if row["kind"] == "group":
            continue
        slots = row["words"].split()
        begins, ends = slots[0] == _START, slots[-1] == _END
        sets = tuple(_alternatives(slot) for slot in slots if slot not in (_START, _END))
        made = _Row(
            row["kind"],
            sets,
            row["right"],
            begins,
            ends,
            _alternatives(row["not_after"]),
            _alternatives(row["not_before"]),
        )
        for two in product(sets[0], sets[1]):
            found.setdefault(two, []).append(made)
    return found


@cache
def _groups() -> dict[str, frozenset[str]]:
    """The rows that only name a group of words, for use in the others: MODALS."""
    return {
        row["words"].split()[0]: frozenset(row["right"].split("|"))
        for row in read_table("phrases")
        if row["kind"] == "group"
    }


def _alternatives(slot: str) -> frozenset[str]:
    groups = _groups()
    return frozenset().union(*(groups.get(word, {word}) for word in slot.split("|") if word))
