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

    Joining the equal and deleted runs gives `old`, the equal and inserted ones `new`. Words that
    stand one behind the other and are all replaced are one deletion and one insertion.
    """
    edits: list[Edit] = []
    for equal, gone, come in _joined(_steps(old, new)):
        if equal:
            edits.append(Edit("equal", gone))
            continue
        edits += [Edit("delete", gone)] if gone else []
        edits += [Edit("insert", come)] if come else []
    return edits


def excerpt(edits: list[Edit], around: int) -> list[Edit]:
    """The edits with at most so many characters of what stays as it is beside each of them."""
    short: list[Edit] = []
    for index, edit in enumerate(edits):
        last = index == len(edits) - 1
        room = around * ((index > 0) + (not last))
        if edit.kind != "equal" or len(edit.text) <= room + 1:
            short.append(edit)
            continue
        head = edit.text[:around] if index else ""
        tail = "" if last else edit.text[-around:]
        short.append(Edit("equal", f"{head}…{tail}"))
    return short


class _Step(NamedTuple):
    """What stands in the old text, and what in the new one in its place."""

    equal: bool
    old: str
    new: str

    @property
    def replaces(self) -> bool:
        return not self.equal and bool(self.old) and bool(self.new)


def _steps(old: str, new: str) -> list[_Step]:
    before, after = WORDS.findall(old), WORDS.findall(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return [
        _Step(tag == "equal", "".join(before[start:end]), "".join(after[new_start:new_end]))
        for tag, start, end, new_start, new_end in matcher.get_opcodes()
    ]


def _joined(steps: list[_Step]) -> list[_Step]:
    """The steps; replacements that only white space is between are made one."""
    joined: list[_Step] = []
    for index, step in enumerate(steps):
        following = steps[index + 1] if index + 1 < len(steps) else None
        between = step.equal and step.old.isspace() and following and following.replaces
        if joined and joined[-1].replaces and (between or step.replaces):
            last = joined[-1]
            joined[-1] = last._replace(old=last.old + step.old, new=last.new + step.new)
        else:
            joined.append(step)
    return joined


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
    for equal, old, new in _steps(base, text):
        if not equal:
            found.append(_Change(place, place + len(old), new))
        place += len(old)
    return found
