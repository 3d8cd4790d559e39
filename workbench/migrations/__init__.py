"""The schema, as the steps that led to it; append only: a shipped step is never changed.

Each step is a function, in order, with the SQL file of its name beside this one.
"""

from __future__ import annotations

from pathlib import Path
from secrets import token_hex
from sqlite3 import complete_statement
from typing import TYPE_CHECKING

from sqlite_utils import Migrations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlite_utils import Database

FOLDER = Path(__file__).parent

migrations = Migrations("workbench")


@migrations()
def first_schema(db: Database) -> None:
    """What came in, how it was aligned, what people wrote, and what was derived from it.

    Segments are known by the paragraphs they are made of, so an alignment is only a list of
    segments: aligning again, or undoing it, lists other segments and leaves what people
    wrote where it is.
    """
    _run(db, "first_schema")


@migrations()
def repair_by_hand(db: Database) -> None:
    """A pairing that people repair step by step, and texts that come again.

    An alignment knows the one it was made from, and a version which one counts: so any number
    of steps can be undone and done again. An AI system may send a newer text, so texts and
    versions have editions; a version counts once it is imported, and is a preview until then.
    """
    _run(db, "repair_by_hand")


@migrations()
def findings_judged(db: Database) -> None:
    """Findings that point to both sides and compare segments; what became of them.

    Articles have a deadline, for the queue.
    """
    _run(db, "findings_judged")


@migrations()
def queue(db: Database) -> None:
    """How much each segment needs a look, so that the worst of all is found at once."""
    _run(db, "queue")


@migrations()
def batches(db: Database) -> None:
    """Steps that write in many segments at once, so that they can be taken back as one."""
    _run(db, "batches")


@migrations()
def glossary(db: Database) -> None:
    """The newsroom's own terms; a change is another row, and a removed term a row that says so."""
    _run(db, "glossary")


@migrations()
def open_forms(db: Database) -> None:
    """Which open form wrote an event, so that its own late saves are no conflict; and wishes."""
    _run(db, "open_forms")


@migrations()
def effort(db: Database) -> None:
    """What the newsroom has set for everybody, and how much work paragraphs were, if that is on."""
    _run(db, "effort")


@migrations()
def memory(db: Database) -> None:
    """What people confirmed, to be found again by its words."""
    _run(db, "memory")


@migrations()
def notes(db: Database) -> None:
    """What people say to each other about a paragraph, and whom they call."""
    _run(db, "notes")


@migrations()
def audit(db: Database) -> None:
    """Who did what of weight, kept for the desk; names may change, what happened may not."""
    _run(db, "audit")


@migrations()
def review(db: Database) -> None:
    """What editors say of confirmed texts, when articles go out, and who is to do what."""
    _run(db, "review")


@migrations()
def reports(db: Database) -> None:
    """Figures that reports show at once: kept where people decide, or summed up article by article.

    What the checks saw in the AI texts outlives the corrections. A check that is mostly dismissed
    can be demoted, and what the desk decides on suggested rules is remembered.
    """
    _run(db, "reports")


@migrations()
def accounts(db: Database) -> None:
    """People who log in, with which browsers and programs; of passwords and keys only hashes."""
    _run(db, "accounts")
    db.execute("INSERT INTO signing_key VALUES (1, ?)", [token_hex(32)])


@migrations()
def deletion(db: Database) -> None:
    """What lets an article, or a person's name, go for good; nothing else can any more."""
    _run(db, "deletion")


@migrations()
def job_queue(db: Database) -> None:
    """Long work that outlives the server, can be cancelled, and imports many files."""
    _run(db, "job_queue")


@migrations()
def answers(db: Database) -> None:
    """What was answered to requests with a key, so that what is sent twice is done once."""
    _run(db, "answers")


@migrations()
def marks(db: Database) -> None:
    """Errors that people mark, and the score they give a text as a whole."""
    _run(db, "marks")


@migrations()
def confirmations(db: Database) -> None:
    """Findings that people confirm as errors count for the check that was right."""
    _run(db, "confirmations")


def _run(db: Database, step: str) -> None:
    for statement in _statements((FOLDER / f"{step}.sql").read_text(encoding="utf-8")):
        db.execute(statement)


def _statements(sql: str) -> Iterator[str]:
    """Each statement with the comments before it; one by one, because a script would commit."""
    statement = ""
    for line in sql.splitlines(keepends=True):
        statement += line
        if complete_statement(statement):
            yield statement
            statement = ""
