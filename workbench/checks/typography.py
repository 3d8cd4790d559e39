"""Marks and spaces that no newspaper would print as they stand, and marks of other programs."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from workbench.checks.base import Flag, Pair, check
from workbench.language.tables import read_words
from workbench.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADS = frozenset({"kicker", "headline", "standfirst", "heading", "caption", "byline"})
"""Parts of a page that need no full stop."""
_ENDED = re.compile(r"[.!?…]['\"”’»)\]]*\s*$")
_GOES_ON = re.compile(r"[:;,—–-]['\"”’»)\]]*\s*$")
_LAST = re.compile(r"\S+\s*$")
_SENTENCE = 4
"""Words from which a text is a sentence."""

_UNFINISHED = (
    "the", "a", "an", "of", "its", "their", "our", "my", "your", "every", "from", "with", "at",
    "into", "has", "have", "had",
)  # fmt: skip
"""Words that no mark follows, because their noun or verb must."""
_AFTER_UNFINISHED = "|".join(rf"(?<=\b{word}.)" for word in _UNFINISHED)
# The mark or space stands first, and what goes before it is looked at afterwards, because a pattern
# that begins with one set of characters is fast.
_STRAY = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<mark>[~^_@|`¬])(?<=[a-z].)(?=\s)",
        r"(?P<mark>[~^_|`¬](?<=\s.)[~^_|`¬]*)(?=\s)",
        r"(?P<mark>[,;:!?](?<=[a-z]{2}.)(?:(?<=[,;:])[,;:.!?-]+|[!?]*[,;:]+))(?=\s)",
        r"(?P<mark>[.])(?<=[a-z]{2}.)(?=\s+(?:a|[a-z]{2,})\s)",
        r"(?P<mark>[!?])(?<=[a-z].)(?=\s+(?!(?:s?he|they|I|we|said|asked|says|asks|and|but)\b)[a-z]+\s)",
        r"(?P<mark>-)(?<=[a-z]{2}.)(?=\s+(?!and\b|or\b|to\b|but\b|nor\b)[a-z]+)",
        rf"(?P<mark>[:;])(?:{_AFTER_UNFINISHED})(?=\s)",
        r"^(?=[^'‘]*'\s)[^'‘]*\b(?![a-z]+s')[a-z]+(?P<mark>')(?=\s[a-z])",
    )
)
_SPACED = tuple(
    re.compile(pattern)
    for pattern in (
        r"\s(?<=[\w\"”’)\]%]\s)\s*[,;:.!?](?=\s|$|[\"”’)])",
        r"[(\[]\s+(?=\S)",
        r"\s(?<=\S\s)\s*[)\]]",
        r"\s(?<=[a-z]\s)\s*(?:n[’']t|[’'](?:s|re|ve|ll))(?=\s|$)",
    )
)
_GLUED = re.compile(r"[,;:!?](?<=[a-z]{3}.)(?=[A-Za-z]{2})|\.(?<=[a-z]{3}\.)(?=[A-Z][a-z]{2})")
_WIDE = re.compile(r"[ \u00a0](?<=\S.)[ \u00a0]+(?=\S)")
_ADDRESS = re.compile(r"@|://|www\.|\.(?:com|it|org|eu|net|uk)\b|[#/]")
_LONGEST = 60
"""Characters on both sides of a mark among which the rest of an address is looked for."""

_MARKUP = re.compile(
    r"""
      (?P<bold>\*\*(?P<strong>[^*\n]{1,200})\*\*|__(?P<under>[^_\n]{1,200})__)
    | (?P<heading>^\#{1,6}\s+)
    | (?P<entity>&(?:\#\d+|\#x[0-9a-f]+|amp|nbsp|quot|apos|lt|gt|rsquo|lsquo|rdquo|ldquo|ndash|mdash
        |hellip|euro|egrave|agrave);)
    | (?P<tag></?(?:p|b|i|u|em|strong|br|a|div|span|h[1-6]|li|ul|ol)(?:\s[^<>]{0,200})?/?>)
    | (?P<link>\[(?P<label>[^\]\n]{1,200})\]\((?:https?:|/)[^)\s]*\))
    | (?P<fence>```\w*)
    """,
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)


_MARKUP_BEGINS = re.compile(r"[*_#&<\[`]")
"""What most texts have none of, so that no markup need be looked for."""


class _Gap(NamedTuple):
    """A mark with a space too many or too few, and what should stand there."""

    start: int
    end: int
    right: str


@check("linguistic-conventions", needs=("source", "target"))
def final_mark(pair: Pair) -> Iterator[Flag]:
    """A sentence has no full stop at its end.

    Titles and captions need none, and a text that the Italian does not end either is left alone.
    """
    text = pair.target.rstrip()
    if pair.role in _HEADS or _ENDED.search(text) or _GOES_ON.search(text):
        return
    if not _ENDED.search(pair.source) or len(text.split()) < _SENTENCE:
        return
    last = _LAST.search(text)
    if last:
        said = message("The last sentence has no full stop.")
        sure = text[-1].isalnum() or text[-1] in ")%"
        right = f"{last.group()}." if sure else None
        yield Flag(last.start(), len(text), "minor", said, suggestion=right)


@check("linguistic-conventions")
def stray_mark(pair: Pair) -> Iterator[Flag]:
    """A mark stands where none belongs: “cash and. a”, “should^ quickly”, “inspired,- this”."""
    seen: set[int] = set()
    for pattern in _STRAY:
        for found in pattern.finditer(pair.target):
            start, end = found.span("mark")
            if start in seen or _is_abbreviated(pair.target, start) or _in_source(pair, found):
                continue
            seen.add(start)
            said = message("“%(mark)s” does not belong here.", mark=found["mark"])
            yield Flag(start, end, "minor", said)


@check("linguistic-conventions")
def spacing(pair: Pair) -> Iterator[Flag]:
    """A space stands before a mark, or none after it: “the mayor , said”, “( 2026 )”, “is n't”."""
    for gap in sorted({*_gaps(pair.target)}):
        said = message("English writes “%(right)s”.", right=_around(pair.target, gap))
        yield Flag(gap.start, gap.end, "minor", said, suggestion=gap.right)
    for found in _WIDE.finditer(pair.target):
        said = message("Two spaces stand in a row.")
        yield Flag(*found.span(), "neutral", said, suggestion=" ")


@check("design-and-markup")
def markup(pair: Pair) -> Iterator[Flag]:
    """Marks of another program stand in the text: **bold**, # heading, &amp;, <br>."""
    if not _MARKUP_BEGINS.search(pair.target):
        return
    for found in _MARKUP.finditer(pair.target):
        if found.group() in pair.source:
            continue
        inner = found["strong"] or found["under"] or found["label"] or ""
        right = unescape(found["entity"]) if found["entity"] else inner
        said = message("“%(mark)s” is markup, and not for readers.", mark=found.group().strip())
        yield Flag(*found.span(), "minor", said, suggestion=right)


def _gaps(text: str) -> Iterator[_Gap]:
    for pattern in _SPACED:
        for found in pattern.finditer(text):
            yield _Gap(*found.span(), "".join(found.group().split()))
    for found in _GLUED.finditer(text):
        if not _in_address(text, found.start()):
            yield _Gap(*found.span(), f"{found.group()} ")


def _in_address(text: str, at: int) -> bool:
    """Whether the mark stands in an address of the web or of mail, or in a path."""
    before = text[max(0, at - _LONGEST) : at].split()[-1:]
    after = text[at : at + _LONGEST].split()[:1]
    return bool(_ADDRESS.search("".join(before + after)))


def _around(text: str, gap: _Gap) -> str:
    """The words beside the gap with what should stand between them."""
    before = text[: gap.start].rpartition(" ")[2]
    return f"{before}{gap.right}{text[gap.end :].partition(' ')[0]}"


def _is_abbreviated(text: str, at: int) -> bool:
    """Whether the mark belongs to the word before it: vs., approx."""
    words = re.findall(r"[\w.]+$", text[:at])
    return bool(words) and words[0].lower() in read_words("shortened")


def _in_source(pair: Pair, found: re.Match[str]) -> bool:
    """Whether the Italian has the same mark after a word, too: it may be meant."""
    mark = found["mark"]
    return not mark.isascii() or (mark in "~^_@|`-" and mark in pair.source)
