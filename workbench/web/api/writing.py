"""What programs change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import url_for

from workbench import ingest, model, workflow
from workbench.errors import Conflict
from workbench.language.house_csv import split_forbidden
from workbench.web import gate, person
from workbench.web.api import asking, reading, shapes, shaping
from workbench.web.api.answering import answer
from workbench.web.articles import NAMES
from workbench.web.locale import say
from workbench.web.problems import clash
from workbench.web.store import database_path, get_db

if TYPE_CHECKING:
    from flask import Response


def import_article(body: shapes.NewArticle) -> Response:
    """Import an article: clean, align, check and keep both texts. What is here already stays."""
    if body.deadline:
        gate.demand("assign")
        with asking.about("deadline"):
            workflow.read_deadline(body.deadline)
    done = workflow.import_pair(
        get_db(),
        ingest.from_paste(body.source, say(NAMES["source"])),
        ingest.from_paste(body.target, say(NAMES["target"])),
        system=body.system,
        reference=ingest.from_paste(body.reference, say(NAMES["reference"]))
        if body.reference
        else None,
        title=body.title,
        slug=body.slug,
        outlet=body.outlet,
        newer=body.newer,
        author=person.name(),
    )
    if body.deadline:
        workflow.set_deadline(get_db(), done.slug, body.deadline)
    there = url_for("api.get_translation", slug=done.slug, system=done.system)
    found = reading.get_translation(done.slug, done.system)
    return answer(found, 201 if done.new else 200, at=there)


def change_segment(
    slug: str, system: str, number: int, body: shapes.SegmentChange
) -> Response | shapes.Segment:
    """Correct a segment, as a draft or confirmed, if nobody has saved another text since."""
    before = workflow.segment(get_db(), slug, system, number)
    try:
        with asking.about("target"):
            saved = workflow.save(
                get_db(),
                number,
                body.target,
                confirm=body.confirm,
                base=body.revision,
                author=person.name(),
            )
    except Conflict as conflict:
        ancestor = workflow.text_at(get_db(), number, body.revision)
        return clash(conflict, before, yours=body.target, ancestor=ancestor)
    return shaping.segment(saved)


def dismiss(slug: str, system: str, number: int, key: str) -> shapes.Segment:
    """Set a finding aside as wrong here; it returns only with another text."""
    workflow.segment(get_db(), slug, system, number)
    return shaping.segment(workflow.dismiss(get_db(), number, key, author=person.name()))


def undismiss(slug: str, system: str, number: int, key: str) -> shapes.Segment:
    """Take a dismissed finding up again."""
    workflow.segment(get_db(), slug, system, number)
    return shaping.segment(workflow.undismiss(get_db(), number, key, author=person.name()))


def write_note(slug: str, system: str, number: int, body: shapes.NewNote) -> Response:
    """Say something about a segment, or answer in a thread."""
    workflow.segment(get_db(), slug, system, number)
    with asking.about("text"):
        found = workflow.note(get_db(), number, body.text, author=person.name(), thread=body.thread)
    return answer(shaping.threads(found), 201)


def settle_thread(
    slug: str, system: str, number: int, thread: int, body: shapes.ThreadChange
) -> shapes.Threads:
    """Resolve a thread, or take it up again."""
    workflow.segment(get_db(), slug, system, number)
    with asking.about("text"):
        found = workflow.settle(
            get_db(),
            number,
            thread,
            resolved=not body.open,
            author=person.name(),
            text=body.text,
        )
    return shaping.threads(found)


def add_term(body: shapes.NewTerm) -> Response:
    """Put a term into the glossary; the segments that have it are checked again."""
    term = model.Term(
        italian=body.italian,
        english=body.english,
        forbidden=split_forbidden("|".join(body.forbidden)),
        kind=body.kind,
        cased=body.cased,
        note=body.note,
    )
    workflow.add_term(get_db(), term, person.name())
    newest = max(workflow.terms(get_db()), key=lambda each: each.id)
    return answer(shaping.term(newest), 201)


def start_job(body: shapes.NewJob) -> Response:
    """Begin long work; the answer comes at once, the work goes on in the background."""
    with asking.about("article"):
        number = workflow.start_rescore(database_path(), body.article, person.name())
    there = url_for("api.get_job", number=number)
    return answer(shaping.job(workflow.job(get_db(), number)), 202, at=there)
