"""Files and pastes become one decoded text each, with where it came from."""

from __future__ import annotations

import codecs
import hashlib
import re
import stat
import unicodedata
from typing import TYPE_CHECKING, Final, Literal

from workbench.errors import BadInput, NotFound, TooLarge
from workbench.messages import message
from workbench.model import RawText

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.model import Language

MAX_BYTES: Final = 5_000_000
"""No newspaper page comes near: what is larger is another kind of file."""

PASTE: Final = "paste"

_UTF16_BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_LINE_BREAKS = re.compile(r"\r\n|[\r\x0b\x0c\x85]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")
_DOCUMENT = re.compile(r"\s*(?:<\?xml|\{\\rtf)", re.IGNORECASE)
_HTML = re.compile(
    r"\s*(?:<\?xml[^<>]{0,200}>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*)*"
    r"<(?:!doctype html|(?:html|head|body|title|meta|link|main|article|section|header|figure|div|"
    r"p|h1|h2|span|table|ul|ol)\b[^<>]*>)",
    re.IGNORECASE | re.DOTALL,
)
_CLOSES = re.compile(
    r"</(?:html|head|body|title|article|section|div|p|h1|h2|span|table|ul|ol)\s*>|<html\b",
    re.IGNORECASE,
)
_META = re.compile(rb"<meta[^<>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,30})", re.IGNORECASE)
_META_WITHIN: Final = 4096
_UNSEEN = re.compile(r"<(script|style|noscript|template|svg)\b[^<>]*>|<!--|<!\[|<\?", re.IGNORECASE)
_ENDS: Final = {
    **{
        tag: re.compile(rf"</{tag}\b[^<>]*>", re.IGNORECASE)
        for tag in ("script", "style", "noscript", "template", "svg")
    },
    "<!--": re.compile("--!?>|(?<=<!--)>"),
    "<![": re.compile(">"),
    "<?": re.compile(">"),
}
_TAG = re.compile(r"<[^<>]*>")

# What Italian and English newspapers print beside ASCII. Anything else in a file that is not
# UTF-8 means that it is not Windows-1252 either (Mac Roman, a damaged file, another script).
_PLAUSIBLE = frozenset("ÀÁÈÉÊÌÍÎÒÓÔÙÚÜÖÄÇÑàáâèéêëìíîïòóôöùúûüäçñß‘’“”«»‹›–—…•·°ªº€£§©®™½¼×\xa0")
_MOJIBAKE = re.compile(r"[ÃÂâ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 40_000
_FUNCTION_WORDS: Final[dict[Language, frozenset[str]]] = {
    "it": _set(
        """il lo la gli le un una uno di del dello della dei degli delle da dal dalla dai dalle
        nel nella nei nelle nell sul sulla sui sulle al alla ai alle dell all dall sull con che
        chi cui non è e o ma si sono ha hanno anche più per tra fra questo questa questi queste
        suo sua loro essere stato stata era ogni dopo prima senza quando dove perché già così
        ancora quello quella sarà ed poi molto tutto tutti tutte"""
    ),
    "en": _set(
        """the of and to that is was for with on by at from has have had are were be been this
        these those it its his her their they he she we you not an which who will would can could
        but or as if than then there when where after before without into about also more most
        all out up over what how why between our your"""
    ),
}


def read_file(path: Path) -> RawText:
    """The text of the file at `path`, refused before it is read when it is over `MAX_BYTES`.

    Raises:
        NotFound: there is no such file.
        TooLarge: it is over `MAX_BYTES`.
        BadInput: it is a folder or a device, cannot be opened, or is not a text.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise BadInput(message("“%(name)s” is not a file: name a text file.", name=path))
        if status.st_size > MAX_BYTES:
            raise _too_large(path.name)
        with path.open("rb") as file:
            # A file may grow between the two calls.
            data = file.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise NotFound(
            message("There is no file “%(name)s”: check its name and folder.", name=path)
        ) from error
    except OSError as error:
        raise BadInput(
            message(
                "“%(name)s” cannot be read (%(why)s): check its name and permissions.",
                name=path,
                why=error.strerror,
            )
        ) from error
    return read_bytes(data, path.name)


def read_bytes(data: bytes, name: str) -> RawText:
    """The text in `data`, its line ends made LF and its control characters left out.

    Bytes are read as UTF-8, as UTF-16 where they begin with its mark, in the encoding that a web
    page declares, and as Windows-1252 only where that gives plausible Italian or English. The
    source of a web page stays as it is and is marked as such.

    Raises:
        TooLarge: over `MAX_BYTES`.
        BadInput: empty, binary, the source of another document, or in an unknown encoding.
    """
    if len(data) > MAX_BYTES:
        raise _too_large(name)
    text, encoding = _decode(data, name)
    if "\0" in text or len(_CONTROLS.findall(text)) > len(text) // 100:
        raise _binary(name)
    if _DOCUMENT.match(text) and not _is_html(text):
        raise BadInput(
            message(
                "“%(name)s” is the source of a document: paste the text that is read on the "
                "screen, or save it as plain text or as a web page.",
                name=name,
            )
        )
    return _raw_text(text, name, encoding, data)


def from_paste(text: str, name: str = PASTE) -> RawText:
    """The text that somebody pasted; half characters (lone surrogates) become “�”.

    Messages call it by `name`. The pasted source of a web page is marked as such.

    Raises:
        TooLarge: over `MAX_BYTES`.
        BadInput: empty.
    """
    data = text.encode("utf-8", "surrogatepass")
    if len(data) > MAX_BYTES:
        raise _too_large(name)
    return _raw_text(_SURROGATES.sub("\ufffd", text).removeprefix("\ufeff"), name, "utf-8", data)


def slugify(title: str, fallback: str = "article") -> str:
    """A name of 1 to 60 characters ``[a-z0-9-]`` for `title`, whatever it holds."""
    for candidate in (title, fallback):
        plain = unicodedata.normalize("NFKD", candidate.casefold())
        letters = "".join(char for char in plain if not unicodedata.combining(char))
        slug = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
        if len(slug) > 60:
            slug = slug[:61].rpartition("-")[0] or slug[:60]
        if slug:
            return slug
    return "article"


def guess_language(text: str) -> Language | None:
    """Italian or English by its function words, or None where they do not tell."""
    words = _WORD.findall(text[:_SAMPLE].lower())
    italian, english = (
        sum(word in _FUNCTION_WORDS[language] for word in words) for language in ("it", "en")
    )
    if max(italian, english) < 2 or max(italian, english) < 2 * min(italian, english):
        return None
    return "it" if italian > english else "en"


def check_pair(source: RawText, target: RawText) -> None:
    """Notice a pair that cannot be an Italian article and its English translation.

    Raises:
        BadInput: the texts are the same, exchanged, or one is in the other's language.
    """
    names = {"source": source.name, "target": target.name}
    if source.text.split() == target.text.split():
        raise BadInput(
            message(
                "“%(source)s” and “%(target)s” are the same text: give the Italian original "
                "and its English translation.",
                **names,
            )
        )
    left_english = guess_language(_read(source)) == "en"
    right_italian = guess_language(_read(target)) == "it"
    if left_english and right_italian:
        raise BadInput(
            message(
                "The texts are exchanged: “%(source)s” is English and “%(target)s” Italian; "
                "give the Italian original first.",
                **names,
            )
        )
    if left_english:
        raise BadInput(
            message("“%(source)s” is English: the original must be the Italian text.", **names)
        )
    if right_italian:
        raise BadInput(
            message("“%(target)s” is Italian: the translation must be the English text.", **names)
        )


def without_scripts(html: str) -> str:
    """The source of a web page without its scripts, styles, drawings and comments."""
    kept: list[str] = []
    start = 0
    while found := _UNSEEN.search(html, start):
        kept.append(html[start : found.start()])
        end = _ENDS[(found[1] or found[0]).lower()].search(html, found.end())
        # What nobody closed goes on to the end of the page, as in a browser.
        start = end.end() if end else len(html)
    return "".join(kept) + html[start:]


def _read(raw: RawText) -> str:
    """The text as a reader sees it, more or less: good enough to tell its language."""
    return _TAG.sub(" ", without_scripts(raw.text)) if raw.markup == "html" else raw.text


def _is_html(text: str) -> bool:
    """Whether the text is the source of a web page, or of a part of one."""
    return _HTML.match(text) is not None and _CLOSES.search(text) is not None


def _decode(data: bytes, name: str) -> tuple[str, str]:
    """The characters of `data` and the name of their encoding."""
    try:
        if data.startswith(_UTF16_BOMS):
            return data.decode("utf-16"), "utf-16"
        return data.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        if b"\0" in data:
            raise _binary(name) from None
    if declared := _declared(data):
        return declared
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    if _plausible(text):
        return text, "cp1252"
    raise BadInput(
        message("“%(name)s” is in an unknown encoding: save it as UTF-8 text.", name=name)
    )


def _declared(data: bytes) -> tuple[str, str] | None:
    """The web page in `data` in the encoding that it declares, or None."""
    found = _META.search(data[:_META_WITHIN])
    if found is None:
        return None
    try:
        # Browsers read ISO-8859-1 as Windows-1252, and so do those who declare it.
        encoding = codecs.lookup(found[1].decode()).name
        encoding = "cp1252" if encoding in ("iso8859-1", "ascii") else encoding
        return data.decode(encoding), encoding
    except (LookupError, UnicodeError):
        return None


def _plausible(text: str) -> bool:
    """Whether bytes read as Windows-1252 gave something that a newspaper would print."""
    foreign = {char for char in text if not char.isascii()}
    return foreign <= _PLAUSIBLE and not _MOJIBAKE.search(text) and guess_language(text) is not None


def _raw_text(text: str, name: str, encoding: str, data: bytes) -> RawText:
    """`text` with LF line ends and no control characters, refused where nothing is left."""
    text = _CONTROLS.sub("", _LINE_BREAKS.sub("\n", text))
    if not text.strip(" \t\n\xa0\u200b\u2060\ufeff\u2028\u2029"):
        raise BadInput(
            message("“%(name)s” is empty: give the text of the whole article.", name=name)
        )
    kind: Literal["plain", "html"] = "html" if _is_html(text) else "plain"
    return RawText(text, name, encoding, hashlib.sha256(data).hexdigest(), kind)


def _too_large(name: str) -> TooLarge:
    return TooLarge(
        message(
            "“%(name)s” is over the limit of %(limit)s MB: give one article at a time.",
            name=name,
            limit=MAX_BYTES // 1_000_000,
        )
    )


def _binary(name: str) -> BadInput:
    return BadInput(
        message("“%(name)s” is no plain text: save or export it as UTF-8 text.", name=name)
    )
