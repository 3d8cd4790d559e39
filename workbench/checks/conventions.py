"""What English writes otherwise than Italian: capitals, quotation marks; and chatter of the AI."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.checks.base import Flag, Pair, check
from workbench.language.tables import read_words
from workbench.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterator

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
_MARKS = {"«": "“", "»": "”"}
# An apostrophe is no quotation mark: ’80s, ’em and workers’ neither open nor surely close.
_OPEN = re.compile(
    r"“|‘(?!\d|em\b|til\b|n\b|tis\b)|(?<![\w.,!?…%)\]’”])[\"'](?!em\b|til\b|n\b|tis\b)(?=[^\W\d_]|\$|£|€|\.\.\.|…)"
)
_CLOSE = re.compile(r"”|(?<=[\w.,!?…%)\]—–\"'’”-])[\"'’](?!\w)")


@check("linguistic-conventions")
def lower_case(pair: Pair) -> Iterator[Flag]:
    """A day, month, nationality or language has no capital: monday, italian."""
    for word in pair.target_words:
        before = pair.target[word.start - 1 : word.start]
        if word.text in read_words("capitals") and before not in ("@", "#", ".", "/", "-"):
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
    if alone and word.text.islower() and word.key not in pair.source_keys:
        said = message("The text begins with a small letter: “%(word)s”.", word=word.text)
        yield Flag(word.start, word.end, "minor", said, suggestion=word.text.capitalize())


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
    """The AI speaks to its user: “Here is the translation”."""
    if match := _PREAMBLE.match(pair.target):
        said = message(
            "“%(words)s” is the AI’s own, not the article’s.", words=match.group().strip()
        )
        yield Flag(match.start(), match.end(), "major", said, suggestion="")


@check("locale-conventions")
def guillemets(pair: Pair) -> Iterator[Flag]:
    """Italian quotation marks stand in the English: «»."""
    for at, mark in enumerate(pair.target):
        if mark in _MARKS:
            right = _MARKS[mark]
            said = message("English writes %(right)s for %(mark)s.", right=right, mark=mark)
            yield Flag(at, at + 1, "minor", said, suggestion=right)


@check("linguistic-conventions")
def unclosed_quotation(pair: Pair) -> Iterator[Flag]:
    """A quotation is opened and never closed."""
    at = _unclosed(pair.target)
    if at is not None and (not pair.source or not _open_in_italian(pair.source)):
        said = message("This quotation is opened and never closed.")
        yield Flag(at, at + 1, "minor", said)


def _unclosed(text: str) -> int | None:
    """Where the last quotation opens that nothing closes, or None."""
    openings = [match.start() for match in _OPEN.finditer(text)]
    events = sorted(
        [(at, True) for at in openings]
        + [(m.start(), False) for m in _CLOSE.finditer(text) if m.start() not in openings]
    )
    stack: list[int] = []
    for at, opens in events:
        kind = '"' if text[at] in '"“”' else "'"
        if opens:
            stack.append(at)
        elif stack and kind == ('"' if text[stack[-1]] in '"“' else "'"):
            stack.pop()
    return stack[-1] if stack else None


def _open_in_italian(text: str) -> bool:
    if text.count("«") != text.count("»") or text.count("“") != text.count("”"):
        return True
    return text.count('"') % 2 == 1
