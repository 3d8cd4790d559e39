"""Text as it came → one tidy line per paragraph."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

MIN_WRAP, MAX_WRAP = 30, 120
"""Nobody wraps closer or wider; a longer line means that a line is a paragraph."""

_BREAKS = re.compile(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    r"[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)
_EMOJI = "[\u2600-\u27bf\U0001f000-\U0001faff\ufe0f]"
_STRAY_JOINER = re.compile(f"(?<!{_EMOJI})\u200d|\u200d(?!{_EMOJI})")
_SPACES = re.compile(r"[ \t]{2,}|\t")


def paragraphs(text: str) -> list[str]:
    """The paragraphs of `text`, in order, each normalised, none empty.

    A line is a paragraph, unless the text is hard-wrapped: then the lines between two blank
    ones are. Normalised means NFC, no outer white space, one space for a run of spaces and
    tabs, no zero-width characters but the joiners inside emoji; no-break and thin spaces stay.
    """
    lines = [tidy(line) for line in _BREAKS.split(text)]
    width = max(map(len, lines))
    if MIN_WRAP <= width <= MAX_WRAP and _hard_wrapped(lines, width):
        lines = _unwrap(lines, width)
    return [line for line in lines if line]


def tidy(line: str) -> str:
    """The line normalised, as `paragraphs` says."""
    visible = _STRAY_JOINER.sub("", _INVISIBLE.sub("", line))
    return _SPACES.sub(" ", unicodedata.normalize("NFC", visible)).strip()


def _broken(line: str, following: str, width: int) -> bool:
    """Whether the line ends only because the next word would not have fitted.

    Editors count width differently (tabs, trailing spaces): a little less than full will do.
    """
    first = following.split(" ", 1)[0]
    return bool(line and following) and len(line) + 1 + len(first) > width - 3


def _hard_wrapped(lines: list[str], width: int) -> bool:
    """Whether most line ends inside the blocks are breaks of a sentence at `width`."""
    inner = [(a, b) for a, b in pairwise(lines) if a and b]
    joins = [b for a, b in inner if _broken(a, b, width)]
    midway = sum(not b[0].isupper() for b in joins)
    return len(joins) >= 3 and 2 * len(joins) > len(inner) and 2 * midway >= len(joins)


def _unwrap(lines: list[str], width: int) -> list[str]:
    joined: list[list[str]] = []
    previous = ""
    for line in lines:
        if joined and _broken(previous, line, width):
            joined[-1].append(line)
        else:
            joined.append([line])
        previous = line
    return [" ".join(parts) for parts in joined]
