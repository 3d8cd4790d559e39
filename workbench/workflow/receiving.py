"""What comes in becomes a preview: cleaned, paired, and not yet part of anybody's work."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from workbench import ingest, pairing
from workbench.align import align
from workbench.clean import clean, kept, reconcile
from workbench.db import write
from workbench.errors import BadInput
from workbench.messages import message
from workbench.pairing import Part
from workbench.store import alignments, articles, texts, versions
from workbench.workflow.lookup import get_article
from workbench.workflow.naming import free_slug, system_name, tidy, title_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlite_utils import Database

    from workbench.model import Article, Language, Link, Paragraph, RawText, Role
    from workbench.pairing import Pair
    from workbench.store.texts import TextRow
    from workbench.store.versions import VersionRow

PAIRED = message("Paired by the program.")


@dataclass(frozen=True, slots=True)
class Intake:
    """What a person hands in; one of the two sides may come later."""

    source: RawText | None = None
    target: RawText | None = None
    reference: RawText | None = None
    system: str | None = None
    """Name of the AI system; without one it is called ``ai``, ``ai-2`` …"""
    title: str | None = None
    slug: str | None = None
    outlet: str = ""
    """The newspaper or site; lines that come again in its articles are its furniture."""
    article: str | None = None
    """Slug of the article that a text belongs to, where it is here already."""
    newer: bool = False
    """Whether the English takes the place of the one that the system sent before."""
    author: str = "import"


@dataclass(frozen=True, slots=True)
class Received:
    """Where a text is now."""

    slug: str
    system: str
    state: Literal["preview", "known", "waiting"]
    """Ready to be looked at; here already, so nothing was changed; or without its other side."""
    version: int | None = None
    """Id of the preview."""
    new: bool = False
    """Whether the preview was made just now."""


@dataclass(frozen=True, slots=True)
class _Pages:
    """Both sides; a side that is in the store has its id there and is not cleaned again."""

    source: RawText
    target: RawText
    italian: list[Paragraph]
    english: list[Paragraph]
    source_id: int | None
    target_id: int | None


def receive(db: Database, intake: Intake) -> Received:
    """Clean what came in, pair it if both sides are there, and keep it as a preview.

    Raises:
        NotFound: there is no article `intake.article`.
        BadInput: a text is missing, empty, the same as the other, or in the wrong language; or
            the system has another text for this article and `intake.newer` is not set.
    """
    article = _article_of(db, intake)
    held = texts.texts_of(db, article.id) if article else []
    source = next((t for t in held if t.kind == "source"), None)
    lone = next(iter(_waiting(db, article)), None) if article else None
    if lone and intake.target and not _same(lone.raw, intake.target):
        lone = None
    ours, theirs = intake.source or _raw(source), intake.target or _raw(lone)
    if source and intake.source and not _same(source.raw, intake.source):
        raise BadInput(
            message(
                "“%(slug)s” already has another Italian text: leave this one out, or import it "
                "as a new article.",
                slug=article.slug if article else "",
            )
        )
    if ours is None or theirs is None:
        return _wait(db, intake, article)
    ingest.check_pair(ours, theirs)
    known = versions.version_with_text(db, article.id, theirs.text) if article else None
    if article and known:
        return _known(db, intake, article, known)
    outlet = article.outlet if article else tidy(intake.outlet)
    pages = _Pages(
        ours,
        theirs,
        _paragraphs(db, source, ours, "it", outlet),
        _paragraphs(db, lone, theirs, "en", outlet),
        source.id if source else None,
        lone.id if lone else None,
    )
    return _preview(db, intake, article, pages)


def _known(db: Database, intake: Intake, article: Article, row: VersionRow) -> Received:
    if row.imported:
        return Received(article.slug, row.system, "known", row.id)
    if intake.reference:
        with write(db):
            keep_reference(db, article, intake.reference, intake.author)
    return Received(article.slug, row.system, "preview", row.id)


def _preview(db: Database, intake: Intake, article: Article | None, pages: _Pages) -> Received:
    held = texts.texts_of(db, article.id) if article else []
    others = [t for t in held if t.kind == "ai" and t.id != pages.target_id]
    wanted = intake.system or next((t.system for t in held if t.id == pages.target_id), None)
    system = system_name(article, [t.system for t in others], wanted, newer=intake.newer)
    pages, links = _agreed(pages)
    with write(db):
        article = article or _new_article(db, intake, pages.italian)
        edition = 1 + max(
            versions.editions(db, article.id, system),
            *(t.edition for t in others if t.system == system),
            0,
        )
        ids = (
            pages.source_id
            or _keep(db, article, ("source", "", 1), pages.source, pages.italian, intake.author),
            pages.target_id
            or _keep(
                db, article, ("ai", system, edition), pages.target, pages.english, intake.author
            ),
        )
        version = versions.add_version(db, article.id, "ai", system, ids, edition=edition)
        pairs = _pairs(db, article, system, ids, links)
        words = paragraph_texts(db, ids)
        step = (PAIRED, intake.author, None)
        alignment, _ = alignments.add_alignment(db, version, pairs, words, step)
        versions.choose_alignment(db, version, alignment)
        if intake.reference:
            keep_reference(db, article, intake.reference, intake.author)
    return Received(article.slug, system, "preview", version, new=True)


def _wait(db: Database, intake: Intake, article: Article | None) -> Received:
    """Keep one side until the other comes."""
    raw = intake.source or intake.target
    if raw is None:
        raise BadInput(message("Both texts are missing: paste one, or choose a file."))
    if article and intake.source:
        waits = bool(texts.lone_texts(db, article))
        return Received(article.slug, "", "waiting" if waits else "known")
    again = next((t for t in _waiting(db, article) if intake.target and _same(t.raw, raw)), None)
    if again:
        return Received(articles.article_by_id(db, again.article).slug, again.system, "waiting")
    if article:
        raise BadInput(
            message(
                "“%(slug)s” waits for its Italian text and already has another English one: "
                "discard that one first.",
                slug=article.slug,
            )
        )
    language: Language = "it" if intake.source else "en"
    _check_language(raw, language)
    page = _paragraphs(db, None, raw, language, tidy(intake.outlet))
    system = "" if intake.source else system_name(None, (), intake.system, newer=False)
    with write(db):
        article = _new_article(db, intake, page)
        kind = "source" if intake.source else "ai"
        _keep(db, article, (kind, system, 1), raw, page, intake.author)
    return Received(article.slug, system, "waiting")


def keep_reference(db: Database, article: Article, raw: RawText, author: str) -> bool:
    """Keep a human translation; whether it was new. To be called inside a transaction.

    Raises:
        BadInput: the article has another one.
    """
    if texts.has_text(db, article.id, "reference", raw.text):
        return False
    if any(text.kind == "reference" for text in texts.texts_of(db, article.id)):
        raise BadInput(
            message(
                "“%(slug)s” already has another reference text: leave this one out.",
                slug=article.slug,
            )
        )
    page = _paragraphs(db, None, raw, "en", article.outlet)
    _keep(db, article, ("reference", "", 1), raw, page, author)
    return True


def paragraph_texts(db: Database, ids: Sequence[int]) -> dict[int, str]:
    """The words of every paragraph of these texts, by the paragraph's id."""
    return {
        number: paragraph.text for text in ids for number, paragraph in texts.paragraphs(db, text)
    }


def article_parts(db: Database, text: int) -> list[tuple[Part, Role]]:
    """The paragraphs of a text that its cleaning has kept, with their roles."""
    return [
        (Part(paragraph.position, number), paragraph.role)
        for number, paragraph in texts.paragraphs(db, text)
        if not paragraph.dropped
    ]


def _pairs(
    db: Database, article: Article, system: str, ids: tuple[int, int], links: Sequence[Link]
) -> list[Pair]:
    """The first pairs: as the program links them, or as the system's older text had them."""
    old = versions.find_version(db, article.id, system)
    if old is None:
        return pairing.from_links(article_parts(db, ids[0]), article_parts(db, ids[1]), links)
    before = alignments.pairs_of(db, old.alignment)
    used = [part.paragraph for pair in before for part in pair.target]
    earlier, newer = texts.paragraphs(db, old.target_text), texts.paragraphs(db, ids[1])
    words = paragraph_texts(db, (ids[0], old.target_text, ids[1]))
    return pairing.renewed(before, words, pairing.still_in(earlier, used, newer))


def _links(italian: Sequence[Paragraph], english: Sequence[Paragraph]) -> list[Link]:
    return align([p.text for p in kept(italian)], [p.text for p in kept(english)], cleaned=True)


def _agreed(pages: _Pages) -> tuple[_Pages, list[Link]]:
    """Both pages with roles that agree, and the links between what is kept of them."""
    links = _links(pages.italian, pages.english)
    italian, english = reconcile(pages.italian, pages.english, links)
    agreed = replace(
        pages,
        italian=pages.italian if pages.source_id else italian,
        english=pages.english if pages.target_id else english,
    )
    counts = [len(kept(page)) for page in (pages.italian, pages.english)]
    if [len(kept(page)) for page in (agreed.italian, agreed.english)] != counts:
        links = _links(agreed.italian, agreed.english)
    return agreed, links


def _article_of(db: Database, intake: Intake) -> Article | None:
    """The article that the texts belong to, where it is here already."""
    if intake.article:
        return get_article(db, intake.article)
    return articles.article_with_source(db, intake.source.text) if intake.source else None


def _waiting(db: Database, article: Article | None) -> list[TextRow]:
    """The English that waits for its Italian, in one article or in all."""
    return [text for text in texts.lone_texts(db, article) if text.kind == "ai"]


def _raw(text: TextRow | None) -> RawText | None:
    return text.raw if text else None


def _same(one: RawText, other: RawText) -> bool:
    return one.text.strip() == other.text.strip()


def _paragraphs(
    db: Database, stored: TextRow | None, raw: RawText, language: Language, outlet: str
) -> list[Paragraph]:
    """The page as it is in the store, or cleaned with what the outlet's other pages have shown."""
    if stored:
        return [paragraph for _, paragraph in texts.paragraphs(db, stored.id)]
    known = texts.outlet_lines(db, outlet, "source" if language == "it" else "ai")
    return clean(raw, language, known=known, outlet=outlet)


def _new_article(db: Database, intake: Intake, page: Sequence[Paragraph]) -> Article:
    title = tidy(intake.title) or title_of(page)
    slug = free_slug(intake.slug or title, articles.slugs(db))
    articles.add_article(db, slug, title, tidy(intake.outlet))
    return get_article(db, slug)


def _keep(
    db: Database,
    article: Article,
    name: tuple[str, str, int],
    raw: RawText,
    page: Sequence[Paragraph],
    author: str,
) -> int:
    """The id of a new text; `name` is its kind, system and edition."""
    text = texts.add_text(db, article.id, name, raw, author)
    texts.add_paragraphs(db, text, page)
    return text


def _check_language(raw: RawText, wanted: Language) -> None:
    """A text that comes alone cannot be compared with the other side: only its language can."""
    found = ingest.guess_language(raw.text)
    if wanted == "it" and found == "en":
        raise BadInput(
            message(
                "“%(source)s” is English: the original must be the Italian text.", source=raw.name
            )
        )
    if wanted == "en" and found == "it":
        raise BadInput(
            message(
                "“%(target)s” is Italian: the translation must be the English text.",
                target=raw.name,
            )
        )
