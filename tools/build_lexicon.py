"""Build the aligner's word list from sentence pairs.

IBM Model 1 (Brown et al. 1993, section 4.2) in both directions over stems, function words left
out; a pair of stems is shipped with how surely one stands for the other. Run it with

    python tools/build_lexicon.py PAIRS.tsv workbench/align/data/lexicon.it-en.tsv.gz

PAIRS.tsv has the columns origin, Italian, English. The same input gives the same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.align.tokens import stem, tokenise
from workbench.language.words import FUNCTION_WORDS

if TYPE_CHECKING:
    from workbench.model import Language

Pairs = list[tuple[list[str], list[str]]]
Table = dict[str, dict[str, float]]

ROUNDS = 6
LEAST_COUNT = 0.5
LEAST_STRENGTH = 0.2
MOST_TRANSLATIONS = 8
NULL = ""
"""What a word without a counterpart comes from."""


def stems(sentence: str, language: Language) -> list[str]:
    """The stems of the words of `sentence` that carry meaning, in order; no numerals."""
    stop = FUNCTION_WORDS[language]
    words = (word for word in tokenise(sentence) if word not in stop and word[0] != "#")
    return [stem(word, language) for word in words]


def read_pairs(path: Path) -> Pairs:
    """The pairs of stems of the file, in its order; a pair with an empty side is left out."""
    pairs: Pairs = []
    for line in path.read_text(encoding="utf-8").splitlines():
        _, italian, english = line.split("\t")
        pair = stems(italian, "it"), stems(english, "en")
        if all(pair):
            pairs.append(pair)
    return pairs


def model_one(pairs: Pairs) -> tuple[Table, Table]:
    """Two tables from the first language's stem to the second's: probability, expected count."""
    chances: Table = {}
    counts = _expect(pairs, chances)
    for _ in range(ROUNDS):
        for stem_, row in counts.items():
            total = sum(row.values())
            chances[stem_] = {other: count / total for other, count in row.items()}
        counts = _expect(pairs, chances)
    return chances, counts


def _expect(pairs: Pairs, chances: Table) -> Table:
    counts: Table = defaultdict(lambda: defaultdict(float))
    for first, second in pairs:
        origins = [NULL, *first]
        for word in second:
            weights = [chances[origin][word] if chances else 1.0 for origin in origins]
            total = sum(weights)
            for origin, weight in zip(origins, weights, strict=True):
                counts[origin][word] += weight / total
    return counts


def choose(pairs: Pairs) -> list[str]:
    """The lines of the list: Italian stem, then English stems, each with its percentage."""
    forth, counts = model_one(pairs)
    back, _ = model_one([(english, italian) for italian, english in pairs])
    lines = []
    for italian in sorted(forth.keys() - {NULL}):
        found = []
        for english, chance in forth[italian].items():
            # The square root of the geometric mean: a rare translation that is there is no chance.
            agreed = (chance * back[english].get(italian, 0.0)) ** 0.25
            if counts[italian][english] >= LEAST_COUNT and agreed >= LEAST_STRENGTH:
                found.append((-round(100 * agreed), english))
        cells = [f"{english}:{-percent}" for percent, english in sorted(found)]
        if cells:
            lines.append("\t".join([italian, *cells[:MOST_TRANSLATIONS]]))
    return lines


def main(arguments: list[str]) -> None:
    """Read the pairs, write the list, say how long it is."""
    parser = argparse.ArgumentParser(description="Build the aligner's word list.")
    parser.add_argument("pairs", type=Path)
    parser.add_argument("lexicon", type=Path)
    options = parser.parse_args(arguments)
    lines = choose(read_pairs(options.pairs))
    options.lexicon.parent.mkdir(parents=True, exist_ok=True)
    packed = gzip.compress("\n".join(lines).encode(), compresslevel=9, mtime=0)
    options.lexicon.write_bytes(packed)
    sys.stdout.write(f"{len(lines)} stems, {len(packed)} bytes\n")


if __name__ == "__main__":
    main(sys.argv[1:])
