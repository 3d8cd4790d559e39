"""What the segments of an article must have in common: the spelling of names, the words used."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from workbench.align.lexicon import translations
from workbench.align.tokens import fold, stem
from workbench.checks.base import Flag, Pair, article_check
from workbench.checks.name_matching import compare_names, is_english_word, same_name
from workbench.language.names import FIRST_NAMES, find_runs
from workbench.language.places import places_named
from workbench.language.variants import find_variants
from workbench.language.words import find_words
from workbench.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from workbench.language.names import NameWord
    from workbench.language.variants import Variant
    from workbench.model import Language

_TEXTS = 10_000
"""Texts whose words are kept: all of a long article, in both languages, with room to spare."""
_ARTICLES = 100
"""Articles that people work on at the same time."""


@article_check("accuracy")
def name_spelling(pairs: Sequence[Pair]) -> Iterator[tuple[int, Flag]]:
    """A name is spelt in two ways in one article: Corvasce and Corvase.

    One of them is another person, or nobody. The Italian spelling counts; without it, the one
    that the article has more often.
    """
    places: dict[str, list[tuple[int, NameWord]]] = defaultdict(list)
    for index, pair in enumerate(pairs):
        for name in _spellings(pair.target):
            places[name.key].append((index, name))
    italian = _keys_of_all(tuple(pair.source for pair in pairs))
    for wrong, right in _misspelt(places, italian):
        spelling = places[right][0][1].text
        for index, name in places[wrong]:
            if not _already_said(pairs[index], name):
                said = message(
                    "Elsewhere in the article “%(wrong)s” is “%(right)s”.",
                    wrong=name.text,
                    right=spelling,
                )
                yield index, Flag(name.start, name.end, "minor", said, suggestion=spelling)


@article_check("accuracy")
def surname_translated(pairs: Sequence[Pair]) -> Iterator[tuple[int, Flag]]:
    """A surname that the article knows as one is translated: Fox for Volpe.

    Names of people stay as they are, and so do surnames that are words.
    """
    known = frozenset().union(*(_surnames(pair.source) for pair in pairs))
    for index, pair in enumerate(pairs):
        if not (known & _keys(pair.source)):
            continue
        english = _keys(pair.target)
        for name in _names(pair.source, "it"):
            if name.key not in known or name.key in english:
                continue
            for other in _translations(name, pair):
                said = message(
                    "“%(ours)s” is a name and stays: “%(theirs)s” translates it.",
                    ours=name.text,
                    theirs=other.text,
                )
                at = (name.start, name.end)
                yield index, Flag(other.start, other.end, "major", said, name.text, other=at)


@article_check("terminology")
def term_variants(pairs: Sequence[Pair]) -> Iterator[tuple[int, Flag]]:
    """Two words stand for the same in one article: premier and prime minister, U.S. and US.

    A reader may take two words for two things. Where the change is meant, leave it.
    """
    groups: dict[str, list[tuple[int, Variant]]] = defaultdict(list)
    for index, pair in enumerate(pairs):
        for variant in find_variants(pair.target):
            groups[variant.group].append((index, variant))
    for found in groups.values():
        counts = Counter(variant.form for _, variant in found)
        usual = max(counts, key=lambda form: counts[form])
        for index, variant in found:
            if variant.form != usual:
                said = message(
                    "“%(word)s” here, “%(usual)s” elsewhere in the article.",
                    word=pairs[index].target[variant.start : variant.end],
                    usual=usual,
                )
                yield index, Flag(variant.start, variant.end, variant.severity, said)


def _misspelt(
    places: dict[str, list[tuple[int, NameWord]]], italian: frozenset[str]
) -> Iterator[tuple[str, str]]:
    """Pairs of a wrong and a right spelling; where neither is surely right, none."""
    similar: dict[str, list[str]] = defaultdict(list)
    for key in places:
        similar[key[:2]].append(key)
    for keys in similar.values():
        for one, two in _alike(tuple(keys)):
            weights = [(key in italian, len(places[key])) for key in (one, two)]
            if weights[0][0] and weights[1][0]:
                continue
            if weights[0] != weights[1]:
                yield (two, one) if weights[0] > weights[1] else (one, two)


@lru_cache(maxsize=_TEXTS)
def _alike(keys: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Each two of these names that may be one and the same; most outlive a change of one text."""
    pairs = combinations(keys, 2)
    return tuple(both for both in pairs if same_name(*both) and same_name(*reversed(both)))


def _already_said(pair: Pair, name: NameWord) -> bool:
    return any(change.theirs.start == name.start for change in compare_names(pair).changed)


def _translations(name: NameWord, pair: Pair) -> Iterable[NameWord]:
    right = translations(stem(name.key, "it"))
    return [
        other
        for other in _names(pair.target, "en")
        if not other.first and stem(other.key, "en") in right and fold(other.text) != name.key
    ]


@lru_cache(maxsize=_TEXTS)
def _spellings(text: str) -> tuple[NameWord, ...]:
    """The names in an English text whose spelling may be wrong."""
    names = _names(text, "en")
    return tuple(name for name in names if not is_english_word(name) and not places_named(name.key))


@lru_cache(maxsize=_TEXTS)
def _names(text: str, language: Language) -> tuple[NameWord, ...]:
    runs = find_runs(text, find_words(text, language), language)
    return tuple(name for run in runs for name in run)


@lru_cache(maxsize=_TEXTS)
def _keys(text: str) -> frozenset[str]:
    return frozenset(fold(word.text) for word in find_words(text, "it"))


@lru_cache(maxsize=_ARTICLES)
def _keys_of_all(texts: tuple[str, ...]) -> frozenset[str]:
    """The words of an article's Italian, which stays as it is while its English is written."""
    return frozenset().union(*map(_keys, texts))


@lru_cache(maxsize=_TEXTS)
def _surnames(text: str) -> frozenset[str]:
    """The words after a first name in an Italian text."""
    runs = find_runs(text, find_words(text, "it"), "it")
    return frozenset(
        second.key for run in runs for first, second in pairwise(run) if first.key in FIRST_NAMES
    )
