"""Reports: every figure with its plot, its table and its files, filtered by the address."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as Tree

import pytest

from workbench import workflow
from workbench.ingest import from_paste
from workbench.marks import Verdict
from workbench.web.reports import REPORTS

if TYPE_CHECKING:
    from pathlib import Path

    from flask.testing import FlaskClient
    from sqlite_utils import Database

PLACES = ("Lodi", "Como", "Bari", "Enna")
RULE = "/reports/corrections/rule?old=Italia&new=Italy"


@pytest.fixture
def articles(db: Database) -> list[str]:
    """Four articles that say “Italia”, by two systems; three of argo's have been put right."""
    found = []
    for place in PLACES:
        italian = f"Notizie da {place}\n\nL’Italia cresce, dice il sindaco di {place}."
        english = f"News from {place}\n\nItalia grows, says the mayor of {place}."
        done = workflow.import_pair(db, from_paste(italian), from_paste(english), system="argo")
        other = from_paste(english.replace("Italia", "Italy"))
        workflow.import_pair(db, from_paste(italian), other, system="brezza", slug=done.slug)
        found.append(done.slug)
    for slug in found[:3]:
        segment = workflow.version(db, slug, "argo").segments[1]
        text = (segment.current or "").replace("Italia", "Italy")
        workflow.save(db, segment.id, text, confirm=True, base=0, author="ada")
        verdict = Verdict("target", 0, 5, "major", "terminology")
        workflow.mark(db, segment.id, verdict, author="ada")
    return found


def figures(page: str) -> list[str]:
    return re.findall(r'id="f-([\w-]+)"', page)


@pytest.mark.parametrize("language", ["it", "en"])
@pytest.mark.parametrize("name", REPORTS)
def test_an_empty_report_is_a_sentence(client: FlaskClient, name: str, language: str) -> None:
    page = client.get(f"/reports/{name}", headers={"Accept-Language": language})
    assert page.status_code == 200
    assert '<p class="empty">' in page.text
    assert "<svg" not in page.text


def test_the_first_report_stands_at_the_door(client: FlaskClient) -> None:
    assert "Which kinds of errors each AI system makes" in client.get("/reports/").text


@pytest.mark.parametrize("name", REPORTS)
def test_every_figure_downloads_as_it_stands_on_the_page(
    client: FlaskClient, articles: list[str], name: str
) -> None:
    page = client.get(f"/reports/{name}").text
    assert figures(page)
    for figure in figures(page):
        table = client.get(f"/reports/{name}/{figure}.csv")
        assert table.headers["Content-Disposition"].endswith(f"{name}-{figure}.csv")
        rows = list(csv.reader(io.StringIO(table.text.removeprefix("\ufeff"), newline="")))
        shown = page.split(f'id="f-{figure}"')[1].split("</section>")[0]
        assert shown.count("<tr>") == len(rows)
        plot = client.get(f"/reports/{name}/{figure}.svg")
        assert plot.mimetype == "image/svg+xml"
        whole = Tree.fromstring(plot.data)
        assert "--accent" in (whole.findtext("{http://www.w3.org/2000/svg}style") or "")
        tips = [each.text for each in whole.iter("{http://www.w3.org/2000/svg}title")]
        assert tips == re.findall(r"<title(?: id=\"[\w-]+\")?>([^<]*)</title>", shown)


def test_a_filter_is_kept_in_the_address_and_in_every_link(
    client: FlaskClient, articles: list[str]
) -> None:
    page = client.get("/reports/errors?system=brezza&by=month&since=2020-01-01").text
    assert "brezza</h2>" in page
    assert "argo</h2>" not in page
    assert "/reports/editing?system=brezza" in page
    assert re.search(r"classes-1\.csv\?system=brezza[^\"]*by=month", page)


@pytest.mark.parametrize("odd", ["since=x", "until=2026-13-40", "by=year", "split=9999-99-99"])
def test_an_odd_filter_is_passed_over(client: FlaskClient, articles: list[str], odd: str) -> None:
    assert figures(client.get(f"/reports/editing?{odd}").text)


@pytest.mark.parametrize("address", ["/reports/nothing", "/reports/errors/nothing.csv"])
def test_what_is_not_there_is_said_in_a_sentence(client: FlaskClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert "There is no" in answer.text


def test_many_changed_articles_are_counted_when_somebody_asks(
    client: FlaskClient, db_path: Path, articles: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbench.web.reports.PATIENCE", 0)
    page = client.get("/reports/errors").text
    assert "7 articles have changed and are not yet counted again." in page
    answer = client.post("/reports/sum-up")
    workflow.work(db_path)
    assert client.get(answer.location).status_code == 200
    assert "not yet counted" not in client.get("/reports/errors").text


def test_a_suggestion_leads_to_a_prefilled_rule(client: FlaskClient, articles: list[str]) -> None:
    assert RULE.replace("&", "&amp;") in client.get("/reports/corrections").text
    page = client.get(RULE).text
    for field, value in (("italian", "Italia"), ("english", "Italy"), ("forbidden", "Italia")):
        assert re.search(rf'name="{field}"[^>]*value="{value}"', page)
    assert page.count('class="hit"') == 1
    assert page.count("<td>ada</td>") == 3


def test_accepting_a_rule_writes_it_into_the_glossary(
    client: FlaskClient, db: Database, articles: list[str]
) -> None:
    client.get("/reports/corrections")
    typed = {"old": "Italia", "new": "Italy", "italian": "Italia", "english": "Italy"}
    answer = client.post("/reports/corrections/rule", data=typed)
    assert answer.location.startswith("/glossary/?added=1")
    assert [term.italian for term in workflow.terms(db)] == ["Italia"]


def test_a_rule_is_applied_where_it_is_ticked_and_can_be_taken_back(
    client: FlaskClient, db: Database, articles: list[str]
) -> None:
    client.get("/reports/corrections")
    page = client.get(RULE).text
    ticks = {
        name: re.findall(rf'name="{name}"[^>]* value="([\d:]+)"', page) for name in ("hit", "base")
    }
    typed = {"old": "Italia", "new": "Italy", "italian": "Italia", "english": "Italy", "apply": "1"}
    answer = client.post("/reports/corrections/rule", data=typed | ticks)
    assert "Undo" in client.get(answer.location).text
    assert "Italy grows" in (workflow.version(db, articles[3], "argo").segments[1].current or "")


def test_a_rule_that_cannot_be_kept_comes_back_with_all_that_was_typed(
    client: FlaskClient, articles: list[str]
) -> None:
    client.get("/reports/corrections")
    typed = {"old": "Italia", "new": "Italy", "italian": "", "english": "Italy", "note": "mine"}
    answer = client.post("/reports/corrections/rule", data=typed)
    assert answer.status_code == 422
    assert "The Italian term is missing" in answer.text
    assert 'value="mine"' in answer.text


def test_a_refused_rule_is_listed_and_can_be_suggested_again(
    client: FlaskClient, articles: list[str]
) -> None:
    words = {"old": "Italia", "new": "Italy"}
    client.get("/reports/corrections")
    assert client.post("/reports/corrections/refuse", data=words).status_code == 303
    page = client.get("/reports/corrections").text
    assert "1 rule was refused" in page
    assert "No rule<" not in page
    client.post("/reports/corrections/reopen", data=words)
    assert "No rule<" in client.get("/reports/corrections").text


def test_a_noisy_check_is_demoted_and_the_page_says_by_whom(
    client: FlaskClient, db: Database
) -> None:
    for n in range(25):
        row = {"source_sha": f"s{n}", "target_sha": "t", "check_id": "hearsay", "dismissed": 1}
        made = {"finding_key": "k", "author": "ada", "created": "2026-11-02T10:00:00+00:00"}
        db.table("dismissal").insert(row | made)
    assert "dismissed 25 times: right in 0% to 13%" in client.get("/reports/checks").text
    client.post("/you/", data={"name": "Bruno"})
    assert client.post("/reports/checks/hearsay/demote").status_code == 303
    page = client.get("/reports/checks").text
    assert re.search(r"Bruno made its findings hints on .*, when 0 had been put right and 25", page)
    assert "Its findings are hints since" in client.get("/checks/").text
    client.post("/reports/checks/hearsay/restore")
    assert "Its findings are hints since" not in client.get("/checks/").text


@pytest.mark.parametrize(("check", "status"), [("nothing", 404), ("magnitude", 422)])
def test_no_other_check_can_be_demoted(client: FlaskClient, check: str, status: int) -> None:
    assert client.post(f"/reports/checks/{check}/demote").status_code == status


@pytest.mark.parametrize("language", ["it", "en"])
def test_the_change_note_tells_what_was_changed(
    client: FlaskClient, articles: list[str], language: str
) -> None:
    address = f"/articles/{articles[0]}/argo/changes"
    page = client.get(address, headers={"Accept-Language": language}).text
    assert "<del>Italia</del><ins>Italy</ins>" in page
    assert "<b>ada</b>" in page
    assert page.count('class="change"') == 1
