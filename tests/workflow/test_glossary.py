"""The desk writes its glossary, and the paragraphs that have its terms are checked by it."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from workbench import workflow
from workbench.db import opened, write
from workbench.errors import BadInput, Conflict, NotFound, TooLarge
from workbench.ingest import from_paste
from workbench.language import house_csv
from workbench.model import Term
from workbench.replacing import Search
from workbench.store import glossary
from workbench.workflow import Chosen

if TYPE_CHECKING:
    from pathlib import Path

    from sqlite_utils import Database

    from workbench.model import Finding

ITALIAN = "La manovra riapre il ponte.\n\nIl comune festeggia la manovra.\n\nSuona la banda."
ENGLISH = "The package reopens the bridge.\n\nThe town hails the budget.\n\nThe band plays."
BUDGET = Term("manovra", "budget", ("package",))
HEAD = "italian,english,forbidden,kind,case,note\n"


@pytest.fixture
def article(db: Database) -> str:
    """Three paragraphs, of which the first two have the term."""
    pair = from_paste(ITALIAN), from_paste(ENGLISH)
    return workflow.import_pair(db, *pair, slug="ponte", system="argo").slug


def said(db: Database, position: int = 0) -> list[Finding]:
    """What the glossary says of a paragraph."""
    findings = workflow.version(db, "ponte").segments[position].findings
    return [finding for finding in findings if finding.check == "glossary"]


def the_term(db: Database) -> Term:
    (term,) = workflow.terms(db)
    return term


def test_a_new_term_is_used_at_once(db: Database, article: str) -> None:
    assert said(db) == []
    done = workflow.add_term(db, BUDGET, "ada")
    assert (done.added, done.checked, done.job) == (1, 2, None)
    (finding,) = said(db)
    assert finding.suggestion == "budget"
    assert said(db, 1) == said(db, 2) == []


def test_an_article_that_comes_later_is_checked_by_it(db: Database) -> None:
    workflow.add_term(db, BUDGET, "ada")
    pair = from_paste(ITALIAN), from_paste(ENGLISH)
    workflow.import_pair(db, *pair, slug="ponte", system="argo")
    assert len(said(db)) == 1


def test_what_people_write_is_checked_by_it(db: Database, article: str) -> None:
    workflow.add_term(db, BUDGET, "ada")
    segment = workflow.version(db, article).segments[0]
    fixed = workflow.apply_suggestion(
        db, segment.id, said(db)[0].key, segment.current or "", base=0, author="bruno"
    )
    assert fixed.current == "The budget reopens the bridge."
    assert said(db) == []
    tally = next(tally for check, tally in workflow.checks(db) if check.id == "glossary")
    assert (tally.open, tally.fixed) == (0, 1)


def test_scoring_again_uses_it_too(db: Database, article: str) -> None:
    workflow.add_term(db, BUDGET, "ada")
    before = said(db)
    workflow.rescore(db, article)
    assert len(before) == 1
    assert said(db) == before


def test_replacing_in_many_paragraphs_uses_it_too(db: Database, article: str) -> None:
    workflow.add_term(db, BUDGET, "ada")
    search = Search("package", whole=True)
    chosen = [Chosen(each.segment.id, 0, frozenset({0})) for each in workflow.find(db, search)]
    done = workflow.replace(db, search, "budget", chosen, "ada")
    assert said(db) == []
    workflow.undo_replacing(db, done.batch, "ada")
    assert len(said(db)) == 1


def test_a_repaired_pairing_is_checked_by_it(db: Database, article: str) -> None:
    workflow.add_term(db, BUDGET, "ada")
    opened = workflow.merge_with_next(db, workflow.version(db, article).segments[1].id, author="a")
    assert opened == workflow.version(db, article).segments[1].id
    assert (len(said(db)), len(said(db, 1))) == (1, 0)


def test_the_findings_put_the_paragraph_into_the_queue(db: Database, article: str) -> None:
    before = {each.segment.id: each.segment.risk for each in workflow.queue(db)}
    workflow.add_term(db, BUDGET, "ada")
    first = workflow.version(db, article).segments[0]
    assert first.risk > before[first.id]


def test_a_dismissed_finding_stays_away(db: Database, article: str) -> None:
    workflow.add_term(db, BUDGET, "ada")
    segment = workflow.version(db, article).segments[0]
    workflow.dismiss(db, segment.id, said(db)[0].key, author="ada")
    workflow.rescore(db, article)
    assert said(db) == []


def test_a_changed_term_is_another_row_and_the_old_one_stays(db: Database, article: str) -> None:
    workflow.add_term(db, BUDGET, "ada")
    old = the_term(db)
    changed = Term("manovra", "package", note="since May", id=old.id)
    assert workflow.change_term(db, changed, "bruno").changed == 1
    now = the_term(db)
    assert (now.english, now.note, now.author) == ("package", "since May", "bruno")
    assert (len(said(db)), len(said(db, 1))) == (0, 1)
    rows = [(row["english"], row["author"]) for row in db.table("term").rows]
    assert rows == [("budget", "ada"), ("package", "bruno")]
    assert workflow.change_term(db, now, "bruno") == workflow.Changed()


def test_a_term_may_become_one_for_another_word(db: Database, article: str) -> None:
    workflow.add_term(db, BUDGET, "ada")
    changed = Term("banda", "marching band", id=the_term(db).id)
    assert workflow.change_term(db, changed, "ada").checked == 3
    assert (len(said(db)), len(said(db, 2))) == (0, 1)


def test_a_removed_term_is_forgotten_by_the_checks_and_kept_in_the_file(
    db: Database, article: str
) -> None:
    workflow.add_term(db, BUDGET, "ada")
    term = the_term(db)
    assert workflow.remove_term(db, term.id, "bruno").removed == 1
    assert workflow.terms(db) == ()
    assert said(db) == []
    assert [row["deleted"] for row in db.table("term").rows] == [0, 1]
    removed = workflow.removed_term(db, term.id)
    assert removed is not None
    assert workflow.add_term(db, removed, "bruno").added == 1
    assert workflow.removed_term(db, term.id) is None
    assert len(said(db)) == 1


def test_nobody_changes_a_term_that_somebody_else_has_changed(db: Database) -> None:
    workflow.add_term(db, BUDGET, "ada")
    seen = the_term(db)
    workflow.change_term(db, Term("manovra", "finance bill", id=seen.id), "ada")
    with pytest.raises(Conflict):
        workflow.change_term(db, Term("manovra", "package", id=seen.id), "bruno")
    with pytest.raises(Conflict):
        workflow.remove_term(db, seen.id, "bruno")
    now = workflow.newest_term(db, seen.id)
    assert now == the_term(db)
    assert now.english == "finance bill"
    workflow.remove_term(db, now.id, "ada")
    with pytest.raises(NotFound):
        workflow.remove_term(db, now.id, "bruno")
    with pytest.raises(NotFound):
        workflow.change_term(db, Term("x", "y", id=99), "bruno")


def test_a_term_with_exact_capitals_may_stand_beside_one_without(db: Database) -> None:
    workflow.add_term(db, Term("PIL", "GDP", cased=True), "ada")
    workflow.add_term(db, Term("pil", "pile"), "ada")
    with pytest.raises(BadInput, match="already"):
        workflow.add_term(db, Term("Pil", "heap"), "ada")
    with pytest.raises(BadInput, match="already"):
        workflow.add_term(db, Term("PIL", "product", cased=True), "ada")
    workflow.add_term(db, Term("Pil", "Gdp", cased=True), "ada")


@pytest.mark.parametrize(
    ("term", "why"),
    [
        (Term(" ", "x"), "Italian term is missing"),
        (Term("«»", "x"), "Italian term is missing"),
        (Term("manovra", " "), "English is missing"),
        (Term("manovra", "budget", ("Budget",)), "both preferred and forbidden"),
        (Term("manovra", kind="keep", forbidden=("manovra",)), "both preferred and forbidden"),
        (Term("manovra" * 40, "x"), "shorten"),
        (Term("manovra", "x", note="n" * 1001), "shorten"),
    ],
)
def test_a_term_that_nobody_could_follow_is_refused(db: Database, term: Term, why: str) -> None:
    with pytest.raises(BadInput, match=why):
        workflow.add_term(db, term, "ada")
    assert workflow.terms(db) == ()


def test_what_is_typed_is_tidied(db: Database) -> None:
    typed = Term(" la\n manovra ", " e\u0301lan ", (" one ", "", "one"), note=" a\tb ")
    workflow.add_term(db, typed, "ada")
    term = the_term(db)
    assert (term.italian, term.english, term.forbidden, term.note) == (
        "la manovra",
        "élan",
        ("one",),
        "a b",
    )


def test_what_another_process_writes_or_takes_back_is_seen(db: Database, db_path: Path) -> None:
    workflow.add_term(db, BUDGET, "ada")
    before = workflow.terms(db)

    def add_and_fail(english: str) -> None:
        with write(db):
            glossary.add_term(db, Term("banda", english), "ada")
            assert workflow.terms(db)[0].english == english
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        add_and_fail("band")
    assert workflow.terms(db) == before
    with opened(db_path) as other:
        workflow.add_term(other, Term("banda", "marching band"), "bruno")
    assert [term.english for term in workflow.terms(db)] == ["marching band", "budget"]


@pytest.mark.parametrize("sql", ["UPDATE term SET english = 'x'", "DELETE FROM term"])
def test_a_row_is_never_changed_or_deleted(db: Database, sql: str) -> None:
    workflow.add_term(db, BUDGET, "ada")
    with pytest.raises(sqlite3.IntegrityError, match="never"):
        db.execute(sql)


def test_many_paragraphs_are_checked_in_the_background(db: Database, db_path: Path) -> None:
    count = 60
    italian = "\n\n".join(
        f"La manovra numero {n} riapre il ponte." for n in range(100, 100 + count)
    )
    english = "\n\n".join(
        f"Package number {n} reopens the bridge." for n in range(100, 100 + count)
    )
    workflow.import_pair(db, from_paste(italian), from_paste(english), slug="ponte", system="argo")
    done = workflow.add_term(db, BUDGET, "ada")
    assert done.checked == count
    assert done.job
    workflow.work(db_path)
    assert workflow.job(db, done.job).total == count
    assert all(said(db, n) for n in range(count))


def test_the_terms_of_a_paragraph_are_listed_once_and_in_its_order(db: Database) -> None:
    workflow.add_term(db, Term("ponte", "bridge"), "ada")
    workflow.add_term(db, BUDGET, "ada")
    found = workflow.terms_in(db, "Le manovre, il ponte, la manovra.")
    assert [term.italian for term in found] == ["manovra", "ponte"]
    assert workflow.terms_in(db, None) == []


def test_the_table_goes_out_and_comes_back_as_it_was(db: Database) -> None:
    odd = (
        Term("PIL", "=GDP()", ("+1", "a, b"), cased=True, note='-x; “q” "r"'),
        Term("Frecce Tricolori", kind="keep", note="'=kept"),
        Term("manovra", "budget", ("manoeuvre", "law")),
    )
    for term in odd:
        workflow.add_term(db, term, "ada")
    before = workflow.terms(db)
    text = workflow.export_terms(db)
    assert "'=GDP()" in text
    assert "'-x; " in text
    assert all(not cell.startswith(("=", "+", "-", "@")) for cell in text.split(","))
    assert workflow.import_terms(db, text.encode(), "ada") == workflow.Changed()
    for term in before:
        workflow.remove_term(db, term.id, "ada")
    assert workflow.import_terms(db, ("\ufeff" + text).encode(), "ada").added == 3
    same = [(t.italian, t.english, t.forbidden, t.kind, t.cased, t.note) for t in before]
    assert [
        (t.italian, t.english, t.forbidden, t.kind, t.cased, t.note) for t in workflow.terms(db)
    ] == same


@pytest.mark.parametrize(
    "data",
    [
        "Italian;English;Case\r\ncittà;city;no\r\nPIL;GDP;sì\r\n".encode("utf-8-sig"),
        "italian\tenglish\tcase\ncittà\tcity\t\nPIL\tGDP\tx\n".encode("utf-16"),
        "note,english,italian,case,mine\n,city,città,,1\n\n,,,,\n,GDP,PIL,yes,\n".encode("cp1252"),
    ],
    ids=["semicolons with a mark", "tabs", "other columns and empty lines"],
)
def test_the_tables_that_spreadsheets_write_are_read(db: Database, data: bytes) -> None:
    assert workflow.import_terms(db, data, "ada").added == 2
    assert [(t.italian, t.english, t.cased) for t in workflow.terms(db)] == [
        ("città", "city", False),
        ("PIL", "GDP", True),
    ]


def test_an_import_changes_what_is_there_and_leaves_the_others(db: Database, article: str) -> None:
    workflow.add_term(db, BUDGET, "ada")
    workflow.add_term(db, Term("banda", "band"), "ada")
    table = HEAD + "manovra,package,,translate,no,\ncomune,town,,,,\n"
    done = workflow.import_terms(db, table.encode(), "bruno")
    assert (done.added, done.changed, done.checked) == (1, 1, 2)
    assert [t.english for t in workflow.terms(db)] == ["band", "town", "package"]
    assert (len(said(db)), len(said(db, 1))) == (0, 1)


@pytest.mark.parametrize(
    ("table", "why"),
    [
        ("italian,forbidden\na,b\n", "no column “english”"),
        ("", "no column “italian”"),
        (HEAD + "a,b,,,,\n,b,,,,\n", "Line 3 has no Italian term"),
        (HEAD + "a,,,,,\n", "Line 2 has no English term"),
        (HEAD + 'a,b,,,,"two\nlines"\nc,,,,,\n', "Line 4 has no English term"),
        (HEAD + "a,b,B,,,\n", "Line 2 both prefers and forbids"),
        (HEAD + "a,b,,verb,,\n", "Line 2 has “verb” in the column “kind”"),
        (HEAD + "a,b,,,maybe,\n", "Line 2 has “maybe” in the column “case”"),
        (HEAD + "a,b,,,,n,o\n", "Line 2 has more cells"),
        (HEAD + "a,b\nA,c\n", "Line 3 has “A” a second time"),
        (HEAD + 'a,"b"c,,,,\n', "Line 2 is no row"),
        (HEAD + "x" * 201 + ",b\n", "Line 2 has a term over 200"),
    ],
)
def test_a_bad_row_is_named_and_nothing_is_imported(db: Database, table: str, why: str) -> None:
    with pytest.raises(BadInput, match=why):
        workflow.import_terms(db, table.encode(), "ada")
    assert workflow.terms(db) == ()


@pytest.mark.parametrize("data", [b"\x00\x81PK", b"\x89PNG\x00", b"\xff\xfe\x00"])
def test_what_is_no_text_is_refused(db: Database, data: bytes) -> None:
    with pytest.raises(BadInput):
        workflow.import_terms(db, data, "ada")


def test_a_file_over_the_limit_is_refused(db: Database) -> None:
    with pytest.raises(TooLarge):
        workflow.import_terms(db, b"x" * (house_csv.MAX_BYTES + 1), "ada")
