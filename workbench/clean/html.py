"""The source of a web page becomes typed paragraphs; what stands around the article is dropped.

Trafilatura says which texts are the article's, the markup what they are. Where the two differ
inside the article, a text is kept: a person can drop it, and nobody can miss what is not there.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from workbench.clean.blocks import blocks_of
from workbench.clean.chrome import dropped
from workbench.clean.draft import Draft, checked
from workbench.clean.furniture import furniture
from workbench.clean.roles import roles
from workbench.clean.shapes import ends_sentence, is_byline, is_caption, words
from workbench.errors import TooLarge
from workbench.ingest import without_scripts
from workbench.messages import message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.clean.blocks import Block
    from workbench.messages import Message
    from workbench.model import Language, Role

_OUTSIDE = message("It is outside the article on the page.")

MAX_TAGS: Final = 20_000
"""No article's page comes near; the library's time grows faster than their number."""
MAX_ATTRIBUTES: Final = 200
MAX_MARKS: Final = 200_000
"""Beginnings of tags; reading so many takes seconds."""
MAX_AUTHOR: Final = 16
"""Words of a byline that only its element's name shows."""
_SAME: Final = 30
"""Letters; so long a text that stands inside a longer one is the same text."""
_HEADINGS: Final = ("h2", "h3", "h4", "h5", "h6")
_OF_TEXTS: Final = ("p", "li", "tr", "blockquote", "dt", "dd", "pre", "h1", *_HEADINGS)
_LONG_TAG = re.compile(r"<(\w+)[^<>\w][^<>]{1000,}>")
_NO_LETTERS = re.compile(r"[\W_]+")
_CLOCK = re.compile(r"(?:ore )?[0-2]?\d[.:][0-5]\d")


def draft_of_html(html: str, language: Language) -> Draft:
    """The visible texts of a page in order, and which of them are of its article.

    A malformed page gives what can be read of it, a page without text nothing.

    Raises:
        TooLarge: it has over `MAX_MARKS` tags or `MAX_PARAGRAPHS` paragraphs.
    """
    source = without_scripts(html)
    if source.count("<") > MAX_MARKS:
        raise TooLarge(
            message(
                "The web page has over %(limit)s marks: paste the text that is read on the screen.",
                limit=MAX_MARKS,
            )
        )
    blocks, description = blocks_of(source)
    lines = checked([block.text for block in blocks])
    headline, inside = _article(blocks, _extracted(source))
    if description:
        inside |= {i for i, line in enumerate(lines) if _letters(line) == _letters(description)}
    reasons = [None if i in inside else _why(line) for i, line in enumerate(lines)]
    start, end = min(inside, default=0), max(inside, default=-1) + 1
    # What stands outside is judged as well: it is evidence on its neighbours.
    for index, reason in enumerate(dropped(lines[start:end]), start):
        # Of a main title or the caption of a figure the markup leaves no doubt.
        if index in inside and index != headline and blocks[index].tag != "figcaption":
            reasons[index] = reason

    def by_markup(indices: list[int]) -> list[Role]:
        above = indices.index(headline) if headline in indices else -1
        return _roles([blocks[index] for index in indices], above, language)

    return Draft(lines, reasons, by_markup)


def _why(line: str) -> Message:
    """What the line is, where it is known furniture, and where it stands, where it is not."""
    known = furniture(line)
    return known.reason if known else _OUTSIDE


def _extracted(source: str) -> list[str]:
    """The article's texts as the library sees them, none where it sees no article."""
    if source.count("<") > MAX_TAGS:
        return []
    import trafilatura  # noqa: PLC0415 - heavy, and most texts are no HTML

    source = _LONG_TAG.sub(_without_attributes, source)
    text = trafilatura.extract(source, favor_recall=True, include_comments=False)
    return text.splitlines() if text else []


def _without_attributes(tag: re.Match[str]) -> str:
    """The tag bare if it has very many attributes: time grows with their square."""
    parts = max(tag[0].count("="), len(tag[0].split()))
    return f"<{tag[1]}>" if parts > MAX_ATTRIBUTES else tag[0]


def _letters(text: str) -> str:
    return _NO_LETTERS.sub("", text).casefold()


def _article(blocks: Sequence[Block], extracted: list[str]) -> tuple[int, set[int]]:
    """Which block is the headline (-1 for none), and which are the article's.

    All of them are where neither the library nor the page knows of any article.
    """
    lines = {_letters(line) for line in extracted}
    whole = "\n".join(_letters(line) for line in extracted)
    keys = [_letters(block.text) for block in blocks]
    found = [key in lines or (len(key) > _SAME and key in whole) for key in keys]
    texts = [
        i
        for i, block in enumerate(blocks)
        if _is_running(block) and not block.around and (found[i] or not lines)
    ]
    if not texts:
        return -1, set(range(len(blocks)))
    if 2 * sum(blocks[i].named for i in texts) > len(texts):
        # A name such as “content has-sidebar” on the whole article means nothing.
        blocks = [replace(block, named=False) for block in blocks]
    texts = [i for i in texts if not blocks[i].named]
    headline = _headline(blocks, texts[0])
    first = texts[0] if headline < 0 else min(headline, texts[0])
    inside = {i for i in range(first, texts[-1] + 1) if _belongs(blocks[i], found=found[i])}
    inside |= _ending(blocks, found, texts[-1])
    inside |= {i for i in range(first, texts[0]) if _introduces(blocks[i])}
    if headline > 0 and _is_kicker(blocks[headline - 1], found=found[headline - 1]):
        inside.add(headline - 1)
    if headline < 0:
        titles = [i for i in range(first) if found[i] and not blocks[i].linked]
        inside |= set(titles)
        inside |= {i for i in range(min(titles, default=first), first) if _introduces(blocks[i])}
    return headline, inside


def _ending(blocks: Sequence[Block], found: list[bool], text: int) -> set[int]:
    """What is of the article below its last long text."""
    # The library knows better than a class name where the end is.
    known = [i for i in range(text, len(blocks)) if found[i] and not blocks[i].around]
    captions = {i for i in range(text, max(known, default=text)) if blocks[i].tag == "figcaption"}
    last = text + 1
    while last < len(blocks) and _goes_on(blocks[last], blocks[text].tag):
        last += 1
    return {*known, *captions, *range(text, last)}


def _goes_on(block: Block, tag: str) -> bool:
    """Whether a short sentence directly under a text of the same kind is of the article."""
    plain = not (block.around or block.named or block.linked)
    return plain and block.tag == tag and ends_sentence(block.text)


def _is_running(block: Block) -> bool:
    return words(block.text) > 11 and ends_sentence(block.text) and not block.linked


def _headline(blocks: Sequence[Block], text: int) -> int:
    """The main title nearest over the first text, or just under it; -1 where there is none."""
    titles = [i for i, block in enumerate(blocks) if block.tag == "h1"]
    above = [i for i in titles if i < text]
    # The newspaper's name is a main title on many pages.
    long = [i for i in above if words(blocks[i].text) > 2]
    return (long or above or [i for i in titles if i < text + 4] or [-1])[-1]


def _belongs(block: Block, *, found: bool) -> bool:
    """Whether a text amid the article is of it."""
    if block.tag == "figcaption":
        return True
    if block.around or (block.linked and (block.named or not found)):
        return False
    if found or _is_running(block):
        return found or not block.named
    return not block.named and (block.tag in _OF_TEXTS or _CLOCK.fullmatch(block.text) is not None)


def _introduces(block: Block) -> bool:
    """Whether a text between headline and article is a standfirst, a byline or a caption."""
    if block.around:
        return False
    return (
        (block.hint == "author" and words(block.text) <= MAX_AUTHOR)
        or is_byline(block.text)
        or is_caption(block.text)
        or (words(block.text) > 5 and not block.linked and not block.named)
    )


def _is_kicker(block: Block, *, found: bool) -> bool:
    """Whether the text just over the headline is its kicker and not the last of a menu."""
    if block.around or words(block.text) > 5 or block.text.endswith(".") or block.links > 2:
        return False
    return block.hint == "kicker" or (not block.named and (found or not block.linked))


def _roles(blocks: Sequence[Block], headline: int, language: Language) -> list[Role]:
    """The roles of the article's blocks: by their markup, and by their look where it is silent."""
    start = max(headline, 0)
    look = roles([block.text for block in blocks[start:]], language)
    text = next((i for i, role in enumerate(look) if role == "body"), len(look))
    found: list[Role] = ["kicker" if words(b.text) <= 7 else "body" for b in blocks[:start]]
    for index, (block, role) in enumerate(zip(blocks[start:], look, strict=True)):
        if headline >= 0 and index == 0:
            found.append("headline")
        else:
            found.append(_role(block, role, opening=index <= text, titled=headline >= 0))
    return found


def _role(block: Block, look: Role, *, opening: bool, titled: bool) -> Role:
    """The role of one block; `opening` over the running text, `titled` under the headline."""
    if block.tag == "figcaption":
        return "caption"
    if is_caption(block.text):
        return look
    if opening and block.hint == "author" and words(block.text) <= MAX_AUTHOR:
        return "byline"
    if titled and look in ("kicker", "headline"):
        look = "standfirst" if opening else "body"
    if block.tag in _HEADINGS and look in ("body", "caption"):
        return "standfirst" if opening and words(block.text) > 5 else "heading"
    if not opening and block.tag in ("p", "li", "tr", "blockquote", "dd") and look == "caption":
        return "body"
    return "body" if block.tag in ("li", "tr") and look == "heading" else look
