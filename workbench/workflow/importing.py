"""From two texts to an aligned, checked article, or a sentence that says why not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench import ingest
from workbench.align import align
from workbench.clean import clean, kept
from workbench.db import write
from workbench.errors import BadInput, NotFound
from workbench.messages import message
from workbench.store import articles, segments
from workbench.store.segments import VersionRow
from workbench.workflow.lookup import get_article, get_version
from workbench.workflow.pairing import pairs
from workbench.workflow.scoring import check_version

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from sqlite_utils import Database

    from workbench.model import Article, Language, Paragraph, RawText

DEFAULT_SYSTEM = "ai"
MAX_NAME = 40


@dataclass(frozen=True, slots=True)
class Page:
    """A text as it came in and what the cleaner made of it."""

    raw: RawText
    paragraphs: list[Paragraph]


@dataclass(frozen=True, slots=True)
class Imported:
    """Where a pair of texts is now, and whether it was new."""

    slug: str
    system: str
    new: bool


def import_pair(  # noqa: PLR0913 -- each is a choice of the person who imports
    db: Database,
    source: RawText,
    target: RawText,
    *,
    system: str | None = None,
    reference: RawText | None = None,
    title: str | None = None,
    slug: str | None = None,
    author: str = "import",
) -> Imported:
    """Clean, align, check and store an Italian text and its AI translation.

    A pair that is here already changes nothing. Another English text for the same Italian
    becomes another system's version; without a `system` it is called ``ai``, ``ai-2`` …

    Raises:
        BadInput: a text is empty, the same as the other, or in the wrong language; or the
            system has another text for this article.
    """
    ingest.check_pair(source, target)
    italian, english = _page(source, "it"), _page(target, "en")
    human = _page(reference, "en") if reference else None
    with write(db):
        article = articles.article_with_source(db, source.text)
        article = article or _new_article(db, italian, title, slug, author)
        known = articles.text_system(db, article.id, "ai", target.text)
        name = known or _system_name(article, system)
        if known is None:
            _add_version(db, article, "ai", name, english, author)
        referenced = human is not None and _add_reference(db, article, human, author)
        for stale in {*article.systems, name} if referenced else {name} - {known}:
            check_version(db, get_version(db, article.slug, stale)[1].id)
    return Imported(article.slug, name, known is None or referenced)


def import_folder(db: Database, folder: Path) -> Iterator[Imported]:
    """Import `folder`, or every article folder in it, one by one.

    An article folder holds ``it.txt``, one ``en.SYSTEM.txt`` for each AI system and, where a
    person has translated the article, ``reference.txt``.

    Raises:
        NotFound: no such folder.
        BadInput: it holds no article, or a text in it cannot be used.
    """
    for article in article_folders(folder):
        yield from _import_article_folder(db, article)


def article_folders(folder: Path) -> list[Path]:
    """The article folders that `folder` is or holds, by name.

    Raises:
        NotFound: no such folder.
        BadInput: it holds no article.
    """
    if not folder.is_dir():
        raise NotFound(message("There is no folder %(folder)s: check the name.", folder=folder))
    found = [path.parent for path in (folder / "it.txt", *sorted(folder.glob("*/it.txt")))]
    existing = [path for path in found if (path / "it.txt").is_file()]
    if not existing:
        raise BadInput(
            message(
                "%(folder)s holds no article: put it.txt and en.SYSTEM.txt in it, or in a "
                "folder for each article.",
                folder=folder,
            )
        )
    return existing


def _import_article_folder(db: Database, folder: Path) -> Iterator[Imported]:
    source = ingest.read_file(folder / "it.txt")
    human = folder / "reference.txt"
    reference = ingest.read_file(human) if human.is_file() else None
    translations = sorted(folder.glob("en.*.txt"))
    if not translations:
        raise BadInput(
            message(
                "%(folder)s has it.txt but no English: add the AI text as en.SYSTEM.txt.",
                folder=folder,
            )
        )
    for path in translations:
        yield import_pair(
            db,
            source,
            ingest.read_file(path),
            system=path.name.removeprefix("en.").removesuffix(".txt"),
            reference=reference,
            slug=folder.resolve().name,
        )


def _page(raw: RawText, language: Language) -> Page:
    paragraphs = clean(raw.text, language)
    if not kept(paragraphs):
        raise BadInput(
            message(
                "%(name)s holds only page furniture, no article: paste the article's own "
                "paragraphs too.",
                name=raw.name,
            )
        )
    return Page(raw, paragraphs)


def _new_article(
    db: Database, italian: Page, title: str | None, slug: str | None, author: str
) -> Article:
    chosen = " ".join((title or "").split()) or _headline(italian.paragraphs)
    taken = set(articles.slugs(db))
    name = next(n for n in _numbered(ingest.slugify(slug or chosen)) if n not in taken)
    number = articles.add_article(db, name, chosen)
    text = articles.add_text(db, number, "source", "", italian.raw, author)
    articles.add_paragraphs(db, text, italian.paragraphs)
    return get_article(db, name)


def _headline(paragraphs: Sequence[Paragraph]) -> str:
    listed = kept(paragraphs)
    headline = next((p.text for p in listed if p.role == "headline"), listed[0].text)
    return headline if len(headline) <= 200 else f"{headline[:199]}…"


def _numbered(name: str) -> Iterator[str]:
    yield name
    number = 2
    while True:
        yield f"{name}-{number}"
        number += 1


def _system_name(article: Article, wanted: str | None) -> str:
    if wanted is None or not wanted.strip():
        return next(n for n in _numbered(DEFAULT_SYSTEM) if n not in article.systems)
    name = ingest.slugify(wanted, fallback=DEFAULT_SYSTEM)[:MAX_NAME]
    if name in article.systems:
        raise BadInput(
            message(
                "System “%(system)s” already has another text for “%(slug)s”: give this one "
                "another system name.",
                system=name,
                slug=article.slug,
            )
        )
    return name


def _add_version(
    db: Database, article: Article, kind: str, system: str, english: Page, author: str
) -> None:
    source = articles.source_text(db, article.id)
    target = articles.add_text(db, article.id, kind, system, english.raw, author)
    articles.add_paragraphs(db, target, english.paragraphs)
    row = VersionRow(0, article.id, system, source, target)
    version = segments.add_version(db, kind, row)
    italian, kept_english = _kept(db, source), _kept(db, target)
    links = align([p.text for _, p in italian], [p.text for _, p in kept_english])
    made = pairs(italian, kept_english, links)
    segments.add_alignment(db, version, made, "automatic", author)


def _kept(db: Database, text: int) -> list[tuple[int, Paragraph]]:
    return [stored for stored in articles.paragraphs(db, text) if not stored[1].dropped]


def _add_reference(db: Database, article: Article, human: Page, author: str) -> bool:
    """Whether the reference was new to the article."""
    if articles.text_system(db, article.id, "reference", human.raw.text) is not None:
        return False
    if segments.find_version(db, article.id, kind="reference"):
        raise BadInput(
            message(
                "“%(slug)s” already has another reference text: leave this one out.",
                slug=article.slug,
            )
        )
    _add_version(db, article, "reference", "", human, author)
    return True
