"""What the tests of several rooms share: a fresh database and a small pair of texts."""

from __future__ import annotations

import shutil
from datetime import datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from flask import Flask
from hypothesis import HealthCheck, settings
from jinja2 import FileSystemBytecodeCache

from workbench.db import opened, prepare
from workbench.model import RawText
from workbench.store import rows
from workbench.workflow import logins

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import tzinfo
    from pathlib import Path

    from sqlite_utils import Database

    Later = Callable[..., None]

# a busy machine is slow, not wrong
settings.register_profile("calm", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("calm")

ITALIAN = """\
Riapre il ponte vecchio di Roccalta

Il ponte sul Lentro riapre lunedì alle 17.30 dopo tre anni di lavori costati 2,4 milioni di euro.

«È un giorno di festa per tutta la valle», ha detto la sindaca Irene Corvasce.

Il comune ha promesso che non ci saranno altre chiusure prima del 2030.
"""
ENGLISH = """\
Roccalta's old bridge reopens

The bridge over the Lentro reopens on monday at 17.30 after three years and 2.4 billion euros.

"It is a day of celebration for the whole valley," said Mayor Irene Corvasce.

The municipality has promised that there will be no further closures before 2030.
"""


def raw(text: str, name: str = "paste") -> RawText:
    """A text as it would have come in as UTF-8."""
    return RawText(text, name, "utf-8", sha256(text.encode()).hexdigest())


@pytest.fixture
def db_path(tmp_path: Path) -> Path:
    """Where a database may be made."""
    return tmp_path / "workbench.db"


@pytest.fixture(scope="session")
def empty_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the current schema and nothing in it, to be copied."""
    path = tmp_path_factory.mktemp("empty") / "workbench.db"
    prepare(path)
    return path


@pytest.fixture
def db(db_path: Path, empty_path: Path) -> Iterator[Database]:
    """An empty database with the current schema, on disk."""
    shutil.copy(empty_path, db_path)
    with opened(db_path) as database:
        yield database


@pytest.fixture(scope="session", autouse=True)
def compiled_templates(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Compile each template once for all the applications that the tests make."""
    cache = FileSystemBytecodeCache(str(tmp_path_factory.mktemp("templates")))
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(Flask.jinja_options, "bytecode_cache", cache)
        yield


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Later:
    """Let time pass for all that the store and the use cases do from now on."""
    passed = timedelta()

    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Clock:
            return cls.fromtimestamp((datetime.now(tz) + passed).timestamp(), tz)

    def wait(**time: float) -> None:
        nonlocal passed
        passed += timedelta(**time)

    for module in (rows, logins):
        monkeypatch.setattr(module, "datetime", Clock)
    return wait


@pytest.fixture(scope="session")
def small_pair() -> tuple[RawText, RawText]:
    """Four Italian paragraphs and their English, which holds a wrong magnitude and a small m."""
    return raw(ITALIAN, "it.txt"), raw(ENGLISH, "en.txt")


@pytest.fixture
def long_pair() -> tuple[RawText, RawText]:
    """One Italian paragraph of two hundred words and its English."""
    italian = " ".join(f"Il ponte {n} riapre lunedì in paese." for n in range(100, 130))
    english = " ".join(f"Bridge {n} in town reopens on Monday." for n in range(100, 130))
    return raw(italian, "it.txt"), raw(english, "en.txt")
