"""How well and how fast the aligner works on articles with known links: prints two tables.

The folder in the environment variable WORKBENCH_BENCH holds the articles as lines of JSON in files
``*.jsonl``: id, tier, source, target, gold (beads as two lists of indices, null beads with one
empty), and alts (for each doubled paragraph the equally right readings, the first as in gold).
"""

from __future__ import annotations

import json
import math
import multiprocessing
import os
import resource
import statistics
import sys
import time
from collections import defaultdict
from dataclasses import dataclass
from itertools import chain, cycle, islice
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
LONG = 2_000


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


def read_articles() -> list[dict[str, Any]]:
    """The articles in the folder; ends the program where there are none."""
    folder = os.environ.get("WORKBENCH_BENCH")
    files = sorted(Path(folder).rglob("*.jsonl")) if folder else []
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    articles = [case for case in map(json.loads, lines) if "gold" in case]
    if not articles:
        sys.exit("Set WORKBENCH_BENCH to a folder with articles as *.jsonl; see this file's head.")
    return articles


def typical(articles: list[dict[str, Any]]) -> float:
    """The median of the milliseconds that a clean article of 12 to 16 paragraphs takes."""
    times = []
    for case in articles:
        if case["tier"] == "clean" and 12 <= len(case["source"]) <= 16:
            began = time.process_time()
            align(case["source"], case["target"])
            times.append(1000 * (time.process_time() - began))
    return statistics.median(times) if times else math.nan


def long_texts(articles: list[dict[str, Any]]) -> dict[str, tuple[list[str], list[str]]]:
    """Texts of LONG paragraphs, made of the clean articles one after the other, again and again."""
    clean = [case for case in articles if case["tier"] == "clean"]
    source, target = (
        list(islice(cycle(chain.from_iterable(case[side] for case in clean)), LONG))
        for side in ("source", "target")
    )
    return {
        "articles in a row": (source, target),
        "the same, 300 of them omitted": (source, target[:800] + target[1100:]),
        "two paragraphs by turns": (source[5:7] * (LONG // 2), target[5:7] * (LONG // 2)),
        "empty paragraphs": ([""] * LONG, [""] * LONG),
        "against one paragraph": (source, target[:1]),
    }


def long_row(name: str, articles: list[dict[str, Any]]) -> str:
    """Time and peak memory of one of the long texts, taken in a process of its own."""
    source, target = long_texts(articles)[name]
    align(["uno"], ["one"])
    before = _peak()
    began = time.process_time()
    align(source, target)
    return f"| {name} | {time.process_time() - began:.1f} | {_peak():.0f} | {before:.0f} |"


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Align every article and print the tables."""
    articles = read_articles()
    # Each in a new process for a peak of its own, and now, since that is at least this one's.
    spawn = multiprocessing.get_context("spawn")
    rows = []
    for name in long_texts(articles):
        with spawn.Pool(1) as pool:
            rows.append(pool.apply(long_row, (name, articles)))
    align(["uno"], ["one"])  # the word list is read once, and not timed
    first, again = typical(articles), typical(articles)
    tallies: defaultdict[str, Tally] = defaultdict(Tally)
    for case in articles:
        began = time.process_time()
        found = align(case["source"], case["target"])
        tallies[case["tier"]].seconds += time.process_time() - began
        count(case, found, tallies[case["tier"]])
    head = ("tier", "F1", "omitted found", "null precision", "perfect", "right if ≥ .9", "ms")
    lines = [_head(head), *(tallies[tier].row(tier) for tier in TIERS if tier in tallies)]
    lines += ["", f"An article of 14 paragraphs: {first:.1f} ms, read again: {again:.1f} ms.", ""]
    lines += [_head((f"{LONG:,} paragraphs", "s", "MB at most", "MB before")), *rows]
    sys.stdout.write("\n".join(lines) + "\n")


def _head(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |\n| --- |" + " ---: |" * (len(cells) - 1)


if __name__ == "__main__":
    main()
