"""What English writes otherwise than Italian: capitals, quotation marks; and chatter of the AI."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.checks.base import Flag, Pair, check
from workbench.language.tables import read_words
from workbench.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.language.words import Word

_PREAMBLE = re.compile(
    r"""\s*(?:
      (?:(?:sure|certainly|of\scourse|absolutely)[,!.:]\s+)?
      here(?:[’']s|\sis|\sare)\s(?:the|your|an?)\s(?:\w+\s){0,3}
      (?:translation|translated|english\sversion|text)\b[^\n:.]*[:.]?
    | (?:english\s)?translation\s?: | translated\stext\s?:
    | i(?:[’']m|\sam)\ssorry,\sbut\si\b | as\san\sai\b
    | (?:sure|certainly)!\s )""",
    re.IGNORECASE | re.VERBOSE,
)
_CLOSING = re.compile(
    r"""(?:^|(?<=[\s.!?]))(?:
      let\sme\sknow\sif\b | (?:i\s)?hope\sthis\shelps\b | feel\sfree\sto\sask\b
    | would\syou\slike\sme\sto\b | is\sthere\sanything\selse\si\scan\b
    | \(?(?:translator[’']s\snote|note)\s?:\s(?:i\b|the\stranslation\b|this\stranslation\b|some\b)
    | please\snote\sthat\s(?:this|the)\stranslation\b
    | (?:this|the)\stranslation\s(?:maintains|preserves|keeps|captures|aims)\b
    )[^\n]*$""",
    re.IGNORECASE | re.VERBOSE,
)
_SENTENCE = 4
"""Words from which a text is a sentence."""
_MARKS = {"«": "“", "»": "”"}
_ITALIAN_MARK = re.compile("[«»]")


@check("linguistic-conventions")
def lower_case(pair: Pair) -> Iterator[Flag]:
    """A day, month, nationality or language has no capital: monday, italian."""
    capitals = read_words("capitals")
    for word in pair.target_words:
        if word.text not in capitals:
            continue
        if pair.target[word.start - 1 : word.start] not in ("@", "#", ".", "/", "-"):
            right = word.text.capitalize()
            yield Flag(
                word.start,
                word.end,
                "minor",
                message("English writes %(right)s for “%(word)s”.", word=word.text, right=right),
                suggestion=right,
            )


@check("linguistic-conventions", needs=("source", "target"))
def lower_start(pair: Pair) -> Iterator[Flag]:
    """The English begins with a small letter where the Italian begins with a capital."""
    ours, theirs = pair.source_words[:1], pair.target_words[:1]
    if not ours or not theirs or not ours[0].text[0].isupper():
        return
    word = theirs[0]
    alone = (
        not pair.target[: word.start].strip(" \"'“‘(")
        and pair.target[word.end : word.end + 1] != "-"
    )
    if alone and word.text.islower() and not _begins_name(pair, word):
        said = message("The text begins with a small letter: “%(word)s”.", word=word.text)
        yield Flag(word.start, word.end, "minor", said, suggestion=word.text.capitalize())


def _begins_name(pair: Pair, word: Word) -> bool:
    """Whether the small first word is part of a name: de Blasio, van Gogh."""
    following = pair.target_words[1:2]
    named = bool(following) and following[0].text[0].isupper()
    return named and any(word.text == other.text for other in pair.source_words)


@check("linguistic-conventions", needs=("source", "target"))
def no_capitals(pair: Pair) -> Iterator[Flag]:
    """The whole text is in small letters."""
    text = pair.target
    long = len(pair.target_words) >= _SENTENCE
    if long and text.islower() and sum(word.text[0].isupper() for word in pair.source_words) > 1:
        yield Flag(0, len(text), "minor", message("This text has no capital letters."))


@check("linguistic-conventions", needs=("source", "target"))
def all_capitals(pair: Pair) -> Iterator[Flag]:
    """The whole text is in capitals, and the Italian is not."""
    text = pair.target
    long = len(pair.target_words) >= _SENTENCE
    if long and text.isupper() and not pair.source.isupper():
        yield Flag(0, len(text), "minor", message("This text is all in capitals."))


@check("accuracy", needs=("source", "target"))
def question(pair: Pair) -> Iterator[Flag]:
    """A question became a statement, or a statement a question."""
    ours, theirs = "?" in pair.source, "?" in pair.target
    if ours and not theirs:
        said = message("The Italian asks; the English has no question mark.")
        yield Flag(0, len(pair.target), "major", said)
    elif theirs and not ours:
        at = pair.target.index("?")
        said = message("The English asks; the Italian has no question mark.")
        yield Flag(at, at + 1, "major", said)


@check("design-and-markup")
def preamble(pair: Pair) -> Iterator[Flag]:
    """The AI speaks to its user: “Here is the translation”, “Let me know if …”."""
    for match in filter(None, (_PREAMBLE.match(pair.target), _CLOSING.search(pair.target))):
        if match.group().strip() in pair.source:
            continue
        said = message(
            "“%(words)s” is the AI’s own, not the article’s.", words=match.group().strip()
        )
        yield Flag(match.start(), match.end(), "major", said, suggestion="")


@check("locale-conventions")
def guillemets(pair: Pair) -> Iterator[Flag]:
    """Italian quotation marks stand in the English: «»."""
    for found in _ITALIAN_MARK.finditer(pair.target):
        mark, right = found.group(), _MARKS[found.group()]
        said = message("English writes %(right)s for %(mark)s.", right=right, mark=mark)
        yield Flag(*found.span(), "minor", said, suggestion=right)
