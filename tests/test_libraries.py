"""The libraries that the product brings along: free to use, and none known to be unsafe.

Nothing is asked of the network: licences are what the installed libraries say of themselves, and
what is unsafe stands in `advisories.toml`.
"""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import metadata, requires, version
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).parent.parent
OWN = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

FREE = re.compile(
    r"\b(MIT|BSD|0BSD|Apache|ISC|PSF|ZPL|Zope|Zlib|CC0|CNRI|Unlicense|Public Domain|MPL|Mozilla)\b",
    re.IGNORECASE,
)
"""What may be shipped beside MIT code, and linked with it, on no condition but to name it."""
READ_BY_HAND = {"locate": "MIT"}
"""Libraries that name no licence where programs look, and what their licence's text says."""


class Advisory(NamedTuple):
    """Below which version a library is unsafe."""

    id: str
    library: str
    safe: str


ADVISORIES = [
    Advisory(each["id"], each["library"], each["safe"])
    for each in tomllib.loads(
        (ROOT / "tests" / "advisories.toml").read_text(encoding="utf-8")
    )["advisory"]
]  # fmt: skip


def closure(wanted: Iterable[str]) -> set[str]:
    """The names of all libraries that come with these requirements on this machine."""
    found: dict[str, set[str]] = {}
    waiting = [Requirement(each) for each in wanted]
    while waiting:
        each = waiting.pop()
        name = canonicalize_name(each.name)
        if name in found and each.extras <= found[name]:
            continue
        found[name] = found.get(name, set()) | each.extras
        needed = map(Requirement, requires(name) or [])
        waiting += [need for need in needed if applies(need, each.extras)]
    return set(found)


def applies(need: Requirement, extras: set[str]) -> bool:
    """Whether a library is needed here, for one of these extras or for none."""
    return need.marker is None or any(
        need.marker.evaluate({"extra": extra}) for extra in {"", *extras}
    )


def licence(name: str) -> str:
    """The licence that a library states: as an expression, in a field, or by its classifiers."""
    said = metadata(name)
    classified = [
        each.rpartition("::")[2].strip()
        for each in said.get_all("Classifier") or []
        if each.startswith("License ::")
    ]
    stated = said.get("License-Expression") or said.get("License") or " OR ".join(classified)
    return READ_BY_HAND.get(name, stated.partition("\n")[0])


def is_free(stated: str) -> bool:
    """Whether one of the licences to choose from is free, in all that must be taken together."""
    return any(
        all(FREE.search(part) and "GPL" not in part for part in re.split(r"\bAND\b", choice))
        for choice in re.split(r"\bOR\b", stated)
    )


def known_unsafe(name: str, installed: str) -> list[str]:
    """The advisories that hold for this version of a library."""
    return [
        each.id
        for each in ADVISORIES
        if each.library == name and Version(installed) < Version(each.safe)
    ]


def lowest(requirement: Requirement) -> str:
    """The oldest version that a requirement lets in."""
    bounds = [each.version for each in requirement.specifier if each.operator == ">="]
    return max(bounds, key=Version, default="0")


LIBRARIES = sorted(closure(OWN["dependencies"]))


@pytest.mark.parametrize("name", LIBRARIES)
def test_a_library_is_free_and_not_known_to_be_unsafe(name: str) -> None:
    assert is_free(licence(name)), licence(name)
    assert known_unsafe(name, version(name)) == []


@pytest.mark.parametrize("requirement", [*map(Requirement, OWN["dependencies"])], ids=str)
def test_no_version_that_we_ask_for_is_known_to_be_unsafe(requirement: Requirement) -> None:
    assert known_unsafe(canonicalize_name(requirement.name), lowest(requirement)) == []


def test_what_the_libraries_bring_along_is_looked_at_too() -> None:
    assert {"flask", "werkzeug", "markupsafe", "limits", "lxml"} <= set(LIBRARIES)


@pytest.mark.parametrize(
    ("stated", "free"),
    [
        ("MIT", True),
        ("BSD-3-Clause AND 0BSD AND MIT AND Zlib AND CC0-1.0", True),
        ("MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later", True),
        ("GPL-3.0-or-later", False),
        ("AGPL-3.0", False),
        ("LGPL-2.1", False),
        ("MIT AND GPL-2.0-only", False),
        ("Other/Proprietary License", False),
        ("", False),
    ],
)
def test_what_is_free(stated: str, free: bool) -> None:
    assert is_free(stated) is free


@pytest.mark.parametrize(
    ("name", "installed", "found"),
    [
        ("flask", "3.1.0", ["CVE-2025-47278"]),
        ("flask", "3.1.1", []),
        ("werkzeug", "3.0.5", ["CVE-2025-66221", "CVE-2024-49767"]),
        ("unheard-of", "0.1", []),
    ],
)
def test_what_is_unsafe(name: str, installed: str, found: list[str]) -> None:
    assert known_unsafe(name, installed) == found
