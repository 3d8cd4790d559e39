"""Roles, names and passwords: who may do what, and what an account may be called and opened by."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench import passwords
from workbench.accounts import (
    GRANTS,
    LONGEST_NAME,
    Account,
    Permission,
    Role,
    account_key,
    checked_name,
    checked_role,
    one_line,
    refusal,
)
from workbench.errors import BadInput


def test_each_role_may_do_what_the_one_before_it_may():
    guest, translator, editor, desk = (GRANTS[role] for role in Role)
    assert guest < translator < editor < desk == set(Permission)


@pytest.mark.parametrize(
    ("role", "may", "may_not"),
    [
        (Role.GUEST, Permission.NOTE, Permission.CORRECT),
        (Role.TRANSLATOR, Permission.CORRECT, Permission.REVIEW),
        (Role.EDITOR, Permission.REVIEW, Permission.ASSIGN),
        (Role.DESK, Permission.ACCOUNTS, None),
    ],
)
def test_an_account_may_do_what_its_role_may(
    role: Role, may: Permission, may_not: Permission | None
):
    account = Account(1, "Ada", role, "2026-01-01")
    assert account.may(may)
    assert may_not is None or not account.may(may_not)


@pytest.mark.parametrize(
    ("permission", "who"),
    [
        (Permission.CORRECT, "a translator"),
        (Permission.REVIEW, "editors"),
        ("glossary", "the desk"),
    ],
)
def test_a_refusal_says_who_may(permission: str, who: str):
    assert who in str(refusal(Permission(permission)))


def test_a_role_that_there_is_not_is_refused_with_those_there_are():
    with pytest.raises(BadInput, match="take one of guest, translator, editor, desk"):
        checked_role("boss")


def test_a_name_is_one_tidy_line():
    assert checked_name("  Zoe\u0308 \n D’Amico ") == "Zoë D’Amico"


@pytest.mark.parametrize(
    "name", ["", " \n", "\u200b", "x" * 61, "Translator", "WORKBENCH", "\u0301"]
)
def test_a_name_that_cannot_stand_beside_a_text_is_refused(name: str):
    with pytest.raises(BadInput):
        checked_name(name)


@given(st.text())
def test_a_name_that_is_taken_stays_as_it_is(name: str):
    try:
        taken = checked_name(name)
    except BadInput:
        return
    assert checked_name(taken) == taken == one_line(taken)
    assert 0 < len(taken) <= LONGEST_NAME


@pytest.mark.parametrize("name", ["ada neri", "ADA  NERI", "Adà Neri"])
def test_capitals_and_accents_make_no_other_account(name: str):
    assert account_key(name) == account_key("Ada Neri")


@pytest.mark.parametrize(
    "password",
    [
        "password1234", "P@ssw0rd2026!", "123456789012", "qwertyuiop12", "passwordpassword",
        "aaaaaaaaaaaa", "121212121212", "correct horse battery staple", "ForzaJuventus1",
        "Ada Neri 2026", "zyxwvutsrqpo",
    ],
)  # fmt: skip
def test_what_anybody_would_try_first_is_no_password(password: str):
    with pytest.raises(BadInput, match="among the first"):
        passwords.checked_password(password, "Ada Neri")


@pytest.mark.parametrize(
    "password",
    [
        "tre cavalli e un ponte",
        "Lfj3kd9fjdk2",
        "847362918475",
        "пять белых лошадей",
        "x" * 8 + "pluto",
    ],
)
def test_nothing_but_length_is_asked_of_a_password(password: str):
    assert passwords.checked_password(password, "Ada Neri") == password


@pytest.mark.parametrize(("password", "says"), [("short words", "12"), ("tre ponti " * 30, "200")])
def test_a_password_of_a_wrong_length_is_refused(password: str, says: str):
    with pytest.raises(BadInput, match=says):
        passwords.checked_password(password)


def test_a_hash_lets_in_its_own_password_however_it_is_typed():
    kept = passwords.hashed(passwords.checked_password("caffè al ponte vecchio"))
    assert kept.startswith("$argon2id$")
    assert passwords.matches("caffe\u0300 al ponte vecchio", kept)
    assert not passwords.matches("caffe al ponte vecchio", kept)


@pytest.mark.parametrize("kept", [None, "", "no hash"])
def test_nobody_is_let_in_where_no_password_is_kept(kept: str | None):
    assert not passwords.matches("an unguessable dummy nobody will type", kept)


def test_what_is_compared_where_nobody_is_costs_as_much():
    assert not passwords.is_outdated(passwords.NOBODY)


def test_a_weaker_hash_is_known_as_outdated():
    weak = "$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHQ$aGFzaGhhc2hoYXNoaGFzaA"
    assert passwords.is_outdated(weak)


@given(st.text(max_size=300))
def test_no_password_breaks_anything(password: str):
    try:
        taken = passwords.checked_password(password, password, "Ada")
    except BadInput:
        return
    assert passwords.SHORTEST <= len(taken) <= passwords.LONGEST
