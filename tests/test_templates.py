"""The templates as files: what comes from outside is escaped, nothing runs in the page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
SOURCES = sorted((ROOT / "workbench").rglob("*.py"))
COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
UNESCAPED = re.compile(r"\|\s*safe\b|autoescape|\bMarkup\b")
INLINE = re.compile(r"<style\b|<script\b(?![^>]*\bsrc=)|\s(?:style|on[a-z]+|hx-on[\w:-]*)=", re.I)
FOREIGN = re.compile(r"(?:src|href|action|hx-\w+)=\"(?:https?:)?//", re.I)
ESCAPED_BEFORE = {
    "web/drawing.py": 1,  # a template's own answer, kept for the next request
    "web/reports/__init__.py": 1,  # a plot, drawn by us
}
"""Where markup is made in Python, and how often."""


def text(path: Path) -> str:
    return COMMENT.sub("", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_template_escapes_everything_and_runs_nothing(path: Path) -> None:
    assert UNESCAPED.findall(text(path)) == []
    assert INLINE.findall(text(path)) == []
    assert FOREIGN.findall(text(path)) == []


def test_markup_is_made_in_python_in_a_few_known_places_only() -> None:
    found = {
        str(path.relative_to(ROOT / "workbench")): len(re.findall(r"\bMarkup\(", text(path)))
        for path in SOURCES
    }
    assert {name: n for name, n in found.items() if n} == ESCAPED_BEFORE
