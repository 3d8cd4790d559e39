"""What a person's correction of an AI text teaches: which words were exchanged for which."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from workbench.checks.base import Pair
from workbench.checks.linked import links
from workbench.diff import Edit, word_diff
from workbench.language.counterparts import MOST
from workbench.language.words import FUNCTION_WORDS, count_words, find_words

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 5
"""Words of a correction; a longer one is a sentence written anew, and comes once."""
_FAR_ITALIAN = 4
"""Words of Italian that may stand for them."""


class Correction(NamedTuple):
    """Words of the AI text, and what a person put in their place."""

    old: str
    new: str
    italian: str = ""
    """The words that both stand for; empty where they are not known."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an AI text."""

    words: int
    """Of the confirmed text."""
    changed: int
    """Words put in and words taken out; in another's place is both."""
    corrections: tuple[Correction, ...]
    """Each once, in text order."""


def compare(italian: str | None, ai: str, confirmed: str) -> Outcome:
    """What a person changed in `ai`, the translation of the Italian, to make it `confirmed`."""
    edits = word_diff(ai, confirmed) if ai != confirmed else []
    changed = sum(count_words(edit.text) for edit in edits if edit.kind != "equal")
    pairs = Pair(italian or "", ai), Pair(italian or "", confirmed)
    return Outcome(
        count_words(confirmed), changed, tuple(dict.fromkeys(_corrections(*pairs, edits)))
    )


def may_be_a_rule(correction: Correction) -> bool:
    """Whether the words say enough to be a rule: “the” for “a” is right here and wrong there."""
    return any(
        word.key not in FUNCTION_WORDS["en"]
        for text in (correction.old, correction.new)
        for word in find_words(text, "en")
    )


def _corrections(ai: Pair, confirmed: Pair, edits: list[Edit]) -> Iterator[Correction]:
    before, after = 0, 0
    for gone, come in pairwise([Edit("equal", ""), *edits]):
        start = before - len(gone.text) if gone.kind == "delete" else before
        if (gone.kind, come.kind) == ("delete", "insert"):
            old, new = (" ".join(edit.text.split()) for edit in (gone, come))
            if _is_short(old) and _is_short(new):
                italian = _italian(confirmed, after, after + len(come.text))
                yield Correction(old, new, italian or _italian(ai, start, before))
        before += len(come.text) if come.kind != "insert" else 0
        after += len(come.text) if come.kind != "delete" else 0


def _is_short(text: str) -> bool:
    return any(map(str.isalpha, text)) and count_words(text) <= LONGEST


def _italian(pair: Pair, start: int, end: int) -> str:
    """The Italian words that stand for those words of the English, where they are near."""
    if not pair.source:
        return ""
    back, words = links(pair).back, pair.source_words
    places = [
        back[index]
        for index, word in enumerate(pair.target_words[:MOST])
        if start <= word.start and word.end <= end and index in back
    ]
    if not places or max(places) - min(places) >= _FAR_ITALIAN:
        return ""
    return pair.source[words[min(places)].start : words[max(places)].end]
