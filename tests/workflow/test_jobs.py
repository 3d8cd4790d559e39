"""Work in the background: done in order, cancelled, gone on with, and failed with a reason."""

from __future__ import annotations

from contextlib import closing
from itertools import count
from typing import TYPE_CHECKING

import pytest

from workbench import workflow
from workbench.db import alone, connect
from workbench.errors import NotFound
from workbench.workflow import scoring, working
from workbench.workflow.jobs import start_recheck

if TYPE_CHECKING:
    from pathlib import Path

    from sqlite_utils import Database

    from workbench.model import Segment


@pytest.mark.parametrize("everything", [True, False])
def test_it_waits_until_it_is_done_and_reports_its_end(
    db: Database, db_path: Path, slug: str, everything: bool
) -> None:
    number = workflow.start_rescore(db_path, None if everything else slug, "ada")
    assert workflow.job(db, number).state == "waiting"
    assert workflow.work(db_path) == 1
    job = workflow.job(db, number)
    assert (job.kind, job.state, job.author) == ("rescore", "done", "ada")
    assert (job.done, job.total) == (1, 1)
    assert job.ended >= job.created


def test_what_was_begun_first_is_done_first(db: Database, db_path: Path, slug: str) -> None:
    numbers = [workflow.start_measuring(db_path), workflow.start_rescore(db_path, slug)]
    assert [job.id for job in workflow.newest_jobs(db)] == numbers[::-1]
    assert workflow.work_waits(db)
    assert workflow.work(db_path) == 2
    assert not workflow.work_waits(db)
    assert {workflow.job(db, number).state for number in numbers} == {"done"}


def test_only_one_process_works(db: Database, db_path: Path, slug: str) -> None:
    workflow.start_rescore(db_path, slug)
    with alone(db_path) as mine:
        assert mine
        assert workflow.work(db_path) == 0
    assert workflow.work(db_path) == 1


def test_cancelled_work_is_not_begun(db: Database, db_path: Path, slug: str) -> None:
    number = workflow.start_rescore(db_path, slug)
    workflow.cancel_job(db, number)
    assert workflow.work(db_path) == 0
    assert workflow.job(db, number).state == "cancelled"


def test_running_work_is_cancelled_between_two_steps(
    db: Database, db_path: Path, slug: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = workflow.start_rescore(db_path, slug)
    checked = []

    def check(db: Database, segment: int) -> None:
        checked.append(segment)
        workflow.cancel_job(db, number)

    monkeypatch.setattr("workbench.workflow.scoring._check_now", check)
    workflow.work(db_path)
    assert len(checked) == 1
    assert workflow.job(db, number).state == "cancelled"


def test_what_has_ended_is_not_cancelled_any_more(db: Database, db_path: Path, slug: str) -> None:
    number = workflow.start_rescore(db_path, slug)
    workflow.work(db_path)
    workflow.cancel_job(db, number)
    assert workflow.job(db, number).state == "done"


def test_interrupted_work_goes_on_where_it_stood(
    db: Database, db_path: Path, slug: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = [segment.id for segment in workflow.version(db, slug).segments]
    number = start_recheck(db_path, ids)
    db.table("job").update(number, {"state": "running", "done": 2})
    checked: list[int] = []
    monkeypatch.setattr("workbench.workflow.scoring._check_now", lambda _, id_: checked.append(id_))
    workflow.work(db_path)
    assert checked == ids[2:]
    assert workflow.job(db, number).state == "done"


def test_what_is_interrupted_goes_before_what_waits(db: Database, db_path: Path) -> None:
    waiting, running = workflow.start_measuring(db_path), workflow.start_measuring(db_path)
    db.table("job").update(running, {"state": "running"})
    workflow.cancel_job(db, running)
    assert workflow.work(db_path) == 1
    assert workflow.job(db, waiting).state == "done"


def test_work_that_ends_the_program_each_time_is_given_up(db: Database, db_path: Path) -> None:
    number = workflow.start_measuring(db_path)
    db.table("job").update(number, {"state": "running", "attempts": working.MOST_ATTEMPTS})
    assert workflow.work(db_path) == 0
    job = workflow.job(db, number)
    assert (job.state, job.message) == ("failed", working.STUCK)


def test_coming_further_gives_new_attempts_and_never_goes_back(db: Database, db_path: Path) -> None:
    number = workflow.start_measuring(db_path)
    db.table("job").update(number, {"state": "running", "attempts": 2, "done": 5})
    progress = working.Progress(db, number, count().__next__)
    progress(3, 9)
    assert (workflow.job(db, number).done, workflow.job(db, number).attempts) == (5, 2)
    progress(6, 9)
    assert (workflow.job(db, number).done, workflow.job(db, number).attempts) == (6, 0)


def test_progress_is_noted_now_and_then_only(db: Database, db_path: Path) -> None:
    number = workflow.start_measuring(db_path)
    db.table("job").update(number, {"state": "running"})
    progress = working.Progress(db, number, lambda: 0.0)
    progress(3, 9)
    assert workflow.job(db, number).done == 0
    progress(9, 9)
    assert workflow.job(db, number).done == 9


def test_work_that_cannot_read_its_file_fails_with_the_reason(
    db: Database, db_path: Path, slug: str
) -> None:
    number = workflow.start_rescore(db_path)
    db.execute("DROP VIEW open_finding")
    workflow.work(db_path)
    job = workflow.job(db, number)
    assert (job.state, "open_finding" in str(job.message)) == ("failed", True)


def test_a_mistake_of_the_program_is_called_one(
    db: Database, db_path: Path, slug: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = workflow.start_rescore(db_path)
    monkeypatch.setattr("workbench.workflow.scoring._check_now", lambda *_: 1 / 0)
    workflow.work(db_path)
    assert workflow.job(db, number).message == working.MISTAKE


def test_an_article_that_is_gone_is_passed_over(db: Database, db_path: Path, slug: str) -> None:
    number = workflow.start_rescore(db_path)
    db.table("job").update(number, {"arguments": f'{{"articles": ["nowhere", "{slug}"]}}'})
    workflow.work(db_path)
    assert workflow.job(db, number).state == "done"


def test_the_checks_do_not_hold_the_lock_while_they_look(
    db: Database, db_path: Path, first: Segment, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = []

    def look(*arguments: object) -> object:
        with closing(connect(db_path)) as other:
            other.execute("PRAGMA busy_timeout = 0")
            other.execute("BEGIN IMMEDIATE")
            other.execute("ROLLBACK")
        looked.append(arguments)
        return original(*arguments)

    original = scoring.score.check_segment
    monkeypatch.setattr("workbench.workflow.scoring.score.check_segment", look)
    scoring.recheck(db, [first.id])
    assert len(looked) == 1


def test_work_for_an_unknown_article_is_refused(db: Database, db_path: Path) -> None:
    with pytest.raises(NotFound):
        workflow.start_rescore(db_path, "nowhere")


def test_an_unknown_job_is_named(db: Database) -> None:
    with pytest.raises(NotFound, match="no job 7"):
        workflow.job(db, 7)
