"""A file of an older workbench, with something in every table, is brought up to date whole."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import zip_longest
from pathlib import Path

import pytest
from sqlite_utils import Database

from workbench import workflow
from workbench.db import connect, opened
from workbench.ingest import from_paste
from workbench.migrations import migrations
from workbench.workflow import Intake, steps

ROWS = Path(__file__).parent / "schema"
"""For each step of the schema a script that puts rows into what it brought."""
STEPS = [step.name for step in migrations.pending(Database(memory=True))]
EMPTY = {"deletion"}
"""What has rows inside a transaction only."""


def fill(path: Path, last: str) -> None:
    """Make a file as the workbench of that step left it, with something in every table."""
    path.touch()
    with closing(connect(path)) as db:
        db.execute("PRAGMA foreign_keys = OFF")
        for step, after in zip_longest(STEPS[: STEPS.index(last) + 1], STEPS[1:]):
            if step is None:
                break
            migrations.apply(db, stop_before=after)
            db.conn.executescript((ROWS / f"{step}.sql").read_text(encoding="utf-8"))
        assert list(db.query("PRAGMA foreign_key_check")) == []


@pytest.fixture
def old_file(db_path: Path) -> Path:
    """A file as the first schema left it."""
    fill(db_path, STEPS[0])
    return db_path


def list_of(row: dict[str, object]) -> list[str]:
    return [f"{value:09}" if isinstance(value, int) else str(value) for value in row.values()]


def rows(path: Path) -> dict[str, list[dict[str, object]]]:
    """Every table but the bookkeeping."""
    with closing(connect(path)) as db:
        names = (name for name in db.table_names() if "sqlite" not in name)
        return {name: sorted(db.query(f"SELECT * FROM {name}"), key=list_of) for name in names}


@pytest.mark.parametrize("last", STEPS)
def test_no_row_and_no_value_of_any_schema_is_lost(db_path: Path, last: str) -> None:
    fill(db_path, last)
    before = rows(db_path)
    with opened(db_path):
        pass
    after = rows(db_path)
    assert {name for name, listed in before.items() if not listed} <= EMPTY
    for name, listed in before.items():
        assert [dict(new, **old) for old, new in zip(listed, after[name], strict=True)] == after[
            name
        ]


def test_every_step_has_rows_to_be_tested_with() -> None:
    assert {file.stem for file in ROWS.glob("*.sql")} == set(STEPS), f"add a script to {ROWS}"


def test_what_is_new_says_what_was_so_before(old_file: Path) -> None:
    with opened(old_file) as db:
        versions = list(db.query("SELECT id, edition, imported, created FROM version ORDER BY id"))
        assert all(row["imported"] == row["created"] and row["edition"] == 1 for row in versions)
        assert {row["markup"] for row in db.table("text").rows} == {"plain"}
        assert {row["carried"] for row in db.table("revision").rows} == {0}
        assert {row["outlet"] for row in db.table("article").rows} == {""}


def test_the_newest_alignment_counts_and_the_work_in_it_stands(old_file: Path) -> None:
    with opened(old_file) as db:
        version = workflow.version(db, "ponte", "argo")
        assert version.alignment == 4
        assert [(s.current, s.state, s.role) for s in version.segments] == [
            ("One!", "translated", "headline"),
            ("Two.", "new", "body"),
        ]
        assert [str(f.message) for f in version.segments[1].findings] == ["Look at 1."]
        assert [s.value for s in version.segments[0].scores] == [12.5]
        assert [event.text for event in workflow.history(db, 2)] == ["Two.", "Deux"]


def test_what_waits_is_ranked_by_its_findings_at_once(old_file: Path) -> None:
    with opened(old_file) as db:
        waiting = [(each.segment.id, each.segment.risk) for each in workflow.queue(db)]
        assert waiting == [(2, 5), (4, 0)]


def test_the_list_is_as_it_was_and_the_first_system_is_still_the_first(old_file: Path) -> None:
    with opened(old_file) as db:
        article = workflow.version(db, "ponte").article
        assert article.systems == ("brezza", "argo")
        assert {summary.system for summary in workflow.summaries(db)} == {"brezza", "argo"}
        assert all(summary.has_reference for summary in workflow.summaries(db))
        assert workflow.unfinished(db) == []
        assert workflow.version(db, "ponte", "brezza").segments[0].reference == "A one. A two."


@pytest.mark.parametrize("last", STEPS)
def test_a_file_of_any_schema_becomes_a_sound_one_like_a_new_one(
    db_path: Path, tmp_path: Path, last: str
) -> None:
    fill(db_path, last)
    with opened(db_path) as old, opened(tmp_path / "new.db") as new:
        sql = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
        assert list(old.query(sql)) == list(new.query(sql))
        assert list(old.query("PRAGMA foreign_key_check")) == []
        assert [row["integrity_check"] for row in old.query("PRAGMA integrity_check")] == ["ok"]
        assert [s.current for s in workflow.version(old, "ponte", "argo").segments]
        with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
            old.execute("DELETE FROM text WHERE id = 1")


@pytest.mark.parametrize("last", STEPS)
def test_an_article_of_any_schema_can_be_deleted_whole(db_path: Path, last: str) -> None:
    fill(db_path, last)
    with opened(db_path) as db:
        workflow.delete_article(db, "ponte", by="Desk")
        assert [row["slug"] for row in db.table("article").rows] == ["due"]
        left = {
            name
            for name in ("text", "segment", "revision", "note", "review", "memory")
            if db.table(name).count
        }
        assert left == set()


@pytest.mark.parametrize("table", ["text", "revision", "dismissal", "alignment_segment"])
def test_what_people_wrote_is_still_never_changed(old_file: Path, table: str) -> None:
    column = {"text": "raw", "alignment_segment": "role"}.get(table, "author")
    with opened(old_file) as db, pytest.raises(sqlite3.IntegrityError, match="never changed"):
        db.execute(f"UPDATE {table} SET {column} = 'other'")


def test_an_old_pairing_can_be_repaired_and_that_undone(old_file: Path) -> None:
    with opened(old_file) as db:
        before = workflow.version(db, "ponte", "argo")
        now = workflow.pairing_of(db, before.id)
        assert (now.undo, now.redo) == (None, None)
        merged = workflow.repair(db, before.id, before.alignment, steps.merge(1), author="ada")
        assert [pair.segment for pair in merged.pairs] == [3]
        assert workflow.version(db, "ponte", "argo").segments[0].current == "One!\n\nTwo."
        workflow.undo(db, before.id, merged.row.alignment, author="ada")
        after = workflow.version(db, "ponte", "argo")
        assert [(s.id, s.current) for s in after.segments] == [(1, "One!"), (2, "Two.")]


def test_a_newer_text_may_come_for_an_old_article(old_file: Path) -> None:
    with opened(old_file) as db:
        intake = Intake(
            target=from_paste("One. Two, newer."), article="ponte", system="argo", newer=True
        )
        got = workflow.receive(db, intake)
        assert db.table("version").get(got.version or 0)["edition"] == 2


def test_opening_the_file_again_changes_nothing(old_file: Path) -> None:
    with opened(old_file):
        pass
    before = rows(old_file)
    with opened(old_file):
        pass
    assert rows(old_file) == before


def test_a_migration_that_fails_leaves_the_file_as_it_was(old_file: Path) -> None:
    with closing(connect(old_file)) as db:
        db.execute("CREATE TABLE segment_origin (x)")
    before = rows(old_file)
    with pytest.raises(Exception, match="segment_origin"), opened(old_file):
        pass
    assert rows(old_file) == before
