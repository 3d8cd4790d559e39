"""Stretches of paragraphs, pairs of them, and the places where they can be cut."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from workbench.model import Role, Side

    Texts = Mapping[int, str]
    """The text of each paragraph, by its id."""

JOINT = "\n\n"
"""What stands between the paragraphs of one side of a pair."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of one paragraph, the whole of it unless somebody has cut it."""

    place: int
    """Where the paragraph stands on its page."""
    paragraph: int
    """Its id."""
    start: int = 0
    end: int | None = None
    """In code points of the paragraph; None where it goes to the end."""

    @property
    def order(self) -> tuple[int, int]:
        """Parts of one side in the order in which they are read."""
        return self.place, self.start

    @property
    def whole(self) -> bool:
        """Whether it is a paragraph that nobody has cut."""
        return self.start == 0 and self.end is None

    @property
    def name(self) -> str:
        """What a form calls it: ``12``, or ``12:40:80`` where it was cut."""
        end = "" if self.end is None else self.end
        return f"{self.paragraph}" if self.whole else f"{self.paragraph}:{self.start}:{end}"

    def text(self, texts: Texts) -> str:
        """Its words, without the white space where it was cut."""
        return texts[self.paragraph][self.start : self.end].strip()

    def overlaps(self, other: Part) -> bool:
        """Whether both hold some of the same characters."""
        return (
            self.paragraph == other.paragraph
            and (self.end is None or other.start < self.end)
            and (other.end is None or self.start < other.end)
        )


@dataclass(frozen=True, slots=True)
class Pair:
    """Italian and English parts that belong together; one side may be empty."""

    source: tuple[Part, ...] = ()
    target: tuple[Part, ...] = ()
    role: Role = "body"
    confidence: float | None = None
    """How sure the program is of it, 0 to 1; None where a person made it, or a side is empty."""
    segment: int | None = None
    """Id of the segment, where the pair is already one."""

    @property
    def key(self) -> str:
        """The same for the same parts, whichever alignment pairs them: 16 hex digits."""
        names = "".join(str(tuple(map(_name, parts))) for parts in (self.source, self.target))
        return sha256(names.encode()).hexdigest()[:16]

    def touches(self, other: Pair) -> bool:
        """Whether both hold some of the same characters."""
        return any(
            mine.overlaps(theirs)
            for ours, others in ((self.source, other.source), (self.target, other.target))
            for mine in ours
            for theirs in others
        )

    def side(self, side: Side) -> tuple[Part, ...]:
        """The parts of one side."""
        return self.source if side == "source" else self.target


class Cut(NamedTuple):
    """A place between two characters of one side: before `offset` of the part at index `part`."""

    part: int
    offset: int


def side_text(parts: Iterable[Part], texts: Texts) -> str | None:
    """What a person reads on one side of a pair, or None where it is empty."""
    return JOINT.join(part.text(texts) for part in parts) or None


def joined(parts: Iterable[Part]) -> tuple[Part, ...]:
    """The parts in order; those that touch become one again."""
    found: list[Part] = []
    for part in sorted(parts, key=lambda part: part.order):
        last = found[-1] if found else None
        if last and last.paragraph == part.paragraph and last.end == part.start:
            found[-1] = Part(last.place, last.paragraph, last.start, part.end)
        else:
            found.append(part)
    return tuple(found)


def cut_at(parts: tuple[Part, ...], texts: Texts, offset: int) -> Cut | None:
    """The cut before character `offset` of `side_text`; None where nothing stands on one side."""
    begin = 0
    for index, part in enumerate(parts):
        piece = texts[part.paragraph][part.start : part.end]
        lead = len(piece) - len(piece.lstrip())
        length = len(piece.strip())
        if offset <= begin:
            return Cut(index, part.start) if index else None
        if offset < begin + length:
            return Cut(index, part.start + lead + offset - begin)
        begin += length + len(JOINT)
    return None


def halves(parts: tuple[Part, ...], cut: Cut) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """The parts before and after the cut."""
    part = parts[cut.part]
    if cut.offset <= part.start:
        return parts[: cut.part], parts[cut.part :]
    first = Part(part.place, part.paragraph, part.start, cut.offset)
    second = Part(part.place, part.paragraph, cut.offset, part.end)
    return (*parts[: cut.part], first), (second, *parts[cut.part + 1 :])


def _name(part: Part) -> int | tuple[int, int, int | None]:
    return part.paragraph if part.whole else (part.paragraph, part.start, part.end)
