"""The change note of an article: what people changed in the AI text, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from workbench.corrections import compare
from workbench.diff import Edit, word_diff
from workbench.store import changes as store
from workbench.store import notes, reviews, segments
from workbench.workflow.lookup import get_version
from workbench.workflow.reading import all_checks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlite_utils import Database

    from workbench.desk import Amendment, Review
    from workbench.messages import Message
    from workbench.model import Article, Revision, Segment, Thread
    from workbench.store.changes import Fix

Kind = Literal["left-out", "written", "batch", "other"]
"""Why a paragraph was changed, where no finding says so."""
KINDS: tuple[Kind, ...] = ("left-out", "written", "batch", "other")


class Changed(NamedTuple):
    """A paragraph that is no longer as the AI wrote it."""

    segment: Segment
    edits: list[Edit]
    fixes: list[Fix]
    """The findings that people have put right."""
    steps: list[Message]
    """What was done in many paragraphs at once."""
    people: list[str]
    """Who wrote in it, the first one first."""
    threads: list[Thread]
    reviews: list[Review]
    """Where an editor sent it back."""
    amendments: list[Amendment]

    @property
    def why(self) -> str:
        """The category of the first finding that was put right, or the kind of the change."""
        categories = {each.id: each.category for each in all_checks()}
        named = (categories[fix.check] for fix in self.fixes if fix.check in categories)
        return next(iter(named), None) or self._kind

    @property
    def _kind(self) -> Kind:
        if not self.segment.current:
            return "left-out"
        if not self.segment.target:
            return "written"
        return "batch" if self.steps else "other"


class ChangeNote(NamedTuple):
    """What people changed in an article."""

    article: Article
    system: str
    groups: dict[str, list[Changed]]
    """By category of what was put right, or by kind; in text order."""
    paragraphs: int
    changed: int
    confirmed: int
    words: int
    """Words put in or taken out."""


def change_note(db: Database, slug: str, system: str) -> ChangeNote:
    """What was changed in an article in one system's translation, and why.

    Raises:
        NotFound: there is no such article or system.
    """
    article, row = get_version(db, slug, system)
    listed = segments.segments(db, row.id)
    touched = [each for each in listed if (each.current or "") != (each.target or "")]
    told = _told(db, row.id, touched)
    order = [*dict.fromkeys(check.category for check in all_checks()), *KINDS]
    groups = {why: [each for each in told if each.why == why] for why in order}
    return ChangeNote(
        article,
        row.system,
        {why: found for why, found in groups.items() if found},
        len(listed),
        len(told),
        sum(each.confirmed for each in listed),
        sum(compare(None, each.target or "", each.current or "").changed for each in touched),
    )


def _told(db: Database, version: int, touched: Sequence[Segment]) -> list[Changed]:
    history = {each.id: segments.revisions(db, each.id)[::-1] for each in touched}
    texts = {
        each.id: (each.source, [each.target, *(event.text for event in history[each.id])])
        for each in touched
    }
    fixed = store.fixes(db, texts)
    return [
        Changed(
            each,
            word_diff(each.target or "", each.current or ""),
            [fix for fix in fixed if fix.segment == each.id],
            _steps(history[each.id]),
            list(dict.fromkeys(event.author for event in history[each.id] if event.author)),
            notes.threads_at(db, version, each.id),
            [r for r in reviews.reviews(db, each.id) if r.verdict == "send-back"][::-1],
            reviews.amendments(db, each.id)[::-1],
        )
        for each in touched
    ]


def _steps(history: Sequence[Revision]) -> list[Message]:
    return list({str(event.step): event.step for event in history if event.step}.values())
