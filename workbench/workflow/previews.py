"""Previews: looked at, repaired, and then imported or discarded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench import pairing
from workbench.align import align
from workbench.db import write
from workbench.errors import BadInput, NotFound
from workbench.messages import message
from workbench.pairing import Part
from workbench.store import alignments, articles, segments, texts, versions
from workbench.workflow.lookup import get_version
from workbench.workflow.naming import MAX_TITLE, tidy
from workbench.workflow.receiving import PAIRED, article_parts, keep_reference, paragraph_texts
from workbench.workflow.renewing import carry_from
from workbench.workflow.scoring import check_version, found_in

if TYPE_CHECKING:
    from sqlite_utils import Database

    from workbench.model import Article, RawText
    from workbench.store.versions import VersionRow


@dataclass(frozen=True, slots=True)
class Unfinished:
    """An import that somebody began: a preview, or a text whose other side is missing."""

    article: Article
    system: str
    version: int | None
    """Id of the preview; None where a side is missing."""
    missing: str = ""
    """``source`` or ``target``, or empty."""


def unfinished(db: Database) -> list[Unfinished]:
    """All that waits for somebody to look at it, or for its other side; oldest first."""
    begun = [
        Unfinished(articles.article_by_id(db, row.article), row.system, row.id)
        for row in versions.previews(db)
    ]
    alone = [
        Unfinished(
            articles.article_by_id(db, text.article),
            text.system,
            None,
            "target" if text.kind == "source" else "source",
        )
        for text in texts.lone_texts(db)
    ]
    return begun + alone


def import_preview(
    db: Database, version: int, *, author: str, title: str | None = None
) -> tuple[str, str]:
    """Make a preview part of the work: check it, and keep what people did to an earlier text.

    Gives the article's slug and the system's name. Importing twice changes nothing.

    Raises:
        NotFound: there is no such preview.
        BadInput: nothing is left of one side.
    """
    row = get_preview(db, version)
    article = articles.article_by_id(db, row.article)
    if row.imported:
        return article.slug, row.system
    _refuse_empty(db, row)
    found = found_in(segments.segments(db, row.id))
    with write(db):
        if get_preview(db, version).imported:
            return article.slug, row.system
        old = versions.find_version(db, row.article, row.system)
        versions.mark_imported(db, row)
        if tidy(title):
            articles.rename_article(db, row.article, tidy(title)[:MAX_TITLE])
        if old:
            carry_from(db, old, row, author)
        if _align_reference(db, article, row, author):
            _check_systems(db, article)
        check_version(db, row.id, found)
    return article.slug, row.system


def add_reference(db: Database, slug: str, raw: RawText, author: str) -> bool:
    """Keep a human translation of an imported article and measure against it; whether it is new.

    Raises:
        NotFound: there is no such article.
        BadInput: it has another reference.
    """
    article, row = get_version(db, slug, None)
    with write(db):
        if not keep_reference(db, article, raw, author):
            return False
        _align_reference(db, article, row, author)
        _check_systems(db, article)
    return True


def discard_preview(db: Database, version: int) -> None:
    """Delete a preview and the texts that came in for it alone.

    Raises:
        NotFound: there is no such preview.
        BadInput: it has been imported.
    """
    row = get_preview(db, version)
    if row.imported:
        raise BadInput(message("This article is imported: it cannot be discarded any more."))
    with write(db):
        versions.delete_version(db, row.id)
        texts.delete_texts(db, row.article)


def discard_waiting(db: Database, slug: str) -> None:
    """Delete an article of which only one side ever came; others are left alone."""
    article = articles.find_article(db, slug)
    if article and texts.lone_texts(db, article):
        with write(db):
            texts.delete_texts(db, article.id)


def get_preview(db: Database, version: int) -> VersionRow:
    """The version, imported or not.

    Raises:
        NotFound: there is none.
    """
    row = versions.version_by_id(db, version)
    if row is None:
        raise NotFound(
            message("There is no import %(id)s any more: see the list of articles.", id=version)
        )
    return row


def _refuse_empty(db: Database, row: VersionRow) -> None:
    pairs = alignments.pairs_of(db, row.alignment)
    for side, text in (("source", row.source_text), ("target", row.target_text)):
        if not any(pair.source if side == "source" else pair.target for pair in pairs):
            raise BadInput(
                message(
                    "%(name)s holds only page furniture, no article: paste the article's own "
                    "paragraphs too.",
                    name=texts.text_by_id(db, text).raw.name,
                )
            )


def _check_systems(db: Database, article: Article) -> None:
    for system in article.systems:
        check_version(db, get_version(db, article.slug, system)[1].id)


def _align_reference(db: Database, article: Article, row: VersionRow, author: str) -> bool:
    """Pair a reference that is not paired yet with the Italian of `row`; whether there was one."""
    reference = next((t for t in texts.texts_of(db, article.id) if t.kind == "reference"), None)
    if reference is None or versions.find_version(db, article.id, kind="reference"):
        return False
    ids = row.source_text, reference.id
    words = paragraph_texts(db, ids)
    italian = [
        (Part(part.place, part.paragraph), pair.role)
        for pair in alignments.pairs_of(db, row.alignment)
        for part in pair.source
        if part.start == 0
    ]
    italian.sort(key=lambda entry: entry[0].order)
    english = article_parts(db, reference.id)
    links = align([p.text(words) for p, _ in italian], [p.text(words) for p, _ in english])
    version = versions.add_version(db, article.id, "reference", "", ids)
    pairs = pairing.from_links(italian, english, links)
    alignment, _ = alignments.add_alignment(db, version, pairs, words, (PAIRED, author, None))
    versions.choose_alignment(db, version, alignment)
    versions.mark_imported(db, get_preview(db, version))
    return True
