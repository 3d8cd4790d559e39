"""Third-party files are whole: each is listed with its licence and has the checksum it says."""

from __future__ import annotations

import tomllib
from hashlib import sha256
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("folder", ["workbench/static/vendor", "tests/browser/vendor"])
def test_every_vendored_file_is_listed_and_unchanged(folder: str) -> None:
    listed = tomllib.loads((ROOT / folder / "VENDOR.toml").read_text(encoding="utf-8"))["file"]
    files = {path.name for path in (ROOT / folder).iterdir()} - {"VENDOR.toml"}
    assert files == {entry["name"] for entry in listed}
    for entry in listed:
        assert entry["sha256"] == sha256((ROOT / folder / entry["name"]).read_bytes()).hexdigest()
        assert entry["licence"]
        assert entry["version"] in entry["name"]
