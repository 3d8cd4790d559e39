"""Logging in and out, invitations, one's own account, and the desk's pages about people."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

import pytest

from tests.web.people import PASSWORD, log_in, make_account
from workbench import workflow
from workbench.accounts import Role
from workbench.db import prepare
from workbench.web import create_app
from workbench.web.labels import ACTIONS, browser

if TYPE_CHECKING:
    from pathlib import Path

    from flask import Flask
    from flask.testing import FlaskClient
    from sqlite_utils import Database

    from tests.conftest import Later
    from workbench.accounts import Account

NEW = "un nuovo ponte sul mare"


@pytest.fixture
def app(db_path: Path) -> Flask:
    prepare(db_path)
    app = create_app(db_path)
    app.testing = True
    return app


@pytest.fixture
def chief(db: Database, app: Flask) -> Account:
    return make_account(db, "Chief", Role.DESK)


@pytest.fixture
def stranger(app: Flask, chief: Account) -> FlaskClient:
    """A browser that nobody is logged in with, at a workbench that has accounts."""
    return app.test_client()


def secret(page: str) -> str:
    """What a page shows once."""
    (found,) = re.findall(r'class="secret">([^<]+)<', page)
    return html.unescape(found)


def shown(visitor: FlaskClient) -> bool:
    """Whether the browser is let in."""
    return visitor.get("/articles/").status_code == 200


def test_without_accounts_the_workbench_is_open(client: FlaskClient) -> None:
    assert "Your name?" in client.get("/articles/").text
    assert "Log out" not in client.get("/articles/").text
    assert client.get("/login").location == "/articles/"


def test_without_accounts_it_is_open_to_this_machine_alone(db_path: Path) -> None:
    prepare(db_path)
    far = create_app(db_path, local=False).test_client()
    assert far.get("/articles/").location == "/login?next=/articles/"


def test_the_first_account_is_made_in_the_browser_and_closes_the_door(client: FlaskClient) -> None:
    made = client.post("/people/", data={"name": "Ada Neri"})
    assert made.location.startswith("/invitation/")
    assert client.get("/articles/").location == "/login?next=/articles/"
    assert "Ada Neri" in client.get(made.location).text
    client.post(made.location, data={"password": PASSWORD})
    page = client.get("/people/").text
    assert "Ada Neri</a>" in page
    assert "Log out" in page


def test_a_login_leads_to_where_one_wanted_to_go(stranger: FlaskClient) -> None:
    asked = stranger.get("/glossary/?q=ponte")
    assert asked.location == "/login?next=/glossary/?q%3Dponte"
    form = stranger.get(asked.location).text
    assert 'name="next" value="/glossary/?q=ponte"' in form
    data = {"name": "Chief", "password": PASSWORD, "next": "/glossary/?q=ponte"}
    assert stranger.post("/login", data=data).location == "/glossary/?q=ponte"


@pytest.mark.parametrize("wanted", ["//evil.example/", "https://evil.example/", "/\\evil.example"])
def test_a_login_leads_nowhere_else(stranger: FlaskClient, wanted: str) -> None:
    data = {"name": "Chief", "password": PASSWORD, "next": wanted}
    assert stranger.post("/login", data=data).location == "/articles/"


@pytest.mark.parametrize(("name", "password"), [("Chief", "wrong"), ("Nobody", PASSWORD), ("", "")])
def test_a_refused_login_says_the_same_whatever_is_wrong(
    stranger: FlaskClient, name: str, password: str
) -> None:
    answer = stranger.post("/login", data={"name": name, "password": password})
    assert answer.status_code == 401
    assert "The name or the password is wrong." in answer.text
    assert not shown(stranger)


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(stranger: FlaskClient) -> None:
    data = {"name": "Chief", "password": PASSWORD}
    plain = stranger.post("/login", data=data).headers.getlist("Set-Cookie")
    tls = stranger.post("/login", data=data, base_url="https://localhost")
    assert all("HttpOnly" in each and "SameSite=Lax" in each for each in plain)
    assert not any("Secure" in each for each in plain)
    assert all("Secure" in each for each in tls.headers.getlist("Set-Cookie"))


def test_a_login_begins_a_session_of_its_own(app: Flask, chief: Account, db: Database) -> None:
    visitor = log_in(app, "Chief")
    before = visitor.get_cookie("session")
    visitor.post("/login", data={"name": "Chief", "password": PASSWORD})
    after = visitor.get_cookie("session")
    assert before
    assert after
    assert before.value != after.value
    assert len(workflow.logins.sessions(db, chief)) == 1


def test_a_cookie_that_was_copied_is_worth_nothing_after_logging_out(
    app: Flask, stranger: FlaskClient
) -> None:
    visitor = log_in(app, "Chief")
    cookie = visitor.get_cookie("session")
    assert cookie
    stranger.set_cookie("session", cookie.value)
    assert shown(stranger)
    assert visitor.post("/logout").location == "/login"
    assert not shown(visitor)
    assert not shown(stranger)


def test_a_forged_cookie_opens_nothing(stranger: FlaskClient) -> None:
    for name, value in (("session", "eyJfdXNlcl9pZCI6IngifQ.x.y"), ("remember_token", "1|x")):
        stranger.set_cookie(name, value)
        assert not shown(stranger)


def test_logging_out_twice_does_no_harm(stranger: FlaskClient) -> None:
    assert stranger.post("/logout").location == "/login"


def test_passwords_cannot_be_tried_without_end(stranger: FlaskClient) -> None:
    tries = [
        stranger.post("/login", data={"name": "Chief", "password": f"no {number}"})
        for number in range(6)
    ]
    assert [each.status_code for each in tries] == [401] * 5 + [429]
    assert "try again in 1 min." in tries[-1].text
    assert 0 < int(tries[-1].headers["Retry-After"]) <= 60
    right = {"name": "CHIEF", "password": PASSWORD}
    assert stranger.post("/login", data=right).status_code == 429


def test_whoever_tries_passwords_does_not_keep_the_owner_out(
    app: Flask, stranger: FlaskClient
) -> None:
    visitor = log_in(app, "Chief")
    visitor.post("/logout")
    for number in range(60):
        place = {"REMOTE_ADDR": f"10.0.0.{number}"}
        data = {"name": "Chief", "password": "no"}
        last = stranger.post("/login", data=data, environ_overrides=place)
    assert last.status_code == 429
    right = {"name": "Chief", "password": PASSWORD}
    assert stranger.post("/login", data=right).status_code == 429
    assert visitor.post("/login", data=right).status_code == 303


def test_a_browser_that_knows_one_account_is_not_known_to_another(
    app: Flask, db: Database, chief: Account
) -> None:
    make_account(db, "Ada")
    ada = log_in(app, "Ada")
    tries = [ada.post("/login", data={"name": "Chief", "password": "no"}) for _ in range(6)]
    assert tries[-1].status_code == 429


def test_one_address_cannot_try_one_password_on_everybody(stranger: FlaskClient) -> None:
    tries = [
        stranger.post("/login", data={"name": f"Name {number}", "password": PASSWORD})
        for number in range(31)
    ]
    assert [each.status_code for each in tries] == [401] * 30 + [429]


def test_a_colleague_at_the_same_address_keeps_nobody_out(
    app: Flask, stranger: FlaskClient
) -> None:
    known = log_in(app, "Chief")
    for number in range(31):
        stranger.post("/login", data={"name": f"Name {number}", "password": PASSWORD})
    right = {"name": "Chief", "password": PASSWORD}
    assert stranger.post("/login", data=right).status_code == 429
    assert known.post("/login", data=right).status_code == 303


def test_logins_that_succeed_are_not_counted(stranger: FlaskClient) -> None:
    right = {"name": "Chief", "password": PASSWORD}
    assert {stranger.post("/login", data=right).status_code for _ in range(10)} == {303}


def test_an_invitation_is_taken_up_once(app: Flask, chief: Account) -> None:
    desk = log_in(app, "Chief")
    link = secret(
        desk.post("/people/", data={"name": "Bo", "role": "guest"}, follow_redirects=True).text
    )
    assert "secret" not in desk.get("/people/").text
    guest = app.test_client()
    path = link.removeprefix("http://localhost")
    assert "shorter than 12" in guest.post(path, data={"password": "short"}).text
    assert guest.post(path, data={"password": NEW}).status_code == 303
    assert "Bo</a>" in guest.get("/articles/").text
    assert guest.get(path).status_code == 404
    assert "used already" in guest.post(path, data={"password": NEW}).text


def test_the_desk_changes_roles_disables_and_lets_in_again(
    app: Flask, db: Database, chief: Account
) -> None:
    ada = make_account(db, "Ada")
    desk, visitor = log_in(app, "Chief"), log_in(app, "Ada")
    desk.post(f"/people/{ada.id}", data={"action": "role", "role": "guest"})
    assert visitor.get("/replace/").status_code == 403
    desk.post(f"/people/{ada.id}", data={"action": "revoke"})
    assert not shown(visitor)
    desk.post(f"/people/{ada.id}", data={"action": "disable"})
    assert "disabled" in desk.get("/people/").text
    refused = visitor.post("/login", data={"name": "Ada", "password": PASSWORD})
    assert refused.status_code == 401
    desk.post(f"/people/{ada.id}", data={"action": "enable"})
    assert shown(log_in(app, "Ada"))


@pytest.mark.parametrize(
    ("form", "says"),
    [
        ({"action": "disable"}, "nobody would be left"),
        ({"action": "role", "role": "boss"}, "no role “boss”"),
        ({"action": "dance"}, "press one of the buttons"),
    ],
)
def test_what_the_desk_cannot_do_is_said(
    app: Flask, chief: Account, form: dict[str, str], says: str
) -> None:
    answer = log_in(app, "Chief").post(f"/people/{chief.id}", data=form)
    assert answer.status_code == 422
    assert says in answer.text


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({"name": "", "role": "guest"}, 422),
        ({"name": "chief", "role": "guest"}, 409),
        ({"name": "Bo", "role": ""}, 422),
    ],
)
def test_an_invitation_that_cannot_be_sent_is_refused(
    app: Flask, chief: Account, form: dict[str, str], status: int
) -> None:
    assert log_in(app, "Chief").post("/people/", data=form).status_code == status


def test_a_new_link_lets_somebody_choose_another_password(
    app: Flask, db: Database, chief: Account
) -> None:
    ada = make_account(db, "Ada")
    desk = log_in(app, "Chief")
    sent = desk.post(f"/people/{ada.id}", data={"action": "link"}, follow_redirects=True)
    path = secret(sent.text).removeprefix("http://localhost")
    app.test_client().post(path, data={"password": NEW})
    data = {"name": "Ada", "password": NEW}
    assert app.test_client().post("/login", data=data).status_code == 303


def test_another_password_ends_all_other_logins(app: Flask, chief: Account) -> None:
    here, elsewhere = log_in(app, "Chief"), log_in(app, "Chief")
    form = {"password": PASSWORD, "new-password": NEW}
    done = here.post("/you/password", data=form, follow_redirects=True)
    assert "The password is changed" in done.text
    assert shown(here)
    assert not shown(elsewhere)


@pytest.mark.parametrize(
    ("old", "new", "status"), [("wrong", NEW, 401), (PASSWORD, "short", 422), ("", "", 401)]
)
def test_a_password_is_changed_only_by_whoever_knows_it(
    app: Flask, chief: Account, old: str, new: str, status: int
) -> None:
    visitor = log_in(app, "Chief")
    form = {"password": old, "new-password": new}
    answer = visitor.post("/you/password", data=form)
    assert answer.status_code == status
    assert 'role="alert"' in answer.text
    assert shown(visitor)


def test_the_password_cannot_be_guessed_on_a_screen_left_open(app: Flask, chief: Account) -> None:
    visitor = log_in(app, "Chief")
    form = {"password": "no", "new-password": NEW}
    tries = [visitor.post("/you/password", data=form).status_code for _ in range(6)]
    assert tries == [401] * 5 + [429]


def test_one_sees_where_one_is_logged_in_and_ends_it(
    app: Flask, db: Database, chief: Account
) -> None:
    here, elsewhere = log_in(app, "Chief"), log_in(app, "Chief")
    assert "this browser" in here.get("/you/").text
    other = max(each.id for each in workflow.logins.sessions(db, chief))
    here.post(f"/you/sessions/{other}/revoke")
    assert shown(here)
    assert not shown(elsewhere)


def test_all_other_logins_are_ended_at_once(app: Flask, chief: Account) -> None:
    here, *others = (log_in(app, "Chief") for _ in range(3))
    here.post("/you/sessions/revoke")
    assert [shown(each) for each in (here, *others)] == [True, False, False]


def test_nobody_ends_the_login_of_another(app: Flask, db: Database, chief: Account) -> None:
    make_account(db, "Ada")
    desk = log_in(app, "Chief")
    (login,) = workflow.logins.sessions(db, chief)
    log_in(app, "Ada").post(f"/you/sessions/{login.id}/revoke")
    assert shown(desk)


def test_a_token_is_shown_once_and_revoked(app: Flask, db: Database, chief: Account) -> None:
    visitor = log_in(app, "Chief")
    form = {"label": "The CMS", "scope": "read"}
    token = secret(visitor.post("/you/tokens", data=form, follow_redirects=True).text)
    assert workflow.logins.bearer(db, token)
    page = visitor.get("/you/").text
    assert "The CMS" in page
    assert token not in page
    number = workflow.logins.tokens(db, chief)[0].id
    visitor.post(f"/you/tokens/{number}/revoke")
    assert workflow.logins.bearer(db, token) is None


def test_a_token_without_a_label_is_refused_on_the_page(app: Flask, chief: Account) -> None:
    answer = log_in(app, "Chief").post("/you/tokens", data={"label": " ", "scope": "read"})
    assert answer.status_code == 422
    assert "what the token is for" in answer.text


def test_what_one_writes_bears_the_name_of_the_account(
    app: Flask, db: Database, chief: Account, article: tuple[str, str]
) -> None:
    visitor = log_in(app, "chief")
    visitor.set_cookie("name", "Somebody Else")
    segment = workflow.version(db, *article).segments[0]
    address = "/articles/{}/{}/segments/{}".format(*article, segment.id)
    visitor.post(address, data={"text": "Theirs.", "base": "0"})
    assert [each.author for each in workflow.history(db, segment.id)] == ["Chief"]
    assert visitor.post("/you/", data={"name": "Somebody Else"}).status_code == 403


def test_a_form_that_is_sent_after_the_login_has_ended_is_not_lost(stranger: FlaskClient) -> None:
    form = {"text": "Half <an> hour's work.", "base": "0", "password": "swordfish"}
    answer = stranger.post("/articles/ponte/argo/segments/1?edit=1", data=form)
    assert answer.status_code == 401
    assert "\nHalf &lt;an&gt; hour&#39;s work.</textarea>" in answer.text
    assert 'action="/articles/ponte/argo/segments/1?edit=1"' in answer.text
    assert "swordfish" not in answer.text


def test_a_script_that_is_sent_after_the_login_has_ended_gets_a_sentence(
    stranger: FlaskClient,
) -> None:
    answer = stranger.post("/articles/ponte/argo/segments/1/draft", headers={"HX-Request": "true"})
    assert answer.status_code == 401
    assert answer.text.startswith('<p class="alert" role="alert">You are logged out')


def test_the_login_page_is_in_the_language_of_the_person(stranger: FlaskClient) -> None:
    assert 'lang="it"' in stranger.get("/login", headers={"Accept-Language": "it"}).text
    assert stranger.post("/locale", data={"language": "it", "next": "/login"}).location == "/login"
    assert 'lang="it"' in stranger.get("/login").text


def test_a_stranger_is_shown_no_rooms(stranger: FlaskClient) -> None:
    page = stranger.get("/login").text
    assert "/queue/" not in page
    assert "Log out" not in page


def test_a_login_that_was_not_used_for_two_weeks_is_over(
    app: Flask, chief: Account, later: Later
) -> None:
    visitor = log_in(app, "Chief")
    later(days=15)
    assert not shown(visitor)


def test_the_audit_log_is_told_in_words_and_page_by_page(
    app: Flask, db: Database, chief: Account
) -> None:
    for number in range(120):
        workflow.record(db, "Ada", "something-new", f"article-{number}", words=7)
    visitor = log_in(app, "Chief")
    first = visitor.get("/audit/").text
    assert "logged in" in first
    assert "something-new" in first
    assert "words: 7" in first
    assert "article-10 " not in first
    older = re.findall(r'href="(/audit/\?before=\d+)"', first)
    assert "article-10 " in visitor.get(older[0].replace("&amp;", "&")).text


def test_whatever_happens_to_accounts_has_words(app: Flask, db: Database, chief: Account) -> None:
    desk = log_in(app, "Chief")
    desk.post("/people/", data={"name": "Bo", "role": "guest"})
    bo = workflow.accounts.named(db, "Bo").id
    for action in ("link", "revoke", "disable", "enable"):
        desk.post(f"/people/{bo}", data={"action": action})
    desk.post("/logout")
    said = {entry.action for entry in workflow.audit_log(db)}
    assert said <= set(ACTIONS)
    assert len(said) == 7


FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
EDGE = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140 Safari/537.36 Edg/140"
SAFARI = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18 Safari/604.1"


@pytest.mark.parametrize(
    ("agent", "called"),
    [
        (FIREFOX, "Firefox, Linux"),
        (EDGE, "Edge, Windows"),
        (SAFARI, "Safari, iPhone"),
        ("curl/8.5.0", "curl/8.5.0"),
        ("", "–"),
    ],
)
def test_a_browser_is_called_what_people_call_it(agent: str, called: str) -> None:
    assert browser(agent) == called
