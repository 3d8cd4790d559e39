"""Scores of whole articles, and checking everything again, now or in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench import workflow

if TYPE_CHECKING:
    from sqlite_utils import Database

    from workbench.model import RawText, Segment


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
