"""The commands that keep the database safe."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]


def test_a_backup_is_made_told_of_and_put_back(run: Run, files: Path) -> None:
    run("import", "it.txt", "en.txt")
    made = run("backup", "copy.db")
    assert made.exit_code == 0
    assert "1 article, 4 paragraphs, 0 saved texts, checked and whole." in made.stdout
    again = run("backup", "copy.db")
    assert (again.exit_code, "replace it with --force" in again.stderr) == (1, True)
    assert run("backup", "copy.db", "--force").exit_code == 0
    back = run("restore", "copy.db")
    assert "workbench.db: 1 article" in back.stdout
    assert "delete it when you are sure" in back.stdout


def test_a_restore_into_nothing_keeps_nothing(run: Run, files: Path) -> None:
    run("import", "it.txt", "en.txt")
    run("backup", "copy.db")
    assert "delete it" not in run("restore", "copy.db", "--db", "new.db").stdout
    assert "1 article" not in run("articles", "--db", "new.db").stderr


def test_the_doctor_says_what_is_well_and_ends_with_0(run: Run, files: Path) -> None:
    run("import", "it.txt", "en.txt")
    done = run("doctor")
    assert done.exit_code == 0
    assert "good  Every page of the file is whole" in done.output
    assert "note  No backup was ever made of it: run workbench backup FILE." in done.output


def test_the_doctor_ends_with_1_where_somebody_must_do_something(run: Run, files: Path) -> None:
    (files / "novel.db").write_text("Once upon a time")
    done = run("doctor", "--db", "novel.db", "--json")
    assert done.exit_code == 1
    said = json.loads(done.output)
    assert said["database"] == "novel.db"
    assert "bad" in {each["state"] for each in said["findings"]}
