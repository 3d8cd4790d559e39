"""What the tables of the checks share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

Marked = tuple[str, tuple[int, int]]


@pytest.fixture
def marked() -> Callable[[str], Marked]:
    """Reads “Apre [lunedì].”: the text without its brackets, and the place between them."""

    def read(text: str) -> Marked:
        before, _, rest = text.partition("[")
        words, _, after = rest.partition("]")
        return before + words + after, (len(before), len(before) + len(words))

    return read
