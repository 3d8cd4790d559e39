"""Every address by every role: who may open what, as a table, and that nothing is left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.web.people import log_in, make_account
from workbench.accounts import Role, refusal
from workbench.db import prepare
from workbench.web import create_app
from workbench.web.permissions import NEEDS, PUBLIC

if TYPE_CHECKING:
    from pathlib import Path

    from flask import Flask
    from flask.testing import FlaskClient
    from sqlite_utils import Database
    from werkzeug.routing import Rule
    from werkzeug.test import TestResponse

PLACES = {"slug": "ponte", "system": "argo", "token": "none", "filename": "app.css"}

EVERYBODY = """
    api.check api.get_article api.get_history api.get_job api.get_notes api.get_scores
    api.get_segment api.get_translation api.list_articles api.list_checks api.list_queue
    api.list_segments api.list_terms api.openapi api.settle_thread api.write_note articles.home
    articles.index changes.page checks.index editor.history editor.page editor.scores
    editor.segment editor.segment_scores editor.sentences effort.delete effort.page glossary.index
    jobs.index jobs.page marking.here memory.concordance memory.matches notes.here notes.index
    notes.write own.make_token own.password own.revoke_others own.revoke_session own.revoke_token
    patterns.index person.introduce person.page person.prefer queue.index reports.index
    reports.page reports.plot reports.rule reports.table review.finish_page scorecards.page
    scorecards.table scores.index settings.page
"""
TRANSLATORS = """
    api.change_segment api.dismiss api.export api.import_article api.start_job api.undismiss
    articles.discard articles.import_form articles.import_texts articles.rescore editor.autosave
    editor.dismiss editor.dismiss_alike editor.pairing editor.repair editor.save editor.undismiss
    editor.undo effort.beat exports.page exports.text glossary.export_csv jobs.cancel
    jobs.import_form jobs.import_many marking.act pairing.act pairing.discard pairing.import_
    pairing.page pairing.row presence.here replace.index replace.replace replace.undo
    reports.sum_up scores.measure
"""
EDITORS = """
    reports.accept reports.refuse reports.reopen review.amend review.approve_all review.finish
    review.judge review.reopen
"""
DESK = """
    api.add_term deletion.delete deletion.page editor.deadline glossary.add glossary.change
    glossary.import_csv glossary.remove people.act people.audit people.index people.invite
    reports.demote reports.restore review.assign settings.change
"""
FIRST = {
    **dict.fromkeys(EVERYBODY.split(), Role.GUEST),
    **dict.fromkeys(TRANSLATORS.split(), Role.TRANSLATOR),
    **dict.fromkeys(EDITORS.split(), Role.EDITOR),
    **dict.fromkeys(DESK.split(), Role.DESK),
}
"""By endpoint, the first role that may open it; those after it may too."""


OPENED = (
    "/articles/", "/queue/", "/glossary/", "/scores/", "/settings/", "/you/", "{editor}",
    "{editor}?edit=2", "{editor}?edit=2&mode=review", "{editor}?edit=2&mode=mark",
    "{editor}segments/2/marks", "{editor}finish", "{editor}changes", "{editor}scorecard",
    "/reports/errors", "/reports/marked", "/reports/checks", "/reports/corrections",
)  # fmt: skip
"""Pages on which nothing may be offered that would be refused."""


def rules(app: Flask) -> list[Rule]:
    return sorted(app.url_map.iter_rules(), key=lambda rule: rule.endpoint)


@pytest.fixture
def app(db_path: Path) -> Flask:
    prepare(db_path)
    return create_app(db_path)


def test_every_address_has_a_stated_answer_and_the_table_names_no_other(app: Flask) -> None:
    there = {rule.endpoint for rule in rules(app)}
    assert there == set(NEEDS) | PUBLIC == set(FIRST) | PUBLIC
    assert not set(NEEDS) & PUBLIC


def ask(visitor: FlaskClient, rule: Rule) -> TestResponse:
    """The answer to an empty request."""
    values = {name: PLACES.get(name, 900) for name in rule.arguments}
    with visitor.application.test_request_context():
        address = visitor.application.url_for(rule.endpoint, **values)
    (method,) = set(rule.methods or ()) - {"HEAD", "OPTIONS"}
    return visitor.open(address, method=method, buffered=True)


def is_refused(answer: TestResponse, endpoint: str) -> bool:
    """Whether the role is the reason why nothing was done."""
    if FIRST[endpoint] is Role.GUEST:
        return False
    return answer.status_code == 403 and str(refusal(NEEDS[endpoint])) in answer.text


@pytest.mark.parametrize("role", Role)
def test_each_role_opens_what_it_may_and_nothing_else(app: Flask, db: Database, role: Role) -> None:
    make_account(db, "Chief", Role.DESK)
    name = make_account(db, "Ada", role).name
    visitor, ranks = log_in(app, name), list(Role)
    for rule in rules(app):
        if rule.endpoint in PUBLIC:
            continue
        answer = ask(visitor, rule)
        may = ranks.index(role) >= ranks.index(FIRST[rule.endpoint])
        assert answer.status_code < 500, rule.endpoint
        assert is_refused(answer, rule.endpoint) is not may, rule.endpoint


def test_who_is_not_logged_in_opens_nothing_but_the_door(app: Flask, db: Database) -> None:
    make_account(db, "Chief", Role.DESK)
    stranger = app.test_client()
    statuses = {rule.endpoint: ask(stranger, rule).status_code for rule in rules(app)}
    let_in = {endpoint for endpoint, status in statuses.items() if status not in (302, 401)}
    assert let_in == PUBLIC - {"logins.log_in"}  # which says that the password is wrong


def test_an_address_that_nobody_has_thought_of_opens_to_nobody(app: Flask, db: Database) -> None:
    app.add_url_rule("/new", view_func=lambda: "secret")
    assert app.test_client().get("/new").status_code == 403
    make_account(db, "Chief", Role.DESK)
    assert log_in(app, "Chief").get("/new").status_code == 403
    assert app.test_client().get("/new").location == "/login?next=/new"


def test_a_refusal_says_who_may(app: Flask, db: Database) -> None:
    make_account(db, "Chief", Role.DESK)
    make_account(db, "Gast", Role.GUEST)
    guest = log_in(app, "Gast")
    assert "ask a translator" in guest.post("/replace/").text
    assert "Only the desk" in guest.post("/settings/effort", data={"value": "on"}).text


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("page", OPENED)
def test_a_page_offers_nothing_that_would_be_refused(
    app: Flask, db: Database, article: tuple[str, str], role: Role, page: str
) -> None:
    make_account(db, "Chief", Role.DESK)
    name = make_account(db, "Ada", role).name
    visitor = log_in(app, name)
    shown = visitor.get(page.format(editor="/articles/{}/{}/".format(*article)))
    assert shown.status_code == 200
    matcher = app.url_map.bind("localhost")
    ranks = list(Role)
    for method, address in offers(shown.text):
        endpoint = str(matcher.match(address, method=method)[0])
        if endpoint not in PUBLIC:
            assert ranks.index(FIRST[endpoint]) <= ranks.index(role), address


def test_what_was_drawn_for_one_person_is_not_shown_to_another(
    app: Flask, db: Database, article: tuple[str, str]
) -> None:
    make_account(db, "Chief", Role.DESK)
    editor = "/articles/{}/{}/".format(*article)
    said = []
    for name, role in (("Ada", Role.TRANSLATOR), ("Gast", Role.GUEST), ("Bo", Role.EDITOR)):
        make_account(db, name, role)
        said.append(">Edit</a>" in log_in(app, name).get(editor).text)
    assert said == [True, False, True]


def offers(page: str) -> set[tuple[str, str]]:
    """The addresses that links and forms of a page lead to, each with its method."""
    links = re.findall(r'(?:href|hx-get)="(/[^"#?]*)', page)
    sent = re.findall(r'(?:action|formaction|hx-post|data-draft|data-presence)="(/[^"#?]*)', page)
    looked_up = re.findall(r'<form method="get"[^>]*action="(/[^"#?]*)', page)
    return {("GET", each) for each in links} | {
        ("POST", each) for each in sent if each not in looked_up
    }
