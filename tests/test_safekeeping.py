"""Backups: made while people work, whole or not at all, and put back so that nothing is lost."""

from __future__ import annotations

import os
import shutil
import sqlite3
import threading
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from workbench import workflow
from workbench.db import connect, in_use, opened
from workbench.errors import BadInput, BrokenStore
from workbench.migrations import migrations
from workbench.store import copies

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlite_utils import Database

    from workbench.model import RawText


@pytest.fixture
def article(db: Database, small_pair: tuple[RawText, RawText]) -> str:
    """The slug of the one article there is."""
    return workflow.import_pair(db, *small_pair, system="argo").slug


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Where a backup may be made."""
    folder = tmp_path / "backups"
    folder.mkdir()
    return folder / "copy.db"


def words(path: Path) -> list[str]:
    """What the history of the second paragraph says, oldest first."""
    with closing(connect(path)) as db:
        return [event.text for event in workflow.history(db, 2)][::-1]


def write(db: Database, slug: str, text: str) -> None:
    base = workflow.version(db, slug).segments[1].revision
    workflow.save(db, 2, text, confirm=True, base=base, author="ada")


def test_a_backup_is_one_file_with_everything_in_it(
    db: Database, db_path: Path, article: str, copy: Path
) -> None:
    write(db, article, "Saved.")
    made = workflow.back_up(db_path, copy)
    assert made.contents[:3] == (1, 4, 1)
    assert made.size == copy.stat().st_size
    assert words(copy) == ["Saved."]
    assert [file.name for file in copy.parent.iterdir()] == ["copy.db"]


def test_a_backup_is_for_its_owner_alone(db_path: Path, article: str, copy: Path) -> None:
    workflow.back_up(db_path, copy)
    assert copy.stat().st_mode & 0o777 == 0o600


def test_that_a_backup_was_made_is_in_the_audit_log(
    db: Database, db_path: Path, article: str, copy: Path
) -> None:
    workflow.back_up(db_path, copy, by="ada")
    entry = workflow.audit_log(db)[0]
    assert (entry.person, entry.action, entry.subject) == ("ada", "backup", "copy.db")


def test_a_file_is_replaced_only_where_that_is_wanted(
    db: Database, db_path: Path, article: str, copy: Path
) -> None:
    workflow.back_up(db_path, copy)
    write(db, article, "Later.")
    with pytest.raises(BadInput, match="--force"):
        workflow.back_up(db_path, copy)
    assert words(copy) == []
    workflow.back_up(db_path, copy, force=True)
    assert words(copy) == ["Later."]


def test_the_database_itself_is_no_place_for_its_backup(db_path: Path, article: str) -> None:
    with pytest.raises(BadInput, match="itself"):
        workflow.back_up(db_path, db_path, force=True)
    with pytest.raises(BadInput, match="itself"):
        workflow.restore_backup(db_path, db_path)
    with pytest.raises(BadInput, match="folder"):
        workflow.back_up(db_path, db_path.parent, force=True)


def test_people_write_while_the_copy_is_made_and_it_is_of_one_moment(
    db: Database, db_path: Path, article: str, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copies, "PAGES", 8)
    written = 0

    def somebody_saves(done: int, total: int) -> None:
        nonlocal written
        written += 1
        write(db, article, f"Number {written}.")

    before = words(db_path)
    workflow.back_up(db_path, copy, progress=somebody_saves)
    assert written > 5
    assert words(copy) == before
    assert len(words(db_path)) == written


def test_a_copy_is_made_beside_writers_that_never_rest(
    db: Database, db_path: Path, article: str, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copies, "PAGES", 8)
    rest = threading.Event()

    def go_on() -> None:
        with closing(connect(db_path)) as mine:
            number = 0
            while not rest.is_set():
                write(mine, article, f"Number {(number := number + 1)}.")

    writer = threading.Thread(target=go_on)
    writer.start()
    try:
        workflow.back_up(db_path, copy)
    finally:
        rest.set()
        writer.join()
    assert words(db_path)[: len(words(copy))] == words(copy)


def test_a_backup_that_fails_leaves_nothing_and_the_earlier_one(
    db: Database, db_path: Path, article: str, copy: Path
) -> None:
    copy.write_text("the backup of yesterday")

    def the_power_fails(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        workflow.back_up(db_path, copy, force=True, progress=the_power_fails)
    assert copy.read_text() == "the backup of yesterday"
    assert list(copy.parent.iterdir()) == [copy]


def test_a_damaged_database_makes_no_backup(db_path: Path, article: str, copy: Path) -> None:
    with db_path.open("r+b") as file:
        file.seek(-4096 * 3, os.SEEK_END)
        file.write(b"\xa5" * 4096 * 3)
    with pytest.raises(BrokenStore, match=r"damaged|no intact"):
        workflow.back_up(db_path, copy)
    assert list(copy.parent.iterdir()) == []


def test_what_is_not_there_has_no_backup(tmp_path: Path, copy: Path) -> None:
    with pytest.raises(BrokenStore, match="There is no database"):
        workflow.back_up(tmp_path / "nowhere.db", copy)
    assert not (tmp_path / "nowhere.db").exists()
    with pytest.raises(BrokenStore, match="There is no database"):
        workflow.restore_backup(tmp_path / "new.db", tmp_path / "nowhere.db")


def test_a_restore_puts_back_the_texts_and_keeps_the_present_beside(
    db: Database, db_path: Path, article: str, copy: Path
) -> None:
    write(db, article, "Early.")
    workflow.back_up(db_path, copy)
    write(db, article, "Late.")
    db.close()
    done = workflow.restore_backup(db_path, copy, by="ada")
    assert words(db_path) == ["Early."]
    assert done.kept is not None
    assert words(done.kept) == ["Early.", "Late."]
    with opened(db_path) as restored:
        entry = workflow.audit_log(restored)[0]
        assert (entry.action, entry.details["kept"]) == ("restore", done.kept.name)
        assert restored.journal_mode == "wal"


def test_a_restore_where_nothing_is_yet_keeps_nothing(
    db_path: Path, article: str, copy: Path, tmp_path: Path
) -> None:
    workflow.back_up(db_path, copy)
    done = workflow.restore_backup(tmp_path / "new.db", copy)
    assert done.kept is None
    with opened(tmp_path / "new.db") as db:
        assert len(workflow.version(db, article).segments) == 4


def test_a_restored_file_belongs_to_whom_the_other_did(
    db: Database, db_path: Path, article: str, copy: Path
) -> None:
    workflow.back_up(db_path, copy)
    db.close()
    db_path.chmod(0o640)
    workflow.restore_backup(db_path, copy)
    assert db_path.stat().st_mode & 0o777 == 0o640


def test_nothing_is_restored_while_a_server_has_the_file_open(
    db: Database, db_path: Path, article: str, copy: Path
) -> None:
    workflow.back_up(db_path, copy)
    write(db, article, "Late.")
    db.close()
    with in_use(db_path), pytest.raises(BrokenStore, match="stop the server"):
        workflow.restore_backup(db_path, copy)
    assert words(db_path) == ["Late."]
    assert sorted(file.name for file in db_path.parent.glob("*.db*")) == ["workbench.db"]


@pytest.mark.parametrize(
    "damage", [b"", b"Dear reader, " * 900, b"SQLite format 3\0" + b"\1" * 9000]
)
def test_a_broken_database_is_replaced_and_kept_with_what_is_beside_it(
    db: Database, db_path: Path, article: str, copy: Path, damage: bytes
) -> None:
    workflow.back_up(db_path, copy)
    db.close()
    db_path.write_bytes(damage)
    db_path.with_name("workbench.db-wal").write_bytes(b"the rest")
    done = workflow.restore_backup(db_path, copy)
    assert words(db_path) == []
    assert done.kept is not None
    assert done.kept.read_bytes() == damage
    assert done.kept.with_name(f"{done.kept.name}-wal").read_bytes() == b"the rest"


def test_a_file_that_only_begins_like_a_database_is_replaced_and_kept(
    db: Database, db_path: Path, article: str, copy: Path
) -> None:
    workflow.back_up(db_path, copy)
    db.close()
    db_path.write_bytes(b"SQLite format 3\0" + b"\1" * 9000)
    done = workflow.restore_backup(db_path, copy)
    assert words(db_path) == []
    assert done.kept is not None
    assert done.kept.stat().st_size == 9016


def test_a_backup_of_an_older_workbench_is_brought_up_to_date_first(
    db_path: Path, tmp_path: Path
) -> None:
    old = tmp_path / "old.db"
    old.touch()
    with closing(connect(old)) as db:
        migrations.apply(db, stop_before="batches")
        db.execute("INSERT INTO article (slug, title, created) VALUES ('una', 'Una', 'x')")
    before = old.read_bytes()
    workflow.restore_backup(db_path, old)
    with closing(connect(db_path)) as db:
        assert migrations.pending(db) == []
        assert [row["slug"] for row in db.table("article").rows] == ["una"]
    assert old.read_bytes() == before


def of_the_future(path: Path) -> None:
    with closing(connect(path)) as db:
        row = {"migration_set": "workbench", "name": "from_the_future", "applied_at": "2099-01-01"}
        db.table("_sqlite_migrations").insert(row)


def of_another_program(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE bookmark (url)")


def cut_short(path: Path) -> None:
    os.truncate(path, path.stat().st_size - 4096 * 5)


def pointing_to_nothing(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("DELETE FROM alignment")
        db.commit()


def empty(path: Path) -> None:
    os.truncate(path, 0)


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (of_the_future, "newer workbench"),
        (of_another_program, "another program"),
        (cut_short, r"damaged|no intact"),
        (pointing_to_nothing, "damaged"),
        (empty, "is empty"),
    ],
)
def test_what_is_no_sound_backup_changes_nothing(
    db: Database,
    db_path: Path,
    article: str,
    copy: Path,
    spoil: Callable[[Path], None],
    sentence: str,
) -> None:
    write(db, article, "Saved.")
    workflow.back_up(db_path, copy)
    db.close()
    spoil(copy)
    with pytest.raises(BrokenStore, match=sentence):
        workflow.restore_backup(db_path, copy)
    assert words(db_path) == ["Saved."]
    assert sorted(file.name for file in db_path.parent.glob("*.db*")) == ["workbench.db"]


def test_a_restore_that_fails_at_the_last_step_leaves_the_present_database(
    db: Database, db_path: Path, article: str, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workflow.back_up(db_path, copy)
    write(db, article, "Late.")
    db.close()

    def fail(*_paths: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(type(db_path), "replace", fail)
    with pytest.raises(BrokenStore, match="Input/output error"):
        workflow.restore_backup(db_path, copy)
    assert words(db_path) == ["Late."]
    assert list(db_path.parent.glob(".*")) == []


def test_a_disk_that_knows_no_second_names_is_good_enough(
    db: Database, db_path: Path, article: str, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workflow.back_up(db_path, copy)
    db.close()

    def refuse(*_names: object) -> None:
        raise OSError

    monkeypatch.setattr(os, "link", refuse)
    done = workflow.restore_backup(db_path, copy)
    assert done.kept is not None
    assert words(done.kept) == words(db_path) == []
    shutil.rmtree(copy.parent)
