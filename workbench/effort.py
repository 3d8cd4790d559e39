"""How much work a paragraph was: what counts as active time, and what may be told of it to all.

**Active time** is measured while a paragraph is open for editing. A sign of work is a key, a
movement or press of the pointer, a scroll or a change of focus there; leaving it and hiding the
page are signs too. Of the time between two signs that follow each other at most 60 seconds count:
people read and think without touching anything, so a pause is work (Krings 1994 takes pauses as
part of the effort of post-editing; PET, Aziz et al. 2012, measures how long a unit is open), but
nobody can tell a long thought from a coffee. So a pause of 45 seconds counts as 45, one of 61 as 60
and one of 20 minutes as 60. While the page is hidden nothing counts.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Literal, NamedTuple

from workbench.errors import BadInput, WorkbenchError
from workbench.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

IDLE_CAP = 60_000
"""Milliseconds that count of a pause, at most."""
BEAT_EVERY = 30_000
"""Milliseconds after which a page tells the server what it has measured."""
BEAT_MOST = 2 * (IDLE_CAP + BEAT_EVERY)
"""Milliseconds of active time that one beat may bring: a pause and an interval, and as much again
for a busy machine. More than that no page measures."""
DAY_MOST = 16 * 3600 * 1000
"""Milliseconds of active time that one person may have within 24 hours."""
KEYS_PER_SECOND = 50
"""More keys than that are no typing; a key that is held down repeats 30 times a second."""
_LARGEST = 2**53
"""Beyond this the numbers of a browser have gaps."""
SESSION = re.compile(r"[A-Za-z0-9_-]{8,40}")


class NotMeasured(WorkbenchError):
    """Effort that nobody wants to know of."""

    status = 403


class Beat(NamedTuple):
    """What a page has measured in one paragraph since its last beat; never what was typed."""

    segment: int
    session: str
    """Random, another one each time that a page is loaded."""
    step: int
    """The number of the beat within its session, so that one that comes twice counts once."""
    active: int
    """Milliseconds."""
    keystrokes: int
    """Keys that put text in or took it out."""


class SoFar(NamedTuple):
    """What the server has heard before a beat."""

    elapsed: int = 0
    """Milliseconds since the first beat of the session."""
    session: int = 0
    """Milliseconds of active time in the session."""
    day: int = 0
    """Milliseconds of active time of the person in the last 24 hours."""


def active_time(signs: Iterable[int], cap: int = IDLE_CAP) -> int:
    """Milliseconds of work, of the times of the signs of work in one paragraph.

    Never negative, never more than the time from the first sign to the last, and what two
    stretches with one sign in common have together is what they have one by one.
    """
    return sum(min(later - earlier, cap) for earlier, later in pairwise(sorted(signs)))


def check_beat(beat: Beat) -> None:
    """Refuse what no page can have measured.

    Raises:
        BadInput: a time or a count is negative or too high, or it is from no session or paragraph.
    """
    numbered = all(1 <= each <= _LARGEST for each in (beat.segment, beat.step))
    if not numbered or not SESSION.fullmatch(beat.session):
        raise BadInput(
            message("This report of effort does not say where it is from: load the page again.")
        )
    if not 0 <= beat.active <= BEAT_MOST or not 0 <= beat.keystrokes <= _LARGEST:
        raise BadInput(
            message(
                "A report of effort holds 0 to %(most)s seconds of work: load the page again.",
                most=BEAT_MOST // 1000,
            )
        )


def plausible(beat: Beat, so_far: SoFar) -> Beat:
    """The beat, cut to what there was time for.

    A session cannot have worked longer than since its first beat, which itself tells of no more
    than `BEAT_MOST`; nor a person more than `DAY_MOST` in 24 hours, in whatever many windows; nor
    type faster than a key repeats.
    """
    time = so_far.elapsed + BEAT_MOST - so_far.session
    room = max(0, min(time, DAY_MOST - so_far.day))
    active = min(beat.active, room)
    keys = KEYS_PER_SECOND * (1 + active // 1000) if room else 0
    return beat._replace(active=active, keystrokes=min(beat.keystrokes, keys))


class Work(NamedTuple):
    """What one person did in one paragraph on one day, with what is known of the paragraph."""

    person: str
    segment: int
    day: date
    active: int
    """Milliseconds."""
    keystrokes: int
    article: str = ""
    system: str = ""
    role: str = ""
    words: int = 0
    """Of the Italian."""
    changed: int = 0
    """Characters put into the AI text or taken out of it."""

    @property
    def week(self) -> str:
        """The Monday of its week, as in 2026-11-23."""
        return monday(self.day).isoformat()


def monday(day: date) -> date:
    """The first day of the week that `day` is in."""
    return day - timedelta(days=day.weekday())


LEAST_PEOPLE = 3
"""Of two people each knows the other's figures by taking away their own; of three nobody does."""
LEAST_PARAGRAPHS = 5
"""Of fewer a median says nothing, and too much of the one who did them."""
MOST_OF_ONE = 0.75
"""Where one person did more than this share of the time, the figures are that person's."""

WEEKS_TOLD = 13
"""How many weeks that are over a report looks back: a quarter of a year."""

Dimension = Literal["week", "article", "system", "role"]
DIMENSIONS: tuple[Dimension, ...] = ("week", "article", "system", "role")


class Figures(NamedTuple):
    """What the work of several people comes to, rounded so that sums give nobody away."""

    paragraphs: int
    total: int
    """Milliseconds, to the quarter of an hour."""
    median: int
    """Milliseconds that a paragraph took, to five seconds."""
    words_per_hour: int | None
    """Italian words, to ten; None where no time was measured."""
    keys_per_character: float | None
    """Keystrokes for each character that differs from the AI text; None where none does."""


class Group(NamedTuple):
    """The work in one article, with one system, in one role or one week."""

    name: str
    figures: Figures | None
    """None where there are too few people or paragraphs to report."""


def report(works: Iterable[Work], today: date) -> dict[Dimension, list[Group]]:
    """What may be told to all, by dimension, each ordered by name, weeks newest first.

    Only weeks that are over count, and of these only those that may be reported themselves: so
    what is new on the page since yesterday, or since last week, is never one person's work.
    """
    over = [work for work in works if work.week < monday(today).isoformat()]
    weeks = _grouped(over, "week")
    told = [work for week in weeks.values() if reportable(week) for work in week]
    groups: dict[Dimension, list[Group]] = {
        "week": [_group(name, week, told=reportable(week)) for name, week in weeks.items()][::-1]
    }
    for dimension in DIMENSIONS[1:]:
        among = _grouped(told, dimension)
        shown = _shown(among)
        groups[dimension] = [_group(name, each, told=name in shown) for name, each in among.items()]
    return groups


def reportable(works: Sequence[Work]) -> bool:
    """Whether enough people did enough of this work that its figures are nobody's own."""
    enough = len({work.segment for work in works}) >= LEAST_PARAGRAPHS
    return enough and of_many(works)


def of_many(works: Iterable[Work]) -> bool:
    """Whether several people did this work, and none of them nearly all of it."""
    times = _sums(works, "person").values()
    return len(times) >= LEAST_PEOPLE and max(times) <= MOST_OF_ONE * sum(times)


def _shown(groups: Mapping[str, Sequence[Work]]) -> set[str]:
    """The groups that are told: all less these must not be the work of few people either."""
    shown = {name for name, works in groups.items() if reportable(works)}
    by_size = sorted(shown, key=lambda name: (sum(work.active for work in groups[name]), name))
    hidden = [work for name, works in groups.items() if name not in shown for work in works]
    for name in by_size:
        if not hidden or of_many(hidden):
            break
        shown.remove(name)
        hidden += groups[name]
    return shown


def _group(name: str, works: Sequence[Work], *, told: bool) -> Group:
    return Group(name, figures(works) if told else None)


def figures(works: Sequence[Work]) -> Figures:
    """The figures of some work, rounded."""
    times = _sums(works, "segment")
    total, keys = sum(times.values()), sum(work.keystrokes for work in works)
    paragraphs = {work.segment: work for work in works}.values()
    words, changed = sum(p.words for p in paragraphs), sum(p.changed for p in paragraphs)
    return Figures(
        paragraphs=len(times),
        total=_to(total, 15 * 60_000),
        median=_to(median(times.values()), 5_000),
        words_per_hour=_to(words * 3_600_000 / total, 10) if total else None,
        keys_per_character=round(keys / changed, 1) if changed else None,
    )


def _grouped(works: Iterable[Work], dimension: Dimension) -> dict[str, list[Work]]:
    groups: dict[str, list[Work]] = {}
    for work in works:
        groups.setdefault(getattr(work, dimension), []).append(work)
    return dict(sorted(groups.items()))


def _sums(works: Iterable[Work], field: Literal["person", "segment"]) -> dict[object, int]:
    """Active time by person or by paragraph."""
    sums: dict[object, int] = {}
    for work in works:
        sums[getattr(work, field)] = sums.get(getattr(work, field), 0) + work.active
    return sums


def _to(value: float, step: int) -> int:
    return round(value / step) * step
