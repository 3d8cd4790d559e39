"""Two lists of paragraphs to the links between them: the aligner.

Start at `align`. The stages: ``tokens`` (text to keys), ``lexicon`` and ``features`` (which words
can stand for which), ``band`` (where to look), ``costs`` (how likely a bead is right),
``candidates`` and ``search`` (the best chain of beads), ``repair`` (pairs that the chain leaves
facing each other) and ``confidence`` (how sure each link is).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.align.band import find_band
from workbench.align.confidence import rate
from workbench.align.costs import Costs
from workbench.align.features import Features
from workbench.align.repair import join_leftovers
from workbench.align.search import search
from workbench.clean.furniture import furniture
from workbench.model import Link

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["align"]

_DOUBTFUL = ("button", "date", "section", "weak")
"""Furniture that is none among the paragraphs of an article."""


def align(source: Sequence[str], target: Sequence[str]) -> list[Link]:
    """The links between Italian and English paragraphs, sorted; in no link is unaligned.

    A link joins one paragraph to up to three, or two to two; neighbours may be swapped. Each
    index stands in one link at most. Pure computation, the same answer every time.
    """
    ours, theirs = _article(source), _article(target)
    if not ours or not theirs:
        return []
    features = Features([source[i] for i in ours], [target[j] for j in theirs])
    costs = Costs(features, find_band(features))
    beads = join_leftovers(search(costs), costs)
    links = [
        Link(tuple(ours[i] for i in bead.source), tuple(theirs[j] for j in bead.target), chance)
        for bead, chance in zip(beads, rate(beads, costs), strict=True)
    ]
    return sorted(links, key=lambda link: (link.source, link.target))


def _article(paragraphs: Sequence[str]) -> list[int]:
    """The indices of the paragraphs that are no furniture of a page, wherever they stand."""
    classes = (furniture(paragraph) for paragraph in paragraphs)
    return [i for i, found in enumerate(classes) if found is None or found.kind in _DOUBTFUL]
