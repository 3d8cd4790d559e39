"""Names with their places, in Italian and in English, and which can stand for which."""

from __future__ import annotations

import re
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from workbench.align.lexicon import translations
from workbench.align.tokens import fold, skeleton, stem
from workbench.language.places import Place, english_forms, places_by_words
from workbench.language.tables import read_table, read_words
from workbench.language.words import FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.language.words import Word
    from workbench.model import Language

_STOP = re.compile(r"(?:^|[.!?…:;•*\n“”\"«»‘–—(\[]|(?<!\w)[-'’])[\s“”\"«»‘’'(\[]*$")
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|dr|mr|mrs|ms|st|sig|dott|ssa|ra|prof|avv|ing|on|sen|gen|col|jr|sr|ltd|inc|vs"
    r"|no|sgt|lt|capt|rev|hon|gov|rep|mt|ft)|\.[A-Z])\.\s*$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"(?:\s|[-–/&]|\.\s?|\s&\s)\Z")
_OF = re.compile(r"\s(?:del|della|dello|dei|di|dell[’']|d[’'])\s?\Z")
_POSSESSIVE = re.compile(r"[’'](?:[sS])?$")
_CONTRACTION = re.compile(r"[’'](?:[ms]|d|re|ll|ve|t)$", re.IGNORECASE)
_APOSTROPHE = re.compile("[’']")
_LETTERS = re.compile(r"\b(?:[A-Z]\.){2,}")
_ROMAN = re.compile(r"[IVXLC]+$")
_TITLE_SHARE = 0.6
"""Where more of the longer words than this have a capital, a capital says nothing."""
_LOOK_BACK = 12
"""How many characters before a word say whether it begins a sentence."""
_ALIKE = 0.75
_COGNATE = 0.95
_SAME_BEGINNING = 0.8
_BEGINNING = 4

_SOUNDS = (
    ("tch", "c"), ("cch", "c"), ("sch", "s"), ("sh", "s"), ("cz", "c"), ("ch", "c"), ("ck", "c"),
    ("zh", "z"), ("th", "t"), ("ph", "f"), ("rh", "r"), ("gli", "li"), ("giu", "iu"),
    ("gio", "io"), ("ae", "e"), ("oe", "e"), ("zi", "ti"), ("z", "s"), ("k", "c"), ("y", "i"),
    ("x", "s"), ("w", "v"), ("j", "i"),
)  # fmt: skip
"""What names from other languages are spelt with in English, and in Italian."""

FIRST_NAMES = frozenset(map(fold, read_words("first_names")))
"""First names in Italy; the word after one is a surname, even where it is a word as well."""


class NameWord(NamedTuple):
    """A word with a capital: ``text[start:end]``, and what its capital is worth."""

    text: str
    start: int
    end: int
    key: str
    """In lower case, without accents and without the English possessive."""
    first: bool
    """Whether it begins a sentence or a quotation, where any word has a capital."""


Run = tuple[NameWord, ...]
"""Words with a capital that follow one another: “Anna Bianchi”."""


def find_runs(text: str, words: Sequence[Word], language: Language) -> list[Run]:
    """The runs of words with a capital in `text`; words that only begin a sentence are marked."""
    loud = _is_loud(words, language)
    runs: list[list[NameWord]] = []
    for word in words:
        if not word.text[0].isupper() or not _may_be_name(word.text, language):
            continue
        name = _name_word(text, word, loud=loud)
        if len(name.text) < 2 or (name.first and name.key in FUNCTION_WORDS[language]):
            continue
        if runs and _goes_on(text, runs[-1], name) and not _begins_sentence(text, name.start):
            runs[-1].append(name)
        else:
            runs.append([name])
    return [tuple(run) for run in runs]


def _goes_on(text: str, run: list[NameWord], name: NameWord) -> bool:
    """Whether a word continues the run before it: Anna Bianchi, and Corea del Nord."""
    between = text[run[-1].end : name.start]
    if _BETWEEN.match(between):
        return True
    return bool(_OF.match(between)) and (run[-1].key, name.key) in places_by_words()


def _may_be_name(word: str, language: Language) -> bool:
    """Whether a word with a capital can be more than a letter, a Roman numeral or an elision."""
    if len(word) < 2 or (word.isupper() and _ROMAN.match(word)):
        return False
    return language == "en" or word[-1] not in "’'"


def _is_loud(words: Sequence[Word], language: Language) -> bool:
    """Whether capitals tell no name: a text in capitals, or a headline in the American style."""
    longer = [word.text for word in words if len(word.text) > 3]
    if language == "it":
        return len(longer) > 2 and all(map(str.isupper, longer))
    capitals = sum(word[0].isupper() for word in longer)
    return len(longer) > 2 and (capitals == len(longer) or capitals > _share(len(longer)))


def _share(words: int) -> float:
    return _TITLE_SHARE * words if words > 4 else words


def _name_word(text: str, word: Word, *, loud: bool) -> NameWord:
    bare = word.text
    if "’" in bare or "'" in bare:
        bare = _POSSESSIVE.sub("", bare)
    first = loud or _begins_sentence(text, word.start)
    return NameWord(bare, word.start, word.start + len(bare), fold(bare), first)


def _begins_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - _LOOK_BACK) : start]
    if before[-1:] == " " and before[-2:-1].isalpha():
        return False
    return bool(_STOP.search(before) and not _ABBREVIATION.search(before))


class Vocabulary:
    """The words of one text, for looking up whether a name of the other text is among them."""

    def __init__(self, text: str, words: Sequence[Word], language: Language) -> None:
        self.language = language
        self.words = words
        self._text = text
        self._spelt = {word.text for word in words}

    def __contains__(self, name: NameWord) -> bool:
        """Whether the word is there, letter by letter but for capitals and accents."""
        return name.text in self._spelt or name.key in self.keys

    @cached_property
    def keys(self) -> dict[str, Word]:
        """Folded words, each with the first place it stands at."""
        keys: dict[str, Word] = {}
        for word in self.words:
            key = fold(word.text)
            keys.setdefault(key, word)
            if not key.isalpha():  # workers’, O’Neill: both sides of the apostrophe count as well
                for part in filter(None, _APOSTROPHE.split(key)):
                    keys.setdefault(part, word)
        return keys

    @cached_property
    def capitals(self) -> frozenset[str]:
        """The folded words that have a capital, and initials written with stops: U.S. is us."""
        letters = (fold(found.replace(".", "")) for found in _LETTERS.findall(self._text))
        capital = (
            part
            for word in self.words
            if word.text[0].isupper()
            for part in _APOSTROPHE.split(fold(word.text))
        )
        return frozenset((*letters, *capital))

    @cached_property
    def stems(self) -> dict[str, Word]:
        """The stems of the words, by which the word list knows them."""
        return {stem(key, self.language): word for key, word in self.keys.items()}

    @cached_property
    def translations(self) -> frozenset[str]:
        """All English stems that translate a word of this Italian text."""
        return frozenset(right for left in self.stems for right in translations(left))

    def has(self, form: tuple[str, ...]) -> bool:
        """Whether all these words are there; short ones need their capital: US is not us."""
        return all(word in (self.keys if len(word) > 3 else self.capitals) for word in form)

    @cached_property
    def _by_letter(self) -> dict[tuple[int, str], list[str]]:
        """The longer words by the first and by the second letter of their sound."""
        found: dict[tuple[int, str], list[str]] = {}
        for key in self.keys:
            if len(key) > 3:
                for place, letter in enumerate(sound(key)[:2]):
                    found.setdefault((place, letter), []).append(key)
        return found

    @cached_property
    def _run_together(self) -> str:
        return " ".join(self.keys)

    def most_like(self, key: str) -> Word | None:
        """The word that is most like this one, where it is like it at all."""
        if len(key) > 3 and key in self._run_together:  # Mobil is in ExxonMobil
            return self.keys[next(theirs for theirs in self.keys if key in theirs)]
        best, most = None, 0.0
        for place, letter in enumerate(sound(key)[:2]):
            for theirs in self._by_letter.get((place, letter), ()):
                if (alike := likeness(key, theirs)) > most:
                    best, most = theirs, alike
        return self.keys[best] if best and most >= _ALIKE else None


def place_at(run: Run, at: int, english: Vocabulary) -> tuple[int, Place, bool] | None:
    """The Italian place that begins at `at`: its words, itself, and whether English names it."""
    table = places_by_words()
    for length in range(min(3, len(run) - at), 0, -1):
        if place := table.get(tuple(name.key for name in run[at : at + length])):
            there = any(map(english.has, english_forms(place))) or _has_people_of(place, english)
            return length, place, there
    return None


def _has_people_of(place: Place, english: Vocabulary) -> bool:
    """Whether a word with a capital begins as the place does: Tuscan for Tuscany."""
    root = fold(place.english)[:-1] if len(place.english) < 6 else fold(place.english)[:-2]
    return len(root) > 3 and any(word.startswith(root) for word in english.capitals)


def translated(name: NameWord, english: Vocabulary) -> Word | None:
    """The English word that the word list has for an Italian word, where it is there."""
    if word := english.stems.get(stem(name.key, "en")) or _renamed(name, english):
        return word
    found = (english.stems.get(right) for right in translations(stem(name.key, "it")))
    return next(filter(None, found), None)


def _renamed(name: NameWord, english: Vocabulary) -> Word | None:
    """The English word for a saint, a sovereign or a figure of old: Enrico is Henry."""
    found = (english.keys.get(each) for each in _english_names().get(name.text, ()))
    return next(filter(None, found), None)


@cache
def _english_names() -> dict[str, list[str]]:
    return {
        row["word"]: list(map(fold, row["english"].split("|"))) for row in read_table("renamed")
    }


def english_of(text: str) -> frozenset[str]:
    """The English names, folded, of the saints and sovereigns in an Italian text."""
    return frozenset(
        english for name, known in _english_names().items() if name in text for english in known
    )


def translated_word(word: Word, english: Vocabulary) -> Word | None:
    """The English word that an Italian word certainly became: the same, or by the word list."""
    key = fold(word.text.rstrip("’'"))
    if len(key) < _BEGINNING or key in FUNCTION_WORDS["it"]:
        return None
    if same := english.keys.get(key):
        return same
    found = (english.stems.get(right) for right in translations(stem(key, "it")))
    return next(filter(None, found), None) or english.most_like(key)


def is_common(name: NameWord) -> bool:
    """Whether the word list translates the Italian word: then its capital makes no name.

    Italian nouns end in a vowel; what ends otherwise is a name, or the same in both languages.
    """
    if name.text in read_words("italian_capitals"):
        return True
    own = stem(name.key, "en")
    return (name.first or not is_foreign(name)) and any(
        right != own for right in translations(stem(name.key, "it"))
    )


def is_foreign(name: NameWord) -> bool:
    """Whether a word cannot be Italian by its look: it ends in a consonant and is no acronym."""
    return (
        name.key[-1] not in "aeiou" and len(name.key) > 3 and name.key not in FUNCTION_WORDS["it"]
    )


def is_contraction(name: NameWord) -> bool:
    """Whether the word is I’m, It’s, We’ve."""
    return bool(_CONTRACTION.search(name.text))


@lru_cache(maxsize=50_000)
def likeness(ours: str, theirs: str) -> float:
    """How alike two folded words are, 0 to 1; the same consonants or beginning make cognates."""
    one, two = sound(ours), sound(theirs)
    if len(one) > 3 and skeleton(one) == skeleton(two):
        return _COGNATE
    shorter = min(len(one), len(two))
    different = (at for at in range(shorter) if one[at] != two[at])
    same = next(different, shorter)
    if same >= max(_BEGINNING, 0.6 * shorter):
        return _SAME_BEGINNING
    # The library is loaded by the first text that needs it.
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415

    return Levenshtein.normalized_similarity(one, two)


@lru_cache(maxsize=50_000)
def sound(word: str) -> str:
    """A folded word as Italian writes its sounds: Scythia and Scizia are the same."""
    for spelt, sounds in _SOUNDS:
        word = word.replace(spelt, sounds)
    return word.removeprefix("h")


def distance(ours: str, theirs: str) -> int:
    """How many letters must be put in, left out or changed to make one word of the other."""
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415

    return Levenshtein.distance(ours, theirs)


@cache
def words_of_bynames() -> frozenset[str]:
    """The words of palaces and by-names, folded: English says who is meant."""
    words = (word for row in read_table("bynames") for word in row["word"].split())
    return frozenset(fold(word) for word in words if word[0].isupper())
