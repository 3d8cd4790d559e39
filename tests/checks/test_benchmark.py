"""On the benchmark's texts, where they are at hand, the checks find what they found before."""

from __future__ import annotations

import os
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

FOLDER = os.environ.get("WORKBENCH_BENCH")
pytestmark = pytest.mark.skipif(not FOLDER, reason="WORKBENCH_BENCH names no folder of texts")


@pytest.fixture(scope="module")
def result():
    """What ``python benchmarks/checks.py`` measures, in one round and without peers."""
    path = Path(__file__).parents[2] / "benchmarks" / "checks.py"
    spec = spec_from_file_location("checks_benchmark", path)
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    rows = [module.read(Path(FOLDER), name) for name in ("demetr_it_dev", "clean_dev")]
    command = f"{sys.executable} -m workbench check"
    return module.measure({module.OURS: command}, *rows, rounds=1)[module.OURS]


LEAST = {
    "overall": 0.6,
    "numbers_replaced": 0.97,
    "ne_replaced": 0.85,
    "ne_removed": 0.85,
    "codemix": 1,
    "negation": 0.95,
    "question": 1,
}


def test_known_errors_are_found(result):
    found = {kind: sum(hits) / len(hits) for kind, hits in result.found.items()}
    assert {kind: found[kind] for kind, least in LEAST.items() if found[kind] < least} == {}
    assert sum(result.touching) >= 0.9 * len(result.touching)


def test_good_texts_seldom_alarm(result):
    assert result.alarmed(1) <= 0.05
    assert result.alarmed(5) <= 0.02
    worst = {check: n for check, n in result.by_check.items() if n > 0.01 * len(result.alarms)}
    assert worst == {}
