"""Boxes on a page: newsletters and subscriptions, consent to cookies, lists of contents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from workbench.clean.furniture import fold
from workbench.clean.shapes import is_title, words
from workbench.messages import message

if TYPE_CHECKING:
    from workbench.clean.page import Page

_BOXED = message("The text of a box for a newsletter or subscription.")
_CONSENT = message("A notice on cookies or privacy.")
_CONTENTS = message("A list of the article’s own headings.")

_TALLEST: Final = 10
"""Lines between the top of a box and its button."""
_NEAR: Final = 6
"""Lines between a consent button and the text that it consents to."""
_SPOKEN = re.compile(r"[«“\"]")
_NAMED_BUTTON = re.compile(
    r"[«“\"](?:i |ok\b|accept|agree|consent|reject|manage|continue|settings|accett|rifiut|gesti"
    r"|continu|impostaz|personalizz)[^«»“”\"]{0,40}[»”\"]",
    re.IGNORECASE,
)
_TO_READERS = re.compile(
    r"\b(we|our|us|you|your|noi|nostr[aeio]|tu[aeo]|tuoi|quest[oa] (sito|app))\b"
)
_OF_CONSENT: Final = tuple(
    map(
        re.compile,
        (
            r"\bcookies?\b",
            r"\bpartners?\b|\bthird part|\bterze parti|\bvendors?\b|\bfornitori\b",
            r"\bpersonal data\b|\bdati personali\b|\bpersonal information\b",
            r"\bdevice\b|\bdispositiv|\bidentifi",
            r"\bconsen[st]|\bpermission\b|\bautorizz",
            r"\bpersonali[sz](ed|ation)|\bpersonalizzat|\badvertising\b|\bpubblicit|\bannunci\b",
            r"\bprivacy\b|\bpreferenze\b|\bpreferences\b|\bchoices\b|\bscelte\b",
            r"\blegitimate interest|\blegittimo interesse|\bgeolocat|\bgeolocalizz",
        ),
    )
)


def offers(page: Page) -> None:
    """Drop the few lines between the top and the button of a box."""
    top = len(page)
    for index in range(len(page)):
        if page.kind(index) == "offer":
            top = index
        elif page.kind(index) == "button" and top < index <= top + _TALLEST:
            inside = [i for i in range(top + 1, index) if page.reasons[i] is None]
            if len(inside) < 4:
                page.drop([i for i in inside if words(page.lines[i]) <= 30], _BOXED)


def consent(page: Page) -> None:
    """Drop the texts about cookies that stand near the buttons which accept them.

    A text must speak of the readers' data three ways over; a quotation never does.
    """
    buttons = [index for index in range(len(page)) if page.kind(index) == "consent"]
    for button in buttons:
        near = range(max(0, button - _NEAR), min(len(page), button + _NEAR + 1))
        page.drop([i for i in near if page.unknown(i) and _asks(page.lines[i])], _CONSENT)


def _asks(line: str) -> bool:
    if len(line) > 1500 or _SPOKEN.search(_NAMED_BUTTON.sub("", line)):
        return False
    folded = fold(line)
    return (
        bool(_TO_READERS.search(folded))
        and sum(pattern.search(folded) is not None for pattern in _OF_CONSENT) > 2
    )


def contents(page: Page) -> None:
    """Drop a list of contents: its title and the lines that all come again as headings."""
    last = {line: index for index, line in enumerate(page.lines)}
    title = -1
    for index, line in enumerate(page.lines):
        if page.open(index, "points"):
            title = index
        elif title >= 0 and page.reasons[index] is None:
            if not (last[line] > index and is_title(line, 12)):
                title = -1
                continue
            page.drop([title])
            page.drop([index], _CONTENTS)
