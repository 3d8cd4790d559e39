"""Many articles that came in at once are imported one by one, each with what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workbench import workflow
from workbench.bundle import Bundle
from workbench.model import Outcome

if TYPE_CHECKING:
    from pathlib import Path

    from sqlite_utils import Database

    from workbench.model import RawText


@pytest.fixture
def files(small_pair: tuple[RawText, RawText]) -> dict[str, bytes]:
    """One article as it is uploaded."""
    italian, english = small_pair
    return {"it.txt": italian.text.encode(), "en.argo.txt": english.text.encode()}


def imported(db: Database, path: Path, **articles: dict[str, bytes]) -> list[Outcome]:
    number = workflow.start_import(db, Bundle(articles), "ada")
    workflow.work(path)
    assert workflow.job(db, number).state == "done"
    assert workflow.job(db, number).done == len(articles)
    assert db.table("job_file").count == 0
    return list(workflow.outcomes(db, number))


def test_each_article_comes_in_under_the_name_of_its_folder(
    db: Database, db_path: Path, files: dict[str, bytes]
) -> None:
    english = files["en.argo.txt"]
    found = imported(db, db_path, ponte=files | {"en.brezza.txt": english.replace(b"old", b"aged")})
    assert found == [
        Outcome("ponte", "imported", "ponte", "argo"),
        Outcome("ponte", "imported", "ponte", "brezza"),
    ]
    assert workflow.version(db, "ponte", "argo").article.systems == ("argo", "brezza")


def test_what_was_here_already_is_said_to_be(
    db: Database, db_path: Path, files: dict[str, bytes]
) -> None:
    imported(db, db_path, ponte=files)
    assert imported(db, db_path, ponte=files) == [Outcome("ponte", "known", "ponte", "argo")]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"it.txt": None}, "has no it.txt"),
        ({"en.argo.txt": None}, "no English"),
        ({"en.argo.txt": b"\x00\x01"}, "no plain text"),
        ({"it.txt": b"   "}, "is empty"),
    ],
)
def test_one_that_cannot_be_used_is_refused_with_the_reason_and_the_next_comes_in(
    db: Database, db_path: Path, files: dict[str, bytes], change: dict[str, bytes], said: str
) -> None:
    bad = {name: data for name, data in (files | change).items() if data is not None}
    refused, came = imported(db, db_path, bad=bad, ponte=files)
    assert (refused.name, refused.state, said in str(refused.message)) == ("bad", "refused", True)
    assert (came.slug, came.state) == ("ponte", "imported")


def test_what_was_left_by_a_killed_server_is_imported_by_the_next(
    db: Database, db_path: Path, files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    number = workflow.start_import(
        db, Bundle({"ponte": files, "due": {"it.txt": b"Il ponte"}}), "ada"
    )

    def die(*_: object, **__: object) -> None:
        raise SystemExit

    with monkeypatch.context() as broken, pytest.raises(SystemExit):
        broken.setattr("workbench.workflow.importing.import_preview", die)
        workflow.work(db_path)
    assert workflow.job(db, number).state == "running"
    assert workflow.outcomes(db, number) == []
    workflow.work(db_path)
    assert [each.state for each in workflow.outcomes(db, number)] == ["imported", "refused"]


def test_a_cancelled_import_forgets_the_files_and_keeps_what_came_in(
    db: Database, db_path: Path, files: dict[str, bytes]
) -> None:
    number = workflow.start_import(db, Bundle({"ponte": files}), "ada")
    workflow.cancel_job(db, number)
    assert db.table("job_file").count == 0
    assert workflow.work(db_path) == 0
    assert workflow.summaries(db) == []
