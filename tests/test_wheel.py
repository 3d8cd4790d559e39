"""The wheel, built and installed in an environment of its own, works without the checkout."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parent.parent

ONE_PAGE = """
import sys
from pathlib import Path
import workbench
from workbench.resources import resource_dir
from workbench.web import create_app

assert Path(workbench.__file__).is_relative_to(sys.prefix), workbench.__file__
assert resource_dir("templates", "base.html").is_relative_to(sys.prefix)
page = create_app(Path(sys.argv[1])).test_client().get("/articles/")
assert page.status_code == 200, page.status
assert sys.argv[2] in page.text
"""


def run(*command: str | Path, cwd: Path) -> str:
    """What the command prints; its error output fails the test where it ends badly."""
    done = subprocess.run(
        [str(part) for part in command],
        check=False,
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=240,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("dist")
    run(
        sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", place, cwd=ROOT
    )  # fmt: skip
    (built,) = place.glob("workbench-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an environment with the wheel in it.

    It borrows the libraries that are installed here, so that nothing is downloaded; a path
    file is not followed further, so this checkout is not among them.
    """
    place = tmp_path_factory.mktemp("fresh") / "venv"
    venv.create(place, symlinks=True)
    run(
        sys.executable, "-m", "pip", "--python", place, "--disable-pip-version-check",
        "install", "-q", "--no-index", "--no-deps", wheel, cwd=place,
    )  # fmt: skip
    (own,) = place.glob("lib/python*/site-packages")
    (own / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return place


def packaged(wheel: Path) -> set[str]:
    with ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.mark.parametrize(
    ("here", "inside"),
    [
        ("templates", "workbench/templates"),
        ("corpus", "workbench/corpus"),
        ("workbench", "workbench"),
    ],
)
def test_the_wheel_holds_every_file_of_the_checkout(wheel: Path, here: str, inside: str):
    tracked = {
        f"{inside}/{path.relative_to(ROOT / here).as_posix()}"
        for path in (ROOT / here).rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert tracked <= packaged(wheel)


def test_the_wheel_holds_the_package_and_its_licence_and_nothing_else(wheel: Path):
    tops = {name.split("/")[0] for name in packaged(wheel)}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"workbench"}
    assert any(name.endswith("licenses/LICENSE") for name in packaged(wheel))


def test_the_installed_command_tells_what_it_can_do(installed: Path, tmp_path: Path):
    said = run(installed / "bin" / "workbench", "--help", cwd=tmp_path)
    assert "demo" in said


def test_the_installed_workbench_imports_an_article_and_shows_it(installed: Path, tmp_path: Path):
    (corpus,) = installed.glob("lib/python*/site-packages/workbench/corpus")
    folder = min(path.parent for path in corpus.glob("*/it.txt"))
    english = min(folder.glob("en.*.txt"))
    database = tmp_path / "w.db"
    said = run(
        installed / "bin" / "workbench", "import", folder / "it.txt", english, "--db", database,
        cwd=tmp_path,
    )  # fmt: skip
    assert "imported" in said
    slug = said.split()[0]
    run(installed / "bin" / "python", "-c", ONE_PAGE, database, slug, cwd=tmp_path)
