"""The newsroom's own terms: where they occur in Italian, and where English says them.

A term is found in any inflection that simplemma or a plain ending explains, unless it asks for
its exact capitals: “PIL” is then found as “PIL” alone.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from simplemma import is_known, lemmatize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from workbench.model import Language, Term

_TOKEN = re.compile(r"[^\W_]+")
_LOOSE = re.compile(r"[\s\-‐‑]+")
_TEXT_ENDS = re.compile(r"\.[”’\"')\]]*\s*$")
_STEM = {"it": 3, "en": 1}
"""Letters that the forms of one word have in common: those of stato, but not essere, its lemma."""
_VOWELS = "aeio"
_LEAST = 5
"""Letters from which a word that no dictionary has may have another ending."""


class Token(NamedTuple):
    """A word or a figure and its place."""

    text: str
    start: int
    end: int
    key: str
    """In lower case."""


class Phrase(NamedTuple):
    """Words to look for, what stands between them, and a mark behind the last: U.S."""

    words: tuple[str, ...]
    gaps: tuple[str, ...]
    tail: str
    cased: bool


class Occurrence(NamedTuple):
    """A term and where its Italian stands."""

    term: Term
    start: int
    end: int


class Said(NamedTuple):
    """Words that English says for a term, as the glossary has them, and where they stand."""

    words: str
    start: int
    end: int


_Placed = TypeVar("_Placed", Occurrence, Said)


class Glossary(NamedTuple):
    """The terms by the first letters of their Italian, as the words of a text are looked up."""

    terms: dict[str, list[tuple[Term, Phrase]]]


@lru_cache(maxsize=8)
def read_glossary(terms: tuple[Term, ...]) -> Glossary:
    """These terms, ready to be looked for."""
    found: dict[str, list[tuple[Term, Phrase]]] = {}
    for term in terms:
        phrase = read_phrase(term.italian, cased=term.cased)
        if phrase.words:
            found.setdefault(phrase.words[0].casefold()[: _STEM["it"]], []).append((term, phrase))
    return Glossary(found)


@lru_cache(maxsize=4_000)
def read_phrase(text: str, *, cased: bool) -> Phrase:
    """The words of a term as they are looked for; none where it holds marks only."""
    tokens = list(_TOKEN.finditer(text))
    gaps = [text[a.end() : b.start()] for a, b in pairwise(tokens)]
    return Phrase(
        tuple(token.group() for token in tokens),
        tuple(map(_gap, gaps)),
        text[tokens[-1].end() :] if tokens else "",
        cased,
    )


def find_house_terms(text: str, terms: tuple[Term, ...]) -> list[Occurrence]:
    """The terms that occur in an Italian text, in text order.

    Where two would share a word the longer one counts, and of two as long the one that asks for
    its capitals.
    """
    if not terms:
        return []
    glossary = read_glossary(terms)
    tokens = _tokens(text)
    found = [
        (len(phrase.words), phrase.cased, Occurrence(term, token.start, end))
        for index, token in enumerate(tokens)
        for term, phrase in _beginning_like(token.key, glossary)
        if (end := _match(text, tokens, index, phrase, "it"))
    ]
    found.sort(key=lambda each: (-each[0], not each[1], each[2].start))
    return sorted(_apart([each[2] for each in found]), key=lambda each: each.start)


def find_english(text: str, phrases: Iterable[str], *, cased: bool) -> list[Said]:
    """Where an English text says one of the phrases, the longer one where two share a word."""
    tokens = _tokens(text)
    looked_for = [(words, read_phrase(words, cased=cased)) for words in phrases if words]
    looked_for.sort(key=lambda each: -len(each[1].words))
    found = (
        Said(words, token.start, end)
        for words, phrase in looked_for
        for index, token in enumerate(tokens)
        if (end := _match(text, tokens, index, phrase, "en"))
    )
    return sorted(_apart(found), key=lambda each: each.start)


def in_the_place_of(found: str, phrase: str, right: str) -> str | None:
    """`right` in the number and the capitals of `found`, which is a form of `phrase`.

    None where it is another form than the plural.
    """
    ours, theirs = (" ".join(token.key for token in _tokens(text)) for text in (found, phrase))
    if ours != theirs:
        if not _is_plural(ours, theirs):
            return None
        right = right if right.endswith("s") else _plural(right)
    if len(found) > 1 and found.isupper() and not phrase.isupper():
        return right.upper()
    return right[0].upper() + right[1:] if found[0].isupper() and phrase[0].islower() else right


def beginning(italian: str) -> str:
    """Letters that every text has in which the term may occur, in whatever capitals."""
    longest = max(_TOKEN.findall(italian), key=len, default="")
    return longest[: min(_STEM["it"], len(longest))]


def _beginning_like(key: str, glossary: Glossary) -> Iterator[tuple[Term, Phrase]]:
    for length in range(1, min(_STEM["it"], len(key)) + 1):
        yield from glossary.terms.get(key[:length], ())


def _match(
    text: str, tokens: Sequence[Token], index: int, phrase: Phrase, language: Language
) -> int:
    """Where the phrase ends that begins with this word; 0 where it does not stand there."""
    words = tokens[index : index + len(phrase.words)]
    if len(words) < len(phrase.words) or not words:
        return 0
    alike = (_same_exactly if language == "it" else _same_cased) if phrase.cased else _same
    pairs = zip(words, phrase.words, strict=True)
    if not all(alike(token.text, word, language) for token, word in pairs):
        return 0
    gaps = (text[a.end : b.start] for a, b in pairwise(words))
    if phrase.gaps != tuple(map(_gap, gaps)):
        return 0
    end = words[-1].end
    last = phrase.tail == "." and _TEXT_ENDS.match(text, end)
    return end + len(phrase.tail) if text.startswith(phrase.tail, end) and not last else end


def _same_exactly(word: str, wanted: str, _language: Language) -> bool:
    return word == wanted


def _same_cased(word: str, wanted: str, language: Language) -> bool:
    """A capital is asked for where the term has one; GDP is not gdp, and pm is not PM."""
    if wanted != wanted.lower():
        return word in (wanted, f"{wanted}s", wanted.upper())
    return (word.islower() or word.istitle()) and _same(word, wanted, language)


def _same(word: str, wanted: str, language: Language) -> bool:
    """Whether the two are forms of one word."""
    word, wanted = word.casefold(), wanted.casefold()
    return word == wanted or _inflected(word, wanted, language)


@lru_cache(maxsize=50_000)
def _inflected(word: str, wanted: str, language: Language) -> bool:
    stem = min(_STEM[language], len(word), len(wanted))
    if word[:stem] != wanted[:stem] or len(wanted) < 2:
        return False
    if language == "en" and _is_plural(word, wanted):
        return True
    lemma, other = lemmatize(word, lang=language), lemmatize(wanted, lang=language)
    if lemma in (wanted, other) or word == other:
        return True
    return language == "it" and _other_ending(word, wanted)


def _other_ending(word: str, wanted: str) -> bool:
    """Whether only the last vowel differs, of words of which no dictionary has both: esodati."""
    return (
        word[:-1] == wanted[:-1]
        and len(word) >= _LEAST
        and word[-1] in _VOWELS
        and wanted[-1] in _VOWELS
        and not (is_known(word, lang="it") and is_known(wanted, lang="it"))
    )


def _is_plural(word: str, of: str) -> bool:
    return word == _plural(of) or word == f"{of}s"


def _plural(word: str) -> str:
    if re.search(r"(?:[sxz]|[cs]h)$", word):
        return f"{word}es"
    return f"{word[:-1]}ies" if re.search(r"[^aeiou]y$", word) else f"{word}s"


def _tokens(text: str) -> list[Token]:
    return [Token(m.group(), *m.span(), m.group().casefold()) for m in _TOKEN.finditer(text)]


def _gap(text: str) -> str:
    return _LOOSE.sub(" ", text).replace("’", "'")


def _apart(found: Iterable[_Placed]) -> Iterator[_Placed]:
    """Those that share no letter with an earlier one of the list."""
    taken: list[tuple[int, int]] = []
    for each in found:
        if all(each.end <= start or end <= each.start for start, end in taken):
            taken.append((each.start, each.end))
            yield each
