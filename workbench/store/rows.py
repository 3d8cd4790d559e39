"""What every table of the store needs: one row, a new row, the time, a sentence as JSON."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from workbench.messages import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
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
    return int(db.execute(_insert("INSERT", table, tuple(row)), dict(row)).lastrowid or 0)


def add_all(
    db: Database, table: str, rows: Iterable[Mapping[str, object]], *, replace: bool = False
) -> None:
    """Insert rows that all have the same columns; with `replace`, in the place of those there."""
    listed = list(rows)
    if listed:
        verb = "INSERT OR REPLACE" if replace else "INSERT"
        db.conn.executemany(_insert(verb, table, tuple(listed[0])), listed)


@cache
def _insert(verb: str, table: str, columns: tuple[str, ...]) -> str:
    """The names are constants of the store, never anything that came in."""
    names = ", ".join(f'"{name}"' for name in columns)
    values = ", ".join(f":{name}" for name in columns)
    return f'{verb} INTO "{table}" ({names}) VALUES ({values})'


def dump_values(message: Message) -> str:
    """The values of a sentence as JSON, for storing beside its template."""
    return json.dumps(dict(message.values), ensure_ascii=False)


def load_message(template: str, values: str) -> Message:
    """The sentence that was stored as a template and its values."""
    return Message(template, json.loads(values))
