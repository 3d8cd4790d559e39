"""The pages of the memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workbench import workflow
from workbench.web.memory import Piece, pieces

if TYPE_CHECKING:
    from flask.testing import FlaskClient
    from sqlite_utils import Database

HX = {"HX-Request": "true"}


@pytest.fixture
def confirmed(db: Database, article: tuple[str, str]) -> int:
    """A paragraph about the bridge that somebody has confirmed."""
    segment = workflow.version(db, *article).segments[1]
    workflow.save(db, segment.id, "The <old> bridge reopens.", confirm=True, base=0, author="ada")
    return segment.id


def test_a_concordance_marks_the_words_and_leads_to_their_place(
    client: FlaskClient, confirmed: int
) -> None:
    page = client.get("/concordance/?words=bridge&language=en").text
    assert 'The &lt;old&gt; <mark class="evidence">bridge</mark> reopens.' in page
    assert f"#s{confirmed}" in page


def test_an_empty_search_and_one_without_a_hit_say_so(client: FlaskClient, confirmed: int) -> None:
    assert "Only what people have confirmed is searched." in client.get("/concordance/").text
    assert "No confirmed paragraph has these words." in client.get("/concordance/?words=xyz").text


def test_a_search_that_is_too_long_is_refused_in_one_sentence(client: FlaskClient) -> None:
    answer = client.get("/concordance/?words=" + "a" * 501)
    assert answer.status_code == 422
    assert "search for less" in answer.text


@pytest.mark.parametrize("start", ["-5", "x", "99999999999999999999"])
def test_odd_pages_are_empty_or_the_first(client: FlaskClient, confirmed: int, start: str) -> None:
    assert client.get(f"/concordance/?words=ponte&start={start}").status_code == 200


@pytest.mark.parametrize("headers", [HX, {}])
def test_matches_stand_beside_a_paragraph(
    client: FlaskClient, article: tuple[str, str], confirmed: int, headers: dict[str, str]
) -> None:
    address = "/articles/{}/{}/segments/{}/memory".format(*article, confirmed)
    answer = client.get(address, headers=headers).text
    assert "Nothing like it has been confirmed yet." in answer
    assert ("<html" in answer) == (not headers)


def test_a_paragraph_that_is_not_there_is_404(
    client: FlaskClient, article: tuple[str, str]
) -> None:
    assert client.get("/articles/{}/{}/segments/99/memory".format(*article)).status_code == 404


def test_pieces_joined_are_the_text_without_its_marks() -> None:
    assert pieces("a \x02b\x03 c \x02d\x03") == [
        Piece("a ", found=False),
        Piece("b", found=True),
        Piece(" c ", found=False),
        Piece("d", found=True),
    ]
