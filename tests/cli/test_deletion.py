"""The commands that delete for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workbench import workflow
from workbench.db import opened, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]

SLUG = "riapre-il-ponte-vecchio-di-roccalta"


@pytest.fixture
def imported(run: Run, files: Path) -> Path:
    """A folder with one article in its database, and a text that Ada saved."""
    run("import", "it.txt", "en.txt")
    with opened(files / "workbench.db") as db:
        workflow.save(db, 1, "The bridge", confirm=True, base=0, author="Ada")
    return files


def test_an_article_is_listed_first_and_deleted_when_that_is_meant(
    run: Run, imported: Path
) -> None:
    listed = run("articles", "delete", SLUG)
    assert listed.exit_code == 0
    assert f"{SLUG}: 4 paragraphs, 1 saved texts, 0 notes, last touched 2" in listed.stdout
    assert "Nothing was deleted: add --yes" in listed.stdout
    assert SLUG in run("articles").stdout
    assert run("articles", "delete", SLUG, "--yes").stdout.endswith("1 article deleted.\n")
    assert "No articles yet" in run("articles").stdout


def test_what_rests_is_deleted_by_its_age(run: Run, imported: Path) -> None:
    assert "0 articles" in run("articles", "delete", "--older-than", "30", "--yes").stdout
    with opened(imported / "workbench.db") as db, write(db):
        for table in ("text", "alignment", "revision"):
            db.execute(f"DROP TRIGGER IF EXISTS {table}_is_kept")
            db.execute(f"UPDATE {table} SET created = '2020-01-01T00:00:00+00:00'")
    assert "1 article. Nothing" in run("articles", "delete", "--older-than", "30").stdout
    assert "1 article deleted" in run("articles", "delete", "--older-than", "30", "--yes").stdout


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["articles", "delete"], 2, "or give --older-than"),
        (["articles", "delete", SLUG, "--older-than", "9"], 2, "or give --older-than"),
        (["articles", "--db", "other.db", "delete", SLUG, "--yes"], 2, "Give --db after delete"),
        (["articles", "delete", "nowhere", "--yes"], 1, "nowhere"),
        (["forget", "Ada"], 2, "--yes"),
        (["forget", "Zoe", "--yes"], 1, "Nobody called"),
    ],
)
def test_what_is_not_clear_deletes_nothing(
    run: Run, imported: Path, arguments: list[str], code: int, sentence: str
) -> None:
    failed = run(*arguments)
    assert (failed.exit_code, sentence in failed.stderr) == (code, True)
    assert SLUG in run("articles").stdout


def test_a_person_is_forgotten(run: Run, imported: Path) -> None:
    with opened(imported / "workbench.db") as db:
        workflow.note(db, 2, "Ada knows.", author="Bruno")
    done = run("forget", "Ada", "--yes")
    assert "Ada is former colleague 1 from now on, in 1 places." in done.stdout
    assert "1 of the notes have the name in their words" in done.stdout
