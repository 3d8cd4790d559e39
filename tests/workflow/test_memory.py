"""The memory holds what people have confirmed, as it stands now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workbench import workflow
from workbench.errors import BadInput
from workbench.ingest import from_paste
from workbench.replacing import Search
from workbench.store.memory import CANDIDATES, FOUND, pairs_with
from workbench.workflow import Chosen

if TYPE_CHECKING:
    from sqlite_utils import Database

    from workbench.model import Segment

ENGLISH = "The bridge over the Lentro reopens on Monday at 5.30 pm after three costly years."


@pytest.fixture
def twin(db: Database, first: Segment) -> Segment:
    """A paragraph of another article whose Italian is like that of `first`."""
    assert first.source is not None
    italian = first.source.replace("lunedì", "martedì")
    source = from_paste(f"Un altro titolo\n\n{italian}")
    target = from_paste(f"Another headline\n\n{ENGLISH}")
    done = workflow.import_pair(db, source, target, system="argo", title="Altro")
    return workflow.version(db, done.slug, done.system).segments[1]


def confirm(db: Database, segment: Segment, text: str = ENGLISH) -> Segment:
    return workflow.save(db, segment.id, text, confirm=True, base=segment.revision, author="ada")


def assert_in_step(db: Database, count: int | None = None) -> None:
    """What is found are the confirmed pairs of the articles, and no other."""
    confirmed = {
        (s.id, s.source, s.current)
        for each in workflow.summaries(db)
        for s in workflow.version(db, each.slug, each.system).segments
        if s.confirmed and s.source and s.current
    }
    kept = {tuple(row) for row in db.execute("SELECT rowid, source, target FROM memory")}
    current = {row[0] for row in db.execute("SELECT id FROM current_segment")}
    newest = {
        row[0]
        for row in db.execute(
            "SELECT s.id FROM segment s JOIN current_version v ON v.id = s.version_id"
        )
    }
    assert {row for row in kept if row[0] in current & newest} == confirmed
    assert count is None or len(confirmed) == count


def searched(db: Database, words: str, language: str = "it", *, whole: bool = True) -> list[int]:
    found = workflow.concordance(db, words, language, whole=whole, start=0, limit=10)
    return [row.segment for row in found]


def test_only_what_is_confirmed_is_remembered(db: Database, first: Segment, twin: Segment) -> None:
    assert workflow.matches(db, first.id) == []
    confirm(db, twin)
    [placed] = workflow.matches(db, first.id)
    assert placed.match.pair.target == ENGLISH
    assert (placed.home.title, placed.home.position) == ("Altro", 1)
    assert 70 <= placed.match.percent < 100


def test_a_paragraph_is_no_match_of_its_own(db: Database, first: Segment) -> None:
    confirm(db, first)
    assert workflow.matches(db, first.id) == []


def test_what_is_opened_again_is_forgotten_until_it_is_confirmed(
    db: Database, twin: Segment
) -> None:
    done = confirm(db, twin)
    assert searched(db, "Lentro") == [twin.id]
    draft = workflow.save(db, twin.id, "A draft.", confirm=False, base=done.revision, author="ada")
    assert searched(db, "Lentro") == []
    back = workflow.revert(db, twin.id, base=draft.revision, author="ada")
    assert searched(db, "Lentro") == []
    confirm(db, back, "Another text.")
    assert searched(db, "another text", "en") == [twin.id]
    assert searched(db, "costly", "en") == []


def test_what_has_left_its_article_is_not_found_and_comes_back_with_an_undone_step(
    db: Database, twin: Segment
) -> None:
    confirm(db, twin)
    slug = next(each.slug for each in workflow.summaries(db) if each.title == "Altro")
    headline = workflow.version(db, slug, "argo").segments[0]
    workflow.merge_with_next(db, headline.id, author="ada")
    assert twin.id not in searched(db, "Lentro")
    version = workflow.version(db, slug, "argo")
    workflow.undo(db, version.id, version.alignment, author="ada")
    assert searched(db, "Lentro") == [twin.id]


def test_every_step_keeps_the_memory_as_the_articles_are(
    db: Database, first: Segment, twin: Segment
) -> None:
    done = confirm(db, twin)
    confirm(db, first)
    assert_in_step(db, 2)
    hits = workflow.find(db, Search("Monday"))
    chosen = [Chosen(hit.segment.id, hit.segment.revision, frozenset({0})) for hit in hits]
    replaced = workflow.replace(db, Search("Monday"), "Friday", chosen, author="ada")
    assert_in_step(db, 2)
    assert len(searched(db, "friday", "en")) == 2
    workflow.undo_replacing(db, replaced.batch, author="ada")
    assert_in_step(db, 2)
    merged = workflow.merge_with_next(db, first.id, author="ada")
    assert_in_step(db)
    workflow.split_at_caret(db, merged, 40, author="ada")
    assert_in_step(db)
    before = workflow.segment(db, "altro", "argo", done.id)
    workflow.revert(db, before.id, base=before.revision, author="ada")
    assert_in_step(db)
    assert twin.id not in searched(db, "Lentro")


@pytest.mark.parametrize(("words", "stays"), [("headline", True), ("costly", False)])
def test_a_newer_ai_text_forgets_the_older_and_keeps_what_is_still_confirmed(
    db: Database, twin: Segment, words: str, stays: bool
) -> None:
    confirm(db, twin)
    assert twin.source is not None
    source = from_paste(f"Un altro titolo\n\n{twin.source}")
    newer = from_paste(f"Another headline\n\n{ENGLISH}".replace(words, "remarkable"))
    workflow.import_pair(db, source, newer, system="argo", newer=True)
    assert_in_step(db)
    now = workflow.version(db, "altro", "argo").segments[1]
    assert now.id != twin.id
    assert searched(db, "Lentro") == ([now.id] if stays else [])


def test_the_same_pair_many_times_does_not_crowd_out_the_others(
    db: Database, first: Segment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbench.workflow.memory._CANDIDATES", 3)
    for title, count in (("Tre", 4), ("Quattro", 1)):
        italian, english = f"Leggi anche {title} qui", f"Read {title} too"
        for n in range(count):
            source, target = from_paste(f"Titolo {title} {n}\n\n{italian}"), from_paste(english)
            done = workflow.import_pair(db, source, target, system="argo", slug=f"{title}-{n}")
            for each in workflow.version(db, done.slug, "argo").segments:
                if each.source == italian:
                    confirm(db, each, english)
    found = pairs_with(db, ["leggi", "anche"], first.id, 2)
    assert len(found) == 5
    assert {pair.target for pair in found} == {"Read Tre too", "Read Quattro too"}


def test_words_that_nobody_has_confirmed_do_not_hide_those_that_somebody_has(
    db: Database, first: Segment, twin: Segment
) -> None:
    confirm(db, twin)
    unknown = [f"{letter}zzq" for letter in "abcdefghijklmnop"]
    assert [pair.segment for pair in pairs_with(db, [*unknown, "lentro"], first.id, 9)] == [twin.id]
    assert pairs_with(db, unknown, first.id, 9) == []


def test_a_search_takes_rows_from_the_index_and_looks_up_the_rest_by_id(
    db: Database, twin: Segment
) -> None:
    confirm(db, twin)
    values = {"words": '"lentro"', "segment": 0, "most": 9}
    page = {"words": '"lentro"', "begin": "", "end": "", "limit": 9, "start": 0}
    for sql, given in ((CANDIDATES, values), (FOUND, page)):
        plan = [row["detail"] for row in db.query(f"EXPLAIN QUERY PLAN {sql}", given)]
        assert plan[0].startswith("SCAN m VIRTUAL TABLE INDEX")
        assert not [step for step in plan[1:] if step.startswith("SCAN") or "TEMP B-TREE" in step]


def test_what_is_left_out_is_not_remembered(db: Database, twin: Segment) -> None:
    confirm(db, twin, "")
    assert searched(db, "Lentro") == []


@pytest.mark.parametrize(
    ("words", "language", "whole", "found"),
    [
        ("lentro", "it", True, True),
        ("martedi", "it", True, True),
        ("LENTRO ponte", "it", True, True),
        ('"ponte sul Lentro"', "it", True, True),
        ('"Lentro ponte"', "it", True, False),
        ("lentro sindaca", "it", True, False),
        ("lavor", "it", True, False),
        ("lavor", "it", False, True),
        ("bridge", "it", True, False),
        ("bridge", "en", True, True),
    ],
)
def test_words_are_searched_on_one_side(
    db: Database, twin: Segment, words: str, language: str, whole: bool, found: bool
) -> None:
    confirm(db, twin)
    assert bool(searched(db, words, language, whole=whole)) == found


@pytest.mark.parametrize(
    "asked",
    ["AND", "NOT OR", "NEAR(a b)", '"', "'", "*", "a*", "^a", "source:a", "{a}", "-a", "(", "😀",
     "a\x00b", "\ud800", "²", "__", "; DROP TABLE memory", "a " * 240],
)  # fmt: skip
def test_no_search_breaks_the_query(db: Database, twin: Segment, asked: str) -> None:
    confirm(db, twin)
    for whole in (True, False):
        assert isinstance(searched(db, asked, whole=whole), list)


def test_a_search_of_a_whole_page_is_refused(db: Database, twin: Segment) -> None:
    with pytest.raises(BadInput, match="more than 500 characters"):
        searched(db, "a" * 501)


def test_the_memory_is_made_again_with_everything_that_is_derived(
    db: Database, twin: Segment
) -> None:
    confirm(db, twin)
    db.execute("DELETE FROM memory")
    db.conn.commit()
    workflow.rescore(db, None)
    assert searched(db, "Lentro") == [twin.id]
