"""What the linter does not measure: how long a module and a function may get."""

from __future__ import annotations

import ast
from pathlib import Path
from statistics import median, quantiles

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "workbench").rglob("*.py"))
MODULE_LINES, FUNCTION_LINES = 400, 60


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [
        node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def module_lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_and_its_functions_fit_in_the_head(path: Path):
    assert module_lines(path) <= MODULE_LINES
    assert {f.name: length(f) for f in functions(path) if length(f) > FUNCTION_LINES} == {}


def test_most_modules_are_short():
    assert median(map(module_lines, SOURCES)) <= 130


def test_nine_functions_in_ten_fit_on_half_a_screen():
    lengths = [length(function) for path in SOURCES for function in functions(path)]
    assert quantiles(lengths, n=10)[-1] <= 30
