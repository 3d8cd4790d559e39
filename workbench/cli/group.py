"""What all commands share: errors of one line, the database option, the progress bar."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any, TypeVar

import click

from workbench.errors import WorkbenchError

if TYPE_CHECKING:
    from collections.abc import Callable

Command = TypeVar("Command", bound="Callable[..., Any]")


class Failure(click.ClickException):
    """A `WorkbenchError` as click prints it."""

    def __init__(self, error: WorkbenchError) -> None:
        super().__init__(str(error))
        self.exit_code = error.exit_code  # type: ignore[misc]  # click declares it for the class


class CleanGroup(click.Group):
    """A group whose errors are one line on standard error, never a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; a `WorkbenchError` becomes its sentence and its exit code."""
        try:
            return super().invoke(ctx)
        except WorkbenchError as error:
            raise Failure(error) from error
        except BrokenPipeError:
            # the reader of our output has seen enough, e.g. `| head`
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise SystemExit(1) from None


def example(text: str) -> str:
    """The last paragraph of a command's help: the command line, kept as it is."""
    return f"\b\nExample:\n  {text}"


def database_option(command: Command) -> Command:
    """``--db FILE``: the database, ``workbench.db`` or what WORKBENCH_DB names."""
    return click.option(
        "--db",
        "path",
        default="workbench.db",
        envvar="WORKBENCH_DB",
        show_default=True,
        show_envvar=True,
        type=click.Path(dir_okay=False),
        help="The database file.",
    )(command)
