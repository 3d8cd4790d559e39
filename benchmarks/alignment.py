"""How well and how fast the aligner works on articles with known links: prints a table.

The folder in the environment variable WORKBENCH_BENCH holds the articles as lines of JSON in files
``*.jsonl``: id, tier, source, target, gold (beads as two lists of indices, null beads with one
empty), and alts (for each doubled paragraph the equally right readings, the first as in gold).
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.align import align

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workbench.model import Link

Bead = tuple[tuple[int, ...], tuple[int, ...]]
Paragraph = tuple[int, int]
"""0 for the source or 1 for the target, and the index."""

TIERS = ("clean", "light", "medium", "hard")
SURE = 0.9


@dataclass
class Tally:
    """What is counted over the articles of a tier."""

    articles: int = 0
    perfect: int = 0
    right: int = 0
    predicted: int = 0
    true: int = 0
    nulls_right: int = 0
    nulls_predicted: int = 0
    omitted_right: int = 0
    omitted: int = 0
    sure_right: int = 0
    sure: int = 0
    seconds: float = 0.0

    def row(self, tier: str) -> str:
        """The figures as a line of a Markdown table."""
        cells = (
            tier,
            f"{2 * self.right / max(1, self.predicted + self.true):.3f}",
            _share(self.omitted_right, self.omitted),
            _share(self.nulls_right, self.nulls_predicted),
            f"{100 * self.perfect / self.articles:.0f} %",
            _share(self.sure_right, self.sure),
            f"{1000 * self.seconds / self.articles:.1f}",
        )
        return f"| {' | '.join(cells)} |"


def _share(hits: int, of: int) -> str:
    return f"{hits / of:.3f}" if of else "–"


def true_beads(case: dict[str, Any], links: set[Bead]) -> set[Bead]:
    """The gold beads, in the reading of doubled paragraphs that agrees best with `links`."""
    gold = set(map(_bead, case["gold"]))
    for options in case.get("alts", ()):
        readings = [[_bead(bead) for bead in option] for option in options]
        best = max(readings, key=lambda reading: _agreement(reading, links))
        gold = gold.difference(readings[0]).union(best)
    return gold


def _agreement(reading: list[Bead], links: set[Bead]) -> int:
    linked = [bead for bead in reading if all(bead)]
    found = sum(bead in links for bead in linked)
    return 10 * found - (len(linked) - found)


def _bead(pair: list[list[int]]) -> Bead:
    return tuple(sorted(pair[0])), tuple(sorted(pair[1]))


def count(case: dict[str, Any], found: list[Link], tally: Tally) -> None:
    """Add the article's figures to the tally; a link is right only if it is exactly a true one."""
    links = {(link.source, link.target) for link in found}
    beads = true_beads(case, links)
    true = {bead for bead in beads if all(bead)}
    alone = set(_paragraphs(beads - true))
    sizes = enumerate((len(case["source"]), len(case["target"])))
    everything = {(side, index) for side, size in sizes for index in range(size)}
    left = everything.difference(_paragraphs(links))
    omitted = _omitted(case, beads)
    sure = [link for link in found if link.confidence >= SURE]
    tally.articles += 1
    tally.perfect += links == true
    tally.right += len(links & true)
    tally.predicted += len(links)
    tally.true += len(true)
    tally.nulls_right += len(left & alone)
    tally.nulls_predicted += len(left)
    tally.omitted_right += len(left & omitted)
    tally.omitted += len(omitted)
    tally.sure_right += sum((link.source, link.target) in true for link in sure)
    tally.sure += len(sure)


def _paragraphs(beads: Iterable[Bead]) -> Iterator[Paragraph]:
    return ((side, index) for bead in beads for side in (0, 1) for index in bead[side])


def _omitted(case: dict[str, Any], beads: set[Bead]) -> set[Paragraph]:
    """The source paragraphs without a translation that are no furniture of the page."""
    kinds = case.get("kinds") or [""] * len(case["gold"])
    chrome = {_bead(b) for b, kind in zip(case["gold"], kinds, strict=True) if kind == "chrome"}
    return set(_paragraphs(bead for bead in beads - chrome if not bead[1]))


def main() -> None:
    """Align every article and print the table."""
    folder = os.environ.get("WORKBENCH_BENCH")
    files = sorted(Path(folder).rglob("*.jsonl")) if folder else []
    if not files:
        sys.exit("Set WORKBENCH_BENCH to a folder with articles as *.jsonl; see this file's head.")
    align(["uno"], ["one"])  # the word list is read once, and not timed
    tallies: defaultdict[str, Tally] = defaultdict(Tally)
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            if "gold" not in case:
                continue
            began = time.perf_counter()
            found = align(case["source"], case["target"])
            tallies[case["tier"]].seconds += time.perf_counter() - began
            count(case, found, tallies[case["tier"]])
    head = ("tier", "F1", "omitted found", "null precision", "perfect", "right if ≥ .9", "ms")
    lines = [f"| {' | '.join(head)} |", "| --- |" + " ---: |" * (len(head) - 1)]
    lines += [tallies[tier].row(tier) for tier in TIERS if tier in tallies]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
