"""The log of what people did that weighs more than a text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from workbench.model import AuditEntry
from workbench.store.rows import add, now

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlite_utils import Database


def add_audit(
    db: Database, person: str, action: str, subject: str, details: Mapping[str, str | int]
) -> int:
    """Note that a person did something; the id of the entry."""
    row = {"person": person, "action": action, "subject": subject, "created": now()}
    return add(db, "audit", row | {"details": json.dumps(dict(details), ensure_ascii=False)})


def newest_audit(db: Database, most: int, before: int | None = None) -> list[AuditEntry]:
    """The newest entries, or the newest of those older than the entry `before`."""
    rows = db.query(
        "SELECT id, person, action, subject, details, created FROM audit"
        " WHERE id < ifnull(:before, id + 1) ORDER BY id DESC LIMIT :most",
        {"before": before, "most": most},
    )
    return [AuditEntry(**row | {"details": json.loads(row["details"])}) for row in rows]
