"""Babel's reading of the checks: their docstrings are titles and help that people see."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from babel.messages.extract import extract_python

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

    Found = tuple[int, str, Any, list[str]]

MAKERS = {"check", "article_check", "term_check"}


def extract(
    file: IO[bytes], keywords: Any, comment_tags: Any, options: dict[str, Any]
) -> Iterator[Found]:
    """The sentences of a module as Babel finds them, then those of its checks' docstrings."""
    yield from extract_python(file, keywords, comment_tags, options)
    file.seek(0)
    for node in ast.walk(ast.parse(file.read())):
        if isinstance(node, ast.FunctionDef) and _makes_check(node):
            title, _, more = (ast.get_docstring(node) or "").partition("\n")
            for sentence in (title, " ".join(more.split())):
                if sentence:
                    yield node.lineno, "message", sentence, []


def _makes_check(function: ast.FunctionDef) -> bool:
    return any(
        isinstance(maker, ast.Call) and isinstance(maker.func, ast.Name) and maker.func.id in MAKERS
        for maker in function.decorator_list
    )
