"""A newer AI text of an article on which people have worked: their work goes over into it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.pairing import JOINT, joined
from workbench.store import alignments, segments

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlite_utils import Database

    from workbench.pairing import Pair, Part
    from workbench.store.segments import StateRow
    from workbench.store.versions import VersionRow


@dataclass(frozen=True, slots=True)
class Renewal:
    """What a newer text does to the work on the older one, in paragraphs."""

    same: int
    """Whose AI text is the same: all that was done in them stays."""
    changed: int
    """Whose AI text is another, and nobody had worked on them."""
    compare: int
    """Whose AI text is another although somebody had: both are shown, and a person chooses."""
    left: int
    """On which somebody had worked, and which the newer text has no place for."""


@dataclass(frozen=True, slots=True)
class _Match:
    """A segment of the newer version, and those of the older one that it stands for."""

    segment: int
    target: str | None
    """The newer AI text."""
    old: dict[int, StateRow]
    """With the AI text that the correction was written over, if it is older still."""

    @property
    def before(self) -> str | None:
        """The older AI text."""
        return _joined(state.target for state in self.old.values())

    @property
    def work(self) -> str | None:
        """What people had made of it, empty where they left it out; None where nobody worked.

        That an omission was meant says nothing about English which there is now.
        """
        if all(state.state == "new" for state in self.old.values()):
            return None
        current = _joined(state.current for state in self.old.values())
        return None if current is None and not self.before and self.target else current or ""

    @property
    def confirmed(self) -> bool:
        return all(state.state == "translated" for state in self.old.values())

    @property
    def same(self) -> bool:
        """Whether there is nothing to compare: the AI text is the old one, or what people wrote."""
        return self.target == self.before or (self.target or "") == self.work


def renewal(db: Database, old: VersionRow, new: VersionRow) -> Renewal:
    """What importing the newer version will do to the work on the older one."""
    matches, left = _matches(db, old, new)
    changed = [match for match in matches if not match.same]
    compare = sum(match.work is not None for match in changed)
    same = len(matches) - len(changed)
    return Renewal(same, len(changed) - compare, compare, left)


def carry_from(db: Database, old: VersionRow, new: VersionRow, author: str) -> None:
    """Put people's work on the older version into the newer one; inside a transaction.

    Where the AI text is the same it stays what it was, draft or confirmed. Where it is another,
    the correction stands as a draft beside both AI texts until somebody has looked.
    """
    for match in _matches(db, old, new)[0]:
        alignments.add_origins(db, match.segment, match.old)
        if match.work is None:
            continue
        kind = "confirm" if match.confirmed and match.same else "draft"
        earlier = None if match.same else match.before or ""
        segments.add_revision(
            db, match.segment, kind, match.work, 0, author, carried=True, earlier=earlier
        )


def _matches(db: Database, old: VersionRow, new: VersionRow) -> tuple[list[_Match], int]:
    """The matches, and how many segments with work in them have none."""
    before, after = alignments.pairs_of(db, old.alignment), alignments.pairs_of(db, new.alignment)
    states = segments.states(db, [pair.segment or 0 for pair in before])
    texts = segments.states(db, [pair.segment or 0 for pair in after])
    found = _Finder(before, states)
    written = {
        listed.id: states[listed.id]._replace(target=listed.earlier)
        for listed in segments.segments(db, old.id)
        if listed.earlier is not None
    }
    matches = []
    for pair in after:
        segment = pair.segment or 0
        ids = found.for_pair(pair, texts[segment].target)
        olds = {i: written.get(i, states[i]) for i in ids}
        matches.append(_Match(segment, texts[segment].target, olds))
    used = {segment for match in matches for segment in match.old}
    left = sum(
        state.state != "new" and bool(state.current)
        for segment, state in states.items()
        if segment not in used
    )
    return matches, left


class _Finder:
    """Which of the older segments a newer pair stands for: by its Italian, else by its English."""

    def __init__(self, before: Sequence[Pair], states: Mapping[int, StateRow]) -> None:
        self.by_source: dict[Part, Pair] = {part: pair for pair in before for part in pair.source}
        self.by_target: dict[str | None, list[int]] = defaultdict(list)
        for pair in before:
            if not pair.source:
                segment = pair.segment or 0
                self.by_target[states[segment].target].append(segment)

    def for_pair(self, pair: Pair, target: str | None) -> list[int]:
        """Ids in order; none where the Italian is grouped in another way now."""
        if not pair.source:
            again = self.by_target[target]
            return [again.pop(0)] if again else []
        held = [self.by_source[part] for part in pair.source if part in self.by_source]
        olds = {old.segment or 0: old for old in held}
        together = joined(part for old in olds.values() for part in old.source)
        return list(olds) if together == pair.source else []


def _joined(texts: Iterable[str | None]) -> str | None:
    return JOINT.join(text for text in texts if text) or None
