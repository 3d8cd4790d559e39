"""What changed between two texts, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal, NamedTuple

WORDS = re.compile(r"\s+|\w+(?:[’'\-]\w+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Edit:
    """A run of text that both have, or that only the new (insert) or old one (delete) has."""

    kind: Literal["equal", "insert", "delete"]
    text: str


def word_diff(old: str, new: str) -> list[Edit]:
    """The edits that lead from `old` to `new`, in reading order, deletions before insertions.

    Joining the equal and deleted runs gives `old`, the equal and inserted ones `new`.
    """
    before, after = WORDS.findall(old), WORDS.findall(new)
    edits: list[Edit] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            edits.append(Edit("equal", "".join(before[start:end])))
            continue
        if start < end:
            edits.append(Edit("delete", "".join(before[start:end])))
        if new_start < new_end:
            edits.append(Edit("insert", "".join(after[new_start:new_end])))
    return edits


def place_in_new(old: str, new: str, place: int) -> int:
    """Where the character ``old[place]`` stands in `new`, or what stands in its stead begins.

    A place inside words that were deleted is behind what was put in for them. The order is
    kept: a later place in `old` is never an earlier one in `new`.
    """
    before = after = 0
    for edit in word_diff(old, new):
        length = len(edit.text)
        if edit.kind == "insert":
            after += length
            continue
        if edit.kind == "equal" and place < before + length:
            return after + max(place - before, 0)
        if edit.kind == "delete" and place == before:
            return after
        before += length
        after += length if edit.kind == "equal" else 0
    return len(new)


def merge(base: str, ours: str, theirs: str) -> str | None:
    """Both sides' changes to `base` in one text; None where they touch the same words.

    A three-way merge as diff3 makes it (Khanna, Kunal and Pierce 2007), word by word.
    """
    changes = sorted({*_changes(base, ours), *_changes(base, theirs)})
    if any(second.start <= first.end for first, second in pairwise(changes)):
        return None
    merged, place = "", 0
    for change in changes:
        merged += base[place : change.start] + change.text
        place = change.end
    return merged + base[place:]


class _Change(NamedTuple):
    """What a text has in the place of ``base[start:end]``."""

    start: int
    end: int
    text: str


def _changes(base: str, text: str) -> list[_Change]:
    found: list[_Change] = []
    place = 0
    for edit in word_diff(base, text):
        if edit.kind == "equal":
            place += len(edit.text)
        elif edit.kind == "delete":
            found.append(_Change(place, place + len(edit.text), ""))
            place += len(edit.text)
        elif found and found[-1].end == place and not found[-1].text:
            found[-1] = found[-1]._replace(text=edit.text)
        else:
            found.append(_Change(place, place, edit.text))
    return found
