"""Notes at paragraphs: said, answered, resolved, and never lost."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from workbench import workflow
from workbench.errors import BadInput, NotFound, TooLarge
from workbench.ingest import from_paste

if TYPE_CHECKING:
    from sqlite_utils import Database

    from workbench.model import RawText, Segment


def say(db: Database, segment: Segment, text: str, author: str = "Ada", **more: int) -> int:
    """Leave a note; the id of the newest thread at the paragraph."""
    return workflow.note(db, segment.id, text, author=author, **more)[-1].id


def said(db: Database, segment: int) -> list[list[str]]:
    return [[note.text for note in thread.notes] for thread in workflow.threads(db, segment)]


def test_a_note_is_answered_resolved_and_taken_up_again(db: Database, first: Segment) -> None:
    thread = say(db, first, "Million or billion?")
    say(db, first, "Million.", author="Bruno", thread=thread)
    [resolved] = workflow.settle(db, first.id, thread, resolved=True, author="Ada")
    assert not resolved.open
    [again] = workflow.settle(db, first.id, thread, resolved=False, author="Bruno")
    assert again.open
    assert [(note.kind, note.author) for note in again.notes] == [
        ("note", "Ada"),
        ("note", "Bruno"),
        ("resolve", "Ada"),
        ("reopen", "Bruno"),
    ]


def test_resolving_twice_is_one_event(db: Database, first: Segment) -> None:
    thread = say(db, first, "Million or billion?")
    for _ in range(2):
        [done] = workflow.settle(db, first.id, thread, resolved=True, author="Ada")
    assert len(done.notes) == 2


def test_open_threads_are_counted_by_paragraph(db: Database, slug: str, first: Segment) -> None:
    thread = say(db, first, "One")
    say(db, first, "Two")
    assert workflow.open_notes(db, slug, "argo") == {first.id: 2}
    workflow.settle(db, first.id, thread, resolved=True, author="Ada")
    assert workflow.open_notes(db, slug, "argo") == {first.id: 1}


def test_a_person_is_called_by_name(db: Database, first: Segment) -> None:
    say(db, first, "Mine.", author="Bruno Sala")
    say(db, first, "@bruno, is this right?", author="Ada")
    assert workflow.count_calls(db, "BRUNO SALA") == 1
    [placed] = workflow.all_threads(db, called="Bruno Sala")
    assert placed.thread.notes[0].author == "Ada"
    assert placed.segment == first.id
    workflow.settle(db, first.id, placed.thread.id, resolved=True, author="Ada")
    assert workflow.count_calls(db, "Bruno Sala") == 0


def test_a_call_of_a_whole_name_is_not_one_of_whoever_has_a_longer_one(
    db: Database, first: Segment
) -> None:
    for author in ("Anna", "Anna Bo"):
        say(db, first, "Mine.", author=author)
    say(db, first, "@Anna, is this right?", author="Ada")
    assert workflow.count_calls(db, "Anna") == 1
    assert workflow.count_calls(db, "Anna Bo") == 0
    assert workflow.all_threads(db, called="Anna Bo") == []


def test_all_notes_are_listed_newest_first(db: Database, first: Segment) -> None:
    old = say(db, first, "Old")
    new = say(db, first, "New", author="Bruno")
    assert [each.thread.id for each in workflow.all_threads(db)] == [new, old]
    assert [each.thread.id for each in workflow.all_threads(db, author="Ada")] == [old]
    assert workflow.all_threads(db, still_open=False) == []
    assert [each.thread.id for each in workflow.all_threads(db, start=1, limit=1)] == [old]


def test_notes_follow_their_paragraph_through_merge_split_and_undo(
    db: Database, slug: str, first: Segment
) -> None:
    say(db, first, "Keep me.")
    merged = workflow.merge_with_next(db, first.id, author="ada")
    assert said(db, merged) == [["Keep me."]]
    say(db, workflow.segment(db, slug, "argo", merged), "Said while merged.")
    version = workflow.version(db, slug, "argo")
    workflow.undo(db, version.id, version.alignment, author="ada")
    assert said(db, first.id) == [["Keep me."], ["Said while merged."]]
    parts = workflow.split_at_caret(db, first.id, 20, author="ada")
    assert ["Keep me."] in said(db, parts)


def test_notes_stay_when_a_newer_ai_text_comes(
    db: Database, slug: str, first: Segment, small_pair: tuple[RawText, RawText]
) -> None:
    say(db, first, "Keep me.")
    source, target = small_pair
    newer = from_paste(target.text.replace("reopens", "opens again"))
    workflow.import_pair(db, source, newer, system="argo", newer=True)
    now = workflow.version(db, slug, "argo").segments[1]
    assert now.id != first.id
    assert said(db, now.id) == [["Keep me."]]
    assert workflow.all_threads(db)[0].segment == now.id


ADDED = "Subscribers read further stories about valleys here every morning."


def with_added(text: str) -> str:
    """The English with one paragraph behind its headline that the Italian does not have."""
    headline, rest = text.split("\n\n", 1)
    return f"{headline}\n\n{ADDED}\n\n{rest}"


def test_notes_at_english_without_italian_stay_when_newer_ai_texts_come(
    db: Database, small_pair: tuple[RawText, RawText]
) -> None:
    source, target = small_pair
    text = with_added(target.text)
    slug = workflow.import_pair(db, source, from_paste(text), system="argo").slug
    added = workflow.version(db, slug, "argo").segments[1]
    assert added.source is None
    say(db, added, "Whose is this?")
    for word in ("opens again", "is open again"):
        newer = from_paste(text.replace("reopens", word))
        workflow.import_pair(db, source, newer, system="argo", newer=True)
        now = workflow.version(db, slug, "argo").segments
        assert said(db, now[1].id) == [["Whose is this?"]]
        assert workflow.open_notes(db, slug, "argo") == {now[1].id: 1}
        assert workflow.all_threads(db)[0].segment == now[1].id


def test_notes_stay_when_their_paragraph_got_another_counterpart_before_a_newer_text(
    db: Database, small_pair: tuple[RawText, RawText]
) -> None:
    source, target = small_pair
    text = with_added(target.text)
    slug = workflow.import_pair(db, source, from_paste(text), system="argo").slug
    added = workflow.version(db, slug, "argo").segments[1]
    say(db, added, "Whose is this?")
    merged = workflow.merge_with_next(db, added.id, author="ada")
    assert said(db, merged) == [["Whose is this?"]]
    newer = from_paste(text.replace("reopens", "opens again"))
    workflow.import_pair(db, source, newer, system="argo", newer=True)
    [(now, count)] = workflow.open_notes(db, slug, "argo").items()
    assert count == 1
    assert said(db, now) == [["Whose is this?"]]
    assert workflow.all_threads(db)[0].segment == now


def test_a_note_whose_paragraph_has_left_the_article_is_still_listed(
    db: Database, small_pair: tuple[RawText, RawText]
) -> None:
    source, target = small_pair
    pasted = from_paste(with_added(target.text))
    slug = workflow.import_pair(db, source, pasted, system="argo").slug
    say(db, workflow.version(db, slug, "argo").segments[1], "Whose is this?")
    workflow.import_pair(db, source, target, system="argo", newer=True)
    assert workflow.open_notes(db, slug, "argo") == {}
    [left] = workflow.all_threads(db)
    assert (left.segment, left.home) == (None, None)


def test_a_thread_is_resolved_with_a_last_word(db: Database, first: Segment) -> None:
    thread = say(db, first, "Million or billion?")
    [done] = workflow.settle(
        db, first.id, thread, resolved=True, author="Bruno", text=" @Ada: million. "
    )
    assert [(note.kind, note.text) for note in done.notes[1:]] == [
        ("note", "@Ada: million."),
        ("resolve", ""),
    ]


def test_who_was_called_before_anybody_knew_them_sees_it(db: Database, first: Segment) -> None:
    say(db, first, "@Carla Verdi, is this right?")
    assert workflow.count_calls(db, "Carla Verdi") == 1
    assert workflow.count_calls(db, "Carlo Verdi") == 0


def test_a_note_is_trimmed_and_composed(db: Database, first: Segment) -> None:
    say(db, first, "  Perche\u0301?\r\nCosì.  ")
    assert said(db, first.id) == [["Perché?\nCosì."]]


def test_notes_of_one_system_are_not_those_of_another(
    db: Database, slug: str, first: Segment, small_pair: tuple[RawText, RawText]
) -> None:
    say(db, first, "About argo.")
    source, target = small_pair
    other = from_paste(target.text.replace("reopens", "opens again"))
    workflow.import_pair(db, source, other, system="borea")
    assert said(db, workflow.version(db, slug, "borea").segments[1].id) == []


def test_notes_never_go_out(db: Database, slug: str, first: Segment) -> None:
    say(db, first, "Between us only.")
    assert "Between us" not in str(workflow.export(db, slug, "argo"))


@pytest.mark.parametrize("text", ["", "  \n "])
def test_an_empty_note_is_refused(db: Database, first: Segment, text: str) -> None:
    with pytest.raises(BadInput, match="The note is empty"):
        say(db, first, text)


def test_a_note_longer_than_any_is_refused(db: Database, first: Segment) -> None:
    with pytest.raises(TooLarge, match="5001 characters"):
        say(db, first, "x" * 5_001)


def test_a_thread_of_another_paragraph_is_not_answered_here(
    db: Database, slug: str, first: Segment
) -> None:
    thread = say(db, first, "Here")
    other = workflow.version(db, slug, "argo").segments[0]
    with pytest.raises(NotFound):
        say(db, other, "There", thread=thread)
    with pytest.raises(NotFound):
        workflow.settle(db, other.id, thread, resolved=True, author="Ada")


def test_a_note_is_never_changed_or_deleted(db: Database, first: Segment) -> None:
    say(db, first, "Here")
    with pytest.raises(sqlite3.IntegrityError, match="never changed"):
        db.execute("UPDATE note SET text = 'x'")
    with pytest.raises(sqlite3.IntegrityError, match="never deleted"):
        db.execute("DELETE FROM note")
