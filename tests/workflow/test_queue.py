"""The queue: worst first, over all articles and in one, by risk or by deadline."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workbench import workflow
from workbench.errors import BadInput, NotFound
from workbench.ingest import from_paste
from workbench.store.risks import WAITING
from workbench.triage import risk
from workbench.workflow import steps

if TYPE_CHECKING:
    from sqlite_utils import Database

    from workbench.model import Segment
    from workbench.workflow import Waiting


def bring(db: Database, italian: str, english: str) -> str:
    """The slug of another article."""
    return workflow.import_pair(db, from_paste(italian), from_paste(english), system="brezza").slug


def lost_negation(db: Database) -> str:
    """One with a critical or major finding in its second paragraph."""
    italian = "Il mulino di Ardesio\n\nI sindaci non hanno firmato l'accordo sul mulino."
    return bring(db, italian, "The mill of Ardesio\n\nThe mayors have signed the mill agreement.")


def places(listed: list[Waiting]) -> list[tuple[str, int]]:
    return [(each.article.slug, each.segment.position) for each in listed]


def confirm(db: Database, segment: Segment, text: str | None = None) -> Segment:
    text = segment.current or "" if text is None else text
    return workflow.save(db, segment.id, text, confirm=True, base=segment.revision, author="ada")


def test_the_worst_comes_first_with_its_reason(db: Database, slug: str) -> None:
    worst = workflow.queue(db)[0]
    assert (worst.article.slug, worst.segment.position, worst.system) == (slug, 1, "argo")
    assert "critical" in str(worst.reason) or "major" in str(worst.reason)


def test_every_waiting_paragraph_is_listed_once(db: Database, slug: str) -> None:
    other = lost_negation(db)
    listed = workflow.queue(db)
    assert sorted(places(listed)) == sorted(
        [(slug, n) for n in range(4)] + [(other, 0), (other, 1)]
    )
    assert [each.segment.risk for each in listed] == sorted(
        (each.segment.risk for each in listed), reverse=True
    )


def test_the_stored_risk_is_that_of_the_texts_as_they_stand(db: Database, slug: str) -> None:
    del slug
    for each in workflow.queue(db):
        s = each.segment
        assert s.risk == risk(s.findings, s.source, s.current, s.role)


def test_one_article_can_be_looked_at_alone(db: Database, slug: str) -> None:
    other = lost_negation(db)
    assert {place[0] for place in places(workflow.queue(db, slug=other))} == {other}
    assert {place[0] for place in places(workflow.queue(db, slug=slug))} == {slug}
    with pytest.raises(NotFound):
        workflow.queue(db, slug="nowhere")


def test_what_is_confirmed_waits_no_more_and_comes_back_when_reopened(
    db: Database, first: Segment
) -> None:
    saved = confirm(db, first)
    assert first.id not in [each.segment.id for each in workflow.queue(db)]
    workflow.revert(db, first.id, base=saved.revision, author="ada")
    assert workflow.queue(db)[0].segment.id == first.id


def test_a_draft_without_the_error_sinks(db: Database, first: Segment) -> None:
    text = (first.current or "").replace("billion", "million").replace("monday", "Monday")
    workflow.save(db, first.id, text, confirm=False, base=0, author="ada")
    after = next(each for each in workflow.queue(db) if each.segment.id == first.id)
    assert after.segment.risk < first.risk


def test_a_dismissal_lowers_the_risk_wherever_the_same_texts_stand(
    db: Database, small_pair: tuple, slug: str, first: Segment
) -> None:
    twin = from_paste(small_pair[1].text + "\n\nIt was a long time.\n")
    assert workflow.import_pair(db, small_pair[0], twin, system="brezza").slug == slug
    for finding in first.findings:
        workflow.dismiss(db, first.id, finding.key, author="ada")
    for system in ("argo", "brezza"):
        assert workflow.version(db, slug, system).segments[1].risk < 0.1
    workflow.undismiss(db, first.id, first.findings[0].key, author="ada")
    assert workflow.version(db, slug, "brezza").segments[1].risk >= 1


def test_a_step_in_the_pairing_and_its_undo_move_the_queue_along(db: Database, slug: str) -> None:
    version = workflow.version(db, slug)
    before = places(workflow.queue(db))
    merge = steps.merge(version.segments[1].id)
    merged = workflow.repair(db, version.id, version.alignment, merge, author="ada")
    listed = workflow.queue(db)
    assert sorted(places(listed)) == [(slug, 0), (slug, 1), (slug, 2)]
    assert listed[0].segment.position == 1
    workflow.undo(db, version.id, merged.row.alignment, author="ada")
    assert places(workflow.queue(db)) == before


def test_by_deadline_what_is_due_first_comes_first(db: Database, slug: str) -> None:
    other = lost_negation(db)
    third = bring(db, "Il coro di Vallesecca canta.", "The choir of Vallesecca sings.")
    workflow.set_deadline(db, third, "2026-03-09T18:00")
    workflow.set_deadline(db, other, "2026-03-09T17:30")
    listed = places(workflow.queue(db, "deadline"))
    assert [place[0] for place in listed] == [other, other, third, *[slug] * 4]
    assert listed[:2] == [(other, 1), (other, 0)]


def test_pages_follow_on_one_another(db: Database, slug: str) -> None:
    del slug
    lost_negation(db)
    listed = places(workflow.queue(db))
    parts = [places(workflow.queue(db, start=start, limit=2)) for start in (0, 2, 4, 6)]
    assert parts == [listed[:2], listed[2:4], listed[4:], []]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("2026-03-09T18:00", "2026-03-09T18:00"),
        (" 2026-03-09 18:00:59 ", "2026-03-09T18:00"),
        ("2026-03-09", "2026-03-09T00:00"),
        ("", ""),
    ],
)
def test_a_deadline_is_kept_to_the_minute(db: Database, slug: str, written: str, kept: str) -> None:
    workflow.set_deadline(db, slug, written)
    assert workflow.version(db, slug).article.deadline == kept
    assert workflow.summaries(db)[0].deadline == kept


def test_a_deadline_can_be_taken_away(db: Database, slug: str) -> None:
    workflow.set_deadline(db, slug, "2026-03-09T18:00")
    workflow.set_deadline(db, slug, " ")
    assert workflow.version(db, slug).article.deadline == ""


@pytest.mark.parametrize("written", ["tomorrow", "2026-13-01T10:00", "18:00", "x" * 5000])
def test_what_is_no_time_is_refused(db: Database, slug: str, written: str) -> None:
    with pytest.raises(BadInput, match="is no time"):
        workflow.set_deadline(db, slug, written)
    assert workflow.version(db, slug).article.deadline == ""


@pytest.mark.parametrize("order", ["risk", "deadline"])
def test_the_queue_is_not_sorted_anew_for_each_look(db: Database, order: str) -> None:
    values = {"article": None, "start": 0, "limit": 50, "after": None, "person": "Ada"}
    plan = [row["detail"] for row in db.query(f"EXPLAIN QUERY PLAN {WAITING[order]}", values)]
    assert plan[0] == "SEARCH r USING COVERING INDEX risk_worst (waiting=?)"
    assert not [step for step in plan if step.startswith("SCAN")]


def test_only_what_somebody_is_to_correct_is_listed_for_them(db: Database, slug: str) -> None:
    other = lost_negation(db)
    workflow.assign(db, slug, "argo", "translate", "Ada", author="Desk")
    workflow.assign(db, other, "brezza", "review", "Ada", author="Desk")
    assert {place[0] for place in places(workflow.queue(db, person="Ada"))} == {slug}
    workflow.assign(db, slug, "argo", "translate", "Bruno", author="Desk")
    assert workflow.queue(db, person="Ada") == []
