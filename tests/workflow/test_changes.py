"""The change note says what is no longer as the AI wrote it, why, and who changed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workbench import workflow
from workbench.errors import NotFound
from workbench.replacing import Search
from workbench.workflow import Chosen

if TYPE_CHECKING:
    from sqlite_utils import Database

    from workbench.model import Segment
    from workbench.workflow import ChangeNote


def write(
    db: Database, segment: Segment, old: str, new: str, author: str = "ada", *, confirm: bool = True
) -> None:
    text = (segment.current or "").replace(old, new)
    workflow.save(db, segment.id, text, confirm=confirm, base=segment.revision, author=author)


def note(db: Database, slug: str) -> ChangeNote:
    return workflow.change_note(db, slug, "argo")


def test_nothing_is_told_of_what_nobody_touched(db: Database, slug: str) -> None:
    found = note(db, slug)
    assert (found.groups, found.changed, found.words, found.paragraphs) == ({}, 0, 0, 4)


def test_a_finding_that_was_put_right_is_the_reason(
    db: Database, slug: str, first: Segment
) -> None:
    write(db, first, "2.4 billion", "2.4 million", "bruno", confirm=False)
    write(db, workflow.version(db, slug).segments[1], "on monday", "on Monday")
    (changed,) = note(db, slug).groups["accuracy"]
    assert "magnitude" in {fix.check for fix in changed.fixes}
    assert {str(fix.message) for fix in changed.fixes} >= {
        str(finding.message) for finding in first.findings if finding.check == "magnitude"
    }
    assert changed.people == ["bruno", "ada"]
    assert note(db, slug).words == 4


def test_other_changes_and_paragraphs_left_out_stand_by_themselves(db: Database, slug: str) -> None:
    segments = workflow.version(db, slug).segments
    write(db, segments[2], "celebration", "joy")
    write(db, segments[3], segments[3].current or "", "")
    assert list(note(db, slug).groups) == ["left-out", "other"]


def test_a_step_in_many_places_is_named(db: Database, slug: str) -> None:
    (found,) = workflow.find(db, Search("celebration"))
    ticked = [Chosen(found.segment.id, found.segment.revision, frozenset({0}))]
    workflow.replace(db, Search("celebration"), "joy", ticked, "ada")
    (changed,) = note(db, slug).groups["batch"]
    assert [str(step) for step in changed.steps] == ["“celebration” → “joy”"]


def test_notes_and_reviews_are_told(db: Database, slug: str, first: Segment) -> None:
    write(db, first, "2.4 billion", "2.4 million")
    workflow.note(db, first.id, "Asked the town hall.", author="ada")
    now = workflow.version(db, slug).segments[1]
    workflow.send_back(db, now.id, "The day, too.", base=now.revision, author="bruno")
    (changed,) = note(db, slug).groups["accuracy"]
    assert [thread.notes[0].text for thread in changed.threads] == ["Asked the town hall."]
    assert [review.reason for review in changed.reviews] == ["The day, too."]


def test_what_was_taken_back_is_no_change(db: Database, slug: str, first: Segment) -> None:
    write(db, first, "2.4 billion", "2.4 million")
    now = workflow.version(db, slug).segments[1]
    workflow.revert(db, first.id, base=now.revision, author="ada")
    assert note(db, slug).changed == 0


def test_an_article_that_is_not_there_has_no_note(db: Database, slug: str) -> None:
    with pytest.raises(NotFound):
        note(db, "nowhere")
