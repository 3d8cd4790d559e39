"""How well the cleaner tells articles from page furniture, beside others: prints tables.

The pages are those of ``tests/clean`` and of the corpus; where the environment variable
WORKBENCH_BENCH names a folder with ``*.jsonl`` as for ``benchmarks/alignment.py``, its articles
too: in them, a bead of the kind ``chrome`` holds furniture.
"""

from __future__ import annotations

import json
import os
import re
import sys
import time
import tomllib
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import justext as justext_library
import trafilatura

from workbench.clean import clean, kept
from workbench.clean.blocks import blocks_of
from workbench.ingest import from_paste, read_file
from workbench.resources import resource_dir

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from workbench.model import Language, RawText

TESTS = Path(__file__).parent.parent / "tests" / "clean"
CORPUS = resource_dir("corpus", "MANIFEST.toml")
# The benchmark counts these among the furniture; here they are of the article, and must stay.
_OF_ARTICLE = re.compile(r"^(?:di|by) [A-Z]|\((?:Foto |Photo: ?)?[A-Z][\w ]+\)$")
TIERS = ("clean", "light", "medium", "hard")
STOPLISTS = {"it": "Italian", "en": "English"}


@dataclass(frozen=True)
class Page:
    """A page, its lines, and the true role of each: ``chrome`` for furniture, else any."""

    raw: RawText
    language: Language
    lines: list[str]
    roles: list[str]

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """Lines and roles."""
        return list(zip(self.lines, self.roles, strict=True))

    @property
    def html(self) -> str:
        """The page as HTML: a line of a plain one is a paragraph."""
        if self.raw.markup == "html":
            return self.raw.text
        lines = "\n".join(f"<p>{escape(line)}</p>" for line in self.lines)
        return f"<html><body>{lines}</body></html>"


@dataclass
class Tally:
    """What is counted over pages."""

    article: int = 0
    lost: int = 0
    chrome: int = 0
    dropped: int = 0
    seconds: float = 0.0
    pages: int = 0

    def row(self, *names: str) -> str:
        """The figures as a line of a Markdown table."""
        share = f"{100 * self.dropped / self.chrome:.1f} %" if self.chrome else "–"
        cells = (
            *names,
            f"{self.lost} of {self.article}",
            f"{share} of {self.chrome}" if self.chrome else share,
            f"{1000 * self.seconds / max(1, self.pages):.1f}",
        )
        return f"| {' | '.join(cells)} |"


def ours(page: Page) -> list[str]:
    """What Workbench keeps."""
    return [paragraph.text for paragraph in kept(clean(page.raw, page.language))]


def trafilatura_recall(page: Page) -> list[str]:
    """What trafilatura takes for the article, where it is asked to miss little."""
    text = trafilatura.extract(page.html, favor_recall=True, include_comments=False)
    return (text or "").splitlines()


def trafilatura_precision(page: Page) -> list[str]:
    """What trafilatura takes for the article, where it is asked to take little else."""
    text = trafilatura.extract(page.html, favor_precision=True, include_comments=False)
    return (text or "").splitlines()


def justext(page: Page) -> list[str]:
    """What jusText takes for the article, with the stop words of the language."""
    found = justext_library.justext(
        page.html, justext_library.get_stoplist(STOPLISTS[page.language])
    )
    return [paragraph.text for paragraph in found if not paragraph.is_boilerplate]


CLEANERS: dict[str, Callable[[Page], list[str]]] = {
    "Workbench": ours,
    "trafilatura, recall": trafilatura_recall,
    "trafilatura, precision": trafilatura_precision,
    "jusText": justext,
}


def letters(text: str) -> str:
    """Letters and figures alone: other cleaners write spaces and bullets their own way."""
    return re.sub(r"[\W_]+", "", text).casefold()


def count(page: Page, cleaner: Callable[[Page], list[str]], tally: Tally) -> None:
    """Add the page's figures; a line is kept if it is a line of what the cleaner gives."""
    began = time.perf_counter()
    given = cleaner(page)
    tally.seconds += time.perf_counter() - began
    tally.pages += 1
    lines = {letters(line) for line in given}
    whole = "\n".join(letters(line) for line in given)
    article = {letters(line) for line, role in page.pairs if role != "chrome"}
    for line, role in page.pairs:
        key = letters(line)
        if role == "chrome" and key in article:
            continue  # the same words stand in the article: nobody can tell which were kept
        there = key in lines or (len(key) > 30 and key in whole)
        tally.article += role != "chrome"
        tally.lost += role != "chrome" and not there
        tally.chrome += role == "chrome"
        tally.dropped += role == "chrome" and not there


def pasted() -> Iterator[Page]:
    """The plain pages of the tests."""
    for path in sorted((TESTS / "pages").glob("*.txt")):
        rows = [line.split(" ", 1) for line in path.read_text(encoding="utf-8").splitlines()]
        lines = [" ".join(text.split()) for _, text in rows]
        roles = ["chrome" if role == "-" else role for role, _ in rows]
        yield Page(from_paste("\n".join(lines)), _language(path), lines, roles)


def saved() -> Iterator[Page]:
    """The web pages of the tests."""
    for path in sorted((TESTS / "html").glob("*.html")):
        raw = read_file(path)
        rows = path.with_suffix(".txt").read_text(encoding="utf-8").splitlines()
        roles = dict(reversed(row.split(" ", 1)) for row in rows)
        lines = [block.text for block in blocks_of(raw.text)[0]]
        yield Page(raw, _language(path), lines, [roles.get(line, "chrome") for line in lines])


def shipped() -> Iterator[Page]:
    """The pages of the corpus."""
    manifest = tomllib.loads((CORPUS / "MANIFEST.toml").read_text(encoding="utf-8"))
    for article in manifest["article"]:
        folder = CORPUS / article["slug"]
        yield _shipped(folder / "it.txt", article["it_roles"])
        for system in article["systems"]:
            yield _shipped(folder / f"en.{system}.txt", article[system]["roles"])


def _shipped(path: Path, roles: list[str]) -> Page:
    raw = read_file(path)
    lines = [" ".join(line.split()) for line in raw.text.splitlines() if line.strip()]
    return Page(raw, "it" if path.name == "it.txt" else "en", lines, roles)


def benched() -> Iterator[tuple[str, Page]]:
    """The articles of the folder in WORKBENCH_BENCH, with their tiers."""
    folder = os.environ.get("WORKBENCH_BENCH")
    for file in sorted(Path(folder).rglob("*.jsonl")) if folder else []:
        for row in file.read_text(encoding="utf-8").splitlines():
            case = json.loads(row)
            if "gold" in case:
                yield case["tier"], _benched(case, 0, "it")
                yield case["tier"], _benched(case, 1, "en")


def _benched(case: dict[str, list], side: int, language: Language) -> Page:
    lines = case[("source", "target")[side]]
    kinds = case.get("kinds") or [""] * len(case["gold"])
    chrome = {
        index
        for bead, kind in zip(case["gold"], kinds, strict=True)
        if kind == "chrome"
        for index in bead[side]
    }
    roles = [
        "chrome" if index in chrome and not _OF_ARTICLE.search(line) else "body"
        for index, line in enumerate(lines)
    ]
    return Page(from_paste("\n\n".join(lines)), language, lines, roles)


def _language(path: Path) -> Language:
    return "it" if ".it." in path.name else "en"


def roles_right(pages: list[Page]) -> str:
    """How many lines of how many get their true role."""
    right = sum(
        paragraph.role == role
        for page in pages
        for paragraph, role in zip(clean(page.raw, page.language), page.roles, strict=True)
    )
    return f"{right} of {sum(len(page.lines) for page in pages)}"


def table(*head: str) -> Iterator[str]:
    """The head of a Markdown table."""
    yield f"| {' | '.join(head)} |"
    yield "|" + " --- |" * len(head)


def report() -> Iterator[str]:
    """All tables, line by line."""
    sets = {"pasted": list(pasted()), "saved": list(saved()), "corpus": list(shipped())}
    yield from table("pages", "cleaner", "article lines lost", "furniture dropped", "ms")
    for name, pages in sets.items():
        for cleaner, run in CLEANERS.items():
            tally = Tally()
            for page in pages:
                count(page, run, tally)
            yield tally.row(name, cleaner)
    yield ""
    yield from table("pages", "lines in their true role")
    for name in ("pasted", "corpus"):
        yield f"| {name} | {roles_right(sets[name])} |"
    tallies = {tier: Tally() for tier in TIERS}
    for tier, page in benched():
        count(page, ours, tallies[tier])
    if any(tally.pages for tally in tallies.values()):
        yield ""
        yield from table("tier", "article lines lost", "furniture dropped", "ms")
        yield from (tally.row(tier) for tier, tally in tallies.items())


def main() -> None:
    """Measure everything and print the tables."""
    clean("One.", "en")  # the rules are read once, and not timed
    sys.stdout.writelines(f"{line}\n" for line in report())


if __name__ == "__main__":
    main()
