"""The commands, run as a person runs them, in a folder of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from workbench.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    from workbench.model import RawText


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run `workbench` with these arguments in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def runner(*arguments: str, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(main, list(arguments), input=stdin)

    return runner


@pytest.fixture
def files(tmp_path: Path, small_pair: tuple[RawText, RawText]) -> Path:
    """The small pair as it.txt and en.txt in the folder the commands run in."""
    (tmp_path / "it.txt").write_text(small_pair[0].text, encoding="utf-8")
    (tmp_path / "en.txt").write_text(small_pair[1].text, encoding="utf-8")
    return tmp_path
