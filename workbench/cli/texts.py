"""Texts named on the command line: a file, or ``-`` for standard input."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from workbench import ingest

if TYPE_CHECKING:
    from workbench.model import RawText


def read(path: Path) -> RawText:
    """The text of a file, or of standard input where `path` is ``-``.

    Raises:
        WorkbenchError: it cannot be read as text.
    """
    if path == Path("-"):
        return ingest.read_bytes(sys.stdin.buffer.read(ingest.MAX_BYTES + 1), "-")
    return ingest.read_file(path)
