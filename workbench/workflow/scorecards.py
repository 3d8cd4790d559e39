"""Scorecards: what the errors that people marked say of a text and of a system, never of people.

Who gave scores to paragraphs of an article is taken to have read those, and those with marks of
theirs; who only marked errors, all of it. Scores that were given with the program's opinion in
sight are kept apart from those without: it lowers them (Kocmi et al., WMT 2024).
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from workbench.agreement import Overlap, Span, alpha, overlap
from workbench.mqm import Error, Project, Scorecard
from workbench.store import marks as marked
from workbench.store import scorecards as store
from workbench.store.segments import current_texts
from workbench.workflow.lookup import get_version
from workbench.workflow.settings import project

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlite_utils import Database

    from workbench.marks import Judgement, Mark
    from workbench.model import Article, Severity
    from workbench.store.reports import Scope
    from workbench.store.segments import TextRow

Kind = tuple[str, "Severity"]
"""A category, which may be empty, and how bad the error is."""


@dataclass(frozen=True, slots=True)
class Mean:
    """The scores of some paragraphs, 0 to 100 each."""

    segments: int = 0
    points: float = 0.0
    """The sum of the scores."""

    def __add__(self, other: Mean) -> Mean:
        """Both together."""
        return Mean(self.segments + other.segments, self.points + other.points)

    @property
    def value(self) -> float | None:
        """The mean; None where there are none."""
        return self.points / self.segments if self.segments else None


@dataclass(frozen=True, slots=True)
class Card:
    """The errors that were marked in what was read, and the scores that were given."""

    words: int
    """EWC: of the Italian that was read."""
    errors: Counter[Kind] = field(default_factory=Counter)
    alone: Mean = Mean()
    """The scores that were given without the program's help."""
    helped: Mean = Mean()
    """Those with findings or scores in sight."""

    def __add__(self, other: Card) -> Card:
        """Both together."""
        return Card(
            self.words + other.words,
            self.errors + other.errors,
            self.alone + other.alone,
            self.helped + other.helped,
        )

    @property
    def scorecard(self) -> Scorecard:
        """The figures of MQM."""
        errors = [Error(bad, kind) for kind, bad in self.errors.elements()]
        return Scorecard(errors, max(self.words, 1))

    def count(self, severity: Severity) -> int:
        """How many errors are as bad as that."""
        return sum(count for (_, bad), count in self.errors.items() if bad == severity)


class Home(NamedTuple):
    """The card of an article in one system's translation, of all who marked it together."""

    slug: str
    title: str
    system: str
    card: Card


class Agreement(NamedTuple):
    """How far two people agree on what both have read."""

    people: tuple[str, str]
    overlap: Overlap | None
    alpha: float | None
    """Of the scores that both gave with help in sight, or both without."""
    scored: int
    """How many paragraphs have two such scores."""


class Sheet(NamedTuple):
    """All that people marked in an article in one system's translation."""

    article: Article
    system: str
    cards: dict[str, Card]
    """By who marked it."""
    marks: list[tuple[int, Mark]]
    """With the place of the paragraph, from 0."""
    agreements: list[Agreement]
    project: Project


def scorecards(db: Database, scope: Scope) -> list[Home]:
    """The cards of all articles that anybody marked or judged in these weeks, in no order."""
    found, judged = store.errors(db, scope), store.scores(db, scope)
    read = store.words_read(db, scope)
    partly = {(row.version, row.author) for row in judged}
    works = partly | {(row.version, row.author) for row in found}
    homes = store.homes(db, json.dumps(sorted({version for version, _ in works})))
    cards: dict[int, Card] = dict.fromkeys(homes, Card(0))
    for version, author in works:
        words = read[version, author] if (version, author) in partly else homes[version].words
        cards[version] += Card(int(words))
    for error in found:
        cards[error.version] += Card(0, Counter({(error.category, error.severity): error.errors}))
    for row in judged:
        given = Mean(row.segments, row.points)
        cards[row.version] += Card(0, helped=given) if row.helped else Card(0, alone=given)
    return [Home(each.slug, each.title, each.system, cards[id_]) for id_, each in homes.items()]


def by_system(homes: Iterable[Home]) -> dict[str, Card]:
    """The cards of each system's articles, added up."""
    found: dict[str, Card] = {}
    for home in homes:
        found[home.system] = found.get(home.system, Card(0)) + home.card
    return dict(sorted(found.items()))


def sheet(db: Database, slug: str, system: str) -> Sheet:
    """The scorecards of one article, with every mark and how far people agree.

    Raises:
        NotFound: there is no such article or system.
    """
    article, version = get_version(db, slug, system)
    texts = current_texts(db, version.id)
    words = store.words_of(db, version.id)
    marks = marked.marks_of_version(db, version.id)
    judged = marked.judgements_of_version(db, version.id)
    people = sorted({each.author for each in marks} | {each.author for each in judged})
    work = {name: _Work(name, marks, judged, set(words)) for name in people}
    places = {text.id: place for place, text in enumerate(texts)}
    current = {text.id: text for text in texts}
    return Sheet(
        article,
        version.system,
        {name: work[name].card(words) for name in people},
        [(places[mark.segment], mark) for mark in marks],
        [_agreement(work[a], work[b], current) for a, b in combinations(people, 2)],
        project(db),
    )


class _Work:
    """What one person did in one article."""

    def __init__(
        self, name: str, marks: list[Mark], judged: list[Judgement], all_: set[int]
    ) -> None:
        self.name = name
        self.marks = [mark for mark in marks if mark.author == name]
        self.judged = {each.segment: each for each in judged if each.author == name}
        touched = {*self.judged, *(mark.segment for mark in self.marks)}
        self.read = touched if self.judged else all_ | touched

    def card(self, words: dict[int, int]) -> Card:
        """The card of it."""
        errors = Counter((mark.verdict.category, mark.verdict.severity) for mark in self.marks)
        given = {
            helped: [each.score for each in self.judged.values() if any(each.help) is helped]
            for helped in (False, True)
        }
        alone, helped = (Mean(len(given[each]), sum(given[each])) for each in (False, True))
        return Card(sum(words.get(each, 0) for each in self.read), errors, alone, helped)

    def spans(self, segments: set[int], current: dict[int, TextRow]) -> list[Span]:
        """The marks in these paragraphs, where they stand now; else in the text they were in."""
        return [
            _span(mark, current[mark.segment]) for mark in self.marks if mark.segment in segments
        ]


def _agreement(one: _Work, other: _Work, current: dict[int, TextRow]) -> Agreement:
    both = one.read & other.read
    alike = [
        (one.judged[each].score, other.judged[each].score)
        for each in sorted(both & set(one.judged) & set(other.judged))
        if any(one.judged[each].help) == any(other.judged[each].help)
    ]
    shared = overlap(one.spans(both, current), other.spans(both, current))
    return Agreement((one.name, other.name), shared, alpha(alike), len(alike))


def _span(mark: Mark, segment: TextRow) -> Span:
    side = mark.verdict.side
    now = (segment.source if side == "source" else segment.current) or ""
    place = mark.place_in(now)
    start, end = place or (mark.verdict.start, mark.verdict.end)
    text = now if place else mark.text
    return Span((mark.segment, side, text), start, end, mark.verdict.severity)
