"""Find words in many paragraphs and replace them in one step, which can be taken back as one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from workbench.db import write
from workbench.errors import BadInput, NotFound
from workbench.messages import Message, message
from workbench.replacing import find_hits, replace_hits
from workbench.store import articles, batches, segments
from workbench.store.glossary import current_terms
from workbench.workflow.lookup import get_article
from workbench.workflow.review import normalise
from workbench.workflow.scoring import check_article, check_stored

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlite_utils import Database

    from workbench.model import Article, Segment
    from workbench.replacing import Hit, Search

MOST = 500
"""Paragraphs that one step may change: more than anybody looks through."""


class Found(NamedTuple):
    """A paragraph in which the words stand."""

    article: Article
    system: str
    segment: Segment
    hits: list[Hit]


class Chosen(NamedTuple):
    """What a person has ticked in one paragraph."""

    segment: int
    base: int
    """The revision that was looked at."""
    hits: frozenset[int]
    """By number, from 0, in the order of the text."""


class Replaced(NamedTuple):
    """What became of a step."""

    batch: int
    changed: int
    """Paragraphs that it wrote in."""
    left: int
    """Paragraphs that were left alone: somebody wrote in them meanwhile, or they have gone out."""


def find(
    db: Database, search: Search, slug: str | None = None, system: str | None = None
) -> list[Found]:
    """The paragraphs whose current English holds the words, at most `MOST`.

    Raises:
        NotFound: there is no such article.
    """
    article = get_article(db, slug).id if slug else None
    if not search.words.split():
        return []
    places = batches.texts_like(db, search.words, article, system, 4 * MOST)
    listed = segments.some_segments(db, [place.segment for place in places])
    homes = articles.articles_by_id(db, list({place.article for place in places}))
    found = (
        Found(
            homes[place.article],
            place.system,
            listed[place.segment],
            find_hits(listed[place.segment].current or "", search),
        )
        for place in places
    )
    return [each for each in found if each.hits][:MOST]


def replace(
    db: Database, search: Search, replacement: str, chosen: Iterable[Chosen], author: str
) -> Replaced:
    """Put the replacement in the place of the chosen hits, all in one transaction.

    A confirmed paragraph stays confirmed: its hits were looked at one by one. A paragraph that
    somebody wrote in since it was looked at is left alone, and so is one that has gone out.

    Raises:
        BadInput: nothing was chosen.
    """
    new = normalise(replacement)
    ticked = {each.segment: each for each in chosen if each.hits}
    if not ticked:
        raise BadInput(message("Nothing is ticked: tick the places to replace."))
    with write(db):
        listed = segments.some_segments(db, list(ticked))
        fresh = {key: now for key, now in listed.items() if _is_fresh(now, ticked[key])}
        texts = {
            key: normalise(replace_hits(now.current or "", search, new, ticked[key].hits))
            for key, now in fresh.items()
        }
        step = message("“%(old)s” → “%(new)s”", old=" ".join(search.words.split()), new=new)
        kinds = {key: "confirm" if now.confirmed else "draft" for key, now in fresh.items()}
        batch = _write(db, step, texts, kinds, author)
    return Replaced(batch, len(fresh), len(ticked) - len(fresh))


def undo_replacing(db: Database, batch: int, author: str) -> Replaced:
    """Take a step back: each of its paragraphs gets the text and the state it had before.

    A paragraph that somebody wrote in since is left alone, and so is one that has gone out.

    Raises:
        NotFound: there is no such step.
        BadInput: it was taken back already.
    """
    known = get_batch(db, batch)
    if known.undone:
        raise BadInput(message("This step was taken back already."))
    with write(db):
        written = batches.written_by(db, batch)
        now = segments.some_segments(db, [each.segment_id for each in written])
        final = {segment for segment, each in now.items() if each.state == "final"}
        ours = [e for e in written if e.revision == e.last and e.segment_id not in final]
        states = segments.states(db, [each.segment_id for each in ours])
        texts = {
            each.segment_id: each.text or states[each.segment_id].target or "" for each in ours
        }
        kinds = {each.segment_id: each.kind or "revert" for each in ours}
        step = message("taken back: %(step)s", step=str(known.step))
        undone = _write(db, step, texts, kinds, author, undoes=batch)
    return Replaced(undone, len(ours), len(written) - len(ours))


def get_batch(db: Database, batch: int) -> batches.Batch:
    """That step.

    Raises:
        NotFound: there is none.
    """
    found = batches.find_batch(db, batch)
    if found is None:
        raise NotFound(message("There is no such step: look for the words again."))
    return found


def _is_fresh(now: Segment, ticked: Chosen) -> bool:
    return now.revision == ticked.base and now.state != "final"


def _write(
    db: Database,
    step: Message,
    texts: Mapping[int, str],
    kinds: Mapping[int, str],
    author: str,
    undoes: int | None = None,
) -> int:
    """One more event in each segment, checked again; the step's id. Inside a transaction."""
    batch = batches.add_batch(db, step, author, undoes)
    terms = current_terms(db)
    versions: dict[int, list[int]] = {}
    for segment, text in texts.items():
        found = segments.find_segment(db, segment)
        if found is None:
            continue
        version, before = found
        base = before.revision
        segments.add_revision(db, segment, kinds[segment], text, base, author, batch=batch)
        check_stored(db, segment, terms)
        versions.setdefault(version, []).append(segment)
    for version, written in versions.items():
        check_article(db, version, written)
    return batch
