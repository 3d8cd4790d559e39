"""`serve` and `demo`, run as processes of their own and asked over the loopback."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.request import urlopen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from click.testing import Result


@contextmanager
def running(folder: Path, *arguments: str) -> Iterator[tuple[str, list[str]]]:
    """The address a server says it is at and all it has printed until then."""
    process = subprocess.Popen(
        [sys.executable, "-m", "workbench", *arguments, "--port", "0"],
        cwd=folder,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
    )
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
    failed = run("serve", "--host", "0.0.0.0", "--port", "0")
    assert failed.exit_code == 1
    assert "workbench users add NAME --role desk" in failed.stderr


def test_a_workbench_with_accounts_asks_for_a_login(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    run("users", "add", "Ada", "--role", "desk")
    with running(tmp_path, "serve", "--host", "127.0.0.2") as (address, _):
        assert 'name="password"' in page(address)


def test_reset_spares_a_file_that_is_no_database(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    (tmp_path / "novel.txt").write_text("Once upon a time")
    failed = run("demo", "--reset", "--db", "novel.txt")
    assert "left as it is" in failed.stderr
    assert (tmp_path / "novel.txt").read_text() == "Once upon a time"
