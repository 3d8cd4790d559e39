"""Previews: repaired, imported or discarded, and what is left in the file after that."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workbench import workflow
from workbench.errors import BadInput, NotFound
from workbench.ingest import from_paste
from workbench.workflow import Intake, receive, steps

if TYPE_CHECKING:
    from sqlite_utils import Database

    from workbench.model import RawText

    Two = tuple[RawText, RawText]


def rows(db: Database) -> dict[str, list[dict[str, object]]]:
    """All there is in the file, table by table."""
    names = (name for name in db.table_names() if not name.startswith(("sqlite_", "_sqlite")))
    return {name: sorted(db.query(f'SELECT * FROM "{name}"'), key=str) for name in names}


def without_orphans(db: Database) -> bool:
    return not list(db.query("PRAGMA foreign_key_check"))


def preview(db: Database, texts: Two, **values: object) -> int:
    return receive(db, Intake(*texts, **values)).version or 0  # type: ignore[arg-type]


def other(text: RawText) -> RawText:
    return from_paste(text.text.replace("old", "ancient"))


def repair(db: Database, version: int, make, at: int) -> None:
    now = workflow.pairing_of(db, version)
    step = make(now.pairs[at].segment)
    workflow.repair(db, version, now.row.alignment, step, author="ada")


def test_discarding_the_first_preview_leaves_an_empty_file(db: Database, small_pair: Two) -> None:
    empty = rows(db)
    version = preview(db, small_pair, reference=other(small_pair[1]), outlet="La Valle")
    repair(db, version, steps.merge, 0)
    workflow.discard_preview(db, version)
    assert {name: got for name, got in rows(db).items() if got} == {
        name: got for name, got in empty.items() if got
    }
    assert without_orphans(db)


@pytest.mark.parametrize("newer", [True, False])
def test_discarding_leaves_an_article_that_is_there_untouched(
    db: Database, small_pair: Two, newer: bool
) -> None:
    slug = workflow.import_pair(db, *small_pair, system="argo").slug
    first = workflow.version(db, slug).segments[1]
    workflow.save(db, first.id, "Corrected.", confirm=True, base=0, author="ada")
    before = rows(db)
    texts = small_pair[0], other(small_pair[1])
    system = "argo" if newer else "brezza"
    human = from_paste(small_pair[1].text.replace("euros", "euro"))
    version = preview(db, texts, system=system, newer=newer, reference=human)
    repair(db, version, steps.merge, 1)
    segment = workflow.pairing_of(db, version).pairs[0].segment or 0
    workflow.save(db, segment, "", confirm=True, base=0, author="ada")
    workflow.discard_preview(db, version)
    assert rows(db) == before
    assert without_orphans(db)


def test_discarding_one_preview_keeps_the_reference_for_another(
    db: Database, small_pair: Two
) -> None:
    first = preview(db, small_pair, system="argo")
    human = from_paste(small_pair[1].text.replace("billion", "million"))
    texts = small_pair[0], other(small_pair[1])
    second = preview(db, texts, system="brezza", reference=human)
    workflow.discard_preview(db, first)
    workflow.import_preview(db, second, author="ada")
    assert workflow.summaries(db)[0].has_reference
    assert without_orphans(db)


def test_what_is_imported_cannot_be_discarded(db: Database, small_pair: Two) -> None:
    version = preview(db, small_pair)
    workflow.import_preview(db, version, author="ada")
    before = rows(db)
    with pytest.raises(BadInput, match="cannot be discarded"):
        workflow.discard_preview(db, version)
    assert rows(db) == before


@pytest.mark.parametrize("act", [workflow.discard_preview, workflow.pairing_of])
def test_a_preview_that_is_not_there_is_named(db: Database, act) -> None:
    with pytest.raises(NotFound, match="no import 7"):
        act(db, 7)


def test_a_side_that_waits_can_be_discarded_and_nothing_else(db: Database, small_pair: Two) -> None:
    waits = receive(db, Intake(source=small_pair[0])).slug
    workflow.discard_waiting(db, waits)
    assert db.table("article").count == db.table("paragraph").count == 0
    slug = workflow.import_pair(db, *small_pair).slug
    before = rows(db)
    for name in (slug, "nowhere"):
        workflow.discard_waiting(db, name)
    assert rows(db) == before


def test_importing_twice_is_harmless(db: Database, small_pair: Two) -> None:
    version = preview(db, small_pair, reference=other(small_pair[1]))
    first = workflow.import_preview(db, version, author="ada")
    before = rows(db)
    assert workflow.import_preview(db, version, author="bruno", title="Other") == first
    assert rows(db) == before


def test_a_preview_is_imported_as_it_was_repaired_with_its_roles(
    db: Database, small_pair: Two
) -> None:
    version = preview(db, small_pair)
    repair(db, version, steps.merge, 1)
    repair(db, version, lambda segment: steps.set_role(segment, "caption"), 2)
    slug, system = workflow.import_preview(db, version, author="ada", title="  Il  ponte ")
    got = workflow.version(db, slug, system)
    assert [segment.role for segment in got.segments] == ["headline", "body", "caption"]
    assert "Corvasce" in (got.segments[1].target or "")
    assert got.article.title == "Il ponte"
    assert any("million" in str(f.message) for f in got.segments[1].findings)


def test_an_imported_preview_can_still_be_undone(db: Database, small_pair: Two) -> None:
    version = preview(db, small_pair)
    repair(db, version, steps.merge, 1)
    slug, _ = workflow.import_preview(db, version, author="ada")
    workflow.undo(db, version, workflow.version(db, slug).alignment, author="ada")
    assert len(workflow.version(db, slug).segments) == 4
    assert workflow.version(db, slug).segments[1].findings


def test_an_omission_decided_in_the_preview_is_imported(db: Database, small_pair: Two) -> None:
    paragraphs = small_pair[1].text.split("\n\n")
    version = preview(db, (small_pair[0], from_paste("\n\n".join(paragraphs[:2] + paragraphs[3:]))))
    omitted = next(p for p in workflow.pairing_of(db, version).pairs if not p.target)
    workflow.save(db, omitted.segment or 0, "", confirm=True, base=0, author="ada")
    slug, _ = workflow.import_preview(db, version, author="ada")
    assert [s.confirmed for s in workflow.version(db, slug).segments] == [False, False, True, False]


def test_nothing_is_imported_where_a_side_is_empty(db: Database, small_pair: Two) -> None:
    version = preview(db, small_pair)
    now = workflow.pairing_of(db, version)
    names = [part.name for pair in now.pairs for part in pair.target]
    workflow.repair(db, version, now.row.alignment, steps.drop([], names), author="ada")
    with pytest.raises(BadInput, match=r"en\.txt holds only page furniture"):
        workflow.import_preview(db, version, author="ada")
    assert workflow.summaries(db) == []


def test_a_reference_of_the_preview_is_aligned_with_the_italian_as_repaired(
    db: Database, small_pair: Two
) -> None:
    human = from_paste(small_pair[1].text.replace("billion", "million"))
    version = preview(db, small_pair, reference=human)
    repair(db, version, steps.merge, 1)
    slug, _ = workflow.import_preview(db, version, author="ada")
    merged = workflow.version(db, slug).segments[1]
    assert "2.4 million" in (merged.reference or "")
    assert "Corvasce" in (merged.reference or "")
    assert {score.against for score in merged.scores} == {"reference"}


def test_a_second_reference_is_refused_and_leaves_the_preview_out(
    db: Database, small_pair: Two
) -> None:
    preview(db, small_pair, reference=other(small_pair[1]))
    before = rows(db)
    with pytest.raises(BadInput, match="another reference"):
        preview(
            db,
            (small_pair[0], from_paste(small_pair[1].text.replace("old", "aged"))),
            reference=from_paste(small_pair[1].text.replace("euros", "euro")),
        )
    assert rows(db) == before


def test_an_old_window_of_a_discarded_preview_never_finds_a_later_one(
    db: Database, small_pair: Two
) -> None:
    first = preview(db, small_pair)
    workflow.discard_preview(db, first)
    assert preview(db, small_pair) != first
    with pytest.raises(NotFound, match="no import"):
        workflow.pairing_of(db, first)
