"""A client of the pages, on a real file with one article in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workbench import workflow
from workbench.web import create_app

if TYPE_CHECKING:
    from pathlib import Path

    from flask.testing import FlaskClient
    from sqlite_utils import Database

    from workbench.model import RawText


@pytest.fixture
def client(db: Database, db_path: Path) -> FlaskClient:
    """A browser without scripts; it lets server errors through."""
    app = create_app(db_path)
    app.testing = True
    return app.test_client()


@pytest.fixture
def article(db: Database, small_pair: tuple[RawText, RawText]) -> tuple[str, str]:
    """Slug and system of the one article."""
    done = workflow.import_pair(db, *small_pair, system="argo")
    return done.slug, done.system
