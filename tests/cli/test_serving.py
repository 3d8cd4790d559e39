"""`serve` and `demo`, run as processes of their own and asked over the loopback."""

from __future__ import annotations

import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
from contextlib import contextmanager
from http.client import HTTPConnection as Connection
from time import sleep
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from click.testing import Result


def begin(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "workbench", *arguments, "--port", "0"],
        cwd=folder,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
    )


@contextmanager
def running(folder: Path, *arguments: str) -> Iterator[tuple[str, list[str]]]:
    """The address a server says it is at and all it has printed until then."""
    process = begin(folder, *arguments)
    assert process.stdout is not None
    printed = []
    try:
        for line in process.stdout:
            printed.append(line.rstrip())
            found = re.search(r"http://127\.0\.0\.\d:\d+/", line)
            if found:
                yield found.group(), printed
                break
    finally:
        process.send_signal(signal.SIGINT)
        process.stdout.close()
        assert process.wait(timeout=20) in (0, 1)


def page(address: str) -> str:
    with urlopen(address, timeout=20) as answer:
        return str(answer.read().decode())


def test_the_demo_lists_the_corpus_and_serves_it(tmp_path: Path) -> None:
    with running(tmp_path, "demo") as (address, printed):
        assert any(re.fullmatch(r"\d+ imported, 0 already here\.", line) for line in printed)
        assert "manovra-2027" in "\n".join(printed)
        assert "manovra-2027" in page(address)
    with running(tmp_path, "demo") as (_, printed):
        assert any(line.startswith("0 imported, ") for line in printed)


def test_serve_opens_an_empty_workbench(tmp_path: Path) -> None:
    with running(tmp_path, "serve") as (address, _):
        assert "Workbench" in page(address)


def test_a_port_in_use_is_named(run: Callable[..., Result]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        failed = run("serve", "--port", str(taken.getsockname()[1]))
    assert failed.exit_code == 1
    assert "name another with --port" in failed.stderr


def test_other_machines_are_let_in_only_when_somebody_has_an_account(
    run: Callable[..., Result],
) -> None:
    for opened in (
        ("--host", "0.0.0.0"),
        ("--behind-proxy", "1"),
        ("--allowed-host", "review.example.org"),
    ):
        failed = run("serve", *opened, "--port", "0")
        assert failed.exit_code == 1
        assert "workbench users add NAME --role desk" in failed.stderr


def test_a_workbench_with_accounts_asks_for_a_login(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    run("users", "add", "Ada", "--role", "desk")
    with running(tmp_path, "serve", "--host", "127.0.0.2") as (address, _):
        assert 'name="password"' in page(address)


@pytest.fixture
def behind_a_proxy(
    run: Callable[..., Result], tmp_path: Path
) -> Iterator[tuple[subprocess.Popen[str], Connection]]:
    """The process of a server with accounts that says all it does, and a connection to it."""
    run("users", "add", "Ada", "--role", "desk")
    process = begin(
        tmp_path, "serve", "--behind-proxy", "1", "--allowed-host", "review.example.org",
        "--log-format", "json", "--log-level", "debug",
    )  # fmt: skip
    assert process.stdout is not None
    line = next(line for line in process.stdout if "open at" in line)
    found = re.search(r":(\d+)/", line)
    assert found
    connection = Connection("127.0.0.1", int(found.group(1)), timeout=20)
    yield process, connection
    connection.close()
    process.kill()
    process.wait()
    process.stdout.close()


def test_a_proxy_says_that_the_pages_come_by_tls(
    behind_a_proxy: tuple[subprocess.Popen[str], Connection],
) -> None:
    _, connection = behind_a_proxy
    told = {"Host": "review.example.org", "X-Forwarded-Proto": "https"}
    connection.request("GET", "/login", headers=told)
    answer = connection.getresponse()
    answer.read()
    assert answer.status == 200
    assert answer.headers["Strict-Transport-Security"]
    assert answer.headers["Server"] is None


def test_a_request_that_is_too_large_is_refused_by_a_page_and_the_next_is_answered(
    behind_a_proxy: tuple[subprocess.Popen[str], Connection],
) -> None:
    _, connection = behind_a_proxy
    connection.request("POST", "/locale", body=b"x" * (13 * 1024 * 1024))
    refused = connection.getresponse()
    assert refused.status == 413
    assert "12 MB" in refused.read().decode()
    connection.request("GET", "/healthz")
    assert connection.getresponse().read() == b'{"status":"ok"}\n'


def test_a_request_that_was_begun_is_answered_when_the_system_ends_the_server(
    behind_a_proxy: tuple[subprocess.Popen[str], Connection], tmp_path: Path
) -> None:
    process, connection = behind_a_proxy
    other = sqlite3.connect(tmp_path / "workbench.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")  # nobody can save until this ends
    connection.request("GET", "/healthz")
    sleep(0.5)
    process.send_signal(signal.SIGTERM)
    sleep(0.5)
    other.close()
    assert "status" in connection.getresponse().read().decode()
    assert process.wait(timeout=20) == 0


def test_reset_spares_a_file_that_is_no_database(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    (tmp_path / "novel.txt").write_text("Once upon a time")
    failed = run("demo", "--reset", "--db", "novel.txt")
    assert "left as it is" in failed.stderr
    assert (tmp_path / "novel.txt").read_text() == "Once upon a time"
