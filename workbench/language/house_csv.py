"""The glossary as a table that spreadsheets open: written, and read back as it was.

A cell that a spreadsheet would take for a formula gets an apostrophe before it, which is taken
away when the table comes back.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from typing import TYPE_CHECKING, NamedTuple

from workbench.errors import BadInput, TooLarge
from workbench.messages import message
from workbench.model import Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workbench.model import TermKind

COLUMNS = ("italian", "english", "forbidden", "kind", "case", "note")
MAX_BYTES = 5_000_000
_NEEDED = ("italian", "english")
_DELIMITERS = ",;\t"
_FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
_KINDS: dict[str, TermKind] = {
    "": "translate",
    "translate": "translate",
    "tradurre": "translate",
    "do not translate": "keep",
    "keep": "keep",
    "non tradurre": "keep",
}
_YES = frozenset(("yes", "y", "true", "1", "x", "sì", "si", "s", "vero"))
_NO = frozenset(("", "no", "n", "false", "0", "falso"))


class Line(NamedTuple):
    """A row of the table and the line on which it begins."""

    number: int
    term: Term


def write_table(terms: Iterable[Term]) -> str:
    """The terms as CSV, with a row of headings."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for term in terms:
        cells = (
            term.italian,
            term.english,
            " | ".join(term.forbidden),
            "do not translate" if term.kind == "keep" else "translate",
            "yes" if term.cased else "no",
            term.note,
        )
        rows.writerow([f"'{cell}" if _FORMULA.match(cell) else cell for cell in cells])
    return out.getvalue()


def read_table(data: bytes) -> list[Line]:
    """The terms of a CSV file, its cells separated by commas, semicolons or tabs.

    Raises:
        TooLarge: over `MAX_BYTES`.
        BadInput: it is no such table, or a row of it cannot be understood.
    """
    rows = _rows(_decode(data))
    first = next(rows, None)
    headings = [cell.strip().casefold() for cell in first[1]] if first else []
    missing = [name for name in _NEEDED if name not in headings]
    if missing:
        raise BadInput(
            message(
                "The file has no column “%(column)s”: its first line must name the columns "
                "%(columns)s.",
                column=missing[0],
                columns=", ".join(COLUMNS),
            )
        )
    return [_line(number, headings, cells) for number, cells in rows if any(map(str.strip, cells))]


def split_forbidden(text: str) -> tuple[str, ...]:
    """Words written as “one | another”, without those written twice."""
    return tuple(dict.fromkeys(tidied for each in text.split("|") if (tidied := tidy(each))))


def tidy(text: str) -> str:
    """The text on one line, without outer white space and characters that nobody sees."""
    return " ".join(_UNSEEN.sub("", text).split())


_UNSEEN = re.compile("[\x00\u200b\ufeff]")


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows, each with the number of the line on which it begins."""
    head = text.partition("\n")[0]
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=max(_DELIMITERS, key=head.count), strict=True
    )
    number = 1
    try:
        for cells in reader:
            yield number, cells
            number = reader.line_num + 1
    except csv.Error as error:
        raise BadInput(
            message(
                "Line %(line)s is no row of a table (%(why)s): nothing was imported.",
                line=number,
                why=error,
            )
        ) from error


def _line(number: int, headings: list[str], cells: list[str]) -> Line:
    if len(cells) > len(headings) and any(cells[len(headings) :]):
        raise BadInput(
            message(
                "Line %(line)s has more cells than there are columns: put a text with a "
                "separator in it into quotes. Nothing was imported.",
                line=number,
            )
        )
    row = {name: _plain(cell) for name, cell in zip(headings, cells, strict=False)}
    kind = tidy(row.get("kind", "")).casefold().replace("-", " ")
    case = tidy(row.get("case", "")).casefold()
    if kind not in _KINDS:
        raise _strange(number, "kind", row["kind"], "translate, do not translate")
    if case not in _YES | _NO:
        raise _strange(number, "case", row["case"], "yes, no")
    term = Term(
        italian=row.get("italian", ""),
        english=row.get("english", ""),
        forbidden=split_forbidden(row.get("forbidden", "")),
        kind=_KINDS[kind],
        cased=case in _YES,
        note=row.get("note", ""),
    )
    return Line(number, term)


def _plain(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _strange(line: int, column: str, cell: str, known: str) -> BadInput:
    return BadInput(
        message(
            "Line %(line)s has “%(cell)s” in the column “%(column)s”: write one of %(known)s. "
            "Nothing was imported.",
            line=line,
            cell=cell[:40],
            column=column,
            known=known,
        )
    )


def _decode(data: bytes) -> str:
    if len(data) > MAX_BYTES:
        raise TooLarge(
            message("The file is over the limit of %(limit)s MB.", limit=MAX_BYTES // 1_000_000)
        )
    try:
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return data.decode("utf-16")
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        raise BadInput(message("The file is no plain text: save it as CSV, in UTF-8."))
    return text
