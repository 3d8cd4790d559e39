"""English in which a word is missing: sentences that no newspaper would print as they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.checks.base import Flag, Pair, check
from workbench.language.neighbours import find_clashes
from workbench.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterator

_NO_SUBJECT = re.compile(
    r"(?:^|[.!?][”\"’]?\s+)[“\"]?(?P<verb>Has|Is|Are|Was|Were|Will|Would)\s+"
    r"(?:not|also|already|now|been|an?|two|three|four|be|one|said|made|taken|become|part|done|gone"
    r"|\d\S*|[a-z]+ed)\b(?=[^?\n]*$)"
)
_HEADS = frozenset({"kicker", "headline", "heading", "standfirst", "caption"})
"""Parts of a page that may leave words out."""


@check("linguistic-conventions")
def missing_word(pair: Pair) -> Iterator[Flag]:
    """A word is missing, or two stand in the wrong order: “the of”, “they the”, “its.”.

    English never has these words side by side, so something was left out between them or moved.
    """
    for clash in find_clashes(pair.target, pair.target_words):
        said = message(
            "“%(words)s” does not go together: is a word missing?",
            words=pair.target[clash.start : clash.end],
        )
        yield Flag(clash.start, clash.end, "minor", said)


@check("linguistic-conventions")
def missing_subject(pair: Pair) -> Iterator[Flag]:
    """A sentence begins with its verb: “Has announced …” says not who.

    Italian leaves out he, she and they; English does so in headlines alone.
    """
    if pair.role in _HEADS:
        return
    for found in _NO_SUBJECT.finditer(pair.target):
        said = message("Who? “%(verb)s” has no subject.", verb=found["verb"])
        yield Flag(*found.span("verb"), "minor", said)
