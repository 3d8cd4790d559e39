"""The steps by which a person repairs a pairing: each gives the pairs after it and a sentence.

A step is made for `workbench.workflow.repair.repair`. Numbers in the sentences are those that
the paragraphs had when the step was made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench import pairing
from workbench.align import align
from workbench.align.sentences import best_split
from workbench.errors import BadInput
from workbench.messages import Message, message

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from workbench.model import Link, Role, Side
    from workbench.pairing import Cut, Pair, Part
    from workbench.workflow.repair import Pairing

    Step = Callable[[Pairing], tuple[list[Pair], Message]]

SURE = 0.5
"""From this confidence on, a paragraph that was put back is put beside its counterpart."""

_MOVED = {
    ("source", -1): message("Italian of paragraph %(n)s moved up."),
    ("source", 1): message("Italian of paragraph %(n)s moved down."),
    ("target", -1): message("English of paragraph %(n)s moved up."),
    ("target", 1): message("English of paragraph %(n)s moved down."),
}


def merge(segment: int) -> Step:
    """Merge a segment with the next one."""

    def step(now: Pairing) -> tuple[list[Pair], Message]:
        at = _place(now, segment)
        what = message("Paragraphs %(n)s and %(next)s merged.", n=at + 1, next=at + 2)
        return pairing.merge(now.pairs, at), what

    return step


def split(segment: int, source_at: int | None, target_at: int | None) -> Step:
    """Split a segment before these characters of its texts; a side without one stays whole."""

    def step(now: Pairing) -> tuple[list[Pair], Message]:
        at = _place(now, segment)
        pair = now.pairs[at]
        cuts = _cut(now, pair.source, source_at), _cut(now, pair.target, target_at)
        return pairing.split(now.pairs, at, *cuts), message("Paragraph %(n)s split.", n=at + 1)

    return step


def split_beside(segment: int, target_at: int) -> Step:
    """Split a segment before that character of its AI text, and the Italian where it fits best."""

    def step(now: Pairing) -> tuple[list[Pair], Message]:
        pair = now.pairs[_place(now, segment)]
        texts = pairing.side_text(pair.source, now.texts), pairing.side_text(pair.target, now.texts)
        best = best_split(texts[0] or "", texts[1] or "", target_at=target_at)
        return split(segment, best[0] if best else None, target_at)(now)

    return step


def move(segment: int, side: Side, by: int) -> Step:
    """Move one side of a segment up (-1) or down (1)."""

    def step(now: Pairing) -> tuple[list[Pair], Message]:
        at = _place(now, segment)
        what = Message(_MOVED[side, by].template, {"n": str(at + 1)})
        return pairing.move(now.pairs, at, side, by), what

    return step


def unpair(segment: int) -> Step:
    """Take a segment apart."""

    def step(now: Pairing) -> tuple[list[Pair], Message]:
        at = _place(now, segment)
        return pairing.unpair(now.pairs, at), message("Paragraph %(n)s taken apart.", n=at + 1)

    return step


def pair(source: Collection[str], target: Collection[str]) -> Step:
    """Make a pair of exactly these parts, which are named as `Part.name` does."""

    def step(now: Pairing) -> tuple[list[Pair], Message]:
        ours, theirs = _named(now, source, "source"), _named(now, target, "target")
        pairs = pairing.pair(now.pairs, ours, theirs)
        first = pairing.Pair((min(ours, key=lambda part: part.order),))
        at = next(at for at, made in enumerate(pairs) if made.touches(first))
        return pairs, message("Chosen paragraphs paired as %(n)s.", n=at + 1)

    return step


def swap(segment: int) -> Step:
    """Exchange the English of a segment and the next one."""

    def step(now: Pairing) -> tuple[list[Pair], Message]:
        at = _place(now, segment)
        what = message("English of %(n)s and %(next)s exchanged.", n=at + 1, next=at + 2)
        return pairing.swap(now.pairs, at), what

    return step


def drop(source: Collection[str], target: Collection[str]) -> Step:
    """Take the paragraphs of these parts out of the article."""

    def step(now: Pairing) -> tuple[list[Pair], Message]:
        chosen = [*_named(now, source, "source"), *_named(now, target, "target")]
        if not chosen:
            raise BadInput(message("Choose the paragraphs that do not belong to the article."))
        gone = {part.paragraph for part in chosen}
        parts = [part for made in now.pairs for part in (*made.source, *made.target)]
        left = pairing.drop(now.pairs, [part for part in parts if part.paragraph in gone])
        return left, message("Paragraphs left out: %(count)s.", count=len(gone))

    return step


def restore(paragraph: int) -> Step:
    """Put a paragraph back that is not in the article, beside its counterpart if that is alone."""

    def step(now: Pairing) -> tuple[list[Pair], Message]:
        aside = next((a for a in now.aside if a.part.paragraph == paragraph), None)
        if aside is None:
            raise BadInput(message("That paragraph is in the article already."))
        pairs = pairing.restore(now.pairs, aside.side, aside.part, aside.role)
        words = aside.text if len(aside.text) < 40 else f"{aside.text[:39]}…"
        return _joined_up(now, pairs, aside.part), message("“%(words)s” put back.", words=words)

    return step


def set_role(segment: int, role: Role) -> Step:
    """Say what a segment is: a headline, a caption …"""

    def step(now: Pairing) -> tuple[list[Pair], Message]:
        at = _place(now, segment)
        what = message("Role of paragraph %(n)s changed.", n=at + 1)
        return pairing.set_role(now.pairs, at, role), what

    return step


def accept(segment: int) -> Step:
    """Say that a pair which the program was unsure of is right."""

    def step(now: Pairing) -> tuple[list[Pair], Message]:
        at = _place(now, segment)
        return pairing.accept(now.pairs, at), message("Paragraph %(n)s is right.", n=at + 1)

    return step


def realign() -> Step:
    """Let the program pair all that is in the article anew; roles stay."""

    def step(now: Pairing) -> tuple[list[Pair], Message]:
        sides = [
            sorted(
                ((part, made.role) for made in now.pairs for part in made.side(side)),
                key=lambda entry: entry[0].order,
            )
            for side in pairing.SIDES
        ]
        source, target = ([part.text(now.texts) for part, _ in side] for side in sides)
        links = align(source, target, cleaned=True)
        return pairing.from_links(sides[0], sides[1], links), message("Paired anew by the program.")

    return step


def _place(now: Pairing, segment: int) -> int:
    for at, made in enumerate(now.pairs):
        if made.segment == segment:
            return at
    raise _changed()


def _named(now: Pairing, names: Collection[str], side: Side) -> list[Part]:
    known = {part.name: part for made in now.pairs for part in made.side(side)}
    if not known.keys() >= set(names):
        raise _changed()
    return [known[name] for name in names]


def _changed() -> BadInput:
    return BadInput(
        message("That paragraph has changed meanwhile: look at the pairing as it is now.")
    )


def _cut(now: Pairing, parts: tuple[Part, ...], offset: int | None) -> Cut | None:
    return None if offset is None else pairing.cut_at(parts, now.texts, offset)


def _joined_up(now: Pairing, pairs: list[Pair], part: Part) -> list[Pair]:
    """The pairs, with `part` beside a paragraph that stands alone if the two surely belong."""
    alone = [made for made in pairs if not (made.source and made.target)]
    source = [p for made in alone for p in made.source]
    target = [p for made in alone for p in made.target]
    for link in align(
        [p.text(now.texts) for p in source], [p.text(now.texts) for p in target], cleaned=True
    ):
        parts = _parts(link, source, target)
        if link.confidence >= SURE and part in (*parts[0], *parts[1]):
            return pairing.pair(pairs, *parts)
    return pairs


def _parts(link: Link, source: list[Part], target: list[Part]) -> tuple[list[Part], list[Part]]:
    return [source[i] for i in link.source], [target[j] for j in link.target]
