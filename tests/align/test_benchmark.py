"""The aligner on articles with known links, where there are any."""

from __future__ import annotations

import json
import os
import runpy
from collections import defaultdict
from pathlib import Path

import pytest

from workbench.align import align

BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "alignment.py"
FOLDER = os.environ.get("WORKBENCH_BENCH")
# A little below what benchmarks/alignment.md reports: falling under one of these is a regression.
LEAST_F1 = {"clean": 0.998, "light": 0.996, "medium": 0.99, "hard": 0.977}
LEAST_SURE = 0.99


@pytest.mark.skipif(not FOLDER, reason="WORKBENCH_BENCH names no folder of articles")
def test_articles_with_known_links_are_aligned_as_well_as_the_benchmark_says():
    benchmark = runpy.run_path(str(BENCHMARK))
    tallies = defaultdict(benchmark["Tally"])
    articles = Path(FOLDER or "") / "alignment" / "dev.jsonl"
    for line in articles.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        found = align(case["source"], case["target"])
        benchmark["count"](case, found, tallies[case["tier"]])
    f1 = {tier: 2 * t.right / (t.predicted + t.true) for tier, t in tallies.items()}
    assert {tier: f1[tier] for tier in LEAST_F1 if f1[tier] < LEAST_F1[tier]} == {}
    sure = sum(t.sure_right for t in tallies.values()) / sum(t.sure for t in tallies.values())
    assert sure >= LEAST_SURE
