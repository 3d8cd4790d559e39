"""Errors that people mark, and the scores they give, by the forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workbench import workflow
from workbench.mqm import ESA_ANCHORS

if TYPE_CHECKING:
    from flask.testing import FlaskClient
    from sqlite_utils import Database

HX = {"HX-Request": "true"}


@pytest.fixture
def number(db: Database, article: tuple[str, str]) -> int:
    """The second paragraph."""
    return workflow.version(db, *article).segments[1].id


@pytest.fixture
def marks(article: tuple[str, str], number: int) -> str:
    """The address of the errors marked in it."""
    return "/articles/{}/{}/segments/{}/marks".format(*article, number)


def words(db: Database, number: int) -> list[str]:
    return [f"{each.verdict.severity} {each.words}" for each in workflow.marks_of(db, number)]


def test_an_error_is_marked_changed_removed_and_taken_back(
    client: FlaskClient, db: Database, marks: str, number: int
) -> None:
    form = {"words": "2.4 billion", "severity": "major", "comment": "<million>"}
    answer = client.post(marks, data=form, headers=HX).text
    assert "&lt;million&gt;" in answer
    assert words(db, number) == ["major 2.4 billion"]
    filled = client.get(f"{marks}?change=1", headers=HX).text
    assert 'value="2.4 billion"' in filled
    client.post(marks, data={"words": "billion", "severity": "critical", "instead": "1"})
    assert words(db, number) == ["critical billion"]
    client.post(marks, data={"action": "remove:1"})
    assert words(db, number) == []
    client.post(marks, data={"action": "undo"})
    client.post(marks, data={"action": "undo"})
    assert words(db, number) == ["major 2.4 billion"]


def test_without_scripts_the_form_leads_to_its_page(client: FlaskClient, marks: str) -> None:
    assert client.post(marks, data={"words": "billion", "severity": "minor"}).location == marks
    assert '<q lang="en">billion</q>' in client.get(marks).text


def test_no_words_in_the_italian_are_all_of_it(
    client: FlaskClient, db: Database, marks: str, number: int
) -> None:
    client.post(marks, data={"side": "source", "severity": "critical"})
    (mark,) = workflow.marks_of(db, number)
    assert mark.words == workflow.version(db, *place(marks)).segments[1].source


def place(marks: str) -> tuple[str, str]:
    slug, system = marks.split("/")[2:4]
    return slug, system


@pytest.mark.parametrize(
    ("form", "status", "says"),
    [
        ({"words": "unicorn", "severity": "minor"}, 422, "has no “unicorn” in that place"),
        ({"words": "billion"}, 422, "neutral, minor, major or critical"),
        ({"words": "billion", "severity": "bad"}, 422, "neutral, minor, major or critical"),
        ({"words": "billion", "severity": "minor", "category": "x"}, 422, "is no kind of error"),
        ({"words": "billion", "severity": "minor", "instead": "77"}, 404, "That mark is gone"),
        ({"action": "remove:²"}, 404, "That mark is gone"),
        ({"action": "confirm:none"}, 404, "That finding is gone"),
        ({"action": "judge", "score": ""}, 422, "a number from 0 to 100"),
        ({"action": "judge", "score": "nan"}, 422, "a number from 0 to 100"),
        ({"action": "judge:101"}, 422, "a number from 0 to 100"),
    ],
)  # fmt: skip
def test_what_cannot_be_marked_is_refused_in_a_sentence(
    client: FlaskClient, marks: str, form: dict[str, str], status: int, says: str
) -> None:
    answer = client.post(marks, data=form, headers=HX)
    assert answer.status_code == status
    assert says in answer.text
    assert "data-own" not in client.get(marks).text


def test_a_finding_becomes_an_error_when_a_person_confirms_it_and_none_when_taken_back(
    client: FlaskClient, db: Database, article: tuple[str, str], marks: str, number: int
) -> None:
    finding = workflow.version(db, *article).segments[1].findings[0]
    for expected in ([finding.key], []):
        answer = client.post(marks, data={"action": f"confirm:{finding.key}"}, headers=HX).text
        assert [each.verdict.finding for each in workflow.marks_of(db, number)] == expected
        assert f'data-confirmed="{"".join(expected)}"' in answer
    client.post(marks, data={"action": f"confirm:{finding.key}"})
    opened = client.get(f"/articles/{article[0]}/{article[1]}/?edit={number}").text
    assert f'value="confirm:{finding.key}" data-confirm aria-pressed="true"' in opened


def test_a_score_is_typed_or_one_of_the_anchors(
    client: FlaskClient, db: Database, marks: str, number: int
) -> None:
    client.post(marks, data={"action": "judge", "score": "72"})
    assert [each.score for each in workflow.judgements_of(db, number)] == [72]
    page = client.post(marks, data={"action": "judge:33", "score": "72"}, headers=HX).text
    assert [each.score for each in workflow.judgements_of(db, number)] == [33]
    assert all(str(says) in page for says in ESA_ANCHORS.values())


def test_a_score_given_while_marking_opens_the_next_paragraph(
    client: FlaskClient, article: tuple[str, str], marks: str, number: int
) -> None:
    form = {"action": "judge", "score": "72", "mode": "mark"}
    answer = client.post(marks, data=form, headers=HX)
    assert answer.headers["HX-Retarget"] == f"#s{number}"
    assert f'id="s{number + 1}"' in answer.text
    assert "edit=3&mode=mark" in client.post(marks, data=form).location


def test_the_article_tells_where_errors_are_marked(
    client: FlaskClient, article: tuple[str, str], marks: str
) -> None:
    client.post(marks, data={"words": "billion", "severity": "minor"})
    page = client.get("/articles/{}/{}/?edit=1".format(*article)).text
    assert page.count("1 marked error") == 1


def test_what_somebody_else_has_marked_is_theirs(
    client: FlaskClient, db: Database, marks: str, number: int
) -> None:
    client.post("/you/", data={"name": "Ada"})
    client.post(marks, data={"words": "billion", "severity": "minor"})
    client.post("/you/", data={"name": "Bruno"})
    page = client.get(marks).text
    assert "Ada" in page
    assert 'value="remove:1"' not in page
    assert client.post(marks, data={"action": "remove:1"}).status_code == 403
    assert words(db, number) == ["minor billion"]


def test_who_reads_for_errors_does_not_see_what_others_found(
    client: FlaskClient, db: Database, marks: str, number: int
) -> None:
    client.post("/you/", data={"name": "Ada"})
    client.post(marks, data={"words": "billion", "severity": "minor"})
    client.post(marks, data={"action": "judge", "score": "72"})
    editor = marks.rpartition("segments/")[0]
    client.post("/you/", data={"name": "Bruno"})
    for address in (f"{marks}?mode=mark", f"{editor}?edit={number}&mode=mark"):
        page = client.get(address).text
        assert "<q" not in page
        assert "Ada" not in page
        assert "marked error" not in page
    assert "Ada: 72" in client.get(marks).text
