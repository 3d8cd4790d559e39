"""Two lists of paragraphs to the links between them: the aligner.

Start at `align`. The stages: ``tokens`` (text to keys) and ``blocks`` (text to facts), ``lexicon``
and ``features`` (which words can stand for which), ``band`` (where to look), ``evidence`` (how
likely a bead is right), ``candidates`` and ``search`` (the best chain of beads), ``unrest`` (how
much the texts differ) and ``confidence`` (how sure each link is). ``sentences`` cuts a pair in two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.align.band import find_band
from workbench.align.candidates import find_candidates
from workbench.align.confidence import rate
from workbench.align.evidence import Evidence
from workbench.align.features import Features
from workbench.align.search import search
from workbench.align.unrest import bonus
from workbench.model import Link

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["align"]

_DOUBTFUL = ("button", "date", "headlines", "number", "section", "weak")
"""Furniture that is none among the paragraphs of an article."""


def align(source: Sequence[str], target: Sequence[str], *, cleaned: bool = False) -> list[Link]:
    """The links between Italian and English paragraphs, sorted; in no link is unaligned.

    A link joins one paragraph to up to three, or two to two; neighbours may be swapped. Each
    index stands in one link at most. Lines that look like furniture of a page are in no link,
    unless the texts are `cleaned`: then somebody has decided that every paragraph belongs to the
    article. Pure computation, the same answer every time.
    """
    ours, theirs = (
        list(range(len(side))) if cleaned else _article(side) for side in (source, target)
    )
    if not ours or not theirs:
        return []
    features = Features([source[i] for i in ours], [target[j] for j in theirs])
    band = find_band(features)
    candidates = find_candidates(Evidence(features, band))
    extra = bonus(search(candidates, band, 0.0), features)
    beads = search(candidates, band, extra)
    links = [
        Link(tuple(ours[i] for i in bead.source), tuple(theirs[j] for j in bead.target), chance)
        for bead, chance in zip(beads, rate(beads, candidates, band, min(0.0, extra)), strict=True)
    ]
    return sorted(links, key=lambda link: (link.source, link.target))


def _article(paragraphs: Sequence[str]) -> list[int]:
    """The indices of the paragraphs that are no furniture of a page, wherever they stand."""
    # The checks, which use the word list of this package, need none of it.
    from workbench.clean.furniture import furniture  # noqa: PLC0415

    classes = (furniture(paragraph) for paragraph in paragraphs)
    return [i for i, found in enumerate(classes) if found is None or found.kind in _DOUBTFUL]
