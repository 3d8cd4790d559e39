"""Correcting: drafts, confirming, conflicts, going back, dismissing; nothing is ever lost."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from workbench import workflow
from workbench.errors import BadInput, Conflict, NotFound, TooLarge
from workbench.ingest import from_paste
from workbench.model import OpenForm

if TYPE_CHECKING:
    from sqlite_utils import Database

    from workbench.model import Segment


def write(db: Database, segment: Segment, text: str, *, confirm: bool = False) -> Segment:
    return workflow.save(db, segment.id, text, confirm=confirm, base=segment.revision, author="ada")


def fixed(segment: Segment) -> str:
    assert segment.target is not None
    return segment.target.replace("billion", "million").replace("monday", "Monday")


def test_a_draft_is_kept_and_is_not_confirmed(db: Database, first: Segment) -> None:
    saved = write(db, first, "A draft")
    assert (saved.state, saved.current, saved.confirmed) == ("draft", "A draft", False)
    assert saved.target == first.target


def test_a_confirmed_correction_is_scored_against_the_ai_text(db: Database, first: Segment) -> None:
    saved = write(db, first, fixed(first), confirm=True)
    assert saved.state == "translated"
    assert {s.scorer for s in saved.scores if s.against == "correction"} >= {"bleu", "hter"}
    assert all(score.signature for score in saved.scores)


def test_a_draft_has_no_scores(db: Database, first: Segment) -> None:
    assert write(db, first, fixed(first)).scores == ()


def test_the_findings_are_those_of_the_corrected_text(db: Database, first: Segment) -> None:
    assert any("million" in str(finding.message) for finding in first.findings)
    saved = write(db, first, fixed(first), confirm=True)
    assert not [f for f in saved.findings if f.severity in ("major", "critical")]


def test_only_the_touched_segment_is_checked_again(db: Database, slug: str, first: Segment) -> None:
    before = list(db.query("SELECT id FROM finding WHERE segment_id <> ?", [first.id]))
    write(db, first, fixed(first), confirm=True)
    assert list(db.query("SELECT id FROM finding WHERE segment_id <> ?", [first.id])) == before


def typed(db: Database, segment: Segment, text: str, step: int, token: str = "f") -> Segment:
    """A save of an open form that has not yet heard what became of those before it."""
    form = OpenForm(token, step)
    return workflow.save(
        db, segment.id, text, confirm=False, base=segment.revision, author="ada", form=form
    )


def test_fast_saves_of_one_form_are_no_conflict(db: Database, first: Segment) -> None:
    typed(db, first, "One", 1)
    typed(db, first, "One two", 2)
    assert typed(db, first, "One two three", 3).current == "One two three"
    assert [each.text for each in workflow.history(db, first.id)][::-1] == [
        "One",
        "One two",
        "One two three",
    ]


def test_a_save_that_a_later_one_overtook_changes_nothing(db: Database, first: Segment) -> None:
    typed(db, first, "One two", 2)
    assert typed(db, first, "One", 1).current == "One two"
    assert len(workflow.history(db, first.id)) == 1


def test_another_form_of_the_same_person_is_a_conflict(db: Database, first: Segment) -> None:
    typed(db, first, "One", 1)
    with pytest.raises(Conflict):
        typed(db, first, "Another", 2, token="g")
    typed(db, first, "One two", 3)


def test_a_form_is_stale_as_soon_as_somebody_else_has_saved(db: Database, first: Segment) -> None:
    mine = typed(db, first, "One", 1)
    write(db, mine, "Bruno's text")
    with pytest.raises(Conflict):
        typed(db, first, "One two", 2)


def test_a_form_that_does_not_count_is_never_late(db: Database, first: Segment) -> None:
    typed(db, first, "One", 0)
    with pytest.raises(Conflict):
        typed(db, first, "One two", 0)


def test_what_stood_after_an_event_is_known(db: Database, first: Segment) -> None:
    saved = write(db, first, "A draft")
    again = write(db, saved, "Another draft")
    assert workflow.text_at(db, first.id, saved.revision) == "A draft"
    assert workflow.text_at(db, first.id, again.revision) == "Another draft"
    assert workflow.text_at(db, first.id, 0) == first.target


def test_changes_of_other_words_come_together_and_of_the_same_do_not(
    db: Database, first: Segment
) -> None:
    assert first.target is not None
    theirs = write(db, first, first.target.replace("monday", "Monday"))
    mine = first.target.replace("billion", "million")
    both = {"base": theirs.revision, "author": "ada"}
    done = workflow.take_mine_and_theirs(db, first.id, mine, first.revision, **both)
    assert done.current == fixed(first)
    with pytest.raises(BadInput):
        workflow.take_mine_and_theirs(
            db, first.id, "Mine.", first.revision, base=done.revision, author="ada"
        )


def test_a_stale_save_is_a_conflict_and_loses_nothing(db: Database, first: Segment) -> None:
    write(db, first, "Ada's text")
    with pytest.raises(Conflict):
        workflow.save(db, first.id, "Bruno's", confirm=True, base=first.revision, author="bruno")
    assert workflow.history(db, first.id)[0].text == "Ada's text"


def test_the_same_text_saved_twice_is_one_event(db: Database, first: Segment) -> None:
    write(db, first, "A draft")
    write(db, first, "A draft")
    assert len(workflow.history(db, first.id)) == 1


def test_confirming_an_unchanged_ai_text_is_an_event(db: Database, first: Segment) -> None:
    saved = write(db, first, first.target or "", confirm=True)
    assert (saved.confirmed, saved.edited) == (True, False)


def test_going_back_to_the_ai_text_keeps_the_history(db: Database, first: Segment) -> None:
    saved = write(db, first, "Something else", confirm=True)
    back = workflow.revert(db, first.id, base=saved.revision, author="ada")
    assert (back.state, back.current) == ("new", first.target)
    assert [event.kind for event in workflow.history(db, first.id)] == ["revert", "confirm"]


def test_going_back_where_nothing_was_written_does_nothing(db: Database, first: Segment) -> None:
    assert workflow.revert(db, first.id, base=0, author="ada") == first


def test_going_back_from_a_stale_page_is_a_conflict(db: Database, first: Segment) -> None:
    write(db, first, "Something else")
    with pytest.raises(Conflict):
        workflow.revert(db, first.id, base=0, author="ada")


def test_a_dismissed_finding_is_gone_until_it_is_taken_up_again(
    db: Database, first: Segment
) -> None:
    finding = first.findings[0]
    rest = workflow.dismiss(db, first.id, finding.key, author="ada")
    assert finding not in rest.findings
    assert finding in workflow.undismiss(db, first.id, finding.key, author="ada").findings


def test_what_was_dismissed_is_known_to_the_paragraph(db: Database, first: Segment) -> None:
    finding = first.findings[0]
    left = workflow.dismiss(db, first.id, finding.key, author="ada")
    assert left.dismissed == (finding,)


def test_a_dismissal_survives_a_rescore_and_ends_with_the_text(
    db: Database, slug: str, first: Segment
) -> None:
    finding = first.findings[0]
    workflow.dismiss(db, first.id, finding.key, author="ada")
    workflow.rescore(db, slug)
    assert finding not in workflow.version(db, slug).segments[1].findings
    changed = write(db, first, f"{first.target} Now.")
    assert finding.check in {f.check for f in changed.findings}


def test_a_finding_is_dismissed_in_a_text_that_was_typed_on(db: Database, first: Segment) -> None:
    finding = next(f for f in first.findings if f.suggestion == "Monday")
    text = f"Today. {first.target}"
    left = workflow.dismiss_while_typing(
        db, first.id, finding.key, text, base=first.revision, author="ada"
    )
    assert left.current == text
    assert "Monday" not in {f.suggestion for f in left.findings}


def test_a_finding_whose_words_were_mended_needs_no_dismissal(db: Database, first: Segment) -> None:
    key = next(f.key for f in first.findings if f.suggestion == "Monday")
    left = workflow.dismiss_while_typing(
        db, first.id, key, fixed(first), base=first.revision, author="ada"
    )
    assert left.current == fixed(first)


def test_a_suggestion_finds_its_words_where_they_are_now(db: Database, first: Segment) -> None:
    key = next(f.key for f in first.findings if f.suggestion == "Monday")
    text = f"Today. {first.target}"
    saved = workflow.apply_suggestion(db, first.id, key, text, base=first.revision, author="ada")
    assert saved.current == text.replace("monday", "Monday")


def test_a_suggestion_for_words_that_are_gone_changes_nothing(db: Database, first: Segment) -> None:
    key = next(f.key for f in first.findings if f.suggestion == "Monday")
    saved = workflow.apply_suggestion(
        db, first.id, key, "Other words.", base=first.revision, author="ada"
    )
    assert saved.current == "Other words."


def test_an_unknown_suggestion_or_dismissal_is_refused(db: Database, first: Segment) -> None:
    for act in (workflow.apply_suggestion, workflow.dismiss_while_typing):
        with pytest.raises(NotFound, match="finding is gone"):
            act(db, first.id, "0" * 12, "Other words.", base=first.revision, author="ada")


def test_a_finding_that_is_gone_cannot_be_dismissed(db: Database, first: Segment) -> None:
    with pytest.raises(NotFound, match="finding is gone"):
        workflow.dismiss(db, first.id, "000000000000", author="ada")


def test_a_segment_that_is_not_there_is_named(db: Database, slug: str) -> None:
    with pytest.raises(NotFound, match="merged, split or left out"):
        workflow.save(db, 999, "x", confirm=True, base=0, author="ada")


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("  perche\u0301  ", "perché"),
        ("«€ 5\u00a0000» 😀", "«€ 5\u00a0000» 😀"),
        ("a\0b", "ab"),
    ],
)
def test_a_text_is_stored_in_one_form(
    db: Database, first: Segment, typed: str, stored: str
) -> None:
    assert write(db, first, typed).current == stored


def test_a_text_beyond_any_paragraph_is_refused(db: Database, first: Segment) -> None:
    with pytest.raises(TooLarge, match="200001"):
        write(db, first, "x" * 200_001)


def test_half_a_surrogate_pair_is_refused(db: Database, first: Segment) -> None:
    with pytest.raises(BadInput, match="Character 3"):
        write(db, first, "ab\ud800")


def test_an_omitted_paragraph_can_be_written_or_left_out(db: Database, slug: str) -> None:
    segment = workflow.version(db, slug).segments[2]
    left_out = write(db, segment, "", confirm=True)
    assert (left_out.confirmed, left_out.current) == (True, "")


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("revision", "text"),
        ("revision", "author"),
        ("text", "raw"),
        ("dismissal", "dismissed"),
        ("alignment_segment", "position"),
    ],
)
def test_what_was_written_cannot_be_changed(
    db: Database, first: Segment, table: str, column: str
) -> None:
    write(db, first, "A draft")
    workflow.dismiss(
        db,
        first.id,
        workflow.segment(db, workflow.summaries(db)[0].slug, "argo", first.id).findings[0].key,
        author="ada",
    )
    with pytest.raises(sqlite3.IntegrityError, match="never changed"):
        db.execute(f"UPDATE {table} SET {column} = {column}")


def test_all_findings_that_say_the_same_are_dismissed_at_once(db: Database) -> None:
    italian = "La fiera di Torino apre.\n\nTorino festeggia con Milano.\n\nViva Torino."
    english = "The Torino fair opens.\n\nTorino rejoices with Milano.\n\nLong live Torino."
    slug = workflow.import_pair(db, from_paste(italian), from_paste(english)).slug
    first, second, _ = workflow.version(db, slug).segments
    (finding,) = [found for found in first.findings if found.check == "exonym"]
    workflow.dismiss(db, first.id, finding.key, author="ada")
    assert workflow.alike(db, first.id, finding.key) == 2
    touched = workflow.dismiss_alike(db, first.id, finding.key, author="ada")
    assert second.id in touched
    assert len(touched) == 2
    left = [found for s in workflow.version(db, slug).segments for found in s.findings]
    assert ["Milan" in str(found.message) for found in left if found.check == "exonym"] == [True]
    assert workflow.alike(db, first.id, finding.key) == 0
