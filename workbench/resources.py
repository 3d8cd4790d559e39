"""Where the templates and the shipped corpus are: inside a wheel, or beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def resource_dir(name: str, sentinel: str) -> Path:
    """The folder `name` that holds the file `sentinel`.

    A wheel carries the folder inside the package, a checkout beside it.

    Raises:
        FileNotFoundError: neither place has it; the installation is damaged.
    """
    for parent in (PACKAGE, PACKAGE.parent):
        if (parent / name / sentinel).is_file():
            return parent / name
    raise FileNotFoundError(f"The installation lacks {name}/{sentinel}: install workbench again.")
