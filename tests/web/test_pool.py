"""A connection is kept for the next request, unless it would not be as new."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from workbench.db import opened
from workbench.store import articles
from workbench.web.store import Pool

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlite_utils import Database


@pytest.fixture
def pool(db: Database, db_path: Path) -> Iterator[Pool]:
    """A pool of a file that is there."""
    made = Pool(str(db_path))
    yield made
    made.close()


def test_a_connection_is_used_again_and_never_by_two(pool: Pool) -> None:
    first, second = pool.take(), pool.take()
    assert first is not second
    pool.give_back(first)
    assert pool.take() is first
    pool.give_back(first)
    pool.give_back(second)


def test_one_that_is_left_in_a_transaction_is_not_kept(pool: Pool, db: Database) -> None:
    left = pool.take()
    left.execute("BEGIN IMMEDIATE")
    pool.give_back(left)
    assert pool.take() is not left
    db.execute("BEGIN IMMEDIATE")
    db.execute("ROLLBACK")


def test_a_file_that_takes_the_place_of_another_is_read_at_once(
    pool: Pool, db_path: Path, tmp_path: Path
) -> None:
    before = pool.take()
    pool.give_back(before)
    with opened(tmp_path / "other.db") as other:
        articles.add_article(other, "una", "Una")
    for end in ("-wal", "-shm"):
        db_path.with_name(db_path.name + end).unlink(missing_ok=True)
    shutil.move(tmp_path / "other.db", db_path)
    now = pool.take()
    assert now is not before
    assert articles.slugs(now) == ["una"]
    pool.give_back(now)
