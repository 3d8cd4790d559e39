"""The audit log: what is kept, in which order, and that nothing of it is changed."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from workbench import workflow
from workbench.db import write

if TYPE_CHECKING:
    from sqlite_utils import Database


def test_the_newest_is_read_first_with_its_details(db: Database) -> None:
    workflow.record(db, "", "login-refused", "ada", attempts=3)
    workflow.record(db, "Ada", "role", "Bruno", role="editor")
    newest, older = workflow.audit_log(db)
    assert (newest.person, newest.action, newest.subject) == ("Ada", "role", "Bruno")
    assert newest.details == {"role": "editor"}
    assert (older.person, older.details) == ("", {"attempts": 3})


def test_a_long_log_is_read_page_by_page(db: Database) -> None:
    for number in range(130):
        workflow.record(db, "Ada", "export", f"article-{number}")
    first = workflow.audit_log(db)
    rest = workflow.audit_log(db, before=first[-1].id)
    assert [len(first), len(rest)] == [100, 30]
    assert [each.id for each in first + rest] == list(range(130, 0, -1))


@pytest.mark.parametrize("sql", ["DELETE FROM audit", "UPDATE audit SET action = 'nothing'"])
def test_nobody_can_change_what_happened(db: Database, sql: str) -> None:
    workflow.record(db, "Ada", "login")
    with pytest.raises(sqlite3.IntegrityError, match="audit log"), write(db):
        db.execute(sql)
