"""The furniture of Italian and English news pages, by classes: what is on a page but in no article.

A rule describes the whole of a line (after `fold`), never a part of one, so a sentence that
speaks of a newsletter stays. An Italian page holds English furniture and the other way round:
every class knows both. The words are in `furniture.toml`, beside this file.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Final, Literal

from workbench.clean.dates import date_line
from workbench.messages import Message, message

Kind = Literal[
    "plain",
    "pause",
    "weak",
    "number",
    "tool",
    "related",
    "closing",
    "headlines",
    "comments",
    "offer",
    "button",
    "consent",
    "follow",
    "reply",
    "menu",
    "end",
    "points",
    "tags",
    "date",
    "section",
]
"""What a line means to the lines around it.

plain: nothing. pause: it interrupts articles (“Loading…”). weak: it is furniture only beside
other furniture. number: the same, outside the text alone. tool: it stands about headlines.
related: headlines follow. closing: the same, and the article is over as a rule. headlines: it
may be such a title. comments: they follow, or their number stands there. reply: a button under
a comment. offer, button: top and foot of a box. consent: a button for cookies. follow: an
invitation to follow. menu: head or foot of a page. end: the article is over. points: its
headings follow. tags: keywords follow. date: a bare date. section: a word of a menu.
"""

LONGEST: Final = 220
"""Characters; no furniture but notices is longer, so long paragraphs cost nothing."""

LONGEST_NOTICE: Final = 700


@dataclass(frozen=True)
class Furniture:
    """A class of furniture: what the list of dropped lines calls it, and what it looks like."""

    kind: Kind
    reason: Message
    words: str
    """A regular expression of what its lines say, folded."""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The same, compiled when the first line is read: all of them take 0.15 s."""
        return re.compile(self.words)


def fold(line: str) -> str:
    """The line as the rules see it: lower case, plain quotes, no bullets or arrows around it."""
    plain = _NEW_WINDOW.sub("", line.casefold().translate(_PLAIN))
    plain = re.sub(r" {2,}", " ", plain).strip(_AROUND)
    plain = plain.removesuffix("...").rstrip(_AROUND)
    # A sentence of a form or notice may end in a stop; a word of an article that does is speech.
    return plain.removesuffix(".") if plain.count(" ") > 2 else plain


@lru_cache(maxsize=4096)
def furniture(line: str) -> Furniture | None:
    """The class of furniture to which the line as a whole belongs, or None."""
    if len(line) > LONGEST_NOTICE:
        return None
    folded = fold(line)
    if len(line) <= LONGEST:
        if dated := date_line(folded):
            return _STAMP if dated == "stamp" else _DATE
        if _is_menu(folded):
            return _MENU
        if found := _matched(RULES, folded):
            return found
    # A quotation is of the article, whatever it says.
    return None if _QUOTED.search(line) else _matched(NOTICES, folded)


def _matched(rules: tuple[Furniture, ...], folded: str) -> Furniture | None:
    return next((rule for rule in rules if rule.pattern.fullmatch(folded)), None)


def _is_menu(folded: str) -> bool:
    """Whether the line is four or more section words in a row, or mostly such between bars."""
    items = [item.strip() for item in re.split(r"[|/·•>]", folded)]
    parted = len(items) > 1
    if not parted:
        items = folded.split()
    known = sum(_SECTION.pattern.fullmatch(item) is not None for item in items)
    return len(items) > 3 and known >= (len(items) / 2 if parted else len(items))


def _alternatives(name: str) -> str:
    return "|".join(filter(None, _PHRASES[name].splitlines()))


def _rule(kind: Kind, name: str, reason: Message) -> Furniture:
    pattern = _alternatives(name)
    for shared in ("network", "article"):
        pattern = pattern.replace(f"<{shared}>", f"({_alternatives(shared)})")
    return Furniture(kind, reason, pattern)


_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "\xa0": " ", "\u2009": " ", "\u202f": " "}
    | {"–": "-", "—": "-", "…": "..."}
)
_NEW_WINDOW = re.compile(
    r"(?<=\w) ?\((?:opens|external link|si apre|apre) [^()]{0,40}(?:window|tab|finestra|scheda)\)$"
)
_AROUND = " \t>»›→←↑↓▶►▸•·|*+-_/\\:[]()<«‹✕×✓✉☰🔊🎧⏱"

_PHRASES: Final[dict[str, str]] = tomllib.loads(
    Path(__file__).with_name("furniture.toml").read_text(encoding="utf-8")
)
_QUOTED = re.compile('[«“"]')
_NO_WORDS = r"(?!)"
_MENU = Furniture("menu", message("The menu of the page."), _NO_WORDS)
_STAMP = Furniture("tool", message("When it was published or updated."), _NO_WORDS)
_DATE = Furniture("date", message("The date of publication."), _NO_WORDS)
# An article's kicker may be one of these: a single one is never dropped.
_SECTION = _rule("section", "sections", message("The menu of the page."))

RULES: Final[tuple[Furniture, ...]] = (
    _rule("pause", "advertising", message("An advertisement, or the place of one.")),
    _rule("tool", "reading-time", message("A reading time.")),
    _rule("plain", "language", message("A switch of language, or a note on the translation.")),
    _rule("tool", "listen", message("A player that reads the article aloud.")),
    _rule("tool", "share", message("Buttons to share, save or print.")),
    _rule("related", "read-also", message("A “read also” line.")),
    _rule("closing", "most-read", message("A “read also” line.")),
    _rule("closing", "promotion", message("A promotion of the newspaper’s partners.")),
    _rule("plain", "read-also-inline", message("A “read also” line.")),
    _rule("offer", "newsletter", message("A box for a newsletter.")),
    _rule("button", "form", message("A form to sign up, log in or subscribe.")),
    _rule("plain", "subscription", message("An offer of a subscription.")),
    _rule("consent", "cookies", message("A notice on cookies or privacy.")),
    _rule("plain", "policies", message("A notice on cookies or privacy.")),
    _rule("end", "copyright", message("The copyright line.")),
    _rule("reply", "replies", message("A button of the comments.")),
    _rule("comments", "comments", message("The comments and their number.")),
    _rule("points", "points", message("A list of the article’s own headings.")),
    _rule("tags", "keywords", message("Keywords of the page.")),
    _rule("plain", "keywords-inline", message("Keywords of the page.")),
    _rule("plain", "gallery", message("Controls of a gallery or a video.")),
    _rule("follow", "follow", message("An invitation to follow the newspaper or get its app.")),
    _rule("menu", "menu", message("The menu of the page.")),
    _rule("headlines", "other-lists", message("A “read also” line.")),
    _rule("weak", "buttons", message("A word of the page’s buttons or menus.")),
    _rule("number", "numbers", message("A word of the page’s buttons or menus.")),
    _SECTION,
)

NOTICES: Final[tuple[Furniture, ...]] = (
    _rule("menu", "legal", message("The publisher’s legal notice.")),
    _rule("plain", "appeals", message("The text of a box for a newsletter or subscription.")),
)
"""Notices of one or more sentences, which may be longer than other furniture."""
