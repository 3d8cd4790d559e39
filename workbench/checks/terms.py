"""Words that must not be rendered by what they look like, and names that want a word to explain."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.checks.base import Flag, Pair, check
from workbench.language.bynames import find_bynames
from workbench.language.glossary import find_misnomers
from workbench.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterator

_SENTENCE_START = re.compile(r"(?:^|[.!?…][”’\"']?\s+)[“‘\"'(]?$")


@check("accuracy", needs=("source", "target"))
def false_friend(pair: Pair) -> Iterator[Flag]:
    """An English word only looks like the Italian one: actually for attualmente.

    The reader learns something that the Italian does not say. It errs where the look-alike
    translates another word of the sentence.
    """
    yield from _misnomers(pair, "false_friends")


@check("terminology", needs=("source", "target"))
def office(pair: Pair) -> Iterator[Flag]:
    """An office has a wrong English name: “pm” is a prosecutor, and not the prime minister.

    Who holds which office must be right before anything else. Where your newspaper has another
    name for it, use that one.
    """
    yield from _misnomers(pair, "offices")


@check("terminology", needs=("source", "target"))
def institution(pair: Pair) -> Iterator[Flag]:
    """An institution has a wrong English name: Camera is the Chamber of Deputies, and no room.

    English readers look institutions up by their English names. Where your newspaper has another
    name for it, use that one.
    """
    yield from _misnomers(pair, "institutions")


@check("terminology", needs=("source", "target"))
def set_phrase(pair: Pair) -> Iterator[Flag]:
    """A set phrase is rendered word for word: “manoeuvre” for manovra, the budget.

    Word for word it says nothing, or something else, to an English reader.
    """
    yield from _misnomers(pair, "glossary")


def _misnomers(pair: Pair, table: str) -> Iterator[Flag]:
    for found in find_misnomers(table, pair.source, pair.target, pair.source_keys):
        start, end = found.english
        wrong = pair.target[start:end]
        right = found.term.right_for(wrong)
        if _SENTENCE_START.search(pair.target[:start]):
            right = tuple(word[0].upper() + word[1:] for word in right)
        said = message(
            "“%(italian)s” is “%(right)s” in English, and not “%(english)s”.",
            italian=pair.source[slice(*found.italian)],
            right="” / “".join(right),
            english=wrong,
        )
        suggestion = right[0] if len(right) == 1 else None
        yield Flag(start, end, found.term.severity, said, suggestion, other=found.italian)


@check("audience-appropriateness")
def byname(pair: Pair) -> Iterator[Flag]:
    """A palace or a by-name stands without a word of who is meant: Palazzo Chigi, the Belpaese.

    Italian readers know who sits in which palace; others need a word to tell them.
    """
    for name in find_bynames(pair.target):
        said = message(
            "“%(name)s” is %(explained)s: readers abroad may not know.",
            name=pair.target[name.start : name.end],
            explained=name.explained,
        )
        yield Flag(name.start, name.end, "neutral", said)
