"""The history of a paragraph as the page shows it: each text with what it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from workbench.diff import Edit, word_diff

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.desk import Review
    from workbench.model import Revision, Segment


class Entry(NamedTuple):
    """One event, and the edits from the text before it."""

    event: Revision
    edits: list[Edit]
    current: bool
    """Whether its text is the one that stands now."""
    reviews: list[Review]
    """What editors said of it, newest first."""


def entries(
    segment: Segment, events: Sequence[Revision], reviews: Sequence[Review] = ()
) -> list[Entry]:
    """The events of a segment, newest first, each compared with the one before it.

    The first is compared with the AI text.
    """
    texts = [*(event.text for event in events), segment.target or ""]
    return [
        Entry(
            event,
            word_diff(old, event.text),
            event.text == (segment.current or ""),
            [review for review in reviews if review.revision == event.id],
        )
        for event, old in zip(events, texts[1:], strict=True)
    ]
