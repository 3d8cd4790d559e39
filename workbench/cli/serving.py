"""Commands that open the workbench in the browser."""

from __future__ import annotations

import socket
from pathlib import Path
from threading import Thread

import click

from workbench.cli.articles import import_folders, table
from workbench.cli.group import database_option, example
from workbench.cli.working import Helper

HOST = "127.0.0.1"
PORT_OPTION = click.option(
    "--port",
    default=5000,
    show_default=True,
    type=click.IntRange(0, 65535),
    help="0 takes a free one.",
)


@click.command(epilog=example("workbench serve --port 8080"))
@PORT_OPTION
@database_option
def serve(port: int, path: str) -> None:
    """Serve the pages on this machine until Ctrl+C."""
    from workbench import db as database

    database.prepare(path)
    _serve(port, path)


@click.command(epilog=example("workbench demo --reset"))
@PORT_OPTION
@click.option("--reset", is_flag=True, help="Delete the database first, with all that is in it.")
@database_option
def demo(port: int, reset: bool, path: str) -> None:
    """Import the shipped articles, list them and serve the pages."""
    from workbench import db as database
    from workbench import workflow
    from workbench.resources import resource_dir

    if reset:
        database.reset(path)
    with database.opened(path) as db:
        import_folders(db, resource_dir("corpus", "MANIFEST.toml"))
        for line in table(workflow.summaries(db)):
            click.echo(line)
    _serve(port, path)


def _serve(port: int, path: str) -> None:
    """Serve with waitress, the address on the last line once it answers."""
    from waitress import create_server

    from workbench import workflow
    from workbench.web import create_app

    try:
        listener = socket.create_server((HOST, port))
    except OSError as error:
        raise click.ClickException(
            f"Port {port} on {HOST} cannot be used ({error.strerror}): name another with --port."
        ) from error
    Thread(target=workflow.warm_up, daemon=True).start()
    server = create_server(create_app(Path(path)), sockets=[listener], threads=8)
    click.echo(f"\nWorkbench is open at http://{HOST}:{listener.getsockname()[1]}/ (Ctrl+C ends)")
    try:
        with Helper(path):
            server.run()
    finally:
        server.close()
