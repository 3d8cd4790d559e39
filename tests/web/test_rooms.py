"""The head of every page: the rooms, and in which one the reader is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from flask import url_for

from workbench.web.rooms import ROOMS, Group, Room

if TYPE_CHECKING:
    from flask.testing import FlaskClient

ALL = [room for each in ROOMS for room in (each.rooms if isinstance(each, Group) else [each])]


def marked(page: str) -> list[tuple[str, str]]:
    """What the head of the page says of where the reader is: the word and the way it is said."""
    head = page[page.index('class="site-nav"') : page.index("</nav>")]
    return [(name.strip(), how) for how, name in re.findall(r'aria-current="(\w+)">([^<]+)', head)]


@pytest.mark.parametrize("room", ALL, ids=lambda room: room.endpoint)
def test_every_room_opens_and_says_where_one_is(client: FlaskClient, room: Room) -> None:
    with client.application.test_request_context():
        address = url_for(room.endpoint)
    page = client.get(address, headers={"Accept-Language": "en"})
    assert page.status_code == 200
    group = next((e for e in ROOMS if isinstance(e, Group) and room in e.rooms), None)
    around = [(str(group.name), "true")] if group else []
    assert marked(page.text) == [*around, (str(room.name), "page")]


def test_an_article_is_in_the_room_of_the_articles(
    client: FlaskClient, article: tuple[str, str]
) -> None:
    english = {"Accept-Language": "en"}
    editor = "/articles/{}/{}/".format(*article)
    assert marked(client.get(editor, headers=english).text) == [("Articles", "true")]
    assert marked(client.get(f"{editor}export", headers=english).text) == [("Articles", "true")]


def test_no_room_is_named_twice() -> None:
    names = [str(each.name) for each in (*ROOMS, *(room for room in ALL if room not in ROOMS))]
    assert len(names) == len(set(names))
