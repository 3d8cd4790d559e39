"""What all articles together show, summed up article by article."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workbench import workflow
from workbench.ingest import from_paste
from workbench.store import digests, lessons
from workbench.store import reports as store
from workbench.workflow import Intake, Scope, steps

if TYPE_CHECKING:
    from sqlite_utils import Database

    from workbench.model import Segment

NUMBERS = range(20, 26)
ITALIAN = "\n\n".join(
    [
        "Riapre il ponte",
        *(f"Il ponte {n} riapre lunedì dopo {n} anni e 2,4 milioni." for n in NUMBERS),
    ]
)
ARGO = "\n\n".join(
    [
        "The bridge reopens",
        *(f"Bridge {n} reopens on monday after {n} years and 2.4 billion." for n in NUMBERS),
    ]
)
BREZZA = ARGO.replace("monday", "Monday").replace("billion", "million")
ALL = Scope()
PARAGRAPH_TABLES = {
    "segment", "alignment_segment", "revision", "finding", "ai_finding", "score", "risk", "fix",
    "dismissal", "verdict", "memory",
}  # fmt: skip


@pytest.fixture
def slug(db: Database) -> str:
    """An article by two systems, one of which writes “monday” and makes billions of millions."""
    done = workflow.import_pair(
        db, from_paste(ITALIAN), from_paste(ARGO), system="argo", slug="ponti"
    )
    workflow.import_pair(
        db, from_paste(ITALIAN), from_paste(BREZZA), system="brezza", slug=done.slug
    )
    return done.slug


def confirm(db: Database, segment: Segment, text: str, author: str = "ada") -> None:
    workflow.save(db, segment.id, text, confirm=True, base=segment.revision, author=author)


def correct(db: Database, slug: str, count: int = 6) -> None:
    """Put “monday” right in so many paragraphs of argo's."""
    for segment in workflow.version(db, slug, "argo").segments[1 : count + 1]:
        confirm(db, segment, (segment.current or "").replace("monday", "Monday"))


def classes(db: Database, scope: Scope = ALL) -> dict[str, int]:
    """How many findings each system's texts have."""
    workflow.bring_up_to_date(db, 99)
    periods = workflow.error_classes(db, scope, "week")
    return {each.system: sum(each.findings.values()) for each in periods}


def test_each_system_has_its_own_findings(db: Database, slug: str) -> None:
    found = classes(db)
    assert found["argo"] > 6
    assert found["brezza"] < found["argo"]
    (period,) = [e for e in workflow.error_classes(db, ALL, "week") if e.system == "argo"]
    assert period.findings["accuracy"] >= 6
    assert period.words == len(ITALIAN.split())


def test_what_people_correct_is_still_an_error_of_the_system(db: Database, slug: str) -> None:
    before = classes(db)
    correct(db, slug)
    assert classes(db) == before
    workflow.rescore(db)
    assert classes(db) == before


def test_what_people_dismiss_was_none(db: Database, slug: str) -> None:
    before = classes(db)["argo"]
    segment = workflow.version(db, slug, "argo").segments[1]
    workflow.dismiss(db, segment.id, segment.findings[0].key, author="ada")
    assert classes(db)["argo"] == before - 1
    workflow.undismiss(db, segment.id, segment.findings[0].key, author="ada")
    assert classes(db)["argo"] == before


def test_a_lost_ai_text_is_looked_at_again_by_checking_everything(db: Database, slug: str) -> None:
    before = classes(db)
    correct(db, slug)
    db.execute("DELETE FROM ai_finding")
    workflow.rescore(db)
    assert classes(db) == before


def test_checking_everything_sums_everything_up(db: Database, slug: str) -> None:
    workflow.rescore(db)
    assert digests.count_stale(db) == 0


def test_editing_counts_what_is_confirmed(db: Database, slug: str) -> None:
    correct(db, slug, 4)
    workflow.bring_up_to_date(db, 99)
    (week,) = workflow.editing(db, ALL, "week")
    assert (week.segments, week.changed) == (4, 8)
    assert week.hter is not None
    assert 0 < week.hter.value < 20
    (spread,) = workflow.spreads(db, ALL)
    assert (spread.system, sum(spread.segments), spread.segments[0]) == ("argo", 4, 0)


def test_what_is_opened_again_no_longer_counts(db: Database, slug: str) -> None:
    correct(db, slug, 2)
    workflow.bring_up_to_date(db, 99)
    segment = workflow.version(db, slug, "argo").segments[1]
    workflow.revert(db, segment.id, base=segment.revision, author="ada")
    assert workflow.bring_up_to_date(db, 99) == 0
    assert [week.segments for week in workflow.editing(db, ALL, "week")] == [1]


def test_a_newer_text_takes_the_place_of_the_older_one(db: Database, slug: str) -> None:
    correct(db, slug)
    classes(db)
    text = from_paste(BREZZA.replace("years", "long years"))
    newer = Intake(from_paste(ITALIAN), text, system="argo", article=slug, newer=True)
    version = workflow.receive(db, newer).version
    assert version is not None
    workflow.import_preview(db, version, author="ada")
    found = classes(db)
    assert found["argo"] == found["brezza"] == 0
    assert [row["n"] for row in db.query("SELECT count(*) AS n FROM digest")] == [2]


def test_another_pairing_is_summed_up_again(db: Database, slug: str) -> None:
    classes(db)
    version = workflow.version(db, slug, "argo")
    step = steps.merge(version.segments[1].id)
    workflow.repair(db, version.id, version.alignment, step, author="ada")
    workflow.bring_up_to_date(db, 99)
    rows = db.query("SELECT segments FROM digest WHERE version_id = :id", {"id": version.id})
    assert [row["segments"] for row in rows] == [6]


def test_a_report_sums_up_a_few_articles_and_says_how_many_are_left(
    db: Database, slug: str
) -> None:
    assert workflow.bring_up_to_date(db, 0) == 1
    assert workflow.bring_up_to_date(db, 0) == 0


def test_all_are_summed_up_in_the_background(db: Database, slug: str) -> None:
    seen: list[tuple[int, int]] = []
    workflow.sum_up_all(db, lambda done, total: seen.append((done, total)))
    assert seen[0] == (0, 2)
    assert seen[-1] == (2, 2)


def test_reports_can_be_of_one_system_outlet_or_time(db: Database, slug: str) -> None:
    assert set(classes(db, Scope(system="argo"))) == {"argo"}
    assert classes(db, Scope(outlet="La Voce")) == {}
    assert classes(db, Scope(until="2020-01-06")) == {}
    assert set(classes(db, Scope(since="2020-01-06"))) == {"argo", "brezza"}


def test_weeks_in_which_nothing_came_are_there_too(db: Database, slug: str) -> None:
    correct(db, slug, 2)
    workflow.bring_up_to_date(db, 99)
    db.execute("UPDATE digest_work SET week = '2026-09-28'")
    db.execute(
        "INSERT INTO digest_work SELECT version_id, '2026-10-26', bin, segments, words, edits,"
        " changed FROM digest_work"
    )
    weeks = workflow.editing(db, ALL, "week")
    assert [week.start for week in weeks] == [
        "2026-09-28", "2026-10-05", "2026-10-12", "2026-10-19", "2026-10-26",
    ]  # fmt: skip
    assert [week.segments for week in weeks] == [2, 0, 0, 0, 2]
    months = workflow.editing(db, ALL, "month")
    assert [(month.start, month.segments) for month in months] == [
        ("2026-09-01", 2),
        ("2026-10-01", 2),
    ]
    (change,) = workflow.before_and_after(db, ALL, "2026-10-15")
    assert change.before == change.after
    assert workflow.middle_of(weeks) == "2026-10-18"


@pytest.mark.parametrize(
    ("first", "scope", "step"),
    [
        ("2026-06-01", ALL, "week"),
        ("2024-06-03", ALL, "month"),
        ("2024-06-03", Scope(since="2026-06-01"), "week"),
    ],
)
def test_many_weeks_are_told_by_month(
    db: Database, slug: str, first: str, scope: Scope, step: str
) -> None:
    assert workflow.fitting_step(db, scope) == "week"
    workflow.bring_up_to_date(db, 99)
    db.execute("UPDATE digest SET week = '2026-10-26'")
    db.execute("UPDATE digest SET week = :first WHERE version_id = 1", {"first": first})
    assert workflow.fitting_step(db, scope) == step


def test_the_worst_article_comes_first(db: Database, slug: str) -> None:
    workflow.bring_up_to_date(db, 99)
    worst = workflow.worst_articles(db, ALL, 5)
    assert [each.system for each in worst] == ["argo", "brezza"]
    assert worst[0].points > worst[1].points
    assert worst[0].hter is None
    assert workflow.worst_articles(db, ALL, 1) == worst[:1]


def test_two_systems_are_compared_on_what_both_have_translated(db: Database, slug: str) -> None:
    for n in range(5):
        italian, english = f"{ITALIAN}\n\nFine {n}.", f"{ARGO}\n\nThe end {n}."
        more = workflow.import_pair(db, from_paste(italian), from_paste(english), system="argo")
        better = from_paste(f"{BREZZA}\n\nThe end {n}.")
        workflow.import_pair(db, from_paste(italian), better, system="brezza", slug=more.slug)
    workflow.bring_up_to_date(db, 99)
    (both,) = workflow.side_by_side(db, Scope(system="argo"))
    assert (both.first, both.second, both.articles) == ("argo", "brezza", 6)
    assert both.difference is not None
    assert both.difference.mean.value > 0
    assert both.difference.p_value < 0.05


def test_precision_is_of_decisions_alone(db: Database, slug: str) -> None:
    correct(db, slug, 3)
    segment = workflow.version(db, slug, "argo").segments[6]
    flagged = next(f for f in segment.findings if f.check == "lower-case")
    workflow.dismiss(db, segment.id, flagged.key, author="ada")
    found = {each.check: each for each in workflow.precisions(db, ALL)}
    assert (found["lower-case"].fixed, found["lower-case"].dismissed) == (3, 1)
    assert dict(workflow.checks(db))  # the list of checks says the same
    tally = next(t for check, t in workflow.checks(db) if check.id == "lower-case")
    assert (tally.fixed, tally.dismissed) == (3, 1)


def test_no_report_reads_a_table_of_paragraphs(db: Database, slug: str) -> None:
    correct(db, slug)
    workflow.bring_up_to_date(db, 99)
    touched: set[str] = set()

    def note(action: int, table: str | None, *_: object) -> int:
        if action == 20 and table:  # SQLITE_READ
            touched.add(table)
        return 0

    db.conn.set_authorizer(note)
    try:
        assert workflow.error_classes(db, ALL, "week")
        assert workflow.checks_found(db, ALL)
        assert workflow.editing(db, ALL, "week")
        assert workflow.spreads(db, ALL)
        assert workflow.worst_articles(db, ALL, 5)
        assert workflow.side_by_side(db, ALL)
        assert workflow.precisions(db, ALL)
        assert workflow.lessons(db, ALL)
        assert workflow.noise(db) == []
    finally:
        db.conn.set_authorizer(None)
    assert touched & PARAGRAPH_TABLES == set()


@pytest.mark.parametrize(
    ("sql", "walked"),
    [
        (store.READ, {"d"}),
        (store.FOUND, {"d"}),
        (store.BINS, {"w"}),
        (store.WORK, {"w"}),
        (store.ARTICLES, {"d"}),
        (store.VERDICTS, {"verdict_count"}),
        (store.SPAN, {"digest", "digest_work", "(subquery-2)"}),
        (lessons.OFTEN, set()),
        (lessons.MADE, {"p"}),
        (lessons.PLACES, {"p"}),
        (digests.STALE, {"stale"}),
    ],
)
def test_only_sums_are_walked_and_the_rest_is_looked_up(
    db: Database, sql: str, walked: set[str]
) -> None:
    given = {
        **ALL._asdict(), "pairs": "[]", "limit": 10, "least": 2, "version": 1,
    }  # fmt: skip
    plan = [row["detail"] for row in db.query(f"EXPLAIN QUERY PLAN {sql}", given)]
    scanned = {line.split()[1] for line in plan if line.startswith("SCAN")}
    assert scanned - {"d", "n"} <= walked, plan


@pytest.mark.parametrize("sql", [digests.CONFIRMED, digests.REOPENED, *digests.SUMMED])
def test_an_article_is_summed_up_by_its_own_rows(db: Database, sql: str) -> None:
    plan = [row["detail"] for row in db.query(f"EXPLAIN QUERY PLAN {sql}", {"version": 1})]
    scanned = {line for line in plan if line.startswith("SCAN") and "SUBQUERY" not in line}
    assert scanned == set(), plan
