"""The memory with 100,000 confirmed pairs: how long matches and searches take.

    .venv/bin/python benchmarks/memory.py [--pairs N]

The pairs are sentences of the shipped articles put together in other orders, with other numbers.
Every pair is looked at as the editor does it: the words are indexed, the most alike compared.
"""

from __future__ import annotations

import argparse
import random
import re
import statistics
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from workbench import workflow
from workbench.db import opened, prepare
from workbench.ingest import from_paste
from workbench.memory import LEAST, similarity
from workbench.resources import resource_dir

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlite_utils import Database

PAIRS = 100_000
ASKED = 200


def main() -> None:
    """Fill a memory, ask it, print a table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--pairs", type=int, default=PAIRS)
    options = parser.parse_args()
    chance = random.Random(1)  # noqa: S311 -- not for secrets
    sentences = shipped()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "workbench.db"
        prepare(path)
        with opened(path) as db:
            texts = [paragraph(sentences, chance) for _ in range(options.pairs)]
            ids = fill(db, texts)
            asked = chance.sample(ids, ASKED)
            say(f"{len(ids):,} confirmed pairs, {path.stat().st_size / 1e6:,.0f} MB")
            say("| asked for | median, ms | 95 % under, ms |\n| --- | ---: | ---: |")
            say(row("what is like a paragraph", lambda n: workflow.matches(db, n), asked))
            words = [chance.choice(re.findall(r"\w{5,}", texts[n - ids[0]])) for n in asked]
            say(row("a word", lambda word: search(db, word), words))
            phrases = [" ".join(texts[n - ids[0]].split()[3:6]) for n in asked]
            say(row("a phrase of three words", lambda phrase: search(db, f'"{phrase}"'), phrases))
            plain = [texts[n - ids[0]] for n in asked[:3]]
            say(row("the same by comparing all pairs", lambda text: scan(text, texts), plain))


def search(db: Database, words: str) -> object:
    """The first page of the concordance."""
    return workflow.concordance(db, words, "it", whole=True, start=0, limit=51)


def scan(text: str, texts: list[str]) -> int:
    """How many of all texts are alike, each compared."""
    return sum(similarity(text, other) >= LEAST for other in texts)


def row(name: str, ask: Callable[[Any], object], asked: Sequence[object]) -> str:
    """One line of the table."""
    times = []
    for each in asked:
        start = time.perf_counter()
        ask(each)
        times.append(1000 * (time.perf_counter() - start))
    worst = statistics.quantiles(times, n=20, method="inclusive")[-1]
    return f"| {name} | {statistics.median(times):,.1f} | {worst:,.1f} |"


def paragraph(sentences: list[str], chance: random.Random) -> str:
    """Two or three sentences, each number in them another one."""
    text = " ".join(chance.sample(sentences, chance.choice((2, 3))))
    return re.sub(r"\d", lambda _: str(chance.randint(1, 9)), text)


def shipped() -> list[str]:
    """The Italian sentences of the shipped articles."""
    texts = resource_dir("corpus", "MANIFEST.toml").glob("*/it.txt")
    whole = " ".join(text.read_text(encoding="utf-8") for text in sorted(texts))
    return [each.strip() for each in re.findall(r"[^.!?]{20,}[.!?]", whole)]


def fill(db: Database, texts: list[str]) -> list[int]:
    """One confirmed segment for each text; their ids, which follow each other."""
    done = workflow.import_pair(
        db,
        from_paste("Il ponte vecchio della città riapre lunedì mattina."),
        from_paste("The old bridge of the town reopens on Monday morning."),
        system="argo",
        title="Memory",
    )
    version = workflow.version(db, done.slug, done.system)
    first = version.segments[0].id + 1
    numbered = list(enumerate(texts, first))
    run = db.conn.executemany
    run(
        "INSERT INTO segment (id, version_id, key, role, source, target, source_sha)"
        " VALUES (?, ?, 'made ' || ?, 'body', ?, 'An English text.', '')",
        [(n, version.id, n, text) for n, text in numbered],
    )
    run(
        "INSERT INTO alignment_segment (alignment_id, position, segment_id) VALUES (?, ?, ?)",
        [(version.alignment, n, n) for n, _ in numbered],
    )
    run(
        "INSERT INTO revision (segment_id, base, kind, text, author, created)"
        " VALUES (?, 0, 'confirm', 'An English text of its own, number ' || ?, 'ada', '')",
        [(n, n) for n, _ in numbered],
    )
    db.execute(
        "INSERT INTO memory (rowid, source, target) SELECT id, source, current"
        " FROM current_segment WHERE state = 'translated'"
    )
    db.conn.commit()
    return [n for n, _ in numbered]


def say(line: str) -> None:
    """Print it at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
