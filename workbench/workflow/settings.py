"""What the newsroom sets for everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.db import write
from workbench.errors import BadInput
from workbench.messages import message
from workbench.store.settings import Setting, add_setting, find_setting
from workbench.workflow.audit import record

if TYPE_CHECKING:
    from sqlite_utils import Database

EFFORT = "effort"
FOUR_EYES = "four-eyes"
SETTINGS: dict[str, tuple[str, ...]] = {EFFORT: ("off", "on"), FOUR_EYES: ("on", "off")}
"""By name, the values that each may have; the first is the one it has until somebody chooses."""


def setting(db: Database, name: str) -> Setting:
    """What is chosen, and by whom; nobody has chosen what a setting has from the start.

    Raises:
        BadInput: there is no such setting.
    """
    values = _values(name)
    found = find_setting(db, name)
    return found if found and found.value in values else Setting(name, values[0])


def change_setting(db: Database, name: str, value: str, author: str) -> Setting:
    """What is chosen from now on; choosing what is chosen already is no new event.

    Raises:
        BadInput: there is no such setting, or it cannot have that value.
    """
    values = _values(name)
    if value not in values:
        raise BadInput(
            message(
                "“%(name)s” cannot be “%(value)s”: take one of %(known)s.",
                name=name,
                value=value[:40],
                known=", ".join(values),
            )
        )
    with write(db):
        if setting(db, name).value != value:
            add_setting(db, name, value, author)
            record(db, author, "setting", name, value=value)
        return setting(db, name)


def _values(name: str) -> tuple[str, ...]:
    if name not in SETTINGS:
        raise BadInput(
            message(
                "There is no setting “%(name)s”: there is %(known)s.",
                name=name[:40],
                known=", ".join(SETTINGS),
            )
        )
    return SETTINGS[name]
