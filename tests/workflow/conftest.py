"""An article in the database, imported as a person would."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workbench import workflow

if TYPE_CHECKING:
    from sqlite_utils import Database

    from workbench.model import RawText, Segment


@pytest.fixture
def slug(db: Database, small_pair: tuple[RawText, RawText]) -> str:
    """The slug of the small pair, imported for the system ``argo``."""
    return workflow.import_pair(db, *small_pair, system="argo").slug


@pytest.fixture
def first(db: Database, slug: str) -> Segment:
    """Its first body paragraph, with a magnitude that is wrong by a thousand."""
    return workflow.version(db, slug).segments[1]
