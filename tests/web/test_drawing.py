"""Rows are drawn once while they stay as they are, and anew where anything in them is other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from markupsafe import Markup

from workbench import workflow
from workbench.web.drawing import Drawings
from workbench.web.rows import Row, View
from workbench.web.samples import READ

if TYPE_CHECKING:
    from flask.testing import FlaskClient
    from sqlite_utils import Database

ROW, HTML = READ[0], Markup("<section>")


def test_a_row_that_equals_the_one_before_is_as_it_was_drawn() -> None:
    drawings = Drawings()
    drawings.keep("/a/", "it", ROW, HTML)
    assert drawings.find("/a/", "it", replace(ROW)) == HTML


def test_another_text_view_note_address_or_language_is_another_drawing() -> None:
    drawings = Drawings()
    drawings.keep("/a/", "it", ROW, HTML)
    other = replace(ROW.segment, current="Another text.")
    assert drawings.find("/a/", "it", replace(ROW, segment=other)) is None
    assert drawings.find("/a/", "it", replace(ROW, view=View(plain=True))) is None
    assert drawings.find("/a/", "it", replace(ROW, notes=ROW.notes + 1)) is None
    assert drawings.find("/b/", "it", ROW) is None
    assert drawings.find("/a/", "en", ROW) is None


def test_only_so_many_are_remembered_the_newest_of_them() -> None:
    drawings = Drawings(most=2)
    rows = [Row(replace(ROW.segment, id=number)) for number in (1, 2, 3)]
    for row in rows:
        drawings.keep("/a/", "it", row, HTML)
    assert [drawings.find("/a/", "it", row) for row in rows] == [None, HTML, HTML]


def test_a_page_shows_what_was_written_since_it_was_drawn(
    client: FlaskClient, db: Database, article: tuple[str, str]
) -> None:
    address = "/articles/{}/{}/".format(*article)
    drawn, again = client.get(address).text, client.get(address).text
    assert drawn.count("<section") == again.count("<section")
    third = workflow.version(db, article[0]).segments[2]
    workflow.save(db, third.id, "Entirely new words.", confirm=True, base=0, author="Ada")
    assert "Entirely new words." in client.get(address).text
