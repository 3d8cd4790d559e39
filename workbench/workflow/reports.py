"""What all articles together show: of systems, checks and work, and never of people."""

from __future__ import annotations

import time
from collections import Counter
from datetime import date, timedelta
from itertools import combinations
from typing import TYPE_CHECKING, Literal, NamedTuple

from workbench.db import write
from workbench.effort import monday
from workbench.intervals import Difference, Interval, paired, ratio, wilson
from workbench.store import digests
from workbench.store import reports as store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sqlite_utils import Database

    from workbench.store.reports import ArticleRow, Scope, WorkRow

    Progress = Callable[[int, int], None]

Step = Literal["week", "month"]
_TOGETHER = 10
"""Articles that are summed up in one transaction."""
_AT_A_TIME = 1.0
"""Seconds from one note of the progress to the next."""
MOST_WEEKS = 26
"""Weeks that are drawn beside one another, unless somebody asks for more."""
MOST_BINS = 12
"""No editing, eleven steps of ten HTER, the last of them open."""


class Period(NamedTuple):
    """Findings in one system's texts of one week or month."""

    start: str
    system: str
    words: int
    findings: dict[str, int]
    """By category."""


class Editing(NamedTuple):
    """What was confirmed in one week or month."""

    start: str
    segments: int
    words: int
    changed: int
    hter: Interval | None
    """Edits in a hundred words."""


class Spread(NamedTuple):
    """How much editing the confirmed paragraphs of one system needed."""

    system: str
    segments: list[int]
    """By bin: none, up to 10 HTER, up to 20 …, more than 100."""
    unmeasured: int


class Change(NamedTuple):
    """The editing of one system's texts before and after a day."""

    system: str
    before: Interval | None
    after: Interval | None


class Precision(NamedTuple):
    """How often a check was right, of the findings that people decided about."""

    check: str
    fixed: int
    dismissed: int
    share: Interval


class Beside(NamedTuple):
    """Two systems on the same articles: points of findings in 1000 words."""

    first: str
    second: str
    articles: int
    means: tuple[float, float]
    difference: Difference | None
    """How many more the first has; None for few articles."""


def bring_up_to_date(db: Database, patience: float) -> int:
    """Sum up articles that have changed, one at least, for so many seconds; how many are left."""
    until = time.monotonic() + patience
    while waiting := digests.stale(db, _TOGETHER):
        with write(db):
            for version in waiting:
                digests.sum_up(db, version)
                if time.monotonic() >= until:
                    break
        if time.monotonic() >= until:
            break
    return digests.count_stale(db)


def sum_up_all(db: Database, progress: Progress | None = None) -> None:
    """Sum up all articles that have changed.

    `progress` is called with the number done and the number in all.
    """
    total = left = digests.count_stale(db)
    while left:
        if progress:
            progress(max(0, total - left), total)
        left = bring_up_to_date(db, _AT_A_TIME)
    if progress:
        progress(total, total)


def report_systems(db: Database) -> list[str]:
    """The AI systems that reports tell of."""
    return store.systems(db)


def fitting_step(db: Database, scope: Scope) -> Step:
    """Weeks, or months where so many weeks would be too many to look at."""
    known = store.span(db)
    if known is None:
        return "week"
    first, last = max(known[0], scope.since), min(known[1], scope.until)
    days = (date.fromisoformat(last) - date.fromisoformat(first)).days
    return "week" if days <= 7 * MOST_WEEKS else "month"


def error_classes(db: Database, scope: Scope, step: Step) -> list[Period]:
    """What the checks found in the AI texts that came in, by week or month and system.

    Hints are not counted, nor what somebody has dismissed. Errors that people mark are another
    thing and do not belong in these numbers.
    """
    words: Counter[tuple[str, str]] = Counter()
    found: dict[tuple[str, str], Counter[str]] = {}
    for came in store.read(db, scope):
        words[_start(came.week, step), came.system] += came.words
    for row in store.found(db, scope):
        found.setdefault((_start(row.week, step), row.system), Counter())[row.category] += (
            row.findings
        )
    systems = sorted({system for _, system in words})
    return [
        Period(start, system, words[start, system], dict(found.get((start, system), {})))
        for start in _all_between((start for start, _ in words), step)
        for system in systems
    ]


def checks_found(db: Database, scope: Scope) -> tuple[dict[str, int], dict[str, dict[str, int]]]:
    """The words of the Italian that each system has translated, and what each check found there.

    The checks that found most come first.
    """
    words: Counter[str] = Counter()
    found: dict[str, Counter[str]] = {}
    for came in store.read(db, scope):
        words[came.system] += came.words
    for row in store.found(db, scope):
        found.setdefault(row.check, Counter())[row.system] += row.findings
    ordered = sorted(found, key=lambda check: (-found[check].total(), check))
    return dict(words), {check: dict(found[check]) for check in ordered}


def spreads(db: Database, scope: Scope) -> list[Spread]:
    """How much editing paragraphs needed, by system."""
    found: dict[str, dict[int, int]] = {}
    for row in store.bins(db, scope):
        found.setdefault(row.system, {})[row.bin] = row.segments
    return [
        Spread(system, [of.get(each, 0) for each in range(MOST_BINS)], of.get(-1, 0))
        for system, of in sorted(found.items())
    ]


def editing(db: Database, scope: Scope, step: Step) -> list[Editing]:
    """How much was edited in each week or month."""
    groups: dict[str, list[WorkRow]] = {}
    for row in store.work(db, scope):
        groups.setdefault(_start(row.week, step), []).append(row)
    return [_edited(start, groups.get(start, [])) for start in _all_between(groups, step)]


def before_and_after(db: Database, scope: Scope, day: str) -> list[Change]:
    """How much of each system's texts was edited before the week of that day and from it on."""
    groups: dict[str, tuple[list[WorkRow], list[WorkRow]]] = {}
    split = monday(date.fromisoformat(day)).isoformat()
    for row in store.work(db, scope):
        groups.setdefault(row.system, ([], []))[row.week >= split].append(row)
    return [Change(system, *map(_hter, rows)) for system, rows in sorted(groups.items())]


def middle_of(rows: Iterable[Editing]) -> str:
    """The day that parts the weeks in two halves, where nobody names another."""
    days = sorted(date.fromisoformat(row.start) for row in rows if row.start)
    if not days:
        return ""
    return (days[0] + (days[-1] - days[0]) / 2 + timedelta(days=6)).isoformat()


def precisions(db: Database, scope: Scope) -> list[Precision]:
    """How often each check was right, those that are noise first."""
    found = [
        Precision(row.check, row.fixed, row.dismissed, wilson(row.fixed, row.fixed + row.dismissed))
        for row in store.verdicts(db, scope)
        if row.fixed + row.dismissed
    ]
    return sorted(found, key=lambda each: (each.share.high or 0, each.check))


def worst_articles(db: Database, scope: Scope, most: int) -> list[ArticleRow]:
    """Those with most points of findings in 100 words of the AI text, the worst first."""
    rows = [row for row in store.articles(db, scope) if row.words]
    return sorted(rows, key=lambda row: (-row.points / row.words, row.title, row.system))[:most]


def side_by_side(db: Database, scope: Scope) -> list[Beside]:
    """Each two systems on the articles that both have translated."""
    rates: dict[str, dict[str, float]] = {}
    for row in store.articles(db, scope._replace(system="")):
        if row.words:
            rates.setdefault(row.system, {})[row.slug] = 1000 * row.points / row.words
    return [
        _beside(first, second, rates)
        for first, second in combinations(sorted(rates), 2)
        if rates[first].keys() & rates[second].keys()
    ]


def _beside(first: str, second: str, rates: dict[str, dict[str, float]]) -> Beside:
    shared = sorted(rates[first].keys() & rates[second].keys())
    ours, theirs = ([rates[name][slug] for slug in shared] for name in (first, second))
    count = len(shared)
    return Beside(
        first,
        second,
        count,
        (sum(ours) / count, sum(theirs) / count),
        paired([a - b for a, b in zip(ours, theirs, strict=True)]),
    )


def _edited(start: str, rows: list[WorkRow]) -> Editing:
    return Editing(
        start,
        sum(row.segments for row in rows),
        sum(row.words for row in rows),
        sum(row.changed for row in rows),
        _hter(rows),
    )


def _all_between(starts: Iterable[str], step: Step) -> list[str]:
    """These weeks or months and those between them, in which nothing came."""
    days = sorted(date.fromisoformat(start) for start in set(starts) if start)
    if not days:
        return []
    every = (days[0] + timedelta(days=n) for n in range(0, (days[-1] - days[0]).days + 1, 7))
    found = {_start(day.isoformat(), step) for day in every}
    return sorted(found | {day.isoformat() for day in days})


def _hter(rows: Iterable[WorkRow]) -> Interval | None:
    """Edits in a hundred words of an article each; None where nothing is measured."""
    groups: dict[int, list[float]] = {}
    for row in rows:
        sums = groups.setdefault(row.version, [0.0, 0.0])
        sums[0] += 100 * row.edits
        sums[1] += row.measured
    return ratio([(edits, words) for edits, words in groups.values() if words])


def _start(week: str, step: Step) -> str:
    """The Monday of the week, or the first of the month that it is in."""
    return week if step == "week" or not week else f"{week[:7]}-01"
