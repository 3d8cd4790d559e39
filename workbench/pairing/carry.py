"""What becomes of a correction when its pair changes: it stays with the words it was made on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from workbench.diff import place_in_new
from workbench.pairing.parts import JOINT, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workbench.pairing.parts import Pair, Part, Texts

Place = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Held:
    """A pair as it was, with what people had made of it."""

    pair: Pair
    target: str | None
    """The AI text."""
    current: str | None
    touched: bool = False
    """Whether anybody has written or confirmed anything in it."""
    confirmed: bool = False
    anchor: tuple[int, int] | None = None
    """A place in the AI text and the place in the current one that a person says is the same."""


class Carried(NamedTuple):
    """The text that people's work gives a new pair, and whether it still counts as confirmed."""

    text: str
    confirmed: bool


class _Piece(NamedTuple):
    place: Place
    text: str
    paragraph: int


def carried(pair: Pair, before: Sequence[Held], texts: Texts) -> Carried | None:
    """What people wrote in the pairs that `pair` was made from; None where they wrote nothing.

    `before` are the old pairs in the order of the article. A correction goes where the AI words
    go on which it was made; what somebody wrote for an Italian paragraph without English goes
    with the Italian. A confirmation holds where pairs were only merged or split.
    """
    origins = [held for held in before if pair.touches(held.pair)]
    if not any(held.touched for held in origins):
        return None
    pieces = _pieces(pair, origins, texts)
    if not pieces:
        return None
    text = _join(pieces)
    confirmed = _regrouped(pair, origins) and all(held.confirmed for held in origins)
    edited = any(held.touched and held.current != held.target for held in origins)
    return Carried(text, confirmed) if confirmed or edited else None


def without(held: Held, written: Iterable[str]) -> Held:
    """The pair without paragraphs of `written`, which have gone elsewhere, in its current text."""
    left = held.current or ""
    for text in written if held.pair.target and held.touched else ():
        around = f"{JOINT}{left}{JOINT}".replace(f"{JOINT}{text}{JOINT}", JOINT, 1)
        left = around.removeprefix(JOINT).removesuffix(JOINT)
    return replace(held, current=left) if left else held


def _pieces(pair: Pair, origins: Sequence[Held], texts: Texts) -> list[_Piece]:
    """What each of the old pairs gives to the text of the new one, in reading order."""
    pieces: list[_Piece] = []
    place: Place = (-1, 0, 0)
    for held in origins:
        if text := _written(pair, held):
            pieces.append(_Piece((place[0], place[1], 1), text, -1))
        else:
            pieces += _translated(pair, held, texts)
            place = max([place, *(piece.place for piece in pieces)])
    return sorted(pieces, key=lambda piece: piece.place)


def _written(pair: Pair, held: Held) -> str:
    """What somebody wrote for Italian without English that begins in `pair` now."""
    if held.pair.target or not held.current:
        return ""
    source, pieces = held.pair.source, held.current.split(JOINT)
    if len(pieces) != len(source):
        source, pieces = source[:1], [held.current]
    return JOINT.join(
        piece
        for part, piece in zip(source, pieces, strict=True)
        if any(mine.overlaps(replace(part, end=part.start + 1)) for mine in pair.source)
    )


def _translated(pair: Pair, held: Held, texts: Texts) -> list[_Piece]:
    """The stretches of the current text that stand for the AI words which `pair` has taken."""
    pieces = []
    begin = 0
    for part in held.pair.target:
        after = begin + len(part.text(texts)) + len(JOINT)
        for mine in pair.target:
            if part.overlaps(mine):
                start, end = _stretch(part, mine, texts)
                text = _current(held, begin + start, after if end is None else begin + end)
                pieces.append(_Piece((*max(part.order, mine.order), 0), text, part.paragraph))
        begin = after
    return pieces


def _stretch(part: Part, mine: Part, texts: Texts) -> tuple[int, int | None]:
    """Where the words of `mine` stand in the text of `part`; None where they go to its end."""
    raw = texts[part.paragraph][part.start : part.end]
    first = part.start + len(raw) - len(raw.lstrip())
    start = max(0, mine.start - first)
    if mine.end is None or mine.end - first >= len(raw.strip()):
        return start, None
    return start, mine.end - first


def _current(held: Held, start: int, end: int) -> str:
    """The current text that stands for ``target[start:end]`` of the AI text."""
    old, new = held.target or "", held.current or ""
    return new[_moved(held, old, new, start) : _moved(held, old, new, end)].strip()


def _moved(held: Held, old: str, new: str, place: int) -> int:
    if place <= 0 or place >= len(old):
        return 0 if place <= 0 else len(new)
    if held.anchor and old[min(place, held.anchor[0]) : max(place, held.anchor[0])].isspace():
        return held.anchor[1]
    if held.anchor and place == held.anchor[0]:
        return held.anchor[1]
    return place_in_new(old, new, place)


def _join(pieces: Iterable[_Piece]) -> str:
    """The pieces as one text: those of one paragraph run on, others stand apart."""
    text, last = "", None
    for piece in pieces:
        if not piece.text:
            continue
        if text:
            text += " " if piece.paragraph == last else JOINT
        text, last = text + piece.text, piece.paragraph
    return text


def _regrouped(pair: Pair, origins: Sequence[Held]) -> bool:
    """Whether old pairs were merged into this one, or it was split from a single one."""
    if len(origins) == 1:
        old = origins[0].pair
        return bool(pair.source) >= bool(old.source) and bool(pair.target) >= bool(old.target)
    source = joined(part for held in origins for part in held.pair.source)
    target = joined(part for held in origins for part in held.pair.target)
    return (source, target) == (pair.source, pair.target)
