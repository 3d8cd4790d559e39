"""Reports over 100,000 paragraphs: how long each takes to open.

    .venv/bin/python benchmarks/reports.py [--paragraphs N]

The paragraphs are sentences of the shipped articles, fifty to an article, by two AI systems that
translate the same articles over two years. Seven in ten are confirmed; in half of these people
exchanged a word, and every other one has a finding, most of which somebody has decided about.
In every tenth article somebody marked errors, and gave each paragraph of half of these a score.
Everything is summed up as a job of the workbench does it; then each report is opened as a browser
does it, first with nothing to do, then after five paragraphs of sixty articles each have changed.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from workbench import workflow
from workbench.db import opened, write
from workbench.resources import resource_dir
from workbench.store.rows import content_sha
from workbench.web import create_app
from workbench.web.reports import REPORTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask.testing import FlaskClient
    from sqlite_utils import Database

PARAGRAPHS, IN_ARTICLE, TIMES = 100_000, 50, 7
SYSTEMS = "argo", "brezza"
LAST = datetime(2026, 11, 20, 12, tzinfo=UTC)
EXCHANGED = [
    ("government", "cabinet"), ("said", "stated"), ("mayor", "mayoress"), ("council", "board"),
    ("million", "billion"), ("years", "seasons"), ("city", "town"), ("police", "carabinieri"),
]  # fmt: skip
CHECKS = [
    ("lower-case", "linguistic-conventions", "minor"), ("magnitude", "accuracy", "critical"),
    ("exonym", "terminology", "minor"), ("hearsay", "accuracy", "neutral"),
    ("number-marks", "locale-conventions", "major"), ("set-phrase", "terminology", "major"),
]  # fmt: skip
INSERTS = {
    "article": "(id, slug, title, created, outlet)",
    "text": "(id, article_id, kind, system, name, encoding, sha256, content_sha, raw, author,"
    " created)",
    "version": "(id, article_id, kind, system, source_text_id, target_text_id, created, imported)",
    "alignment": "(id, version_id, method, author, created)",
    "segment": "(id, version_id, key, role, source, target, source_sha)",
    "alignment_segment": "(alignment_id, position, segment_id)",
    "revision": "(segment_id, base, kind, text, author, created)",
    "ai_finding": "(segment_id, key, check_id, category, severity, source_sha, target_sha)",
    "fix": "(source_sha, target_sha, check_id, finding_key, author, created)",
    "dismissal": "(source_sha, target_sha, check_id, finding_key, dismissed, author, created)",
    "score": "(version_id, segment_id, scorer, against, value, signature, created)",
    "mark": '(segment_id, kind, side, revision, start, "end", severity, category, comment,'
    " finding, by_check, findings_shown, scores_shown, author, created)",
    "judgement": "(segment_id, revision, score, findings_shown, scores_shown, author, created)",
}
"""In this order no row points to nothing."""

TOUCHED = "INSERT INTO stale SELECT id FROM version ORDER BY random() LIMIT 60"
CONFIRMED_ANEW = f"""
    DELETE FROM outcome
    WHERE version_id IN (SELECT version_id FROM stale) AND segment_id % {IN_ARTICLE} < 5
"""  # noqa: S608 -- a number of ours

RULE = "corrections/rule?old=mayor&new=mayoress"

Rows = dict[str, list[tuple[Any, ...]]]


def main() -> None:
    """Fill a database, sum it up, open every report."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--paragraphs", type=int, default=PARAGRAPHS)
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "workbench.db"
        with opened(path) as db:
            fill(db, options.paragraphs)
            say(f"{options.paragraphs:,} paragraphs, {path.stat().st_size / 1e6:,.0f} MB")
            start = time.perf_counter()
            workflow.sum_up_all(db)
            took = time.perf_counter() - start
            articles = options.paragraphs // IN_ARTICLE
            say(f"summed up in {took:.0f} s, {1000 * took / articles:.0f} ms an article")
            client = create_app(path).test_client()
            say("| report | median, ms | slowest, ms | after 60 articles changed, ms |")
            say("| --- | ---: | ---: | ---: |")
            for name in REPORTS:
                say(row(db, client, name))
            say(f"a rule and all it would touch: {opening(client, RULE):,.0f} ms")


def row(db: Database, client: FlaskClient, name: str) -> str:
    """How long a report takes to open, with nothing to do and with as much as it does at once."""
    times = [opening(client, name) for _ in range(TIMES)]
    with write(db):
        db.execute(TOUCHED)
        db.execute(CONFIRMED_ANEW)
    busy = opening(client, name)
    return f"| {name} | {statistics.median(times):,.0f} | {max(times):,.0f} | {busy:,.0f} |"


def opening(client: FlaskClient, name: str) -> float:
    """Milliseconds until the page is there."""
    start = time.perf_counter()
    answer = client.get(f"/reports/{name}")
    took = 1000 * (time.perf_counter() - start)
    if answer.status_code != 200 or 'class="empty"' in answer.text:
        raise SystemExit(f"{name} shows nothing")
    return took


def fill(db: Database, paragraphs: int) -> None:
    """As many paragraphs with two years of work in them."""
    chance = random.Random(1)  # noqa: S311 -- not for secrets
    sentences = list(shipped())
    for start in range(0, paragraphs // IN_ARTICLE, 100):
        rows: Rows = {table: [] for table in INSERTS}
        for number in range(start, min(start + 100, paragraphs // IN_ARTICLE)):
            add_version(rows, number + 1, sentences, chance)
        with write(db):
            for table, columns in INSERTS.items():
                marks = ", ".join("?" * (columns.count(",") + 1))
                sql = f"INSERT INTO {table} {columns} VALUES ({marks})"  # noqa: S608 -- from above
                db.conn.executemany(sql, rows[table])
            db.execute("UPDATE version SET alignment_id = id WHERE alignment_id IS NULL")


def add_version(
    rows: Rows, number: int, sentences: list[tuple[str, str]], chance: random.Random
) -> None:
    """An article in one system's translation; the systems take turns."""
    article, system = (number + 1) // 2, SYSTEMS[number % 2]
    came = LAST - timedelta(days=(article * 7919) % 720)
    when = came.isoformat(timespec="seconds")
    if number % 2:
        title = f"Articolo {article}: {sentences[article % len(sentences)][0][:60]}"
        rows["article"].append((article, f"articolo-{article}", title, when, "La Voce"))
    for kind, identity, by in (("source", 2 * number, f"{number}"), ("ai", 2 * number + 1, system)):
        text = (identity, article, kind, by, "t", "utf-8", "", "", "", "ada", when)
        rows["text"].append(text)
    ids = 2 * number, 2 * number + 1
    rows["version"].append((number, article, "ai", system, *ids, when, when))
    rows["alignment"].append((number, number, "dynamic", "import", when))
    for place in range(IN_ARTICLE):
        identity = (number - 1) * IN_ARTICLE + place + 1
        rows["alignment_segment"].append((number, place, identity))
        add_segment(rows, (identity, number), chance.choice(sentences), came, chance)
        if number % 10 == 0:
            add_marks(rows, identity, number, when, chance)


def add_segment(
    rows: Rows, ids: tuple[int, int], texts: tuple[str, str], came: datetime, chance: random.Random
) -> None:
    """A paragraph with its confirmation, its findings and what became of them."""
    identity, version = ids
    italian, english = f"{texts[0]} N. {identity}.", f"{texts[1]} No. {identity}."
    old, new = chance.choice(EXCHANGED)
    edited = chance.random() < 0.5
    ai = f"{english} The {old} agrees." if edited else english
    shas = content_sha(italian), content_sha(ai)
    rows["segment"].append((identity, version, f"k{identity}", "body", italian, ai, shas[0]))
    when = (came + timedelta(days=chance.randint(0, 3))).isoformat(timespec="seconds")
    if chance.random() < 0.7:
        text = ai.replace(f"The {old} agrees", f"The {new} agrees")
        rows["revision"].append((identity, 0, "confirm", text, chance.choice("abc"), when))
        hter = 100 / len(text.split()) if edited else 0.0
        rows["score"].append((version, identity, "hter", "correction", hter, "", when))
    if chance.random() < 0.5:
        check, category, severity = chance.choice(CHECKS)
        rows["ai_finding"].append((identity, "k", check, category, severity, *shas))
        decided = (*shas, check, "k")
        if chance.random() < 0.5:
            rows["fix"].append((*decided, "ada", when))
        elif chance.random() < 0.5:
            rows["dismissal"].append((*decided, 1, "ada", when))


def add_marks(rows: Rows, segment: int, version: int, when: str, chance: random.Random) -> None:
    """What somebody found wrong in a paragraph, and the score it got."""
    if chance.random() < 0.2:
        severity = chance.choice(["minor", "minor", "major", "critical"])
        judged = severity, chance.choice(["accuracy", "style", "terminology", ""])
        rows["mark"].append(
            (segment, "mark", "target", 0, 0, 10, *judged, "", "", "", 1, 1, "ada", when)
        )
    if version % 20 == 0:
        rows["judgement"].append((segment, 0, chance.randint(20, 100), 0, 0, "ada", when))


def shipped() -> Iterator[tuple[str, str]]:
    """Paragraphs of the shipped articles that stand at the same place in both languages."""
    for folder in sorted(resource_dir("corpus", "MANIFEST.toml").glob("*/it.txt")):
        english = next(folder.parent.glob("en.*.txt"))
        both = (path.read_text(encoding="utf-8").split("\n\n") for path in (folder, english))
        yield from (pair for pair in zip(*both, strict=False) if min(map(len, pair)) > 80)


def say(line: str) -> None:
    """A line of the result."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
