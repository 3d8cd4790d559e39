"""Verbs that speak of another time than the Italian does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.checks.base import Flag, Pair, check
from workbench.checks.linked import links
from workbench.language.tables import read_words
from workbench.language.tense import is_completed, is_past, looks_ahead
from workbench.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.language.words import Word

_PASSED_OVER = frozenset({
    "not", "also", "never", "always", "then", "now", "soon", "only", "still", "already", "often",
    "even", "just", "again", "likely", "be", "have", "been", "being",
})  # fmt: skip
_REACH = 4
"""Words after an auxiliary among which its verb stands."""
_NO_VERBS = frozenset({
    "something", "nothing", "anything", "everything", "during", "morning", "evening", "king",
    "following", "missing", "interesting", "surprising", "outstanding", "willing", "spring",
})  # fmt: skip
_SPEAKERS = frozenset({"i", "we", "you"})
_PREPOSITIONS = read_words("prepositions")


@check("accuracy", needs=("source", "target"))
def future_added(pair: Pair) -> Iterator[Flag]:
    """The English speaks of the future, and nothing in the Italian does.

    Italian may use the present for what is to come: dismiss it then.
    """
    theirs = pair.target_words
    places = [
        index
        for index, word in enumerate(theirs)
        if word.text == "will" and _before(theirs, index) not in _SPEAKERS
    ]
    if not places:
        return
    ours = pair.source_words
    ahead = looks_ahead(ours)
    for index in places:
        verb = _verb(theirs, index)
        if verb is None or _noun(theirs, index) or theirs[verb].key in _PREPOSITIONS:
            continue  # “on stage will be around sixty”: the Italian needs no verb
        place = links(pair).back.get(verb)
        past = place is not None and is_past(ours, place)
        if past or not ahead:
            yield _flag(pair, index, verb, place if past else None)


def _flag(pair: Pair, index: int, verb: int, place: int | None) -> Flag:
    theirs, ours = pair.target_words, pair.source_words
    start, end = theirs[index].start, theirs[verb].end
    english = pair.target[start:end]
    if place is None:
        said = message(
            "The English speaks of the future (“%(english)s”), the Italian does not.",
            english=english,
        )
        return Flag(start, end, "minor", said)
    word = ours[place]
    said = message(
        "“%(english)s” speaks of the future, “%(italian)s” of the past.",
        english=english,
        italian=word.text,
    )
    return Flag(start, end, "major", said, other=(word.start, word.end))


@check("accuracy", needs=("source", "target"))
def unfinished(pair: Pair) -> Iterator[Flag]:
    """What was done in the Italian was being done in the English: “was returning” for tornò."""
    theirs = pair.target_words
    for index, word in enumerate(theirs):
        if word.key not in ("was", "were") or index + 1 == len(theirs):
            continue
        verb = _verb(theirs, index)
        if verb is None:
            continue
        between = [each.key for each in theirs[index + 1 : verb]]
        if not (
            "being" in between
            or (theirs[verb].key.endswith("ing") and theirs[verb].key not in _NO_VERBS)
        ):
            continue
        place = links(pair).back.get(verb)
        if place is not None and is_completed(pair.source_words, place):
            said = message(
                "“%(english)s” was still going on; “%(italian)s” was done.",
                english=pair.target[word.start : theirs[verb].end],
                italian=pair.source_words[place].text,
            )
            ours = pair.source_words[place]
            yield Flag(word.start, theirs[verb].end, "minor", said, other=(ours.start, ours.end))


def _before(words: Sequence[Word], index: int) -> str:
    return words[index - 1].key if index else ""


def _noun(words: Sequence[Word], index: int) -> bool:
    """Whether “will” is a noun: his will, the will to live."""
    after = words[index + 1].key if index + 1 < len(words) else ""
    return _before(words, index) in _NOUN_BEFORE or after in _NOUN_AFTER


_NOUN_BEFORE = frozenset({
    "the", "a", "his", "her", "my", "their", "our", "your", "its", "of", "free", "good", "at",
    "political", "ill", "living", "no", "and", "by", "popular", "people's",
})  # fmt: skip
_NOUN_AFTER = frozenset({"to", "of", "and", "that", "is", "was", "in", "for"})


def _verb(words: Sequence[Word], index: int) -> int | None:
    """The index of the verb of an auxiliary; adverbs and further auxiliaries are passed over."""
    for place in range(index + 1, min(index + 1 + _REACH, len(words))):
        key = words[place].key
        if key not in _PASSED_OVER and not key.endswith("ly"):
            return place
    return None
