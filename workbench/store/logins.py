"""With which browsers and programs people are here."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from workbench.accounts import Account, ApiToken, Scope, Session
from workbench.store.accounts import account_of
from workbench.store.rows import add, now, one

if TYPE_CHECKING:
    from sqlite_utils import Database

SESSION = """
    SELECT a.id, a.name, a.role, a.created, a.password, a.disabled, l.id AS key_id,
        l.used AS key_used
    FROM login l JOIN account a ON a.id = l.account_id
    WHERE l.sha256 = :sha256 AND l.revoked IS NULL AND l.expires > :now AND l.used > :idle_since
        AND a.disabled IS NULL
"""
SESSIONS = """
    SELECT id, agent, created, used FROM login
    WHERE account_id = :account AND revoked IS NULL AND expires > :now AND used > :idle_since
    ORDER BY used DESC, id DESC
"""
REVOKE_OTHERS = """
    UPDATE login SET revoked = :now
    WHERE account_id = :account AND revoked IS NULL AND id IS NOT :spared
"""
FORGET = "DELETE FROM login WHERE expires < :before OR used < :before OR revoked < :before"
BEARER = """
    SELECT a.id, a.name, a.role, a.created, a.password, a.disabled, t.id AS key_id,
        t.used AS key_used, t.scope
    FROM api_token t JOIN account a ON a.id = t.account_id
    WHERE t.sha256 = :sha256 AND t.revoked IS NULL AND a.disabled IS NULL
"""
TOKENS = """
    SELECT id, label, scope, created, used FROM api_token
    WHERE account_id = :account AND revoked IS NULL ORDER BY id
"""


class Key(NamedTuple):
    """What somebody has shown that opens the workbench, and whose it is."""

    account: Account
    id: int
    """Of the login or of the API token."""
    used: str | None
    """When it was last shown, as far as that is kept."""
    scope: Scope = "write"


def add_session(db: Database, account: int, sha256: str, agent: str, expires: str) -> int:
    """A browser in which somebody has logged in; its id."""
    made = now()
    row = {"account_id": account, "sha256": sha256, "agent": agent}
    return add(db, "login", row | {"created": made, "used": made, "expires": expires})


def find_session(db: Database, sha256: str, idle_since: str) -> Key | None:
    """Who is logged in with this token, if it counts and was used after `idle_since`."""
    values = {"sha256": sha256, "now": now(), "idle_since": idle_since}
    row = one(db, SESSION, values)
    return None if row is None else _key(row)


def sessions(db: Database, account: int, idle_since: str) -> list[Session]:
    """Where somebody is logged in, the browser used last first."""
    values = {"account": account, "now": now(), "idle_since": idle_since}
    return [Session(**row) for row in db.query(SESSIONS, values)]


def touch_session(db: Database, login: int) -> None:
    """Note that the login was used now."""
    db.execute("UPDATE login SET used = :now WHERE id = :id", {"id": login, "now": now()})


def revoke_session(db: Database, account: int, login: int) -> None:
    """End one login of the account."""
    sql = "UPDATE login SET revoked = :now WHERE id = :id AND account_id = :account"
    db.execute(sql, {"id": login, "account": account, "now": now()})


def revoke_sessions(db: Database, account: int, *, but: int | None = None) -> None:
    """End all logins of the account, but one."""
    db.execute(REVOKE_OTHERS, {"account": account, "spared": but, "now": now()})


def forget_sessions(db: Database, before: str) -> None:
    """Delete the logins that ended before a time."""
    db.execute(FORGET, {"before": before})


def add_token(db: Database, account: int, sha256: str, label: str, scope: Scope) -> int:
    """A new key for a program; its id."""
    row = {"account_id": account, "sha256": sha256, "label": label, "scope": scope}
    return add(db, "api_token", row | {"created": now()})


def find_token(db: Database, sha256: str) -> Key | None:
    """For whom a program acts with this key."""
    row = one(db, BEARER, {"sha256": sha256})
    return None if row is None else _key(row)


def tokens(db: Database, account: int) -> list[ApiToken]:
    """The keys that count, the oldest first."""
    return [ApiToken(**row) for row in db.query(TOKENS, {"account": account})]


def touch_token(db: Database, token: int) -> None:
    """Note that the key was used now."""
    db.execute("UPDATE api_token SET used = :now WHERE id = :id", {"id": token, "now": now()})


def revoke_token(db: Database, account: int, token: int) -> str | None:
    """End one key of the account; its label, or None where it has no such key."""
    sql = (
        "UPDATE api_token SET revoked = :now"
        " WHERE id = :id AND account_id = :account AND revoked IS NULL RETURNING label"
    )
    found = list(db.execute(sql, {"id": token, "account": account, "now": now()}))
    return str(found[0][0]) if found else None


def revoke_tokens(db: Database, account: int) -> None:
    """End all keys of the account."""
    sql = "UPDATE api_token SET revoked = :now WHERE account_id = :account AND revoked IS NULL"
    db.execute(sql, {"account": account, "now": now()})


def _key(row: dict[str, object]) -> Key:
    scope = row.pop("scope", "write")
    number, used = row.pop("key_id"), row.pop("key_used")
    return Key(account_of(row), number, used, scope)  # type: ignore[arg-type]  # as the columns are
