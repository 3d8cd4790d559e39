"""What a person does to the pairs of an article: each move gives new pairs, in order.

A move never loses a part: what it takes from a pair stays as a pair of its own. Where it cannot
be made it says so in one sentence (`BadInput`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.errors import BadInput
from workbench.messages import message
from workbench.pairing.order import arrange
from workbench.pairing.parts import Cut, Pair, Part, halves, joined

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from workbench.model import Role, Side

SIDES: tuple[Side, Side] = ("source", "target")


def merge(pairs: Sequence[Pair], at: int) -> list[Pair]:
    """The pair at `at` and the next one become one."""
    if at + 1 >= len(pairs):
        raise BadInput(message("Nothing follows this paragraph: there is nothing to merge."))
    first, second = pairs[at], pairs[at + 1]
    both = _made(first.role, first.source + second.source, first.target + second.target)
    return arrange([*pairs[:at], both, *pairs[at + 2 :]])


def split(pairs: Sequence[Pair], at: int, source: Cut | None, target: Cut | None) -> list[Pair]:
    """The pair becomes two, cut at these places; a side that is not cut stays in the first."""
    if source is None and target is None:
        raise BadInput(message("There is no place to split at: choose one inside the text."))
    pair = pairs[at]
    above, below = halves(pair.source, source) if source else (pair.source, ())
    left, right = halves(pair.target, target) if target else (pair.target, ())
    two = [_made(pair.role, above, left), _made(pair.role, below, right)]
    return arrange([*pairs[:at], *two, *pairs[at + 1 :]])


def move(pairs: Sequence[Pair], at: int, side: Side, by: int) -> list[Pair]:
    """One side goes to the pair above (`by` -1) or below (1) that has the other side.

    Of several parts only the first goes up, only the last down.
    """
    parts = pairs[at].side(side)
    if not parts:
        raise BadInput(message("There is nothing to move on this side of the paragraph."))
    other: Side = "target" if side == "source" else "source"
    there = at + by
    while 0 <= there < len(pairs) and not pairs[there].side(other):
        there += by
    if not 0 <= there < len(pairs):
        raise BadInput(message("There is no paragraph to move it to in that direction."))
    moved = parts[-1:] if by > 0 else parts[:1]
    changed = list(pairs)
    changed[there] = _with(pairs[there], side, pairs[there].side(side) + moved)
    changed[at] = _with(pairs[at], side, tuple(part for part in parts if part not in moved))
    return _tidy(changed)


def unpair(pairs: Sequence[Pair], at: int) -> list[Pair]:
    """Every part of the pair stands alone."""
    old = pairs[at]
    alone = [Pair((part,), (), old.role) for part in old.source]
    alone += [Pair((), (part,), old.role) for part in old.target]
    if len(alone) == 1:
        raise BadInput(message("This paragraph is in no pair: there is nothing to take apart."))
    return arrange([*pairs[:at], *alone, *pairs[at + 1 :]])


def pair(pairs: Sequence[Pair], source: Collection[Part], target: Collection[Part]) -> list[Pair]:
    """Exactly these parts become a pair, wherever they were."""
    if not source or not target:
        raise BadInput(
            message("Choose at least one Italian and one English paragraph to put in a pair.")
        )
    role = next(p.role for p in pairs if any(part in source for part in p.source))
    left = [_without(_without(p, "source", source), "target", target) for p in pairs]
    return _tidy([*left, _made(role, tuple(source), tuple(target))])


def swap(pairs: Sequence[Pair], at: int) -> list[Pair]:
    """The pair at `at` and the next one exchange their English."""
    if at + 1 >= len(pairs):
        raise BadInput(message("Nothing follows this paragraph: there is nothing to swap with."))
    first, second = pairs[at], pairs[at + 1]
    changed = [_with(first, "target", second.target), _with(second, "target", first.target)]
    return _tidy([*pairs[:at], *changed, *pairs[at + 2 :]])


def drop(pairs: Sequence[Pair], parts: Collection[Part]) -> list[Pair]:
    """These parts leave the article."""
    left = [_without(_without(p, "source", parts), "target", parts) for p in pairs]
    return _tidy(left)


def restore(pairs: Sequence[Pair], side: Side, part: Part, role: Role) -> list[Pair]:
    """A part that was left out comes back to the article, in no pair."""
    back = Pair((part,), (), role) if side == "source" else Pair((), (part,), role)
    return arrange([*pairs, back])


def set_role(pairs: Sequence[Pair], at: int, role: Role) -> list[Pair]:
    """The pair at `at` gets another role."""
    return [*pairs[:at], replace(pairs[at], role=role), *pairs[at + 1 :]]


def accept(pairs: Sequence[Pair], at: int) -> list[Pair]:
    """A person has looked at the pair and found it right."""
    return [*pairs[:at], replace(pairs[at], confidence=None), *pairs[at + 1 :]]


def _made(role: Role, source: Sequence[Part], target: Sequence[Part]) -> Pair:
    return Pair(joined(source), joined(target), role)


def _with(pair: Pair, side: Side, parts: Sequence[Part]) -> Pair:
    source = parts if side == "source" else pair.source
    return _made(pair.role, source, pair.target if side == "source" else parts)


def _without(pair: Pair, side: Side, parts: Collection[Part]) -> Pair:
    left = tuple(part for part in pair.side(side) if part not in parts)
    return pair if left == pair.side(side) else _with(pair, side, left)


def _tidy(pairs: Sequence[Pair]) -> list[Pair]:
    return arrange(pair for pair in pairs if pair.source or pair.target)
