"""Names that were lost, changed, translated or invented on the way into English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.checks.base import Flag, Pair, check
from workbench.checks.name_matching import Change, Stretch, compare_names, vocabularies
from workbench.language.names import translated_word
from workbench.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.language.words import Word
    from workbench.messages import Message

_NEAR = 6
"""How many words before and after a lost name its place in the English is looked for with."""
_WIDEST = 60
"""How many characters the place of a lost name may have."""


@check("accuracy", needs=("source", "target"))
def name_changed(pair: Pair) -> Iterator[Flag]:
    """A name is another one than in the Italian: Giorgetto for Giorgetti, Fox for Volpe.

    Names of people and firms stay as they are. Names in another script may be spelt in several
    ways: keep the one your newspaper uses.
    """
    for change in compare_names(pair).changed:
        replaced = change.kind == "replaced"
        yield Flag(
            change.theirs.start,
            change.theirs.end,
            "major",
            _said(change),
            suggestion=None if replaced else change.ours.text,
            other=(change.ours.start, change.ours.end),
        )


def _said(change: Change) -> Message:
    ours, theirs = change.ours.text, change.theirs.text
    if change.kind == "translated":
        return message(
            "“%(ours)s” is a name and stays: “%(theirs)s” translates it.", ours=ours, theirs=theirs
        )
    if change.kind == "spelt":
        return message(
            "The Italian has “%(ours)s”; the English spells it “%(theirs)s”.",
            ours=ours,
            theirs=theirs,
        )
    return message(
        "“%(ours)s” is not in the English; “%(theirs)s” is not in the Italian.",
        ours=ours,
        theirs=theirs,
    )


@check("accuracy", needs=("source", "target"))
def name_missing(pair: Pair) -> Iterator[Flag]:
    """A name of the Italian is not in the English.

    Who did or said it belongs into the text. It errs where English describes what Italian names:
    “the city” for Londra; then dismiss it.
    """
    for name in compare_names(pair).missing:
        said = message("“%(name)s” is not in the English.", name=name.text)
        place = _gap(pair, name)
        if place:
            yield Flag(*place, "minor", said, other=(name.start, name.end))
        else:
            yield Flag(name.start, name.end, "minor", said, side="source")


@check("accuracy", needs=("source", "target"))
def name_added(pair: Pair) -> Iterator[Flag]:
    """The English has a name that the Italian has not.

    Where the name is right and helps the reader it may stay; where nobody can say where it comes
    from, take it out.
    """
    for name in compare_names(pair).added:
        said = message("“%(name)s” is not in the Italian.", name=name.text)
        yield Flag(name.start, name.end, "minor", said)


def _gap(pair: Pair, name: Stretch) -> tuple[int, int] | None:
    """Where in the English the name should stand: between the words that stand around it."""
    words = pair.source_words
    before = [word for word in words if word.end <= name.start][: -_NEAR - 1 : -1]
    after = [word for word in words if word.start >= name.end][:_NEAR]
    left, right = _first_found(pair, before), _first_found(pair, after)
    if right and not before:
        return _short(0, right.end) or (right.start, right.end)
    if left and right and (between := _short(left.start, right.end)):
        return between
    nearest = left or right
    return (nearest.start, nearest.end) if nearest else None


def _short(start: int, end: int) -> tuple[int, int] | None:
    return (start, end) if start < end <= start + _WIDEST else None


def _first_found(pair: Pair, words: list[Word]) -> Word | None:
    english = vocabularies(pair)[1]
    found = (translated_word(word, english) for word in words)
    return next(filter(None, found), None)
