"""How people like their pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

KEEP = """
    INSERT INTO preference (person, wish, value) VALUES (:person, :wish, :value)
    ON CONFLICT (person, wish) DO UPDATE SET value = excluded.value
"""


def wishes(db: Database, person: str) -> dict[str, bool]:
    """What the person has chosen, by the name of the wish."""
    sql = "SELECT wish, value FROM preference WHERE person = :person"
    return {wish: bool(value) for wish, value in db.execute(sql, {"person": person})}


def keep_wish(db: Database, person: str, wish: str, *, on: bool) -> None:
    """Remember what the person chose, instead of what they chose before."""
    db.execute(KEEP, {"person": person, "wish": wish, "value": int(on)})
