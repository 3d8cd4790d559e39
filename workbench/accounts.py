"""Who may do what in a newsroom, and what an account is made of."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum, auto
from typing import Literal

from workbench.errors import BadInput
from workbench.mentions import name_key
from workbench.messages import Message, message


class Role(StrEnum):
    """What somebody is in the newsroom."""

    GUEST = auto()
    TRANSLATOR = auto()
    EDITOR = auto()
    DESK = auto()


class Permission(StrEnum):
    """Something that not everybody may do."""

    READ = auto()
    """Open articles, the queue, notes, the glossary, the scores."""
    SELF = auto()
    """See and change what concerns oneself alone: password, sessions, wishes."""
    NOTE = auto()
    """Leave notes, answer and resolve them."""
    CORRECT = auto()
    """Write, confirm, pair, replace; check and measure again."""
    IMPORT = auto()
    EXPORT = auto()
    REVIEW = auto()
    """Approve what somebody else has written, or send it back."""
    ASSIGN = auto()
    """Say who works on what, and when it is due."""
    GLOSSARY = auto()
    SETTINGS = auto()
    ACCOUNTS = auto()
    """Invite people, say what they are, read the audit log."""


_GUEST = {Permission.READ, Permission.SELF, Permission.NOTE}
_TRANSLATOR = _GUEST | {Permission.CORRECT, Permission.IMPORT, Permission.EXPORT}
_EDITOR = _TRANSLATOR | {Permission.REVIEW}
GRANTS: dict[Role, frozenset[Permission]] = {
    Role.GUEST: frozenset(_GUEST),
    Role.TRANSLATOR: frozenset(_TRANSLATOR),
    Role.EDITOR: frozenset(_EDITOR),
    Role.DESK: frozenset(Permission),
}
"""What each role may do; each one may do what those above it may."""

_ONLY = {
    Role.TRANSLATOR: message(
        "Guests read and leave notes: ask a translator, an editor or the desk to do this."
    ),
    Role.EDITOR: message("Only editors and the desk may do this: ask one of them."),
    Role.DESK: message("Only the desk may do this: ask somebody there."),
}
"""By the first role that may do something, what the others are told."""

LONGEST_NAME = 60
NAMELESS = "translator"
"""Whom the history names while nobody has said who they are."""
_TAKEN = {NAMELESS, "workbench"}
"""What the program calls people and itself, so that nobody can be taken for either."""

Scope = Literal["read", "write"]
SCOPES: tuple[Scope, ...] = ("read", "write")


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who may log in, or may do so once they have chosen a password."""

    id: int
    name: str
    role: Role
    created: str
    password: str | None = None
    """A hash; None until the invitation is taken up."""
    disabled: str | None = None
    """Since when they may not log in; None while they may."""
    seen: str | None = None
    """When they were last here, where that was asked for."""

    def may(self, permission: Permission) -> bool:
        """Whether their role lets them do this."""
        return permission in GRANTS[self.role]


@dataclass(frozen=True, slots=True)
class Session:
    """A browser that somebody is logged in with."""

    id: int
    agent: str
    """What the browser calls itself."""
    created: str
    used: str


@dataclass(frozen=True, slots=True)
class ApiToken:
    """A key with which a program acts for somebody."""

    id: int
    label: str
    scope: Scope
    created: str
    used: str | None


def refusal(permission: Permission) -> Message:
    """What somebody is told who may not do this: who may."""
    return _ONLY[next(role for role in Role if permission in GRANTS[role])]


def one_line(given: str) -> str:
    """A name as one line of printable characters, or nothing."""
    shown = "".join(each for each in given if each.isprintable() or each.isspace())
    return unicodedata.normalize("NFC", " ".join(shown.split()))


def checked_name(given: str) -> str:
    """The name of a new account.

    Raises:
        BadInput: it is empty, too long, or what the program calls people itself.
    """
    name = one_line(given)
    if not account_key(name):
        raise BadInput(message("The account has no name: give the one that colleagues know."))
    check_length(name)
    if account_key(name) in _TAKEN:
        raise BadInput(
            message("“%(name)s” is what the workbench calls people itself: add a name.", name=name)
        )
    return name


def check_length(name: str) -> None:
    """Refuse a name that is too long to stand beside a text.

    Raises:
        BadInput: it is.
    """
    if len(name) > LONGEST_NAME:
        raise BadInput(
            message("The name is longer than %(most)s characters: shorten it.", most=LONGEST_NAME)
        )


def account_key(name: str) -> str:
    """What no two accounts have in common: no capitals, no accents, as in the calls of notes."""
    return name_key(one_line(name))


def checked_role(given: str) -> Role:
    """The role of this name.

    Raises:
        BadInput: there is none.
    """
    try:
        return Role(given)
    except ValueError:
        raise BadInput(
            message(
                "There is no role “%(role)s”: take one of %(known)s.",
                role=given[:40],
                known=", ".join(Role),
            )
        ) from None
