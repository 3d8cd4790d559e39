"""The memory with 100,000 confirmed pairs: how long matches and searches take.

    .venv/bin/python benchmarks/memory.py [--pairs N]

The pairs are sentences of the shipped articles put together in other orders, with other numbers,
fifty to an article. They are asked for as the editor does it. Then some of them are changed, one
word in twenty or in five, and the memory is asked whether it finds the pair they came from.
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
from workbench.memory import LEAST, best_matches, key_words, similarity
from workbench.resources import resource_dir
from workbench.store.memory import pairs_with

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlite_utils import Database

PAIRS = 100_000
ASKED = 200
IN_ARTICLE = 50


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
            plain = [texts[n - ids[0]] for n in asked]
            say(row("the same by comparing all pairs", lambda text: scan(text, texts), plain[:3]))
            search_all(db, plain, chance)
            for share in (0.05, 0.2):
                again = sum(finds(db, n, changed(texts[n - ids[0]], share, chance)) for n in asked)
                say(f"{share:.0%} of the words changed: {again} of {ASKED} found again")


def search_all(db: Database, texts: list[str], chance: random.Random) -> None:
    """The rows of the concordance."""
    words = [chance.choice(re.findall(r"\w{5,}", text)) for text in texts]
    say(row("a word", lambda word: search(db, word), words))
    say(row("the beginning of a word", lambda word: search(db, word[:3], whole=False), words))
    phrases = [" ".join(text.split()[3:6]) for text in texts]
    say(row("a phrase of three words", lambda phrase: search(db, f'"{phrase}"'), phrases))
    say(row("three words in any order", lambda phrase: search(db, phrase), phrases))
    frequent = ["il", "di", "che"] * 20
    say(row("a frequent word, page 100", lambda word: search(db, word, start=5000), frequent))


def search(db: Database, words: str, *, whole: bool = True, start: int = 0) -> object:
    """A page of the concordance."""
    return workflow.concordance(db, words, "it", whole=whole, start=start, limit=51)


def finds(db: Database, segment: int, text: str) -> bool:
    """Whether the segment's pair is among the matches of the text."""
    pairs = pairs_with(db, key_words(text), 0, 100)
    return segment in {match.pair.segment for match in best_matches(text, pairs)}


def changed(text: str, share: float, chance: random.Random) -> str:
    """The text with so many of its words, at least one, exchanged for others nobody has seen."""
    words = text.split()
    for place in chance.sample(range(len(words)), max(1, round(share * len(words)))):
        words[place] = "".join(chance.choices("bcdfgaeiou", k=8))
    return " ".join(words)


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
    homes = articles(db, version.id, len(texts) // IN_ARTICLE + 1)
    run(
        "INSERT INTO segment (id, version_id, key, role, source, target, source_sha)"
        " VALUES (?, ?, 'made ' || ?, 'body', ?, 'An English text.', '')",
        [(n, homes[(n - first) // IN_ARTICLE], n, text) for n, text in numbered],
    )
    run(
        "INSERT INTO alignment_segment (alignment_id, position, segment_id) VALUES (?, ?, ?)",
        [(homes[(n - first) // IN_ARTICLE], n, n) for n, _ in numbered],
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


def articles(db: Database, like: int, count: int) -> list[int]:
    """So many translations, each by another system; a version and its alignment have one id."""
    ids = [1000 + n for n in range(count)]
    db.conn.executemany(
        "INSERT INTO version (id, article_id, kind, system, source_text_id, target_text_id,"
        " alignment_id, created, imported) SELECT ?1, article_id, kind, 'system ' || ?1,"
        " source_text_id, target_text_id, NULL, created, imported FROM version WHERE id = ?2",
        [(n, like) for n in ids],
    )
    db.conn.executemany(
        "INSERT INTO alignment (id, version_id, method, author, created)"
        " VALUES (?1, ?1, '', '', '')",
        [(n,) for n in ids],
    )
    db.conn.executemany("UPDATE version SET alignment_id = id WHERE id = ?", [(n,) for n in ids])
    return ids


def say(line: str) -> None:
    """Print it at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
