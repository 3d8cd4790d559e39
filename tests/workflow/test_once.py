"""A key with a request: its work is done once, whatever happens in between."""

from __future__ import annotations

import threading
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from workbench import workflow
from workbench.db import connect, write
from workbench.errors import BadInput
from workbench.messages import message
from workbench.store.answers import keep_answer
from workbench.workflow import Answer, Sent

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlite_utils import Database

    from tests.conftest import Later
    from workbench.model import RawText

    Once = Callable[[Database, Sent, Callable[[], Answer]], Answer]

SENT = Sent("Ada", "k1", "a request")
DONE = Answer(201, {"Location": "/there"}, b"made")

both = pytest.mark.parametrize("once", [workflow.once, workflow.once_long])


class Work:
    """Work that counts itself in the audit log."""

    def __init__(self, db: Database, answer: Answer = DONE) -> None:
        self.db, self.answer = db, answer

    def __call__(self) -> Answer:
        workflow.record(self.db, "Ada", "work")
        return self.answer

    @property
    def times(self) -> int:
        return len(workflow.audit_log(self.db))


@both
def test_the_same_request_is_done_once_and_answered_the_same(db: Database, once: Once) -> None:
    work = Work(db)
    assert [once(db, SENT, work) for _ in range(3)] == [DONE] * 3
    assert work.times == 1


@both
def test_another_request_with_the_same_key_is_refused(db: Database, once: Once) -> None:
    work = Work(db)
    once(db, SENT, work)
    with pytest.raises(BadInput, match="send a new key"):
        once(db, SENT._replace(request="another"), work)
    assert work.times == 1


@both
@pytest.mark.parametrize("other", [{"owner": "Bruno"}, {"key": "k2"}])
def test_another_key_and_somebody_elses_are_done(
    db: Database, once: Once, other: dict[str, str]
) -> None:
    work = Work(db)
    once(db, SENT, work)
    once(db, SENT._replace(**other), work)
    assert work.times == 2


@both
def test_a_refusal_is_not_remembered(db: Database, once: Once) -> None:
    once(db, SENT, Work(db, Answer(422, {}, b"no")))
    assert once(db, SENT, Work(db)) == DONE


@both
def test_work_that_fails_may_be_tried_again(db: Database, once: Once) -> None:
    def fail() -> Answer:
        raise BadInput(message("No."))

    with pytest.raises(BadInput):
        once(db, SENT, fail)
    assert once(db, SENT, Work(db)) == DONE


@both
def test_after_a_day_a_key_is_new(db: Database, once: Once, later: Later) -> None:
    work = Work(db)
    once(db, SENT, work)
    later(hours=23)
    once(db, SENT, work)
    assert work.times == 1
    later(hours=2)
    once(db, SENT, work)
    assert work.times == 2


@both
@pytest.mark.parametrize("key", ["", "x" * 201])
def test_a_key_without_a_character_or_with_too_many_is_refused(
    db: Database, once: Once, key: str
) -> None:
    with pytest.raises(BadInput, match="1 to 200"):
        once(db, SENT._replace(key=key), Work(db))


def test_short_work_and_its_answer_are_kept_together_or_not_at_all(db: Database) -> None:
    def write_then_fail() -> Answer:
        workflow.record(db, "Ada", "work")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        workflow.once(db, SENT, write_then_fail)
    assert workflow.audit_log(db) == []
    assert db.table("answer").count == 0


def test_long_work_lets_others_write_and_is_not_begun_twice(db: Database, db_path: Path) -> None:
    def work() -> Answer:
        with closing(connect(db_path)) as other, write(other):
            workflow.record(other, "Bruno", "meanwhile")
        with closing(connect(db_path)) as other, pytest.raises(workflow.StillRunning):
            workflow.once_long(other, SENT, Work(other))
        return DONE

    assert workflow.once_long(db, SENT, work) == DONE
    assert [each.action for each in workflow.audit_log(db)] == ["meanwhile"]


def test_the_key_of_a_server_that_died_at_work_is_new_to_the_next(db: Database) -> None:
    with write(db):
        keep_answer(db, SENT, Answer(0, {}, b""), run="another server")
    assert workflow.once_long(db, SENT, Work(db)) == DONE


def test_of_many_at_once_one_does_the_work_and_all_get_its_answer(
    db: Database, db_path: Path
) -> None:
    answers = []

    def send() -> None:
        with closing(connect(db_path)) as own:
            answers.append(workflow.once(own, SENT, Work(own)))

    senders = [threading.Thread(target=send) for _ in range(8)]
    for each in senders:
        each.start()
    for each in senders:
        each.join()
    assert answers == [DONE] * 8
    assert len(workflow.audit_log(db)) == 1


def test_what_is_deleted_is_in_no_kept_answer_either(
    db: Database, small_pair: tuple[RawText, RawText]
) -> None:
    slug = workflow.import_pair(db, *small_pair).slug
    workflow.once(db, SENT, Work(db))
    workflow.delete_article(db, slug, by="Desk")
    assert db.table("answer").count == 0
