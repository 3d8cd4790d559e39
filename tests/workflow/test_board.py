"""The list of articles: right after every change, in every order, with who has what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workbench import workflow
from workbench.errors import BadInput, NotFound
from workbench.ingest import from_paste
from workbench.store import tallies
from workbench.workflow import Wanted

if TYPE_CHECKING:
    from sqlite_utils import Database

    from workbench.model import Segment

SYSTEM = "argo"


def test_the_figures_follow_every_change(db: Database, slug: str, first: Segment) -> None:
    def now() -> tuple[int, int, int, int, int]:
        (row,) = workflow.summaries(db)
        return row.confirmed, row.reviewed, row.returned, row.final, sum(row.findings.values())

    done, reviewed, returned, final, found = now()
    assert (done, reviewed, returned, final) == (0, 0, 0, 0)
    assert found > 1
    text = "The bridge over the Lentro reopens on Monday after three years and 2.4 million euros."
    saved = workflow.save(db, first.id, text, confirm=True, base=0, author="Ada")
    assert now()[0] == 1
    assert now()[4] < found
    workflow.approve(db, first.id, base=saved.revision, author="Bruno")
    assert now()[:2] == (1, 1)
    workflow.send_back(db, first.id, "No.", base=saved.revision, author="Bruno")
    assert now()[:3] == (0, 0, 1)
    workflow.finish(db, slug, SYSTEM, author="Bruno", reason="Late.")
    assert now()[3] == 4
    workflow.amend(db, first.id, "typo", "", author="Ada")
    assert now()[3] == 3
    workflow.reopen(db, slug, SYSTEM, author="Bruno", reason="Wrong.")
    assert now()[3] == 0
    workflow.merge_with_next(db, first.id, author="Ada")
    assert workflow.summaries(db)[0].segments == 3


def test_only_what_has_changed_is_counted_again(db: Database, slug: str, first: Segment) -> None:
    workflow.import_pair(db, from_paste("Due."), from_paste("Two."), system=SYSTEM)
    workflow.summaries(db)
    assert tallies.uncounted(db) == []
    workflow.save(db, first.id, "Another.", confirm=False, base=0, author="Ada")
    assert tallies.uncounted(db) == [workflow.version(db, slug).id]


def test_the_list_can_be_narrowed_ordered_and_read_in_pages(db: Database, slug: str) -> None:
    other = workflow.import_pair(
        db, from_paste("Due paragrafi."), from_paste("Two paragraphs."), system="brezza"
    ).slug
    workflow.set_deadline(db, other, "2026-03-09T18:00")
    assert [row.slug for row in workflow.summaries(db)] == [slug, other]
    assert [row.slug for row in workflow.summaries(db, by="deadline")] == [other, slug]
    assert [row.slug for row in workflow.summaries(db, start=1, limit=1)] == [other]
    assert [row.slug for row in workflow.summaries(db, Wanted(system="brezza"))] == [other]
    assert workflow.summaries(db, Wanted(outlet="La Voce")) == []


def test_it_can_be_narrowed_to_what_waits_for_whom(db: Database, slug: str, first: Segment) -> None:
    def stages() -> list[str]:
        return [s for s in tallies.STAGES if workflow.summaries(db, Wanted(stage=s))]

    assert stages() == ["all", "open"]
    saved = workflow.save(db, first.id, "New.", confirm=True, base=0, author="Ada")
    assert stages() == ["all", "open", "review"]
    workflow.send_back(db, first.id, "No.", base=saved.revision, author="Bruno")
    assert stages() == ["all", "open", "returned"]
    workflow.finish(db, slug, SYSTEM, author="Bruno", reason="Late.")
    assert stages() == ["all", "final"]


def test_a_task_has_one_person_until_another_has_it(db: Database, slug: str) -> None:
    workflow.assign(db, slug, SYSTEM, "translate", "Ada", author="Desk")
    workflow.assign(db, slug, SYSTEM, "review", "Bruno", author="Desk")
    workflow.assign(db, slug, SYSTEM, "translate", " Carla  Rossi ", author="Desk")
    version = workflow.summaries(db)[0].version
    found = {each.task: each.person for each in workflow.assigned(db, [version])[version]}
    assert found == {"translate": "Carla Rossi", "review": "Bruno"}
    assert len(workflow.summaries(db, Wanted(person="Bruno"))) == 1
    assert workflow.summaries(db, Wanted(person="Ada")) == []
    workflow.assign(db, slug, SYSTEM, "review", "", author="Desk")
    assert workflow.summaries(db, Wanted(person="Bruno")) == []


def test_what_cannot_be_given_is_refused(db: Database, slug: str) -> None:
    with pytest.raises(BadInput, match="no such task"):
        workflow.assign(db, slug, SYSTEM, "sing", "Ada", author="Desk")
    with pytest.raises(BadInput, match="shorten"):
        workflow.assign(db, slug, SYSTEM, "review", "x" * 61, author="Desk")
    with pytest.raises(NotFound):
        workflow.assign(db, "nowhere", SYSTEM, "review", "Ada", author="Desk")
