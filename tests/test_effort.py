"""What counts as active time, what no page can have measured, and what may be told to all."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.effort import (
    BEAT_EVERY,
    BEAT_MOST,
    DAY_MOST,
    DIMENSIONS,
    IDLE_CAP,
    KEYS_PER_SECOND,
    Beat,
    SoFar,
    Work,
    active_time,
    check_beat,
    figures,
    of_many,
    plausible,
    report,
    reportable,
)
from workbench.errors import BadInput
from workbench.scorers.characters import characters_changed

if TYPE_CHECKING:
    from collections.abc import Sequence

SECOND, MINUTE = 1000, 60_000
MONDAY = date(2026, 11, 16)
AFTER = MONDAY + timedelta(days=7)


@pytest.mark.parametrize(
    ("seconds", "active"),
    [
        ([], 0),
        ([10], 0),
        ([0, 45], 45),
        ([0, 60], 60),
        ([0, 61], 60),
        ([0, 20 * 60], 60),
        ([0, 1, 2, 3], 3),
        ([0, 30, 30 + 3600, 30 + 3600 + 5], 95),
        ([5, 0, 3], 5),
        ([7, 7, 7], 0),
    ],
)
def test_of_a_pause_sixty_seconds_count_at_most(seconds: list[int], active: int) -> None:
    assert active_time([each * SECOND for each in seconds]) == active * SECOND


signs = st.lists(st.integers(0, 10**9), max_size=40)


@given(signs)
def test_active_time_is_never_negative_and_never_more_than_the_clock(times: list[int]) -> None:
    assert 0 <= active_time(times) <= max(times, default=0) - min(times, default=0)


@given(signs.filter(bool), st.data())
def test_two_stretches_have_together_what_they_have_one_by_one(
    times: list[int], data: st.DataObject
) -> None:
    ordered = sorted(times)
    cut = data.draw(st.integers(0, len(ordered) - 1))
    parts = active_time(ordered[: cut + 1]) + active_time(ordered[cut:])
    assert parts == active_time(times)


@given(signs, st.integers(0, 10**9))
def test_another_sign_in_between_never_takes_time_away(times: list[int], more: int) -> None:
    assert active_time([*times, more]) >= active_time(times)


@given(signs)
def test_work_without_a_pause_counts_in_full(times: list[int]) -> None:
    ordered = sorted(times)
    if all(later - earlier <= IDLE_CAP for earlier, later in pairwise(ordered)):
        assert active_time(times) == max(times, default=0) - min(times, default=0)


def beat(active: int = 1000, keystrokes: int = 5, session: str = "a1b2c3d4", step: int = 1) -> Beat:
    return Beat(1, session, step, active, keystrokes)


@pytest.mark.parametrize(
    "sent",
    [
        beat(active=10 * 3600 * SECOND),
        beat(active=BEAT_MOST + 1),
        beat(active=-1),
        beat(keystrokes=-1),
        beat(session=""),
        beat(session="<script>1"),
        beat(session="x" * 41),
        beat(step=0),
    ],
)
def test_what_no_page_can_have_measured_is_refused(sent: Beat) -> None:
    with pytest.raises(BadInput, match="load the page again"):
        check_beat(sent)


def test_a_pause_and_the_time_between_two_reports_are_no_reason_to_refuse() -> None:
    check_beat(beat(active=IDLE_CAP + BEAT_EVERY))


@pytest.mark.parametrize(
    ("so_far", "kept"),
    [
        (SoFar(), 30 * SECOND),
        (SoFar(elapsed=MINUTE, session=MINUTE, day=MINUTE), 30 * SECOND),
        (SoFar(elapsed=MINUTE, session=MINUTE + BEAT_MOST), 0),
        (SoFar(elapsed=MINUTE, session=MINUTE + BEAT_MOST - 10 * SECOND), 10 * SECOND),
        (SoFar(elapsed=DAY_MOST, session=0, day=DAY_MOST - SECOND), SECOND),
        (SoFar(elapsed=DAY_MOST, session=0, day=DAY_MOST + SECOND), 0),
    ],
)
def test_a_beat_is_cut_to_what_there_was_time_for(so_far: SoFar, kept: int) -> None:
    assert plausible(beat(active=30 * SECOND), so_far).active == kept


def test_nobody_types_faster_than_a_key_repeats() -> None:
    assert plausible(beat(active=10 * SECOND, keystrokes=300), SoFar()).keystrokes == 300
    most = KEYS_PER_SECOND * 11
    assert plausible(beat(active=10 * SECOND, keystrokes=10**9), SoFar()).keystrokes == most


@given(st.lists(st.tuples(st.integers(0, BEAT_MOST), st.integers(0, 10 * MINUTE)), max_size=60))
def test_a_session_never_has_more_than_the_clock_and_one_beat(sent: list[tuple[int, int]]) -> None:
    clock = kept = 0
    for active, wait in sent:
        kept += plausible(beat(active=active), SoFar(clock, kept, kept)).active
        assert kept <= min(clock + BEAT_MOST, DAY_MOST)
        clock += wait


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [("", "", 0), ("monday", "Monday", 2), ("abc", "abc", 0), ("", "abc", 3), ("a b c", "a c", 2)],
)
def test_characters_taken_out_and_put_in_are_counted(old: str, new: str, changed: int) -> None:
    assert characters_changed(old, new) == changed


def works(
    people: Sequence[str], paragraphs: int = 6, *, first: int = 0, day: date = MONDAY, **known: str
) -> list[Work]:
    """Each person does each of the paragraphs in a minute."""
    said = {"article": "Ponte", "system": "argo", "role": "body", **known}
    return [
        Work(person, first + n, day, MINUTE, 60, words=20, changed=30, **said)
        for person in people
        for n in range(paragraphs)
    ]


@pytest.mark.parametrize(
    ("done", "enough"),
    [
        ([], False),
        (works("abc"), True),
        (works("ab"), False),
        (works("a", 50), False),
        (works("abc", 5), True),
        (works("abc", 4), False),
        (works("a", 100) + works("bc", 1), False),
    ],
)
def test_few_people_or_paragraphs_are_not_told_of_nor_the_work_of_nearly_one(
    done: list[Work], enough: bool
) -> None:
    assert reportable(done) is enough


def test_figures_are_of_paragraphs_and_rounded() -> None:
    told = figures(works("abc", 10))
    assert told.paragraphs == 10
    assert told.total == 30 * MINUTE
    assert told.median == 3 * MINUTE
    assert told.words_per_hour == 400  # 10 paragraphs of 20 words in half an hour
    assert told.keys_per_character == 6.0  # 1800 keys for 300 characters


def test_where_nothing_was_changed_or_took_no_time_there_is_no_quotient() -> None:
    told = figures([Work("a", 1, MONDAY, 0, 3, words=9, changed=0)])
    assert (told.words_per_hour, told.keys_per_character) == (None, None)


def test_only_whole_weeks_that_are_over_are_told_of() -> None:
    for today in (MONDAY, MONDAY + timedelta(days=6)):
        assert report(works("abc"), today) == {dimension: [] for dimension in DIMENSIONS}
    told = report(works("abc"), AFTER)
    assert [group.name for group in told["week"]] == ["2026-11-16"]
    assert all(group.figures for groups in told.values() for group in groups)


def test_a_week_of_too_few_people_is_in_no_other_figure_either() -> None:
    lonely = works("a", 9, first=50, day=MONDAY - timedelta(days=7), article="Solo")
    told = report(works("abc") + lonely, AFTER)
    assert [(group.name, group.figures is None) for group in told["week"]] == [
        ("2026-11-16", False),
        ("2026-11-09", True),
    ]
    assert [group.name for group in told["article"]] == ["Ponte"]


def test_a_group_of_too_few_is_not_told_of() -> None:
    done = works("abc", 6, article="Uno") + works("abc", 6, first=20, article="Due")
    done += works("abc", 2, first=40, article="Tre")
    told = {group.name: group.figures for group in report(done, AFTER)["article"]}
    assert told["Tre"] is None


def test_what_is_not_told_does_not_follow_from_the_rest() -> None:
    done = works("abc", 9, article="Uno") + works("abc", 6, first=20, article="Due")
    alone = works("a", 6, first=40, article="Tre")
    told = {group.name: group.figures for group in report(done + alone, AFTER)["article"]}
    assert told["Tre"] is None
    assert told["Due"] is None, "all less Uno and Due would be what one person did"
    assert told["Uno"] is not None


def test_no_report_names_a_person() -> None:
    done = works(["Ada", "Bruno", "Carla"])
    assert not any(name in str(report(done, AFTER)) for name in ("Ada", "Bruno", "Carla"))


people = st.sampled_from("abcd")
anything = st.lists(
    st.builds(
        Work,
        people,
        st.integers(0, 12),
        st.dates(MONDAY - timedelta(days=20), MONDAY),
        st.integers(0, 5 * MINUTE),
        st.integers(0, 500),
        st.sampled_from(["Uno", "Due", "Tre"]),
        st.sampled_from(["argo", "brezza"]),
        st.sampled_from(["body", "headline"]),
        st.just(20),
        st.just(30),
    ),
    max_size=80,
)


@given(anything)
def test_what_is_told_and_what_is_left_are_always_of_enough_people(done: list[Work]) -> None:
    told = report(done, MONDAY)
    shown_weeks = {group.name for group in told["week"] if group.figures}
    pool = [work for work in done if work.week in shown_weeks]
    for dimension in DIMENSIONS[1:]:
        shown = {group.name for group in told[dimension] if group.figures}
        for name in shown:
            assert reportable([work for work in pool if getattr(work, dimension) == name])
        left = [work for work in pool if getattr(work, dimension) not in shown]
        assert not left or not shown or of_many(left)
