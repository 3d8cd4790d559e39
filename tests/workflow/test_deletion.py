"""An article, or a person's name, goes for good: nothing of it is left, and all else stays."""

from __future__ import annotations

import re
import sqlite3
from typing import TYPE_CHECKING

import pytest

from workbench import workflow
from workbench.accounts import Role
from workbench.db import connect, write
from workbench.effort import Beat
from workbench.errors import BadInput, NotFound
from workbench.ingest import from_paste
from workbench.model import Term
from workbench.replacing import Search
from workbench.store import deletion

if TYPE_CHECKING:
    from pathlib import Path

    from sqlite_utils import Database

    from workbench.model import RawText

SECRET = "Quarzovento"
"""A word that stands in everything that is to go, and nowhere else."""


@pytest.fixture
def secret(db: Database) -> str:
    """An article with work of every kind in it, all of it with the word."""
    italian = "\n\n".join(
        f"Il caso {SECRET} numero {n} va in aula lunedì {n}." for n in range(1, 9)
    )
    english = "\n\n".join(f"Case {SECRET} number {n} goes to court {n}." for n in range(1, 9))
    done = workflow.import_pair(
        db,
        from_paste(italian),
        from_paste(english),
        system="argo",
        title=f"Il {SECRET}",
        reference=from_paste(english.replace("court", "the bench")),
    )
    work(db, done.slug)
    return done.slug


def work(db: Database, slug: str) -> None:
    for segment in workflow.version(db, slug).segments[:4]:
        base = 0
        for text in (f"{SECRET} draft.", f"The {SECRET} case {segment.id}."):
            saved = workflow.save(db, segment.id, text, confirm=True, base=base, author="Ada Neri")
            base = saved.revision
    first, second, third, *_ = workflow.version(db, slug).segments
    workflow.note(db, first.id, f"@Ada, is {SECRET} right?", author="Bruno")
    workflow.approve(db, first.id, base=first.revision, author="Bruno")
    workflow.send_back(db, second.id, f"{SECRET}?", base=second.revision, author="Bruno")
    for finding in third.findings[:1]:
        workflow.dismiss(db, third.id, finding.key, author="Ada Neri")
    search = Search(SECRET)
    found = workflow.find(db, search, slug)
    hits = [
        workflow.Chosen(each.segment.id, each.segment.revision, frozenset(range(len(each.hits))))
        for each in found
    ]
    step = workflow.replace(db, search, f"{SECRET} II", hits[4:], "Ada Neri")
    workflow.undo_replacing(db, step.batch, "Bruno")
    workflow.merge_with_next(db, workflow.version(db, slug).segments[5].id, author="Ada Neri")
    workflow.change_setting(db, "effort", "on", "Bruno")
    workflow.keep_beat(db, Beat(first.id, "session-1", 1, 2000, 12), "Ada Neri")
    workflow.prefer(db, "Ada Neri", "scores", on=True)
    workflow.summaries(db)


def left_in(path: Path, word: str) -> list[str]:
    """The files in which the word is, in capitals or not."""
    files = [file for file in path.parent.iterdir() if file.name.startswith(path.name)]
    return [file.name for file in files if word.lower().encode() in file.read_bytes().lower()]


def counts(db: Database) -> dict[str, int]:
    names = [name for name in db.table_names() if "memory" not in name and "sqlite" not in name]
    return {name: db.table(name).count for name in names}


def test_nothing_of_a_deleted_article_is_left_in_the_file(
    db: Database, db_path: Path, secret: str
) -> None:
    assert left_in(db_path, SECRET)
    assert workflow.delete_article(db, secret, by="Desk")
    assert secret in left_in_log(db)
    with write(db):
        db.execute("DROP TRIGGER audit_stays")
        db.execute("DELETE FROM audit")
    deletion.leave_nothing(db)
    assert left_in(db_path, SECRET) == []
    with pytest.raises(NotFound):
        workflow.version(db, secret)


def left_in_log(db: Database) -> str:
    entry = workflow.audit_log(db)[0]
    assert (entry.person, entry.action) == ("Desk", "delete")
    return entry.subject


def test_every_table_is_as_it_was_before_the_article_came(
    db: Database, small_pair: tuple[RawText, RawText]
) -> None:
    other = workflow.import_pair(db, *small_pair, system="argo").slug
    workflow.save(db, 2, "It stays.", confirm=True, base=0, author="Ada Neri")
    workflow.summaries(db)
    before, texts = counts(db), list(db.query("SELECT * FROM current_segment"))
    done = workflow.import_pair(db, from_paste("Un altro."), from_paste("Another."), system="argo")
    work_little(db, done.slug)
    workflow.delete_article(db, done.slug, by="Desk")
    after = counts(db)
    assert {name for name in after if after[name] != before[name]} == {"audit"}
    assert list(db.query("SELECT * FROM current_segment")) == texts
    assert list(db.query("PRAGMA foreign_key_check")) == []
    assert workflow.version(db, other).segments[1].current == "It stays."
    assert [each.said for each in workflow.examine(path(db)) if each.state == "bad"] == []


def work_little(db: Database, slug: str) -> None:
    (segment,) = workflow.version(db, slug).segments
    saved = workflow.save(db, segment.id, "One more.", confirm=True, base=0, author="Ada Neri")
    workflow.approve(db, saved.id, base=saved.revision, author="Bruno")
    workflow.note(db, segment.id, "@Ada Neri?", author="Bruno")
    workflow.summaries(db)


def path(db: Database) -> str:
    return str(next(db.query("PRAGMA database_list"))["file"])


def test_what_two_articles_share_stays_with_the_other(db: Database) -> None:
    shared = "Riapre lunedì 3 marzo.", "It reopens on monday 4 March."
    for slug, more in (("una", "Piove."), ("altra", "Nevica.")):
        italian, english = (from_paste(f"{text}\n\n{more}") for text in shared)
        workflow.import_pair(db, italian, english, system="argo", title=slug)
    segment = workflow.version(db, "una").segments[0]
    workflow.dismiss(db, segment.id, segment.findings[0].key, author="Ada")
    workflow.delete_article(db, "una", by="Desk")
    assert [each.key for each in workflow.version(db, "altra").segments[0].dismissed] == [
        segment.findings[0].key
    ]
    workflow.delete_article(db, "altra", by="Desk")
    assert counts(db)["dismissal"] == 0


def test_what_was_put_right_in_english_without_italian_goes_too(db: Database) -> None:
    italian, english = from_paste("Una sola."), from_paste(f"Only one.\n\n{SECRET}  on monday.")
    slug = workflow.import_pair(db, italian, english, system="argo", title="Sola").slug
    other = from_paste("Due."), from_paste("Two.\n\nOn tuesday.")
    workflow.import_pair(db, *other, system="argo", title="Altra")
    alone = next(each for each in workflow.version(db, slug).segments if each.source is None)
    workflow.save(db, alone.id, f"{SECRET} on Monday.", confirm=True, base=0, author="Ada Neri")
    assert counts(db)["fix"] > 0
    workflow.delete_article(db, slug, by="Desk")
    assert counts(db)["fix"] == 0


def test_an_article_of_which_one_side_came_is_deleted_too(db: Database) -> None:
    workflow.receive(db, workflow.Intake(source=from_paste("Una sola."), title="Sola"))
    workflow.delete_article(db, "sola", by="Desk")
    assert counts(db)["article"] == 0


def test_a_word_left_in_the_log_is_told_of(db: Database, secret: str) -> None:
    reader = connect(path(db))
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM article").fetchone()
    db.execute("PRAGMA busy_timeout = 50")
    assert not workflow.delete_article(db, secret, by="Desk")
    reader.close()
    assert deletion.leave_nothing(db)


def test_it_must_be_confirmed_by_its_short_name(db: Database, secret: str) -> None:
    with pytest.raises(BadInput, match="nothing was deleted"):
        workflow.confirm_deletion(db, secret, "yes", by="Desk")
    assert workflow.version(db, secret)
    workflow.confirm_deletion(db, secret, f" {secret} ", by="Desk")
    with pytest.raises(NotFound):
        workflow.extent(db, secret)


def test_only_articles_that_rest_are_old(db: Database, secret: str) -> None:
    assert workflow.resting(db, 1) == []
    with write(db):
        for table in ("text", "alignment", "revision", "note", "review"):
            db.execute(f"DROP TRIGGER IF EXISTS {table}_is_kept")
            db.execute(f"UPDATE {table} SET created = '2020-01-01T00:00:00+00:00'")
    (old,) = workflow.resting(db, 365)
    assert (old.slug, old.paragraphs, old.notes) == (secret, 8, 1)
    assert old.events == counts(db)["revision"]
    workflow.note(db, 1, "Still of interest.", author="Ada Neri")
    assert workflow.resting(db, 365) == []
    with pytest.raises(BadInput, match="1 or more"):
        workflow.resting(db, 0)


@pytest.mark.parametrize(
    "table",
    ["version", "revision", "note", "review", "dismissal", "term", "setting", "audit"],
)
def test_nothing_else_may_delete(db: Database, secret: str, table: str) -> None:
    workflow.add_term(db, Term("Camera", "Chamber"), "Ada Neri")
    db.execute("INSERT INTO dismissal VALUES (99, 'a', 'b', 'c', 'd', 1, 'Ada', 'x')")
    db.execute("PRAGMA foreign_keys = OFF")
    with pytest.raises(sqlite3.IntegrityError, match=r"deleted( alone)?"):
        db.execute(f"DELETE FROM {table}")


def test_a_permit_for_one_article_is_none_for_another(db: Database, secret: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="deleted alone"), write(db):
        db.execute("INSERT INTO article (id, slug, title, created) VALUES (99, 'x', 'X', 'x')")
        db.execute("INSERT INTO deletion (article_id) VALUES (99)")
        db.execute("DELETE FROM note")
    assert counts(db)["deletion"] == 0


def test_a_person_is_forgotten_and_what_they_wrote_stays(
    db: Database, db_path: Path, secret: str
) -> None:
    with write(db):
        workflow.record(db, "Ada Neri", "export", secret)
        workflow.record(db, "Bruno", "role", "Ada Neri", role="editor")
    before = counts(db)
    done = workflow.forget(db, "Ada Neri", by="Desk")
    assert done.instead == "former colleague 1"
    assert {event.author for event in workflow.history(db, 1)} == {"former colleague 1"}
    assert left_in(db_path, "Ada Neri") == []
    assert "Ada Neri" not in workflow.people(db)
    changed = {name for name, count in counts(db).items() if count != before[name]}
    assert changed == {"effort", "preference", "mention", "audit"}
    entry = workflow.audit_log(db)[0]
    assert (entry.action, entry.subject) == ("forget", "former colleague 1")


def test_names_in_the_words_of_notes_are_counted_and_left(db: Database, secret: str) -> None:
    workflow.note(db, 1, "Ada Neri said so.", author="Bruno")
    assert workflow.forget(db, "Ada Neri", by="Desk").naming == 1
    assert workflow.forget(db, "Bruno", by="Desk").instead == "former colleague 2"


def test_an_account_goes_too_but_not_while_it_lets_anybody_in(db: Database, secret: str) -> None:
    workflow.accounts.invite(db, "Chief", Role.DESK, by="test", password="a long enough one")
    ada = workflow.accounts.invite(db, "Ada Neri", Role.EDITOR, by="Chief").account
    with pytest.raises(BadInput, match="can still log in"):
        workflow.forget(db, "Ada Neri", by="Chief")
    workflow.accounts.disable(db, ada, by="Chief")
    workflow.forget(db, "Ada Neri", by="Chief")
    assert [each.name for each in workflow.accounts.everybody(db)] == ["Chief"]
    assert "Ada Neri" not in str(workflow.audit_log(db))


def test_nobody_is_forgotten_whom_nobody_knows(db: Database) -> None:
    with pytest.raises(NotFound, match="Nobody called “Zoe”"):
        workflow.forget(db, "Zoe", by="Desk")
    assert workflow.audit_log(db) == []


def test_every_column_with_a_name_is_known_to_the_forgetting(db: Database) -> None:
    named = {
        (table, column)
        for table in db.table_names()
        for column in db.table(table).columns_dict
        if column in ("author", "person") and table != "deletion"
    }
    updated = set(re.findall(r"UPDATE (\w+) SET (\w+)", deletion.NAME))
    deleted = {(table, "person") for table in re.findall(r"DELETE FROM (\w+)", deletion.NAME)}
    assert named <= updated | deleted, "add it to NAME in workbench/store/deletion.py"


@pytest.mark.parametrize("table", ["text", "revision", "dismissal", "note", "term", "audit"])
def test_a_name_is_changed_only_while_that_person_is_forgotten(
    db: Database, secret: str, table: str
) -> None:
    workflow.add_term(db, Term("Camera", "Chamber"), "Ada Neri")
    workflow.record(db, "Ada Neri", "export")
    with write(db):
        db.execute("INSERT INTO dismissal VALUES (99, 'a', 'b', 'c', 'd', 1, 'Ada', 'x')")
    column = "person" if table == "audit" else "author"
    with pytest.raises(sqlite3.IntegrityError, match="never changed"), write(db):
        db.execute("INSERT INTO deletion (person) VALUES ('Zoe')")
        db.execute(f"UPDATE {table} SET {column} = 'Eve'")
