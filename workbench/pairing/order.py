"""The order of an article: the Italian's, with added English where it was read."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from workbench.pairing.parts import Pair, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workbench.model import Link, Role
    from workbench.pairing.parts import Part


def arrange(pairs: Iterable[Pair]) -> list[Pair]:
    """The pairs in the order of the Italian.

    English without Italian follows the pair that holds the English before it.
    """
    listed = list(pairs)
    anchored = sorted((p for p in listed if p.source), key=lambda p: p.source[0].order)
    added = sorted((p for p in listed if not p.source), key=lambda p: p.target[0].order)
    owners = sorted((part.order, at) for at, p in enumerate(anchored) for part in p.target)
    after: dict[int, list[Pair]] = {}
    for pair in added:
        before = bisect_left(owners, (pair.target[0].order, -1))
        after.setdefault(owners[before - 1][1] if before else -1, []).append(pair)
    ordered = after.get(-1, [])
    for at, pair in enumerate(anchored):
        ordered += [pair, *after.get(at, ())]
    return ordered


def from_links(
    source: Sequence[tuple[Part, Role]],
    target: Sequence[tuple[Part, Role]],
    links: Sequence[Link],
) -> list[Pair]:
    """The links, and every part in none of them, as pairs in the order of the article.

    A link's indices count in `source` and `target`. The Italian says which role a pair has.
    """
    used = {i for link in links for i in link.source}, {j for link in links for j in link.target}
    made = [
        Pair(
            joined(source[i][0] for i in link.source),
            joined(target[j][0] for j in link.target),
            source[link.source[0]][1],
            link.confidence,
        )
        for link in links
    ]
    made += [Pair((part,), (), role) for i, (part, role) in enumerate(source) if i not in used[0]]
    made += [Pair((), (part,), role) for j, (part, role) in enumerate(target) if j not in used[1]]
    return arrange(made)
