"""The stages as filters: JSON lines in, JSON lines out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]


def lines(result: Result) -> list[dict[str, Any]]:
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_clean_gives_every_paragraph_with_its_role(run: Run) -> None:
    page = (
        "Il titolo del giorno\n\nLoading...\n\nIl comune riapre il ponte dopo tre anni di lavori.\n"
    )
    rows = lines(run("clean", "--lang", "it", stdin=page))
    assert [set(row) for row in rows] == [{"position", "role", "text", "dropped", "reason"}] * 3
    assert [row["position"] for row in rows] == [0, 1, 2]
    assert (rows[1]["role"], rows[1]["dropped"]) == ("chrome", True)
    assert rows[1]["reason"]
    assert rows[0]["reason"] is None


def test_align_answers_each_line_with_links_and_confidences(run: Run) -> None:
    row = {"id": "a", "source": ["Il ponte è chiuso."], "target": ["The bridge is closed."]}
    answer = lines(run("align", stdin=json.dumps(row) + "\n\n"))[0]
    assert answer["id"] == "a"
    assert answer["links"] == [[[0], [0]]]
    assert 0 <= answer["confidence"][0] <= 1


def test_check_answers_each_line_with_findings_and_risk(run: Run) -> None:
    row = {"id": 7, "source": "Costa 2,4 miliardi.", "target": "It costs 2.4 million."}
    answer = lines(run("check", stdin=json.dumps(row)))[0]
    finding = answer["findings"][0]
    assert set(finding) == {
        "check", "category", "severity", "side", "start", "end", "message", "suggestion",
        "other",
    }  # fmt: skip
    assert row["target"][finding["start"] : finding["end"]] == "2.4 million"
    assert answer["risk"] > 0


def test_check_works_on_the_english_alone(run: Run) -> None:
    row = {"id": 1, "source": None, "target": "The mayor said the the bridge is open."}
    assert lines(run("check", stdin=json.dumps(row)))[0]["findings"]


@pytest.mark.parametrize("target", ["", " ", "…", "123", "😀" * 3, "مرحبا بالعالم", "word " * 5000])
def test_check_answers_whatever_comes(run: Run, target: str) -> None:
    row = {"id": 1, "source": "Il ponte riapre.", "target": target}
    for finding in lines(run("check", stdin=json.dumps(row)))[0]["findings"]:
        side = row[finding["side"]]
        assert 0 <= finding["start"] <= finding["end"] <= len(str(side))


@pytest.mark.parametrize(
    ("command", "line", "why"),
    [
        ("align", "no json", "Line 1"),
        ("align", "[]", "no JSON object"),
        ("align", '{"id": "\\ud800", "source": [], "target": []}', "surrogates not allowed"),
        ("check", '{"id": {"\\udfff": 1}}', "surrogates not allowed"),
        ("align", '{"source": "x", "target": []}', "“source” is no list of texts"),
        ("align", '{"source": [], "target": [1]}', "“target” is no list of texts"),
        ("check", '{"source": 3, "target": "x"}', "“source” is neither a text nor null"),
    ],
)
def test_a_line_that_cannot_be_used_is_named(run: Run, command: str, line: str, why: str) -> None:
    failed = run(command, stdin=line)
    assert failed.exit_code == 1
    assert why in failed.stderr
    assert failed.stderr.count("\n") == 1
