"""The scorecard's page and file, and what the newsroom sets for it."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from workbench import workflow
from workbench.marks import Verdict

if TYPE_CHECKING:
    from flask.testing import FlaskClient
    from sqlite_utils import Database


@pytest.fixture
def page(article: tuple[str, str]) -> str:
    """The address of the scorecard."""
    return "/articles/{}/{}/scorecard".format(*article)


def mark(db: Database, words: str, author: str, category: str = "") -> None:
    start, end = workflow.place_words(db, 2, "target", words)
    verdict = Verdict("target", start, end, "major", category, "=1+1")
    workflow.mark(db, 2, verdict, author=author)


@pytest.mark.parametrize("language", ["it", "en"])
def test_an_article_without_marks_says_how_to_begin(
    client: FlaskClient, page: str, language: str
) -> None:
    answer = client.get(page, headers={"Accept-Language": language}).text
    assert '<p class="empty">' in answer
    assert "mode=mark" in answer


def test_a_card_names_its_formulae_and_says_that_the_sample_is_too_small(
    client: FlaskClient, db: Database, page: str
) -> None:
    mark(db, "billion", "Ada", "accuracy")
    answer = client.get(page).text
    assert "Based on MQM-Core; APT, NPT, RQS and CQS after Lommel et al. 2024" in answer
    assert "PT 95 and APP 8" in answer
    assert "too small" in answer
    assert '<q lang="en">billion</q>' in answer
    assert "How far people agree" not in answer
    mark(db, "billion", "Bruno")
    assert "Ada, Bruno" in client.get(page).text


def test_the_errors_come_as_a_file_in_which_nothing_is_a_formula(
    client: FlaskClient, db: Database, page: str
) -> None:
    mark(db, "billion", "Ada", "accuracy")
    answer = client.get(f"{page}.csv")
    (row,) = csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff")))
    assert (row["paragraph"], row["words"], row["comment"]) == ("2", "billion", "'=1+1")
    assert row["text"][int(row["start"]) : int(row["end"])] == "billion"


def test_an_unknown_article_has_no_card(client: FlaskClient) -> None:
    assert client.get("/articles/nowhere/argo/scorecard").status_code == 404
    assert client.get("/articles/nowhere/argo/scorecard.csv").status_code == 404


def test_the_newsroom_chooses_what_passes(client: FlaskClient, page: str, db: Database) -> None:
    mark(db, "billion", "Ada")
    for name, value in (("passing-score", "90,5"), ("acceptable-points", "12")):
        answer = client.post(f"/settings/{name}", data={"value": value})
        assert answer.location == f"/settings/#{name}"
        assert f'id="{name}"' in client.get("/settings/").text
    assert "PT 90.5 and APP 12" in client.get(page).text


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("passing-score", "100", "above 0 and below 100"),
        ("passing-score", "nan", "above 0 and below 100"),
        ("acceptable-points", "0", "above 0 and below 1000"),
        ("acceptable-points", "many", "above 0 and below 1000"),
        ("error-kinds", "", "one to 12 kinds"),
        ("error-kinds", "tone", "“tone” is no kind of error"),
        ("error-kinds", "accuracy/" + "x" * 41, "is no kind of error"),
        ("error-kinds", "\n".join(f"style/{n}" for n in range(13)), "one to 12 kinds"),
    ],
)
def test_what_cannot_be_set_is_refused_in_a_sentence(
    client: FlaskClient, name: str, value: str, says: str
) -> None:
    answer = client.post(f"/settings/{name}", data={"value": value})
    assert answer.status_code == 422
    assert says in answer.text


def test_the_newsroom_has_kinds_of_errors_of_its_own(
    client: FlaskClient, db: Database, article: tuple[str, str]
) -> None:
    kinds = "accuracy / Omission\nstyle\n\nstyle\n"
    client.post("/settings/error-kinds", data={"value": kinds})
    marks = "/articles/{}/{}/segments/2/marks".format(*article)
    form = client.get(marks).text
    assert '<option value="accuracy/Omission">Accuracy: Omission</option>' in form
    assert form.count('<option value="style">') == 1
    assert "terminology" not in form
    said = {"words": "billion", "severity": "major", "category": "accuracy/Omission"}
    assert client.post(marks, data=said).status_code == 303
    client.post("/settings/error-kinds", data={"value": "style"})
    assert "Accuracy: Omission" in client.get(f"{marks}?change=1").text
    workflow.bring_up_to_date(db, 60)
    report = client.get("/reports/marked/marked-kinds.csv").text
    assert "Accuracy,accuracy,1" in report
