"""Commands about articles: import, list, show, score, export."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click
from click.core import ParameterSource

from workbench.cli.group import CleanGroup, database_option, example

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlite_utils import Database

    from workbench.model import Segment, Summary

TEXT = click.Path(path_type=Path)


class Choices(TypedDict):
    """What may be said about an import."""

    system: str | None
    title: str | None
    outlet: str
    newer: bool


@click.command("import", epilog=example("workbench import articolo.txt article.txt --system argo"))
@click.argument("source", metavar="IT|FOLDER", type=TEXT)
@click.argument("target", metavar="[EN]", type=TEXT, required=False)
@click.option("--system", help="Name of the AI system that wrote the English.")
@click.option("--reference", type=TEXT, help="A human translation to measure against.")
@click.option("--title", help="Title in the list; the Italian headline where none is given.")
@click.option("--outlet", help="The newspaper or site; its recurring lines are furniture.")
@click.option("--newer", is_flag=True, help="A newer text of the system: corrections are kept.")
@database_option
def import_(  # noqa: PLR0913, PLR0917 -- one for each option
    source: Path,
    target: Path | None,
    system: str | None,
    reference: Path | None,
    title: str | None,
    outlet: str | None,
    newer: bool,
    path: str,
) -> None:
    """Import an Italian text and its English translation, or a FOLDER of such pairs.

    A folder holds it.txt, en.SYSTEM.txt for each AI system and, where there is one,
    reference.txt; or folders like that. `-` reads standard input.
    """
    from workbench import db as database

    if target is None:
        _refuse_options(system, reference, title, outlet, newer or None)
        with database.opened(path) as db:
            import_folders(db, source)
        return
    with database.opened(path) as db:
        _import_files(
            db,
            (source, target, reference),
            system=system,
            title=title,
            outlet=outlet or "",
            newer=newer,
        )


def _refuse_options(*options: object) -> None:
    if any(option is not None for option in options):
        raise click.UsageError(
            "Missing the English text: give IT and EN, or a FOLDER without other options."
        )


def _import_files(
    db: Database, paths: tuple[Path, Path, Path | None], **choices: Unpack[Choices]
) -> None:
    from workbench import workflow
    from workbench.cli.texts import read

    if paths.count(Path("-")) > 1:
        raise click.UsageError("Only one text can come from standard input: name a file.")
    source, target = read(paths[0]), read(paths[1])
    reference = read(paths[2]) if paths[2] else None
    done = workflow.import_pair(db, source, target, reference=reference, **choices)
    state = "imported" if done.new else "already here, nothing changed"
    click.echo(f"{done.slug} ({done.system}): {state}")


def import_folders(db: Database, folder: Path) -> None:
    """Import every article under `folder` with a progress bar, then say how many were new."""
    from workbench import workflow

    if folder.is_file():
        raise click.UsageError(f"Missing the English text for {folder}: give IT and EN.")
    folders = workflow.article_folders(folder)
    new = old = 0
    with click.progressbar(folders, label="Importing", file=sys.stderr) as bar:
        for article in bar:
            for done in workflow.import_folder(db, article):
                new, old = new + done.new, old + (not done.new)
    click.echo(f"{new} imported, {old} already here.")


@click.group(cls=CleanGroup, invoke_without_command=True, epilog=example("workbench articles"))
@database_option
@click.pass_context
def articles(ctx: click.Context, path: str) -> None:
    """List the articles, worst first: progress, unaligned paragraphs, open findings."""
    from workbench import db as database
    from workbench import workflow

    if ctx.invoked_subcommand:
        if ctx.get_parameter_source("path") is ParameterSource.COMMANDLINE:
            raise click.UsageError(f"Give --db after {ctx.invoked_subcommand}.")
        return
    with database.opened(path) as db:
        found = workflow.summaries(db)
    if not found:
        click.echo("No articles yet. Import some: workbench import FOLDER")
        return
    for line in table(found):
        click.echo(line)


def table(found: Iterable[Summary]) -> list[str]:
    """The list of articles as lines of aligned columns under a heading."""
    heading = ("article", "system", "paragraphs", "done", "unaligned", "findings", "critical")
    rows = [heading] + [
        (
            summary.slug,
            summary.system,
            str(summary.segments),
            str(summary.confirmed),
            str(summary.unaligned),
            str(sum(summary.findings.values())),
            str(summary.findings.get("critical", 0)),
        )
        for summary in found
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(heading))]
    return [
        "  ".join(
            cell.ljust(width) if column < 2 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


@click.command(epilog=example("workbench show manovra-2027 --system argo"))
@click.argument("article")
@click.option("--system", help="The AI system; the first one where none is given.")
@database_option
def show(article: str, system: str | None, path: str) -> None:
    """Print an article side by side: Italian, English, findings, scores."""
    from workbench import db as database
    from workbench import workflow

    with database.opened(path) as db:
        found = workflow.version(db, article, system)
        scores = workflow.article_scores(db, article, found.system)
    click.echo(f"{found.article.title}\n{article} · {found.system}\n")
    for segment in found.segments:
        click.echo("\n".join(_lines(segment)) + "\n")
    for score in scores:
        click.echo(
            f"{score.scorer} against the {score.against}: {score.value:.1f}  {score.signature}"
        )


def _lines(segment: Segment) -> list[str]:
    missing = "— nothing —"
    return [
        f"{segment.position + 1}. {segment.role}, {segment.state}",
        f"   IT  {segment.source or missing}",
        f"   EN  {segment.current or missing}",
        *(f"   {finding.severity}: {finding.message}" for finding in segment.findings),
        *(
            f"   {score.scorer} against the {score.against}: {score.value:.1f}"
            for score in segment.scores
        ),
    ]


@click.command(epilog=example("workbench score --all"))
@click.argument("article", required=False)
@click.option("--all", "everything", is_flag=True, help="Every article.")
@database_option
def score(article: str | None, everything: bool, path: str) -> None:
    """Check and score ARTICLE again, or every article with --all."""
    from workbench import db as database
    from workbench import workflow

    if (article is None) == (not everything):
        raise click.UsageError("Name one ARTICLE, or give --all.")
    with (
        database.opened(path) as db,
        click.progressbar(length=0, label="Scoring", file=sys.stderr) as bar,
    ):

        def progress(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        count = workflow.rescore(db, article, progress)
    click.echo(f"{count} {'article' if count == 1 else 'articles'} scored.")


@click.command(epilog=example("workbench export manovra-2027 -o manovra.txt --approved-only"))
@click.argument("article")
@click.option("--system", help="The AI system; the first one where none is given.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="A file to write.")
@click.option("--approved-only", is_flag=True, help="Leave out what nobody has confirmed.")
@click.option("--manifest", is_flag=True, help="List the unreviewed paragraphs on stderr.")
@database_option
def export(
    article: str,
    system: str | None,
    output: Path | None,
    approved_only: bool,
    manifest: bool,
    path: str,
) -> None:
    """Write the corrected English of ARTICLE as plain text."""
    from workbench import db as database
    from workbench import workflow
    from workbench.cli.files import write_text

    with database.opened(path) as db:
        done = workflow.export(db, article, system, approved_only=approved_only)
    write_text(output, done.text)
    if manifest:
        click.echo(f"{len(done.unreviewed)} unreviewed", err=True)
        for segment in done.unreviewed:
            words = (segment.current or segment.source or "")[:60]
            click.echo(f"  {segment.position + 1}. {segment.role}: {words}", err=True)
