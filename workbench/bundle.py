"""Many files at once, loose or in a zip, sorted into the articles they belong to.

Nothing of a zip reaches the file system, and none is read that could hurt: by its size, by where
its files want to be, or by what they are.
"""

from __future__ import annotations

import re
import stat
import unicodedata
import zipfile
import zlib
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from workbench.errors import BadInput, TooLarge
from workbench.ingest import MAX_BYTES
from workbench.messages import message
from workbench.model import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MAX_FILES: Final = 5_000
MAX_UNPACKED: Final = 100_000_000
"""Bytes of all files together: a thousand newspaper pages in a dozen translations."""
MAX_NAME: Final = 200

_TEXT = re.compile(
    r"(?:(?P<article>.+)\.)?(?P<kind>it|reference|en\.[^/]{1,60})\.txt", re.IGNORECASE
)
_ARCHIVES: Final = (".zip", ".7z", ".rar", ".gz", ".tgz", ".bz2", ".xz", ".tar", ".jar")
_ENCRYPTED: Final = 0x1
_LEFT_BY_SYSTEMS: Final = ("__MACOSX", "Thumbs.db", "desktop.ini")


@dataclass(frozen=True, slots=True)
class Bundle:
    """What came in."""

    articles: dict[str, dict[str, bytes]] = field(default_factory=dict)
    """By the article's short name its files: ``it.txt``, ``en.argo.txt`` …"""
    refused: list[Outcome] = field(default_factory=list)
    """Files that belong to no article."""


def unpack(uploads: Iterable[tuple[str, bytes]]) -> Bundle:
    """The articles in files with their names; a zip is opened, its files are taken as if loose.

    A file is known by its name: ``FOLDER/it.txt``, or ``NAME.it.txt`` where there is no folder for
    each article.

    Raises:
        BadInput: there is none, or a zip is broken, encrypted, or holds what no zip of texts does.
        TooLarge: there are too many, or they are too large.
    """
    bundle = Bundle()
    count = size = 0
    for name, data in _flat(uploads):
        count, size = count + 1, size + len(data)
        if count > MAX_FILES:
            raise _too_many()
        if size > MAX_UNPACKED:
            raise _too_much()
        _sort_in(bundle, name, data)
    if not count:
        raise BadInput(message("No file was chosen: choose text files, or a zip with them in it."))
    return bundle


def _flat(uploads: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    for name, data in uploads:
        if name.lower().endswith(".zip"):
            yield from _files_in(name, data)
        elif not _is_of_a_system(name):
            yield name, data


def _files_in(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """The files in a zip; all of it is looked at before any of it is unpacked."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _refuse_dangerous(name, entries)
            yield from (
                (entry.filename, _unpacked(archive, entry))
                for entry in entries
                if not _is_of_a_system(entry.filename)
            )
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
        raise BadInput(
            message("“%(zip)s” is no zip that can be opened: pack the files anew.", zip=name)
        ) from error


def _refuse_dangerous(name: str, entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MAX_FILES:
        raise _too_many()
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise _too_much()
    for entry in entries:
        values = {"zip": name, "file": entry.filename[:MAX_NAME]}
        if entry.flag_bits & _ENCRYPTED:
            raise BadInput(
                message("“%(zip)s” is encrypted: pack the files without a password.", **values)
            )
        if _leads_outside(entry.filename):
            raise BadInput(
                message(
                    "“%(file)s” in “%(zip)s” wants to be outside its folder: pack the files anew.",
                    **values,
                )
            )
        if stat.S_ISLNK(entry.external_attr >> 16):
            raise BadInput(
                message(
                    "“%(file)s” in “%(zip)s” is a link to another file: pack the file itself.",
                    **values,
                )
            )
        if entry.filename.lower().endswith(_ARCHIVES):
            raise BadInput(
                message(
                    "“%(file)s” in “%(zip)s” is packed itself: put its files into one zip.",
                    **values,
                )
            )


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """One file; a zip may lie about its size, so no more is unpacked than it has declared."""
    with archive.open(entry) as file:
        data = file.read(min(entry.file_size, MAX_BYTES) + 1)
    if len(data) > min(entry.file_size, MAX_BYTES):
        raise TooLarge(
            message(
                "“%(file)s” unpacks to more than the %(limit)s MB a text may have: leave it out.",
                file=entry.filename[:MAX_NAME],
                limit=MAX_BYTES // 1_000_000,
            )
        )
    return data


def _sort_in(bundle: Bundle, name: str, data: bytes) -> None:
    path = PurePosixPath(unicodedata.normalize("NFC", name.replace("\\", "/")))
    found = _TEXT.fullmatch(path.name)
    article = (found["article"] or path.parent.name) if found else ""
    if found is None or not article:
        bundle.refused.append(Outcome(name[:MAX_NAME], "refused", message=_NAMELESS))
        return
    files = bundle.articles.setdefault(article[:MAX_NAME], {})
    kind = f"{found['kind']}.txt"
    if kind in files:
        bundle.refused.append(Outcome(name[:MAX_NAME], "refused", message=_TWICE))
        return
    files[kind] = data


_NAMELESS = message(
    "Its name does not say what it is: call it it.txt, en.SYSTEM.txt or reference.txt, in a folder "
    "for each article."
)
_TWICE = message("Another file of this name came in for the same article: name the folders apart.")


def _leads_outside(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or ":" in path.parts[0][:2]


def _is_of_a_system(name: str) -> bool:
    """Whether an operating system puts such a file into folders without being asked."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return any(part.startswith(".") or part in _LEFT_BY_SYSTEMS for part in parts if part != "..")


def _too_many() -> TooLarge:
    return TooLarge(
        message("There are more than %(most)s files: bring them in several times.", most=MAX_FILES)
    )


def _too_much() -> TooLarge:
    return TooLarge(
        message(
            "The files are over %(limit)s MB once unpacked: bring them in several times.",
            limit=MAX_UNPACKED // 1_000_000,
        )
    )
