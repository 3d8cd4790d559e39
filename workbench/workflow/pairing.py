"""From links between two lists of paragraphs to segments in the order of the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.store.segments import Pair

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model import Link, Paragraph

    Stored = tuple[int, Paragraph]
    Entry = tuple[tuple[int, ...], tuple[int, ...], float | None]


def pairs(
    italian: Sequence[Stored], english: Sequence[Stored], links: Sequence[Link]
) -> list[Pair]:
    """The links, and every unlinked paragraph, as segments in the order of the article.

    That is the order of the Italian; an English paragraph without Italian follows the
    segment of the English paragraph before it.
    """
    linked = {i for link in links for i in link.source}
    omitted: list[Entry] = [((i,), (), None) for i in range(len(italian)) if i not in linked]
    entries: list[Entry] = [(link.source, link.target, link.confidence) for link in links]
    entries = sorted(entries + omitted)
    after = _added(len(english), entries)
    ordered: list[Entry] = [((), (j,), None) for j in after.get(-1, ())]
    for entry in entries:
        ordered.append(entry)
        ordered += [((), (j,), None) for j in after.get(entry[0][0], ())]
    return [_pair(italian, english, entry) for entry in ordered]


def _added(count: int, entries: Sequence[Entry]) -> dict[int, list[int]]:
    """English paragraphs in no entry, under the Italian one they follow; -1 at the top."""
    owner = {j: entry[0][0] for entry in entries for j in entry[1]}
    after: dict[int, list[int]] = {}
    place = -1
    for j in range(count):
        place = owner.get(j, place)
        if j not in owner:
            after.setdefault(place, []).append(j)
    return after


def _pair(italian: Sequence[Stored], english: Sequence[Stored], entry: Entry) -> Pair:
    source = [italian[i] for i in entry[0]]
    target = [english[j] for j in entry[1]]
    return Pair(
        source=tuple(number for number, _ in source),
        target=tuple(number for number, _ in target),
        role=(source or target)[0][1].role,
        source_text="\n\n".join(paragraph.text for _, paragraph in source) or None,
        target_text="\n\n".join(paragraph.text for _, paragraph in target) or None,
        confidence=entry[2],
    )
