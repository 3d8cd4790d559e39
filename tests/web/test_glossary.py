"""The glossary's page: add, change, remove, put back, a table out and in; terms in the editor."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest

from workbench import workflow
from workbench.model import Term

if TYPE_CHECKING:
    from flask.testing import FlaskClient
    from sqlite_utils import Database

BRIDGE = {"italian": "ponte", "english": "viaduct", "forbidden": "bridge | span", "note": "desk"}


@pytest.fixture
def term(db: Database) -> Term:
    """The one term there is."""
    workflow.add_term(db, Term("ponte", "viaduct", ("bridge", "span")), "ada")
    return workflow.terms(db)[0]


def page(client: FlaskClient, address: str = "/glossary/") -> str:
    return re.sub(r"\s+", " ", client.get(address).text)


def test_an_empty_glossary_asks_for_its_first_term(client: FlaskClient) -> None:
    shown = page(client)
    assert '<details class="panel" open>' in shown
    assert "nothing to download" in shown


def test_a_term_is_added_and_said_to_be(client: FlaskClient, article: tuple[str, str]) -> None:
    answer = client.post("/glossary/", data=BRIDGE)
    assert answer.status_code == 303
    shown = page(client, answer.location)
    assert "1 term added. 2 paragraphs checked again." in shown
    assert "<del>bridge</del>, <del>span</del>" in shown


def test_what_is_refused_stays_in_the_form(client: FlaskClient) -> None:
    answer = client.post("/glossary/", data={**BRIDGE, "english": "", "cased": "1"})
    assert answer.status_code == 422
    assert "The English is missing" in answer.text
    assert 'value="ponte"' in answer.text
    assert 'value="bridge | span"' in answer.text
    assert re.search(r'name="cased" value="1" checked', answer.text)


def test_a_term_is_changed_in_its_place(client: FlaskClient, db: Database, term: Term) -> None:
    assert f'action="/glossary/{term.id}"' in page(client, f"/glossary/?edit={term.id}")
    sent = {"italian": "ponte", "kind": "keep", "cased": "1"}
    shown = page(client, client.post(f"/glossary/{term.id}", data=sent).location)
    assert "1 term changed." in shown
    assert "stays as it is" in shown
    assert "exact capitals" in shown
    assert workflow.terms(db)[0].cased


def test_a_refused_change_stays_open_with_what_was_typed(client: FlaskClient, term: Term) -> None:
    answer = client.post(f"/glossary/{term.id}", data={"italian": "", "english": "typed here"})
    assert answer.status_code == 422
    assert 'value="typed here"' in answer.text


def test_a_change_that_came_second_shows_both(
    client: FlaskClient, db: Database, term: Term
) -> None:
    workflow.change_term(db, Term("ponte", "crossing", id=term.id), "bruno")
    answer = client.post(f"/glossary/{term.id}", data=BRIDGE)
    assert answer.status_code == 409
    assert "Somebody changed this term" in answer.text
    assert 'value="viaduct"' in answer.text
    assert '<b lang="en">crossing</b>' in answer.text
    now = workflow.terms(db)[0]
    assert client.post(f"/glossary/{now.id}", data=BRIDGE).status_code == 303


def test_a_removed_term_can_be_put_back(client: FlaskClient, db: Database, term: Term) -> None:
    answer = client.post(f"/glossary/{term.id}/remove")
    shown = page(client, answer.location)
    assert workflow.terms(db) == ()
    assert "“ponte” is removed." in shown
    notice = shown[shown.index('class="notice"') : shown.index("Undo")]
    sent = dict(re.findall(r'name="(\w+)" value="([^"]*)"', notice))
    client.post("/glossary/", data=sent)
    assert workflow.terms(db)[0].forbidden == ("bridge", "span")
    assert "is removed" not in page(client, answer.location)


def test_a_term_that_is_gone_is_not_lost_for_who_was_changing_it(
    client: FlaskClient, db: Database, term: Term
) -> None:
    workflow.remove_term(db, term.id, "bruno")
    answer = client.post(f"/glossary/{term.id}", data=BRIDGE)
    assert answer.status_code == 404
    assert 'value="viaduct"' in answer.text
    assert client.post(f"/glossary/{term.id}/remove").status_code == 404


def test_the_list_is_looked_through(client: FlaskClient, db: Database, term: Term) -> None:
    workflow.add_term(db, Term("banda", "band", note="of the town"), "ada")
    assert 'lang="it">banda' in page(client, "/glossary/?q=TOWN")
    assert 'lang="it">ponte' not in page(client, "/glossary/?q=TOWN")
    assert 'lang="it">ponte' in page(client, "/glossary/?q=span")
    assert "No term has these letters" in page(client, "/glossary/?q=xyz")


def test_the_table_is_taken_out_and_in(client: FlaskClient, db: Database, term: Term) -> None:
    answer = client.get("/glossary/glossary.csv")
    assert answer.mimetype == "text/csv"
    assert "glossary.csv" in answer.headers["Content-Disposition"]
    table = answer.data + b"banda,band,,,,\r\n"
    sent = {"file": (io.BytesIO(table), "glossary.csv")}
    back = client.post("/glossary/import", data=sent)
    assert "1 term added." in page(client, back.location)
    assert len(workflow.terms(db)) == 2


def test_a_bad_table_is_refused_with_its_line(client: FlaskClient, db: Database) -> None:
    sent = {"file": (io.BytesIO(b"italian,english\na,b\nc,\n"), "terms.csv")}
    answer = client.post("/glossary/import", data=sent)
    assert answer.status_code == 422
    assert "Line 3 has no English term. Nothing was imported." in answer.text
    assert workflow.terms(db) == ()
    assert client.post("/glossary/import").status_code == 422


def test_the_editor_lists_the_terms_of_the_paragraph(
    client: FlaskClient, db: Database, article: tuple[str, str]
) -> None:
    slug, system = article
    opened = f"/articles/{slug}/{system}/?edit=1"
    assert '<ul class="term-list">' not in page(client, opened)
    workflow.add_term(db, Term("ponte", "viaduct", ("bridge",), note="our word"), "ada")
    workflow.add_term(db, Term("Roccalta", kind="keep"), "ada")
    shown = page(client, opened)
    beside = shown[shown.index('<ul class="term-list">') :]
    for words in ("viaduct", "bridge", "our word", "Roccalta", "stays as it is"):
        assert words in beside[: beside.index("</ul>")]
    assert "The glossary has “viaduct” for “ponte”, and not “bridge”." in shown


def test_the_page_of_the_checks_tells_of_it(client: FlaskClient) -> None:
    assert '<tr id="glossary">' in client.get("/checks/").text


def test_work_in_the_background_counts_paragraphs(client: FlaskClient, db: Database) -> None:
    number = (
        db.table("job")
        .insert(
            {
                "kind": "recheck",
                "state": "running",
                "done": 10,
                "total": 60,
                "created": "2026-01-01",
            }
        )
        .last_pk
    )
    assert "10 of 60 paragraphs checked" in client.get(f"/jobs/{number}").text
    db.table("job").update(number, {"state": "done"})
    assert "Done: 60 paragraphs checked." in client.get(f"/jobs/{number}").text
    assert page(client, f"/glossary/?checked=60&added=2&job={number}").count("being checked") == 1


def test_markup_in_a_term_is_shown_as_text(client: FlaskClient, db: Database) -> None:
    workflow.add_term(db, Term("<b>x</b>", "<i>y</i>"), "ada")
    assert "&lt;b&gt;x&lt;/b&gt;" in client.get("/glossary/").text
    assert "<i>y</i>" not in client.get("/glossary/").text
