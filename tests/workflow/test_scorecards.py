"""Scorecards of what people marked: what counts, who is kept apart, and how far people agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workbench import workflow
from workbench.marks import Verdict
from workbench.mqm import Project
from workbench.store import scorecards as store
from workbench.store.reports import Scope

if TYPE_CHECKING:
    from sqlite_utils import Database

    from workbench.model import RawText, Severity

ALL = Scope()


@pytest.fixture
def place(db: Database, small_pair: tuple[RawText, RawText]) -> tuple[str, str]:
    done = workflow.import_pair(db, *small_pair, system="argo")
    workflow.bring_up_to_date(db, 60)
    return done.slug, done.system


def mark(
    db: Database, words: str, author: str, severity: Severity = "major", category: str = ""
) -> None:
    start, end = workflow.place_words(db, 2, "target", words)
    verdict = Verdict("target", start, end, severity, category)
    workflow.mark(db, 2, verdict, author=author)


def judge(db: Database, segment: int, score: float, author: str) -> None:
    workflow.judge(db, segment, score, author=author)


def all_words(db: Database, place: tuple[str, str]) -> int:
    return sum(len((each.source or "").split()) for each in workflow.version(db, *place).segments)


def test_whoever_only_marks_has_read_all_of_it(db: Database, place: tuple[str, str]) -> None:
    mark(db, "2.4 billion", "Ada", "critical", "accuracy")
    mark(db, "monday", "Ada", "minor")
    card = workflow.sheet(db, *place).cards["Ada"]
    assert (card.words, card.count("critical"), card.count("minor")) == (all_words(db, place), 1, 1)
    assert card.scorecard.points == 26
    assert not card.scorecard.passes(Project(95, 8))


def test_whoever_scores_paragraphs_has_read_those(db: Database, place: tuple[str, str]) -> None:
    judge(db, 1, 90, "Ada")
    card = workflow.sheet(db, *place).cards["Ada"]
    first = workflow.version(db, *place).segments[0].source or ""
    assert card.words == len(first.split())
    assert card.scorecard.points == 0


def test_scores_with_and_without_help_are_never_averaged(
    db: Database, place: tuple[str, str]
) -> None:
    judge(db, 1, 80, "Ada")
    workflow.prefer(db, "Ada", "first-pass", on=True)
    judge(db, 2, 40, "Ada")
    card = workflow.sheet(db, *place).cards["Ada"]
    assert (card.helped.value, card.alone.value) == (80, 40)
    (home,) = workflow.scorecards(db, ALL)
    assert (home.card.helped.value, home.card.alone.value) == (80, 40)


def test_an_article_and_a_system_have_the_cards_of_all_together(
    db: Database, place: tuple[str, str]
) -> None:
    mark(db, "billion", "Ada", "major", "accuracy")
    mark(db, "billion", "Bruno", "minor")
    judge(db, 1, 70, "Carla")
    (home,) = workflow.scorecards(db, ALL)
    sheet = workflow.sheet(db, *place)
    assert home.card == sum(sheet.cards.values(), workflow.Card(0))
    assert workflow.by_system([home, home])["argo"].words == 2 * home.card.words


def test_only_the_weeks_and_systems_that_are_asked_for_count(
    db: Database, place: tuple[str, str]
) -> None:
    mark(db, "billion", "Ada")
    assert workflow.scorecards(db, Scope(system="brezza")) == []
    assert workflow.scorecards(db, Scope(until="2001-01-01")) == []
    assert len(workflow.scorecards(db, Scope(since="2001-01-01"))) == 1


def test_two_people_who_mark_the_same_agree(db: Database, place: tuple[str, str]) -> None:
    mark(db, "2.4 billion", "Ada", "critical")
    mark(db, "billion", "Bruno", "minor")
    for author, scores in (("Ada", (10, 90)), ("Bruno", (10, 90))):
        for segment, score in zip((2, 3), scores, strict=True):
            judge(db, segment, score, author)
    (found,) = workflow.sheet(db, *place).agreements
    assert found.people == ("Ada", "Bruno")
    assert found.overlap is not None
    assert found.overlap.places == pytest.approx(2 * 7 / (11 + 7))
    assert found.overlap.severities == 0
    assert (found.alpha, found.scored) == (1, 2)


def test_people_agree_on_what_both_have_read_and_on_scores_given_alike(
    db: Database, place: tuple[str, str]
) -> None:
    mark(db, "billion", "Ada")
    judge(db, 2, 50, "Ada")
    workflow.prefer(db, "Bruno", "first-pass", on=True)
    judge(db, 2, 60, "Bruno")
    judge(db, 3, 60, "Bruno")
    (found,) = workflow.sheet(db, *place).agreements
    assert found.overlap is not None
    assert (found.overlap.places, found.alpha, found.scored) == (0, None, 0)


def test_a_mark_goes_along_with_its_words_when_people_are_compared(
    db: Database, place: tuple[str, str]
) -> None:
    mark(db, "billion", "Ada")
    text = workflow.version(db, *place).segments[1].current or ""
    workflow.save(db, 2, f"Yes: {text}", confirm=True, base=0, author="Carla")
    mark(db, "billion", "Bruno")
    (found,) = workflow.sheet(db, *place).agreements
    assert found.overlap is not None
    assert found.overlap.places == 1


@pytest.mark.parametrize("sql", [store.ERRORS, store.SCORES, store.READ])
def test_only_marks_are_walked_and_the_rest_is_looked_up(db: Database, sql: str) -> None:
    plan = [row["detail"] for row in db.query(f"EXPLAIN QUERY PLAN {sql}", ALL._asdict())]
    scanned = {line.split()[1] for line in plan if line.startswith("SCAN")}
    assert scanned <= {"m", "j", "r", "(subquery-2)"}, plan


@pytest.mark.parametrize("sql", [store.HOMES, store.WORDS])
def test_an_article_is_found_by_its_number(db: Database, sql: str) -> None:
    given = {"versions": "[1]", "version": 1}
    plan = [row["detail"] for row in db.query(f"EXPLAIN QUERY PLAN {sql}", given)]
    assert {line for line in plan if line.startswith("SCAN") and "json_each" not in line} <= {
        "SCAN e VIRTUAL TABLE INDEX 1:"
    }, plan
