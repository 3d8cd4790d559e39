"""From two texts or a folder to aligned, checked articles, without a look at a preview."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench import ingest
from workbench.errors import BadInput, NotFound
from workbench.messages import message
from workbench.workflow.previews import add_reference, discard_preview, import_preview
from workbench.workflow.receiving import Intake, receive

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from sqlite_utils import Database

    from workbench.model import RawText
    from workbench.workflow.receiving import Received


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
    outlet: str = "",
    newer: bool = False,
    author: str = "import",
) -> Imported:
    """Clean, align, check and store an Italian text and its AI translation.

    A pair that is here already changes nothing. Another English text for the same Italian
    becomes another system's version, or its system's `newer` text.

    Raises:
        BadInput: a text is empty, the same as the other, or in the wrong language; or the
            system has another text for this article.
    """
    got = receive(
        db,
        Intake(
            source,
            target,
            reference,
            system=system,
            title=title,
            slug=slug,
            outlet=outlet,
            newer=newer,
            author=author,
        ),
    )
    if got.state == "preview" and got.version is not None:
        _import(db, got, got.version, author)
        return Imported(got.slug, got.system, new=True)
    referenced = reference is not None and add_reference(db, got.slug, reference, author)
    return Imported(got.slug, got.system, new=referenced)


def _import(db: Database, got: Received, version: int, author: str) -> None:
    """Import what was received; what cannot be imported leaves nothing behind."""
    try:
        import_preview(db, version, author=author)
    except BadInput:
        if got.new:
            discard_preview(db, version)
        raise


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


def import_texts(
    db: Database, name: str, texts: Mapping[str, RawText], author: str = "import"
) -> Iterator[Imported]:
    """Import the texts of one article, by their file names; `name` becomes its short name.

    Raises:
        BadInput: the Italian or the English is missing, or a text cannot be used.
    """
    files = {file.lower(): text for file, text in texts.items()}
    translations = {
        file[len("en.") : -len(".txt")]: texts[file]
        for file in sorted(texts)
        if file.lower().startswith("en.")
    }
    if "it.txt" not in files:
        raise BadInput(message("%(folder)s has no it.txt: add the Italian original.", folder=name))
    if not translations:
        raise BadInput(
            message(
                "%(folder)s has it.txt but no English: add the AI text as en.SYSTEM.txt.",
                folder=name,
            )
        )
    for system, target in translations.items():
        yield import_pair(
            db,
            files["it.txt"],
            target,
            system=system,
            reference=files.get("reference.txt"),
            slug=name,
            author=author,
        )


def _import_article_folder(db: Database, folder: Path) -> Iterator[Imported]:
    named = ("it.txt", "reference.txt")
    paths = [folder / name for name in named if (folder / name).is_file()]
    texts = {path.name: ingest.read_file(path) for path in (*paths, *folder.glob("en.*.txt"))}
    yield from import_texts(db, folder.resolve().name, texts)
