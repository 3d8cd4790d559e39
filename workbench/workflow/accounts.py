"""Who has an account: invite people, say what they are, disable them, send them a new link."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256
from secrets import token_urlsafe
from typing import TYPE_CHECKING, NamedTuple

from workbench import passwords
from workbench.accounts import Account, Role, checked_name
from workbench.db import write
from workbench.errors import BadInput, Conflict, NotFound
from workbench.messages import message
from workbench.store import accounts as store
from workbench.store import logins
from workbench.store.rows import from_now
from workbench.workflow.audit import record

if TYPE_CHECKING:
    from sqlite_utils import Database

INVITATION = timedelta(days=3)
"""How long a link to choose a password counts."""


class Invited(NamedTuple):
    """An account and the token of the link with which its owner chooses a password.

    The token is nowhere else: what is kept of it is a hash.
    """

    account: Account
    token: str


def exist(db: Database) -> bool:
    """Whether there is any account, so that everything needs a login."""
    return store.any_account(db)


def everybody(db: Database) -> list[Account]:
    """All accounts by name, those that are disabled last."""
    return store.accounts(db)


def get(db: Database, number: int) -> Account:
    """The account with this id.

    Raises:
        NotFound: there is none.
    """
    found = store.get_account(db, number)
    if found is None:
        raise NotFound(message("There is no such account: look at the list of people."))
    return found


def named(db: Database, name: str) -> Account:
    """The account of this name, in whatever capitals and accents.

    Raises:
        NotFound: there is none.
    """
    found = store.find_account(db, name)
    if found is None:
        raise NotFound(
            message("There is no account “%(name)s”: look at the list of people.", name=name[:60])
        )
    return found


def invite(db: Database, name: str, role: Role, *, by: str, password: str | None = None) -> Invited:
    """A new account, with the link for its owner. The first one must be of the desk.

    With a `password` it needs none, and the link does not count.

    Raises:
        BadInput: the name or the password cannot be used, or the first account is not of the desk.
        Conflict: somebody has the name already.
    """
    wanted = checked_name(name)
    kept = None if password is None else _hash(wanted, password)
    with write(db):
        if role is not Role.DESK and not store.any_account(db):
            raise BadInput(
                message("The first account must be of the desk, which invites all others.")
            )
        if taken := store.find_account(db, wanted):
            raise Conflict(
                message("There is an account “%(name)s” already: add a name.", name=taken.name)
            )
        number = store.add_account(db, wanted, role)
        record(db, by, "account", wanted, role=role)
        token = _link(db, number)
        if kept:
            _keep(db, number, kept)
        return Invited(get(db, number), token)


def send_link(db: Database, account: Account, *, by: str) -> Invited:
    """A new link with which the owner chooses a password; earlier links count no more.

    The password they have goes on counting until then.

    Raises:
        BadInput: the account is disabled, so no link would open it.
    """
    if account.disabled:
        raise BadInput(
            message("“%(name)s” is disabled: let them in again first.", name=account.name)
        )
    with write(db):
        record(db, by, "reset", account.name)
        return Invited(account, _link(db, account.id))


def whose_link(db: Database, token: str) -> Account:
    """Who chooses a password with this link.

    Raises:
        NotFound: it was used, is too old, or never was one.
    """
    found = store.find_invited(db, digest(token))
    if found is None:
        raise NotFound(
            message("This link was used already or has expired: ask the desk for a new one.")
        )
    return found


def take_up(db: Database, token: str, password: str) -> Account:
    """Choose a password with a link; whoever was logged in to the account is so no more.

    Raises:
        NotFound: the link does not count.
        BadInput: the password is not good enough.
    """
    kept = _hash(whose_link(db, token).name, password)
    with write(db):
        account = whose_link(db, token)
        _keep(db, account.id, kept)
        record(db, account.name, "password", account.name)
        return get(db, account.id)


def set_password(db: Database, account: Account, password: str, *, by: str) -> None:
    """Give somebody a password; whoever was logged in to the account is so no more.

    Raises:
        BadInput: the password is not good enough.
    """
    kept = _hash(account.name, password)
    with write(db):
        _keep(db, account.id, kept)
        record(db, by, "password", account.name)


def change_role(db: Database, account: Account, role: Role, *, by: str) -> None:
    """Say what somebody is from now on; it holds from their next click.

    Raises:
        BadInput: nobody would be left at the desk.
    """
    if role is account.role:
        return
    with write(db):
        if role is not Role.DESK:
            _keep_a_desk(db, account)
        store.set_role(db, account.id, role)
        record(db, by, "role", account.name, role=role, before=account.role)


def disable(db: Database, account: Account, *, by: str) -> None:
    """Let somebody in no more, from now on; their logins, links and API tokens end.

    Raises:
        BadInput: nobody would be left at the desk.
    """
    with write(db):
        _keep_a_desk(db, account)
        store.set_disabled(db, account.id, disabled=True)
        store.end_invitations(db, account.id)
        logins.revoke_sessions(db, account.id)
        logins.revoke_tokens(db, account.id)
        record(db, by, "disable", account.name)


def enable(db: Database, account: Account, *, by: str) -> None:
    """Let somebody in again, with the password they had."""
    with write(db):
        store.set_disabled(db, account.id, disabled=False)
        record(db, by, "enable", account.name)


def signing_key(db: Database) -> str:
    """What the pages sign their cookies with."""
    return store.signing_key(db)


def digest(token: str) -> str:
    """What is kept of a token. It is random and long, so a plain hash is enough."""
    return sha256(token.encode()).hexdigest()


def _link(db: Database, account: int) -> str:
    token = token_urlsafe(32)
    store.add_invitation(db, account, digest(token), from_now(INVITATION))
    return token


def _hash(name: str, password: str) -> str:
    """Takes its time, so nothing may be locked meanwhile."""
    return passwords.hashed(passwords.checked_password(password, name))


def _keep(db: Database, account: int, kept: str) -> None:
    store.set_password(db, account, kept)
    store.end_invitations(db, account)
    logins.revoke_sessions(db, account)


def _keep_a_desk(db: Database, account: Account) -> None:
    """Refuse to take the last account away that lets somebody in at the desk."""
    others = (each for each in store.accounts(db) if each.id != account.id)
    if account.role is Role.DESK and not any(
        each.role is Role.DESK and each.password and not each.disabled for each in others
    ):
        raise BadInput(
            message(
                "Without “%(name)s” nobody would be left at the desk: give the role to somebody "
                "else first.",
                name=account.name,
            )
        )
