"""A small part of what `python -m benchmarks.fuzz` tries: only a sentence may refuse it."""

from __future__ import annotations

import pytest

from benchmarks.fuzz import inputs, requests


@pytest.mark.parametrize("target", inputs.TARGETS)
def test_no_input_is_met_with_anything_but_a_sentence(target: str) -> None:
    assert inputs.run(target, 25, start=1).failures == {}


@pytest.mark.parametrize("target", requests.TARGETS)
def test_no_request_makes_the_server_fail(target: str) -> None:
    tally = requests.run(target, 100, start=1)
    assert tally.failures == {}
    assert tally.ends["2xx"] > tally.tries / 10


def test_a_failure_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = inputs.TARGETS["names"]._replace(act=lambda text: text[0])
    monkeypatch.setitem(inputs.TARGETS, "names", broken)
    assert [where.split(" at ")[0] for where in inputs.run("names", 60, start=1).failures] == [
        "IndexError"
    ]
