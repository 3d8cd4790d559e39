"""Lines that stand in many articles of one outlet are its furniture; people have the last word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workbench import workflow
from workbench.ingest import from_paste
from workbench.workflow import steps

if TYPE_CHECKING:
    from sqlite_utils import Database

LINE = "Il quotidiano delle valli, dal 1911"
BODY = (
    "Il consiglio comunale di {place} ha approvato ieri sera il bilancio da {n} milioni dopo una "
    "discussione di quattro ore, con undici voti a favore e sette contrari in aula."
)
ENGLISH = (
    "{place} approves the budget\n\nThe town council of {place} approved its budget of {n} million "
    "last night after four hours of debate, with eleven votes in favour and seven against."
)


def receive(db: Database, n: int, place: str, outlet: str) -> workflow.Pairing:
    """The preview of one article that has the outlet's line under its text."""
    body = BODY.format(place=place, n=n)
    italian = f"{place} approva il bilancio\n\n{body}\n\n{LINE}\n\n{body.replace('ieri', 'oggi')}"
    intake = workflow.Intake(
        from_paste(italian), from_paste(ENGLISH.format(place=place, n=n)), outlet=outlet
    )
    return workflow.pairing_of(db, workflow.receive(db, intake).version or 0)


@pytest.fixture
def three(db: Database) -> list[workflow.Pairing]:
    """Three articles of one outlet."""
    places = ("Montesella", "Valdora", "Roccalta")
    return [receive(db, n + 2, place, "La Voce") for n, place in enumerate(places)]


def left_out(now: workflow.Pairing) -> dict[str, str]:
    return {aside.text: str(aside.reason) for aside in now.aside}


def test_a_new_line_is_kept(three: list[workflow.Pairing]) -> None:
    assert all(LINE not in left_out(now) for now in three)


def test_a_line_of_three_other_articles_is_left_out_and_says_so(
    db: Database, three: list[workflow.Pairing]
) -> None:
    now = receive(db, 9, "Lentro", "La Voce")
    assert left_out(now) == {LINE: "It stands in 3 other articles of La Voce."}


def test_what_one_outlet_prints_says_nothing_about_another(
    db: Database, three: list[workflow.Pairing]
) -> None:
    assert LINE not in left_out(receive(db, 9, "Lentro", "Il Corso"))


def test_a_line_that_somebody_put_back_is_left_alone(
    db: Database, three: list[workflow.Pairing]
) -> None:
    now = receive(db, 9, "Lentro", "La Voce")
    paragraph = now.aside[0].part.paragraph
    step = steps.restore(paragraph)
    workflow.repair(db, now.row.id, now.row.alignment, step, author="anna")
    assert LINE not in left_out(receive(db, 12, "Sortino", "La Voce"))
