"""The database file: opened, migrated, written to by many, refused when it is unusable."""

import os
import sqlite3
import threading
from pathlib import Path

import pytest

from workbench import db as database
from workbench.errors import BrokenStore
from workbench.store import articles


def test_a_new_file_is_in_wal_mode_with_foreign_keys(tmp_path: Path) -> None:
    with database.opened(tmp_path / "w.db") as db:
        assert db.journal_mode == "wal"
        assert next(db.query("PRAGMA foreign_keys"))["foreign_keys"] == 1


def test_a_write_ends_when_all_that_it_has_put_in_the_log_is_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = tmp_path / "w.db-wal"
    sizes: list[tuple[str, int]] = []

    def sync(file: int) -> None:
        sizes.append((Path(f"/proc/self/fd/{file}").readlink().name, os.fstat(file).st_size))
        real(file)

    real = os.fsync
    with database.opened(tmp_path / "w.db") as db:
        monkeypatch.setattr("os.fsync", sync)
        with database.write(db):
            articles.add_article(db, "una", "Una")
        assert sizes == [(log.name, log.stat().st_size)]
        assert log.stat().st_size > 0


def test_preparing_twice_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "w.db"
    database.prepare(path)
    with database.opened(path) as db:
        articles.add_article(db, "una", "Una")
    with database.opened(path) as db:
        assert articles.slugs(db) == ["una"]


def test_many_threads_may_prepare_one_new_file_at_once(tmp_path: Path) -> None:
    failures: list[Exception] = []

    def prepare() -> None:
        try:
            database.prepare(tmp_path / "w.db")
        except BrokenStore as error:
            failures.append(error)

    threads = [threading.Thread(target=prepare) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


def test_reading_and_then_writing_in_many_threads_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "w.db"
    database.prepare(path)

    def count_up() -> None:
        db = database.connect(path)
        for _ in range(10):
            with database.write(db):
                articles.add_article(db, f"n{len(articles.slugs(db))}", "N")
        db.close()

    threads = [threading.Thread(target=count_up) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.opened(path) as db:
        assert articles.slugs(db) == [f"n{number}" for number in range(40)]


def test_a_failed_write_leaves_nothing_behind(tmp_path: Path) -> None:
    with database.opened(tmp_path / "w.db") as db:
        with pytest.raises(RuntimeError), database.write(db):
            articles.add_article(db, "una", "Una")
            raise RuntimeError
        assert articles.slugs(db) == []


def test_an_inner_write_that_fails_takes_back_only_itself(tmp_path: Path) -> None:
    with database.opened(tmp_path / "w.db") as db:
        with database.write(db):
            articles.add_article(db, "una", "Una")
            with pytest.raises(RuntimeError), database.write(db):
                articles.add_article(db, "due", "Due")
                raise RuntimeError
        assert articles.slugs(db) == ["una"]


def test_a_slug_that_is_no_slug_is_refused_by_the_file_itself(tmp_path: Path) -> None:
    with database.opened(tmp_path / "w.db") as db, pytest.raises(sqlite3.IntegrityError):
        articles.add_article(db, "../../etc", "Etc")


def test_a_file_that_is_no_database_is_refused_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "w.db"
    path.write_text("Dear reader, " * 100)
    with pytest.raises(BrokenStore, match="no intact workbench database"):
        database.prepare(path)


def test_a_folder_in_place_of_the_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BrokenStore, match="cannot be written"):
        database.prepare(tmp_path)


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(BrokenStore, match="cannot be opened"):
        database.prepare(tmp_path / "file" / "w.db")


def test_a_file_of_a_newer_workbench_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "w.db"
    with database.opened(path) as db:
        db.table("_sqlite_migrations").insert(
            {"migration_set": "workbench", "name": "from_the_future", "applied_at": "2099-01-01"}
        )
    with pytest.raises(BrokenStore, match="newer workbench"):
        database.prepare(path)


def test_a_locked_file_is_said_to_be_in_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "w.db"
    database.prepare(path)
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with (
        pytest.raises(BrokenStore, match="in use"),
        database.opened(path) as db,
        database.write(db),
    ):
        pass
    other.close()


def test_an_error_of_our_own_passes_through_unchanged(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.ProgrammingError), database.opened(tmp_path / "w.db") as db:
        db.execute("SELECT ?", [])


def test_any_other_failure_is_named(tmp_path: Path) -> None:
    with (
        pytest.raises(BrokenStore, match="no such table"),
        database.opened(tmp_path / "w.db") as db,
    ):
        db.execute("SELECT * FROM nowhere")


def test_reset_deletes_a_database_and_only_that(tmp_path: Path) -> None:
    path = tmp_path / "w.db"
    database.prepare(path)
    database.reset(path)
    database.reset(path)
    assert not path.exists()
    path.write_text("my novel")
    with pytest.raises(BrokenStore, match="left as it is"):
        database.reset(path)
    assert path.read_text() == "my novel"
