"""What the newsroom has set for everybody: every choice is another row, the newest one counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from workbench.store.rows import add, now, one

if TYPE_CHECKING:
    from sqlite_utils import Database


class Setting(NamedTuple):
    """A choice that holds for everybody, with who made it and when."""

    name: str
    value: str
    author: str = ""
    created: str = ""


NEWEST = """
    SELECT name, value, author, created FROM setting WHERE name = :name ORDER BY id DESC LIMIT 1
"""


def find_setting(db: Database, name: str) -> Setting | None:
    """What was chosen last, or None where nobody has chosen."""
    row = one(db, NEWEST, {"name": name})
    return None if row is None else Setting(**row)


def add_setting(db: Database, name: str, value: str, author: str) -> None:
    """From now on the setting has this value."""
    add(db, "setting", {"name": name, "value": value, "author": author, "created": now()})
