"""Two texts of one paragraph, written by two people at once, and what both started from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench import workflow
from workbench.diff import Edit, merge, word_diff
from workbench.web import saving
from workbench.web.store import get_db

if TYPE_CHECKING:
    from workbench.model import Revision, Segment


@dataclass(frozen=True, slots=True)
class Clash:
    """What the page shows of a save that was refused because another one came first."""

    typed: str
    stored: str
    base: int
    """The event after which the refused text was begun."""
    ancestor: str | None
    """What stood there then; None where the paragraph itself is another now."""
    event: Revision | None
    """The save that came first."""

    @property
    def mine(self) -> list[Edit]:
        """From what both started from to what was typed."""
        return word_diff(self.ancestor or "", self.typed)

    @property
    def theirs(self) -> list[Edit]:
        """From what both started from to what was saved."""
        return word_diff(self.ancestor or "", self.stored)

    @property
    def both(self) -> bool:
        """Whether the two changes leave each other alone."""
        if self.ancestor is None:
            return False
        return merge(self.ancestor, self.typed, self.stored) is not None


def clash(stored: Segment, *, same: bool) -> Clash:
    """What was typed beside what is stored; `same` says that the form was of this paragraph."""
    base = saving.posted_base()
    return Clash(
        typed=saving.typed() or "",
        stored=stored.current or "",
        base=base,
        ancestor=workflow.text_at(get_db(), stored.id, base) if same else None,
        event=next(iter(workflow.history(get_db(), stored.id)), None),
    )
