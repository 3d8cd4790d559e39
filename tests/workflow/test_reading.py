"""What people look at: the list, an article, one paragraph, the export."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workbench import workflow
from workbench.errors import NotFound
from workbench.ingest import from_paste

if TYPE_CHECKING:
    from sqlite_utils import Database

    from workbench.model import RawText, Segment


def confirm(db: Database, segment: Segment, text: str) -> None:
    workflow.save(db, segment.id, text, confirm=True, base=segment.revision, author="ada")


def test_the_list_counts_what_is_done_and_what_is_open(
    db: Database, slug: str, first: Segment
) -> None:
    before = workflow.summaries(db)[0]
    confirm(db, first, "Confirmed as it is.")
    after = workflow.summaries(db)[0]
    assert (before.segments, before.confirmed, after.confirmed) == (4, 0, 1)
    assert sum(after.findings.values()) < sum(before.findings.values())
    assert after.risk < before.risk


def test_the_worst_article_comes_first(
    db: Database, slug: str, small_pair: tuple[RawText, RawText]
) -> None:
    italian = from_paste(small_pair[0].text + "\nLa festa durerà tutto il giorno in paese.\n")
    good = small_pair[1].text.replace("billion", "million").replace("monday", "Monday")
    good = good.replace("17.30", "5.30pm") + "\nThe party in the village will last all day.\n"
    workflow.import_pair(db, italian, from_paste(good), title="Buono")
    assert [summary.slug for summary in workflow.summaries(db)] == [slug, "buono"]


def test_an_unknown_article_is_named(db: Database) -> None:
    with pytest.raises(NotFound, match=r"\.\./\.\./etc"):
        workflow.version(db, "../../etc")


def test_an_unknown_system_is_named_with_those_there_are(db: Database, slug: str) -> None:
    with pytest.raises(NotFound, match="“brezza”: it has argo"):
        workflow.version(db, slug, "brezza")


def test_a_segment_is_found_in_its_own_version_only(
    db: Database, slug: str, first: Segment, small_pair: tuple[RawText, RawText]
) -> None:
    other = from_paste(small_pair[1].text.replace("old", "ancient"))
    workflow.import_pair(db, small_pair[0], other, system="brezza")
    assert workflow.segment(db, slug, "argo", first.id) == first
    with pytest.raises(NotFound, match="has no paragraph"):
        workflow.segment(db, slug, "brezza", first.id)


def test_the_export_is_the_current_english_in_order(
    db: Database, slug: str, first: Segment, small_pair: tuple[RawText, RawText]
) -> None:
    assert workflow.export(db, slug).text == small_pair[1].text
    confirm(db, first, "Corrected.")
    assert workflow.export(db, slug).text.split("\n\n")[1] == "Corrected."


def test_the_export_of_approved_text_leaves_the_rest_out_and_lists_it(
    db: Database, slug: str, first: Segment
) -> None:
    confirm(db, first, "Corrected.")
    export = workflow.export(db, slug, approved_only=True)
    assert export.text == "Corrected.\n"
    assert [segment.position for segment in export.unreviewed] == [0, 2, 3]


def test_a_paragraph_left_out_on_purpose_does_not_go_out(
    db: Database, slug: str, first: Segment
) -> None:
    confirm(db, first, "")
    assert len(workflow.export(db, slug).text.split("\n\n")) == 3


def test_nothing_approved_exports_nothing(db: Database, slug: str) -> None:
    assert workflow.export(db, slug, approved_only=True).text == ""


def test_outlines_are_those_of_the_segments(db: Database, slug: str, first: Segment) -> None:
    workflow.save(db, first.id, "Now.", confirm=True, base=0, author="ada")
    outlines = workflow.outlines(db, slug, "argo")
    assert outlines == [segment.outline for segment in workflow.version(db, slug).segments]
    assert [each.confirmed for each in outlines] == [False, True, False, False]
