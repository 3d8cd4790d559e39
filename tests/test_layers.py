"""Imports point downwards only, and each outside library is known in its own rooms alone."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "workbench"

# From the ground up. A room may import from its own floor and from those below it.
FLOORS = (
    {"errors", "logs", "messages", "model", "resources"},
    {
        "accounts", "passwords", "ingest", "bundle", "clean", "align", "language", "checks",
        "scorers", "mqm", "score", "triage", "export", "desk", "diff", "effort", "memory",
        "mentions", "replacing", "pairing", "plugins", "charts", "corrections", "intervals",
        "agreement", "marks",
    },
    {"turns", "migrations", "db", "store"},
    {"workflow"},
    {"web"},
    {"cli"},
    {"__main__"},
)  # fmt: skip

# Where a library may be imported when the program runs; types may be named anywhere.
HOMES = {
    "argon2": {"passwords"},
    "flask": {"web"},
    "flask_limiter": {"web"},
    "flask_login": {"web"},
    "babel": {"language", "web"},
    "flask_babel": {"web"},
    "waitress": {"web", "cli"},
    "click": {"cli"},
    "sqlite_utils": {"db", "migrations", "store"},
    "sqlite3": {"db", "migrations", "store"},
    "sacrebleu": {"scorers"},
    "rapidfuzz": {"scorers", "language", "memory"},
    "simplemma": {"language"},
    "msgpack": {"language"},
    "msgspec": {"web"},
    "trafilatura": {"clean"},
}
# What is installed under another name than it is imported.
INSTALLED_AS = {"argon2": "argon2_cffi"}
# What only other libraries import, and what only data are read of.
INDIRECT = {"lxml_html_clean", "wordfreq"}
# What flask brings along in versions that may be unsafe, so that we ask for newer ones.
SAFER = {"jinja2", "werkzeug"}
# What flask itself brings along and its pages speak of.
WITH_FLASK = {
    "werkzeug": {"web"}, "jinja2": {"web"}, "markupsafe": {"web"}, "itsdangerous": {"web"},
}  # fmt: skip

HEAVY = (
    "argon2", "flask", "lxml", "numpy", "rapidfuzz", "sacrebleu", "simplemma", "sqlite_utils",
    "trafilatura", "wordfreq",
)  # fmt: skip


@dataclass(frozen=True)
class Import:
    """One module importing another; `only_types` under ``if TYPE_CHECKING``."""

    by: str
    of: str
    line: int
    only_types: bool

    def __str__(self) -> str:
        return f"{self.by}:{self.line} imports {self.of}"


def dotted(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {dotted(path): path for path in sorted(PACKAGE.rglob("*.py"))}


def room(module: str) -> str:
    """The part of `workbench` a module is in: ``workbench.store.rows`` is in ``store``."""
    return module.split(".")[1] if "." in module else ""


def floor(module: str) -> int:
    return next((level for level, rooms in enumerate(FLOORS) if room(module) in rooms), -1)


def typing_lines(tree: ast.AST) -> set[int]:
    blocks = (
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")
    )
    return {
        line
        for block in blocks
        for statement in block.body
        for line in range(statement.lineno, (statement.end_lineno or statement.lineno) + 1)
    }


def imported_names(node: ast.AST) -> list[str]:
    """The modules that an import statement names; `from workbench import db` names workbench.db."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if not isinstance(node, ast.ImportFrom):
        return []
    assert node.level == 0, "imports are absolute in this house"
    parent = node.module or ""
    inner = [f"{parent}.{alias.name}" for alias in node.names]
    return [name if name in MODULES else parent for name in inner]


@cache
def imports() -> tuple[Import, ...]:
    found = []
    for module, path in MODULES.items():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        types = typing_lines(tree)
        for node in ast.walk(tree):
            for name in imported_names(node):
                line = getattr(node, "lineno", 0)
                found.append(Import(module, name, line, line in types))
    return tuple(found)


def inside() -> list[Import]:
    return [
        found for found in imports() if found.of in MODULES and "" not in map(room, (found.of,))
    ]


def test_every_module_has_a_floor():
    homeless = [module for module in MODULES if room(module) and floor(module) < 0]
    assert homeless == [], "add the new room to FLOORS in this file"


def test_imports_point_downwards_only():
    upwards = [
        str(found) for found in inside() if room(found.by) and floor(found.of) > floor(found.by)
    ]
    assert upwards == []


def test_the_package_itself_offers_only_names_from_the_ground_floor():
    offered = {floor(found.of) for found in inside() if not room(found.by)}
    assert offered <= {0}


def test_no_two_modules_need_each_other_to_run():
    graph: dict[str, set[str]] = {}
    for found in inside():
        if not found.only_types and found.by != found.of:
            graph.setdefault(found.by, set()).add(found.of)
    TopologicalSorter(graph).prepare()


@pytest.mark.parametrize("library", sorted(HOMES | WITH_FLASK))
def test_a_library_is_imported_only_where_it_belongs(library: str):
    homes = (HOMES | WITH_FLASK)[library]
    strangers = [
        str(found)
        for found in imports()
        if found.of.split(".")[0] == library
        and not found.only_types
        and room(found.by) not in homes
    ]
    assert strangers == []


def test_every_outside_library_is_listed_above():
    known = {"workbench", *sys.stdlib_module_names, *HOMES, *WITH_FLASK}
    strangers = [str(found) for found in imports() if found.of.split(".")[0] not in known]
    assert strangers == [], "add the library to HOMES in this file"


def test_every_outside_library_is_a_declared_dependency():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {entry.split(">")[0].replace("-", "_").lower() for entry in project["dependencies"]}
    imported = {INSTALLED_AS.get(name, name) for name in set(HOMES) - set(sys.stdlib_module_names)}
    assert imported | INDIRECT | SAFER == declared


ASK_FOR_HELP = """
from click.testing import CliRunner
from workbench.cli import main
assert CliRunner().invoke(main, ["--help"]).exit_code == 0
"""


@pytest.mark.parametrize(
    "program",
    ["import workbench", "import workbench.cli", ASK_FOR_HELP],
    ids=["the package", "the commands", "workbench --help"],
)
def test_nothing_heavy_is_loaded_before_it_is_needed(program: str):
    ask = f"{program}\nimport sys\nassert not set({HEAVY!r}) & set(sys.modules)"
    subprocess.run([sys.executable, "-c", ask], check=True, timeout=60)


@pytest.mark.parametrize(
    ("source", "named"),
    [
        ("import workbench.model", ["workbench.model"]),
        ("from workbench import model", ["workbench.model"]),
        ("from workbench import __version__", ["workbench"]),
        ("from workbench.model import Link", ["workbench.model"]),
        ("import sqlite3 as s, json", ["sqlite3", "json"]),
        ("x = 1", []),
    ],
)
def test_this_file_reads_imports_rightly(source: str, named: list[str]):
    assert imported_names(ast.parse(source).body[0]) == named


def test_this_file_tells_imports_for_types_from_the_others():
    tree = ast.parse(
        "import a\nif TYPE_CHECKING:\n    import b\n    from c import (\n        d,\n    )"
    )
    assert typing_lines(tree) == {3, 4, 5, 6}
