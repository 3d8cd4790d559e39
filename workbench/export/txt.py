"""Plain text: UTF-8, LF, NFC, a blank line between paragraphs, a newline at the end."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.model import Segment


@dataclass(frozen=True, slots=True)
class Export:
    """The text that goes out, and the segments that no person has confirmed."""

    text: str
    unreviewed: tuple[Segment, ...]


def export_text(segments: Iterable[Segment], *, approved_only: bool = False) -> Export:
    """The current English of `segments` in their order; segments without English are left out.

    With `approved_only` the unconfirmed ones are left out too; either way they are listed.
    """
    listed = tuple(segments)
    unreviewed = tuple(segment for segment in listed if not segment.confirmed)
    chosen = [segment for segment in listed if segment.confirmed or not approved_only]
    paragraphs = [segment.current.strip() for segment in chosen if segment.current]
    body = "\n\n".join(unicodedata.normalize("NFC", text) for text in paragraphs if text)
    return Export(f"{body}\n" if body else "", unreviewed)
