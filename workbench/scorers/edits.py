"""The edits that TER counts, as sacreBLEU counts them and many times faster.

TER (Snover et al. 2006) is the number of insertions, deletions, substitutions and shifts of word
sequences that make a hypothesis its reference; which shifts are tried and which is taken is
Tercom's heuristic. sacreBLEU fills a matrix in Python for every shift that it tries. Here the
distances come from rapidfuzz, and of the matrix only the cells beside the path of one best
rewriting are asked for. sacreBLEU searches a band of the matrix; where an exact distance cannot
be shown to lie in the band, the pair is left to sacreBLEU itself.
"""

from __future__ import annotations

import math
from itertools import accumulate
from operator import le
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Levenshtein

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BEAM = 25
MAX_SHIFT_SIZE = 10
MAX_SHIFT_DISTANCE = 50
MAX_CANDIDATES = 1000
"""sacreBLEU's limits, which are Tercom's."""

_FIRST = 0x20000
"""From here on there are as many characters as a text has different words."""


def count_edits(hypothesis: Sequence[str], reference: Sequence[str]) -> int | None:
    """Edits, shifts included, from the words of one text to those of the other.

    None where it cannot be shown that sacreBLEU would give the same number.
    """
    if not reference:
        return len(hypothesis)
    try:
        return _count(*_as_characters(hypothesis, reference))
    except _UnprovenError:
        return None


def _count(ours: str, theirs: str) -> int:
    band = _Band(len(ours), len(theirs))
    shifts = tried = 0
    distance = band.distance(ours, theirs)
    while True:
        shift, tried = _best_shift(ours, theirs, distance, tried, band)
        if shift is None or tried >= MAX_CANDIDATES or shift.gain <= 0:
            return distance + shifts
        ours, distance = shift.words, band.distance(shift.words, theirs)
        shifts += 1


class _Shift(NamedTuple):
    """A shift that was tried; the greatest is taken, as Tercom ranks them."""

    gain: int
    length: int
    start: int
    """Negative: of equals the earliest in the hypothesis."""
    target: int
    """Negative: then the earliest place to shift to."""
    words: str


class _UnprovenError(Exception):
    """The band may give sacreBLEU another distance."""


def _as_characters(*texts: Sequence[str]) -> list[str]:
    """The texts with one character for each word: what rapidfuzz compares fastest."""
    known: dict[str, str] = {}
    return [
        "".join(known.setdefault(word, chr(_FIRST + len(known))) for word in text) for text in texts
    ]


class _Band:
    """The cells of the matrix that sacreBLEU looks at: near the diagonal of the two lengths."""

    def __init__(self, rows: int, columns: int) -> None:
        self.rows = rows
        self.columns = columns
        self.ratio = columns / rows if rows else 1
        wide = self.ratio / 2 > BEAM
        self.width = math.ceil(self.ratio / 2 + BEAM) if wide else BEAM
        diagonal = [math.floor(row * self.ratio) for row in range(rows + 1)]
        self.first = [column - self.width for column in diagonal]
        self.last = [column + self.width - 1 for column in diagonal]
        self.last[0] = self.last[rows] = columns

    def distance(self, ours: str, theirs: str) -> int:
        """The edit distance of the texts, if the band cannot miss it."""
        found: int = Levenshtein.distance(ours, theirs)
        if not self.near(found):
            self.path(ours, theirs)
        return found

    def near(self, distance: int) -> bool:
        """Whether no rewriting of so many edits can leave the band."""
        return distance + abs(self.columns - self.rows) + 1 < self.width

    def path(self, ours: str, theirs: str) -> _Path:
        """One of the best rewritings of two beginnings of the texts, if it stays in the band.

        In all of its cells, then, sacreBLEU has the exact distance.
        """
        path = _Path([0] * (len(ours) + 1), [0] * (len(ours) + 1))
        for code in Levenshtein.opcodes(ours, theirs):
            top, bottom, left, right = (
                code.src_start, code.src_end, code.dest_start, code.dest_end,
            )  # fmt: skip
            if top == bottom:
                path.last[top] = right
            elif left == right:
                path.first[top + 1 : bottom + 1] = [left] * (bottom - top)
                path.last[top + 1 : bottom + 1] = [left] * (bottom - top)
            else:
                path.first[top + 1 : bottom + 1] = range(left + 1, right + 1)
                path.last[top + 1 : bottom + 1] = range(left + 1, right + 1)
        if not (all(map(le, self.first, path.first)) and all(map(le, path.last, self.last))):
            raise _UnprovenError
        return path


class _Path(NamedTuple):
    """A rewriting: the cells of each row from the first to the last column."""

    first: list[int]
    last: list[int]

    def holds(self, row: int, column: int) -> bool:
        """Whether the rewriting goes through that cell."""
        return self.first[row] <= column <= self.last[row]


def _best_shift(
    ours: str, theirs: str, before: int, tried: int, band: _Band
) -> tuple[_Shift | None, int]:
    """The shift that shortens the distance most, and how many have been tried by now."""
    path = _trace(ours, theirs, before, band)
    aligned, wrong_ours, wrong_theirs = _alignment(path)
    best: _Shift | None = None
    seen: set[tuple[int, int, int]] = set()
    for start, place, length in _matches(ours, theirs, wrong_ours, wrong_theirs):
        if start <= aligned[place] < start + length:
            continue
        previous = -1
        for at in range(place - 1, place + length):
            target = aligned[at] + 1 if at >= 0 else 0
            if target == previous:
                continue
            previous = target
            tried += 1
            if (start, length, target) in seen:
                continue
            seen.add((start, length, target))
            best = _better(best, ours, theirs, before, (start, length, target))
        if tried >= MAX_CANDIDATES:
            break
    return best, tried


def _better(
    best: _Shift | None, ours: str, theirs: str, before: int, move: tuple[int, int, int]
) -> _Shift:
    start, length, target = move
    words = _shifted(ours, start, length, target)
    limit = before - best.gain if best else None
    gain = before - Levenshtein.distance(words, theirs, score_cutoff=limit)
    shift = _Shift(gain, length, -start, -target, words)
    return shift if best is None or shift[:4] > best[:4] else best


def _shifted(words: str, start: int, length: int, target: int) -> str:
    moved = words[start : start + length]
    if target < start:
        return words[:target] + moved + words[target:start] + words[start + length :]
    if target > start + length:
        return words[:start] + words[start + length : target] + moved + words[target:]
    rest = words[:start] + words[start + length :]
    return rest[:target] + moved + rest[target:]


def _matches(
    ours: str, theirs: str, wrong_ours: list[int], wrong_theirs: list[int]
) -> Iterator[tuple[int, int, int]]:
    """Where the same words stand in both, and how many: start, start and length, in order.

    Only those with an error on both sides: there a shift may help.
    """
    places: dict[str, list[int]] = {}
    for place in _beside_errors(wrong_theirs):
        places.setdefault(theirs[place], []).append(place)
    for start in _beside_errors(wrong_ours):
        right = wrong_ours[start]
        for place in places.get(ours[start], ()):
            if abs(place - start) > MAX_SHIFT_DISTANCE:
                continue
            right_there = wrong_theirs[place]
            most = min(MAX_SHIFT_SIZE, len(ours) - start, len(theirs) - place)
            for length in range(1, most + 1):
                if ours[start + length - 1] != theirs[place + length - 1]:
                    break
                if (
                    wrong_ours[start + length] > right
                    and wrong_theirs[place + length] > right_there
                ):
                    yield start, place, length


def _beside_errors(wrong: list[int]) -> list[int]:
    """The places from which a stretch that can be shifted reaches an error."""
    reach = wrong[MAX_SHIFT_SIZE:] + wrong[-1:] * min(MAX_SHIFT_SIZE, len(wrong))
    return [place for place, here in enumerate(wrong[:-1]) if reach[place] > here]


def _trace(ours: str, theirs: str, distance: int, band: _Band) -> str:
    """The rewriting that sacreBLEU takes, from its end backwards by its preferences.

    One letter for each step: k(eep), s(ubstitute), d(elete), i(nsert).
    """
    row, column, left = len(ours), len(theirs), distance
    path = None if band.near(left) else band.path(ours, theirs)
    steps = []
    while row and column:
        step = "k"
        if ours[row - 1] != theirs[column - 1]:
            left -= 1
            step = _step(ours[:row], theirs[:column], left)
        steps.append(step)
        row -= step != "i"
        column -= step != "d"
        if path and not path.holds(row, column):
            path = None if band.near(left) else band.path(ours[:row], theirs[:column])
    return "i" * column + "d" * row + "".join(reversed(steps))


def _step(ours: str, theirs: str, left: int) -> str:
    """The first step, of a substitution, a deletion and an insertion, that leaves `left` edits."""
    for step, shorter in (("s", theirs[:-1]), ("d", theirs)):
        if Levenshtein.distance(ours[:-1], shorter, score_cutoff=left) <= left:
            return step
    return "i"


def _alignment(path: str) -> tuple[list[int], list[int], list[int]]:
    """For each reference word its place in the hypothesis; and sums of errors on both sides.

    The sums have one entry more than there are words: errors before each place.
    """
    aligned: list[int] = []
    ours: list[int] = []
    theirs: list[int] = []
    for step in path:
        if step != "i":
            ours.append(step != "k")
        if step != "d":
            aligned.append(len(ours) - 1)
            theirs.append(step != "k")
    return aligned, [0, *accumulate(ours)], [0, *accumulate(theirs)]
