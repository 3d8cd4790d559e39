"""Effort is kept only if the newsroom wants it, once, and deleted by whom it concerns."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from workbench import workflow
from workbench.effort import BEAT_MOST, Beat, NotMeasured
from workbench.errors import BadInput, NotFound
from workbench.ingest import from_paste

if TYPE_CHECKING:
    from sqlite_utils import Database

    from workbench.model import Segment


@pytest.fixture
def on(db: Database) -> None:
    """Measuring is switched on."""
    workflow.change_setting(db, "effort", "on", "Ada")


def beat(
    segment: int, active: int = 20_000, keys: int = 7, *, step: int = 1, session: str = "session-1"
) -> Beat:
    return Beat(segment, session, step, active, keys)


def rows(db: Database) -> list[dict[str, object]]:
    return list(db.query("SELECT * FROM effort ORDER BY id"))


def back_in_time(db: Database, days: int) -> None:
    """Let all that was kept have come so many days earlier."""
    then = (datetime.now(UTC) - timedelta(days=days)).isoformat(timespec="seconds")
    db.execute("DROP TRIGGER effort_is_kept")
    db.execute("UPDATE effort SET created = ?", [then])


def test_it_is_off_until_somebody_switches_it_on(db: Database) -> None:
    assert workflow.setting(db, "effort") == ("effort", "off", "", "")
    assert not workflow.is_measured(db)
    chosen = workflow.change_setting(db, "effort", "on", "Ada")
    assert (chosen.value, chosen.author) == ("on", "Ada")
    assert workflow.is_measured(db)


def test_every_choice_is_kept_and_the_newest_one_counts(db: Database) -> None:
    for value, author in (("on", "Ada"), ("on", "Bruno"), ("off", "Carla")):
        workflow.change_setting(db, "effort", value, author)
    kept = [(row["value"], row["author"]) for row in db.query("SELECT * FROM setting")]
    assert kept == [("on", "Ada"), ("off", "Carla")]
    assert not workflow.is_measured(db)
    for change in ("UPDATE setting SET value = 'on'", "DELETE FROM setting"):
        with pytest.raises(sqlite3.IntegrityError, match="settings are never"):
            db.execute(change)


@pytest.mark.parametrize(("name", "value"), [("effort", "yes"), ("effort", ""), ("pay", "on")])
def test_only_settings_that_exist_can_be_chosen(db: Database, name: str, value: str) -> None:
    with pytest.raises(BadInput, match=r"take one of off, on|There is no setting"):
        workflow.change_setting(db, name, value, "Ada")
    assert list(db.query("SELECT * FROM setting")) == []


def test_while_it_is_off_nothing_is_kept(db: Database, first: Segment) -> None:
    with pytest.raises(NotMeasured, match="nothing was kept"):
        workflow.keep_beat(db, beat(first.id), "Ada")
    assert rows(db) == []


@pytest.mark.usefixtures("on")
def test_what_is_kept_is_time_and_a_number_and_no_word(db: Database, first: Segment) -> None:
    assert workflow.keep_beat(db, beat(first.id), "Ada") == 20_000
    (row,) = rows(db)
    assert set(row) == {
        "id", "segment_id", "person", "session", "step", "active", "keystrokes", "created",
    }  # fmt: skip
    assert (row["person"], row["active"], row["keystrokes"]) == ("Ada", 20_000, 7)


@pytest.mark.usefixtures("on")
def test_a_beat_that_comes_twice_counts_once(db: Database, first: Segment) -> None:
    for _ in range(3):
        assert workflow.keep_beat(db, beat(first.id), "Ada") == 20_000
    assert workflow.keep_beat(db, beat(first.id, step=2), "Ada") == 40_000
    assert len(rows(db)) == 2


@pytest.mark.usefixtures("on")
def test_no_client_can_write_hours_in_a_moment(db: Database, first: Segment) -> None:
    with pytest.raises(BadInput, match="0 to 180 seconds"):
        workflow.keep_beat(db, beat(first.id, 10 * 3600 * 1000), "Ada")
    for step in range(1, 30):
        time = workflow.keep_beat(db, beat(first.id, BEAT_MOST, 10**6, step=step), "Ada")
    assert time <= BEAT_MOST + 60_000
    assert sum(int(str(row["keystrokes"])) for row in rows(db)) < 20_000


@pytest.mark.usefixtures("on")
def test_effort_in_a_paragraph_that_does_not_exist_is_refused(db: Database) -> None:
    with pytest.raises(NotFound, match="There is no such paragraph"):
        workflow.keep_beat(db, beat(999), "Ada")


@pytest.mark.usefixtures("on")
def test_work_in_a_paragraph_that_was_merged_meanwhile_is_kept(
    db: Database, slug: str, first: Segment
) -> None:
    workflow.merge_with_next(db, first.id, author="Ada")
    workflow.keep_beat(db, beat(first.id), "Ada")
    (article,) = workflow.own_effort(db, "Ada").articles
    assert (article.slug, article.active) == (slug, 20_000)
    assert article.paragraphs == [(first.id, None, 20_000, 7)]


@pytest.mark.usefixtures("on")
def test_people_see_their_own_figures_by_paragraph_and_day_and_nobody_elses(
    db: Database, slug: str, first: Segment
) -> None:
    workflow.keep_beat(db, beat(first.id), "Ada")
    back_in_time(db, 3)
    workflow.keep_beat(db, beat(first.id, 10_000, 1, step=2), "Ada")
    workflow.keep_beat(db, beat(first.id, 5_000, session="session-2"), "Bruno")
    own = workflow.own_effort(db, "Ada")
    assert [(a.title, a.active, a.keystrokes) for a in own.articles] == [
        ("Riapre il ponte vecchio di Roccalta", 30_000, 8)
    ]
    assert own.articles[0].paragraphs == [(first.id, 1, 30_000, 8)]
    assert [(day.paragraphs, day.active) for day in own.days] == [(1, 10_000), (1, 20_000)]
    assert workflow.own_time(db, slug, "argo", "Bruno") == 5_000
    assert workflow.own_effort(db, "Carla") == ([], [])


@pytest.mark.usefixtures("on")
def test_people_may_delete_their_own_figures_and_no_others(db: Database, first: Segment) -> None:
    workflow.keep_beat(db, beat(first.id), "Ada")
    workflow.keep_beat(db, beat(first.id, step=2), "Ada")
    workflow.keep_beat(db, beat(first.id, session="session-2"), "Bruno")
    assert workflow.delete_own_effort(db, "Ada") == 1
    assert [row["person"] for row in rows(db)] == ["Bruno"]
    assert workflow.delete_own_effort(db, "Ada") == 0


@pytest.mark.usefixtures("on")
def test_what_is_kept_is_never_changed(db: Database, first: Segment) -> None:
    workflow.keep_beat(db, beat(first.id), "Ada")
    with pytest.raises(sqlite3.IntegrityError, match="effort is never changed"):
        db.execute("UPDATE effort SET person = 'Bruno'")


def six_paragraphs(db: Database) -> list[int]:
    """An article of six paragraphs, all of them confirmed."""
    numbers = ("Uno", "Due", "Tre", "Quattro", "Cinque", "Sei")
    italian = "\n\n".join(f"{n} ponti riaprono lunedì in valle." for n in numbers)
    english = "\n\n".join(f"{n} bridges reopen on Monday in the valley." for n in numbers)
    done = workflow.import_pair(db, from_paste(italian), from_paste(english), system="argo")
    ids = [segment.id for segment in workflow.version(db, done.slug).segments]
    for each in ids:
        workflow.save(db, each, "Corrected.", confirm=True, base=0, author="Ada")
    return ids


@pytest.mark.usefixtures("on")
def test_all_together_are_told_only_when_three_people_worked_and_the_week_is_over(
    db: Database,
) -> None:
    ids = six_paragraphs(db)
    for person in ("Ada", "Bruno"):
        for each in ids:
            workflow.keep_beat(db, beat(each, session=f"{person}-in-{each}"), person)
    back_in_time(db, 8)
    (week,) = workflow.effort_report(db)["week"]
    assert week.figures is None
    for each in ids:
        workflow.keep_beat(db, beat(each, session=f"Carla-in-{each}"), "Carla")
    assert [group.figures for group in workflow.effort_report(db)["week"]] == [None]
    db.execute("UPDATE effort SET created = (SELECT min(created) FROM effort)")
    told = workflow.effort_report(db)
    assert all(any(group.figures for group in groups) for groups in told.values())
    (system,) = told["system"]
    assert system.name == "argo"
    assert system.figures is not None
    assert system.figures.paragraphs == len(ids)
    assert system.figures.median == 60_000
    assert not any(person in str(told) for person in ("Ada", "Bruno", "Carla"))


@pytest.mark.usefixtures("on")
def test_paragraphs_that_nobody_has_confirmed_are_not_counted(db: Database, first: Segment) -> None:
    for person in ("Ada", "Bruno", "Carla"):
        workflow.keep_beat(db, beat(first.id, session=f"{person}-session"), person)
    back_in_time(db, 8)
    assert all(groups == [] for groups in workflow.effort_report(db).values())


@pytest.mark.usefixtures("on")
def test_a_report_looks_back_a_quarter_of_a_year(db: Database) -> None:
    for person in ("Ada", "Bruno", "Carla"):
        for each in six_paragraphs(db):
            workflow.keep_beat(db, beat(each, session=f"{person}-in-{each}"), person)
    back_in_time(db, 12 * 7)
    assert workflow.effort_report(db)["week"]
    db.execute("UPDATE effort SET created = ?", ["2020-01-01T00:00:00+00:00"])
    assert workflow.effort_report(db)["week"] == []
