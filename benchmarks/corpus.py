"""How well cleaning, aligning and checking do on the shipped corpus: prints tables.

The truth is in ``corpus/MANIFEST.toml``. What each figure means is in ``benchmarks/README.md``.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from workbench.align import align
from workbench.checks import run_checks
from workbench.clean import clean
from workbench.resources import resource_dir

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from workbench.model import Finding, Language, Paragraph

    LinkSet = set[tuple[tuple[int, ...], tuple[int, ...]]]

CORPUS = resource_dir("corpus", "MANIFEST.toml")


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

    @property
    def kept(self) -> list[int]:
        """The lines that the cleaner keeps."""
        return [index for index, paragraph in enumerate(self.cleaned) if not paragraph.dropped]


@dataclass
class Tally:
    """Everything measured."""

    roles: Share = field(default_factory=Share)
    chrome: Share = field(default_factory=Share)
    lost: Share = field(default_factory=Share)
    links: Links = field(default_factory=Links)
    end_to_end: Links = field(default_factory=Links)
    found: dict[str, Share] = field(default_factory=dict)
    alarmed: Share = field(default_factory=Share)
    alarms: Counter[str] = field(default_factory=Counter)
    details: list[str] = field(default_factory=list)


def main() -> None:
    """Measure the whole corpus and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--details", action="store_true", help="list what was missed and why")
    options = parser.parse_args()
    sys.stdout.writelines(f"{line}\n" for line in report(measure(), details=options.details))


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
        unaligned = measure_alignment(name, italian, english, told["links"], tally)
        measure_checks(name, italian, english, told, unaligned, tally)


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
    name: str, italian: Text, english: Text, links: list[Any], tally: Tally
) -> set[int]:
    """Links between the true article lines, and between what the cleaner kept.

    Gives the Italian lines that the former leave unaligned.
    """
    true: LinkSet = {(tuple(source), tuple(target)) for source, target in links}
    made = aligned(italian, italian.article, english, english.article)
    tally.links.add(made, true)
    tally.end_to_end.add(aligned(italian, italian.kept, english, english.kept), true)
    tally.details += [f"link   {name}: missed {link}" for link in sorted(true - made)]
    tally.details += [f"link   {name}: wrong {link}" for link in sorted(made - true)]
    return set(italian.article) - {index for source, _ in made for index in source}


def aligned(italian: Text, source: Sequence[int], english: Text, target: Sequence[int]) -> LinkSet:
    """Links between the chosen lines, as indices of all lines."""
    links = align([italian.lines[i] for i in source], [english.lines[j] for j in target])
    return {
        (tuple(source[i] for i in link.source), tuple(target[j] for j in link.target))
        for link in links
    }


def measure_checks(
    name: str,
    italian: Text,
    english: Text,
    told: dict[str, Any],
    unaligned: set[int],
    tally: Tally,
) -> None:
    """Planted errors that were found, and findings where nothing was planted."""
    open_errors = list(told["errors"])
    for source, target, role in segments(italian, english, told["links"]):
        here = [error for error in open_errors if error["words"] in target]
        findings = run_checks(source, target, role)
        for error in here:
            start = target.index(error["words"])
            note(error, name, tally, found=touches(findings, start, start + len(error["words"])))
        if not here:
            asserted = [finding for finding in findings if finding.severity != "neutral"]
            note_alarms(asserted, source, target, name, tally)
        open_errors = [error for error in open_errors if error not in here]
    for error in open_errors:
        note(error, name, tally, found=left_alone(error, italian, english, unaligned))


def segments(italian: Text, english: Text, links: list[Any]) -> Iterator[tuple[str, str, Any]]:
    """The true pairs as the workbench would store them: both sides and the role."""
    for source, target in links:
        yield (
            "\n\n".join(italian.lines[i] for i in source),
            "\n\n".join(english.lines[j] for j in target),
            italian.roles[source[0]],
        )


def left_alone(error: dict[str, Any], italian: Text, english: Text, unaligned: set[int]) -> bool:
    """Whether an error outside all pairs was seen.

    An omission is seen where its paragraph stays unaligned, an addition where a check fires on
    its English alone.
    """
    if error["class"] == "omission":
        return any(error["words"] in italian.lines[i] for i in unaligned)
    added = next(line for line in english.lines if error["words"] in line)
    start = added.index(error["words"])
    return touches(run_checks(None, added, "body"), start, start + len(error["words"]))


def touches(findings: Iterable[Finding], start: int, end: int) -> bool:
    """Whether a finding is on the words, or on the Italian of what the English lacks."""
    return any(
        finding.side == "source" or (finding.start < end and start < max(finding.end, 1))
        for finding in findings
    )


def note(error: dict[str, Any], name: str, tally: Tally, *, found: bool) -> None:
    """Count a planted error, where a rule can see it without understanding the text."""
    if not error["rule"]:
        return
    tally.found.setdefault(error["class"], Share()).add(found, 1)
    if not found:
        tally.details.append(f"missed {name}: {error['class']}: {error['words']}")


def note_alarms(
    findings: Sequence[Finding], source: str, target: str, name: str, tally: Tally
) -> None:
    """Count what was found in a pair without a planted error."""
    tally.alarmed.add(bool(findings), 1)
    for finding in findings:
        tally.alarms[finding.check] += 1
        text = source if finding.side == "source" else target
        words = text[finding.start : finding.end][:60]
        tally.details.append(f"alarm  {name}: {finding.check} on “{words}”: {finding.message}")


def report(tally: Tally, *, details: bool) -> Iterator[str]:
    """The tables, line by line."""
    whole = Share()
    for share in tally.found.values():
        whole.add(share.hits, share.of)
    alarms = sum(tally.alarms.values())
    yield f"roles right                {tally.roles}"
    yield f"chrome dropped             {tally.chrome}"
    yield f"article lines dropped      {tally.lost}"
    yield f"links, true lines          {tally.links}"
    yield f"links, end to end          {tally.end_to_end}"
    yield f"planted errors found       {whole}"
    yield f"clean pairs with an alarm  {tally.alarmed}"
    yield f"alarms per 100 clean pairs {100 * alarms / max(tally.alarmed.of, 1):5.1f}"
    yield ""
    for name, share in sorted(tally.found.items()):
        yield f"  found  {name:<22}{share}"
    for check, count in tally.alarms.most_common():
        yield f"  alarms {check:<22}{count:5}"
    if details:
        yield ""
        yield from sorted(tally.details)


if __name__ == "__main__":
    main()
