"""Whole AI systems measured over all their articles, and beside one another over the same ones."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from workbench.db import write
from workbench.scorers.systems import LEAST, Estimate, estimate
from workbench.store import articles, scores, segments
from workbench.workflow.lookup import get_article, get_version

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlite_utils import Database

    from workbench.model import Against

    Progress = Callable[[int, int], None]
    Texts = dict[tuple[str, str], tuple[str, str]]
    """By article and Italian text, the AI text and what it is measured against."""

MOST_WORDS = 600
"""A longer paragraph is left out: where sacreBLEU must count its edits, that takes minutes."""


class Measured(NamedTuple):
    """What the metrics say of the systems, and when they said it."""

    alone: list[Estimate]
    together: list[Estimate]
    """Two for each metric and each two systems that have the same paragraphs."""
    created: str


def measured(db: Database) -> Measured:
    """What was last measured of whole systems; nothing where nobody has asked for it."""
    listed, created = scores.estimates(db)
    alone = [each for each in listed if not each.other]
    return Measured(alone, [each for each in listed if each.other], created)


def measure_systems(db: Database, progress: Progress | None = None) -> None:
    """Measure every system against the corrections and against the references.

    `progress` is called with the number of measurements done and the number in all.
    """
    texts = _texts(db)
    wanted = list(_wanted(texts))
    found: list[Estimate] = []
    for done, (against, names) in enumerate(wanted):
        if progress:
            progress(done, len(wanted))
        of = [texts[against, name] for name in names]
        shared = [key for key in of[0] if all(key in other for other in of)]
        pairs = {name: [own[key] for key in shared] for name, own in zip(names, of, strict=True)}
        found += estimate(pairs, against)
    with write(db):
        scores.replace_estimates(db, found)
    if progress:
        progress(len(wanted), len(wanted))


def _wanted(
    texts: dict[tuple[Against, str], Texts],
) -> Iterator[tuple[Against, tuple[str, ...]]]:
    """Each system that has texts, and each two that share enough of them."""
    kinds: tuple[Against, ...] = ("correction", "reference")
    for against in kinds:
        names = sorted(name for kind, name in texts if kind == against)
        yield from ((against, (name,)) for name in names)
        for first, second in combinations(names, 2):
            shared = texts[against, first].keys() & texts[against, second].keys()
            if len(shared) >= LEAST:
                yield against, (first, second)


def _texts(db: Database) -> dict[tuple[Against, str], Texts]:
    found: dict[tuple[Against, str], Texts] = {}
    for slug in articles.slugs(db):
        for system in get_article(db, slug).systems:
            for segment in segments.segments(db, get_version(db, slug, system)[1].id):
                key = slug, segment.source or ""
                corrected = segment.current if segment.confirmed else None
                compared: dict[Against, str | None] = {
                    "correction": corrected, "reference": segment.reference,
                }  # fmt: skip
                for against, text in compared.items():
                    if segment.target and text and _short(segment.target) and _short(text):
                        found.setdefault((against, system), {})[key] = segment.target, text
    return found


def _short(text: str) -> bool:
    return len(text.split()) <= MOST_WORDS
