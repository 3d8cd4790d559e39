"""Texts, files and tables for the stages and the importers."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from click.testing import CliRunner
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from benchmarks.fuzz.tally import Tally, clock, watched
from workbench import diff, score, triage
from workbench.align import align
from workbench.clean import clean
from workbench.cli import main
from workbench.errors import WorkbenchError
from workbench.ingest import from_paste, guess_language, read_bytes
from workbench.language.house_csv import read_table
from workbench.messages import message
from workbench.resources import resource_dir
from workbench.workflow.naming import free_slug, tidy

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.model import Finding

ODD = (
    "", " ", "\u00a0", "\t", "\r", "\n", "\r\n", "\x0b", "\x0c", "\x00", "\x1f", "\x85",
    "\u2028", "\ufeff", "\u200b", "\u202e", "\u0301", "\ud800", "\udfff", "😀", "👨‍👩‍👧", "ß",
    "İ", "ﬁ", "Ǆ", "²", "½", "Ⅳ", "٣", "〇", "①", "'", "’", '"', "“", "”", "«", "»", "-", "–",
    "—", "…", ".", ",", ";", ":", "?", "!", "%", "€", "$", "@", "#", "/", "\\", "|", "*", "_",
    "(", ")", "[", "]", "{", "}", "&", "<", ">", "=", "+", "~", "^", "`", "0", "00", "1",
    "9" * 30, "1.234.567,89", "1,234.5", "1e999", "-0", "12:61", "25.70", "31/02/2026", "10^9",
    "2,4 milioni", "€2.4 billion", "mille miliardi", "ventunomila", "twenty-one", "1990s",
    "’90", "l'", "dell’", "can't", "non", "not", "pm", "PIL", "U.S.", "S.p.A.", "www.x.it",
    "a@b.it", "%(x)s", "%s", "%", "{0}", "{{7*7}}", "<script>", "NaN", "null", "Infinity",
)  # fmt: skip
TAGS = (
    "<p>", "</p>", "<div>", "</div>", "<h1>", "</h1>", "<br>", "<table><tr><td>",
    "</td></tr></table>", "<ul><li>", "<a href='x'>", "</a>", "<!--", "-->", "<![CDATA[", "]]>",
    "<!doctype html>", "<html>", "</html>", "<body>", "<head><title>", "</title></head>",
    "<article>", "</article>", "<script>", "</script>", "<style>", "</style>", "<svg>",
    "<?xml version='1.0'?>", "<!DOCTYPE x [<!ENTITY a 'b'>]>", "&a;", "&amp;", "&lt;", "&#0;",
    "&#x110000;", "&#xD800;", "&nbsp;", "&", "<", ">", "<p", "<meta charset='utf-16'>",
    "<meta charset=cp1252>", "<meta charset='none'>", "<img alt='", "<template>", "<noscript>",
    "<frameset>", "<plaintext>",
)  # fmt: skip


@cache
def lines() -> tuple[str, ...]:
    """The lines of the shipped articles."""
    folder = resource_dir("corpus", "MANIFEST.toml")
    files = sorted(folder.glob("*/*.txt"))
    found = (line for file in files for line in file.read_text(encoding="utf-8").splitlines())
    return tuple(dict.fromkeys(line for line in found if line.strip()))


def line_at(number: int) -> str:
    """The shipped line of that number, as a function because a strategy shows its lists."""
    return lines()[number % len(lines())]


shipped = st.integers(0, 10_000).map(line_at)
letters = st.text(st.characters(exclude_categories=()), max_size=8)
pieces = st.lists(
    st.sampled_from(ODD) | shipped.map(lambda line: line[:60]) | letters,
    max_size=12,
).map("".join)
sentences = shipped | pieces
pages = st.lists(sentences, max_size=12).flatmap(
    lambda each: st.sampled_from(("\n\n", "\n", " ", "\r\n\r\n")).map(lambda gap: gap.join(each))
)
markup = st.lists(st.sampled_from(TAGS) | sentences, max_size=25).map("".join)
texts = pages | markup


def _encoded(text: str, how: str) -> bytes:
    return text.encode(how, errors="surrogatepass" if how.startswith("utf") else "replace")


encoded = st.builds(
    _encoded,
    texts,
    st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252", "mac-roman")),
)
cut = st.builds(lambda data, at: data[at:] + data[: at // 2], encoded, st.integers(0, 40))
magic = st.sampled_from(
    (b"", b"PK\x03\x04", b"%PDF-1.7", b"\x89PNG", b"{\\rtf1", b"\xff\xfe", b"\xfe\xff")
)
files = encoded | cut | st.builds(bytes.__add__, magic, st.binary(max_size=200)) | st.binary()
cells = (
    st.sampled_from(
        (
            "italian",
            "english",
            "forbidden",
            "kind",
            "case",
            "note",
            "keep",
            "yes",
            '"',
            '""',
            "|",
            "=1+1",
            "\n",
        )
    )
    | pieces
)
tables = st.lists(
    st.lists(cells, max_size=7).flatmap(
        lambda row: st.sampled_from((",", ";", "\t")).map(lambda mark: mark.join(row))
    ),
    max_size=6,
).map("\n".join)
headed = tables.map(lambda rows: "italian,english,forbidden,kind,case,note\n" + rows)
csv_files = st.builds(
    _encoded, tables | headed, st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "cp1252"))
)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | pieces,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(("id", "source", "target")) | pieces, inner, max_size=4)
    ),
    max_leaves=8,
)
rows = st.fixed_dictionaries(
    {},
    optional={
        "id": values,
        "source": pieces | st.lists(pieces, max_size=4) | values,
        "target": pieces | st.lists(pieces, max_size=4) | values,
    },
)
json_lines = st.lists(
    rows.map(json.dumps).map(str.encode) | st.binary(max_size=20), max_size=4
).map(b"\n".join)


class Broken(Exception):
    """A law that does not hold, or a check that failed, which becomes a finding."""


def no_break(found: list[Finding]) -> None:
    """A check that fails is a failure."""
    for each in found:
        if "is broken" in each.message.template:
            raise Broken(str(each.message))


def whole(text: str) -> str:
    """The text as any stage after the first one gets it."""
    return text.encode(errors="replace").decode()


def clean_page(data: tuple[bytes, str]) -> None:
    """A file through all that is done with it before it is aligned."""
    raw = read_bytes(data[0], data[1])
    for language in ("it", "en"):
        clean(raw, language)


def clean_paste(text: str) -> None:
    """A pasted page through the same."""
    raw = from_paste(text)
    guess_language(raw.text)
    for language in ("it", "en"):
        clean(raw, language)


def align_texts(sides: tuple[list[str], list[str]]) -> None:
    """No paragraph is in two links."""
    source, target = sides
    links = align(source, target)
    for side, texts in (("source", source), ("target", target)):
        linked = [n for link in links for n in getattr(link, side)]
        if len(set(linked) & set(range(len(texts)))) < len(linked):
            raise Broken(f"{side}: {linked}")


def check_pair(sides: tuple[str, str]) -> None:
    """All that is said of a paragraph."""
    source, target = map(whole, sides)
    found = score.check_segment(source, target)
    no_break(found)
    triage.risk(found, source, target)
    triage.reason(found, "body", source, target)
    diff.word_diff(source, target)


def check_article(pairs: list[tuple[str, str]]) -> None:
    """All that is said of an article as a whole."""
    for found in score.check_article([(whole(s), whole(t), "body") for s, t in pairs]):
        no_break(found)


def filtered(command: str) -> Callable[[bytes], None]:
    """A filter of the command line, which says what is wrong and ends with 1 or is done."""

    def run(data: bytes) -> None:
        done = CliRunner().invoke(
            main, [command, *(["--lang", "it"] if command == "clean" else [])], input=data
        )
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        if done.exit_code:
            raise WorkbenchError(message("%(said)s", said=done.output))

    return run


class Target(NamedTuple):
    """What is tried, with which inputs, and how many of a hundred tries are its."""

    given: st.SearchStrategy[Any]
    act: Callable[[Any], object]
    share: int


TARGETS = {
    "files: read": Target(st.tuples(files, st.just("a.txt")), lambda given: read_bytes(*given), 20),
    "files: read and cleaned": Target(st.tuples(encoded | cut, st.just("a.html")), clean_page, 15),
    "pastes: cleaned": Target(texts, clean_paste, 20),
    "alignment": Target(
        st.tuples(st.lists(pieces.map(whole), max_size=6), st.lists(pieces.map(whole), max_size=6)),
        align_texts,
        12,
    ),
    "checks of a paragraph": Target(st.tuples(sentences, sentences), check_pair, 12),
    "checks of an article": Target(
        st.lists(st.tuples(sentences, sentences), max_size=5), check_article, 5
    ),
    "glossary as CSV": Target(csv_files | files, read_table, 10),
    "filter clean": Target(encoded, filtered("clean"), 1),
    "filter align": Target(json_lines, filtered("align"), 2),
    "filter check": Target(json_lines, filtered("check"), 2),
    "names": Target(letters | pieces, lambda text: free_slug(tidy(text), ()), 1),
}


def run(name: str, tries: int, start: int) -> Tally:
    """So many tries of a target; others with each `start`, the same with the same."""
    tally, target = Tally(), TARGETS[name]

    @seed(start)
    @settings(
        max_examples=tries,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(target.given)
    def each(given: Any) -> None:
        began = clock()
        try:
            with watched():
                target.act(given)
            end = "done"
        except WorkbenchError:
            end = "refused"
        except Exception as error:  # noqa: BLE001 -- whatever it is, it is what is looked for
            tally.fail(error, given)
            end = "failed"
        tally.note(end, clock() - began)

    each()
    return tally
