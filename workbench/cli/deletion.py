"""Commands that delete for good: articles, and the name of a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from workbench.cli.articles import articles
from workbench.cli.group import database_option, example
from workbench.cli.safekeeping import BY

if TYPE_CHECKING:
    from workbench.store.deletion import Extent


@articles.command(epilog=example("workbench articles delete --older-than 365"))
@click.argument("slugs", metavar="[ARTICLE]...", nargs=-1)
@click.option("--older-than", type=click.IntRange(1), metavar="DAYS", help="All that rest so long.")
@click.option("--yes", is_flag=True, help="Delete them; without it they are only listed.")
@database_option
def delete(slugs: tuple[str, ...], older_than: int | None, yes: bool, path: str) -> None:
    """Delete each ARTICLE for good, or all in which nobody did anything for so many days.

    Their texts, corrections, notes and all that was derived from them go. Without --yes they are
    listed and nothing is deleted. Backups keep them.
    """
    from workbench import db as database
    from workbench import workflow

    if bool(slugs) == (older_than is not None):
        raise click.UsageError("Name each ARTICLE, or give --older-than DAYS.")
    with database.opened(path) as db:
        if older_than is not None:
            going = workflow.resting(db, older_than)
        else:
            going = [workflow.extent(db, slug) for slug in dict.fromkeys(slugs)]
        for each in going:
            click.echo(_told(each))
            if yes and not workflow.delete_article(db, each.slug, by=BY):
                click.echo(
                    "Its words may still be in the -wal file: it goes when nobody reads any more.",
                    err=True,
                )
    click.echo(_sum(len(going), yes=yes))


@click.command(epilog=example("workbench forget 'Ada Neri' --yes"))
@click.argument("name")
@click.option("--yes", is_flag=True, required=True, help="It cannot be undone.")
@database_option
def forget(name: str, yes: bool, path: str) -> None:  # noqa: ARG001 -- to be given, no more
    """Put “former colleague 1” in the place of NAME everywhere, for good.

    What they wrote stays. Their effort, their preferences and calls of their name go.
    """
    from workbench import db as database
    from workbench import workflow

    with database.opened(path) as db:
        done = workflow.forget(db, name, by=BY)
    click.echo(f"{name} is {done.instead} from now on, in {done.places} places.")
    if done.naming:
        click.echo(f"{done.naming} of the notes have the name in their words: they were left.")


def _told(each: Extent) -> str:
    return (
        f"{each.slug}: {each.paragraphs} paragraphs, {each.events} saved texts, "
        f"{each.notes} notes, last touched {each.last[:10]}"
    )


def _sum(count: int, *, yes: bool) -> str:
    said = f"{count} {'article' if count == 1 else 'articles'}"
    return f"{said} deleted." if yes else f"{said}. Nothing was deleted: add --yes to do it."
