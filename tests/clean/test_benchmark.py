"""The articles of the folder in WORKBENCH_BENCH: no line of any of them is dropped."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from workbench.clean import clean

FOLDER = os.environ.get("WORKBENCH_BENCH")
SIDES = (("source", "it"), ("target", "en"))


@pytest.mark.skipif(not FOLDER, reason="WORKBENCH_BENCH names no folder of articles")
def test_no_line_of_an_article_is_dropped():
    cases = [
        json.loads(row)
        for file in Path(FOLDER or "").rglob("*.jsonl")
        for row in file.read_text(encoding="utf-8").splitlines()
    ]
    dropped = [
        (case["id"], paragraph.text)
        for case in cases
        if case.get("tier") == "clean"
        for side, language in SIDES
        for paragraph in clean("\n\n".join(case[side]), language)
        if paragraph.dropped
    ]
    assert dropped == []
