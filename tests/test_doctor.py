"""The doctor: says what is wrong and what to do, and changes nothing."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from workbench import workflow
from workbench.db import write
from workbench.store import health
from workbench.workflow import doctor

if TYPE_CHECKING:
    from pathlib import Path

    from sqlite_utils import Database

    from workbench.model import RawText


@pytest.fixture
def article(db: Database, small_pair: tuple[RawText, RawText]) -> str:
    """One article with a confirmed paragraph."""
    slug = workflow.import_pair(db, *small_pair, system="argo").slug
    workflow.save(db, 1, "The old bridge reopens", confirm=True, base=0, author="ada")
    workflow.summaries(db)
    return slug


def found(path: Path, state: str) -> dict[str, str]:
    """What the doctor finds in that state, by what it is about."""
    return {each.about: str(each.said) for each in doctor.examine(path) if each.state == state}


def test_of_a_sound_database_all_is_good(
    db: Database, db_path: Path, article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health, "sqlite_version", lambda: (3, 53, 1))
    workflow.back_up(db_path, db_path.with_name("copy.db"))
    assert {each.state for each in doctor.examine(db_path)} == {"good"}


def test_it_changes_nothing(db: Database, db_path: Path, article: str) -> None:
    before = list(db.conn.iterdump())
    list(doctor.examine(db_path))
    assert list(db.conn.iterdump()) == before


def test_all_stays_well_through_a_day_of_work(db: Database, db_path: Path, article: str) -> None:
    for text in ("The bridge reopens", "Old bridge reopens", "A bridge"):
        base = workflow.version(db, article).segments[0].revision
        workflow.save(db, 1, text, confirm=text.startswith("T"), base=base, author="ada")
    workflow.save(db, 2, "It reopens.", confirm=True, base=0, author="ada")
    approved = workflow.version(db, article).segments[1]
    workflow.approve(db, approved.id, base=approved.revision, author="bruno")
    workflow.merge_with_next(db, 3, author="ada")
    workflow.summaries(db)
    assert found(db_path, "bad") == {}


@pytest.mark.parametrize(
    ("damage", "about", "sentence"),
    [
        ("INSERT INTO memory (rowid, source, target) VALUES (99, 'a', 'b')", "rows", "memory"),
        ("DELETE FROM memory", "agreement", "of memory are not up to date"),
        ("UPDATE risk SET waiting = 1", "agreement", "of risk"),
        ("UPDATE finding SET target_sha = 'x'", "agreement", "of finding"),
        ("UPDATE tally SET segments = 7", "agreement", "of tally"),
        ("INSERT INTO article (slug, title, created) VALUES ('a', 'A', 'x')", "rows", "of article"),
    ],
)
def test_what_does_not_agree_is_named_with_what_to_do(
    db: Database, db_path: Path, article: str, damage: str, about: str, sentence: str
) -> None:
    with write(db):
        db.execute(damage)
    assert sentence in found(db_path, "bad")[about]


def test_what_is_not_up_to_date_is_so_after_a_new_score(
    db: Database, db_path: Path, article: str
) -> None:
    with write(db):
        db.execute("DELETE FROM memory")
        db.execute("UPDATE risk SET waiting = 1")
        db.execute("UPDATE finding SET target_sha = 'x'")
    assert "workbench score --all" in found(db_path, "bad")["agreement"]
    workflow.rescore(db)
    workflow.summaries(db)
    assert found(db_path, "bad") == {}


def test_rows_that_point_to_nothing_are_found(db: Database, db_path: Path, article: str) -> None:
    with closing(sqlite3.connect(db_path, isolation_level=None)) as careless:
        careless.execute("DELETE FROM alignment")
    assert "points to nothing" in found(db_path, "bad")["integrity"]


def test_broken_pages_are_found_and_a_backup_advised(
    db: Database, db_path: Path, article: str
) -> None:
    db.close()
    with db_path.open("r+b") as file:
        file.seek(-4096 * 3, os.SEEK_END)
        file.write(b"\xa5" * 4096 * 3)
    assert "estore a backup" in " ".join(found(db_path, "bad").values())


@pytest.mark.parametrize("size", [0, 1000])
def test_of_what_is_no_database_the_rest_is_told_all_the_same(tmp_path: Path, size: int) -> None:
    path = tmp_path / "novel.txt"
    path.write_text("x" * size)
    states = {each.about: each.state for each in doctor.examine(path)}
    assert states["versions"]
    assert states["disk"]
    assert "bad" in states.values() or size == 0
    assert found(tmp_path / "nowhere.db", "bad")["file"].startswith("There is no database")


def test_a_file_that_others_may_read_is_told_of(db: Database, db_path: Path) -> None:
    assert db_path.stat().st_mode & 0o777 == 0o600
    db_path.chmod(0o644)
    assert "chmod o=" in found(db_path, "note")["permissions"]


def test_little_room_is_told_of(
    db: Database, db_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "LEAST_FREE", 1 << 60)
    assert "make room" in found(db_path, "bad")["disk"]


def test_a_log_that_grew_is_told_of(
    db: Database, db_path: Path, article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "LONGEST_LOG", 100)
    assert "start it again" in found(db_path, "note")["log"]


def test_a_network_drive_is_told_of(
    db: Database, db_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind = doctor._file_system(db_path)
    monkeypatch.setattr(doctor, "NETWORKS", {kind})
    assert kind in found(db_path, "bad")["disk"]


def test_steps_that_are_missing_and_an_old_backup_are_told_of(db: Database, db_path: Path) -> None:
    with write(db):
        workflow.record(db, "ada", "backup", "copy.db")
        db.execute("DROP TRIGGER audit_is_kept")
        db.execute("UPDATE audit SET created = '2020-01-01T00:00:00+00:00'")
        last = db.execute("SELECT max(id) FROM _sqlite_migrations").fetchone()[0]
        db.execute("DELETE FROM _sqlite_migrations WHERE id = ?", [last])
    notes = found(db_path, "note")
    assert "is of an older workbench and lacks" in notes["schema"]
    assert "days old" in notes["backup"]


@pytest.mark.parametrize(
    ("version", "affected"),
    [
        ((3, 40, 1), True),
        ((3, 44, 5), True),
        ((3, 44, 6), False),
        ((3, 50, 7), False),
        ((3, 51, 2), True),
        ((3, 51, 3), False),
        ((3, 53, 0), False),
    ],
)
def test_a_sqlite_that_may_lose_work_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: tuple[int, ...], affected: bool
) -> None:
    monkeypatch.setattr(health, "sqlite_version", lambda: version)
    assert ("versions" in found(tmp_path / "nowhere.db", "note")) is affected
