"""Which sentences of a paragraph say what which sentences of its translation do."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from workbench.align import align
from workbench.align.sentences import split_points

if TYPE_CHECKING:
    from workbench.model import Language


class Matched(NamedTuple):
    """A stretch of one or more whole sentences on both sides, in code points."""

    source_start: int
    source_end: int
    target_start: int
    target_end: int


def match_sentences(source: str, target: str) -> list[Matched]:
    """The stretches that say the same, in the order of the Italian; a sentence may have none."""
    ours, theirs = _sentences(source, "it"), _sentences(target, "en")
    links = align([one.text for one in ours], [one.text for one in theirs], cleaned=True)
    return [
        Matched(
            ours[link.source[0]].start,
            ours[link.source[-1]].end,
            theirs[link.target[0]].start,
            theirs[link.target[-1]].end,
        )
        for link in links
        if link.source and link.target
    ]


class _Sentence(NamedTuple):
    start: int
    end: int
    text: str


def _sentences(text: str, language: Language) -> list[_Sentence]:
    cuts = [0, *split_points(text, language), len(text)]
    pieces = [(start, text[start:end].rstrip()) for start, end in pairwise(cuts)]
    return [_Sentence(start, start + len(piece), piece) for start, piece in pieces if piece]
