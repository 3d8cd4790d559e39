"""What a person's correction of an AI text teaches: which words were exchanged for which."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, NamedTuple

from workbench.checks.base import Pair
from workbench.checks.linked import links
from workbench.diff import WORDS, Edit, word_diff
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
    edits = _edits(ai, confirmed)
    changed = sum(count_words(edit.text) for edit in edits if edit.kind != "equal")
    pairs = Pair(italian or "", ai), Pair(italian or "", confirmed)
    return Outcome(
        count_words(confirmed), changed, tuple(dict.fromkeys(_corrections(*pairs, edits)))
    )


def _edits(ai: str, confirmed: str) -> list[Edit]:
    """The word diff, without looking for what moved in the words that begin and end both texts."""
    head = _same(WORDS.findall(ai), WORDS.findall(confirmed))
    rest = ai[head:], confirmed[head:]
    tail = _same(*(WORDS.findall(text)[::-1] for text in rest))
    middle = word_diff(ai[head : len(ai) - tail], confirmed[head : len(confirmed) - tail])
    ends = Edit("equal", ai[:head]), Edit("equal", ai[len(ai) - tail :])
    return [edit for edit in (ends[0], *middle, ends[1]) if edit.text]


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
                found = Correction(old, new)
                if may_be_a_rule(found):
                    italian = _italian(confirmed, after, after + len(come.text))
                    found = Correction(old, new, italian or _italian(ai, start, before))
                yield found
        before += len(come.text) if come.kind != "insert" else 0
        after += len(come.text) if come.kind != "delete" else 0


def _same(ours: list[str], theirs: list[str]) -> int:
    """The characters of the words with which both lists begin."""
    pairs = takewhile(lambda both: both[0] == both[1], zip(ours, theirs, strict=False))
    return sum(len(word) for word, _ in pairs)


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
