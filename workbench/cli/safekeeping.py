"""Commands that keep the database safe: back up, restore, look whether all is well."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli.group import database_option, example

if TYPE_CHECKING:
    from workbench.store.copies import Contents

FILE = click.Path(path_type=Path)
BY = "command line"
"""Who did it, for the audit log: whoever may run commands at the machine."""


@click.command(epilog=example("workbench backup /mnt/backup/workbench-monday.db"))
@click.argument("file", type=FILE)
@click.option("--force", is_flag=True, help="Replace FILE where there is one.")
@database_option
def backup(file: Path, force: bool, path: str) -> None:
    """Copy the whole database to FILE while people work, and check the copy."""
    from workbench import workflow

    with click.progressbar(length=0, label="Copying", file=sys.stderr) as bar:

        def progress(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        made = workflow.back_up(path, file, by=BY, force=force, progress=progress)
    click.echo(f"{file}: {made.size / 1e6:.1f} MB, {_told(made.contents)}, checked and whole.")


@click.command(epilog=example("workbench restore /mnt/backup/workbench-monday.db"))
@click.argument("file", type=FILE)
@database_option
def restore(file: Path, path: str) -> None:
    """Put the backup FILE in the place of the database, which is kept beside it."""
    from workbench import workflow

    done = workflow.restore_backup(path, file, by=BY)
    click.echo(f"{path}: {_told(done.contents)}, as in {file}.")
    if done.kept:
        click.echo(f"What was there before is in {done.kept}: delete it when you are sure.")


@click.command(epilog=example("workbench doctor --json"))
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for a monitor.")
@database_option
def doctor(as_json: bool, path: str) -> None:
    """Look whether the database is sound and safe, and say what to do where it is not.

    Ends with exit code 1 where somebody must do something. Changes nothing.
    """
    from workbench import workflow

    found = list(workflow.examine(path))
    if as_json:
        listed = [
            {"state": each.state, "about": each.about, "message": str(each.said)} for each in found
        ]
        click.echo(json.dumps({"database": path, "findings": listed}, ensure_ascii=False, indent=2))
    else:
        for each in found:
            click.echo(f"{each.state:4}  {each.said}")
    if any(each.state == "bad" for each in found):
        raise click.exceptions.Exit(1)


def _told(held: Contents) -> str:
    last = f", the last of {held.newest}" if held.newest else ""
    return (
        f"{_number(held.articles, 'article')}, {_number(held.paragraphs, 'paragraph')}, "
        f"{_number(held.events, 'saved text')}{last}"
    )


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
