"""Commands about the people who may log in."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from workbench.cli.group import CleanGroup, database_option, example

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlite_utils import Database

    from workbench.accounts import Account

ROLES = ("guest", "translator", "editor", "desk")
BY = "workbench users"
"""Who did it, for the audit log: whoever may run commands at the machine."""

name_argument = click.argument("name")
role_type = click.Choice(ROLES)


def password_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """How the password is chosen: by a link that is printed, or by a line on standard input."""
    address = click.option(
        "--address",
        default="http://127.0.0.1:5000",
        show_default=True,
        metavar="URL",
        help="Where the workbench is opened, for the link.",
    )
    stdin = click.option(
        "--password-stdin", is_flag=True, help="Read the password from standard input instead."
    )
    return address(stdin(command))


@click.group(cls=CleanGroup, epilog=example("workbench users add 'Ada Neri' --role desk"))
def users() -> None:
    """Say who may log in, and what they may do.

    As soon as there is one account, everything needs a login.
    """


@users.command(epilog=example("workbench users add 'Ada Neri' --role editor"))
@name_argument
@click.option("--role", type=role_type, default="translator", show_default=True)
@password_options
@database_option
def add(name: str, role: str, address: str, password_stdin: bool, path: str) -> None:
    """Make an account for NAME and print the link with which they choose a password.

    The first account must have the role desk.
    """
    from workbench import db as database
    from workbench import workflow
    from workbench.accounts import Role

    password = _password() if password_stdin else None
    with database.opened(path) as db:
        made = workflow.accounts.invite(db, name, Role(role), by=BY, password=password)
    click.echo(f"{made.account.name}: {role}")
    if password is None:
        _print_link(address, made.token)


@users.command("list", epilog=example("workbench users list"))
@database_option
def list_(path: str) -> None:
    """List the accounts: name, role, state, when they were last here."""
    from workbench import db as database
    from workbench import workflow

    with database.opened(path) as db:
        found = workflow.accounts.everybody(db)
    if not found:
        click.echo("Nobody has an account. Make the first: workbench users add NAME --role desk")
    width = max((len(each.name) for each in found), default=0)
    for each in found:
        click.echo(f"{each.name:{width}}  {each.role:10}  {_state(each):8}  {each.seen or 'never'}")


@users.command(epilog=example("workbench users role 'Ada Neri' editor"))
@name_argument
@click.argument("role", type=role_type)
@database_option
def role(name: str, role: str, path: str) -> None:
    """Give NAME another ROLE: guest, translator, editor or desk."""
    from workbench import workflow
    from workbench.accounts import Role

    _do(path, name, lambda db, who: workflow.accounts.change_role(db, who, Role(role), by=BY))
    click.echo(f"{name}: {role}")


@users.command(epilog=example("workbench users disable 'Ada Neri'"))
@name_argument
@database_option
def disable(name: str, path: str) -> None:
    """Let NAME in no more, at once: their logins, links and API tokens end."""
    from workbench import workflow

    _do(path, name, lambda db, who: workflow.accounts.disable(db, who, by=BY))
    click.echo(f"{name}: disabled")


@users.command(epilog=example("workbench users enable 'Ada Neri'"))
@name_argument
@database_option
def enable(name: str, path: str) -> None:
    """Let NAME in again, with the password they had."""
    from workbench import workflow

    _do(path, name, lambda db, who: workflow.accounts.enable(db, who, by=BY))
    click.echo(f"{name}: enabled")


@users.command(epilog=example("workbench users reset 'Ada Neri'"))
@name_argument
@password_options
@database_option
def reset(name: str, address: str, password_stdin: bool, path: str) -> None:
    """Print a new link with which NAME chooses a password; it ends all their logins."""
    from workbench import db as database
    from workbench import workflow

    password = _password() if password_stdin else None
    with database.opened(path) as db:
        account = workflow.accounts.named(db, name)
        if password is not None:
            workflow.accounts.set_password(db, account, password, by=BY)
            click.echo(f"{account.name}: another password")
        else:
            _print_link(address, workflow.accounts.send_link(db, account, by=BY).token)


@users.command(epilog=example("workbench users token 'Ada Neri' 'The CMS' --scope read"))
@name_argument
@click.argument("label")
@click.option("--scope", type=click.Choice(["read", "write"]), default="read", show_default=True)
@database_option
def token(name: str, label: str, scope: str, path: str) -> None:
    """Print a new API token with which a program acts for NAME; LABEL says what it is for."""
    from workbench import db as database
    from workbench import workflow

    with database.opened(path) as db:
        account = workflow.accounts.named(db, name)
        click.echo(workflow.logins.make_token(db, account, label, scope, by=BY))


@users.command(epilog=example("workbench users tokens 'Ada Neri'"))
@name_argument
@database_option
def tokens(name: str, path: str) -> None:
    """List the API tokens of NAME: number, what each may do, when it was last used, its label."""
    from workbench import db as database
    from workbench import workflow

    with database.opened(path) as db:
        found = workflow.logins.tokens(db, workflow.accounts.named(db, name))
    if not found:
        click.echo(f"{name} has no API token.")
    for each in found:
        click.echo(f"{each.id:>4}  {each.scope:5}  {each.used or 'never':25}  {each.label}")


@users.command(epilog=example("workbench users revoke 'Ada Neri' 3"))
@name_argument
@click.argument("number", type=click.IntRange(min=1))
@database_option
def revoke(name: str, number: int, path: str) -> None:
    """End the API token of NAME that has this NUMBER in the list of tokens."""
    from workbench import workflow

    _do(path, name, lambda db, who: workflow.logins.revoke_token(db, who, number, by=BY))
    click.echo(f"{name}: token {number} revoked")


@users.command(epilog=example("workbench users logout 'Ada Neri'"))
@name_argument
@database_option
def logout(name: str, path: str) -> None:
    """End all logins of NAME, in all browsers."""
    from workbench import workflow

    _do(path, name, lambda db, who: workflow.logins.revoke_all(db, who, by=BY))
    click.echo(f"{name}: logged out")


def _do(path: str, name: str, act: Callable[[Database, Account], None]) -> None:
    from workbench import db as database
    from workbench import workflow

    with database.opened(path) as db:
        act(db, workflow.accounts.named(db, name))


def _password() -> str:
    """The first line of standard input: a password on the command line would be seen by others."""
    return sys.stdin.readline().rstrip("\r\n")


def _print_link(address: str, token: str) -> None:
    click.echo("Send this link; it opens once, within 3 days:")
    click.echo(f"{address.rstrip('/')}/invitation/{token}")


def _state(account: Account) -> str:
    if account.disabled:
        return "disabled"
    return "active" if account.password else "invited"
