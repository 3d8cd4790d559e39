"""What the newsroom sets for everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from workbench.db import write
from workbench.errors import BadInput
from workbench.messages import message
from workbench.mqm import Project
from workbench.store.settings import Setting, add_setting, find_setting
from workbench.workflow.audit import record

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlite_utils import Database

EFFORT = "effort"
FOUR_EYES = "four-eyes"
PASSING = "passing-score"
ACCEPTABLE = "acceptable-points"
KINDS = "error-kinds"

DIMENSIONS = (
    "terminology", "accuracy", "linguistic-conventions", "style", "locale-conventions",
    "audience-appropriateness", "design-and-markup",
)  # fmt: skip
"""Of MQM-Core: every kind of error is one of them, or below one of them."""
MOST_KINDS, LONGEST_KIND = 12, 40


class Rule(NamedTuple):
    """What a setting is from the start, and how what somebody chooses is looked at."""

    first: str
    checked: Callable[[str], str]
    """The value as it is kept. Raises BadInput: it cannot be that."""


def _one_of(name: str, *values: str) -> Rule:
    def checked(value: str) -> str:
        if value in values:
            return value
        raise BadInput(
            message(
                "“%(name)s” cannot be “%(value)s”: take one of %(known)s.",
                name=name,
                value=value[:40],
                known=", ".join(values),
            )
        )

    return Rule(values[0], checked)


def _number(name: str, first: str, above: float, below: float) -> Rule:
    def checked(value: str) -> str:
        try:
            number = float(value.strip().replace(",", "."))
        except ValueError:
            number = above
        if above < number < below:
            return f"{number:g}"
        raise BadInput(
            message(
                "“%(name)s” is a number above %(above)s and below %(below)s.",
                name=name,
                above=f"{above:g}",
                below=f"{below:g}",
            )
        )

    return Rule(first, checked)


def _kinds(value: str) -> str:
    """One kind of error in a line: a dimension, or a type below it, as ``accuracy/Omission``."""
    parted = [line.partition("/") for line in value.splitlines() if line.strip()]
    kinds = [f"{head.strip()}/{name.strip()}".rstrip("/") for head, _, name in parted]
    for kind in kinds:
        if kind.partition("/")[0] not in DIMENSIONS or len(kind.partition("/")[2]) > LONGEST_KIND:
            raise BadInput(
                message(
                    "“%(kind)s” is no kind of error: take a dimension, or put a name of at most "
                    "%(most)s characters behind it, as accuracy/Omission.",
                    kind=kind[:60],
                    most=LONGEST_KIND,
                )
            )
    if not 0 < len(set(kinds)) <= MOST_KINDS:
        raise BadInput(
            message("There are one to %(most)s kinds of errors, one in a line.", most=MOST_KINDS)
        )
    return "\n".join(dict.fromkeys(kinds))


SETTINGS: dict[str, Rule] = {
    EFFORT: _one_of(EFFORT, "off", "on"),
    FOUR_EYES: _one_of(FOUR_EYES, "on", "off"),
    PASSING: _number(PASSING, "95", 0, 100),
    ACCEPTABLE: _number(ACCEPTABLE, "8", 0, 1000),
    KINDS: Rule("\n".join(DIMENSIONS), _kinds),
}


def setting(db: Database, name: str) -> Setting:
    """What is chosen, and by whom; nobody has chosen what a setting has from the start.

    Raises:
        BadInput: there is no such setting.
    """
    rule = _rule(name)
    return find_setting(db, name) or Setting(name, rule.first)


def change_setting(db: Database, name: str, value: str, author: str) -> Setting:
    """What is chosen from now on; choosing what is chosen already is no new event.

    Raises:
        BadInput: there is no such setting, or it cannot have that value.
    """
    value = _rule(name).checked(value)
    with write(db):
        if setting(db, name).value != value:
            add_setting(db, name, value, author)
            record(db, author, "setting", name, value=value)
        return setting(db, name)


def project(db: Database) -> Project:
    """What the newsroom has agreed on for the calibrated score of a text."""
    passing, acceptable = (float(setting(db, name).value) for name in (PASSING, ACCEPTABLE))
    return Project(passing, acceptable)


def error_kinds(db: Database) -> tuple[str, ...]:
    """The kinds that an error can be given: dimensions of MQM-Core, or types below them."""
    return tuple(setting(db, KINDS).value.splitlines())


def _rule(name: str) -> Rule:
    if name not in SETTINGS:
        raise BadInput(
            message(
                "There is no setting “%(name)s”: there is %(known)s.",
                name=name[:40],
                known=", ".join(SETTINGS),
            )
        )
    return SETTINGS[name]
