"""Find and replace over paragraphs: what is ticked, in one step, taken back as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workbench import workflow
from workbench.errors import BadInput, NotFound
from workbench.ingest import from_paste
from workbench.replacing import Search
from workbench.workflow import Chosen

if TYPE_CHECKING:
    from sqlite_utils import Database

    from workbench.workflow import Found

ITALIAN = (
    "Il ponte di Ardesio riapre.\n\nArdesio festeggia: Ardesio ha un ponte.\n\nSuona la banda."
)
ENGLISH = (
    "The bridge of Ardese reopens.\n\nArdese rejoices: Ardese has a bridge.\n\nThe band plays."
)
ARDESE = Search("Ardese", whole=True, case=True)


@pytest.fixture
def found(db: Database) -> list[Found]:
    """Two paragraphs with three hits."""
    workflow.import_pair(db, from_paste(ITALIAN), from_paste(ENGLISH), slug="ponte", system="argo")
    return workflow.find(db, ARDESE)


def all_of(found: list[Found]) -> list[Chosen]:
    return [
        Chosen(each.segment.id, each.segment.revision, frozenset(range(len(each.hits))))
        for each in found
    ]


def texts(db: Database) -> list[str | None]:
    return [segment.current for segment in workflow.version(db, "ponte").segments]


def test_the_paragraphs_with_the_words_are_found(db: Database, found: list[Found]) -> None:
    assert [(each.segment.position, len(each.hits)) for each in found] == [(0, 1), (1, 2)]
    assert workflow.find(db, ARDESE, "ponte", "argo") == found
    assert workflow.find(db, ARDESE, "ponte", "brezza") == []
    assert workflow.find(db, Search("  ")) == []
    with pytest.raises(NotFound):
        workflow.find(db, ARDESE, "nowhere")


@pytest.mark.parametrize(
    ("words", "hits"),
    [("ardese", 3), ("OF ardese", 1), ("%", 0), ("_", 0), ("\\", 0), ("Ardesè", 0), ("d.", 0)],
)
def test_signs_of_the_query_language_are_letters_like_any(
    db: Database, found: list[Found], words: str, hits: int
) -> None:
    del found
    assert sum(len(each.hits) for each in workflow.find(db, Search(words))) == hits


def test_words_with_accents_are_found_in_any_capitals(db: Database) -> None:
    workflow.import_pair(
        db, from_paste("La fête di Ardesio."), from_paste("The FÊTE of Ardesio."), slug="ponte"
    )
    assert len(workflow.find(db, Search("fête"))) == 1
    assert workflow.find(db, Search("fête", case=True)) == []


def test_all_hits_are_replaced_in_one_step(db: Database, found: list[Found]) -> None:
    done = workflow.replace(db, ARDESE, "Ardesio", all_of(found), "ada")
    assert (done.changed, done.left) == (2, 0)
    assert texts(db) == [
        "The bridge of Ardesio reopens.",
        "Ardesio rejoices: Ardesio has a bridge.",
        "The band plays.",
    ]
    event = workflow.history(db, found[0].segment.id)[0]
    assert str(event.step) == "“Ardese” → “Ardesio”"
    assert event.author == "ada"


def test_only_what_is_ticked_is_replaced(db: Database, found: list[Found]) -> None:
    second = found[1].segment
    chosen = [Chosen(second.id, 0, frozenset({1})), Chosen(found[0].segment.id, 0, frozenset())]
    workflow.replace(db, ARDESE, "Ardesio", chosen, "ada")
    assert texts(db)[:2] == [
        "The bridge of Ardese reopens.",
        "Ardese rejoices: Ardesio has a bridge.",
    ]


def test_the_paragraphs_are_checked_again(db: Database, found: list[Found]) -> None:
    assert found[0].segment.findings == ()
    workflow.replace(db, ARDESE, "Torino", all_of(found), "ada")
    checks = {finding.check for finding in workflow.version(db, "ponte").segments[0].findings}
    assert "exonym" in checks
    assert workflow.queue(db)[0].segment.position in (0, 1)


def test_a_confirmed_paragraph_stays_confirmed_and_a_new_one_becomes_a_draft(
    db: Database, found: list[Found]
) -> None:
    first = found[0].segment
    workflow.save(db, first.id, first.current or "", confirm=True, base=0, author="ada")
    workflow.replace(db, ARDESE, "Ardesio", all_of(workflow.find(db, ARDESE)), "ada")
    assert [s.state for s in workflow.version(db, "ponte").segments] == [
        "translated",
        "draft",
        "new",
    ]


def test_a_paragraph_that_somebody_wrote_in_meanwhile_is_left_alone(
    db: Database, found: list[Found]
) -> None:
    workflow.save(db, found[0].segment.id, "Bruno’s.", confirm=False, base=0, author="bruno")
    done = workflow.replace(db, ARDESE, "Ardesio", all_of(found), "ada")
    assert (done.changed, done.left) == (1, 1)
    assert texts(db)[0] == "Bruno’s."


def test_one_undo_gives_every_text_and_state_back(db: Database, found: list[Found]) -> None:
    first = found[0].segment
    workflow.save(db, first.id, f"{first.current} Yes.", confirm=True, base=0, author="ada")
    before = [(s.current, s.state) for s in workflow.version(db, "ponte").segments]
    done = workflow.replace(db, ARDESE, "Ardesio", all_of(workflow.find(db, ARDESE)), "ada")
    undone = workflow.undo_replacing(db, done.batch, "ada")
    assert (undone.changed, undone.left) == (2, 0)
    assert [(s.current, s.state) for s in workflow.version(db, "ponte").segments] == before
    assert len(workflow.find(db, ARDESE)) == 2
    with pytest.raises(BadInput, match="already"):
        workflow.undo_replacing(db, done.batch, "ada")


def test_undo_leaves_alone_what_was_written_since(db: Database, found: list[Found]) -> None:
    done = workflow.replace(db, ARDESE, "Ardesio", all_of(found), "ada")
    now = workflow.version(db, "ponte").segments[0]
    workflow.save(db, now.id, "Since.", confirm=False, base=now.revision, author="bruno")
    undone = workflow.undo_replacing(db, done.batch, "ada")
    assert (undone.changed, undone.left) == (1, 1)
    assert texts(db)[0] == "Since."


def test_nothing_ticked_and_no_such_step_are_refused(db: Database, found: list[Found]) -> None:
    with pytest.raises(BadInput, match="tick"):
        workflow.replace(db, ARDESE, "x", [Chosen(found[0].segment.id, 0, frozenset())], "ada")
    with pytest.raises(NotFound):
        workflow.undo_replacing(db, 99, "ada")
