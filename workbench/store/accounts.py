"""The people who may log in, and the links with which they choose a password."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workbench.accounts import Account, Role, account_key
from workbench.store.rows import add, now, one

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlite_utils import Database

ACCOUNT = "SELECT id, name, role, created, password, disabled FROM account"
LISTED = """
    SELECT a.id, a.name, a.role, a.created, a.password, a.disabled, max(l.used) AS seen
    FROM account a LEFT JOIN login l ON l.account_id = a.id
    GROUP BY a.id ORDER BY a.disabled IS NOT NULL, a.key
"""
INVITED = """
    SELECT a.id, a.name, a.role, a.created, a.password, a.disabled
    FROM invitation i JOIN account a ON a.id = i.account_id
    WHERE i.sha256 = :sha256 AND i.used IS NULL AND i.expires > :now AND a.disabled IS NULL
"""


def account_of(row: Mapping[str, Any]) -> Account:
    """The account in a row that has its columns."""
    return Account(**dict(row) | {"role": Role(row["role"])})


def any_account(db: Database) -> bool:
    """Whether there is an account, be it disabled or not taken up yet."""
    return bool(next(iter(db.execute("SELECT EXISTS (SELECT 1 FROM account)")))[0])


def accounts(db: Database) -> list[Account]:
    """All accounts by name, those that are disabled last."""
    return [account_of(row) for row in db.query(LISTED)]


def find_account(db: Database, name: str) -> Account | None:
    """The account of this name, in whatever capitals and accents."""
    row = one(db, f"{ACCOUNT} WHERE key = :key", {"key": account_key(name)})
    return None if row is None else account_of(row)


def get_account(db: Database, number: int) -> Account | None:
    """The account with this id."""
    row = one(db, f"{ACCOUNT} WHERE id = :id", {"id": number})
    return None if row is None else account_of(row)


def add_account(db: Database, name: str, role: Role) -> int:
    """A new account without a password; its id."""
    row = {"name": name, "key": account_key(name), "role": role, "created": now()}
    return add(db, "account", row)


def set_role(db: Database, account: int, role: Role) -> None:
    """From now on they are this."""
    db.table("account").update(account, {"role": role})


def set_password(db: Database, account: int, kept: str) -> None:
    """From now on this hash counts."""
    db.table("account").update(account, {"password": kept})


def set_disabled(db: Database, account: int, *, disabled: bool) -> None:
    """From now on they may not log in, or may again."""
    db.table("account").update(account, {"disabled": now() if disabled else None})


def add_invitation(db: Database, account: int, sha256: str, expires: str) -> None:
    """A link for an account; the earlier ones of it count no more."""
    end_invitations(db, account)
    row = {"account_id": account, "sha256": sha256, "created": now(), "expires": expires}
    add(db, "invitation", row)


def end_invitations(db: Database, account: int) -> None:
    """No link of the account counts any more."""
    sql = "UPDATE invitation SET used = :now WHERE account_id = :account AND used IS NULL"
    db.execute(sql, {"account": account, "now": now()})


def find_invited(db: Database, sha256: str) -> Account | None:
    """Whose link this is, as long as it counts."""
    row = one(db, INVITED, {"sha256": sha256, "now": now()})
    return None if row is None else account_of(row)


def signing_key(db: Database) -> str:
    """What cookies are signed with."""
    return str(next(iter(db.execute("SELECT key FROM signing_key")))[0])
