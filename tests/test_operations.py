"""What docs/operations.md tells people to type and to copy is what the program takes."""

from __future__ import annotations

import configparser
import json
import re
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest

from workbench.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
DEPLOY = ROOT / "docs/deploy"
PAGE = (ROOT / "docs/operations.md").read_text(encoding="utf-8")
UNIT = (DEPLOY / "workbench.service").read_text(encoding="utf-8")
CONTAINER = (DEPLOY / "Containerfile").read_text(encoding="utf-8")


def told() -> Iterator[list[str]]:
    """The words after `workbench` of every command that stands on the page or in the two files."""
    blocks = re.findall(r"^```sh\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()]
    lines += re.findall(r"`(runuser [^`]+)`", PAGE) + re.findall(r"^ExecStart=(.+)$", UNIT, re.M)
    for line in lines:
        words = shlex.split(line)
        program = [n for n, word in enumerate(words) if Path(word).name == "workbench"]
        if program and program[-1] + 1 < len(words) and words[program[-1] + 1] in main.commands:
            yield words[program[-1] + 1 :]
    yield json.loads(re.findall(r"^CMD (.+)$", CONTAINER, re.MULTILINE)[-1])


@pytest.mark.parametrize("words", list(told()), ids=" ".join)
def test_every_command_is_one_that_the_program_takes(words: list[str]) -> None:
    command: click.Command = main
    while isinstance(command, click.Group):
        command = command.commands[words[0]]
        words = words[1:]
    command.make_context(command.name, words)


def test_the_page_the_unit_and_the_container_tell_of_all_their_commands() -> None:
    begun = [words[0] for words in told()]
    assert begun.count("serve") == 3
    assert begun.count("users") == 2
    assert "doctor" in begun


def test_the_lines_of_the_log_on_the_page_are_as_they_are_written() -> None:
    (line,) = re.findall(r"^```json\n(.*?)\n```", PAGE, re.MULTILINE | re.DOTALL)
    assert list(json.loads(line)) == [
        "time", "level", "logger", "message", "id", "method", "route", "person", "status", "ms",
    ]  # fmt: skip


def test_the_unit_runs_as_a_user_of_its_own_who_writes_into_one_folder() -> None:
    unit = configparser.RawConfigParser(strict=False)
    unit.read_string(UNIT)
    service = dict(unit["Service"])
    assert service["user"] == "workbench"
    assert service["protectsystem"] == "strict"
    assert service["statedirectory"] == "workbench"
    assert service["nonewprivileges"] == "yes"
    assert service["capabilityboundingset"] == ""


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="there is no systemd")
def test_systemd_understands_every_line_of_the_unit(tmp_path: Path) -> None:
    unit = tmp_path / "workbench.service"
    unit.write_text(re.sub(r"^ExecStart=\S+", "ExecStart=/bin/true", UNIT, flags=re.MULTILINE))
    verify = ["systemd-analyze", "verify", "--man=no", str(unit)]
    done = subprocess.run(verify, capture_output=True, text=True, check=False, timeout=60)
    assert [line for line in done.stderr.splitlines() if "workbench.service" in line] == []


def test_the_container_runs_without_rights_and_looks_after_itself() -> None:
    assert re.findall(r"^USER (.+)$", CONTAINER, re.MULTILINE) == ["workbench"]
    assert "VOLUME /data" in CONTAINER
    assert "/healthz" in CONTAINER
    for source in re.findall(r"^COPY (?!--from)(.+) \S+$", CONTAINER, re.MULTILINE):
        assert all((ROOT / name).exists() for name in source.split())
