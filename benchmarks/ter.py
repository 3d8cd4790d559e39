"""Edits counted here and by sacreBLEU itself: the same numbers, and how much sooner.

Without a folder of benchmarks the pairs are those of the corpus and corruptions of them. Where the
environment variable WORKBENCH_BENCH names one, translations and references of
``checks/demetr_it_dev.jsonl`` come in too, as sentences and joined to paragraphs.
"""

from __future__ import annotations

import json
import os
import random
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sacrebleu.metrics.lib_ter import translation_edit_rate
from sacrebleu.metrics.ter import TER

from workbench.resources import resource_dir
from workbench.scorers.edits import count_edits

if TYPE_CHECKING:
    from collections.abc import Iterator

    Words = list[str]
    Pair = tuple[Words, Words]

PAIRS = 5000
PARAGRAPH = range(100, 141)
"""Words of a paragraph of 120, about."""
GROUPS = ((1, 40), (40, 80), (80, 100), (100, 141), (141, 1000))


class Timed(NamedTuple):
    """One pair: its words, the edits by both, and the seconds that both took."""

    words: int
    ours: int | None
    theirs: int
    ours_took: float
    theirs_took: float


def main() -> None:
    """Count all pairs with both and print what differs and how long it took."""
    sys.stdout.writelines(f"{line}\n" for line in report([measure(*pair) for pair in pairs()]))


def report(timed: list[Timed]) -> Iterator[str]:
    """The lines to print."""
    proven = [one for one in timed if one.ours is not None]
    different = sum(one.ours != one.theirs for one in proven)
    yield f"{len(timed)} pairs, {different} with another number than sacreBLEU's,"
    yield f"{len(timed) - len(proven)} left to sacreBLEU because nothing could be proven."
    yield ""
    yield "| words | pairs | sacreBLEU, ms | here, ms | times faster, median | all of them |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    for least, most in GROUPS:
        if group := [one for one in proven if least <= one.words < most]:
            yield row(group, f"{least}–{most - 1}")


def row(group: list[Timed], name: str) -> str:
    """The line of one length."""
    theirs = statistics.median(one.theirs_took for one in group) * 1000
    ours = statistics.median(one.ours_took for one in group) * 1000
    each = statistics.median(one.theirs_took / one.ours_took for one in group)
    whole = sum(one.theirs_took for one in group) / sum(one.ours_took for one in group)
    return f"| {name} | {len(group)} | {theirs:.1f} | {ours:.2f} | {each:.0f} | {whole:.0f} |"


def measure(ours: Words, theirs: Words) -> Timed:
    """Both numbers for one pair."""
    began = time.perf_counter()
    found = count_edits(ours, theirs)
    between = time.perf_counter()
    edits = translation_edit_rate(ours, theirs)[0]
    ended = time.perf_counter()
    return Timed(len(theirs), found, edits, between - began, ended - between)


def pairs() -> list[Pair]:
    """As many pairs of tokenised texts as wanted, the same each time."""
    tokenizer = TER(normalized=True, case_sensitive=True).tokenizer
    chance = random.Random(20)  # noqa: S311 -- the same pairs each time
    found = [(tokenizer(a).split(), tokenizer(b).split()) for a, b in real()]
    chance.shuffle(found)
    references = [theirs for _, theirs in found]
    texts = [*(together(found[at : at + 5]) for at in range(0, len(found), 5)), *found]
    while len(texts) < PAIRS:
        words = [w for text in chance.sample(references, chance.randint(1, 6)) for w in text]
        texts.append((corrupted(words, chance), words))
    return texts[:PAIRS]


def together(texts: list[Pair]) -> Pair:
    """Several pairs as one, a paragraph."""
    return (
        [word for ours, _ in texts for word in ours],
        [word for _, theirs in texts for word in theirs],
    )


def real() -> Iterator[tuple[str, str]]:
    """Machine translations, better and worse, each with a text to compare it with."""
    corpus = resource_dir("corpus", "MANIFEST.toml")
    for file in sorted(corpus.glob("*/reference.txt")):
        for other in sorted(file.parent.glob("en.*.txt")):
            texts = [path.read_text(encoding="utf-8").split("\n\n") for path in (other, file)]
            yield from zip(*texts, strict=False)
    if bench := os.environ.get("WORKBENCH_BENCH"):
        with (Path(bench) / "checks" / "demetr_it_dev.jsonl").open(encoding="utf-8") as lines:
            for line in lines:
                case = json.loads(line)
                yield case["perturbed"], case["reference"]
                yield case["perturbed"], case["mt"]


def corrupted(words: Words, chance: random.Random) -> Words:
    """The words with up to half of them left out, replaced, doubled or moved."""
    changed = list(words)
    for _ in range(chance.randint(0, len(words) // 2)):
        at = chance.randrange(len(changed))
        act = chance.random()
        if act < 0.25 and len(changed) > 1:
            del changed[at]
        elif act < 0.5:
            changed[at] = chance.choice(words)
        elif act < 0.65:
            changed.insert(at, changed[at])
        else:
            end = at + chance.randint(1, 8)
            moved = changed[at:end]
            del changed[at:end]
            place = chance.randint(0, len(changed))
            changed[place:place] = moved
    return changed


if __name__ == "__main__":
    sys.exit(main())
