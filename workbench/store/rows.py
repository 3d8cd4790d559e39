"""What every table of the store needs: one row, a new row, the time, a sentence as JSON."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from workbench.messages import Message

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import timedelta

    from sqlite_utils import Database


def now() -> str:
    """The time in UTC, ISO 8601 to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def from_now(time: timedelta) -> str:
    """So much later than now, or earlier, in the same form."""
    return (datetime.now(UTC) + time).isoformat(timespec="seconds")


def content_sha(text: str | None) -> str:
    """The SHA-256 of a text in hexadecimal; of a missing one, the empty string."""
    return "" if text is None else sha256(text.encode()).hexdigest()


def one(db: Database, sql: str, values: Mapping[str, object]) -> dict[str, Any] | None:
    """The first row that `sql` gives, or None."""
    return next(iter(db.query(sql, dict(values))), None)


def add(db: Database, table: str, row: Mapping[str, object]) -> int:
    """Insert one row and give its id."""
    return int(db.table(table).insert(dict(row)).last_pk)  # type: ignore[arg-type]


def dump_values(message: Message) -> str:
    """The values of a sentence as JSON, for storing beside its template."""
    return json.dumps(dict(message.values), ensure_ascii=False)


def load_message(template: str, values: str) -> Message:
    """The sentence that was stored as a template and its values."""
    return Message(template, json.loads(values))
