"""Editors approve confirmed texts or send them back, and never their own unless that is allowed."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from workbench import workflow
from workbench.db import write
from workbench.errors import BadInput, Conflict, Forbidden

if TYPE_CHECKING:
    from sqlite_utils import Database

    from workbench.model import Segment

TEXT = "The bridge over the Lentro reopens on Monday at 5:30 p.m."


@pytest.fixture
def done(db: Database, first: Segment) -> Segment:
    """A paragraph that Ada has confirmed."""
    return workflow.save(db, first.id, TEXT, confirm=True, base=0, author="Ada")


def test_another_person_approves_what_was_confirmed(db: Database, done: Segment) -> None:
    approved = workflow.approve(db, done.id, base=done.revision, author="Bruno")
    assert (approved.state, approved.current, approved.confirmed) == ("reviewed", TEXT, True)
    (review,) = workflow.reviews_of(db, done.id)
    assert (review.verdict, review.author, review.alone) == ("approve", "Bruno", False)


def test_approving_twice_is_one_event(db: Database, done: Segment) -> None:
    for _ in range(2):
        workflow.approve(db, done.id, base=done.revision, author="Bruno")
    assert len(workflow.reviews_of(db, done.id)) == 1


@pytest.mark.parametrize("name", ["Ada", "ADA"])
def test_nobody_approves_their_own_text(db: Database, done: Segment, name: str) -> None:
    with pytest.raises(Forbidden, match="somebody else must approve"):
        workflow.approve(db, done.id, base=done.revision, author=name)
    assert workflow.reviews_of(db, done.id) == []


def test_a_desk_of_one_may_and_that_is_logged(db: Database, done: Segment) -> None:
    workflow.change_setting(db, "four-eyes", "off", "Ada")
    approved = workflow.approve(db, done.id, base=done.revision, author="Ada")
    assert approved.state == "reviewed"
    assert workflow.reviews_of(db, done.id)[0].alone
    logged = [(each.person, each.action) for each in workflow.audit_log(db)]
    assert logged == [("Ada", "approve-own"), ("Ada", "setting")]


def test_only_what_somebody_confirmed_can_be_approved(db: Database, first: Segment) -> None:
    with pytest.raises(BadInput, match="Nobody has confirmed"):
        workflow.approve(db, first.id, base=0, author="Bruno")
    draft = workflow.save(db, first.id, TEXT, confirm=False, base=0, author="Ada")
    with pytest.raises(BadInput, match="Nobody has confirmed"):
        workflow.approve(db, first.id, base=draft.revision, author="Bruno")


def test_a_text_that_changed_after_it_was_read_is_not_approved(db: Database, done: Segment) -> None:
    workflow.save(db, done.id, f"{TEXT} Now.", confirm=True, base=done.revision, author="Ada")
    with pytest.raises(Conflict, match="read the new text first"):
        workflow.approve(db, done.id, base=done.revision, author="Bruno")


def test_another_text_drops_the_approval_and_the_same_text_keeps_it(
    db: Database, done: Segment
) -> None:
    base = workflow.approve(db, done.id, base=done.revision, author="Bruno").revision
    same = workflow.save(db, done.id, TEXT, confirm=True, base=base, author="Carla")
    assert (same.state, same.revision) == ("reviewed", base)
    other = workflow.save(db, done.id, f"{TEXT} Now.", confirm=True, base=base, author="Carla")
    assert other.state == "translated"


def test_what_is_sent_back_waits_again_with_its_reason(db: Database, done: Segment) -> None:
    assert [each.segment.id for each in workflow.queue(db)].count(done.id) == 0
    back = workflow.send_back(
        db, done.id, " The  hour is\nwrong. ", base=done.revision, author="Bruno"
    )
    assert (back.state, back.returned, back.confirmed) == ("sent_back", True, False)
    assert workflow.reviews_of(db, done.id)[0].reason == "The hour is wrong."
    assert [each.segment.id for each in workflow.queue(db)].count(done.id) == 1


def test_it_counts_as_sent_back_until_somebody_confirms_another_text(
    db: Database, done: Segment
) -> None:
    back = workflow.send_back(db, done.id, "Wrong.", base=done.revision, author="Bruno")
    draft = workflow.save(
        db, done.id, f"{TEXT} Yes.", confirm=False, base=back.revision, author="Ada"
    )
    assert (draft.state, draft.returned) == ("draft", True)
    again = workflow.save(
        db, done.id, f"{TEXT} Yes.", confirm=True, base=draft.revision, author="Ada"
    )
    assert (again.state, again.returned) == ("translated", False)


def test_who_insists_confirms_the_same_text_again(db: Database, done: Segment) -> None:
    back = workflow.send_back(db, done.id, "Wrong.", base=done.revision, author="Bruno")
    again = workflow.save(db, done.id, TEXT, confirm=True, base=back.revision, author="Ada")
    assert (again.state, again.returned) == ("translated", False)


def test_what_was_approved_can_be_sent_back_after_all(db: Database, done: Segment) -> None:
    workflow.approve(db, done.id, base=done.revision, author="Bruno")
    back = workflow.send_back(db, done.id, "I missed it.", base=done.revision, author="Bruno")
    assert back.state == "sent_back"


@pytest.mark.parametrize(("reason", "says"), [("  \n ", "Say why"), ("x" * 2001, "shorten it")])
def test_a_reason_is_asked_for(db: Database, done: Segment, reason: str, says: str) -> None:
    with pytest.raises(BadInput, match=says):
        workflow.send_back(db, done.id, reason, base=done.revision, author="Bruno")


def test_all_that_is_clear_is_approved_at_once_and_the_rest_is_counted(
    db: Database, slug: str
) -> None:
    headline, body, quote, last = workflow.version(db, slug).segments
    for each, author in ((headline, "Ada"), (quote, "Bruno"), (body, "Ada")):
        text = each.current or ""
        workflow.save(db, each.id, text, confirm=True, base=0, author=author)
    got = workflow.approve_all(db, slug, "argo", author="Bruno")
    assert got == (1, 1, 1)
    states = [each.state for each in workflow.version(db, slug).segments]
    assert states == ["reviewed", "translated", "translated", "new"]
    assert last.state == "new"


@pytest.mark.parametrize("table", ["review", "release", "amendment", "assignment"])
def test_nothing_of_it_is_ever_deleted(db: Database, slug: str, done: Segment, table: str) -> None:
    workflow.approve(db, done.id, base=done.revision, author="Bruno")
    workflow.finish(db, slug, "argo", author="Bruno", reason="It is late.")
    workflow.amend(db, done.id, "typo", "", author="Bruno")
    workflow.assign(db, slug, "argo", "translate", "Ada", author="Bruno")
    with pytest.raises(sqlite3.IntegrityError, match="never deleted"), write(db):
        db.execute(f"DELETE FROM {table}")
