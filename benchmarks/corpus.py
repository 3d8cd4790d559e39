"""How well cleaning, aligning and checking do on the shipped corpus: prints tables.

The truth is in ``corpus/MANIFEST.toml``. What each figure means is in ``benchmarks/README.md``.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections import Counter, defaultdict
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any, Literal

from workbench.align import align
from workbench.clean import clean, kept, reconcile
from workbench.pairing import Part, from_links, side_text
from workbench.resources import resource_dir
from workbench.score import check_article, check_segment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workbench.model import Finding, Language, Link, Paragraph, Role, Side

    Weight = Literal["finding", "hint", "nothing"]
    LinkSet = set[tuple[tuple[int, ...], tuple[int, ...]]]

CORPUS = resource_dir("corpus", "MANIFEST.toml")
OMISSION = "omission"
TELL_OMISSIONS = {"empty-target", "omission"}
"""The checks that say that Italian is not in the English."""


@dataclass
class Share:
    """How many of how many."""

    hits: int = 0
    of: int = 0

    def add(self, hits: int, of: int) -> None:
        """Count `hits` of `of` more."""
        self.hits += hits
        self.of += of

    def __str__(self) -> str:
        return f"{100 * self.hits / self.of:5.1f} % ({self.hits}/{self.of})" if self.of else "–"


@dataclass
class Links:
    """Predicted links against true ones; a link is right only if it is exactly the true one."""

    right: int = 0
    predicted: int = 0
    true: int = 0

    def add(self, predicted: LinkSet, true: LinkSet) -> None:
        """Count one article more."""
        self.right += len(predicted & true)
        self.predicted += len(predicted)
        self.true += len(true)

    def __str__(self) -> str:
        f1 = 2 * self.right / max(self.predicted + self.true, 1)
        return f"F1 {f1:.3f} ({self.right} right, {self.predicted} made, {self.true} true)"


@dataclass(frozen=True)
class Text:
    """One page of the corpus: its non-empty lines, their true roles, and what the cleaner says."""

    lines: list[str]
    roles: list[str]
    cleaned: list[Paragraph]

    @property
    def article(self) -> list[int]:
        """The lines that truly are the article's."""
        return [index for index, role in enumerate(self.roles) if role != "chrome"]


@dataclass(frozen=True)
class Row:
    """One row of an article as an import makes it, with all that is found in it."""

    source: str
    target: str
    role: Role
    places: tuple[tuple[int, ...], tuple[int, ...]]
    """The lines that it holds of the Italian and of the English."""
    findings: list[Finding] = field(default_factory=list)

    def holds(self, error: dict[str, Any]) -> bool:
        """Whether the words of a planted error stand here."""
        return error["words"] in self.side(error)

    def side(self, error: dict[str, Any]) -> str:
        """The text that the words of an error stand in: an omission's are Italian."""
        return self.source if error["class"] == OMISSION else self.target


@dataclass
class Class:
    """What became of the planted errors of one class."""

    planted: int = 0
    catchable: int = 0
    found: int = 0
    hinted: int = 0
    """Of those that a rule can catch, how many have a finding, and how many only a hint."""
    beyond: int = 0
    """Of the others, how many have a finding or a hint all the same."""

    def add(self, weight: Weight, *, rule: bool) -> None:
        """Count one error more."""
        self.planted += 1
        self.catchable += rule
        self.found += rule and weight == "finding"
        self.hinted += rule and weight == "hint"
        self.beyond += not rule and weight != "nothing"


@dataclass
class Tally:
    """Everything measured."""

    roles: Share = field(default_factory=Share)
    chrome: Share = field(default_factory=Share)
    lost: Share = field(default_factory=Share)
    links: Links = field(default_factory=Links)
    end_to_end: Links = field(default_factory=Links)
    errors: defaultdict[str, Class] = field(default_factory=lambda: defaultdict(Class))
    paragraphs: int = 0
    alarms: Counter[str] = field(default_factory=Counter)
    details: list[str] = field(default_factory=list)


def main() -> None:
    """Measure the whole corpus and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--list", "--details", action="store_true", help="list every miss, hint and false alarm"
    )
    options = parser.parse_args()
    sys.stdout.writelines(f"{line}\n" for line in report(measure(), listed=options.list))


def measure() -> Tally:
    """The whole corpus measured."""
    manifest = tomllib.loads((CORPUS / "MANIFEST.toml").read_text(encoding="utf-8"))
    tally = Tally()
    for article in manifest["article"]:
        measure_article(article, tally)
    return tally


def measure_article(article: dict[str, Any], tally: Tally) -> None:
    """Add one article with all its translations to `tally`."""
    italian = load(article["slug"], "it.txt", article["it_roles"], "it")
    measure_cleaning(article["slug"], italian, tally)
    for system in article["systems"]:
        told = article[system]
        name = f"{article['slug']}/{system}"
        english = load(article["slug"], f"en.{system}.txt", told["roles"], "en")
        measure_cleaning(name, english, tally)
        rows = checked(imported(italian, english))
        measure_alignment(name, italian, english, told["links"], rows, tally)
        measure_checks(name, rows, told["errors"], tally)


def load(slug: str, name: str, roles: list[str], language: Language) -> Text:
    """A page of the corpus, cleaned."""
    text = (CORPUS / slug / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip()]
    cleaned = clean(text, language)
    if len(cleaned) != len(lines):
        sys.exit(f"{slug}/{name}: {len(lines)} lines, but {len(cleaned)} paragraphs after cleaning")
    return Text(lines, roles, cleaned)


def measure_cleaning(name: str, text: Text, tally: Tally) -> None:
    """Roles line by line, chrome that was dropped, lines of the article that were."""
    for line, role, paragraph in zip(text.lines, text.roles, text.cleaned, strict=True):
        made = "chrome" if paragraph.dropped else paragraph.role
        tally.roles.add(made == role, 1)
        if role == "chrome":
            tally.chrome.add(paragraph.dropped, 1)
        else:
            tally.lost.add(paragraph.dropped, 1)
        if made != role:
            tally.details.append(f"role   {name}: {role} taken for {made}: {line[:70]}")


def measure_alignment(
    name: str, italian: Text, english: Text, links: list[Any], rows: list[Row], tally: Tally
) -> None:
    """Links between the true article lines, and between what the cleaner kept."""
    true: LinkSet = {(tuple(source), tuple(target)) for source, target in links}
    source, target = italian.article, english.article
    made: LinkSet = {
        (tuple(source[i] for i in link.source), tuple(target[j] for j in link.target))
        for link in align([italian.lines[i] for i in source], [english.lines[j] for j in target])
    }
    tally.links.add(made, true)
    tally.end_to_end.add({row.places for row in rows if all(row.places)}, true)
    tally.details += [f"link   {name}: missed {link}" for link in sorted(true - made)]
    tally.details += [f"link   {name}: wrong {link}" for link in sorted(made - true)]


def imported(italian: Text, english: Text) -> list[Row]:
    """The rows that an import makes of two cleaned pages; a side may be empty."""
    links = linked(italian.cleaned, english.cleaned)
    pages = reconcile(italian.cleaned, english.cleaned, links)
    source, target = (
        [
            (Part(at, at), paragraph.role)
            for at, paragraph in enumerate(page)
            if not paragraph.dropped
        ]
        for page in pages
    )
    words = [dict(enumerate(paragraph.text for paragraph in page)) for page in pages]
    return [
        Row(
            side_text(pair.source, words[0]) or "",
            side_text(pair.target, words[1]) or "",
            pair.role,
            (tuple(part.place for part in pair.source), tuple(part.place for part in pair.target)),
        )
        for pair in from_links(source, target, linked(*pages))
    ]


def linked(italian: Iterable[Paragraph], english: Iterable[Paragraph]) -> list[Link]:
    """The links between what is kept of two pages."""
    return align([p.text for p in kept(italian)], [p.text for p in kept(english)], cleaned=True)


def checked(rows: list[Row]) -> list[Row]:
    """The rows with what is found in each alone, and beside the others of the article."""
    compared = check_article((row.source, row.target, row.role) for row in rows)
    return [
        replace(row, findings=check_segment(row.source, row.target, row.role) + found)
        for row, found in zip(rows, compared, strict=True)
    ]


def measure_checks(name: str, rows: list[Row], errors: list[dict[str, Any]], tally: Tally) -> None:
    """Planted errors that were found, and findings where nothing was planted."""
    tally.paragraphs += len(rows)
    for error in errors:
        places = [row for row in rows if row.holds(error)]
        weight = weigh(finding for row in places for finding in about(error, row))
        tally.errors[error["class"]].add(weight, rule=error["rule"])
        if error["rule"] and weight != "finding":
            said = "hint  " if weight == "hint" else "missed"
            tally.details.append(f"{said} {name}: {error['class']}: {error['words']}")
    for row in rows:
        known = [finding for error in errors if row.holds(error) for finding in about(error, row)]
        for finding in row.findings:
            if finding.severity != "neutral" and finding not in known:
                note_alarm(finding, row, name, tally)


def about(error: dict[str, Any], row: Row) -> list[Finding]:
    """The findings in a row that touch the words of an error which stands there.

    An omission is found only by a finding that says so.
    """
    start = row.side(error).index(error["words"])
    end = start + len(error["words"])
    if error["class"] == OMISSION:
        return [
            f
            for f in row.findings
            if f.check in TELL_OMISSIONS and touches(f, start, end, "source")
        ]
    return [finding for finding in row.findings if touches(finding, start, end)]


def touches(finding: Finding, start: int, end: int, side: Side = "target") -> bool:
    """Whether a finding is on these words, or names them as its evidence on that side.

    One on the other side that names none is about the whole pair, so about them too.
    """
    if finding.side == side:
        here = finding.start, finding.end
    elif finding.other is None:
        return True
    else:
        here = finding.other
    return here[0] < end and start < max(here[1], here[0] + 1)


def weigh(findings: Iterable[Finding]) -> Weight:
    """The most that the findings say: that something is wrong, that it may be, or nothing."""
    severities = {finding.severity for finding in findings}
    if severities - {"neutral"}:
        return "finding"
    return "hint" if severities else "nothing"


def note_alarm(finding: Finding, row: Row, name: str, tally: Tally) -> None:
    """Count a finding that touches no planted error."""
    tally.alarms[finding.check] += 1
    text = row.source if finding.side == "source" else row.target
    words = text[finding.start : finding.end][:60]
    tally.details.append(
        f"alarm  {name}: {finding.check} ({finding.severity}) on “{words}”: {finding.message}"
    )


def report(tally: Tally, *, listed: bool) -> Iterator[str]:
    """The tables, line by line."""
    alarms = sum(tally.alarms.values())
    yield f"roles right                 {tally.roles}"
    yield f"chrome dropped              {tally.chrome}"
    yield f"article lines dropped       {tally.lost}"
    yield f"links, true lines           {tally.links}"
    yield f"links, end to end           {tally.end_to_end}"
    yield f"false alarms                {alarms} in {tally.paragraphs} paragraphs"
    yield f"false alarms per 100        {100 * alarms / max(tally.paragraphs, 1):.1f}"
    yield ""
    yield from error_table(tally.errors)
    if alarms:
        yield ""
        yield "| false alarms of | number |"
        yield "| --- | ---: |"
        yield from (f"| {check} | {count} |" for check, count in tally.alarms.most_common())
    if listed:
        yield ""
        yield from sorted(tally.details)


def error_table(errors: dict[str, Class]) -> Iterator[str]:
    """What became of the planted errors, by class; those that no rule can catch last."""
    heads = ["a rule can catch", "found", "hint only", "missed", "found besides"]
    yield f"| class of error | planted | {' | '.join(heads)} |"
    yield "| --- |" + " ---: |" * (len(heads) + 1)
    total = Class()
    for name, one in sorted(errors.items(), key=lambda entry: (not entry[1].catchable, entry[0])):
        yield error_line(name, one)
        for each in fields(Class):
            setattr(total, each.name, getattr(total, each.name) + getattr(one, each.name))
    yield error_line("all", total)


def error_line(name: str, one: Class) -> str:
    """One line of the table."""
    missed = one.catchable - one.found - one.hinted
    known = (
        [one.catchable, one.found, one.hinted, missed] if one.catchable else ["none", "–", "–", "–"]
    )
    besides = one.beyond if one.planted > one.catchable else "–"
    return "| " + " | ".join(map(str, [name, one.planted, *known, besides])) + " |"


if __name__ == "__main__":
    main()
