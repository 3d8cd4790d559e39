"""How a person likes the editor, remembered for them."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from workbench.db import write
from workbench.errors import BadInput
from workbench.messages import message
from workbench.model import Preferences
from workbench.store.preferences import keep_wish, wishes

if TYPE_CHECKING:
    from sqlite_utils import Database

WISHES = {field.name.replace("_", "-"): field.name for field in fields(Preferences)}
"""By the name that pages and tables use, the field."""


def preferences(db: Database, person: str) -> Preferences:
    """What the person has chosen; the rest is as it comes."""
    chosen = wishes(db, person)
    return Preferences(**{WISHES[wish]: on for wish, on in chosen.items()})


def prefer(db: Database, person: str, wish: str, *, on: bool) -> None:
    """Remember that the person wants this, or does not.

    Raises:
        BadInput: there is no such wish.
    """
    if wish not in WISHES:
        known = ", ".join(WISHES)
        raise BadInput(
            message(
                "“%(wish)s” is nothing to choose: take one of %(known)s.",
                wish=wish[:40],
                known=known,
            )
        )
    with write(db):
        keep_wish(db, person, wish, on=on)
