"""Commands that open the workbench in the browser."""

from __future__ import annotations

import gc
import signal
import socket
import time
from ipaddress import ip_address
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

import click

from workbench import logs
from workbench.cli.articles import import_folders, table
from workbench.cli.group import database_option, example
from workbench.cli.working import Helper

if TYPE_CHECKING:
    from collections.abc import Callable

HOST = "127.0.0.1"
PATIENCE = 10
"""Seconds that open requests have to end after SIGTERM."""
MOST_SENT = 64 * 1024 * 1024
"""Bytes of a request that are taken in before the pages look at it, and refuse it in words."""
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
@click.option(
    "--allowed-host",
    "names",
    multiple=True,
    metavar="NAME",
    help="A name by which people open the pages, as review.example.org; may come again.",
)
@click.option(
    "--behind-proxy",
    "proxies",
    default=0,
    show_default=True,
    type=click.IntRange(0, 5),
    metavar="NUMBER",
    help="How many proxies, each trusted, say where a request comes from and whether by TLS.",
)
@click.option(
    "--log-format", "style", default="human", show_default=True, type=click.Choice(logs.FORMATS)
)
@click.option(
    "--log-level", "level", default="warning", show_default=True, type=click.Choice(logs.LEVELS)
)
@database_option
def serve(
    host: str,
    port: int,
    names: tuple[str, ...],
    proxies: int,
    path: str,
    **log: Any,
) -> None:
    """Serve the pages on this machine, or to others with --host, until Ctrl+C."""
    from workbench import db as database
    from workbench import workflow

    logs.begin(**log)
    local = _is_local(host) and not proxies and all(map(_is_local, names))
    with database.opened(path) as db:
        if not local and not workflow.accounts.exist(db):
            raise click.ClickException(
                f"{' '.join(names) or host} may be reached from other machines, and nobody has an "
                "account: make the first one with workbench users add NAME --role desk."
            )
    _serve(port, path, host, local=local, hosts=(host, *names), proxies=proxies)


@click.command(epilog=example("workbench demo --reset"))
@PORT_OPTION
@click.option("--reset", is_flag=True, help="Delete the database first, with all that is in it.")
@database_option
def demo(port: int, reset: bool, path: str) -> None:
    """Import the shipped articles, list them and serve the pages."""
    from workbench import db as database
    from workbench import workflow
    from workbench.resources import resource_dir

    logs.begin()
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


def _get_ready() -> None:
    """Load what the checks need, and let nobody look through it again for what can be thrown away.

    A look at all that stays takes as long as several saves, and stops them.
    """
    from workbench import workflow

    workflow.warm_up()
    gc.collect()
    gc.freeze()


def _serve(port: int, path: str, host: str = HOST, **options: Any) -> None:
    """Serve with waitress, the address on the last line once it answers."""
    from waitress import create_server

    from workbench import db as database
    from workbench.web import create_app

    listener = _listen(host, port)
    Thread(target=_get_ready, daemon=True).start()
    app = create_app(Path(path), **options)
    server = create_server(
        app,
        sockets=[listener],
        threads=8,
        ident=None,
        max_request_body_size=MOST_SENT,
        clear_untrusted_proxy_headers=not options.get("proxies"),
    )
    signal.signal(signal.SIGTERM, _ending(server))
    shown = f"[{host}]" if ":" in host else host
    click.echo(f"\nWorkbench is open at http://{shown}:{listener.getsockname()[1]}/ (Ctrl+C ends)")
    try:
        with database.in_use(path), Helper(path):
            server.run()
    finally:
        server.close()


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise click.ClickException(
            f"Port {port} on {host} cannot be used ({error.strerror}): name another with --port."
        ) from error


def _ending(server: Any) -> Callable[..., None]:
    """What ends a server when the system asks for it: what was begun is answered, nothing taken."""

    def end(*_: object) -> None:
        last = time.monotonic() + PATIENCE
        # the loop that takes requests in stands still here; those who answer them go on
        while time.monotonic() < last and any(
            channel.requests for channel in list(server.active_channels.values())
        ):
            time.sleep(0.05)
        raise SystemExit

    return end
