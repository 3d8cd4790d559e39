"""Scores of whole articles, and checking everything again, now or in the background."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from workbench import workflow
from workbench.errors import NotFound

if TYPE_CHECKING:
    from pathlib import Path

    from sqlite_utils import Database

    from workbench.model import Job, RawText, Segment


def test_an_article_without_corrections_has_no_scores(db: Database, slug: str) -> None:
    assert workflow.article_scores(db, slug) == ()


def test_an_article_is_scored_over_its_confirmed_paragraphs(
    db: Database, slug: str, first: Segment
) -> None:
    workflow.save(db, first.id, "A new text.", confirm=True, base=0, author="ada")
    scores = workflow.article_scores(db, slug)
    assert {score.against for score in scores} == {"correction"}
    assert workflow.version(db, slug).scores == scores
    assert workflow.article_scores(db, slug) == scores


def test_a_save_makes_the_scores_of_the_article_void(
    db: Database, slug: str, first: Segment
) -> None:
    saved = workflow.save(db, first.id, "A new text.", confirm=True, base=0, author="ada")
    before = workflow.article_scores(db, slug)
    workflow.save(db, first.id, "Another.", confirm=True, base=saved.revision, author="ada")
    assert workflow.version(db, slug).scores == ()
    assert workflow.article_scores(db, slug) != before


def test_what_takes_long_is_measured_after_the_save(
    db: Database, long_pair: tuple[RawText, RawText]
) -> None:
    slug = workflow.import_pair(db, *long_pair).slug
    (first,) = workflow.version(db, slug).segments
    text = f"{first.target} So it is."
    saved = workflow.save(db, first.id, text, confirm=True, base=0, author="ada")
    assert {score.scorer for score in saved.scores} == {"bleu", "chrf2++"}
    assert {s.scorer for s in workflow.measure(db, first.id).scores} == {"bleu", "chrf2++", "hter"}


def test_scoring_everything_again_gives_the_same(db: Database, slug: str) -> None:
    before = workflow.version(db, slug)
    steps: list[tuple[int, int]] = []
    assert workflow.rescore(db, progress=lambda done, total: steps.append((done, total))) == 1
    assert workflow.version(db, slug) == before
    assert steps == [(0, 1), (1, 1)]


def finished(db: Database, number: int) -> Job:
    for thread in threading.enumerate():
        if thread.name == f"job-{number}":
            thread.join()
    return workflow.job(db, number)


@pytest.mark.parametrize("everything", [True, False])
def test_a_job_in_the_background_reports_its_end(
    db: Database, db_path: Path, slug: str, everything: bool
) -> None:
    number = workflow.start_rescore(db_path, None if everything else slug)
    job = finished(db, number)
    assert (job.kind, job.state, job.done, job.total) == ("rescore", "done", 1, 1)


def test_a_job_that_a_stopped_server_left_behind_is_said_to_have_failed(
    db: Database, db_path: Path
) -> None:
    db.table("job").insert({"kind": "rescore", "state": "running", "created": ""})
    workflow.end_interrupted(db_path)
    assert workflow.job(db, 1).state == "failed"


def test_a_job_that_cannot_read_its_file_fails_with_the_reason(
    db: Database, db_path: Path, slug: str
) -> None:
    db.execute("DROP VIEW open_finding")
    job = finished(db, workflow.start_rescore(db_path))
    assert (job.state, "open_finding" in job.message) == ("failed", True)


def test_a_job_for_an_unknown_article_is_refused(db: Database, db_path: Path) -> None:
    with pytest.raises(NotFound):
        workflow.start_rescore(db_path, "nowhere")


def test_an_unknown_job_is_named(db: Database) -> None:
    with pytest.raises(NotFound, match="no job 7"):
        workflow.job(db, 7)
