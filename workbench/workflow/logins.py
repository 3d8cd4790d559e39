"""Log in and out, see where one is logged in, let programs act for one."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from secrets import token_urlsafe
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from workbench import passwords
from workbench.accounts import SCOPES, Account, ApiToken, Scope, Session, one_line
from workbench.db import write
from workbench.errors import BadInput, BrokenStore, NotFound, WorkbenchError
from workbench.messages import message
from workbench.store import accounts, logins
from workbench.store.rows import from_now
from workbench.workflow.accounts import digest
from workbench.workflow.audit import record

if TYPE_CHECKING:
    from sqlite_utils import Database

    from workbench.store.logins import Key

IDLE, LONGEST = timedelta(days=14), timedelta(days=90)
"""A login ends when it was not used for so long, and at last after so long in any case."""
FORGOTTEN = timedelta(days=30)
"""How long a login that has ended is remembered."""
NOTED = timedelta(minutes=10)
"""How exactly it is kept when a login or a token was used last."""
TOKEN_BEGINS = "wbt_"  # noqa: S105 -- how a token is recognised, not one
LONGEST_LABEL, LONGEST_AGENT = 60, 200


class LoginRefused(WorkbenchError):
    """Nobody is let in with this name and password."""

    status: ClassVar[int] = 401


class Opened(NamedTuple):
    """A login, and its token: nowhere else, for what is kept of it is a hash."""

    account: Account
    token: str


def log_in(db: Database, name: str, password: str, *, agent: str = "") -> Opened:
    """Let somebody in who knows the password of an account.

    It takes as long and says the same whether there is no such account, it is disabled, its
    invitation was not taken up, or the password is wrong.

    Raises:
        LoginRefused: all of these.
    """
    account = accounts.find_account(db, name)
    usable = account if account and not account.disabled else None
    if not passwords.matches(password, usable.password if usable else None) or usable is None:
        # a name that nobody has may be a password in the wrong field: it is not kept
        record(db, "", "login-refused", account.name if account else "")
        raise LoginRefused(message("The name or the password is wrong."))
    outdated = usable.password and passwords.is_outdated(usable.password)
    kept = passwords.hashed(passwords.normal(password)) if outdated else None
    with write(db):
        if kept:
            accounts.set_password(db, usable.id, kept)
        return open_session(db, usable, agent=agent)


def open_session(db: Database, account: Account, *, agent: str = "") -> Opened:
    """Log somebody in who has shown who they are."""
    token = token_urlsafe(32)
    with write(db):
        logins.forget_sessions(db, from_now(-FORGOTTEN))
        logins.add_session(db, account.id, digest(token), agent[:LONGEST_AGENT], from_now(LONGEST))
        record(db, account.name, "login", account.name)
    return Opened(account, token)


def visit(db: Database, token: str) -> Key | None:
    """Who is logged in with this token; that they were here is noted now and then."""
    key = logins.find_session(db, digest(token), from_now(-IDLE))
    if key and _is_old(key.used):
        with suppress(BrokenStore), write(db):  # of a full disk people still read
            logins.touch_session(db, key.id)
    return key


def log_out(db: Database, key: Key) -> None:
    """End a login."""
    with write(db):
        logins.revoke_session(db, key.account.id, key.id)
        record(db, key.account.name, "logout", key.account.name)


def sessions(db: Database, account: Account) -> list[Session]:
    """Where somebody is logged in, the browser used last first."""
    return logins.sessions(db, account.id, from_now(-IDLE))


def revoke(db: Database, account: Account, login: int, *, by: str) -> None:
    """End one login of the account, whichever browser it is in; one that has ended stays so."""
    with write(db):
        logins.revoke_session(db, account.id, login)
        record(db, by, "session-revoked", account.name)


def revoke_all(db: Database, account: Account, *, by: str, but: int | None = None) -> None:
    """End all logins of the account, but perhaps one."""
    with write(db):
        logins.revoke_sessions(db, account.id, but=but)
        record(db, by, "sessions-revoked", account.name)


def change_password(db: Database, key: Key, old: str, new: str, *, agent: str = "") -> Opened:
    """Choose another password; all logins end, and this browser gets a new one.

    Raises:
        LoginRefused: the old password is wrong.
        BadInput: the new one is not good enough.
    """
    account = key.account
    if not passwords.matches(old, account.password):
        record(db, account.name, "login-refused", account.name)
        raise LoginRefused(message("The password you have now is another one: try again."))
    kept = passwords.hashed(passwords.checked_password(new, account.name))
    with write(db):
        accounts.set_password(db, account.id, kept)
        logins.revoke_sessions(db, account.id)
        record(db, account.name, "password", account.name)
        return open_session(db, account, agent=agent)


def bearer(db: Database, token: str) -> Key | None:
    """For whom a program acts with this API token."""
    key = logins.find_token(db, digest(token)) if token.startswith(TOKEN_BEGINS) else None
    if key and _is_old(key.used):
        with suppress(BrokenStore), write(db):
            logins.touch_token(db, key.id)
    return key


def tokens(db: Database, account: Account) -> list[ApiToken]:
    """The API tokens of an account, the oldest first."""
    return logins.tokens(db, account.id)


def make_token(db: Database, account: Account, label: str, scope: str, *, by: str) -> str:
    """A new API token of an account, which is nowhere else: what is kept of it is a hash.

    Raises:
        BadInput: it has no label or too long a one, or there is no such scope.
    """
    name = one_line(label)
    if not name or len(name) > LONGEST_LABEL:
        raise BadInput(
            message("Say in 1 to %(most)s characters what the token is for.", most=LONGEST_LABEL)
        )
    allowed: Scope = _scope(scope)
    token = TOKEN_BEGINS + token_urlsafe(32)
    with write(db):
        logins.add_token(db, account.id, digest(token), name, allowed)
        record(db, by, "token", account.name, label=name, scope=allowed)
    return token


def revoke_token(db: Database, account: Account, token: int, *, by: str) -> None:
    """End an API token of the account.

    Raises:
        NotFound: it has none with this id.
    """
    with write(db):
        label = logins.revoke_token(db, account.id, token)
        if label is None:
            raise NotFound(message("There is no such token: look at the list of your tokens."))
        record(db, by, "token-revoked", account.name, label=label)


def _scope(given: str) -> Scope:
    for scope in SCOPES:
        if scope == given:
            return scope
    raise BadInput(
        message(
            "A token cannot “%(scope)s”: take one of %(known)s.",
            scope=given[:40],
            known=", ".join(SCOPES),
        )
    )


def _is_old(used: str | None) -> bool:
    return used is None or datetime.fromisoformat(used) < datetime.now(UTC) - NOTED
