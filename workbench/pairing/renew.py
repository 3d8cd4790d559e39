"""A newer AI text takes the place of an older one: what did not change keeps its pair."""

from __future__ import annotations

from collections import Counter, defaultdict
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from workbench.align import align
from workbench.pairing.order import arrange
from workbench.pairing.parts import Pair, Part, joined, side_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workbench.model import Paragraph, Role
    from workbench.pairing.parts import Texts

    Stored = tuple[int, Paragraph]
    """A paragraph and its id."""


def renewed(old: Sequence[Pair], texts: Texts, english: Sequence[tuple[Part, Role]]) -> list[Pair]:
    """The pairs of the newer `english`; `texts` holds the paragraphs of both.

    A pair whose English is there again stays as people made it. What is left on both sides is
    aligned anew, the Italian in the groups that the older pairs had.
    """
    again = _same(old, texts, english)
    kept = [
        Pair(pair.source, tuple(again[part] for part in pair.target), pair.role, pair.confidence)
        for pair in old
        if pair.target and all(part in again for part in pair.target)
    ]
    taken = sorted((part for pair in kept for part in pair.target), key=lambda part: part.order)
    sources = {pair.source for pair in kept}
    italian = [pair for pair in old if pair.source and pair.source not in sources]
    left = [(rest, role) for part, role in english for rest in _rest(part, taken)]
    return arrange([*kept, *_aligned(italian, left, texts)])


def still_in(
    old: Sequence[Stored], used: Iterable[int], new: Sequence[Stored]
) -> list[tuple[Part, Role]]:
    """The paragraphs of the `new` page that belong to the article.

    What a person put back into the `old` page or took out of it is decided in the same way
    again; `used` are the ids of the old paragraphs that are in the article. Where a text stands
    on the page more than once, its places are decided one by one.
    """
    inside = set(used)
    before: dict[str, list[bool]] = defaultdict(list)
    for number, paragraph in old:
        before[paragraph.text].append(number in inside)
    count = Counter(paragraph.text for _, paragraph in new)
    wanted = {
        text: iter(decided if len(decided) == count[text] else decided[:1] * count[text])
        for text, decided in before.items()
        if len(decided) == count[text] or len(set(decided)) == 1
    }
    return [
        (Part(paragraph.position, number), "body" if paragraph.dropped else paragraph.role)
        for number, paragraph in new
        if next(wanted.get(paragraph.text, iter(())), not paragraph.dropped)
    ]


def _same(
    old: Sequence[Pair], texts: Texts, english: Sequence[tuple[Part, Role]]
) -> dict[Part, Part]:
    """For each old part whose paragraph is there again, the same part of the new one."""
    parts = sorted((part for pair in old for part in pair.target), key=lambda part: part.order)
    before = list(dict.fromkeys((part.place, part.paragraph) for part in parts))
    matcher = SequenceMatcher(
        None,
        [texts[paragraph] for _, paragraph in before],
        [texts[part.paragraph] for part, _ in english],
        autojunk=False,
    )
    now = {
        before[block.a + step][1]: english[block.b + step][0]
        for block in matcher.get_matching_blocks()
        for step in range(block.size)
    }
    return {
        part: Part(new.place, new.paragraph, part.start, part.end)
        for part in parts
        if (new := now.get(part.paragraph))
    }


def _rest(part: Part, taken: Iterable[Part]) -> list[Part]:
    """The stretches of a whole paragraph that are not `taken`, which are in reading order."""
    left, start = [], 0
    for one in taken:
        if one.paragraph != part.paragraph:
            continue
        if start < one.start:
            left.append(Part(part.place, part.paragraph, start, one.start))
        if one.end is None:
            return left
        start = one.end
    return [*left, Part(part.place, part.paragraph, start)]


def _aligned(
    italian: Sequence[Pair], english: Sequence[tuple[Part, Role]], texts: Texts
) -> list[Pair]:
    units = [side_text(pair.source, texts) or "" for pair in italian]
    links = align(units, [part.text(texts) for part, _ in english], cleaned=True)
    ours = {i for link in links for i in link.source}
    theirs = {j for link in links for j in link.target}
    pairs = [
        Pair(
            joined(part for i in link.source for part in italian[i].source),
            joined(english[j][0] for j in link.target),
            italian[link.source[0]].role,
            link.confidence,
        )
        for link in links
    ]
    pairs += [Pair(pair.source, (), pair.role) for i, pair in enumerate(italian) if i not in ours]
    pairs += [Pair((), (part,), role) for j, (part, role) in enumerate(english) if j not in theirs]
    return pairs
