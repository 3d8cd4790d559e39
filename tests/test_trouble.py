"""Disks that are full, files that are locked or broken: one sentence, nothing half-written, and
the server goes on by itself once the cause is gone."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from workbench import db as database
from workbench import workflow
from workbench.cli import main
from workbench.db import connect, opened, prepare, write
from workbench.errors import BrokenStore
from workbench.store.rows import add
from workbench.web import create_app

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from flask.testing import FlaskClient
    from sqlite_utils import Database
    from werkzeug.test import TestResponse

    from workbench.model import RawText

SEGMENT = 2
PLACE = "/articles/riapre-il-ponte-vecchio-di-roccalta/argo/"
MEGABYTE = 1024 * 1024


def mounted(folder: Path, *options: str) -> bool:
    """Whether a small disk of memory could be put there."""
    done = subprocess.run(["mount", *options, str(folder)], check=False, capture_output=True)
    return done.returncode == 0


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of four megabytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if not shutil.which("mount") or not mounted(folder, "-t", "tmpfs", "-o", "size=4m", "none"):
        pytest.skip("no disk can be mounted here")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


@pytest.fixture
def imported(small_pair: tuple[RawText, RawText]) -> Callable[[Path], FlaskClient]:
    """Import the small pair into a new file there and open the pages on it."""

    def start(path: Path) -> FlaskClient:
        with opened(path) as db:
            workflow.import_pair(db, *small_pair, system="argo")
        return create_app(path).test_client()

    return start


def save(client: FlaskClient, text: str) -> TestResponse:
    base = 0
    with opened(client.application.config["DATABASE"]) as db:
        base = workflow.history(db, SEGMENT)[0].id if workflow.history(db, SEGMENT) else 0
    form = {"text": text, "base": str(base), "action": "confirm"}
    return client.post(f"{PLACE}segments/{SEGMENT}", data=form)


def texts(path: Path) -> list[str]:
    """What the history has of the paragraph, newest first."""
    with closing(connect(path)) as db:
        assert [row[0] for row in db.execute("PRAGMA integrity_check")] == ["ok"]
        return [event.text for event in workflow.history(db, SEGMENT)]


def fill(folder: Path) -> Path:
    """A file that takes all the room there is."""
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file, pytest.raises(OSError, match="space"):
        while True:
            file.write(bytes(4096))
    return ballast


def test_on_a_full_disk_nothing_is_saved_and_later_it_is(
    small_disk: Path, imported: Callable[[Path], FlaskClient]
) -> None:
    path = small_disk / "w.db"
    client = imported(path)
    assert save(client, "Before.").status_code == 303
    ballast = fill(small_disk)
    refused = client.post(
        f"{PLACE}segments/{SEGMENT}", data={"text": "x" * 9000, "base": "1", "action": "confirm"}
    )
    assert refused.status_code == 503
    assert "is full: nothing was saved" in refused.text
    ballast.unlink()
    assert texts(path) == ["Before."]
    assert save(client, "After.").status_code == 303
    assert texts(path) == ["After.", "Before."]


def test_a_read_only_disk_is_said_to_be_one_and_later_all_goes_on(
    small_disk: Path, imported: Callable[[Path], FlaskClient]
) -> None:
    client = imported(small_disk / "w.db")
    assert save(client, "Before.").status_code == 303
    client.application.extensions["pool"].close()  # no disk can be remounted while it is used
    assert mounted(small_disk, "-o", "remount,ro")
    refused = client.post(f"{PLACE}segments/{SEGMENT}", data={"text": "x", "base": "1"})
    assert refused.status_code == 503
    assert "whether the disk is read-only" in refused.text
    done = CliRunner().invoke(main, ["score", "--all", "--db", str(small_disk / "w.db")])
    assert (done.exit_code, done.stderr.count("\n")) == (1, 1)
    assert mounted(small_disk, "-o", "remount,rw")
    assert save(client, "After.").status_code == 303


def test_a_file_that_may_grow_no_more_takes_nothing_half(db: Database) -> None:
    with write(db):
        add(db, "article", {"slug": "una", "title": "Una", "created": "x"})
    pages = next(db.query("PRAGMA page_count"))["page_count"]
    db.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(BrokenStore, match="is full"), write(db):
        add(db, "article", {"slug": "due", "title": "Due", "created": "x"})
        add(db, "article", {"slug": "tre", "title": "T" * MEGABYTE, "created": "x"})
    assert [row["slug"] for row in db.table("article").rows] == ["una"]
    db.execute("PRAGMA max_page_count = 1000000")
    with write(db):
        add(db, "article", {"slug": "due", "title": "T" * MEGABYTE, "created": "x"})


def test_while_another_program_holds_the_lock_reading_goes_on(
    db_path: Path, imported: Callable[[Path], FlaskClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    client = imported(db_path)
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    with closing(sqlite3.connect(db_path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        refused = save(client, "Refused.")
        assert refused.status_code == 503
        assert "in use by another program" in refused.text
        assert client.get(PLACE).status_code == 200
    assert save(client, "After.").status_code == 303
    assert texts(db_path) == ["After."]


def truncated(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def garbled(path: Path) -> None:
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xa5" * (size - 4096))


def no_database(path: Path) -> None:
    path.write_text("Dear reader, " * 500)


def emptied(path: Path) -> None:
    os.truncate(path, 0)


def gone(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize("damage", [truncated, garbled, no_database, emptied, gone])
def test_a_broken_file_is_503_in_a_sentence_until_a_sound_one_is_back(
    db_path: Path, imported: Callable[[Path], FlaskClient], damage: Callable[[Path], None]
) -> None:
    client = imported(db_path)
    client.set_cookie("name", "Ada")
    sound = db_path.read_bytes()
    damage(db_path)
    page = client.get(PLACE)
    assert page.status_code == 503
    assert page.text.count('role="alert"') == 1
    assert "restore a backup" in page.text
    assert client.get(PLACE, headers={"HX-Request": "true"}).text.startswith('<p class="alert"')
    db_path.write_bytes(sound)
    assert client.get(PLACE).status_code == 200


@pytest.mark.parametrize("damage", [truncated, garbled, no_database])
def test_a_command_says_of_a_broken_file_one_sentence(
    db_path: Path, imported: Callable[[Path], FlaskClient], damage: Callable[[Path], None]
) -> None:
    imported(db_path)
    damage(db_path)
    done = CliRunner().invoke(main, ["articles", "--db", str(db_path)])
    assert done.exit_code == 1
    assert done.stderr == f"Error: {db_path} is no intact workbench database: restore a backup.\n"


def test_an_empty_file_with_work_beside_it_is_left_alone(
    db_path: Path, imported: Callable[[Path], FlaskClient]
) -> None:
    imported(db_path)
    emptied(db_path)
    log = db_path.with_name(f"{db_path.name}-wal")
    log.write_bytes(b"a page that was not yet in the file")
    done = CliRunner().invoke(main, ["articles", "--db", str(db_path)])
    assert "is empty, but beside it" in done.stderr
    assert log.read_bytes() == b"a page that was not yet in the file"


def test_the_page_that_says_so_asks_nothing_of_the_database_and_leads_back(tmp_path: Path) -> None:
    prepare(tmp_path / "w.db")
    client = create_app(tmp_path / "w.db").test_client()
    for file in tmp_path.glob("w.db*"):
        file.unlink()
    page = client.get("//evil.example/articles/?by=risk")
    assert "evil.example" not in page.text or 'href="/evil.example' in page.text
    answer = client.get("/queue/?by=risk")
    assert (answer.status_code, 'href="/queue/?by=risk"' in answer.text) == (503, True)
    assert not (tmp_path / "w.db").exists()
