"""What comes in: one side or both, once or again, as somebody's first text or a newer one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workbench import workflow
from workbench.errors import BadInput, NotFound
from workbench.ingest import from_paste
from workbench.workflow import Intake, receive

if TYPE_CHECKING:
    from sqlite_utils import Database

    from workbench.model import RawText

    Two = tuple[RawText, RawText]

SLUG = "riapre-il-ponte-vecchio-di-roccalta"


def other(text: RawText) -> RawText:
    """Another translation of the same."""
    return from_paste(text.text.replace("old", "ancient").replace("reopens", "opens again"))


def waiting(db: Database) -> list[tuple[str, str]]:
    """What began and is not done: system, and which side is missing."""
    return [(one.system, one.missing) for one in workflow.unfinished(db)]


def count(db: Database, table: str) -> int:
    return db.table(table).count


def test_two_texts_become_a_preview_that_does_not_count_yet(db: Database, small_pair: Two) -> None:
    got = receive(db, Intake(*small_pair, system="argo"))
    assert (got.slug, got.system, got.state, got.new) == (SLUG, "argo", "preview", True)
    assert workflow.summaries(db) == []
    assert [(one.version, one.system) for one in workflow.unfinished(db)] == [(got.version, "argo")]
    with pytest.raises(NotFound):
        workflow.version(db, SLUG)


@pytest.mark.parametrize("side", ["source", "target"])
def test_one_side_waits_for_the_other(db: Database, small_pair: Two, side: str) -> None:
    both = dict(zip(("source", "target"), small_pair, strict=True))
    first = receive(db, Intake(**{side: both.pop(side)}))
    missing = next(iter(both))
    assert first.state == "waiting"
    assert [one.missing for one in workflow.unfinished(db)] == [missing]
    second = receive(db, Intake(**both, article=first.slug))
    assert (second.state, second.slug) == ("preview", first.slug)
    assert [one.missing for one in workflow.unfinished(db)] == [""]
    assert count(db, "text") == 2


def test_english_that_waited_keeps_the_name_of_its_system(db: Database, small_pair: Two) -> None:
    slug = receive(db, Intake(target=small_pair[1], system="Argo")).slug
    assert receive(db, Intake(small_pair[0], article=slug)).system == "argo"


def test_both_sides_with_the_english_that_waits_keep_it_once(db: Database, small_pair: Two) -> None:
    slug = receive(db, Intake(target=small_pair[1], system="argo")).slug
    got = receive(db, Intake(*small_pair, article=slug))
    assert (got.state, got.system, count(db, "text")) == ("preview", "argo", 2)


@pytest.mark.parametrize("side", ["source", "target"])
def test_a_side_that_waits_already_is_not_kept_twice(
    db: Database, small_pair: Two, side: str
) -> None:
    intake = Intake(**{side: small_pair[side == "target"]})
    first = receive(db, intake)
    assert receive(db, intake) == first
    assert (count(db, "article"), count(db, "text")) == (1, 1)


def test_another_english_for_an_article_that_waits_for_its_italian_is_refused(
    db: Database, small_pair: Two
) -> None:
    slug = receive(db, Intake(target=small_pair[1])).slug
    with pytest.raises(BadInput, match="waits for its Italian text"):
        receive(db, Intake(target=other(small_pair[1]), article=slug))


def test_italian_alone_is_never_paired_with_english_of_another_article(
    db: Database, small_pair: Two
) -> None:
    receive(db, Intake(target=small_pair[1]))
    assert receive(db, Intake(source=small_pair[0])).state == "waiting"
    assert sorted(waiting(db)) == [("", "target"), ("ai", "source")]


def test_the_italian_of_an_article_alone_changes_nothing(db: Database, small_pair: Two) -> None:
    receive(db, Intake(*small_pair))
    assert receive(db, Intake(small_pair[0])).state == "known"


def test_english_alone_joins_the_article_it_is_for(db: Database, small_pair: Two) -> None:
    slug = workflow.import_pair(db, *small_pair).slug
    got = receive(db, Intake(target=other(small_pair[1]), article=slug))
    assert (got.state, got.slug, got.system) == ("preview", slug, "ai-2")


def test_the_same_pair_again_is_the_same_preview_and_then_known(
    db: Database, small_pair: Two
) -> None:
    first = receive(db, Intake(*small_pair))
    again = receive(db, Intake(*small_pair))
    assert (again.state, again.version, again.new) == ("preview", first.version, False)
    workflow.import_preview(db, first.version or 0, author="ada")
    assert receive(db, Intake(*small_pair)).state == "known"
    assert (count(db, "version"), count(db, "text")) == (1, 2)


def test_a_text_in_other_line_ends_and_spaces_around_it_is_the_same(
    db: Database, small_pair: Two
) -> None:
    first = receive(db, Intake(*small_pair))
    spaced = [from_paste(f"\n\n{raw.text}\n") for raw in small_pair]
    assert receive(db, Intake(*spaced)).version == first.version


def test_another_italian_for_an_article_that_has_one_is_refused(
    db: Database, small_pair: Two
) -> None:
    slug = receive(db, Intake(*small_pair)).slug
    changed = from_paste(small_pair[0].text + "\nUna coda nuova per gli abitanti della valle.")
    with pytest.raises(BadInput, match="another Italian text"):
        receive(db, Intake(changed, small_pair[1], article=slug))


@pytest.mark.parametrize(
    ("intake", "words"),
    [
        (lambda _, en: Intake(source=en), "must be the Italian"),
        (lambda it, _: Intake(target=it), "must be the English"),
        (lambda it, en: Intake(en, it), "Italian"),
        (lambda it, _: Intake(it, it), "same text"),
        (lambda *_: Intake(), "Both texts are missing"),
    ],
)
def test_what_cannot_be_is_refused_and_leaves_nothing(
    db: Database, small_pair: Two, intake, words: str
) -> None:
    with pytest.raises(BadInput, match=words):
        receive(db, intake(*small_pair))
    assert (count(db, "article"), count(db, "text")) == (0, 0)


def test_an_article_that_is_not_there_is_named(db: Database, small_pair: Two) -> None:
    with pytest.raises(NotFound, match="nowhere"):
        receive(db, Intake(target=small_pair[1], article="nowhere"))


def edition(db: Database, version: int | None) -> int:
    return int(db.table("version").get(version or 0)["edition"])


def test_a_newer_text_of_a_system_is_its_second_edition(db: Database, small_pair: Two) -> None:
    workflow.import_pair(db, *small_pair, system="argo")
    intake = Intake(small_pair[0], other(small_pair[1]), system="argo", newer=True)
    got = receive(db, intake)
    assert (got.system, edition(db, got.version)) == ("argo", 2)
    assert "old" in (workflow.version(db, SLUG, "argo").segments[0].target or "")
    workflow.import_preview(db, got.version or 0, author="ada")
    assert "ancient" in (workflow.version(db, SLUG, "argo").segments[0].target or "")
    assert len(workflow.summaries(db)) == 1


def test_a_newer_text_without_a_name_is_that_of_the_first_system(
    db: Database, small_pair: Two
) -> None:
    workflow.import_pair(db, *small_pair, system="argo")
    intake = Intake(small_pair[0], other(small_pair[1]), newer=True)
    assert receive(db, intake).system == "argo"


@pytest.mark.parametrize("imported", [True, False])
def test_another_text_of_a_system_that_is_not_said_to_be_newer_is_refused(
    db: Database, small_pair: Two, imported: bool
) -> None:
    got = receive(db, Intake(*small_pair, system="argo"))
    if imported:
        workflow.import_preview(db, got.version or 0, author="ada")
    with pytest.raises(BadInput, match="“argo” already has another text"):
        receive(db, Intake(small_pair[0], other(small_pair[1]), system="Argo"))


def test_two_previews_without_a_name_are_two_systems(db: Database, small_pair: Two) -> None:
    got = [
        receive(db, Intake(small_pair[0], target))
        for target in (small_pair[1], other(small_pair[1]))
    ]
    for one in got:
        workflow.import_preview(db, one.version or 0, author="ada")
    assert workflow.version(db, SLUG).article.systems == ("ai", "ai-2")


def test_of_two_newer_texts_the_one_imported_last_counts(db: Database, small_pair: Two) -> None:
    workflow.import_pair(db, *small_pair, system="argo")
    second, third = (
        receive(db, Intake(small_pair[0], target, system="argo", newer=True)).version or 0
        for target in (
            other(small_pair[1]),
            from_paste(small_pair[1].text.replace("old", "aged")),
        )
    )
    workflow.import_preview(db, third, author="ada")
    workflow.import_preview(db, second, author="ada")
    assert workflow.version(db, SLUG, "argo").id == second


def test_a_reference_that_comes_with_a_preview_that_is_there_is_kept(
    db: Database, small_pair: Two
) -> None:
    receive(db, Intake(*small_pair))
    human = other(small_pair[1])
    got = workflow.import_pair(db, *small_pair, reference=human)
    assert got.new
    assert workflow.summaries(db)[0].has_reference
