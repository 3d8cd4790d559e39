"""Effort in the pages: off from the start, one's own figures alone, all together without names."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from workbench import workflow
from workbench.web.effort import duration

if TYPE_CHECKING:
    from flask.testing import FlaskClient
    from sqlite_utils import Database
    from werkzeug.test import TestResponse

BEAT = {"segment": 1, "session": "session-1", "step": 1, "active": 90_000, "keystrokes": 12}


@pytest.fixture
def editor(article: tuple[str, str]) -> str:
    """The address of the editor."""
    return "/articles/{}/{}/".format(*article)


@pytest.fixture
def on(client: FlaskClient, article: tuple[str, str]) -> None:
    """Ada has switched it on."""
    be(client, "Ada")
    assert client.post("/settings/effort", data={"value": "on"}).location == "/settings/#effort"


def be(client: FlaskClient, name: str) -> None:
    client.post("/you/", data={"name": name})


def send(client: FlaskClient, **other: object) -> TestResponse:
    return client.post("/effort/beats", data={**BEAT, **other})


def kept(db: Database) -> int:
    return int(next(db.query("SELECT count(*) AS n FROM effort"))["n"])


def test_while_it_is_off_the_editor_says_nothing_and_a_beat_is_refused(
    client: FlaskClient, editor: str, db: Database
) -> None:
    be(client, "Ada")
    page = client.get(editor).text
    assert "data-effort" not in page
    assert "Your time here" not in page
    answer = send(client)
    assert answer.status_code == 403
    assert "Effort is not measured: nothing was kept." in answer.text
    assert kept(db) == 0


@pytest.mark.usefixtures("on")
def test_while_it_is_on_the_editor_shows_ones_own_time(client: FlaskClient, editor: str) -> None:
    assert "data-said>&lt; 1 min</span>" in client.get(editor).text
    assert send(client, active=1_000).text == "< 1 min"
    assert send(client, step=2).text == "2 min"
    page = client.get(editor).text
    assert "data-said>2 min</span>" in page
    assert 'href="/effort/" data-effort="/effort/beats" data-cap="60000"' in page


@pytest.mark.usefixtures("on")
def test_people_without_a_name_are_not_measured(
    client: FlaskClient, editor: str, db: Database
) -> None:
    be(client, "")
    assert "data-effort" not in client.get(editor).text
    answer = send(client)
    assert answer.status_code == 403
    assert "give yours on the page You" in answer.text
    assert kept(db) == 0
    assert "Effort is measured only for people with a name" in client.get("/effort/").text


@pytest.mark.usefixtures("on")
def test_switched_off_again_it_keeps_nothing_more(
    client: FlaskClient, editor: str, db: Database
) -> None:
    send(client)
    client.post("/settings/effort", data={"value": "off"})
    assert send(client, step=2).status_code == 403
    assert "data-effort" not in client.get(editor).text
    assert kept(db) == 1
    assert "Delete my figures" in client.get("/effort/").text


@pytest.mark.usefixtures("on")
@pytest.mark.parametrize(
    ("wrong", "status"),
    [
        ({"active": 36_000_000}, 422),
        ({"active": "long"}, 422),
        ({"active": "1" * 400}, 422),
        ({"keystrokes": -1}, 422),
        ({"session": "'; DROP TABLE effort"}, 422),
        ({"step": "x"}, 422),
        ({"segment": 999}, 404),
        ({"segment": "x"}, 422),
    ],
)
def test_a_forged_beat_is_refused_and_breaks_nothing(
    client: FlaskClient, db: Database, wrong: dict[str, object], status: int
) -> None:
    assert send(client, **wrong).status_code == status
    assert kept(db) == 0


@pytest.mark.usefixtures("on")
@pytest.mark.parametrize("number", [2**63, 2**64, -(2**70)])
@pytest.mark.parametrize("field", ["segment", "step", "active", "keystrokes"])
def test_numbers_that_no_database_holds_are_refused(
    client: FlaskClient, field: str, number: int
) -> None:
    assert send(client, **{field: number}).status_code in (200, 404, 422)


@pytest.mark.usefixtures("on")
def test_no_other_site_can_send_a_beat_or_delete_figures(client: FlaskClient, db: Database) -> None:
    send(client)
    elsewhere = {"Sec-Fetch-Site": "cross-site"}
    assert client.post("/effort/beats", data=BEAT, headers=elsewhere).status_code == 403
    assert client.post("/effort/delete", headers=elsewhere).status_code == 403
    assert kept(db) == 1


@pytest.mark.usefixtures("on")
def test_another_persons_figures_cannot_be_read(
    client: FlaskClient, editor: str, db: Database
) -> None:
    send(client)
    be(client, "Bruno")
    page = client.get("/effort/").text
    assert "Nothing is kept of you, Bruno." in page
    assert "2 min" not in page
    assert "Ada" not in page
    assert "&lt; 1 min" in client.get(editor).text
    assert "2 min" not in client.get("/effort/?person=Ada&name=Ada").text


@pytest.mark.usefixtures("on")
def test_people_delete_their_own_figures_and_no_others(client: FlaskClient, db: Database) -> None:
    send(client)
    be(client, "Bruno")
    send(client, session="session-2")
    answer = client.post("/effort/delete", data={"person": "Ada"})
    assert answer.location == "/effort/?deleted=1"
    assert (
        "Your figures are deleted: they were about 1 paragraph." in client.get(answer.location).text
    )
    assert [row["person"] for row in db.query("SELECT person FROM effort")] == ["Ada"]


@pytest.mark.usefixtures("on")
def test_ones_own_figures_are_by_paragraph_and_by_day(client: FlaskClient, editor: str) -> None:
    send(client)
    page = client.get("/effort/").text
    assert f'href="{editor}?edit=1#s1">1</a>' in page
    assert page.count('<td class="num">2 min</td><td class="num">12</td>') == 2


@pytest.mark.usefixtures("on")
def test_all_together_hide_small_groups_and_every_name(
    client: FlaskClient, db: Database, article: tuple[str, str]
) -> None:
    ids = [segment.id for segment in workflow.version(db, *article).segments]
    for each in ids:
        workflow.save(db, each, "Corrected.", confirm=True, base=0, author="Ada")
    for person in ("Ada", "Bruno", "Carla"):
        be(client, person)
        for each in ids:
            send(client, segment=each, session=f"{person}-in-{each}")
    then = (datetime.now(UTC) - timedelta(days=8)).isoformat(timespec="seconds")
    db.execute("DROP TRIGGER effort_is_kept")
    db.execute("UPDATE effort SET created = ?", [then])
    be(client, "Dora")
    page = client.get("/effort/").text
    assert page.count("too few to report") == 1, "four paragraphs are too few"
    assert not any(person in page for person in ("Ada", "Bruno", "Carla"))


def test_the_settings_say_what_is_recorded_and_who_chose_it(client: FlaskClient) -> None:
    page = client.get("/settings/").text
    assert "It is off: nothing is measured or sent." in page
    assert "Which keys, in what order or rhythm" in page
    be(client, "Ada")
    client.post("/settings/effort", data={"value": "on"})
    page = client.get("/settings/").text
    assert "It is on." in page
    assert 'Ada, <time datetime="' in page
    assert 'value="off"' in page


@pytest.mark.parametrize(("path", "value"), [("effort", "maybe"), ("pay", "on")])
def test_a_setting_that_does_not_exist_is_refused(
    client: FlaskClient, path: str, value: str
) -> None:
    assert client.post(f"/settings/{path}", data={"value": value}).status_code == 422


@pytest.mark.parametrize(
    ("milliseconds", "said"),
    [
        (0, "0 s"),
        (44_600, "45 s"),
        (59_700, "1 min"),
        (90_000, "2 min"),
        (3_599_000, "1 h 00 min"),
        (11_100_000, "3 h 05 min"),
    ],
)
def test_times_are_said_as_people_say_them(milliseconds: int, said: str) -> None:
    assert duration(milliseconds) == said
