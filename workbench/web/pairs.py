"""What the pairing page shows: pairs, and between them what was left out of the article."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from workbench.align.sentences import best_split, split_points
from workbench.pairing import side_text
from workbench.web.rows import LOW_CONFIDENCE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model import Language, Side
    from workbench.pairing import Pair
    from workbench.workflow import Aside, Pairing

LANGUAGES: dict[Side, Language] = {"source": "it", "target": "en"}


@dataclass(frozen=True, slots=True)
class PartView:
    """One paragraph, or the stretch of one, in a cell."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class PairView:
    """One row of the page."""

    pair: Pair
    source: tuple[PartView, ...]
    target: tuple[PartView, ...]
    state: str = "new"
    revision: int = 0
    edited: bool = False
    left_out: bool = False
    chosen: bool = False
    """Whether the keys act on this row."""

    @property
    def id(self) -> int:
        """The segment's."""
        return self.pair.segment or 0

    @property
    def uncertain(self) -> bool:
        """Whether the pairing wants a look."""
        confidence = self.pair.confidence
        return confidence is not None and confidence < LOW_CONFIDENCE

    @property
    def alone(self) -> bool:
        """Whether one side is missing."""
        return not (self.source and self.target)

    @property
    def name(self) -> str:
        """The first words, to tell it by."""
        text = (self.source or self.target)[0].text
        return text if len(text) < 50 else f"{text[:49]}…"


@dataclass(frozen=True, slots=True)
class AsideView:
    """Lines of the pages that stand together outside the article."""

    id: str
    source: tuple[Aside, ...]
    target: tuple[Aside, ...]

    @property
    def count(self) -> int:
        """How many lines."""
        return len(self.source) + len(self.target)


Entry = PairView | AsideView


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a text that is being split, and the place before it."""

    at: int
    text: str
    proposed: bool


def entries(now: Pairing, chosen: int | None = None) -> list[Entry]:
    """The rows of the page in order; what was left out stands where its page had it."""
    rows = [pair_view(now, pair, chosen=pair.segment == chosen) for pair in now.pairs]
    groups = _groups(now)
    listed: list[Entry] = []
    for at in range(-1, len(rows)):
        if at >= 0:
            listed.append(rows[at])
        if at in groups:
            listed.append(groups[at])
    return listed


def pair_view(now: Pairing, pair: Pair, *, chosen: bool = False) -> PairView:
    """One row."""
    state = now.states[pair.segment or 0]
    return PairView(
        pair,
        _parts(now, pair, "source"),
        _parts(now, pair, "target"),
        state=state.state,
        revision=state.revision,
        edited=state.current != state.target and bool(state.current),
        left_out=state.state == "translated" and not state.current,
        chosen=chosen,
    )


def _parts(now: Pairing, pair: Pair, side: Side) -> tuple[PartView, ...]:
    return tuple(PartView(part.name, part.text(now.texts)) for part in pair.side(side))


def find_pair(now: Pairing, segment: int) -> Pair | None:
    """The pair that is this segment, or None."""
    return next((pair for pair in now.pairs if pair.segment == segment), None)


def to_look_at(listed: Sequence[Entry]) -> int:
    """How many rows want a look: unsure, or with one side missing."""
    return sum(isinstance(e, PairView) and (e.uncertain or e.alone) for e in listed)


def empty_sides(now: Pairing) -> list[Side]:
    """The sides of which nothing is in the article."""
    return [side for side in LANGUAGES if not any(pair.side(side) for pair in now.pairs)]


def sentences(now: Pairing, pair: Pair) -> dict[Side, list[Sentence]]:
    """The sentences of both sides, and before which of them the program would split."""
    texts = {side: side_text(pair.side(side), now.texts) or "" for side in LANGUAGES}
    best = best_split(texts["source"], texts["target"]) or (0, 0)
    proposed = dict(zip(LANGUAGES, best, strict=True))
    return {side: _sentences(text, LANGUAGES[side], proposed[side]) for side, text in texts.items()}


def _sentences(text: str, language: Language, proposed: int) -> list[Sentence]:
    places = [0, *split_points(text, language), len(text)]
    return [
        Sentence(start, text[start:end], start == proposed != 0)
        for start, end in pairwise(places)
        if text[start:end].strip()
    ]


def _groups(now: Pairing) -> dict[int, AsideView]:
    """What was left out, by the index of the row after which it stood; -1 for the top."""
    found: dict[int, dict[Side, list[Aside]]] = {}
    for side in LANGUAGES:
        places = sorted(
            (part.place, at) for at, pair in enumerate(now.pairs) for part in pair.side(side)
        )
        for aside in now.aside:
            if aside.side == side:
                before = bisect_left(places, (aside.part.place, -1))
                row = places[before - 1][1] if before else -1
                found.setdefault(row, {"source": [], "target": []})[side].append(aside)
    return {
        row: AsideView(_group_id(sides), tuple(sides["source"]), tuple(sides["target"]))
        for row, sides in found.items()
    }


def _group_id(sides: dict[Side, list[Aside]]) -> str:
    first = (sides["source"] or sides["target"])[0]
    return f"a{first.part.paragraph}"


def changes(before: Sequence[Entry], after: Sequence[Entry]) -> tuple[list[str], str, list[Entry]]:
    """What to do to a page that shows `before`: ids to remove, the id to go on from, what to add.

    Nothing of what stays is made again, so a step on a long article is a short answer. The id
    is empty where the page begins with what is added.
    """
    old, new = list(map(_plain, before)), list(map(_plain, after))
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    gone = [element_id(entry) for entry in before[head : len(before) - tail]]
    place = element_id(after[head - 1]) if head else ""
    return gone, place, list(after[head : len(after) - tail])


def element_id(entry: Entry) -> str:
    """The id that the entry has on the page."""
    return f"p{entry.id}" if isinstance(entry, PairView) else entry.id


def _plain(entry: Entry) -> Entry:
    return replace(entry, chosen=False) if isinstance(entry, PairView) else entry
