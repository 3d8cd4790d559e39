"""The names of both texts, matched: which are missing, which are new, which stand for which."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from workbench.align.lexicon import translations
from workbench.align.tokens import stem
from workbench.language.names import (
    FIRST_NAMES,
    NameWord,
    Run,
    Vocabulary,
    distance,
    english_of,
    find_runs,
    is_common,
    is_contraction,
    is_foreign,
    place_at,
    sound,
    translated,
    words_of_bynames,
)
from workbench.language.places import places_named
from workbench.language.tables import read_words
from workbench.language.words import FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from workbench.checks.base import Pair

_SHORTEST = 5
"""Letters that a name must have for another spelling of it to be known."""
_LONG = 7
"""Letters beyond which two of them may differ."""
_TOO_LONG = 1_500
"""Words of a text that is no paragraph: matching takes long there, and helps nobody."""
_ENGLISH_END = re.compile(
    r"(?:ship|ary|ity|ness|ment|[ts]ion|ing|ism|ists?|ives|[ae]nce|ics?|ers|ous|ful|less|als?)s?$"
)
"""What English nouns end in and names seldom do."""
_ADJECTIVE = re.compile(
    r"(?:al[ei]|ari[oae]|ic[oae]|iv[oaie]|ier[oaie]|ior[ei]|[ae]nt[ei]|bil[ei])$"
)
"""What Italian adjectives end in."""
_METONYMS = frozenset({"continent", "institution", "feast"})
"""Kinds of names that English often says otherwise: “the court”, “the bloc”."""

State = Literal["same", "rendered", "weak", "name", "place"]
"""What became of a word in the other text. Same: it is there. Rendered: a translation or likeness
is there. Weak: neither, yet it may be no name. Name, place: neither, and it is one."""


class Judged(NamedTuple):
    """A word with a capital, what became of it, and whether it alone is worth a finding."""

    name: NameWord
    state: State
    sure: bool = True


class Stretch(NamedTuple):
    """Words of a name, one after the other: ``text[start:end]``."""

    text: str
    start: int
    end: int
    state: State
    sure: bool


class Change(NamedTuple):
    """A name of the Italian and what the English has in its place."""

    ours: Stretch
    theirs: Stretch
    kind: Literal["spelt", "translated", "replaced"]


class Names(NamedTuple):
    """How the names of the two texts differ."""

    changed: list[Change]
    missing: list[Stretch]
    added: list[Stretch]


@lru_cache(maxsize=64)
def compare_names(pair: Pair) -> Names:
    """Match the names of the Italian and of the English."""
    lengths = len(pair.source_words), len(pair.target_words)
    if not min(lengths) or max(lengths) > _TOO_LONG:
        return Names([], [], [])
    italian, english = vocabularies(pair)
    ours = [_judge_italian(run, english) for run in find_runs(pair.source, italian.words, "it")]
    theirs = [
        _judge_english(run, pair.source, italian)
        for run in find_runs(pair.target, english.words, "en")
    ]
    changed = [*_respelt(pair, ours, theirs), *_surnames(pair, ours, theirs)]
    lost = _without(_stretches(pair.source, ours), [change.ours for change in changed])
    new = _without(_stretches(pair.target, theirs), [change.theirs for change in changed])
    missing = []
    for each in lost:
        like = [other for other in new if other.state == each.state]
        if like:
            other = min(like, key=lambda other: abs(_offset(pair, each, other)))
            new.remove(other)
            changed.append(Change(each, other, "replaced"))
        elif each.sure:
            missing.append(each)
    return Names(changed, missing, [each for each in new if each.state == "name" and each.sure])


def _without(stretches: Iterable[Stretch], done: list[Stretch]) -> list[Stretch]:
    starts = {stretch.start for stretch in done}
    return [stretch for stretch in stretches if stretch.start not in starts]


def _offset(pair: Pair, ours: Stretch, theirs: Stretch) -> float:
    return ours.start / len(pair.source) - theirs.start / len(pair.target)


@lru_cache(maxsize=64)
def vocabularies(pair: Pair) -> tuple[Vocabulary, Vocabulary]:
    """The words of the Italian and of the English, for looking names up."""
    return (
        Vocabulary(pair.source, pair.source_words, "it"),
        Vocabulary(pair.target, pair.target_words, "en"),
    )


def _judge_italian(run: Run, english: Vocabulary) -> list[Judged]:
    judged: list[Judged] = []
    while len(judged) < len(run):
        if found := place_at(run, len(judged), english):
            length, place, there = found
            state: State = "same" if there else "place"
            words = run[len(judged) : len(judged) + length]
            judged += [Judged(name, state, place.kind not in _METONYMS) for name in words]
        else:
            last = judged[-1].name if judged else None
            judged.append(_judge_word(run[len(judged)], english, last))
    initials = "".join(name.key[0] for name in run)
    if len(run) > 2 and initials in english.capitals:
        return [Judged(name, "rendered") for name in run]
    return judged


def _judge_word(name: NameWord, english: Vocabulary, last: NameWord | None) -> Judged:
    if name in english:
        return Judged(name, "same")
    if name.first and not is_foreign(name):
        return Judged(name, "weak")
    if translated(name, english) or english.most_like(name.key):
        return Judged(name, "rendered")
    if _needs_no_name(name) or is_common(name) or (last and _qualifies(name, last)):
        return Judged(name, "weak")
    return Judged(name, "name")


def _qualifies(name: NameWord, noun: NameWord) -> bool:
    """Whether a word is the adjective of an institution: Teatro Comunale, Polizia Stradale."""
    return noun.text in read_words("italian_capitals") and bool(_ADJECTIVE.search(name.key))


def _needs_no_name(name: NameWord) -> bool:
    """Whether English says it otherwise: a short acronym, a palace that means who sits in it."""
    acronym = name.text in read_words("acronyms") or (len(name.text) < 4 and name.text.isupper())
    return acronym or name.key in FUNCTION_WORDS["it"] or name.key in words_of_bynames()


def _judge_english(run: Run, source: str, italian: Vocabulary) -> list[Judged]:
    titled = False
    judged = []
    for name in run:
        judged.append(_judge_english_word(name, source, italian, titled=titled))
        titled = name.text in read_words("english_capitals", kind="title")
    return judged


def _judge_english_word(
    name: NameWord, source: str, italian: Vocabulary, *, titled: bool
) -> Judged:
    if name in italian:
        return Judged(name, "same")
    places = places_named(name.key)
    if not places and (name.first or name.text.isupper() or is_english_word(name)):
        return Judged(name, "weak")
    if any(place.italian in source for place in places):
        return Judged(name, "rendered")
    if stem(name.key, "en") in italian.translations or italian.most_like(name.key):
        return Judged(name, "rendered")
    if name.key in english_of(source):
        return Judged(name, "rendered")
    return Judged(name, "place" if places else "name", titled or name.key[-1] in "aiou")


def is_english_word(name: NameWord) -> bool:
    """Whether an English word with a capital may be no name at all: a title, a day, a noun."""
    return (
        is_contraction(name)
        or name.key in FUNCTION_WORDS["en"]
        or name.text in read_words("english_capitals")
        or bool(_ENGLISH_END.search(name.key))
    )


def _stretches(text: str, runs: Sequence[Sequence[Judged]]) -> Iterator[Stretch]:
    """The names that are not there; where a word of a run is there, nothing is lost."""
    for run in runs:
        if any(_keeps_name(each) for each in run):
            continue
        for state in ("place", "name"):
            found = [at for at, each in enumerate(run) if each.state == state]
            if found:
                yield _stretch(text, run[found[0] : found[-1] + 1])
                break


def _keeps_name(each: Judged) -> bool:
    """Whether a word that is there is enough of a name: a first name alone is not."""
    key = each.name.key
    return each.state == "same" and len(key) > 3 and key not in FIRST_NAMES


def _stretch(text: str, judged: Sequence[Judged]) -> Stretch:
    start, end = judged[0].name.start, judged[-1].name.end
    sure = any(each.sure for each in judged) or judged[0].name.key in FIRST_NAMES
    return Stretch(text[start:end], start, end, judged[0].state, sure)


def _respelt(
    pair: Pair, ours: Sequence[Sequence[Judged]], theirs: Sequence[Sequence[Judged]]
) -> Iterator[Change]:
    """Names of which a letter or two have changed: Giorgetti, Giorgetto."""
    new = [each for run in theirs for each in run if _may_be_respelt(each)]
    if not new:
        return
    for run in ours:
        for at, each in enumerate(run):
            known = at > 0 and _is_first_name(run[at - 1])
            if each.state == "same" or (not known and is_common(each.name)):
                continue
            for other in new:
                if same_name(each.name.key, other.name.key):
                    yield Change(
                        _stretch(pair.source, [each]), _stretch(pair.target, [other]), "spelt"
                    )


def _may_be_respelt(each: Judged) -> bool:
    return each.state in ("rendered", "name", "weak") and not is_english_word(each.name)


def _is_first_name(each: Judged) -> bool:
    return each.state == "same" and each.name.key in FIRST_NAMES


def same_name(ours: str, theirs: str) -> bool:
    """Whether two words are one name, spelt otherwise, and no cognates: Congresso, Congress."""
    if ours[:2] != theirs[:2] or min(len(ours), len(theirs)) < _SHORTEST:
        return False
    most = 2 if len(ours) > _LONG else 1
    if abs(len(ours) - len(theirs)) > most:
        return False
    if ours[-1] in "aeiou" and theirs[-1] not in "aeiou":
        return False
    if sound(ours) == sound(theirs) or places_named(ours):
        return False
    return theirs != ours + "s" and distance(ours, theirs) <= most


def _surnames(
    pair: Pair, ours: Sequence[Sequence[Judged]], theirs: Sequence[Sequence[Judged]]
) -> Iterator[Change]:
    """Surnames that are others after the same first name: Marta Volpe, Marta Fox."""
    known = {first.name.key: second for first, second in _full_names(theirs)}
    for first, second in _full_names(ours):
        other = known.get(first.name.key)
        if not other or "same" in (second.state, other.state):
            continue
        if not same_name(second.name.key, other.name.key):
            said = stem(other.name.key, "en") in translations(stem(second.name.key, "it"))
            yield Change(
                _stretch(pair.source, [second]),
                _stretch(pair.target, [other]),
                "translated" if said else "replaced",
            )


def _full_names(runs: Sequence[Sequence[Judged]]) -> Iterator[tuple[Judged, Judged]]:
    """First names that both texts have, each with the word after it."""
    for run in runs:
        for first, second in pairwise(run):
            if _is_first_name(first):
                yield first, second
