"""Files the commands write."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from workbench.errors import BadInput
from workbench.messages import message

if TYPE_CHECKING:
    from pathlib import Path


def write_text(path: Path | None, text: str) -> None:
    """Write `text` as UTF-8 with LF to `path`, or to standard output where it is None or ``-``.

    Raises:
        BadInput: the file cannot be written.
    """
    if path is None or str(path) == "-":
        sys.stdout.buffer.write(text.encode())
        return
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise BadInput(
            message(
                "%(path)s cannot be written (%(why)s): name another file with -o.",
                path=path,
                why=error.strerror or error,
            )
        ) from error
