"""A file of an older workbench, with something in every table, is brought up to date whole."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from workbench import workflow
from workbench.db import connect, opened
from workbench.ingest import from_paste
from workbench.migrations import migrations
from workbench.workflow import Intake, steps

if TYPE_CHECKING:
    from pathlib import Path

FILLED = """
INSERT INTO article VALUES (1, 'ponte', 'Il ponte', '2026-01-01'), (2, 'due', 'Due', '2026-01-02');
INSERT INTO text VALUES
    (1, 1, 'source', '', 'it.txt', 'utf-8', 'aa', 'aa', 'Uno.' || char(10) || 'Due.', 'ada', 'x'),
    (2, 1, 'ai', 'argo', 'en.txt', 'cp1252', 'bb', 'bb', 'One. Two.', 'ada', 'x'),
    (3, 1, 'ai', 'brezza', 'en2.txt', 'utf-8', 'cc', 'cc', 'The one. The two.', 'ada', 'x'),
    (4, 1, 'reference', '', 'ref.txt', 'utf-8', 'dd', 'dd', 'A one. A two.', 'ada', 'x');
INSERT INTO paragraph VALUES
    (1, 1, 0, 'headline', 'Uno.', 0, NULL, NULL), (2, 1, 1, 'body', 'Due.', 0, NULL, NULL),
    (3, 2, 0, 'headline', 'One.', 0, NULL, NULL), (4, 2, 1, 'body', 'Two.', 0, NULL, NULL),
    (5, 2, 2, 'chrome', 'Loading...', 1, 'Left out: %(why)s.', '{"why": "a button"}'),
    (6, 3, 0, 'body', 'The one. The two.', 0, NULL, NULL),
    (7, 4, 0, 'body', 'A one. A two.', 0, NULL, NULL);
INSERT INTO version VALUES
    (5, 1, 'ai', 'brezza', 1, 3, '2026-01-03'), (6, 1, 'ai', 'argo', 1, 2, '2026-01-04'),
    (7, 1, 'reference', '', 1, 4, '2026-01-05');
INSERT INTO segment VALUES
    (1, 6, 'k1', 'headline', 'Uno.', 'One.', 's1'), (2, 6, 'k2', 'body', 'Due.', 'Two.', 's2'),
    (3, 6, '33e31ae0c468c2fc', 'body', 'Uno. Due.', 'One. Two.', 's3'),
    (4, 5, 'k4', 'body', 'Uno. Due.', 'The one. The two.', 's4'),
    (5, 7, 'k5', 'body', 'Uno. Due.', 'A one. A two.', 's5');
INSERT INTO segment_part (segment_id, side, ordinal, paragraph_id) VALUES
    (1, 'source', 0, 1), (1, 'target', 0, 3), (2, 'source', 0, 2), (2, 'target', 0, 4),
    (3, 'source', 0, 1), (3, 'source', 1, 2), (3, 'target', 0, 3), (3, 'target', 1, 4),
    (4, 'source', 0, 1), (4, 'source', 1, 2), (4, 'target', 0, 6),
    (5, 'source', 0, 1), (5, 'source', 1, 2), (5, 'target', 0, 7);
INSERT INTO alignment VALUES
    (1, 6, 'dynamic', 'import', 'x'), (2, 5, 'dynamic', 'import', 'x'),
    (3, 7, 'dynamic', 'import', 'x'), (4, 6, 'manual', 'ada', 'x');
INSERT INTO alignment_segment VALUES
    (1, 0, 3, 0.5), (2, 0, 4, 0.9), (3, 0, 5, 0.9), (4, 0, 1, 0.8), (4, 1, 2, NULL);
INSERT INTO revision VALUES
    (1, 3, 0, 'draft', 'One, two.', 'ada', 'x'), (2, 1, 0, 'draft', 'ONE', 'ada', 'x'),
    (3, 1, 2, 'confirm', 'One!', 'bruno', 'x'), (4, 2, 0, 'draft', 'Deux', 'ada', 'x'),
    (5, 2, 4, 'revert', 'Two.', 'ada', 'x');
INSERT INTO finding VALUES
    (1, 2, 'f1', 'magnitude', 'accuracy', 'major', 'target', 0, 3, 'Look at %(n)s.',
        '{"n": "1"}', 'Too', 'p', 'q'),
    (2, 2, 'f2', 'lower-case', 'accuracy', 'minor', 'target', 0, 3, 'See.', '{}', NULL, 'p', 'q');
INSERT INTO dismissal VALUES (1, 'p', 'q', 'lower-case', 'f2', 1, 'ada', 'x');
INSERT INTO score VALUES
    (1, 6, 1, 'bleu', 'correction', 12.5, 'sig', 'x'),
    (2, 6, NULL, 'bleu', 'reference', 9, 's', 'x');
INSERT INTO job VALUES (1, 'rescore', 'done', 2, 2, '', 'x');
"""


@pytest.fixture
def old_file(db_path: Path) -> Path:
    """A file as the first schema left it."""
    db_path.touch()
    with closing(connect(db_path)) as db:
        migrations.apply(db, stop_before="repair_by_hand")
        db.conn.executescript(FILLED)
    return db_path


def list_of(row: dict[str, object]) -> list[str]:
    return [f"{value:09}" if isinstance(value, int) else str(value) for value in row.values()]


def rows(path: Path) -> dict[str, list[dict[str, object]]]:
    """Every table but the bookkeeping."""
    with closing(connect(path)) as db:
        names = (name for name in db.table_names() if "sqlite" not in name)
        return {name: sorted(db.query(f"SELECT * FROM {name}"), key=list_of) for name in names}


def test_no_row_and_no_value_is_lost(old_file: Path) -> None:
    before = rows(old_file)
    with opened(old_file):
        pass
    after = rows(old_file)
    assert {name for name, listed in before.items() if not listed} == set()
    for name, listed in before.items():
        assert [dict(new, **old) for old, new in zip(listed, after[name], strict=True)] == after[
            name
        ]


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


def test_nothing_points_to_nothing_and_the_file_is_sound(old_file: Path) -> None:
    with opened(old_file) as db:
        assert list(db.query("PRAGMA foreign_key_check")) == []
        assert [row["integrity_check"] for row in db.query("PRAGMA integrity_check")] == ["ok"]
        with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
            db.execute("DELETE FROM text WHERE id = 1")


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


def test_a_file_brought_up_to_date_has_the_schema_of_a_new_one(
    old_file: Path, tmp_path: Path
) -> None:
    with opened(old_file) as old, opened(tmp_path / "new.db") as new:
        sql = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
        assert list(old.query(sql)) == list(new.query(sql))


def test_a_migration_that_fails_leaves_the_file_as_it_was(old_file: Path) -> None:
    with closing(connect(old_file)) as db:
        db.execute("CREATE TABLE segment_origin (x)")
    before = rows(old_file)
    with pytest.raises(Exception, match="segment_origin"), opened(old_file):
        pass
    assert rows(old_file) == before
