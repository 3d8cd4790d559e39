"""Commands that open the workbench in the browser."""

from __future__ import annotations

import socket
from ipaddress import ip_address
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
@click.option(
    "--host",
    default=HOST,
    show_default=True,
    metavar="ADDRESS",
    help="Another one opens the pages to other machines; that takes accounts.",
)
@PORT_OPTION
@database_option
def serve(host: str, port: int, path: str) -> None:
    """Serve the pages on this machine, or to others with --host, until Ctrl+C."""
    from workbench import db as database
    from workbench import workflow

    with database.opened(path) as db:
        if not _is_local(host) and not workflow.accounts.exist(db):
            raise click.ClickException(
                f"{host} may be reached from other machines, and nobody has an account: make the "
                "first one with workbench users add NAME --role desk."
            )
    _serve(port, path, host)


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


def _is_local(host: str) -> bool:
    """Whether nobody but this machine reaches what listens there."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _serve(port: int, path: str, host: str = HOST) -> None:
    """Serve with waitress, the address on the last line once it answers."""
    from waitress import create_server

    from workbench import db as database
    from workbench import workflow
    from workbench.web import create_app

    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listener = socket.create_server((host, port), family=family)
    except OSError as error:
        raise click.ClickException(
            f"Port {port} on {host} cannot be used ({error.strerror}): name another with --port."
        ) from error
    Thread(target=workflow.warm_up, daemon=True).start()
    app = create_app(Path(path), local=_is_local(host), hosts=(host,))
    server = create_server(app, sockets=[listener], threads=8)
    shown = f"[{host}]" if ":" in host else host
    click.echo(f"\nWorkbench is open at http://{shown}:{listener.getsockname()[1]}/ (Ctrl+C ends)")
    try:
        with database.in_use(path), Helper(path):
            server.run()
    finally:
        server.close()
