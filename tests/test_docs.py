"""The documentation tells of everything there is, and its commands and links work."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import click
import pytest

from workbench import __version__
from workbench.checks import CHECKS, Check, run_checks
from workbench.cli import main
from workbench.scorers import score_segment

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("benchmarks/*.md")])
SOURCES = sorted(
    path
    for folder in ("workbench", "tests", "benchmarks")
    for path in (ROOT / folder).rglob("*.py")
)
DEMO = "python3 -m venv .venv && .venv/bin/pip install -q -e . && .venv/bin/workbench demo"
TEST = "python3 -m venv .venv && .venv/bin/pip install -q -e '.[test]' && .venv/bin/pytest"


def flat(group: click.Group, prefix: str = "") -> dict[str, click.Command]:
    """Every command by the words one types, those of groups too."""
    found = {}
    for name, command in group.commands.items():
        found[prefix + name] = command
        if isinstance(command, click.Group):
            found |= flat(command, f"{prefix}{name} ")
    return found


COMMANDS = flat(main)
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))


def read(name: str | Path) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def section(page: str, heading: str) -> str:
    """What stands under a heading, up to the next one of its level or above."""
    level = len(heading) - len(heading.lstrip("#"))
    start = re.search(rf"^{re.escape(heading)}$", page, re.MULTILINE)
    assert start, f"no heading “{heading}”"
    rest = page[start.end() :]
    end = re.search(rf"^#{{1,{level}}} ", rest, re.MULTILINE)
    return rest[: end.start()] if end else rest


def without_code(page: str) -> str:
    return re.sub(r"^```.*?^```", "", page, flags=re.MULTILINE | re.DOTALL)


def anchors(page: Path) -> set[str]:
    """The names under which a page's headings can be linked to."""
    headings = re.findall(r"^#+ (.+)$", without_code(read(page)), re.MULTILINE)
    plain = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in headings)
    return {heading.replace(" ", "-") for heading in plain}


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_and_each_of_its_options_is_documented(name: str):
    told = section(read("docs/commands.md"), f"## workbench {name}")
    for parameter in COMMANDS[name].params:
        if isinstance(parameter, click.Option):
            assert all(f"`{option}" in told for option in parameter.opts), parameter.opts


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_option_that_is_documented_exists(name: str):
    told = section(read("docs/commands.md"), f"## workbench {name}")
    options = {option for parameter in COMMANDS[name].params for option in parameter.opts}
    assert set(re.findall(r"^\| .*?`(--?[a-z-]+)", told, re.MULTILINE)) <= options


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_help_with_an_example(name: str):
    command = COMMANDS[name]
    assert command.help
    assert f"workbench {name}" in (command.epilog or "")


@pytest.mark.parametrize("name", sorted(main.commands))
def test_the_readme_names_every_command(name: str):
    assert f"`workbench {name}" in read("README.md")


def variables() -> set[str]:
    """The environment variables that the code, its tests and benchmarks read."""
    own = {
        name
        for path in [*SOURCES, ".ci/run"]
        for name in re.findall(r"\bWORKBENCH(?:_[A-Z]+)+", read(path))
    }
    code = [read(path) for path in SOURCES if path.is_relative_to(ROOT / "workbench")]
    asked = r"""(?:environ(?:\.get\(|\[)|getenv\()["'](\w+)"""
    return own.union(*(re.findall(asked, text) for text in code))


def test_every_environment_variable_is_documented():
    documented = re.findall(r"^\| `([A-Z_]+)`", read("docs/settings.md"), re.MULTILINE)
    assert set(documented) == variables()


def test_the_readme_gives_both_commands_each_in_a_block_of_its_own():
    blocks = re.findall(r"^```sh\n(.*?)\n```$", read("README.md"), re.MULTILINE | re.DOTALL)
    assert DEMO in blocks
    assert TEST in blocks


def test_ci_runs_the_very_test_command_of_the_readme():
    (pattern,) = re.findall(r"grep -E '([^']+)' README\.md", read(".ci/run"))
    found = subprocess.run(
        ["grep", "-E", pattern, "README.md"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert found.stdout == f"{TEST}\n"


def test_ci_is_a_script_that_may_be_run():
    assert (ROOT / ".ci/run").stat().st_mode & 0o111
    subprocess.run(["bash", "-n", ".ci/run"], cwd=ROOT, check=True)


@each_page
def test_links_inside_the_project_lead_somewhere(page: Path):
    for target in re.findall(r"\]\(([^)\s]+)\)", without_code(read(page))):
        if "://" in target:
            continue
        name, _, anchor = target.partition("#")
        there = (page.parent / name).resolve() if name else page
        assert there.exists(), target
        assert not anchor or anchor in anchors(there), target


@each_page
def test_a_page_has_one_title_and_it_comes_first(page: Path):
    text = without_code(read(page))
    assert len(re.findall(r"^# ", text, re.MULTILINE)) == 1
    assert text.startswith("# ")


@pytest.mark.parametrize("path", [*PAGES, *SOURCES], ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_is_left_to_be_done_later(path: Path):
    if path != Path(__file__):
        assert not re.search(r"\b(TODO|FIXME|XXX|TBD)\b", read(path))


def test_the_changelog_and_the_project_tell_of_this_version():
    assert f"## [{__version__}]" in read("CHANGELOG.md")
    assert f'version = "{__version__}"' in read("pyproject.toml")


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_every_check_is_documented_with_its_own_title_and_category(check: Check):
    assert f"| `{check.id}` | {check.title} | {check.category} |" in read("docs/checks.md")


def test_every_check_that_is_documented_exists():
    told = section(read("docs/checks.md"), "## The checks there are")
    assert re.findall(r"^\| `([a-z-]+)`", told, re.MULTILINE) == [check.id for check in CHECKS]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_every_check_fires_on_its_documented_example(check: Check):
    row = re.search(rf"^\| `{check.id}` .*\| (.+) → (.+) \|$", read("docs/checks.md"), re.MULTILINE)
    assert row
    source, target = row.groups()
    found = run_checks(source, "" if target == "(nothing)" else target)
    assert check.id in {finding.check for finding in found}


def test_every_scorer_is_documented_with_its_signature():
    pair = ("It reopens on monday.", "It reopens on Monday.")
    scores = [*score_segment(*pair, "correction"), *score_segment(*pair, "reference")]
    rows = re.findall(
        r"^\| `([a-z0-9+-]+)` .* \| `(.+)` \|$", read("docs/scorers.md"), re.MULTILINE
    )
    told = {name: signature.replace("\\|", "|") for name, signature in rows}
    assert told == {score.scorer: score.signature.rpartition("|")[0] for score in scores}


def example(heading: str) -> dict[str, object]:
    """The names that the Python under a heading of CONTRIBUTING.md defines."""
    told = section(read("CONTRIBUTING.md"), heading)
    (code,) = re.findall(r"^```python\n(.*?)^```$", told, re.MULTILINE | re.DOTALL)
    names: dict[str, object] = {}
    exec(code, names)
    return names


def test_the_check_that_is_there_to_be_copied_works():
    check = example("## To add a check, copy this")["double_space"]
    assert isinstance(check, Check)
    (found,) = run_checks("", "It  reopens.", checks=(check,))
    assert (found.check, found.start, found.end, found.suggestion) == ("double-space", 2, 4, " ")
    assert run_checks("", "It reopens.", checks=(check,)) == []


def test_the_scorer_that_is_there_to_be_copied_works():
    score = example("## To add a scorer, copy this")["score"]
    assert callable(score)
    assert score(["It opens"], ["It reopens"], "correction").value == 50
