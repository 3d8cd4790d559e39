"""`workbench users`: who may log in, said from the command line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from workbench import workflow
from workbench.db import opened
from workbench.workflow.logins import LoginRefused

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]

PASSWORD = "tre cavalli sul ponte"


@pytest.fixture
def chief(run: Run) -> str:
    """Somebody at the desk who has a password."""
    done = run("users", "add", "Chief", "--role", "desk", "--password-stdin", stdin=PASSWORD + "\n")
    assert done.output == "Chief: desk\n"
    return "Chief"


def log_in(tmp_path: Path, name: str, password: str = PASSWORD) -> str:
    with opened(tmp_path / "workbench.db") as db:
        return workflow.logins.log_in(db, name, password).account.role


def test_an_account_is_made_with_a_link_for_its_owner(run: Run, tmp_path: Path) -> None:
    done = run("users", "add", "Ada Neri", "--role", "desk", "--address", "https://desk.example/")
    link = re.search(r"^https://desk\.example/invitation/(\S+)$", done.output, re.MULTILINE)
    assert link
    with opened(tmp_path / "workbench.db") as db:
        workflow.accounts.take_up(db, link[1], PASSWORD)
    assert log_in(tmp_path, "Ada Neri") == "desk"


def test_a_password_comes_from_standard_input_and_is_not_echoed(
    run: Run, chief: str, tmp_path: Path
) -> None:
    done = run("users", "add", "Ada", "--password-stdin", stdin=PASSWORD + "\n")
    assert done.output == "Ada: translator\n"
    assert log_in(tmp_path, "ada") == "translator"


def test_a_password_that_is_too_short_makes_no_account(run: Run, chief: str) -> None:
    failed = run("users", "add", "Ada", "--password-stdin", stdin="short\n")
    assert failed.exit_code == 1
    assert "shorter than 12" in failed.stderr
    assert "Ada" not in run("users", "list").output


def test_the_first_account_must_be_of_the_desk(run: Run) -> None:
    failed = run("users", "add", "Ada")
    assert failed.exit_code == 1
    assert "first account" in failed.stderr


def test_the_list_says_who_is_there_and_what_they_are(run: Run, chief: str) -> None:
    run("users", "add", "Ada")
    rows = [line.split() for line in run("users", "list").output.splitlines()]
    assert rows == [
        ["Ada", "translator", "invited", "never"],
        ["Chief", "desk", "active", "never"],
    ]


def test_an_empty_list_says_how_to_begin(run: Run) -> None:
    assert "workbench users add NAME --role desk" in run("users", "list").output


def test_a_role_is_changed(run: Run, chief: str) -> None:
    run("users", "add", "Ada")
    assert run("users", "role", "ada", "editor").exit_code == 0
    assert "editor" in run("users", "list").output


def test_whoever_is_disabled_is_let_in_again(run: Run, chief: str, tmp_path: Path) -> None:
    run("users", "add", "Ada", "--password-stdin", stdin=PASSWORD + "\n")
    run("users", "disable", "Ada")
    with pytest.raises(LoginRefused):
        log_in(tmp_path, "Ada")
    assert "disabled" in run("users", "list").output
    assert "let them in again first" in run("users", "reset", "Ada").stderr
    run("users", "enable", "Ada")
    assert log_in(tmp_path, "Ada") == "translator"


def test_the_desk_is_never_left_empty(run: Run, chief: str) -> None:
    for command in (("disable", "Chief"), ("role", "Chief", "guest")):
        failed = run("users", *command)
        assert failed.exit_code == 1
        assert "nobody would be left" in failed.stderr


def test_a_forgotten_password_is_replaced(run: Run, chief: str, tmp_path: Path) -> None:
    assert "/invitation/" in run("users", "reset", "Chief").output
    new = "un nuovo ponte sul mare"
    run("users", "reset", "Chief", "--password-stdin", stdin=new + "\n")
    assert log_in(tmp_path, "Chief", new) == "desk"


def test_a_token_is_printed_alone_so_that_it_can_be_piped(
    run: Run, chief: str, tmp_path: Path
) -> None:
    token = run("users", "token", "Chief", "The CMS", "--scope", "write").output.strip()
    with opened(tmp_path / "workbench.db") as db:
        key = workflow.logins.bearer(db, token)
    assert key
    assert (key.account.name, key.scope) == ("Chief", "write")


def test_somebody_is_logged_out_everywhere(run: Run, chief: str, tmp_path: Path) -> None:
    with opened(tmp_path / "workbench.db") as db:
        token = workflow.logins.log_in(db, "Chief", PASSWORD).token
        assert workflow.logins.visit(db, token)
    run("users", "logout", "Chief")
    with opened(tmp_path / "workbench.db") as db:
        assert workflow.logins.visit(db, token) is None


@pytest.mark.parametrize("command", ["disable", "enable", "reset", "logout"])
def test_an_account_that_is_not_there_is_named(run: Run, chief: str, command: str) -> None:
    failed = run("users", command, "Nobody")
    assert failed.exit_code == 1
    assert "no account “Nobody”" in failed.stderr


def test_the_audit_log_says_that_it_came_from_the_command_line(
    run: Run, chief: str, tmp_path: Path
) -> None:
    run("users", "token", "Chief", "CMS")
    with opened(tmp_path / "workbench.db") as db:
        (entry, *_) = workflow.audit_log(db)
    assert (entry.person, entry.action, entry.subject) == ("workbench users", "token", "Chief")


def test_a_token_is_listed_and_revoked(run: Run, tmp_path: Path, chief: str) -> None:
    assert run("users", "tokens", chief).output == "Chief has no API token.\n"
    token = run("users", "token", chief, "The CMS", "--scope", "write").output.strip()
    listed = run("users", "tokens", chief).output
    assert listed.split() == ["1", "write", "never", "The", "CMS"]
    assert run("users", "revoke", chief, "1").output == "Chief: token 1 revoked\n"
    with opened(tmp_path / "workbench.db") as db:
        assert workflow.logins.bearer(db, token) is None
    again = run("users", "revoke", chief, "1")
    assert again.exit_code == 1
    assert again.stderr.count("\n") == 1
