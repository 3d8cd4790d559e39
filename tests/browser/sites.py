"""The workbench as the browser tests serve it: in a thread, or by the command itself."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from werkzeug.serving import make_server

from workbench import workflow
from workbench.db import opened
from workbench.web import create_app

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from workbench.model import RawText


class Site:
    """The pages served from a thread of the tests."""

    article: str

    def __init__(self, path: Path) -> None:
        self.path = path
        self.server = make_server("127.0.0.1", 0, create_app(path), threaded=True)
        self.address = f"http://127.0.0.1:{self.server.port}"

    def start(self) -> None:
        """Serve until `stop`."""
        self.thread = threading.Thread(target=self.server.serve_forever)
        self.thread.start()

    def stop(self) -> None:
        """End, and wait for the end."""
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


class FragileSite:
    """The pages served by ``workbench serve``, on one port through all its lives."""

    article: str

    def __init__(self, path: Path) -> None:
        self.path = path
        with socket.create_server(("127.0.0.1", 0)) as probe:
            self.port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Serve until `kill`; returns when the server answers."""
        command = [sys.executable, "-m", "workbench", "serve", "--port", str(self.port)]
        self.process = subprocess.Popen(
            [*command, "--db", str(self.path)], stdout=subprocess.PIPE, text=True
        )
        assert self.process.stdout is not None
        while "open at" not in (line := self.process.stdout.readline()):
            assert line or self.process.poll() is None

    def kill(self) -> None:
        """As a power cut would."""
        self.process.kill()
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()


@contextmanager
def served(path: Path, pair: tuple[RawText, RawText]) -> Iterator[Site]:
    """The workbench with one article in it, on a free port."""
    with opened(path) as db:
        slug = workflow.import_pair(db, *pair, system="argo").slug
    running = Site(path)
    running.start()
    running.article = f"{running.address}/articles/{slug}/argo/"
    yield running
    running.stop()
