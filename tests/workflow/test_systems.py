"""Systems measured over all their articles, and beside one another over the same paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workbench import workflow
from workbench.ingest import from_paste

if TYPE_CHECKING:
    from sqlite_utils import Database

COUNT = 12
SOURCE = "\n\n".join(f"Il ponte numero {n} riapre lunedì dopo {n} anni." for n in range(20, 32))
REFERENCE = "\n\n".join(
    f"Bridge number {n} reopens on Monday after {n} years." for n in range(20, 32)
)


def english(word: str) -> str:
    return REFERENCE.replace("reopens", word)


@pytest.fixture
def two_systems(db: Database) -> str:
    """An article of twelve paragraphs by two systems, with a reference."""
    given = from_paste(SOURCE), from_paste(english("reopens again"))
    slug = workflow.import_pair(
        db, *given, system="argo", reference=from_paste(REFERENCE), slug="ponti"
    ).slug
    other = from_paste(english("will open"))
    workflow.import_pair(db, from_paste(SOURCE), other, system="brezza", slug=slug)
    return slug


def test_nothing_is_measured_before_somebody_asks(db: Database, two_systems: str) -> None:
    assert workflow.measured(db) == ([], [], "")


def test_each_system_is_measured_against_the_reference_and_beside_the_other(
    db: Database, two_systems: str
) -> None:
    steps: list[tuple[int, int]] = []
    workflow.measure_systems(db, lambda done, total: steps.append((done, total)))
    found = workflow.measured(db)
    assert {(e.system, e.scorer, e.segments) for e in found.alone} == {
        (system, scorer, COUNT)
        for system in ("argo", "brezza")
        for scorer in ("bleu", "chrf2++", "ter")
    }
    assert len(found.together) == 6
    assert steps == [(0, 3), (1, 3), (2, 3), (3, 3)]
    assert found.created


def test_against_the_correction_only_confirmed_paragraphs_count(
    db: Database, two_systems: str
) -> None:
    for segment in workflow.version(db, two_systems, "argo").segments[:4]:
        text = (segment.current or "").replace("again", "")
        workflow.save(db, segment.id, text, confirm=True, base=0, author="ada")
    workflow.measure_systems(db)
    found = [e for e in workflow.measured(db).alone if e.against == "correction"]
    assert {(e.system, e.segments, e.margin) for e in found} == {("argo", 4, None)}


def test_measuring_again_replaces_what_was_measured(db: Database, two_systems: str) -> None:
    workflow.measure_systems(db)
    before = workflow.measured(db)
    workflow.measure_systems(db)
    assert workflow.measured(db)[:2] == before[:2]


def test_a_paragraph_too_long_to_count_is_left_out(db: Database) -> None:
    long = " ".join(["Il ponte riapre lunedì."] * 160)
    english_one = " ".join(["The bridge reopens on Monday."] * 160)
    workflow.import_pair(
        db, from_paste(long), from_paste(english_one), reference=from_paste(english_one)
    )
    workflow.measure_systems(db)
    assert workflow.measured(db).alone == []
