"""Whether the database can be worked with at this moment, asked every few seconds."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from workbench.db import clear_failure, connect, refuse_full
from workbench.store import health

if TYPE_CHECKING:
    from pathlib import Path


def check_health(path: Path | str) -> None:
    """Read, and begin to write, without waiting as long as a save would and without writing.

    Raises:
        BrokenStore: what people save at this moment would not be kept.
    """
    with clear_failure(path), closing(connect(path)) as db:
        health.try_to_write(db)
    refuse_full(path)
