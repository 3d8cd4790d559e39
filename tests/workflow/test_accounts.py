"""Invitations, roles, passwords, and who is let in, on a real file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.web.people import PASSWORD, make_account
from workbench import passwords, workflow
from workbench.accounts import Role
from workbench.errors import BadInput, Conflict, NotFound
from workbench.workflow import accounts, logins
from workbench.workflow.logins import LoginRefused

if TYPE_CHECKING:
    from sqlite_utils import Database

    from tests.conftest import Later
    from workbench.accounts import Account


@pytest.fixture
def chief(db: Database) -> Account:
    return make_account(db, "Chief", Role.DESK)


def actions(db: Database) -> list[str]:
    return [entry.action for entry in workflow.audit_log(db)]


def secrets(db: Database) -> str:
    """All that the tables about accounts hold, as one text."""
    tables = ("account", "login", "invitation", "api_token", "audit")
    return str([list(db.table(name).rows) for name in tables])


def test_whoever_is_invited_chooses_a_password_and_is_let_in(db: Database, chief: Account) -> None:
    invited = accounts.invite(db, "Zoë D’Amico", Role.EDITOR, by="Chief")
    assert accounts.whose_link(db, invited.token).name == "Zoë D’Amico"
    accounts.take_up(db, invited.token, PASSWORD)
    account, token = logins.log_in(db, "zoe d’amico", PASSWORD)
    assert (account.name, account.role) == ("Zoë D’Amico", Role.EDITOR)
    key = logins.visit(db, token)
    assert key
    assert key.account == account


def test_a_link_opens_once(db: Database, chief: Account) -> None:
    token = accounts.invite(db, "Ada", Role.GUEST, by="Chief").token
    accounts.take_up(db, token, PASSWORD)
    with pytest.raises(NotFound, match="used already or has expired"):
        accounts.take_up(db, token, PASSWORD)


def test_a_newer_link_takes_the_place_of_the_older(db: Database, chief: Account) -> None:
    old = accounts.invite(db, "Ada", Role.GUEST, by="Chief")
    new = accounts.send_link(db, old.account, by="Chief")
    assert accounts.whose_link(db, new.token).name == "Ada"
    with pytest.raises(NotFound):
        accounts.whose_link(db, old.token)


def test_a_link_expires(db: Database, chief: Account, later: Later) -> None:
    token = accounts.invite(db, "Ada", Role.GUEST, by="Chief").token
    later(days=3, minutes=1)
    with pytest.raises(NotFound):
        accounts.whose_link(db, token)


def test_the_first_account_is_of_the_desk(db: Database) -> None:
    with pytest.raises(BadInput, match="first account must be of the desk"):
        accounts.invite(db, "Ada", Role.EDITOR, by="")
    assert not accounts.exist(db)
    accounts.invite(db, "Ada", Role.DESK, by="")
    assert accounts.exist(db)


@pytest.mark.parametrize("name", ["chief", "CHÎEF", " Chief "])
def test_no_two_accounts_can_be_taken_for_each_other(
    db: Database, chief: Account, name: str
) -> None:
    with pytest.raises(Conflict, match="“Chief” already"):
        accounts.invite(db, name, Role.GUEST, by="Chief")


@pytest.mark.parametrize("loses", ["the role", "the account"])
def test_the_desk_is_never_left_empty(db: Database, chief: Account, loses: str) -> None:
    accounts.invite(db, "Not yet here", Role.DESK, by="Chief")
    with pytest.raises(BadInput, match="nobody would be left"):
        if loses == "the role":
            accounts.change_role(db, chief, Role.EDITOR, by="Chief")
        else:
            accounts.disable(db, chief, by="Chief")
    make_account(db, "Second", Role.DESK)
    accounts.disable(db, chief, by="Second")


def test_whoever_is_disabled_is_out_at_once_with_all_they_had(db: Database, chief: Account) -> None:
    ada = make_account(db, "Ada")
    login = logins.log_in(db, "Ada", PASSWORD).token
    api = logins.make_token(db, ada, "CMS", "read", by="Ada")
    link = accounts.send_link(db, ada, by="Chief").token
    accounts.disable(db, ada, by="Chief")
    assert logins.visit(db, login) is None
    assert logins.bearer(db, api) is None
    with pytest.raises(NotFound):
        accounts.whose_link(db, link)
    with pytest.raises(LoginRefused):
        logins.log_in(db, "Ada", PASSWORD)
    accounts.enable(db, ada, by="Chief")
    assert logins.visit(db, login) is None
    assert logins.log_in(db, "Ada", PASSWORD).account.name == "Ada"


def test_another_role_holds_from_the_next_click(db: Database, chief: Account) -> None:
    ada = make_account(db, "Ada")
    token = logins.log_in(db, "Ada", PASSWORD).token
    accounts.change_role(db, ada, Role.GUEST, by="Chief")
    key = logins.visit(db, token)
    assert key
    assert key.account.role is Role.GUEST


@pytest.mark.parametrize("name", ["Nobody", "Invited", "Gone", "Chief"])
def test_every_refusal_says_the_same(db: Database, chief: Account, name: str) -> None:
    accounts.invite(db, "Invited", Role.GUEST, by="Chief")
    accounts.disable(db, make_account(db, "Gone"), by="Chief")
    given = "not the password" if name == "Chief" else PASSWORD
    with pytest.raises(LoginRefused) as refused:
        logins.log_in(db, name, given)
    assert str(refused.value) == "The name or the password is wrong."


def test_every_refusal_compares_one_hash(
    db: Database, chief: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared = []
    matches = passwords.matches

    def noting(given: str, kept: str | None) -> bool:
        compared.append(kept)
        return matches(given, kept)

    monkeypatch.setattr(passwords, "matches", noting)
    for name in ("Nobody", "Chief"):
        with pytest.raises(LoginRefused):
            logins.log_in(db, name, "not the password")
    assert compared == [None, chief.password]


def test_a_password_typed_into_the_field_for_the_name_is_not_kept(db: Database) -> None:
    with pytest.raises(LoginRefused):
        logins.log_in(db, PASSWORD, "")
    assert PASSWORD not in secrets(db)


def test_no_password_token_or_link_is_stored(db: Database, chief: Account) -> None:
    link = accounts.send_link(db, chief, by="Chief").token
    login = logins.log_in(db, "Chief", PASSWORD).token
    api = logins.make_token(db, chief, "CMS", "write", by="Chief")
    assert not [each for each in (PASSWORD, link, login, api) if each in secrets(db)]


def test_a_weaker_hash_is_made_anew_at_the_next_login(db: Database, chief: Account) -> None:
    from argon2 import PasswordHasher  # noqa: PLC0415

    weak = PasswordHasher(time_cost=1, memory_cost=64).hash(PASSWORD)
    with db.conn:
        db.table("account").update(chief.id, {"password": weak})
    logins.log_in(db, "Chief", PASSWORD)
    kept = accounts.get(db, chief.id).password
    assert kept
    assert not passwords.is_outdated(kept)
    assert logins.log_in(db, "Chief", PASSWORD)


def test_another_password_ends_all_logins_and_opens_a_new_one(db: Database, chief: Account) -> None:
    elsewhere = logins.log_in(db, "Chief", PASSWORD).token
    here = logins.log_in(db, "Chief", PASSWORD).token
    key = logins.visit(db, here)
    assert key
    with pytest.raises(LoginRefused):
        logins.change_password(db, key, "not it", "un nuovo ponte sul mare")
    with pytest.raises(BadInput):
        logins.change_password(db, key, PASSWORD, "short")
    new = logins.change_password(db, key, PASSWORD, "un nuovo ponte sul mare").token
    assert [logins.visit(db, each) is None for each in (elsewhere, here, new)] == [
        True,
        True,
        False,
    ]


def test_a_link_for_another_password_ends_all_logins_when_it_is_used(
    db: Database, chief: Account
) -> None:
    token = logins.log_in(db, "Chief", PASSWORD).token
    link = accounts.send_link(db, chief, by="Chief").token
    assert logins.visit(db, token)
    accounts.take_up(db, link, "un nuovo ponte sul mare")
    assert logins.visit(db, token) is None


@pytest.mark.parametrize(("days", "still"), [(13, True), (15, False)])
def test_a_login_ends_when_it_is_not_used(
    db: Database, chief: Account, later: Later, days: int, still: bool
) -> None:
    token = logins.log_in(db, "Chief", PASSWORD).token
    later(days=days)
    assert (logins.visit(db, token) is not None) is still


def test_a_login_that_is_used_goes_on_until_its_longest(
    db: Database, chief: Account, later: Later
) -> None:
    token = logins.log_in(db, "Chief", PASSWORD).token
    lasted = [logins.visit(db, token) is not None for _ in range(10) if later(days=10) is None]
    assert lasted == [True] * 8 + [False] * 2


def test_a_click_writes_nothing_but_now_and_then(
    db: Database, chief: Account, later: Later
) -> None:
    token = logins.log_in(db, "Chief", PASSWORD).token
    before = db.conn.total_changes
    logins.visit(db, token)
    assert db.conn.total_changes == before
    later(minutes=11)
    logins.visit(db, token)
    assert db.conn.total_changes > before


def test_whoever_is_logged_in_reads_on_where_nothing_can_be_written(
    db: Database, chief: Account, later: Later
) -> None:
    token = logins.log_in(db, "Chief", PASSWORD).token
    later(minutes=11)
    db.execute("PRAGMA query_only = ON")
    assert logins.visit(db, token)


def test_old_logins_are_forgotten(db: Database, chief: Account, later: Later) -> None:
    logins.log_in(db, "Chief", PASSWORD)
    later(days=130)
    logins.log_in(db, "Chief", PASSWORD)
    assert db.table("login").count == 1


def test_one_login_is_ended_and_the_others_stay(db: Database, chief: Account) -> None:
    first, second = (logins.log_in(db, "Chief", PASSWORD).token for _ in range(2))
    key = logins.visit(db, first)
    assert key
    logins.revoke(db, chief, key.id, by="Chief")
    assert logins.visit(db, first) is None
    assert logins.visit(db, second)
    assert len(logins.sessions(db, chief)) == 1


def test_nobody_ends_the_login_or_token_of_another(db: Database, chief: Account) -> None:
    ada = make_account(db, "Ada")
    token = logins.log_in(db, "Chief", PASSWORD).token
    key = logins.visit(db, token)
    assert key
    logins.revoke(db, ada, key.id, by="Ada")
    assert logins.visit(db, token)
    api = logins.make_token(db, chief, "CMS", "read", by="Chief")
    with pytest.raises(NotFound):
        logins.revoke_token(db, ada, logins.tokens(db, chief)[0].id, by="Ada")
    assert logins.bearer(db, api)


def test_an_api_token_acts_for_its_owner_until_it_is_revoked(db: Database, chief: Account) -> None:
    api = logins.make_token(db, chief, " the  CMS ", "read", by="Chief")
    assert api.startswith("wbt_")
    key = logins.bearer(db, api)
    assert key
    assert (key.account.name, key.scope) == ("Chief", "read")
    (listed,) = logins.tokens(db, chief)
    assert (listed.label, listed.used is not None) == ("the CMS", True)
    logins.revoke_token(db, chief, listed.id, by="Chief")
    assert logins.bearer(db, api) is None
    assert logins.tokens(db, chief) == []


@pytest.mark.parametrize(
    ("label", "scope"), [("", "read"), ("x" * 61, "read"), ("CMS", "admin"), ("CMS", "")]
)
def test_a_token_that_makes_no_sense_is_refused(
    db: Database, chief: Account, label: str, scope: str
) -> None:
    with pytest.raises(BadInput):
        logins.make_token(db, chief, label, scope, by="Chief")


@pytest.mark.parametrize("token", ["", "wbt_", "wbt_nothing", "nothing", "\x00"])
def test_what_is_no_token_opens_nothing(db: Database, chief: Account, token: str) -> None:
    assert logins.bearer(db, token) is None
    assert logins.visit(db, token) is None


def test_the_audit_log_tells_all_of_it(db: Database) -> None:
    invited = accounts.invite(db, "Ada", Role.DESK, by="")
    account = accounts.take_up(db, invited.token, PASSWORD)
    make_account(db, "Second", Role.DESK)
    logins.log_out(db, _key(db))
    with pytest.raises(LoginRefused):
        logins.log_in(db, "Ada", "wrong")
    logins.make_token(db, account, "CMS", "read", by="Ada")
    accounts.change_role(db, account, Role.EDITOR, by="Second")
    accounts.disable(db, account, by="Second")
    assert actions(db) == [
        "disable", "role", "token", "login-refused", "logout", "login", "password", "account",
    ]  # fmt: skip


def _key(db: Database) -> logins.Key:
    key = logins.visit(db, logins.log_in(db, "Ada", PASSWORD).token)
    assert key
    return key
