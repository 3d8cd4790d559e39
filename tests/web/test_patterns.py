"""The page with every component: what the templates use and the style sheets style is on it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from workbench.web import patterns
from workbench.web.labels import SAVING, SEVERITIES, STATE_SIGNS, STATES

if TYPE_CHECKING:
    from flask.testing import FlaskClient

ROOT = Path(__file__).parents[2]
LAYOUT = {
    "own-article",  # room round a closed list
    "effort-setting", "state",  # one form of the settings
    "not-printed",
    "reading",  # the width of a page
    "with-toolbar", "toolbar-more",
    "printed",
}  # fmt: skip
"""Classes that only place what other classes draw, or show it on paper alone."""


def styled() -> set[str]:
    """The classes that the style sheets name."""
    sheets = "\n".join(
        sheet.read_text(encoding="utf-8") for sheet in (ROOT / "workbench/static").glob("*.css")
    )
    selectors = re.sub(r"/\*.*?\*/|\{[^{}]*\}", " ", sheets, flags=re.DOTALL)
    return set(re.findall(r"\.([a-z][\w-]*)", selectors))


def classes(page: str) -> set[str]:
    """The classes of the elements of a page or template, without what is worked out."""
    lists = re.findall(r'\bclass="([^"]*)"', re.sub(r"\{[{%].*?[%}]\}", " ", page))
    return {name for each in lists for name in each.split()}


def used() -> set[str]:
    """The classes that any template uses."""
    return {
        name
        for template in (ROOT / "templates").rglob("*.html")
        for name in classes(template.read_text(encoding="utf-8"))
    }


@pytest.mark.parametrize("language", ["it", "en"])
def test_every_component_is_on_the_page(client: FlaskClient, language: str) -> None:
    page = client.get("/patterns", headers={"Accept-Language": language})
    assert page.status_code == 200
    missing = (used() & styled()) - classes(page.text) - LAYOUT
    assert missing == set(), "show it in templates/patterns/, or name it in LAYOUT in this file"


def test_what_only_places_things_is_named_for_no_longer_than_it_is_there() -> None:
    assert used() | styled() >= LAYOUT


def test_every_token_is_on_the_page(client: FlaskClient) -> None:
    page = client.get("/patterns").text
    colours = [token for token in patterns.tokens() if token.light.startswith("#")]
    assert len(colours) > 20
    assert [token.name for token in colours if f'fill="var(--{token.name})"' not in page] == []


def test_a_token_has_its_value_by_day_and_by_night() -> None:
    found = {token.name: token for token in patterns.tokens()}
    assert found["paper"].light != found["paper"].dark
    assert found["s4"].light == found["s4"].dark == "1rem"


def test_states_and_severities_are_there_in_words_and_signs(client: FlaskClient) -> None:
    page = client.get("/patterns", headers={"Accept-Language": "en"}).text
    said = [*STATES.values(), *SEVERITIES.values(), *SAVING.values()]
    assert [str(each) for each in said if str(each) not in page] == []
    assert [sign for sign in STATE_SIGNS.values() if sign not in page] == []


def test_the_page_runs_no_script_so_that_its_samples_save_nothing(client: FlaskClient) -> None:
    assert "<script" not in client.get("/patterns").text


def test_the_page_is_linked_from_the_guide_and_not_from_the_rooms(client: FlaskClient) -> None:
    assert "/patterns" in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert "/patterns" not in client.get("/articles/").text
