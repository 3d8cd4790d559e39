"""Corrections that repeat are suggested as rules, and the desk has the last word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workbench import workflow
from workbench.errors import BadInput, NotFound
from workbench.ingest import from_paste
from workbench.model import Term
from workbench.replacing import Search
from workbench.workflow import Chosen, Scope

if TYPE_CHECKING:
    from sqlite_utils import Database

    from workbench.workflow import Lesson

WORDS = "Italia", "Italy"
PLACES = ("Lodi", "Como", "Bari", "Enna")


def article(db: Database, place: str) -> str:
    italian = f"Notizie da {place}\n\nL’Italia cresce, dice il sindaco di {place}."
    english = f"News from {place}\n\nItalia grows, says the mayor of {place}."
    return workflow.import_pair(db, from_paste(italian), from_paste(english), system="argo").slug


@pytest.fixture
def slugs(db: Database) -> list[str]:
    """Four articles that say “Italia”, which Ada has put right in three of them."""
    found = [article(db, place) for place in PLACES]
    for slug in found[:3]:
        put_right(db, slug)
    workflow.bring_up_to_date(db, 99)
    return found


def put_right(db: Database, slug: str, new: str = "Italy") -> None:
    segment = workflow.version(db, slug).segments[1]
    text = (segment.current or "").replace("Italia", new)
    workflow.save(db, segment.id, text, confirm=True, base=segment.revision, author="ada")


def suggested(db: Database) -> list[tuple[str, str]]:
    workflow.bring_up_to_date(db, 99)
    return [each.words for each in workflow.lessons(db, Scope()) if each.suggested]


def lesson(db: Database) -> Lesson:
    return next(each for each in workflow.lessons(db, Scope()) if each.words == WORDS)


def test_a_correction_in_several_articles_is_suggested_with_its_italian(
    db: Database, slugs: list[str]
) -> None:
    assert suggested(db) == [WORDS]
    found = lesson(db)
    assert (found.italian, found.segments, found.articles) == ("Italia", 3, 3)


def test_two_paragraphs_are_told_of_and_suggest_nothing(db: Database) -> None:
    for place in PLACES[:2]:
        put_right(db, article(db, place))
    assert suggested(db) == []
    assert lesson(db).segments == 2


def test_it_is_explained_where_it_was_made_by_whom_and_what_it_would_touch(
    db: Database, slugs: list[str]
) -> None:
    explained = workflow.explain(db, *WORDS)
    assert {place.slug for place in explained.places} == set(slugs[:3])
    assert {place.author for place in explained.places} == {"ada"}
    assert [each.article.slug for each in explained.found] == [slugs[3]]
    assert explained.meant == {explained.found[0].segment.id}
    assert explained.kept == 0


def test_a_paragraph_that_was_confirmed_with_the_words_speaks_against_the_rule(
    db: Database, slugs: list[str]
) -> None:
    put_right(db, slugs[3], "Italia")
    assert workflow.explain(db, *WORDS).kept == 1


def test_an_accepted_rule_is_a_term_and_is_found_at_once(db: Database, slugs: list[str]) -> None:
    rule = workflow.rule_of(lesson(db))
    assert rule == Term("Italia", "Italy", ("Italia",))
    workflow.accept(db, *WORDS, rule, "bruno")
    checks = {finding.check for finding in workflow.version(db, slugs[3]).segments[1].findings}
    assert "glossary" in checks
    assert suggested(db) == []
    assert [(entry.action, entry.person) for entry in workflow.audit_log(db)] == [
        ("rule-accepted", "bruno")
    ]


def test_an_accepted_rule_can_be_applied_where_somebody_has_ticked(
    db: Database, slugs: list[str]
) -> None:
    segment = workflow.explain(db, *WORDS).found[0].segment
    ticked = [Chosen(segment.id, segment.revision, frozenset({0}))]
    done = workflow.apply_lesson(db, *WORDS, ticked, "bruno")
    assert workflow.find(db, Search("Italia", whole=True, case=True)) == []
    workflow.undo_replacing(db, done.batch, "bruno")
    assert len(workflow.find(db, Search("Italia", whole=True, case=True))) == 1


def test_a_refused_rule_is_not_suggested_again_until_somebody_wants_it(
    db: Database, slugs: list[str]
) -> None:
    workflow.refuse(db, *WORDS, "bruno")
    workflow.refuse(db, *WORDS, "bruno")
    put_right(db, slugs[3])
    assert suggested(db) == []
    (kept,) = workflow.refused_lessons(db)
    assert (kept.old, kept.new, kept.author, kept.segments) == (*WORDS, "bruno", 3)
    workflow.reopen_lesson(db, *WORDS, "ada")
    assert suggested(db) == [WORDS]
    assert workflow.refused_lessons(db) == []


def test_a_term_that_is_there_already_learns_what_is_forbidden(
    db: Database, slugs: list[str]
) -> None:
    workflow.add_term(db, Term("Italia", "Italy", ("Italie",)), "ada")
    workflow.accept(db, *WORDS, workflow.rule_of(lesson(db)), "bruno")
    (term,) = workflow.terms(db)
    assert term.forbidden == ("Italie", "Italia")
    assert lesson(db).known


def test_a_glossary_that_says_something_else_is_not_overruled(
    db: Database, slugs: list[str]
) -> None:
    workflow.add_term(db, Term("Italia", "the peninsula"), "ada")
    with pytest.raises(BadInput, match="in the glossary already"):
        workflow.accept(db, *WORDS, workflow.rule_of(lesson(db)), "bruno")
    assert suggested(db) == [WORDS]


@pytest.mark.parametrize(
    ("old", "new", "italian", "rule"),
    [
        ("White", "Bianchi", "Bianchi", Term("Bianchi", kind="keep", forbidden=("White",))),
        ("monday", "Monday", "lunedì", Term("lunedì", "Monday", cased=True)),
        ("premier", "prime minister", "", Term("", "prime minister", ("premier",))),
    ],
)
def test_a_rule_is_of_the_kind_that_the_words_ask_for(
    old: str, new: str, italian: str, rule: Term
) -> None:
    assert workflow.rule_of(workflow.Lesson(old, new, italian, 3, 2)) == rule


def test_what_nobody_has_corrected_is_no_lesson(db: Database, slugs: list[str]) -> None:
    with pytest.raises(NotFound, match="Nobody has put “France”"):
        workflow.explain(db, "Germany", "France")


def test_a_correction_taken_back_teaches_nothing(db: Database, slugs: list[str]) -> None:
    segment = workflow.version(db, slugs[0]).segments[1]
    workflow.revert(db, segment.id, base=segment.revision, author="ada")
    assert suggested(db) == []
    assert [row["segments"] for row in db.query("SELECT segments FROM correction_count")] == [2]


def test_what_is_counted_is_what_is_there(db: Database, slugs: list[str]) -> None:
    put_right(db, slugs[3], "Spain")
    workflow.bring_up_to_date(db, 99)
    counted = {(r["old"], r["new"]): r["segments"] for r in db.table("correction_count").rows}
    there: dict[tuple[str, str], int] = {}
    for row in db.table("correction").rows:
        there[row["old"], row["new"]] = there.get((row["old"], row["new"]), 0) + 1
    assert counted == there
