"""Errors that people mark: what counts, what is kept, and what is refused."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from workbench import workflow
from workbench.errors import BadInput, Conflict, Forbidden, NotFound
from workbench.marks import Help, Verdict

if TYPE_CHECKING:
    from sqlite_utils import Database

    from workbench.model import Finding, RawText

NUMBER = 2


@pytest.fixture(autouse=True)
def article(db: Database, small_pair: tuple[RawText, RawText]) -> tuple[str, str]:
    done = workflow.import_pair(db, *small_pair, system="argo")
    return done.slug, done.system


def mark(db: Database, words: str, author: str = "Ada", severity: str = "major") -> int:
    place = workflow.place_words(db, NUMBER, "target", words)
    verdict = Verdict("target", *place, severity)  # type: ignore[arg-type]
    return workflow.mark(db, NUMBER, verdict, author=author)[-1].id


def seen(db: Database) -> list[str]:
    return [f"{each.verdict.severity} {each.words}" for each in workflow.marks_of(db, NUMBER)]


def test_a_mark_is_resized_removed_and_each_step_taken_back(db: Database) -> None:
    number = mark(db, "2.4 billion")
    place = workflow.place_words(db, NUMBER, "target", "billion")
    workflow.change_mark(db, NUMBER, number, Verdict("target", *place, "critical"), author="Ada")
    assert seen(db) == ["critical billion"]
    workflow.remove_mark(db, NUMBER, number, author="Ada")
    for expected in (["critical billion"], ["major 2.4 billion"], [], []):
        workflow.undo_mark(db, NUMBER, author="Ada")
        assert seen(db) == expected


def test_a_step_is_taken_back_by_whoever_made_it_alone(db: Database) -> None:
    mark(db, "monday", "Ada")
    mark(db, "billion", "Bruno")
    workflow.undo_mark(db, NUMBER, author="Ada")
    assert seen(db) == ["major billion"]
    number = workflow.marks_of(db, NUMBER)[0].id
    with pytest.raises(Forbidden, match="Bruno marked that"):
        workflow.remove_mark(db, NUMBER, number, author="Ada")


def test_nobody_marks_the_same_words_twice_but_two_people_may(db: Database) -> None:
    mark(db, "monday", "Ada")
    mark(db, "monday", "Bruno")
    with pytest.raises(Conflict, match="already"):
        mark(db, "monday", "Ada", "minor")
    with pytest.raises(sqlite3.IntegrityError, match="once"):
        db.execute(
            "INSERT INTO mark SELECT 99, segment_id, NULL, NULL, kind, side, revision, start, "
            '"end", severity, category, comment, finding, by_check, findings_shown, scores_shown, '
            "author, created FROM mark WHERE id = 1"
        )


def test_a_mark_moves_with_its_words_and_is_left_behind_without_them(db: Database) -> None:
    mark(db, "billion")
    text = workflow.marks_of(db, NUMBER)[0].text
    newer = "Today " + text
    workflow.save(db, NUMBER, newer, base=0, author="Ada", confirm=False)
    found = workflow.marks_of(db, NUMBER)[0]
    assert found.text == text
    place = found.place_in(newer)
    assert place is not None
    assert newer[slice(*place)] == "billion"
    assert found.place_in(newer.replace("billion", "million")) is None
    with pytest.raises(Conflict):
        mark(db, "billion")


def test_a_finding_becomes_an_error_when_a_person_says_so(
    db: Database, article: tuple[str, str]
) -> None:
    finding = workflow.segment(db, *article, NUMBER).findings[0]
    assert workflow.marks_in(db, *article) == {}
    (done,) = workflow.confirm_finding(db, NUMBER, finding.key, author="Ada")
    assert (done.verdict.finding, done.verdict.check) == (finding.key, finding.check)
    assert workflow.marks_in(db, *article) == {NUMBER: (done,)}
    with pytest.raises(NotFound):
        workflow.confirm_finding(db, NUMBER, "none", author="Ada")


def test_it_is_kept_which_help_was_in_sight(db: Database) -> None:
    mark(db, "monday", "Ada")
    workflow.prefer(db, "Bruno", "first-pass", on=True)
    mark(db, "monday", "Bruno")
    helped = [each.help for each in workflow.marks_of(db, NUMBER)]
    assert helped == [Help(findings=True, scores=True), Help(findings=False, scores=False)]


def test_an_omission_without_words_is_all_of_the_italian(db: Database) -> None:
    start, end = workflow.place_words(db, NUMBER, "source", "")
    assert start == 0
    assert end > 20


@pytest.mark.parametrize(
    "verdict",
    [
        Verdict("target", 3, 3, "minor"),
        Verdict("target", 0, 9999, "minor"),
        Verdict("target", 0, 3, "fatal"),  # type: ignore[arg-type]
        Verdict("target", 0, 3, "minor", "sorcery"),
        Verdict("target", 0, 3, "minor", comment="x" * 3000),
    ],
)
def test_what_cannot_be_is_refused(db: Database, verdict: Verdict) -> None:
    with pytest.raises(BadInput):
        workflow.mark(db, NUMBER, verdict, author="Ada")
    assert seen(db) == []


def test_words_that_are_not_there_are_refused(db: Database) -> None:
    with pytest.raises(BadInput, match="has no “tower”"):
        workflow.place_words(db, NUMBER, "target", "tower")


def test_the_newest_score_of_each_person_counts(db: Database) -> None:
    for author, score in (("Ada", 33), ("Bruno", 80), ("Ada", 66)):
        workflow.judge(db, NUMBER, score, author=author)
    scores = {each.author: each.score for each in workflow.judgements_of(db, NUMBER)}
    assert scores == {"Ada": 66, "Bruno": 80}
    for score in (-1, 101, float("nan")):
        with pytest.raises(BadInput):
            workflow.judge(db, NUMBER, score, author="Ada")


def right(db: Database, check: str) -> list[tuple[int, int]]:
    """How often a check was right and how often it was not."""
    return [
        (each.fixed, each.dismissed)
        for each in workflow.precisions(db, workflow.Scope())
        if each.check == check and each.fixed + each.dismissed
    ]


def test_a_check_was_right_where_somebody_confirms_what_it_found(db: Database) -> None:
    finding = open_finding(db)
    workflow.confirm_finding(db, NUMBER, finding.key, author="Ada")
    workflow.confirm_finding(db, NUMBER, finding.key, author="Bruno")
    assert right(db, finding.check) == [(1, 0)]
    workflow.confirm_finding(db, NUMBER, finding.key, author="Ada")
    assert right(db, finding.check) == [(1, 0)]
    workflow.undo_mark(db, NUMBER, author="Bruno")
    assert right(db, finding.check) == []


def test_a_confirmed_finding_stays_one_when_its_mark_is_moved(db: Database) -> None:
    finding = open_finding(db)
    number = workflow.confirm_finding(db, NUMBER, finding.key, author="Ada")[0].id
    place = workflow.place_words(db, NUMBER, "target", "billion")
    workflow.change_mark(db, NUMBER, number, Verdict("target", *place, "minor"), author="Ada")
    (mark_,) = workflow.marks_of(db, NUMBER)
    assert (mark_.verdict.finding, mark_.verdict.check) == (finding.key, finding.check)
    assert right(db, finding.check) == [(1, 0)]


def open_finding(db: Database) -> Finding:
    slug = workflow.summaries(db)[0].slug
    return workflow.version(db, slug, "argo").segments[1].findings[0]
