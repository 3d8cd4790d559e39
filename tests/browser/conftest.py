"""The real pages in a real Chromium: served by waitress on the loopback."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect, sync_playwright
from werkzeug.serving import make_server

from workbench import workflow
from workbench.db import opened
from workbench.web import create_app

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from workbench.model import RawText

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

expect.set_options(timeout=15_000)  # a busy machine is slow, not wrong


def chromium() -> str | None:
    """The path of an installed Chromium, or None."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return next(filter(None, map(shutil.which, names)), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    path = chromium()
    if path is None:
        if os.environ.get("WORKBENCH_REQUIRE_BROWSER") == "1":
            pytest.fail("No Chromium found, and WORKBENCH_REQUIRE_BROWSER=1 asks for one.")
        pytest.skip("No Chromium found: install it to run the browser tests.")
    with sync_playwright() as playwright:
        chrome = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield chrome
        chrome.close()


@pytest.fixture
def site(db_path: Path, small_pair: tuple[RawText, RawText]) -> Iterator[Site]:
    """The workbench with one article in it, served on a free port."""
    with opened(db_path) as db:
        slug = workflow.import_pair(db, *small_pair, system="argo").slug
    running = Site(db_path)
    running.start()
    running.article = f"{running.address}/articles/{slug}/argo/"
    yield running
    running.stop()


@pytest.fixture
def fragile_site(site: Site) -> Iterator[FragileSite]:
    """The same article, served by the command itself, which can be killed and started again."""
    running = FragileSite(site.path)
    running.start()
    running.article = site.article.replace(site.address, running.address)
    yield running
    running.kill()


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


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open an address in a new window with a profile of its own; errors on the page fail."""
    contexts = []
    errors: list[str] = []

    def opener(address: str, **options: object) -> Page:
        context = browser.new_context(**{"locale": "en-GB", **options})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(address)
        return page

    yield opener
    for context in contexts:
        context.close()
    assert errors == []
