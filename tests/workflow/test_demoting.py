"""A check that people mostly dismiss becomes a hint by one decision of the desk, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workbench import workflow
from workbench.errors import BadInput, NotFound

if TYPE_CHECKING:
    from pathlib import Path

    from sqlite_utils import Database

    from workbench.model import Segment

CHECK = "magnitude"


def judge(db: Database, *, fixed: int = 0, dismissed: int = 0, first: int = 0) -> None:
    """As many decisions about the check, each on texts of its own."""
    for table, count, more in (("fix", fixed, {}), ("dismissal", dismissed, {"dismissed": 1})):
        for n in range(first, first + count):
            row = {"source_sha": f"{table}{n}", "target_sha": "t", "check_id": CHECK}
            made = {"finding_key": "k", "author": "ada", "created": "2026-11-02T10:00:00+00:00"}
            db.table(table).insert(row | made | more)


def flagged(db: Database, segment: Segment) -> tuple[str, float]:
    """The severity of its finding of that check, and the risk."""
    now = next(s for s in workflow.version(db, "roccalta").segments if s.id == segment.id)
    return next(f.severity for f in now.findings if f.check == CHECK), now.risk


@pytest.fixture
def segment(db: Database, small_pair: object) -> Segment:
    workflow.import_pair(db, *small_pair, system="argo", slug="roccalta")
    return workflow.version(db, "roccalta").segments[1]


@pytest.mark.parametrize(
    ("fixed", "dismissed", "is_noise"),
    [(0, 19, False), (0, 20, True), (2, 18, True), (3, 17, False), (10, 10, False), (12, 60, True)],
)
def test_only_what_is_surely_mostly_wrong_is_noise(
    db: Database, fixed: int, dismissed: int, is_noise: bool
) -> None:
    judge(db, fixed=fixed, dismissed=dismissed)
    assert [each.check for each in workflow.noise(db)] == [CHECK] * is_noise


def test_a_demoted_check_gives_hints_and_the_risk_follows(db: Database, segment: Segment) -> None:
    before = flagged(db, segment)
    judge(db, dismissed=25)
    workflow.demote(db, CHECK, "bruno")
    severity, risk = flagged(db, segment)
    assert severity == "neutral"
    assert risk < before[1]
    workflow.take_demotion_back(db, CHECK, "ada")
    assert flagged(db, segment) == before


def test_the_next_check_gives_hints_too(db: Database, segment: Segment) -> None:
    judge(db, dismissed=25)
    workflow.demote(db, CHECK, "bruno")
    workflow.rescore(db)
    assert flagged(db, segment)[0] == "neutral"


def test_who_decided_it_when_and_why_is_kept(db: Database) -> None:
    judge(db, fixed=1, dismissed=30)
    workflow.demote(db, CHECK, "bruno")
    workflow.demote(db, CHECK, "ada")
    kept = workflow.demoted(db)[CHECK]
    assert (kept.author, kept.fixed, kept.dismissed) == ("bruno", 1, 30)
    assert [(e.action, e.subject, e.person) for e in workflow.audit_log(db)] == [
        ("demote-check", CHECK, "bruno")
    ]


def test_taken_back_it_is_proposed_again_only_by_what_comes_after(db: Database) -> None:
    judge(db, dismissed=25)
    workflow.demote(db, CHECK, "bruno")
    workflow.take_demotion_back(db, CHECK, "ada")
    assert workflow.noise(db) == []
    judge(db, dismissed=25, first=100)
    assert [each.dismissed for each in workflow.noise(db)] == [25]


def test_a_check_that_is_often_right_is_not_demoted(db: Database) -> None:
    judge(db, fixed=20, dismissed=10)
    with pytest.raises(BadInput, match="is not dismissed so often"):
        workflow.demote(db, CHECK, "bruno")
    with pytest.raises(NotFound, match="no check"):
        workflow.demote(db, "nothing", "bruno")


def test_many_paragraphs_are_ranked_in_the_background(
    db: Database, db_path: Path, segment: Segment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbench.workflow.demoting.MOST_AT_ONCE", 0)
    judge(db, dismissed=25)
    workflow.demote(db, CHECK, "bruno")
    workflow.work(db_path)
    assert workflow.job(db, 1).state == "done"
    assert flagged(db, segment)[0] == "neutral"
