"""The page of the checks: what each is, and how its findings fared."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench import workflow
from workbench.checks import ARTICLE_CHECKS, CHECKS

if TYPE_CHECKING:
    from flask.testing import FlaskClient
    from sqlite_utils import Database


def row(client: FlaskClient, check: str) -> list[str]:
    """The cells of a check: kind, open, put right, dismissed, precision."""
    page = client.get("/checks/").text
    found = re.search(rf'<tr id="{check}">(.*?)</tr>', page, re.DOTALL)
    assert found
    cells = re.findall(r"<td[^>]*>(.*?)</td>", found[1], re.DOTALL)
    return [re.sub(r"<[^>]*>", "", cell).strip() for cell in cells]


def test_every_check_is_listed_with_its_title(client: FlaskClient) -> None:
    page = client.get("/checks/").text
    for check in (*CHECKS, *ARTICLE_CHECKS):
        assert f'<tr id="{check.id}">' in page


def test_before_any_decision_there_is_no_precision(
    client: FlaskClient, article: tuple[str, str]
) -> None:
    assert row(client, "lower-case")[1:] == ["1", "0", "0", "–no decisions yet"]


def test_precision_is_what_was_put_right_of_what_was_decided(
    client: FlaskClient, db: Database, article: tuple[str, str]
) -> None:
    segment = workflow.version(db, *article).segments[1]
    by_check = {finding.check: finding for finding in segment.findings}
    workflow.dismiss(db, segment.id, by_check["magnitude"].key, author="ada")
    text = (segment.current or "").replace("monday", "Monday")
    workflow.save(db, segment.id, text, confirm=False, base=0, author="ada")
    assert row(client, "lower-case")[1:4] == ["0", "1", "0"]
    assert row(client, "lower-case")[4].startswith("100%")
    assert row(client, "magnitude")[4].startswith("0%")


def test_a_finding_taken_up_again_is_not_dismissed(
    client: FlaskClient, db: Database, article: tuple[str, str]
) -> None:
    segment = workflow.version(db, *article).segments[1]
    finding = next(f for f in segment.findings if f.check == "lower-case")
    workflow.dismiss(db, segment.id, finding.key, author="ada")
    workflow.undismiss(db, segment.id, finding.key, author="ada")
    assert row(client, "lower-case")[1:4] == ["1", "0", "0"]


def test_a_finding_leads_to_its_help(client: FlaskClient, article: tuple[str, str]) -> None:
    slug, system = article
    segment = re.search(r'id="s(\d+)"[^>]*>', client.get(f"/articles/{slug}/{system}/").text)
    assert segment
    page = client.get(f"/articles/{slug}/{system}/?show=flagged").text
    assert '/checks/#lower-case"' in page
