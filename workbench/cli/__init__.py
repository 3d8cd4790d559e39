"""The command `workbench`: parse, call the workflow, say what came of it."""

from __future__ import annotations

import click

from workbench.cli.articles import articles, export, import_, score, show
from workbench.cli.deletion import forget
from workbench.cli.filters import align, check, clean
from workbench.cli.group import CleanGroup
from workbench.cli.safekeeping import backup, doctor, restore
from workbench.cli.serving import demo, serve
from workbench.cli.users import users
from workbench.cli.working import work


@click.group(cls=CleanGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="workbench")
def main() -> None:
    """Review AI translations of Italian news: import, check, correct, export.

    Start with:  workbench demo
    """


for command in (
    import_, articles, show, score, export, serve, demo, work, users, backup, restore, doctor,
    forget,
    clean, align, check,
):  # fmt: skip
    main.add_command(command)
