"""What a line looks like: a sentence, a title, a byline, a caption. No context, no dropping."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_END_MARK = r"(?:\s?[♦■◆●◼□∎⬥]\s?)?"
_STOP = re.compile(rf"[.?!…:;,][\s\"'”’»)\]]*{_END_MARK}$|[\"”»]$")
_SENTENCE_END = re.compile(rf"[.?!…][\s\"'”’»)\]]*{_END_MARK}$|[\"”»]$")
_LIST_OR_SPEECH = re.compile(r"[-–—•*·▪]\s|\d{1,2}[.)]\s")

_NAME = r"(?:(?:d[aei']|de[lr]?|di|della|van|von|al|el|mc|mac)\s?)?[A-ZÀ-Ý][\w.'’-]*"
_NAMES = rf"{_NAME}(?:\s+{_NAME}){{0,4}}"
_PEOPLE = rf"{_NAMES}(?:(?:,|\se|\sed|\sand|\s&)\s+{_NAMES}){{0,3}}"
_DATED = r"(?:\s*[-–—|,·]\s*.{0,60}|\s+\d{1,2}[\s/].{0,40}|\s+(?:in|a|da)\s[A-ZÀ-Ý].{1,40})?"
_NEWSROOM = r"(?:redazione|newsroom|editorial\s(?:staff|team)|staff\sreporter)"
_ENVOY = r"(?:inviat[oa]|corrispondente|redazione|correspondent|reporter|own|envoy|staff)"
_BYLINE = re.compile(
    r"(?:[Dd][ia]|DI|[Bb]y|BY|[Aa] cura di|[Ee]dited by|[Tt]esto di|[Ww]ords by)\s+"
    rf"(?:{_PEOPLE}|(?i:{_NEWSROOM}).{{0,30}}|[Oo]ur .{{0,50}}){_DATED}"
    rf"|(?i:(?:dal(?:la)? nostr[oa]|(?:from |by )?our)\s+{_ENVOY}).{{0,60}}"
    rf"|(?i:{_NEWSROOM})(?:\s[\w\s]{{0,30}})?|(?i:a cura della? {_NEWSROOM}).{{0,30}}"
    r"|(?:[Aa]dditional r|R)eporting (?:by|from)\s[A-ZÀ-Ý].{0,120}"
    r"|(?:Writing|Edit(?:ed|ing)) by\s.{2,80}"
)
_BARE_NAME = re.compile(
    rf"{_NAME}(?:\s+{_NAME}){{1,3}}(?:(?:,|\se|\sand)\s+{_NAME}(?:\s+{_NAME}){{1,3}})?{_DATED}"
    rf"|{_NAME}(?:\s+{_NAME}){{1,3}}\s(?:in|a|da)\s{_NAME}\s(?:and|e)\s"
    rf"{_NAME}(?:\s+{_NAME}){{1,3}}\s(?:in|a|da)\s{_NAME}"
)

_AGENCY = (
    r"(?:ansa|reuters|getty(?: images)?|ap|afp|la ?presse|imago(?:economica)?|ipp|fotogramma|epa|"
    r"bloomberg|shutterstock|adobe ?stock|alamy|i?stock(?:photo)?|contrasto|agf|anadolu|xinhua|"
    r"nurphoto|pexels|unsplash|zuma|sipa|olycom|insidefoto|wikimedia(?: commons)?|web ?photo|"
    r"pixabay|freepik|agi|adnkronos|askanews|dpa|pa|pa wire|keystone|magnum|fotolia|"
    r"ufficio stampa|press office|handout|courtesy|archivio|archive|stock)"
)
_CREDIT_WORD = (
    r"(?:foto(?:grafi[ae]|gramma|s)?|photo(?:graph(?:s|y)?|s)?|ph\.?|pic(?:ture)?s?|image|immagine|"
    r"credits?|crediti?|courtesy|illustrazion[ei]|illustrations?|grafico|graphic|©)"
)
_CREDIT: Final = re.compile(
    # What pages say before a picture's text or source, and an agency's name alone.
    r"^(?:image|media) (?:source|caption|credit)[,:]\s?.+"
    r"|^(?:getty images|reuters|ansa|afp|ap|epa|lapresse|imagoeconomica)$"
    r"|(?:^|[.?!”\"'’)]\s?)credit(?:s|i)?(?:\.{3}|…)\s?.{2,80}$"
    r"|\w/staff(?: photographer)?$|\breuters/[A-Z].{2,60}$|"
    # At the end in brackets, after a dash or stop; the whole line; or what the picture shows.
    rf"[(\[][^()\[\]]{{0,60}}\b{_CREDIT_WORD}(?!\w)[^()\[\]]{{0,90}}[)\]]\.?$"
    rf"|[(\[](?:[^()\[\]]{{1,60}}[/,-])?\s?{_AGENCY}(?:\s?[/,-][^()\[\]]{{1,60}})?[)\]]\.?$"
    r"|[(\[][^()\[\]]{0,60}\b(?:archivio|archive|handout|press office)[)\]]\.?$"
    r"|[(\[](?:archivio|archive|collezione|collection|courtesy)\b[^()\[\]]{2,60}[)\]]\.?$"
    rf"|(?:^|[-–—|./]\s?|\s){_CREDIT_WORD}(?:\s?(?:di|by|d['’]archivio|courtesy|credits?))?"
    r"\s?[:/]\s?[^.]{2,70}$"
    rf"|(?:^|[-–—|.]\s){_CREDIT_WORD}\s(?:di\s|by\s|by:\s)?[^.,;]{{2,50}}$"
    rf"|^{_CREDIT_WORD}\s(?:di|by)\s.{{2,60}}$"
    r"|(?:^|[.]\s)(?:photo(?:graph|s)?|foto|image|picture)\s(?:by|di)\s(?-i:[A-ZÀ-Ý])[^.;]{2,60}\.$"
    rf"|©\s?[^.]{{2,60}}$|[-–—|/]\s?{_AGENCY}$|\w\s[-–—]\sriproduzione riservata$"
    r"|^(?:nell[ae] foto|nell['’]immagine|in foto|in the (?:photo|picture|image)|pictured)\b",
    re.IGNORECASE,
)

_FIGURE = re.compile(r"\d")
_LABELLED_FIGURE = re.compile(r"[:|]\s?[€$£]?\s?\d[\d.,]*\s?[%€]?$")

MAX_CAPTION: Final = 60
"""Words; a longer paragraph with a credit at its end is a paragraph."""


def words(line: str) -> int:
    """The number of words, parted by white space."""
    return len(line.split())


def ends_sentence(line: str) -> bool:
    """Whether the line ends like a sentence or a quotation."""
    return _SENTENCE_END.search(line[-8:]) is not None


def is_title(line: str, most: int = 30) -> bool:
    """Whether the line could be a title: at most so many words, no stop, no bullet, a capital."""
    first = next((char for char in line if char.isalnum()), "")
    return (
        0 < words(line) <= most
        and (first.isupper() or first.isdecimal())
        and not _STOP.search(line[-8:])
        and not _LIST_OR_SPEECH.match(line)
    )


def is_body(line: str, least: int = 20) -> bool:
    """Whether the line is beyond doubt running text: that many words and a stop."""
    return words(line) >= least and ends_sentence(line)


def _is_short(line: str, most: int) -> bool:
    """Whether the line has at most so many words, none of them endless."""
    return len(line) <= 20 * most and words(line) <= most


def is_byline(line: str) -> bool:
    """Whether the line names its author: “by …”, “di …”, a newsroom, a correspondent."""
    return _is_short(line, 16) and _BYLINE.fullmatch(line) is not None


def is_bare_name(line: str) -> bool:
    """Whether the line is a name and surname, perhaps with a place or date; place decides."""
    return _is_short(line, 12) and _BARE_NAME.fullmatch(line) is not None


def is_row(line: str) -> bool:
    """Whether the line looks like the row of a table: half of it is figures, or its end is one."""
    if _LABELLED_FIGURE.search(line[-20:]):
        return True
    cells = line.split()
    figures = sum(_FIGURE.search(cell) is not None for cell in cells)
    return figures > 1 and 2 * figures >= len(cells) and not ends_sentence(line)


def is_item(line: str) -> bool:
    """Whether the line begins with a bullet, a dash or a number, as in a list."""
    return _LIST_OR_SPEECH.match(line) is not None


@lru_cache(maxsize=4096)
def is_caption(line: str) -> bool:
    """Whether the line ends (or begins) with the credit of a picture."""
    return _is_short(line, MAX_CAPTION) and _CREDIT.search(line) is not None
