"""What Italian newspapers tell as hearsay, by the conditional."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.checks.base import Flag, Pair, check
from workbench.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterator

_CONDITIONAL = re.compile(
    r"\b(?:avrebbe(?:ro)?|sarebbe(?:ro)?)\s+(?:\w+mente\s+|già\s+|anche\s+|poi\s+)?"
    r"(?:stat[oaie]\s+)?\w+[ts][oaie]\b",
    re.IGNORECASE,
)
_UNREAL = re.compile(r"\b(?:se|qualora|altrimenti|mai)\b", re.IGNORECASE)
"""Words beside which the conditional says what did not come to be."""
_WOULD_HAVE = re.compile(
    r"\bwould(?:n[’']t)?\s+(?:\w+ly\s+|also\s+|then\s+)?have\s+(?:been\s+)?\w+"
)
_TOLD = re.compile(r"\b(?:reported(?:ly)?|alleged(?:ly)?|apparently|is said to|are said to)\b")


@check("accuracy", needs=("source", "target"))
def hearsay(pair: Pair) -> Iterator[Flag]:
    """Hearsay may have become what would have happened: “would have fled” for sarebbe fuggito.

    The conditional of Italian news says that others say so: English writes reportedly, allegedly
    or according to whom. It may also be a real “would have”: so this is a hint.
    """
    said = _CONDITIONAL.search(pair.source)
    if not said or _UNREAL.search(pair.source) or _TOLD.search(pair.target):
        return
    for found in _WOULD_HAVE.finditer(pair.target):
        yield Flag(
            *found.span(),
            "neutral",
            message(
                "“%(italian)s” may be hearsay: “reportedly”, or who says so?",
                italian=said.group(),
            ),
            other=said.span(),
        )
