from pathlib import Path

import pytest

from workbench import resources
from workbench.resources import resource_dir


def make(parent: Path, name: str, sentinel: str) -> Path:
    (parent / name).mkdir(parents=True)
    (parent / name / sentinel).touch()
    return parent / name


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "site" / "workbench"
    place.mkdir(parents=True)
    monkeypatch.setattr(resources, "PACKAGE", place)
    return place


def test_a_checkout_has_the_folder_beside_the_package(package: Path):
    beside = make(package.parent, "corpus", "MANIFEST.toml")
    assert resource_dir("corpus", "MANIFEST.toml") == beside


def test_a_wheel_has_the_folder_inside_the_package(package: Path):
    inside = make(package, "corpus", "MANIFEST.toml")
    assert resource_dir("corpus", "MANIFEST.toml") == inside


def test_the_folder_inside_comes_first(package: Path):
    make(package.parent, "corpus", "MANIFEST.toml")
    inside = make(package, "corpus", "MANIFEST.toml")
    assert resource_dir("corpus", "MANIFEST.toml") == inside


def test_a_folder_of_the_same_name_without_the_sentinel_is_somebody_elses(package: Path):
    (package / "templates").mkdir()
    beside = make(package.parent, "templates", "base.html")
    assert resource_dir("templates", "base.html") == beside


def test_a_missing_folder_is_said_with_what_to_do(package: Path):
    with pytest.raises(FileNotFoundError, match=r"lacks corpus/MANIFEST\.toml: install workbench"):
        resource_dir("corpus", "MANIFEST.toml")


@pytest.mark.parametrize(
    ("name", "sentinel"), [("templates", "base.html"), ("corpus", "MANIFEST.toml")]
)
def test_this_installation_is_whole(name: str, sentinel: str):
    assert (resource_dir(name, sentinel) / sentinel).is_file()
