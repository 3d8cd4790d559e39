"""The examples of the page about the API, run in its order as they stand there."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask.testing import FlaskClient
    from werkzeug.test import TestResponse

PAGE = Path(__file__).parents[2] / "docs" / "api.md"
OPTIONS = {"-X": "method", "-H": "header", "-d": "data"}


def examples() -> list[str]:
    """Each command of the page."""
    blocks = re.findall(r"^```sh\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.M | re.S)
    return [found for block in blocks for found in re.split(r"\n(?=curl )", block.strip())]


def send(client: FlaskClient, command: str) -> TestResponse:
    """What curl would send."""
    _, *words = shlex.split(command, comments=True)
    given: dict[str, list[str]] = {"method": [], "header": [], "data": []}
    address = ""
    while words:
        word = words.pop(0)
        if word in OPTIONS:
            given[OPTIONS[word]].append(words.pop(0))
        else:
            address = word.removeprefix("$AT")
    return client.open(
        address,
        method=(given["method"] or ["GET"])[0],
        headers=[tuple(header.split(": ", 1)) for header in given["header"]],
        data="".join(given["data"]).encode(),
    )


def test_every_example_works_as_it_stands(client: FlaskClient) -> None:
    answers = [(each, send(client, each)) for each in examples()]
    assert len(answers) == 9
    for command, answer in answers:
        refused = re.search(r"# (4\d\d)$", command)
        expected = {int(refused[1])} if refused else {200, 201}
        assert answer.status_code in expected, (command, answer.text)


def test_the_example_of_a_correction_is_what_goes_out(client: FlaskClient) -> None:
    exported = [send(client, each) for each in examples()][6]
    assert "on Monday after three years and €2.4 million." in exported.text
