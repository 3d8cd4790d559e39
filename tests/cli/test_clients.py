"""Many people save at once through a real server: no error, and no acknowledged text is lost."""

from __future__ import annotations

import json
import threading
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest

from tests.cli.test_serving import running
from workbench import workflow
from workbench.db import opened

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.model import RawText

CLIENTS, SAVES = 32, 6


class Answer(NamedTuple):
    status: int
    text: str


def post(address: str, form: dict[str, object]) -> tuple[int, int]:
    """The status, and the event that a save has become."""
    request = Request(address, urlencode(form).encode())
    try:
        with urlopen(request, timeout=60) as answer:
            return answer.status, json.load(answer)["revision"]
    except HTTPError as refused:
        with refused:
            return refused.code, 0


def people(places: list[str]) -> list[Answer]:
    """What all of them were answered; each saves again and again, in one of these places."""
    answers: list[Answer] = []

    def write(number: int) -> None:
        base = 0
        for step in range(SAVES):
            text = f"Person {number} writes text {step}."
            form = {"text": text, "base": base}
            status, event = post(places[number % len(places)], form)
            answers.append(Answer(status, text))
            base = event or base

    threads = [threading.Thread(target=write, args=(number,)) for number in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


@pytest.mark.parametrize("same", [False, True], ids=["each their own", "all the same"])
def test_every_answer_is_a_save_or_a_conflict_and_every_save_is_in_the_history(
    tmp_path: Path, small_pair: tuple[RawText, RawText], same: bool
) -> None:
    path = tmp_path / "workbench.db"
    with opened(path) as db:
        for number in range(1 if same else 8):
            pair = (replace(each, text=f"{each.text}\n\n{number}") for each in small_pair)
            workflow.import_pair(db, *pair, system="argo", slug=f"a{number}")
        places = [
            f"articles/a{number}/argo/segments/{segment.id}/draft"
            for number in range(1 if same else 8)
            for segment in workflow.version(db, f"a{number}").segments[: 1 if same else 4]
        ]
    with running(tmp_path, "serve") as (address, _):
        answers = people([address + place for place in places])
    assert len(answers) == CLIENTS * SAVES
    assert {each.status for each in answers} == ({200, 409} if same else {200})
    with opened(path) as db:
        kept = {row["text"] for row in db.query("SELECT text FROM revision")}
    assert {each.text for each in answers if each.status == 200} == kept
