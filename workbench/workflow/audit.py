"""What is kept of logins, roles, overrides, exports and deletions, and read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.db import write
from workbench.store import audit as store

if TYPE_CHECKING:
    from sqlite_utils import Database

    from workbench.model import AuditEntry

PAGE = 100


def record(db: Database, person: str, action: str, subject: str = "", **details: str | int) -> None:
    """Note in the audit log that a person did `action`, a short name such as ``login``.

    `subject` is what it was done to, a name or a slug. Neither it nor `details` may hold a text
    that is reviewed, a password or a token.
    """
    with write(db):
        store.add_audit(db, person, action, subject, details)


def audit_log(db: Database, before: int | None = None) -> list[AuditEntry]:
    """A page of the audit log, the newest first, or of what is older than the entry `before`."""
    return store.newest_audit(db, PAGE, before)
