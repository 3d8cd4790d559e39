"""The role of each line of an article, from its look, its place and its neighbours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from workbench.clean.heads import headline_of
from workbench.clean.shapes import (
    ends_sentence,
    is_bare_name,
    is_body,
    is_byline,
    is_caption,
    is_item,
    is_row,
    is_title,
    words,
)
from workbench.ingest import guess_language

if TYPE_CHECKING:
    from workbench.model import Language, Role

# In words; newspapers print longer ones, but then other signs tell.
MAX_KICKER: Final = 7
MAX_HEADLINE: Final = 30
MAX_STANDFIRST: Final = 60
MAX_HEADING: Final = 12
MAX_QUESTION: Final = 8
_DEEPEST: Final = 12
"""Lines of an opening among which a byline is looked for."""

_POST = re.compile(
    r"\b(?:news|correspondent|editor|reporter|writer|columnist|corrispondente|inviat[oa]"
    r"|giornalista|direttore|vicedirettore)\b",
    re.IGNORECASE,
)

_SPEAKER = re.compile(r"\w{1,2}[.:] ")
_QUOTED = re.compile(r"[«“\"][^«»“”\"]*[»”\"]")
_I = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Ii]o|[Hh]o|[Mm]i|[Mm]io|[Mm]ia|[Aa]bbiamo|[Nn]oi)\b")
_SURE_BYLINE = re.compile(
    r"(?:edited|reporting|writing|editing|words) by\s|(?:a cura|testo|testi) d[ie]", re.IGNORECASE
)


def roles(lines: list[str], language: Language) -> list[Role]:
    """One role for each line; `lines` hold an article without the furniture of its page."""
    opening = _opening(lines)
    interview = _is_interview(lines[len(opening) :])
    return opening + [
        _inner(lines, index, language, interview=interview)
        for index in range(len(opening), len(lines))
    ]


def _is_interview(lines: list[str]) -> bool:
    """Whether several lines ask somebody, who answers; questions that explain are headings."""
    asked = [
        i
        for i, line in enumerate(lines)
        if line.endswith("?") and words(line) <= 25 and not _SPEAKER.match(line)
    ]
    if len(asked) < 3:
        return len(asked) > 1
    if not all(_asks(lines[i]) for i in asked):
        return True
    answers = [_QUOTED.sub("", line) for i in asked for line in lines[i + 1 : i + 2]]
    return any(line.endswith("?") or _I.search(line) for line in answers)


def _asks(line: str) -> bool:
    """Whether the question could be a heading."""
    return is_title(line[:-1], MAX_QUESTION) and not _SPEAKER.match(line)


def _opening(lines: list[str]) -> list[Role]:
    """The roles of the lines before the running text, as far as place decides them."""
    # A chatty machine says first what it is going to do.
    found: list[Role] = ["body"] if lines and lines[0].endswith(":") else []
    found += ["kicker"] * (_strays(lines) or _kickers(lines, len(found)))
    if not _is_headline(lines, len(found)):
        return found if found == ["body"] else []
    found.append("headline")
    byline = _byline(lines, len(found))
    if byline is None:
        return found + (["standfirst"] if _is_standfirst(lines, len(found)) else [])
    found += [_before_byline(line) for line in lines[len(found) : byline]]
    found.append("byline")
    return found + _after_byline(lines[byline + 1 : byline + 4], below="standfirst" in found)


def _strays(lines: list[str]) -> int:
    """How many lines stand over the headline, where a byline far below tells which that is.

    0 where the byline is near, as it should be, or says nothing.
    """
    byline = next((i for i, line in enumerate(lines[:_DEEPEST]) if is_byline(line)), 0)
    over = [i for i in range(byline) if not is_caption(lines[i])]
    if len(over) < 4 or any(is_body(lines[i]) for i in over[:-1]):
        return 0
    headline = over[headline_of([lines[i] for i in over])]
    return headline if all(_is_short(line, MAX_KICKER) for line in lines[:headline]) else 0


def _kickers(lines: list[str], start: int) -> int:
    """How many lines, at most two, stand over the headline."""
    if _is_kicker(lines, start + 1) and _is_short(lines[start], 4):
        return 2
    return int(_is_kicker(lines, start))


def _is_short(line: str, most: int) -> bool:
    return is_title(line, most) and not is_byline(line) and not is_caption(line)


def _is_kicker(lines: list[str], index: int) -> bool:
    """Whether a short line stands over a longer one that is the headline."""
    if index + 1 >= len(lines):
        return False
    line, below = lines[index], lines[index + 1]
    if not _is_short(line, MAX_KICKER):
        return False
    if is_byline(below) or is_caption(below) or words(below) <= words(line) or below.endswith("."):
        return False
    if words(line) > 5 and 2 * words(below) < 3 * words(line):
        return False
    third = lines[index + 2] if index + 2 < len(lines) else ""
    stands_first = 8 <= words(third) <= MAX_STANDFIRST and not is_caption(third)
    return words(below) <= MAX_HEADLINE and (stands_first or words(line) <= 4)


def _is_headline(lines: list[str], index: int) -> bool:
    if index >= len(lines) or is_byline(lines[index]) or is_caption(lines[index]):
        return False
    most = 14 if lines[index].endswith(".") else MAX_HEADLINE
    return words(lines[index]) <= most


def _byline(lines: list[str], start: int) -> int | None:
    """Where the byline is, if at most two lines besides captions part it from the headline."""
    between = 0
    for index in range(start, min(start + 6, len(lines))):
        line = lines[index]
        named = is_bare_name(line) and not is_caption(line) and between < 3
        if is_byline(line) or named:
            return index
        between += not is_caption(line)
        paragraphs = any(map(ends_sentence, lines[start : index + 1]))
        if between > (2 if paragraphs else 4) or words(line) > MAX_STANDFIRST:
            return None
    return None


def _before_byline(line: str) -> Role:
    return "caption" if is_caption(line) else "standfirst"


def _after_byline(lines: list[str], *, below: bool) -> list[Role]:
    """The lines between byline and text: captions without a credit, or a late standfirst."""
    found: list[Role] = []
    for line in lines:
        if is_caption(line):
            found.append("caption")
        elif is_byline(line) or (not found and _is_post(line)):
            found.append("byline")
        elif found and found[-1] == "standfirst" and words(line) > 5 and is_title(line):
            found.append("standfirst")
        elif words(line) > 5 and is_title(line, MAX_STANDFIRST):
            found.append("caption" if below else "standfirst")
            below = True
        else:
            break
    return found


def _is_post(line: str) -> bool:
    """Whether the line under a byline says whom the author works for, and where."""
    return _POST.search(line) is not None and words(line) <= 7 and is_title(line)


def _is_standfirst(lines: list[str], index: int) -> bool:
    """Without a byline: a line over longer running text, or one that ends without a stop."""
    rest = lines[index + 1 :]
    if len(rest) < 2 or is_caption(lines[index]) or not 6 <= words(lines[index]) <= 45:
        return False
    if not ends_sentence(lines[index]):
        return True
    text = [words(line) for line in rest if is_body(line)]
    return len(text) > 2 and words(lines[index]) < 0.7 * sum(text) / len(text)


def _inner(lines: list[str], index: int, language: Language, *, interview: bool) -> Role:
    """The role of a line in or after the running text."""
    line = lines[index]
    if is_caption(line):
        return "caption"
    if is_byline(line) and (
        line[0].islower() or index + 1 == len(lines) or _SURE_BYLINE.match(line)
    ):
        return "byline"
    asked = line.endswith("?") and not interview and _asks(line)
    if _heads(lines, index) and (asked or is_title(line, MAX_HEADING)):
        foreign = words(line) > MAX_QUESTION and guess_language(line) not in (None, language)
        return "caption" if foreign else "heading"
    if words(line) > MAX_HEADING and is_title(line, MAX_STANDFIRST):
        return "caption"
    return "body"


def _heads(lines: list[str], index: int) -> bool:
    """Whether running text or a list follows, and the line is no row of a table."""
    around = lines[max(0, index - 1) : index] + lines[index + 1 : index + 2]
    if is_row(lines[index]) and any(map(is_row, around)):
        return False
    if is_row(lines[min(index + 1, len(lines) - 1)]) and lines[index - 1].endswith(":"):
        return False  # the head of the table that was announced
    items = lines[index + 1 : index + 3]
    listed = len(items) == 2 and (all(map(is_item, items)) or all(map(is_row, items)))
    return listed or any(ends_sentence(later) for later in lines[index + 1 : index + 4])
