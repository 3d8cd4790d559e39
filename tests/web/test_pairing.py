"""The pairing page without scripts and as htmx asks for it: steps, refusals, what changes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from workbench import workflow

if TYPE_CHECKING:
    from flask.testing import FlaskClient
    from sqlite_utils import Database
    from werkzeug.test import TestResponse

Place = tuple[str, str]
PAGE = "/pairing/1/"


@pytest.fixture
def ids(db: Database, article: Place) -> list[int]:
    """The segments of the article, in order."""
    return [segment.id for segment in workflow.version(db, *article).segments]


def texts(db: Database, article: Place) -> list[tuple[str | None, str | None]]:
    return [(s.source, s.target) for s in workflow.version(db, *article).segments]


def act(client: FlaskClient, action: str, *, htmx: bool = False, **fields: object) -> TestResponse:
    """Press a button of the page as it is now."""
    base = re.search(r'name="base" value="(\d+)"', client.get(PAGE).text)
    assert base
    headers = {"HX-Request": "true"} if htmx else {}
    return client.post(PAGE, data={"base": base[1], "action": action, **fields}, headers=headers)


def test_every_pair_and_what_was_left_out_is_on_the_page(
    client: FlaskClient, article: Place, ids: list[int]
) -> None:
    page = client.get(PAGE).text
    assert [int(n) for n in re.findall(r'<section class="pair[^"]*" id="p(\d+)"', page)] == ids
    assert "Back to the article" in page


def test_the_article_leads_to_its_pairing_and_to_one_row(
    client: FlaskClient, article: Place, ids: list[int]
) -> None:
    slug, system = article
    answer = client.get(f"/articles/{slug}/{system}/pairing?row={ids[2]}")
    assert answer.location == f"{PAGE}?row={ids[2]}#p{ids[2]}"
    assert f'value="{ids[2]}" checked' in client.get(answer.location).text


def test_a_step_works_without_scripts(
    client: FlaskClient, db: Database, article: Place, ids: list[int]
) -> None:
    answer = act(client, "merge", row=ids[1])
    assert answer.status_code == 303
    assert len(texts(db, article)) == 3
    assert "Paragraphs 2 and 3 merged." in client.get(answer.location).text


def test_undo_and_redo(client: FlaskClient, db: Database, article: Place, ids: list[int]) -> None:
    before = texts(db, article)
    act(client, "swap", row=ids[1])
    after = texts(db, article)
    assert before != after
    act(client, "undo")
    assert texts(db, article) == before
    act(client, "redo")
    assert texts(db, article) == after


@pytest.mark.parametrize(
    ("action", "count"),
    [("unpair", 5), ("target-down", 4), ("target-up", 4), ("source-down", 4), ("source-up", 4)],
)
def test_each_button_makes_its_step(
    client: FlaskClient, db: Database, article: Place, ids: list[int], action: str, count: int
) -> None:
    before = texts(db, article)
    assert act(client, action, row=ids[1]).status_code == 303
    assert texts(db, article) != before
    assert len(texts(db, article)) == count


def test_ticked_paragraphs_are_paired(
    client: FlaskClient, db: Database, article: Place, ids: list[int]
) -> None:
    page = client.get(PAGE).text
    source, target = (
        re.findall(rf'name="{side}" value="(\d+)"', page) for side in ("source", "target")
    )
    act(client, "pair", source=[source[1], source[2]], target=[target[3]])
    paired = [pair for pair in texts(db, article) if pair[0] and "\n\n" in pair[0]]
    assert len(paired) == 1
    assert paired[0][1].startswith("The municipality")


def test_what_does_not_belong_leaves_the_article_and_can_come_back(
    client: FlaskClient, db: Database, article: Place
) -> None:
    before = texts(db, article)
    source = re.findall(r'name="source" value="(\d+)"', client.get(PAGE).text)[3]
    act(client, "drop", source=source)
    assert before[3][0] not in [pair[0] for pair in texts(db, article)]
    page = client.get(PAGE).text
    assert "1 line left out" in page
    assert "Left out by hand." in page
    act(client, f"restore:{source}")
    assert texts(db, article) == before


def test_a_pair_is_split_between_two_sentences(
    client: FlaskClient, db: Database, article: Place, ids: list[int]
) -> None:
    act(client, "merge", row=ids[1])
    merged = workflow.version(db, *article).segments[1]
    page = client.get(PAGE, query_string={"row": merged.id, "split": 1}).text
    assert page.count('name="source_at"') == 2
    act(
        client,
        "split",
        row=merged.id,
        source_at=merged.source.index("«È"),
        target_at=merged.target.index('"It'),
    )
    assert len(texts(db, article)) == 4


def test_a_role_is_set(client: FlaskClient, db: Database, article: Place, ids: list[int]) -> None:
    act(client, "role", row=ids[2], role="caption")
    assert workflow.version(db, *article).segments[2].role == "caption"


def test_a_paragraph_is_left_out_on_purpose_and_taken_back(
    client: FlaskClient, db: Database, article: Place, ids: list[int]
) -> None:
    act(client, "unpair", row=ids[1])
    alone = workflow.version(db, *article).segments[1]
    act(client, "omit", row=alone.id)
    assert "Left out on purpose." in client.get(PAGE).text
    assert workflow.version(db, *article).segments[1].confirmed
    act(client, "keep", row=alone.id)
    assert not workflow.version(db, *article).segments[1].confirmed


@pytest.mark.parametrize(
    ("action", "fields", "sentence"),
    [
        ("merge", {}, "Choose a paragraph first."),
        ("merge", {"row": 999}, "has changed meanwhile"),
        ("pair", {}, "Choose at least one Italian and one English paragraph"),
        ("drop", {}, "Choose the paragraphs that do not belong"),
        ("split", {"row": 1}, "no place to split at"),
        ("role", {"row": 1, "role": "chrome"}, "no such role"),
        ("restore:x", {}, "is in the article already"),
        ("undo", {}, "no step left to undo"),
        ("redo", {}, "no step to make again"),
        ("dance", {}, "no such step"),
    ],
)
def test_a_step_that_cannot_be_made_is_refused_in_one_sentence(
    client: FlaskClient, article: Place, action: str, fields: dict[str, object], sentence: str
) -> None:
    answer = act(client, action, **fields)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert answer.text.count('role="alert"') == 1


def test_a_step_on_an_old_page_is_refused(
    client: FlaskClient, db: Database, article: Place, ids: list[int]
) -> None:
    old = {"base": "1", "action": "swap", "row": ids[0]}
    act(client, "merge", row=ids[1])
    before = texts(db, article)
    answer = client.post(PAGE, data=old)
    assert answer.status_code == 409
    assert "Somebody repaired the pairing" in answer.text
    assert texts(db, article) == before


def test_htmx_gets_only_what_has_changed(
    client: FlaskClient, article: Place, ids: list[int]
) -> None:
    answer = act(client, "merge", htmx=True, row=ids[1])
    assert answer.status_code == 200
    assert re.findall(r'<div id="p(\d+)" hx-swap-oob="delete">', answer.text) == [
        str(ids[1]),
        str(ids[2]),
    ]
    assert f'hx-swap-oob="afterend:#p{ids[0]}"' in answer.text
    assert answer.text.count('<section class="pair') == 1
    assert "<html" not in answer.text


def test_htmx_gets_a_refusal_as_a_sentence(client: FlaskClient, article: Place) -> None:
    answer = act(client, "undo", htmx=True)
    assert answer.status_code == 422
    assert answer.text.startswith('<p class="alert" role="alert">')


def test_a_row_is_opened_for_splitting_by_itself(
    client: FlaskClient, article: Place, ids: list[int]
) -> None:
    row = client.get(f"{PAGE}row", query_string={"row": ids[1], "split": 1}).text
    assert "Where does the second part of the Italian begin?" in row
    assert client.get(f"{PAGE}row", query_string={"row": 999}).status_code == 404


@pytest.mark.parametrize("address", ["/pairing/99/", "/pairing/99/row"])
def test_there_is_no_pairing_of_nothing(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_an_imported_article_cannot_be_discarded(client: FlaskClient, article: Place) -> None:
    assert client.post(f"{PAGE}discard").status_code == 422


def test_a_paragraph_with_both_sides_is_not_left_out(
    client: FlaskClient, db: Database, article: Place, ids: list[int]
) -> None:
    before = workflow.version(db, *article).segments
    answer = act(client, "omit", htmx=True, row=ids[1])
    assert answer.status_code == 422
    assert "has both its sides" in answer.text
    assert "Show it as it is now" not in answer.text
    assert workflow.version(db, *article).segments == before


def test_what_was_left_out_is_said_and_can_be_included_again(
    client: FlaskClient, db: Database, article: Place, ids: list[int]
) -> None:
    act(client, "unpair", row=ids[1])
    alone = next(s for s in workflow.version(db, *article).segments if s.target is None)
    left = act(client, "omit", htmx=True, row=alone.id).text
    assert "Left out on purpose." in left
    assert "Include again" in left
    assert "Included again." in act(client, "keep", htmx=True, row=alone.id).text
    assert not any(s.confirmed for s in workflow.version(db, *article).segments)


def test_a_paragraph_that_somebody_has_written_meanwhile_is_not_left_out(
    client: FlaskClient, db: Database, article: Place, ids: list[int]
) -> None:
    act(client, "unpair", row=ids[1])
    alone = next(s for s in workflow.version(db, *article).segments if s.target is None)
    workflow.save(db, alone.id, "Mine.", confirm=True, base=0, author="ada")
    fields = {f"revision-{alone.id}": 0, "row": alone.id}
    assert act(client, "omit", htmx=True, **fields).status_code == 409
    assert "Mine." in {s.current for s in workflow.version(db, *article).segments}


def test_an_undone_step_is_called_undone(
    client: FlaskClient, article: Place, ids: list[int]
) -> None:
    act(client, "merge", row=ids[1])
    assert "Undone: Paragraphs 2 and 3 merged." in act(client, "undo", htmx=True).text


def test_after_a_paragraph_has_gone_the_one_in_its_place_is_marked(
    client: FlaskClient, db: Database, article: Place, ids: list[int]
) -> None:
    pair = workflow.pairing_of(db, 1).pairs[2]
    sides = {"source": pair.source[0].name, "target": pair.target[0].name}
    gone = act(client, "drop", htmx=True, row=ids[2], **sides).text
    assert f'data-chosen="{ids[3]}"' in gone
    back = act(client, f"restore:{pair.source[0].paragraph}", htmx=True, row=ids[0]).text
    assert f'data-chosen="{ids[0]}"' not in back
